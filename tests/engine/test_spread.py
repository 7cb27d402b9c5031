"""Spread: pressure against a dict, one child for each household and cause, thresholds that know no order."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.draws import child_id, exponential
from sim.engine.marks import DISPUTES, PRESSURES
from sim.engine.spread import refill_pressure
from sim.engine.state import grow
from sim.names import Event, Origin, Purpose
from tests.engine import doors
from tests.engine.history import history_of
from tests.engine.societies import CROWDED, blank_state, run_of, society, start_smallest

CONTAGION, CONTAGION_ID = int(Purpose.CONTAGION), int(Purpose.CONTAGION_ID)
pushes = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2**31 - 1), st.integers(0, 70_000)), max_size=60)
few = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 70_000)), max_size=60)


@pytest.fixture(scope="module")
def hot() -> Any:
    run = run_of(society(7), seed=1, keep_events=True)
    run.advance(200)
    return run


@given(st.one_of(pushes, few))
def test_the_table_of_pressure_is_a_dict_that_grows(found: list[tuple[int, int, int]]) -> None:
    """Sums by (cause, household), whatever collides and however often the table is refilled; what fired stays fired."""
    with pytest.MonkeyPatch.context() as patch:
        start_smallest(patch)
        state = blank_state(society(1))
    plain: dict[tuple[int, int], int] = {}
    fired: set[tuple[int, int]] = set()
    for cause, household, units in found:
        needed = int(state.count[PRESSURES]) + 1
        if 2 * needed >= len(state.pressure_key):
            old = (state.pressure_key, state.pressure_units, state.pressure_fired)
            grow(state, "pressure", 4 * needed, 3)
            refill_pressure(state.record, *old)
        doors.press(state.record, cause, household, units)
        plain[cause, household] = plain.get((cause, household), 0) + units
        if units % 3 == 0:
            state.pressure_fired[state.pressure_key == (cause << 32 | household)] = 1
            fired.add((cause, household))
        assert {pair: doors.pressed(state.record, *pair) for pair in plain} == plain
        assert doors.pressed(state.record, 99, 5) == -1
        held = state.pressure_key[state.pressure_fired == 1]
        assert {(int(code) >> 32, int(code) & (2**32 - 1)) for code in held} == fired
    assert int(state.count[PRESSURES]) == len(plain)


def test_a_household_joins_a_cause_once(hot: Any) -> None:
    """One sympathetic grievance per (cause, household), ever, and its id is made of nothing else."""
    state, n = hot.state, int(hot.state.count[DISPUTES])
    children = np.flatnonzero(state.origin[:n] == Origin.CONTAGION)
    households = hot.world.res_household[state.claimant[children]]
    causes = state.cause[children]
    assert len(children) > 20
    assert len(set(zip(causes.tolist(), households.tolist(), strict=True))) == len(children)
    for i, household in zip(children.tolist(), households.tolist(), strict=True):
        key = doors.key_of_household(state.record, household)
        assert int(state.id[i]) == child_id(CONTAGION_ID, int(state.cause_key[state.cause[i]]), np.uint64(key))


def test_a_child_is_born_exactly_where_pressure_has_passed_its_threshold(hot: Any) -> None:
    """Accumulated pressure against one keyed draw: no order of pushes, days or rows can matter."""
    state = hot.state
    for at in np.flatnonzero(state.pressure_key >= 0).tolist():
        cause, household = int(state.pressure_key[at]) >> 32, int(state.pressure_key[at]) & (2**32 - 1)
        key = doors.key_of_household(state.record, household)
        threshold = exponential(hot.seed, CONTAGION, int(state.cause_key[cause]), np.uint64(key))
        assert int(state.pressure_fired[at]) == (int(state.pressure_units[at]) / 65536 >= threshold)


def test_children_take_over_the_cause_and_the_root(hot: Any) -> None:
    """Same type, respondent and cause as an earlier dispute of another household; the root family is one of theirs."""
    state, n = hot.state, int(hot.state.count[DISPUTES])
    household = hot.world.res_household[state.claimant[:n]]
    for i in np.flatnonzero(state.origin[:n] == Origin.CONTAGION).tolist():
        before = np.flatnonzero((state.cause[:n] == state.cause[i]) & (np.arange(n) < i) & (household != household[i]))
        assert before.size
        for name in ("type", "respondent", "respondent_place", "respondent_key", "power"):
            assert getattr(state, name)[i] == getattr(state, name)[before[0]], name
        assert int(state.root[i]) in state.root[before].tolist()
        assert int(state.born[i]) > int(state.born[before].min())


def test_nobody_is_pressed_against_himself(hot: Any) -> None:
    """The respondent's own household never joins the cause against it."""
    state, n = hot.state, int(hot.state.count[DISPUTES])
    people = state.respondent[:n]
    resident = people >= 0
    own = hot.world.res_household[people[resident]]
    codes = {int(code) for code in state.pressure_key if code >= 0}
    pairs = zip(state.cause[:n][resident].tolist(), own.tolist(), strict=True)
    assert not codes & {cause << 32 | household for cause, household in pairs}


def test_without_spread_nobody_is_drawn_in() -> None:
    """The switch: no child of sympathy, no pressure; only the hurt themselves are angry."""
    run = run_of(society(7, CROWDED | {"processes.spread": False}), seed=1, keep_events=True)
    run.advance(200)
    state, n = run.state, int(run.state.count[DISPUTES])
    assert not (state.origin[:n] == Origin.CONTAGION).any()
    assert int(state.count[PRESSURES]) == 0
    angry = np.flatnonzero(state.mood)
    assert angry.size
    assert np.isin(angry, state.claimant[:n]).all()
    assert (history_of(run).kind == Event.BLOCKED).any()
