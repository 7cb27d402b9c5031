"""Joining patches on one cell: commutative to the last bit, each rule as declared, bounds kept."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import PolicyError
from sim.levers import lever_named
from sim.levers.combine import Part, combine


def part(who: str, cells: list[int], values: list[float]) -> Part:
    return Part(who=who, cells=np.array(cells, dtype=np.int64), values=np.array(values, dtype=np.float64))


@given(st.lists(st.floats(-0.3, 0.3), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_sums_do_not_depend_on_their_order(values: list[float], random: Random) -> None:
    """(0.1 + 0.2) + 0.3 is not 0.1 + (0.2 + 0.3) in floats."""
    shuffled = list(values)
    random.shuffle(shuffled)
    base = np.array([0.1, 0.4])
    audit = lever_named("audit")
    one = combine(audit, base, [part(f"a{v}", [1], [v]) for v in values])
    other = combine(audit, base, [part(f"a{v}", [1], [v]) for v in shuffled])
    assert one.tobytes() == other.tobytes()
    assert one[0] == 0.1


def test_the_textbook_sum_has_one_answer() -> None:
    """The smallest case in which plain left-to-right adding gives two."""
    audit, base, values = lever_named("audit"), np.array([0.0]), [0.1, 0.2, 0.3]
    one, other = ([part(f"a{v}", [0], [v]) for v in order] for order in (values, values[::-1]))
    assert combine(audit, base, one).tobytes() == combine(audit, base, other).tobytes()


def test_each_rule_joins_as_declared() -> None:
    """The rule is part of a lever's meaning: two gates are as strict as the stricter one, two posts multiply hours."""
    two = [part("a", [0], [0.25]), part("b", [0], [0.5])]
    assert combine(lever_named("audit"), np.array([0.1]), two)[0] == pytest.approx(0.85)
    assert combine(lever_named("capacity"), np.array([2.0]), two)[0] == 0.25
    assert combine(lever_named("gate_strictness"), np.array([0.3]), two)[0] == 0.5


def test_a_joined_value_is_clipped_to_its_bounds() -> None:
    """Two campaigns of audit cannot make a chance of 1.2."""
    two = [part("a", [0], [0.6]), part("b", [0], [0.6])]
    assert combine(lever_named("audit"), np.array([0.1]), two).tolist() == [1.0]


def test_a_conflict_names_only_those_who_quarrel() -> None:
    """The user has to know which two of five policies to part."""
    parts = [part("a", [0, 1], [0.0, 1.0]), part("b", [1], [0.0]), part("c", [2], [0.7])]
    with pytest.raises(PolicyError, match=r"^a and b: gate_forward"):
        combine(lever_named("gate_forward"), np.array([0.5, 0.5, 0.5]), parts)
