"""Open-addressed tables whose entries are found by one whole number: where an entry stands, or may be put."""

from __future__ import annotations

from sim.draws import mix64
from sim.jit import inner


@inner
def place_of(keys, code):
    """Position of `code` >= 0 in `keys`, a column of a power of two rows in which -1 is free; it has free rows."""
    mask = keys.shape[0] - 1
    at = int(mix64(code)) & mask
    while True:
        held = int(keys[at])
        if held < 0 or held == code:
            return at
        at = (at + 1) & mask
