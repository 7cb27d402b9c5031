"""What a dynamic policy sees is frozen, copied, of the right length, and has no field for anything true."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from sim.levers import Seen
from tests.levers.tiny import facts_of, seen_on, town_and_country

FACTS = facts_of(town_and_country())


def test_only_reported_figures_are_to_be_seen() -> None:
    """A policy that reads the true state would be one that no government can have."""
    assert [field.name for field in fields(Seen)] == [
        "day", "period_days", "accepted", "booked_success", "registered_petitions", "group_incidents", "contacts",
        "demands_responded", "demands_solved", "demands_satisfied",
        "kinds", "levels",
    ]  # fmt: skip


def test_what_was_seen_stays_as_it_was() -> None:
    """The engine goes on counting in its own arrays; a policy must neither see that nor write back."""
    counts = np.ones(FACTS.n_places, dtype=np.int64)
    seen = seen_on(FACTS, 30, accepted=counts)
    counts += 5
    assert seen.accepted.tolist() == [1] * FACTS.n_places
    with pytest.raises(ValueError, match="read-only"):
        seen.accepted[0] = 3
    with pytest.raises(AttributeError):
        seen.day = 4


def test_lengths_that_differ_are_refused() -> None:
    """A column of the wrong tree would be read at the wrong places."""
    with pytest.raises(ValueError, match="one number per place"):
        replace(seen_on(FACTS, 30), accepted=np.zeros(3, dtype=np.int64))
    with pytest.raises(ValueError, match="one id per place"):
        replace(seen_on(FACTS, 30), levels=("village",))
