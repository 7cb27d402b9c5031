"""Candidates: the same roots under every policy, a law of counts, and starting stocks that are what the page says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.draws import child_id, pack
from sim.engine.marks import LEGACY, SERIES, STOCK_BLOCK, STOCK_DAYS
from sim.names import Event, Opponent, Origin, Purpose, State, Way
from sim.rules.borders import ACROSS
from tests.engine.history import history_of, roots_of
from tests.engine.societies import CROWDED, changed, run_of, society

ARMS = (
    "keep_in_village",
    "petition_quota(dose=0.5)",
    "petition_quota(exposure=0.3)+resource_sinking",
    "keep_in_village(dose=0.2,targets=rural)+petition_quota(start=20)+resource_sinking(dose=0.5)",
)

WAVERING = CROWDED | {"appraisal.w_z": 0.5}
"""Principals who suppress some claims, so that a heavier weight still moves them."""


def dosed(arm: str, dose: float) -> str:
    """The first policy of an arm at another dose."""
    return f"{arm.partition('(')[0].partition('+')[0]}(dose={dose:.3f})"


@pytest.fixture(scope="module")
def baseline() -> Any:
    run = run_of(society(3, WAVERING), seed=6, keep_events=True)
    run.advance(150)
    return run


@pytest.mark.parametrize("arm", ARMS)
def test_every_policy_meets_the_same_roots(baseline: Any, arm: str) -> None:
    """Roots are exogenous: the births of roots are the same to the bit under every policy and dose."""
    run = run_of(society(3, WAVERING), arm, seed=6, keep_events=True)
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
        kind = ACROSS if state.border[i] else int(state.type[i])
        numbers = (pack(first + 4096, kind, n, past) for n in range(300))
        assert int(state.id[i]) in {child_id(int(Purpose.ROOT_ID), place, number) for number in numbers}


def test_births_come_at_the_stated_rate(town: Any) -> None:
    """Roots of two years against lambda / nu of the adults: within 4 SE (5 % here), so a factor cannot hide."""
    scenario, world = alone = changed(town, processes={"contacts": False, "detection": False})
    run = run_of(alone, seed=11)
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
    """With next to no incidence nothing is born and nobody is busy; reviews, and what comes and goes by itself, go on.

    Service demands and suits of organisations have an incidence of their own: nobody asks here, nobody sues.
    """
    run = run_of(changed(society(3), incidence={"lambda_person": 1e-12, "lambda_government": 1e-12},
                         processes={"contacts": False, "docket": False}), seed=1, keep_events=True)  # fmt: skip
    run.advance(100)
    assert set(history_of(run).kind.tolist()) == {Event.REVIEW, Event.TRUST, Event.POST_LEFT, Event.POST_TAKEN}
    trust = history_of(run).of(Event.TRUST)
    assert not trust.detail.any()  # nobody has had an experience
    assert not run.state.post_used.any()  # nor anybody a case


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
    months = np.arange(0, 1051, 60)
    counts, _ = np.histogram(age, months)
    middles = (months[1:] + months[:-1]) / 2.0 / 365.0
    stayed = np.exp(-(float(lump.reopen) + float(lump.forget)) * middles)
    entries = counts / stayed
    error = np.sqrt(counts) / stayed
    deviation = (entries - entries.mean()) / error
    assert np.abs(deviation).max() < 4.0  # 17 periods: 4 errors have a chance of 0.1 %


def test_starting_stocks_are_drawn_from_the_past(town: Any) -> None:
    """Grievances of negative days, latent, under way, given up, pressed or closed: states and times as on the page."""
    run = run_of(town, seed=2, keep_events=True)
    state, n = run.state, int(run.state.count[2])
    stands, voiced, ended = state.state[:n], state.voiced[:n], state.last_end[:n]
    assert (state.born[:n] < 0).all()
    assert (state.marks[:n] == LEGACY).all()
    assert (state.due[:n] >= 0).all()
    held = {State.LATENT, State.OPEN, State.LUMPED, State.SUPPRESSED, State.SETTLED, State.ACCEPTED}
    assert set(np.unique(stands)) == held
    latent, resting = stands == State.LATENT, stands >= State.LUMPED
    assert (voiced[latent] == -9999).all()
    assert (voiced[~latent] < 0).all()
    assert (ended[resting] > voiced[resting]).all()
    assert (ended[resting] < 0).all()
    history = history_of(run)
    assert set(history.kind.tolist()) == {Event.BORN}
    assert len(history) == n
    assert sorted(history.key.tolist()) == sorted(state.id[:n].tolist())


def test_past_careers_end_otherwise_against_authorities(town: Any) -> None:
    """Ways follow the respondent, and a larger share of what is against authorities lies lumped: few settle there."""
    run = run_of(town, seed=2)
    n = int(run.state.count[2])
    stands, way = run.state.state[:n], run.state.last_way[:n]
    public = run.state.opponent[:n] > Opponent.ORGANISATION
    for where, pressed, settled in ((public, Way.PROMISE, Way.GRANTED), (~public, Way.PRESSED, Way.CONSENT)):
        assert (way[where & (stands == State.LUMPED)] == Way.LUMPED).all()
        assert (way[where & (stands == State.SUPPRESSED)] == pressed).all()
        assert (way[where & (stands == State.SETTLED)] == settled).all()
    lumped, settled = stands == State.LUMPED, stands == State.SETTLED
    assert lumped[public].sum() / settled[public].sum() > 2 * lumped[~public].sum() / settled[~public].sum()


def test_who_is_settled_for_good_is_not_made(town: Any) -> None:
    """Closed disputes stand at the start only to come back: a row that nobody will touch costs memory."""
    run = run_of(town, seed=2)
    n = int(run.state.count[2])
    closed = np.isin(run.state.state[:n], (State.SETTLED, State.ACCEPTED))
    assert closed.any()
    assert (run.state.due[:n][closed] == run.state.returns[:n][closed]).all()


def test_the_past_goes_on_without_a_seam(town: Any) -> None:
    """As many are active, lumped and suppressed in the first quarter as in the fourth year: nothing is to be filled.

    With the processes of the library: the shares of past careers were measured with them (`benchmarks.long_run`).
    """
    rows = []
    for seed in range(6):
        run = run_of(town, seed=seed, burn_in=1460)
        run.advance(1460)
        rows.append(run.state.series[:1460])
    series = np.sum(rows, axis=0)
    for name, off in (("lumped_stock", 0.08), ("suppressed_stock", 0.15), ("active_stock", 0.15)):
        column = series[:, SERIES.index(name)]
        early, late = column[:90].mean(), column[1095:].mean()
        assert abs(early - late) < off * late, name
