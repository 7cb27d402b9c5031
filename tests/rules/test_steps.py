"""The three steps of a petition as a rule: one level up at a time, then closed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.steps import MOST_STEPS, office_open

level = st.integers(0, 6)


@given(level, level)
def test_any_office_may_give_the_first_answer(next_level: int, here: int) -> None:
    """Skipping is not the steps' affair."""
    assert office_open(0, next_level, here) == 1


@given(st.integers(1, MOST_STEPS - 1), level, level)
def test_a_review_goes_one_level_up_and_nowhere_else(steps: int, next_level: int, here: int) -> None:
    """Neither the same office again, nor a leap over the one above."""
    assert office_open(steps, next_level, here) == int(here == next_level)


@given(level, level)
def test_after_the_third_answer_offices_are_closed(next_level: int, here: int) -> None:
    """Then closed: the law's word."""
    assert office_open(MOST_STEPS, next_level, here) == 0
