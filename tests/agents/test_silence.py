"""The traps of a façade over columns are silent: nothing fails, and the answer is nothing. Each is a claim here."""

from __future__ import annotations

import gc

import numpy as np
import pytest

from sim.agents import ClosedModel, Mediator, Model, ReadOnly, Resident, UnknownName, col
from sim.errors import BadInput


def test_groups_are_not_empty_when_nobody_holds_their_agents(society: Model) -> None:
    """With weak references `groupby().count()` was a row of zeros."""
    groups = society.agents.groupby(type)
    gc.collect()
    assert groups.count() == {Resident: 3000, Mediator: 5, society.agent_types[2]: 2}
    assert sum(len(group) for _, group in society.residents.groupby("place")) == 3000


def test_sorting_keeps_every_row(society: Model) -> None:
    """With weak references `sort` had no rows."""
    ordered = society.residents.sort("standing")
    gc.collect()
    values = ordered.get("standing")
    assert len(values) == 3000
    assert values == sorted(values, reverse=True)


def test_a_selection_outlives_the_line_that_made_it(society: Model) -> None:
    """A set that is looked at a line later must still hold whom it held."""
    some = society.residents.select(lambda resident: resident.adult, at_most=7)
    gc.collect()
    assert len(some) == len(list(some)) == len(some.get("mood")) == 7


def test_a_misspelt_name_is_neither_read_nor_written(society: Model) -> None:
    """Python would make a new attribute on a view that is thrown away at the end of the line."""
    resident = society.residents[0]
    for write in (lambda: setattr(resident, "moood", 0.5), lambda: society.residents.set("moood", 0.5)):
        with pytest.raises(UnknownName, match="Did you mean 'mood'"):
            write()
    with pytest.raises(UnknownName, match="Did you mean 'legal_knowledge'"):
        society.residents.get("legal_knowlege")
    assert not hasattr(resident, "moood")


def test_what_follows_from_the_run_cannot_be_written(society: Model) -> None:
    """A write to a copy of a column, or into a world that other runs share, must not look as if it had worked."""
    for write in (
        lambda: setattr(society.residents[0], "standing", 1.0),
        lambda: society.residents.set("place", society.places[0]),
        lambda: setattr(society.mediators[0], "hours", 100),
        lambda: setattr(society.places[0].principal, "m", 0.0),
        lambda: setattr(society.disputes[0], "hostility", 0.0),
        lambda: setattr(society.residents[0], "unique_id", 5),
        lambda: delattr(society.residents[0], "mood"),
    ):
        with pytest.raises(ReadOnly):
            write()


def test_a_write_to_several_kinds_happens_wholly_or_not_at_all(own: Model) -> None:
    """Half of a write is worse than none: it is not seen."""
    own.add_column(Resident, "asked", False)
    with pytest.raises(UnknownName):
        own.agents.set("asked", True)
    assert own.residents.agg("asked", sum) == 0


def test_arrays_that_are_handed_out_are_ones_own(society: Model) -> None:
    """Writing into what a set gave must not reach the run."""
    before = society.residents.agg("mood", sum)
    society.residents.column("mood")[:] = 1.0
    society.residents.agg("mood", lambda values: values.clear())
    society.residents.agg("mood", np.asarray).fill(1.0)
    assert society.residents.agg("mood", sum) == before


def test_narrow_columns_do_not_overflow(society: Model) -> None:
    """Age bands are bytes: 0 - 1 was 255."""
    assert society.residents.column("age_band").dtype == np.int64
    low, high = society.residents.agg("age_band", [np.min, np.max])
    assert low - high == -5


def test_a_condition_is_not_swallowed_by_python(society: Model) -> None:
    """`0 < col(…) < 1`, `and` and `not` would drop one half of the condition without a word."""
    for wrong in (
        lambda: 0.0 < col("mood") < 0.5,
        lambda: col("mood") > 0.5 and col("adult") == True,  # noqa: E712
        lambda: not (col("mood") > 0.5),
        lambda: bool(col("adult")),
    ):
        with pytest.raises(TypeError, match="no truth of its own"):
            wrong()
    with pytest.raises(TypeError):
        society.residents.select(col("adult"))  # type: ignore[arg-type]


def test_a_step_past_the_end_is_an_error(own: Model) -> None:
    """A loop over 5,000 days on a run of 930 would repeat its last day."""
    own.run()
    assert (own.running, own.days_left, own.steps) == (False, 0, own.tick)
    with pytest.raises(BadInput, match="a run ends with its follow-up"):
        own.step()
    assert own.steps == own.tick
    with pytest.raises(BadInput, match="days must be 0 to 0, got 1"):
        own.run(1)


def test_a_closed_model_says_so(own: Model) -> None:
    """A view, a set or a model without its run must not answer with what it once knew."""
    residents, resident, place = own.residents, own.residents[3], own.places[1]
    own.close()
    own.close()
    assert own.closed
    assert "closed" in repr(own)
    for use in (
        lambda: own.agents,
        lambda: own.day,
        lambda: own.step(),
        lambda: own.running,
        lambda: own.run(1),
        lambda: resident.mood,
        lambda: residents.get("mood"),
        lambda: residents.agg("standing", np.mean),
        lambda: list(residents),
        lambda: place.principal.m,
    ):
        with pytest.raises(ClosedModel, match="a closed model holds nothing"):
            use()


def test_agents_of_another_model_are_not_taken_in(society: Model, own: Model) -> None:
    """Row 5 of one run is not row 5 of another."""
    assert society.residents[5] != own.residents[5]
    assert own.residents[5] not in society.residents
    assert len(society.residents & own.residents.select(at_most=9)) == 0
    with pytest.raises(BadInput, match="agents of a set must be of one model"):
        society.mediators | own.mediators


def test_groups_stay_when_their_set_is_put_into_another_order(own: Model) -> None:
    """Groups are made when they are asked for, but of the agents as they stood when they were grouped."""
    groups = own.residents.groupby("sex")
    first = own.residents[0]
    own.residents.shuffle(inplace=True)
    assert first in groups.groups[first.sex]
    assert groups.agg("standing", len) == groups.count()
    assert all({agent.sex for agent in group} == {sex} for sex, group in groups)
