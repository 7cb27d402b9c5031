"""A patch that breaks its lever's declaration is refused with one line that names policy, lever, value and repair."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.errors import PolicyError
from sim.levers import Patch
from sim.levers.patch import check_patch
from tests.levers.tiny import facts_of, town_and_country

FACTS = facts_of(town_and_country())
TWO = np.array([2.0, 0.5])
GOOD = Patch(day=0, until=None, lever="capacity", index=np.array([1, 2]), slot=3, operation="multiply", value=TWO)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"operation": "add"}, "operation must be the lever's rule"),
        ({"slot": None}, "slot must be a slot from 0 to 3"),
        ({"slot": 4}, "slot must lie in 0 to 3"),
        ({"lever": "gate_strictness", "operation": "max"}, "slot must lie in 0 to 2"),
        ({"lever": "audit", "operation": "add"}, "slot must be none"),
        ({"index": np.array([1])}, "one value per place"),
        ({"index": np.array([1, 99])}, "places must lie in 0 to 7"),
        ({"index": np.array([-1, 2])}, "places must lie in 0 to 7"),
        ({"index": np.array([2, 2])}, "places must differ"),
        ({"value": np.array([1.0, np.nan])}, "value must lie in 0 to 100"),
        ({"value": np.array([1.0, -0.1])}, "value must lie in 0 to 100"),
        ({"value": np.array([1.0, np.inf])}, "value must lie in 0 to 100"),
    ],
)
def test_a_broken_patch_is_refused(changes: dict[str, Any], message: str) -> None:
    """Policies are written by users; an index error in the middle of a run helps nobody."""
    check_patch(GOOD, FACTS, "mine")
    with pytest.raises(PolicyError, match=message) as raised:
        check_patch(replace(GOOD, **changes), FACTS, "mine")
    assert str(raised.value).startswith("mine: ")


def test_what_is_added_may_take_away() -> None:
    """An added chance may be negative; the joined value is what the bounds hold."""
    less = replace(GOOD, lever="audit", operation="add", slot=None, value=np.array([-0.5, 0.5]))
    check_patch(less, FACTS, "mine")
    with pytest.raises(PolicyError, match="-1 to 1"):
        check_patch(replace(less, value=np.array([-1.5, 0.5])), FACTS, "mine")
