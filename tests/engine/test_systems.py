"""The systems through the engine: each changes what it should and nothing it must not; an empty dose nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.names import Event, Forum
from tests.engine.history import History, history_of
from tests.engine.societies import CROWDED, changed, run_of, same_state, society
from tests.twin.strategies import BUSY, PRESETS

SYSTEMS = ("keep_in_village", "petition_quota", "resource_sinking", "compensation")
LEVERS = (
    "gate_strictness", "gate_threshold", "gate_forward", "gate_clock", "capacity", "appraisal_w_u", "appraisal_w_z",
    "audit", "exposure", "turnout", "misrouting", "loss_cover", "calm_pay",
)  # fmt: skip
MOVES = {
    "keep_in_village": {"gate_strictness", "gate_threshold"},
    "petition_quota": {"appraisal_w_z"},
    "petition_quota(exposure=0.3)": {"appraisal_w_z", "exposure"},
    "resource_sinking": {"capacity"},
    "compensation": {"loss_cover"},
    "compensation(insurance=0,calm=0.5)": {"calm_pay"},
}
"""The levers each system moves from the library's baseline (its gate's clock and forwarding are the baseline's)."""


@pytest.fixture(scope="module")
def runs(town: Any) -> dict[str, Any]:
    """A town's baseline burn-in and, branched from it, one arm each, to the end."""
    people = dict.fromkeys(("turnover", "volunteers", "paperwork"), False)  # they move hours of their own accord
    trunk = run_of(changed(town, processes=people), seed=3, keep_events=True)
    trunk.advance(trunk.burn_in)
    from sim.policies import parse_arm

    arms = {arm: trunk.branch(parse_arm(arm).policies) for arm in ("baseline", *MOVES)}
    for run in arms.values():
        run.finish()
    return arms


def since_start(run: Any) -> History:
    """Events of the cohort and the follow-up."""
    history = history_of(run)
    return history.only(history.tick >= run.burn_in)


def total(run: Any, name: str) -> int:
    """Sum of a daily series since day 0."""
    return int(run.state.series[run.burn_in : run.tick, marks.SERIES.index(name)].sum())


@pytest.mark.parametrize("arm", MOVES)
def test_each_system_moves_its_own_levers(runs: dict[str, Any], arm: str) -> None:
    """A system that touched another lever would be judged for what it does not do."""
    base = runs["baseline"].state
    moved = {name for name in LEVERS if not np.array_equal(getattr(runs[arm].state, name), getattr(base, name))}
    assert moved == MOVES[arm]


@pytest.mark.parametrize("arm", MOVES)
def test_nothing_changes_before_a_system_starts(town: Any, arm: str) -> None:
    """To the byte the baseline until its first day, whatever comes after."""
    base = run_of(town, seed=3)
    late = run_of(town, f"{arm.removesuffix(')')}{',' if '(' in arm else '('}start=90)", seed=3)
    for run in (base, late):
        run.advance(run.burn_in + 90)
    assert late.digest == base.digest
    assert not set(same_state(late, base))
    for run in (base, late):
        run.advance(200)
    assert late.digest != base.digest


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_empty_dose_changes_no_byte(system: str) -> None:
    """Dose 0 is the baseline: events, columns, minutes, levers, everything."""
    base, empty = run_of(society(5), seed=8), run_of(society(5), f"{system}(dose=0)", seed=8)
    for run in (base, empty):
        run.advance(120)
    assert empty.digest == base.digest
    assert not same_state(empty, base)
    assert all(np.array_equal(getattr(empty.state, name), getattr(base.state, name)) for name in LEVERS)


def test_a_policy_that_has_ended_leaves_its_levers_as_they_were() -> None:
    """What it did goes on working; what it set does not. An emergency that it averted is of what it did."""
    town = society(5, CROWDED | {"processes.emergency": False})
    base, ended = run_of(town, seed=8), run_of(town, "+".join(f"{s}(end=20)" for s in SYSTEMS), seed=8)
    for run in (base, ended):
        run.advance(run.burn_in + 21)
    assert ended.digest != base.digest
    assert all(np.array_equal(getattr(ended.state, name), getattr(base.state, name)) for name in LEVERS)
    assert np.array_equal(ended.state.line_minutes, base.state.line_minutes)


def test_a_quota_makes_principals_suppress(runs: dict[str, Any]) -> None:
    """Weak exposure: s rises at every principal and claims are blocked on the way; few are at the baseline."""
    base, quota = runs["baseline"], runs["petition_quota"]
    principals = base.state.runs_forum == 1
    assert (quota.state.suppression >= base.state.suppression)[principals].all()
    assert quota.state.suppression[principals].mean() > base.state.suppression[principals].mean() + 0.1
    assert total(quota, "blocked") > max(50, 10 * total(base, "blocked"))
    blocked = since_start(quota).of(Event.BLOCKED)
    assert len(blocked) == total(quota, "blocked")
    assert ((blocked.numbers[:, 2] > 0) & (blocked.numbers[:, 2] <= 1)).all()


def test_exposure_takes_the_quota_s_harm_away(runs: dict[str, Any]) -> None:
    """The counterweight b: the same weight with abuse exposed blocks next to nobody."""
    quota, exposed = runs["petition_quota"], runs["petition_quota(exposure=0.3)"]
    assert exposed.state.suppression.mean() < 0.1 * quota.state.suppression.mean()
    assert total(exposed, "blocked") < 0.05 * total(quota, "blocked")
    assert exposed.state.effort.mean() > runs["baseline"].state.effort.mean()


