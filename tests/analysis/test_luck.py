"""Luck at records is the model's keyed luck, bit for bit, without a compiler."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.luck import uniforms
from sim.draws import plain_key, plain_unit

BITS = st.integers(0, 2**64 - 1)


@given(BITS, st.integers(0, 200), st.lists(st.tuples(BITS, BITS), max_size=20))
def test_columns_of_draws_are_the_keyed_draws(seed: int, purpose: int, rows: list[tuple[int, int]]) -> None:
    """Two generators would be two promises; the one that is tested is that of the model."""
    entities, counters = (np.array([row[i] for row in rows], dtype=np.uint64) for i in (0, 1))
    wanted = [plain_unit(plain_key(seed, purpose, entity, counter)) for entity, counter in rows]
    assert uniforms(seed, purpose, entities, counters).tolist() == wanted
