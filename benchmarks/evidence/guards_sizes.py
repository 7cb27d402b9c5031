"""How much the guards of `guards` look at: seeds and sets of parameters."""

from __future__ import annotations

from typing import Final

NEUTRAL_SEEDS: Final = 24
SETS: Final = 24
SET_SEEDS: Final = 5
KNOCK_SEEDS: Final = 8
