"""The sentence that tells where two histories part: it must find the first difference, to the bit, and name it."""

from __future__ import annotations

import numpy as np

from sim.names import Event, Forum, Phase, State, Way
from tests.twin.compare import DECIDED_BY, first_difference, in_words
from tests.twin.history import History, Row


def row(tick: int, kind: Event, key: int, detail: int = 0, x: float = 0.5) -> Row:
    history = History()
    history.note(tick, Phase.DUE, kind, key, forum=Forum.OFFICE, slot=1, other=9, detail=detail, x=x, y=0.25)
    history.close_day()
    return history.rows[0]


def test_equal_histories_have_no_difference_in_either_form() -> None:
    """The engine hands over two arrays, the twin a list: the same history in both forms is one history."""
    rows = [row(1, Event.VOICED, 2**63 + 5), row(2, Event.FADED, 7)]
    words = np.array([one[:4] for one in rows], np.uint64)
    numbers = np.array([one[4:] for one in rows])
    assert first_difference((words, numbers), rows) is None


def test_a_last_bit_is_a_difference() -> None:
    """The promise is the same bits; `==` would also take -0.0 for 0.0."""
    told = first_difference([row(4, Event.ENDED, 7, x=0.1 + 0.2)], [row(4, Event.ENDED, 7, x=0.3)])
    assert told is not None
    assert "hostility (0.30000000000000004 against 0.3)" in told
    assert first_difference([row(4, Event.FADED, 7, x=0.0)], [row(4, Event.FADED, 7, x=-0.0)]) is not None


def test_it_names_day_event_rule_and_both_rows() -> None:
    """A red comparison is read by a person: it says when, what, by which rule, and what each side saw."""
    a = [row(4, Event.VOICED, 7), row(5, Event.ENDED, 7, Way.CONSENT | 1 << 8)]
    b = [row(4, Event.VOICED, 7), row(5, Event.ENDED, 7, Way.PRESSED | 1 << 8)]
    told = first_difference(a, b, ("engine", "twin"))
    assert told is not None
    for part in ("tick 5", "ENDED", DECIDED_BY[Event.ENDED], "engine: tick 5", "CONSENT booked", "PRESSED booked"):
        assert part in told


def test_a_missing_event_is_told_as_such() -> None:
    """A history that stops early differs, though every row it has is right."""
    told = first_difference([row(4, Event.VOICED, 7)], [])
    assert told is not None
    assert "no more events" in told


def test_every_event_of_the_page_has_its_rule_and_its_words() -> None:
    """A kind without words would print a number where a reader needs a sentence."""
    used = set(Event) - {Event.LUMPED}
    assert set(DECIDED_BY) == used
    assert "from LUMPED" in in_words(row(1, Event.REOPENED, 3, State.LUMPED))
