"""Conditions on columns answer for many what they answer for each one."""

from __future__ import annotations

import pytest

from sim.agents import Model, col
from sim.agents.expressions import Condition
from sim.names import Forum

CONDITIONS = {
    "greater": col("mood") > 0.001,
    "at least": col("age_band") >= 2,
    "less": 0.2 > col("standing"),  # noqa: SIM300 - the other way round is the point
    "at most": col("standing") <= col("legal_knowledge"),
    "words": col("sex") == "woman",
    "not words": col("sex") != "woman",
    "truth": col("adult") == True,  # noqa: E712
    "and": (col("mood") > 0.0001) & (col("sex") == "man"),
    "or, not": ~((col("age_band") == 0) | (col("urban") == True)),  # noqa: E712
    "one of": col("age_band").isin([1, 3]),
    "one of words": col("sex").isin(["man"]),
    "what computes": col("disputes") != (),
    "two computed": col("neighbours") == col("tied"),
}


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS.keys())
def test_a_condition_answers_for_many_what_it_answers_for_one(condition: Condition, society: Model) -> None:
    """The quick way and the plain way through a million agents must find the same ones."""
    some = society.residents.sort("legal_knowledge").select(at_most=600)
    chosen = some.select(condition)
    assert list(chosen) == [resident for resident in some if condition(resident)]
    assert 0 < len(chosen) < 600


def test_a_condition_can_ask_for_things(society: Model) -> None:
    """Places and kinds of forum are attributes as any other."""
    village = society.places[-1]
    assert society.residents.select(col("place") == village) == village.residents
    assert len(society.mediators.select(col("kind") == Forum.COMMITTEE)) == 3
    assert len(society.agents.select(col("hours") > 0.1, agent_type=type(society.mediators[0]))) > 0


def test_at_most_counts_what_the_condition_lets_through(society: Model) -> None:
    """As with a filter function."""
    quick = society.residents.select(col("mood") > 0, at_most=5)
    assert list(quick) == list(society.residents.select(lambda resident: resident.mood > 0, at_most=5))
    assert len(society.residents.select(at_most=0).select(col("mood") > 0)) == 0