def test_a_quota_moves_no_minute_and_no_gate(runs: dict[str, Any]) -> None:
    """It works through principals alone."""
    base, quota = runs["baseline"], runs["petition_quota"]
    assert np.array_equal(quota.state.line_minutes, base.state.line_minutes)
    assert total(quota, "returned") == total(base, "returned") == 0


def test_a_gate_sends_claims_down(runs: dict[str, Any]) -> None:
    """Small matters first tried below: claims are returned, referrals booked, and some carried up with their file."""
    base, gate = runs["baseline"], runs["keep_in_village"]
    assert total(base, "returned") == 0
    assert total(gate, "returned") > 20
    assert total(gate, "forwarded") > total(base, "forwarded")
    returned = since_start(gate).of(Event.RETURNED)
    assert set(np.unique(returned.forum)) <= {Forum.OFFICE, Forum.PETITION}
    assert (returned.slot > gate.p.base).all()
    assert (returned.numbers[:, 2] == 0.8).all()
    assert total(gate, "accepted_slot0") > total(base, "accepted_slot0")


def test_a_gate_binds_no_court_and_no_big_matter(runs: dict[str, Any]) -> None:
    """Mediation may not block suit; and the gate sees the observed stake only, up to its threshold."""
    gate = runs["keep_in_village"]
    returned = since_start(gate).of(Event.RETURNED)
    assert not (returned.forum == Forum.COURT).any()
    state, n = gate.state, int(gate.state.count[marks.DISPUTES])
    rows = {int(key): i for i, key in enumerate(state.id[:n])}
    stakes = np.array([state.observed_stake[rows[key]] for key in returned.key.tolist()])
    assert (stakes <= gate.scenario.median_stake).all()
    assert total(gate, "available_court") == total(runs["baseline"], "available_court")
    assert np.array_equal(gate.state.line_minutes, runs["baseline"].state.line_minutes)


def test_each_claim_is_sent_down_at_most_once_by_one_gate(runs: dict[str, Any]) -> None:
    """A gate asks for a first try; whoever has tried passes."""
    returned = since_start(runs["keep_in_village"]).of(Event.RETURNED)
    went = returned.only(returned.detail == 1)
    assert len(set(went.key.tolist())) == len(went) > 10


def test_sinking_moves_minutes_and_makes_none(runs: dict[str, Any]) -> None:
    """The sum over the administrative lines is the baseline's; the top's window loses; the court keeps its own."""
    base, sunk = runs["baseline"].state.line_minutes, runs["resource_sinking"].state.line_minutes
    width = runs["baseline"].p.n_levels + 1
    before_filing = len(base) // (width + 1) * width  # lines that no lever moves stand behind the others
    assert np.array_equal(base[before_filing:], sunk[before_filing:])
    base, sunk = (one[:before_filing].reshape(-1, width).astype(np.int64) for one in (base, sunk))
    assert sunk.sum() == base.sum()
    assert (sunk != base).any()
    top = runs["baseline"].p.top
    assert sunk[:, top].sum() < base[:, top].sum()
    assert sunk[:, :top].sum() > base[:, :top].sum()
    assert np.array_equal(sunk[:, width - 1], base[:, width - 1])
    assert ((sunk > 0) == (base > 0)).all()


def test_sinking_changes_no_principal_s_reasons(runs: dict[str, Any]) -> None:
    """Nor does it block or return anybody: hours only."""
    sunk = runs["resource_sinking"]
    assert total(sunk, "returned") == 0
    assert total(sunk, "blocked") <= total(runs["baseline"], "blocked") + 5


def test_levers_act_from_their_day_on(runs: dict[str, Any]) -> None:
    """The first day a gate stands is day 0: nothing is returned before, and minutes change with the day."""
    gate = history_of(runs["keep_in_village"]).of(Event.RETURNED)
    assert gate.tick.min() >= runs["keep_in_village"].burn_in
    available = runs["resource_sinking"].state.series[:, marks.SERIES.index("available_slot0")]
    start = runs["resource_sinking"].burn_in
    assert available[start - 1] != available[start] == available[start + 1]


def test_switches_turn_processes_off() -> None:
    """Gate, interception, misreporting, outside, promise, pressing, treatment: each off means none of it at all."""
    arm = "keep_in_village(strictness=0.4,threshold=9)+petition_quota(weight=0.5)"
    lively = BUSY | PRESETS["hot"] | {"claim.petition": 6.0, "claim.office": 6.0, "claim.outside": 4.0}
    everything = run_of(society(5, lively), arm, seed=8, keep_events=True)
    everything.advance(200)

    def off(name: str) -> Any:
        scenario, world = society(5, lively)
        parts = scenario.processes.model_copy(update={name: False})
        run = run_of((scenario.model_copy(update={"processes": parts}), world), arm, seed=8, keep_events=True)
        run.advance(200)
        return run

    def happened(run: Any) -> dict[str, int]:
        h = history_of(run)
        ended = h.of(Event.ENDED)
        n = int(run.state.count[marks.DISPUTES])
        return {
            "gate": len(h.of(Event.RETURNED)),
            "interception": len(h.of(Event.BLOCKED)),
            "misreporting": int((run.state.misreporting > 0).sum()),
            "outside": len(h.of(Event.REGISTERED)),
            "promise": int((ended.detail & 255 == 5).sum()),
            "pressing": int((ended.detail & 255 == 2).sum()),
            "treatment": int((run.state.origin[:n] == 2).sum()),
            "respondent_answer": len(h.of(Event.CONSENT)),
            "spread": int((run.state.origin[:n] == 1).sum()),
            "departments": len(h.of(Event.DEPARTMENTS)),
            "misrouting": len(h.of(Event.MISROUTED)),
        }

    usual = happened(everything)
    assert min(usual.values()) > 0, usual
    for name in usual:
        assert happened(off(name))[name] == 0, name
