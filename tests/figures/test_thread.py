"""The thread: what it tells of a career, what it leaves out, and where it comes to rest."""

from __future__ import annotations

import pytest

from sim.figures.thread import GIVEN_UP, HELD, MOST, OPEN, PARTIES, STOPPED, quarrel_of, spin
from sim.figures.words import Column, columns_of
from sim.names import Event, Forum, Opponent, Way
from tests.figures.made import career, comparison, ended, returned, step


def columns() -> tuple[Column, ...]:
    """Village, town, county petition, city petition, court."""
    result = comparison(levels=4)
    return columns_of(result["books"]["baseline"], result["levels_of_tree"])


@pytest.mark.parametrize(
    ("way", "rest"),
    [
        (Way.CONSENT, HELD),
        (Way.GRANTED, HELD),
        (Way.PRESSED, "pressed"),
        (Way.WITHDRAWN, "pressed"),
        (Way.PROMISE, "shelved"),
        (Way.REJECTED, "unsettled"),
        (Way.TIMED_OUT, "unsettled"),
        (Way.REFUSED, "unsettled"),
    ],
)
def test_a_booked_end_rests_in_the_part_that_the_bars_count_it_in(way: Way, rest: str) -> None:
    """Thread and bars tell one story: what is pressed or promised lies below the water, what held above."""
    thread = spin(career("a", [ended(12, Forum.OFFICE, 1, way, booked=True)]), columns())
    assert thread is not None
    assert (thread.rest, thread.knots[-1].column) == (rest, 1)
    assert thread.knots[-1].day == 2  # since it was voiced on day 10


def test_a_failure_that_the_books_admit_hides_nothing() -> None:
    """Below the waterline lies only what the books call settled."""
    thread = spin(career("a", [ended(12, Forum.OFFICE, 1, Way.REJECTED)]), columns())
    assert thread is not None
    assert thread.rest == OPEN


def test_a_fair_loss_is_no_failure() -> None:
    """Definitions 4: a loss felt fair is an end that holds."""
    thread = spin(career("a", [ended(90, Forum.COURT, 3, Way.REJECTED, booked=True, fair=True)]), columns())
    assert thread is not None
    assert (thread.rest, thread.knots[0].column) == (HELD, 4)


def test_courts_and_offices_that_decide_turn_down_instead_of_failing_to_agree() -> None:
    """Nobody fails to agree with a judge; the words must fit what happened."""
    at_court = spin(career("a", [ended(90, Forum.COURT, 3, Way.REJECTED, booked=True)]), columns())
    rejected = [ended(90, Forum.OFFICE, 1, Way.REJECTED, booked=True)]
    against_office = spin(career("a", rejected, Opponent.GOVERNMENT), columns())
    mediated = spin(career("a", rejected), columns())
    assert at_court is not None
    assert against_office is not None
    assert mediated is not None
    assert at_court.knots[0].words == against_office.knots[0].words
    assert mediated.knots[0].words != at_court.knots[0].words


def test_who_is_stopped_on_the_way_is_shown_where_they_were_going() -> None:
    """The event names the blocker's level, one below; the reader wants to see which window was not reached."""
    thread = spin(career("a", [step(10, Event.BLOCKED, Forum.PETITION, 2)]), columns())
    assert thread is not None
    assert (thread.rest, thread.knots[0].column) == (STOPPED, 3)


def test_a_return_is_told_with_what_follows_it() -> None:
    """Two knots for one moment would crowd the picture."""
    steps = [ended(12, Forum.OFFICE, 1, Way.PRESSED, booked=True), returned(300), step(300, Event.CLAIM)]
    thread = spin(career("a", steps), columns())
    assert thread is not None
    assert [knot.day for knot in thread.knots] == [2, 290]
    assert thread.knots[1].words.en == "back; A gives up"
    assert thread.knots[1].words.zh == "回流，忍了"
    assert (thread.rest, thread.knots[1].column) == (GIVEN_UP, PARTIES)


def test_a_return_at_the_very_end_is_told_and_open() -> None:
    """Leaving it out would show a settlement that did not hold."""
    thread = spin(career("a", [ended(12, Forum.COMMITTEE, 0, Way.CONSENT, booked=True), returned(700)]), columns())
    assert thread is not None
    assert thread.rest == OPEN
    assert thread.knots[-1].words.en == "it comes back"


def test_a_case_still_in_line_is_open() -> None:
    """An open case is neither settled nor hidden."""
    thread = spin(career("a", [step(10, Event.ACCEPTED, Forum.COURT, 3)]), columns())
    assert thread is not None
    assert thread.rest == OPEN


def test_a_dispute_that_was_never_voiced_has_no_thread() -> None:
    """There is nothing that anybody could have seen."""
    assert spin(career("a", [step(40, Event.FADED)], voiced=None), columns()) is None
    voiced_only = spin(career("a", []), columns())
    assert voiced_only is not None
    assert voiced_only.rest == OPEN


def test_what_is_forgotten_stays_where_it_was_pressed() -> None:
    """Being forgotten settles nothing: the thread rests in the hidden part of the forum that pressed."""
    steps = [ended(12, Forum.OFFICE, 1, Way.PRESSED, booked=True), step(260, Event.FORGOTTEN)]
    thread = spin(career("a", steps), columns())
    assert thread is not None
    assert (thread.rest, len(thread.knots)) == ("pressed", 1)


def test_outside_lies_past_the_last_column() -> None:
    """It belongs to no line of the tree; drawn in one, it would be counted there."""
    thread = spin(career("a", [step(99, Event.REGISTERED, Forum.OUTSIDE, 4, Way.SENT_BACK)]), columns())
    assert thread is not None
    assert thread.knots[0].column == len(columns())


def test_of_a_long_career_the_middle_is_left_out_and_said_to_be() -> None:
    """Few enough to read, and nothing is cut in silence."""
    steps = [ended(10 + at, Forum.COMMITTEE, 0, Way.REJECTED) for at in range(9)]
    thread = spin(career("a", steps), columns())
    assert thread is not None
    assert len(thread.knots) == MOST
    assert sum(knot.skipped for knot in thread.knots) == 9 - MOST
    assert [knot.day for knot in thread.knots] == [0, 1, 6, 7, 8]


def test_a_quarrel_between_neighbours_is_told_as_one_over_a_wall() -> None:
    """The page and the picture call it that; other disputes are not."""
    assert quarrel_of(career("a", [])).wall
    assert not quarrel_of(career("a", [], Opponent.GOVERNMENT)).wall
