"""What a day costs: due disputes, lodgements, sessions, non-empty lines. Never residents, never those who wait."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.borders import PASSED_ON
from sim.engine.marks import S_ACCEPTED, S_BORN, S_CHILDREN
from sim.names import Event, Forum, Phase, Way
from sim.rules.spread import heat_above
from tests.engine.crowds import TIMES, crowd, plant_backlog
from tests.engine.history import History, failed, history_of
from tests.engine.societies import CROWDED, STAYING, UNFOUND, changed, run_of, society

ROOT = Path(__file__).parents[2]
OF_THE_EVENING = (Event.REVIEW, Event.EMERGENCY, Event.DEMANDS, Event.TRUST)
"""Events of phase 7, one for each place or level that it looks at."""


def hurts(history: History) -> tuple[list[int], list[float]]:
    """Ids and hostility of all who were hurt: failures, blocks, returns by a gate, doors that stayed shut."""
    ids, heats = [], []
    for kind, number in ((Event.BLOCKED, 0), (Event.RETURNED, 0), (Event.NOT_FILED, 0), (Event.ENDED, 0),
                         (Event.TALK, 1), (Event.REGISTERED, 0), (Event.APPEAL_DECIDED, 1),
                         (Event.ATTENDED, 1)):  # fmt: skip
        some = history.of(kind)
        if kind == Event.ENDED:
            some = some.only(failed(some))
        elif kind == Event.APPEAL_DECIDED:
            some = some.only((some.detail & 6) == 0)
        elif kind in (Event.TALK, Event.REGISTERED):
            some = some.only(np.isin(some.detail & 255, (Way.REJECTED, Way.SENT_BACK)))
        elif kind == Event.ATTENDED:
            some = some.only(np.isin(some.detail & 255, (Way.REJECTED, Way.REFUSED, Way.NO_OFFICER)))
        ids += some.key.tolist()
        heats += some.numbers[:, number].tolist()
    return ids, heats


def began(today: History) -> int:
    """Disputes that became active today: for each the group incidents look at its cause."""
    came_back, lost = today.of(Event.BROKEN), today.of(Event.APPEAL_DECIDED)
    back = int((came_back.detail & 255 == 0).sum()) + int(((lost.detail & 6) == 0).sum())
    return len(today.of(Event.VOICED)) + len(today.of(Event.REOPENED)) + back


def told(today: History) -> int:
    """The most stances that the day's experiences may have moved: belief and trust by each, trust by being voiced."""
    both = np.isin(today.kind, (Event.ENDED, Event.APPEAL_DECIDED, Event.NOT_FILED, Event.REGISTERED, Event.BLOCKED,
                                Event.RETURNED, Event.ATTENDED, Event.REOPENED))  # fmt: skip
    return 2 * int(both.sum()) + int(np.isin(today.kind, (Event.VOICED, Event.ENDED, Event.BROKEN)).sum())


@pytest.mark.parametrize(("seed", "docket"), [(0, False), (1, False), (2, True)])
def test_each_phase_touches_what_happened_and_no_more(seed: int, docket: bool) -> None:
    """Day by day: births, due timers, lodgements, sessions and non-empty lines, ties of the hurt, reviewed places.

    With suits of organisations besides: courts, and suits that were heard.
    """
    run = run_of(
        society(seed, CROWDED | UNFOUND | STAYING | {"processes.docket": docket}),
        "keep_in_village+petition_quota",
        seed=seed,
        keep_events=True,
    )
    state = run.state
    seen = len(run.events[0])
    busiest = moved = groups = 0
    courts = len(state.court_place)
    assert bool(courts) == docket
    while run.tick < 120:
        before = state.touch.copy()
        n = int(state.count[marks.DISPUTES])
        due = int((state.due[:n] == run.tick).sum())
        run.advance(1)
        touched = state.touch - before
        today = history_of(run)
        today = today.only(np.arange(len(today)) >= seen)
        seen += len(today)
        row = state.series[run.tick - 1]
        assert touched[1] == row[S_BORN] + row[S_CHILDREN]
        assert due <= touched[2] == int(state.count[marks.DUE])
        assert touched[3] == courts + row[S_ACCEPTED : S_ACCEPTED + len(marks.LINE_KINDS)].sum()
        hearings = np.isin(today.kind, (Event.SESSION, Event.CONSENT, Event.MISROUTED))
        needed, came = today.detail >> 32 & 0xFFFF, today.detail >> 16 & 0xFFFF
        hearings |= (today.kind == Event.DEPARTMENTS) & (came != needed)
        hearings |= (today.kind == Event.BORDER) & (today.detail == PASSED_ON)
        sessions = today.only((today.phase == Phase.SERVE) & hearings)
        places = {int(key): i for i, key in enumerate(run.world.place_key)}
        width = run.p.n_levels + 1
        behind = (Forum.PREFILING, Forum.ARBITRATION, Forum.RECONSIDERATION)
        served = {
            (width + behind.index(forum)) * len(places) + places[other]
            if forum in behind
            else places[other] * width + (width - 1 if forum == Forum.COURT else slot)
            for other, forum, slot in zip(
                sessions.other.tolist(), sessions.forum.tolist(), sessions.slot.tolist(), strict=True
            )
        }
        served |= set(np.flatnonzero(state.line_length).tolist()) | set(
            np.flatnonzero(state.line_docket_heard).tolist()
        )
        assert touched[4] == len(sessions) + int(state.line_docket_heard.sum()) + len(served)
        ids, heats = hurts(today)
        rows = {int(key): i for i, key in enumerate(state.id[: int(state.count[marks.DISPUTES])])}
        home = [int(run.world.res_household[state.claimant[rows[key]]]) for key in ids]
        ties = [int(run.world.tie_start[h + 1] - run.world.tie_start[h]) for h in home]
        hot = [heat_above(heat, run.p.spread_hot) > 0 for heat in heats]
        pushed = len(ids) + sum(t for t, burns in zip(ties, hot, strict=True) if burns)
        assert touched[6] == pushed + began(today)
        beside = int(touched[7]) - int(np.isin(today.kind, OF_THE_EVENING).sum())
        assert 0 <= beside <= told(today)
        busiest, moved, groups = max(busiest, pushed), moved + beside, groups + len(today.of(Event.GROUP))
    assert busiest > 20
    assert moved > 100
    assert groups > 0


