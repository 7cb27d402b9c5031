"""`resource_sinking`: not one minute is made or lost, hours follow the people, and the top gets thinner."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import PolicyError
from sim.levers import LeverBook
from tests.levers.tiny import LEVELS, ROOT, facts_of, scenario, worlds
from tests.policies.every import WORLD, book_on, enacted


def minutes_after(book: LeverBook) -> np.ndarray:
    """Minutes of every line as the engine works them out."""
    return (book.facts.minutes * book.values["capacity"]).astype(np.int64)


@given(
    worlds(), st.sampled_from((1.0, 0.5, 0.37, 0.01)), st.sampled_from((0.0, 0.2, 0.5)), st.sampled_from(("", "rural"))
)
def test_minutes_are_moved_never_made(some_world: Any, dose: float, sent: float, targets: str) -> None:
    """A reallocation that adds hours would win by construction. To the minute, at any dose, on any tree."""
    more = {"targets": targets} if targets and "rural" in facts_of(some_world).kinds else {}
    book = LeverBook(scenario(), some_world, (enacted("resource_sinking", dose=dose, sent_down=sent, **more),))
    before = book.facts.minutes.copy()
    book.apply(0, None)
    after = minutes_after(book)
    assert after.sum() == before.sum()
    assert (after[:, LEVELS] == before[:, LEVELS]).all()  # the court keeps its hours
    assert (after >= 0).all()


@given(worlds(), st.sampled_from((1.0, 0.5)))
def test_an_open_forum_stays_open_and_none_is_founded(some_world: Any, dose: float) -> None:
    """Rounding a small village's minutes to 0 would close its door to every claim."""
    book = LeverBook(scenario(), some_world, (enacted("resource_sinking", dose=dose),))
    book.apply(0, None)
    open_before, open_after = book.facts.minutes > 0, minutes_after(book) > 0
    assert (open_after[open_before & (book.facts.served_actual > 0)]).all()
    assert not open_after[~open_before].any()


def test_hours_follow_the_people_who_live_there() -> None:
    """The point of the policy: at full dose a tier's hours are by actual residents, to the minute of rounding."""
    book = book_on(0, enacted("resource_sinking", sent_down=0))
    for slot in (0, 1):
        after, served = minutes_after(book)[:, slot], book.facts.served_actual[:, slot]
        rows = book.facts.minutes[:, slot] > 0
        fair = after[rows].sum() * served[rows] / served[rows].sum()
        assert np.abs(after[rows] - fair).max() <= 1.0
    crowded, emptied = 2, 5
    assert minutes_after(book)[crowded, 0] > book.facts.minutes[crowded, 0]
    assert minutes_after(book)[emptied, 0] < book.facts.minutes[emptied, 0]


def test_the_top_is_thinned_out_by_the_share_sent_down() -> None:
    """Where it does harm: the petition office at the top has less time for what belongs there."""
    book = book_on(0, enacted("resource_sinking", sent_down=0.5))
    top, after = int(book.facts.minutes[0, ROOT]), minutes_after(book)
    assert after[0, ROOT] == top - top // 2
    gained = [int(after[:, slot].sum() - book.facts.minutes[:, slot].sum()) for slot in (0, 1)]
    assert sum(gained) == top // 2
    assert abs(gained[0] - gained[1]) <= 1


def test_without_the_top_among_the_targets_nothing_is_sent_down() -> None:
    """A pilot in one town cannot take the city's staff."""
    book = book_on(0, enacted("resource_sinking", targets="P1"))
    after = minutes_after(book)
    assert after[0, ROOT] == book.facts.minutes[0, ROOT]
    assert after[[1, 2, 3]].sum() == book.facts.minutes[[1, 2, 3]].sum()


def test_a_share_above_one_half_is_refused() -> None:
    """An emptied top is another policy."""
    with pytest.raises(PolicyError, match=r"sent_down must be a number from 0 to 0\.5"):
        enacted("resource_sinking", sent_down=0.6)
    assert WORLD.minutes[0, ROOT] > 1
