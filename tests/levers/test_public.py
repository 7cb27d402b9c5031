"""Public facts: who is urban, who runs a forum, what lies below a code; and no way to write into a mapped world."""

from __future__ import annotations

import numpy as np
import pytest

from tests.levers.tiny import facts_of, town_and_country

FACTS = facts_of(town_and_country())


def test_a_kind_belongs_to_the_lowest_units_only() -> None:
    """A town holds urban and rural units; to call it either would pull both into a target."""
    assert FACTS.kinds == ("", "", "urban", "rural", "", "rural", "rural", "rural")
    assert FACTS.level_of == ("city", "town", "village", "village", "town", "village", "village", "village")


def test_a_code_brings_all_below_it() -> None:
    """A policy for a town is a policy for its villages."""
    assert np.flatnonzero(FACTS.below("P4")).tolist() == [4, 5, 6]
    assert FACTS.below("P0").all()
    assert FACTS.below("P9") is None


def test_policies_cannot_write_into_the_world() -> None:
    """One slip in a user's policy would change the society that all arms share."""
    for name in ("resident", "minutes", "run", "urban"):
        with pytest.raises(ValueError, match="read-only"):
            getattr(FACTS, name)[...] = 0
    with pytest.raises(AttributeError):
        FACTS.base = 2


def test_a_forum_without_staff_is_not_administered() -> None:
    """A place that serves nobody has no principal to appraise."""
    assert FACTS.administers.all()
    assert FACTS.minutes[0, 0] == 0  # the root runs no committee here