def test_sixteen_times_the_residents_touch_nothing_more() -> None:
    """The same disputes among sixteen times the people: the same events, and every counter of every phase the same.

    But TRUST tells how many have had an experience: of as many, more are different people.
    """
    few, many = (run_of(crowd(times), seed=5, keep_events=True) for times in (1, TIMES))
    for run in (few, many):
        run.advance(200)
    assert many.world.n_residents == TIMES * few.world.n_residents
    one, other = history_of(few), history_of(many)
    assert np.array_equal(few.events[0][:, :3], many.events[0][:, :3])
    told = one.kind == Event.TRUST
    assert np.array_equal(one.detail[~told], other.detail[~told])
    assert (one.detail[told] <= other.detail[told]).all()
    assert one.detail[told].any()
    assert np.array_equal(one.numbers[:, :2], other.numbers[:, :2])  # the third may be a mood: whom pushes meet differs
    assert int(few.state.count[marks.DISPUTES]) > 1000
    assert int(few.state.line_length.max()) > 10
    assert many.state.touch.tolist() == few.state.touch.tolist()


@pytest.mark.parametrize("seed", range(3))
def test_ten_times_the_backlog_touches_nothing_more(seed: int) -> None:
    """Ten for each who waits, planted behind every long line: nobody behind them notices, and no phase counts them.

    Service demands would notice, like a session under load: an office that is behind meets fewer.
    """
    pair = changed(society(seed), claim={"wait": 0.0}, processes={"load": False}, contacts={"load": 0.0, "minutes": 0},
                   incidence={"lambda_person": 9000.0, "lambda_government": 2000.0})  # fmt: skip
    short, long = run_of(pair, seed=seed), run_of(pair, seed=seed)
    for run in (short, long):
        run.advance(150)
    planted: list[int] = []
    waiting = int(long.state.count[marks.QUEUED])
    for line in np.flatnonzero(long.state.line_length > 10).tolist():
        planted += plant_backlog(long, line, 10 * int(long.state.line_length[line]))
    assert int(long.state.count[marks.QUEUED]) - waiting == len(planted) > 200
    before = short.state.touch.copy()
    assert (long.state.touch == before).all()
    for run in (short, long):
        run.advance(4)
    assert long.digest == short.digest
    assert (long.state.touch == short.state.touch).all()
    assert short.state.touch[2:5].sum() > before[2:5].sum() + 20
    assert (long.state.line[planted] >= 0).all()


def test_years_of_overload_cost_what_is_served_and_lodged(town: Any) -> None:
    """Arrivals above capacity for two years: lines grow for ever, the work of serving them stays what capacity is."""
    hopeful = {"claim": {"wait": 0.0, "lump": 1.0}, "patience": {"rate": 0.05}}
    run = run_of(changed(town, incidence={"lambda_person": 130.0, "lambda_government": 32.0}, **hopeful), seed=2)
    touched, lengths = [], []
    for _ in range(4):
        before = run.state.touch.copy()
        run.advance(150)
        touched.append(run.state.touch - before)
        lengths.append(int(run.state.count[marks.QUEUED]))
    series = run.state.series[: run.tick].sum(axis=0, dtype=np.int64)
    assert lengths[-1] > 2.25 * lengths[0] > 2500
    sessions = int(series[marks.S_SESSIONS : marks.S_SESSIONS + len(marks.LINE_KINDS)].sum())
    lines = int((run.state.line_minutes > 0).sum())
    suits = int(series[marks.S_SUITS] + series[marks.S_SUITS_SENT])  # heard once, or twice where mediation failed
    assert suits > 0
    assert int(run.state.touch[4]) <= sessions + suits + lines * run.tick
    courts = len(run.state.court_place) * run.tick
    assert int(run.state.touch[3]) == courts + int(series[S_ACCEPTED : S_ACCEPTED + len(marks.LINE_KINDS)].sum())
    assert int(touched[-1][4]) < 1.15 * int(touched[0][4])


@pytest.mark.slow
def test_no_cell_is_read_for_those_who_wait_or_live_there() -> None:
    """Every access to every column counted with the JIT off: the counters above cannot overlook a hidden loop."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.counting"],
        cwd=ROOT, env=os.environ | {"NUMBA_DISABLE_JIT": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    few, many, short, long = (told[name] for name in ("few residents", "many residents", "short lines", "long lines"))
    assert few.keys() == many.keys()
    for axis, accesses in few.items():  # fewer people meet twice: a few more causes, a few moods begun
        assert many[axis] <= 1.3 * accesses, axis
    assert short.keys() == long.keys()
    for axis, accesses in short.items():  # who leaves from the end of a line may no longer be its last
        assert abs(long[axis] - accesses) <= 5 + 0.005 * accesses, axis
    assert min(short["dispute"], few["resident"], few["household"]) > 100
