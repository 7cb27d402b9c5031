"""Candidates: the same roots under every policy, a law of counts, and starting stocks that are what the page says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.draws import child_id, pack, uniform
from sim.engine.marks import LEGACY, STOCK_BLOCK, STOCK_DAYS, UNDER_WAY
from sim.names import Event, Origin, Purpose, State, Way
from tests.engine.history import history_of, roots_of
from tests.engine.societies import changed, run_of, society

ARMS = (
    "keep_in_village",
    "petition_quota(dose=0.5)",
    "petition_quota(exposure=0.3)+resource_sinking",
    "keep_in_village(dose=0.2,targets=rural)+petition_quota(start=20)+resource_sinking(dose=0.5)",
)


def dosed(arm: str, dose: float) -> str:
    """The first policy of an arm at another dose."""
    return f"{arm.partition('(')[0].partition('+')[0]}(dose={dose:.3f})"


@pytest.fixture(scope="module")
def baseline() -> Any:
    run = run_of(society(3), seed=6, keep_events=True)
    run.advance(150)
    return run


@pytest.mark.parametrize("arm", ARMS)
def test_every_policy_meets_the_same_roots(baseline: Any, arm: str) -> None:
    """Roots are exogenous: the births of roots are the same to the bit under every policy and dose."""
    run = run_of(society(3), arm, seed=6, keep_events=True)
    run.advance(150)
    assert run.digest != baseline.digest
    assert roots_of(run) == roots_of(baseline)


@given(st.integers(0, 1000), st.floats(0, 1), st.sampled_from(ARMS))
@settings(max_examples=12)
def test_any_seed_and_dose_meets_the_same_roots(seed: int, dose: float, arm: str) -> None:
    """And over seeds and doses, where people, ties, moods and lines all come out differently."""
    pair = society(seed % 5)
    first, second = (
        run_of(pair, seed=seed, keep_events=True),
        run_of(pair, dosed(arm, dose), seed=seed, keep_events=True),
    )
    for run in (first, second):
        run.advance(70)
    assert roots_of(first) == roots_of(second)


def test_other_processes_move_no_root(baseline: Any) -> None:
    """Nor do parameters of what happens after birth: choice, settling, spread, appraisal."""
    other = changed(society(3), claim={"lump": 0.0, "petition": 6.0}, settle={"mu_near": -2.0}, spread={"R": 0.0},
                    appraisal={"w_u": 0.0}, lump={"reopen": 1.5})  # fmt: skip
    run = run_of(other, seed=6, keep_events=True)
    run.advance(150)

    def since_tick_0(any_run: Any) -> set[bytes]:
        return {row for row in roots_of(any_run) if int.from_bytes(row[:8], "little") >> 32 >= 4096}

    assert since_tick_0(run) == since_tick_0(baseline)
    assert len(since_tick_0(run)) > 100


def test_ids_are_hashes_of_place_day_type_and_number(baseline: Any) -> None:
    """Row numbers never enter an id: each root's is found again from (place, tick, type, n); of old ones by block."""
    state = baseline.state
    roots = np.flatnonzero(state.origin[: int(state.count[2])] == Origin.ROOT)
    for i in (*roots[:200].tolist(), *roots[-200:].tolist()):
        place, born = int(state.place_key[state.place[i]]), int(state.born[i])
        first, past = (born, 0) if born >= 0 else (born - (born + STOCK_DAYS) % STOCK_BLOCK, 1)
        numbers = (pack(first + 4096, int(state.type[i]), n, past) for n in range(60))
        assert int(state.id[i]) in {child_id(int(Purpose.ROOT_ID), place, number) for number in numbers}


