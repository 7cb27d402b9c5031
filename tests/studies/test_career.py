"""Claims about a traced career: odds are a logit over what was open, and every kind of event is understood."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from sim.names import MAX_CHANNELS, DisputeType, Event, Forum, Opponent, Origin
from sim.studies.career import NOWHERE, History, read_career

SLOTS = (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION)
WORLD = cast(Any, SimpleNamespace(place_key=[11, 12, 13], place_rank=[0, 1, 2], n_levels=3, court_rank=2))
CLOSED = -1.0e30


def head(tick: int, event: Event, forum: Forum = Forum.NONE, slot: int = 0) -> int:
    return (tick + 4096) << 32 | 2 << 24 | int(event) << 16 | int(forum) << 8 | slot


def history(rows: list[tuple[int, int, int]], choices: list[dict[int, float]], ticks: list[int]) -> History:
    """Return a history of (head, other, detail) rows; `choices` hold utilities by channel, on `ticks`."""
    traced = np.full((len(choices), 4 + 2 * MAX_CHANNELS), CLOSED)
    for row, (utilities, tick) in enumerate(zip(choices, ticks, strict=True)):
        traced[row, 0] = tick
        for channel, value in utilities.items():
            traced[row, 4 + 2 * channel] = value
    words = np.array([(one, 99, other, detail) for one, other, detail in rows], dtype=np.uint64)
    return History(words=words, numbers=np.zeros((len(rows), 3)), choices=traced)


BORN = (head(5, Event.BORN), 0, 1 | 1 << 8 | 1 << 16 | 1 << 40)


def test_birth_is_read_from_its_event() -> None:
    """Type, respondent and home level say what the whole story is about."""
    birth = read_career(99, "baseline", history([BORN], [], []), WORLD, 4, SLOTS).birth
    assert (birth.type, birth.opponent, birth.origin) == (DisputeType.NEIGHBOUR, Opponent.NEIGHBOUR, Origin.ROOT)
    assert (birth.home, birth.power, birth.exclusive) == (1, 0, True)


def test_odds_are_a_logit_over_what_was_open() -> None:
    """They are the model's own: noise is Gumbel with scale 1, so shares are exp(utility) over their sum."""
    utilities = {0: 0.0, 2: math.log(3.0), 5: math.log(2.0), 6: math.log(2.0)}
    claim = (head(9, Event.CLAIM, Forum.COMMITTEE), 11, 2)
    step = read_career(99, "baseline", history([BORN, claim], [utilities], [9]), WORLD, 4, SLOTS).steps[1]
    assert {(one.forum, one.level): one.odds for one in step.options} == pytest.approx(
        {(Forum.COMMITTEE, 0): 3 / 8, (Forum.COURT, 2): 2 / 8, (Forum.OUTSIDE, 3): 2 / 8, (Forum.NONE, NOWHERE): 1 / 8}
    )
    assert [one.forum for one in step.options if one.taken] == [Forum.COMMITTEE]
    assert [one.odds for one in step.options] == sorted((one.odds for one in step.options), reverse=True)
    assert (step.day, step.level) == (5, 0)


def test_a_choice_that_was_not_traced_has_no_odds() -> None:
    """No number is better than an invented one."""
    claim = (head(9, Event.CLAIM, Forum.OFFICE, 1), 12, 3)
    step = read_career(99, "baseline", history([BORN, claim], [{0: 1.0}], [8]), WORLD, 4, SLOTS).steps[1]
    assert step.options == ()
    assert step.level == 1


def test_an_end_tells_its_way_and_what_the_books_say() -> None:
    """The gap between the two is what the story is told for."""
    detail = 2 | 1 << 8 | 1 << 24
    ended = (head(9, Event.ENDED, Forum.COMMITTEE), 11, detail)
    step = read_career(99, "baseline", history([BORN, ended], [], []), WORLD, 4, SLOTS).steps[1]
    assert step.way.name == "PRESSED"
    assert step.booked
    assert step.fair


def test_a_history_that_begins_late_is_refused() -> None:
    """A career without its birth would be told with a wrong home level."""
    with pytest.raises(ValueError, match="birth"):
        read_career(99, "baseline", history([(head(9, Event.VOICED), 0, 0)], [], []), WORLD, 4, SLOTS)
