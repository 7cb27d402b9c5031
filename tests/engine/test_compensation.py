"""Compensation through the engine: what each lever does to claims and ends, and what draws whom."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.engine import marks
from sim.names import Event, Forum, Way
from tests.engine.history import history_of
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY

COURTED = BUSY | {"claim.petition": 4.0, "claim.lump": 1.0, "incidence.lambda_government": 3000.0}
LOSSES = BUSY | {"types.damages.share": 6.0, "claim.lump": 1.0}


def finished(arm: str, changed: Any, seed: int) -> Any:
    """A small society under an arm, 60 days."""
    run = run_of(society(5, changed, households=12), arm, seed=seed, keep_events=True)
    run.advance(60)
    return run


@cache
def paid(arm: str, known: float = 0.5, driven: float = 0.0) -> tuple[Any, ...]:
    """A society of petitioners, two seeds, with a share of claimants driven by pay."""
    given = COURTED | {"claim.paid_off": known}
    if driven > 0.0:
        given |= {"processes.profit": True, "profit.share": driven, "profit.pays": 2.0, "profit.again": 5.0}
    return tuple(finished(arm, given, seed) for seed in (3, 4))


def claims(runs: tuple[Any, ...]) -> int:
    """Petitions that were lodged, or tried."""
    return sum(int((history_of(run).of(Event.CLAIM).forum == Forum.PETITION).sum()) for run in runs)


def shelved(runs: tuple[Any, ...]) -> int:
    """Cases of petition offices that were shelved."""
    ends = [history_of(run).of(Event.ENDED) for run in runs]
    return sum(int(((one.forum == Forum.PETITION) & (one.detail & 0xFF == Way.PROMISE)).sum()) for one in ends)


CALM = "compensation(insurance=0,calm=0.8)"


def test_payment_shelves_what_would_have_been_rejected() -> None:
    """It ends the count, not the cause: interest stays whole."""
    assert shelved(paid(CALM, 0.0)) > 1.2 * shelved(paid("baseline", 0.0))
    state = paid(CALM, 0.0)[0].state
    rows = slice(0, int(state.count[marks.DISPUTES]))
    resting = (state.last_way[rows] == Way.PROMISE) & (state.state[rows] > 0)
    assert np.all(state.interest[rows][resting] > 0.0)


def test_what_is_known_to_pay_is_gone_to_more_often() -> None:
    """And where nobody counts on it, that part of the harm is gone: it is a number whose range holds 0."""
    drawn = claims(paid(CALM, 1.0)) - claims(paid("baseline", 1.0))
    assert drawn > 0.05 * claims(paid("baseline", 1.0))
    assert claims(paid("baseline", 1.0)) == claims(paid("baseline", 0.0))
    assert claims(paid(CALM, 0.0)) - claims(paid("baseline", 0.0)) < drawn


def test_insurance_leaves_fewer_claims_over_insured_losses() -> None:
    """Less at stake, less worth going anywhere for."""

    def lodged(arm: str) -> int:
        runs = [finished(arm, LOSSES, seed) for seed in (3, 4)]
        return sum(int(run.state.visits[: int(run.state.count[marks.DISPUTES]), 2:].sum()) for run in runs)

    assert lodged("compensation(insurance=0.9)") < lodged("baseline")


def test_nobody_comes_before_anybody_pays() -> None:
    """Levers are looked up by where the claimant lives: targets elsewhere leave the first days' claims alone."""
    away = finished("compensation(insurance=0,calm=0.8,start=20)", COURTED, 3)
    base = finished("baseline", COURTED, 3)
    before = [history_of(run) for run in (away, base)]
    first = [one.only(one.tick < run.burn_in + 20) for one, run in zip(before, (away, base), strict=True)]
    assert np.array_equal(first[0].key, first[1].key)
    assert away.digest != base.digest