def test_births_come_at_the_stated_rate(town: Any) -> None:
    """Roots of two years against lambda / nu of the adults: within 4 SE (5 % here), so a factor cannot hide."""
    scenario, world = town
    run = run_of(town, seed=11)
    run.finish()
    adults = int(world.res_adult.sum())
    rate = (scenario.incidence.lambda_person + scenario.incidence.lambda_government) / 1000 / scenario.voice.share
    mean = rate * adults * run.tick / 365
    tilt = scenario.incidence.standing_tilt * (2 * float(world.res_standing[world.res_adult == 1].mean()) / 255 - 1)
    born = int(run.state.series[: run.tick, 1].sum())
    assert abs(born - mean * (1 + tilt)) < 4 * mean**0.5
    voiced = int(run.state.series[: run.tick, 0].sum()) / born
    assert scenario.voice.share - 0.03 < voiced < scenario.voice.share + 0.06  # stocks and children speak too


def test_no_incidence_no_grievance() -> None:
    """With next to no incidence nothing is born, nobody is busy, and reviews go on."""
    run = run_of(changed(society(3), incidence={"lambda_person": 1e-12, "lambda_government": 1e-12}), seed=1,
                 keep_events=True)  # fmt: skip
    run.advance(100)
    assert set(history_of(run).kind.tolist()) == {Event.REVIEW}


def test_entries_into_the_starting_stocks_are_level_over_the_past(town: Any) -> None:
    """As many entered in any month: a bulge would lapse together, years later, and be read as an effect.

    Whoever has not come back, been forgotten or lapsed is still there; dividing by that chance gives the entries.
    """
    scenario, _ = town
    lump = scenario.lump
    ages = []
    for seed in range(12):
        run = run_of(town, seed=seed)
        n = int(run.state.count[2])
        ages.append(-1 - run.state.last_end[:n][run.state.state[:n] == State.LUMPED])
    age = np.concatenate(ages)
    months = np.arange(-30, 1051, 60)
    counts, _ = np.histogram(age, months)
    middles = np.maximum((months[1:] + months[:-1]) / 2.0, 0.0) / 365.0
    stayed = np.exp(-(float(lump.reopen) + float(lump.forget)) * middles)
    entries = counts / stayed
    error = np.sqrt(counts) / stayed
    deviation = (entries - entries.mean()) / error
    assert np.abs(deviation).max() < 4.0  # 18 periods: 4 errors have a chance of 0.1 %


def test_starting_stocks_are_drawn_from_the_past(town: Any) -> None:
    """Latent, given up, pressed and settled grievances of negative days: states, shares and times as on the page."""
    scenario, _ = town
    run = run_of(town, seed=2, keep_events=True)
    state, n = run.state, int(run.state.count[2])
    assert (state.born[:n] < 0).all()
    assert (state.marks[:n] == LEGACY).all()
    assert (state.due[:n] >= 0).all()
    assert set(np.unique(state.state[:n])) == {State.LATENT, State.LUMPED, State.SUPPRESSED, State.SETTLED}
    latent = state.state[:n] == State.LATENT
    assert (state.voiced[:n][latent] == -9999).all()
    assert (state.voiced[:n][~latent] < 0).all()
    assert (state.last_end[:n][~latent] >= state.voiced[:n][~latent]).all()
    assert (state.last_end[:n][~latent] < UNDER_WAY).all()
    ways = {State.LUMPED: Way.LUMPED, State.SUPPRESSED: Way.PRESSED, State.SETTLED: Way.CONSENT}
    for member, way in ways.items():
        assert (state.last_way[:n][state.state[:n] == member] == way).all()
    first = scenario.initial
    bounds = np.cumsum([first.lumped_share, first.suppressed_share, first.settled_share])
    for i in np.flatnonzero(~latent)[:300].tolist():
        luck = uniform(run.seed, int(Purpose.INITIAL), int(state.id[i]), 0)
        assert State(int(state.state[i])) == list(ways)[int(np.searchsorted(bounds, luck, "right"))]
    history = history_of(run)
    assert set(history.kind.tolist()) == {Event.BORN}
    assert len(history) == n
    assert sorted(history.key.tolist()) == sorted(state.id[:n].tolist())
