"""Posts in the engine: who serves, what serving does to him, turnover, volunteers, paperwork; and nothing when off."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, StaffKind
from tests.engine.history import history_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

PROCESSES = ("staff", "turnover", "fatigue", "paperwork", "volunteers", "learning")
NO_POSTS = (Forum.PREFILING, Forum.ARBITRATION, Forum.RECONSIDERATION)
"""Forums that have hours alone."""
STILL = dict.fromkeys(("turnover", "fatigue", "paperwork", "volunteers", "learning"), False)


def run_with(ticks: int = 200, processes: dict[str, bool] | None = None, seed: int = 4, **numbers: float) -> Run:
    """A small society with staff that comes and goes; section__name=value changes a number."""
    sections: dict[str, dict[str, Any]] = {"processes": dict(processes or {})}
    for key, value in numbers.items():
        section, _, name = key.partition("__")
        sections.setdefault(section, {})[name] = value
    pair = changed(society(5, BUSY | PRESETS["staffed"], levels=LEVEL_SETS[1], households=60), **sections)
    run = Run(*pair, seed=seed, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def agreed(run: Run) -> float:
    """Share of sessions with an agreement or a grant."""
    sessions = history_of(run).of(Event.SESSION)
    return float(np.mean(sessions.detail >> 8 & 1))


def test_every_invariant_holds_with_all_of_it_on() -> None:
    """Conservation (charter 7) does not depend on who is there."""
    for seed in range(3):
        assert broken(run_with(seed=seed)) == []


def test_without_staff_nothing_of_it_acts() -> None:
    """Turnover, fatigue, volunteers and learning are about people: without posts they change not one event."""
    nobody = run_with(processes={"staff": False, "paperwork": False})
    assert len(nobody.state.post_in) == 0
    assert nobody.digest == run_with(processes=dict.fromkeys(PROCESSES, False)).digest
    assert nobody.digest != run_with().digest


def test_skill_of_slope_0_without_the_rest_is_no_process() -> None:
    """Posts divide hours and decide who serves; at `settle.skill` 0 the disputes do not notice."""
    same = run_with(processes=STILL, settle__skill=0.0)
    assert same.digest == run_with(processes=dict.fromkeys(PROCESSES, False)).digest
    sessions = history_of(same).of(Event.SESSION)
    assert int(same.state.post_held.sum()) == int((~np.isin(sessions.forum, NO_POSTS)).sum())


def test_learning_of_strength_0_is_bit_identical() -> None:
    """Definitions 7: off by default, and at strength 0 history is what it was."""
    off, none = run_with(processes={"learning": False}), run_with(learning__gain=0.0)
    assert off.digest == none.digest != run_with(learning__gain=1.0).digest


def test_skill_and_practice_raise_agreements_and_fatigue_lowers_them() -> None:
    """Signs in a society, paired: all skilled against none; practice at full strength; tired against rested."""
    kinds = {f"skill__{kind}_{side}": 1.0 for kind in ("part_time", "volunteer", "grid", "industry", "contracted",
             "clerk") for side in ("near", "technical", "authority")}  # fmt: skip
    flat = {"skill__person": 0.0, "skill__family": 0.0}
    low, high = (
        run_with(processes=STILL, **flat, **{name: sign * value for name, value in kinds.items()})
        for sign in (-1.0, 1.0)
    )
    assert agreed(high) > agreed(low) + 0.02
    learnt = run_with(processes={**STILL, "learning": True}, **flat)
    assert agreed(learnt) > agreed(run_with(processes=STILL, **flat))
    tired, rested = (run_with(processes={**STILL, "fatigue": True}, fatigue__drop=drop) for drop in (0.5, 0.0))
    assert agreed(tired) < agreed(rested) - 0.02
    assert rested.digest == run_with(processes=STILL).digest


def test_the_next_free_serves_and_keeps_the_case() -> None:
    """Work is shared out: nobody gets a second case before everybody who works there has had a first."""
    run = run_with(processes=STILL)
    st = run.state
    n = int(st.count[marks.FILINGS])
    served = st.filing_post[:n][st.filing_post[:n] >= 0]
    lines = st.filing_line[:n][st.filing_post[:n] >= 0]
    assert np.array_equal(st.post_line[served], lines)
    had = np.bincount(served, minlength=len(st.post_line))
    shared = 0
    for line in np.flatnonzero(np.bincount(st.post_line, minlength=len(st.line_head)) > 1):
        here = had[st.post_line == line]
        assert here.min() > 0 or here.max() <= 1
        shared += here.max() > 1
    assert shared > 1


def test_posts_that_fall_empty_are_filled_after_the_vacancy() -> None:
    """Every successor comes the declared days after his predecessor left; hours are those of who is there."""
    run = run_with(ticks=300)
    events, st = history_of(run), run.state
    left, taken = events.of(Event.POST_LEFT), events.of(Event.POST_TAKEN)
    kind = left.detail & 255
    by_hazard = kind != StaffKind.VOLUNTEER
    assert by_hazard.sum() > 20
    came = {(key, detail): tick for key, detail, tick in zip(taken.key, taken.detail, taken.tick, strict=True)}
    waits = [
        came[key, detail + 256] - tick
        for key, detail, tick, some in zip(left.key, left.detail, left.tick, by_hazard, strict=True)
        if some and (key, detail + 256) in came
    ]
    assert set(waits) == {6}
    there = np.zeros(len(st.line_head), dtype=np.int64)
    np.add.at(there, st.post_line, st.post_minutes * (st.post_in > 0))
    assert np.array_equal(there[: len(run.world.minutes.ravel())], st.line_staffed[: len(run.world.minutes.ravel())])
    assert int(st.series[:, marks.S_POSTS_LEFT].sum()) == len(left)


def test_more_turnover_leaves_sooner_and_vacancies_cost_hours() -> None:
    """One Exp(1) a spell: who leaves at a low hazard leaves no later at a high one; empty posts serve nobody."""
    first = []
    for rate in (0.5, 2.0):
        left = history_of(run_with(ticks=300, turnover__part_time=rate)).of(Event.POST_LEFT)
        part = left.only((left.detail & 255 == StaffKind.PART_TIME) & (left.detail >> 8 == 0))
        first.append(dict(zip(part.key.tolist(), part.tick.tolist(), strict=True)))
    assert len(first[1]) > len(first[0]) > 3
    assert all(first[1][key] <= tick for key, tick in first[0].items())
    hours = [
        int(run_with(turnover__vacancy_days=days).state.series[:, marks.S_AVAILABLE : marks.S_AVAILABLE + 8].sum())
        for days in (0, 90)
    ]
    assert hours[1] < 0.95 * hours[0]


def test_turnover_costs_by_events_not_by_days() -> None:
    """The contract of cost: with nobody leaving, evenings of institutions touch no post."""
    still = dict.fromkeys(("volunteers", "paperwork", "padding", "detection", "trust"), False)
    quiet = run_with(processes={**still, "turnover": False})
    busy = run_with(processes=still)
    left = len(history_of(busy).of(Event.POST_LEFT)) + len(history_of(busy).of(Event.POST_TAKEN))
    assert left > 0
    assert int(busy.state.touch[7]) - int(quiet.state.touch[7]) <= left


def test_volunteers_stay_where_it_pays_and_leave_where_they_toil() -> None:
    """Benefit minus cost: more are in with a larger benefit; nobody changes who never thinks it over."""
    shares = []
    for benefit in (-2.0, 3.0):
        st = run_with(ticks=300, volunteers__benefit=benefit).state
        some = st.post_kind == StaffKind.VOLUNTEER
        shares.append(float(st.post_in[some].mean()))
    assert shares[0] < 0.5 < shares[1]
    never = history_of(run_with(volunteers__reconsider=0.0))
    for event in (Event.POST_LEFT, Event.POST_TAKEN):
        assert not (never.of(event).detail & 255 == StaffKind.VOLUNTEER).any()


@pytest.mark.parametrize("name", ["case_minutes", "report_minutes"])
def test_paperwork_takes_hours(name: str) -> None:
    """None at 0; more of it, fewer sessions; the minutes are told."""
    runs = [run_with(**{"paperwork__case_minutes": 0, "paperwork__report_minutes": 0, f"paperwork__{name}": minutes})
            for minutes in (0, 480)]  # fmt: skip
    paper = [int(run.state.series[:, marks.S_PAPER].sum()) for run in runs]
    assert paper[0] == 0 < paper[1]
    sessions = [len(history_of(run).of(Event.SESSION)) for run in runs]
    assert sessions[1] < sessions[0]
    assert runs[0].digest == run_with(processes={"paperwork": False}).digest


def test_contracts_end_on_their_terms() -> None:
    """Purchased hours: successive holders of a contracted post leave whole terms after they came."""
    events = history_of(run_with(ticks=400, turnover__vacancy_days=5, turnover__renewal=0.0))
    left, taken = events.of(Event.POST_LEFT), events.of(Event.POST_TAKEN)
    came = {(key, detail): tick for key, detail, tick in zip(taken.key, taken.detail, taken.tick, strict=True)}
    held = [
        tick - came[key, detail]
        for key, detail, tick in zip(left.key, left.detail, left.tick, strict=True)
        if detail & 255 == StaffKind.CONTRACTED and (key, detail) in came
    ]
    assert held
    assert set(held) == {30}
