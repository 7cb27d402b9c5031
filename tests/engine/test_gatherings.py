"""Group incidents in the engine: when they happen, who lodges for all, who sees them, and nothing when off."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS


def run_with(ticks: int = 150, levels: tuple[str, ...] = LEVEL_SETS[2], **sections: dict[str, Any]) -> Run:
    """A small society in which many people have the same causes."""
    pair = changed(society(5, BUSY | PRESETS["gathering"], levels=levels, households=60), **sections)
    run = Run(*pair, (), seed=4, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def test_crowds_move_no_root_and_off_there_are_none() -> None:
    """What people stand up for is born without them."""
    on, off = run_with(), run_with(processes={"gatherings": False})
    assert roots_of(on) == roots_of(off)
    assert len(history_of(on).of(Event.GROUP)) > 20
    assert len(history_of(off).of(Event.GROUP)) == len(history_of(off).of(Event.TOGETHER)) == 0
    assert not off.state.series[:, marks.S_INCIDENTS].any()


def test_what_holds_of_every_run_still_holds() -> None:
    """A dispute that is called to speak has one timer and stands in no line."""
    assert not broken(run_with())


def test_a_cause_rests_between_incidents() -> None:
    """`pause` days at least: otherwise one long quarrel is an incident a day."""
    groups = history_of(run_with(gathering={"pause": 20})).of(Event.GROUP)
    for cause in set(groups.key.tolist()):
        ticks = groups.tick[groups.key == cause]
        assert np.all(np.diff(ticks) >= 20)


def test_every_crowd_has_the_size_of_an_incident() -> None:
    """Numbers in the event, the series and the marks of disputes are of the same people."""
    run = run_with(gathering={"size": 3})
    groups = history_of(run).of(Event.GROUP)
    people = groups.detail & 0xFFFF
    assert len(people) > 3
    assert people.min() >= 3
    assert run.state.series[:150, marks.S_IN_GROUPS].sum() == people.sum()
    assert run.state.series[:150, marks.S_INCIDENTS].sum() == len(groups)
    assert np.count_nonzero(run.state.tried & marks.GROUPED) <= people.sum()


def test_a_larger_threshold_brings_fewer_incidents() -> None:
    """The same luck: monotone over the size."""
    counts = [len(history_of(run_with(gathering={"size": size})).of(Event.GROUP)) for size in (2, 4, 12)]
    assert counts[0] > counts[1] > counts[2]


def test_the_one_who_speaks_lodges_on_the_next_day_past_gates_and_interception() -> None:
    """Straight to a high level (charter 3.10), at the highest petition office there is."""
    run = run_with(gate={"strictness": 1.0}, appraisal={"w_z": 3.0, "w_u": 2.0, "exposure": 0.0}, ticks=120)
    told = history_of(run)
    groups, together = told.of(Event.GROUP), told.of(Event.TOGETHER)
    spoken = groups.only((groups.detail >> 32 & 1) == 1)
    assert len(together) > 5
    last = spoken.tick < 119
    assert sorted(spoken.tick[last] + 1) == sorted(together.tick)
    assert set(together.forum) == {int(Forum.PETITION)}
    assert len(set(together.slot)) == 1
    joined = told.of(Event.ACCEPTED)
    accepted = set(zip(joined.tick.tolist(), joined.key.tolist(), strict=True))
    assert all(pair in accepted for pair in zip(together.tick.tolist(), together.key.tolist(), strict=True))


def test_institutions_see_incidents_where_they_go() -> None:
    """The reported ring of the office's place counts them; principals below know that something went up."""
    run = run_with(ticks=25)
    groups = history_of(run).of(Event.GROUP)
    assert run.state.place_gathered.sum() == len(groups) > 0
    keys = run.state.place_key[run.state.place_gathered.any(axis=1)]
    assert set(keys.tolist()) == set(groups.other.tolist())


@pytest.mark.parametrize("levels", LEVEL_SETS)
def test_on_every_kind_of_tree_crowds_go_to_the_highest_petition_office(levels: tuple[str, ...]) -> None:
    """Without a petition office they go to the highest forum."""
    run = run_with(levels=levels, ticks=80)
    forums = run.p.forum_of_slot.tolist()
    petitions = [slot for slot, forum in enumerate(forums) if forum == Forum.PETITION]
    wanted = max(petitions or [slot for slot, forum in enumerate(forums) if forum])
    assert set(history_of(run).of(Event.GROUP).slot.tolist()) <= {wanted}
