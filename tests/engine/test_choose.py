"""Choice: shares are logit in the utilities, closed ways are never taken, and a gate is known beforehand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.names import Event, Forum, Opponent, State
from tests.engine import doors
from tests.engine.history import history_of
from tests.engine.societies import changed, run_of

CLOSED = -1.0e29


def first_choices(pair: Any, arm: str = "baseline", days: int = 120) -> tuple[Any, Any, Any, Any]:
    """(utilities, chosen channel, row, run) of all who spoke up on `days` mornings."""
    run = run_of(pair, arm, seed=5, keep_events=True)
    run.advance(run.burn_in)
    values, rows = [], []
    for _ in range(days):
        state, n = run.state, int(run.state.count[marks.DISPUTES])
        speaks = (
            (state.state[:n] == State.LATENT) & (state.due[:n] == run.tick) & (state.returns[:n] <= state.forgets[:n])
        )
        for i in np.flatnonzero(speaks).tolist():
            into = np.zeros(run.p.n_levels + 4)
            doors.utilities(state.record, run._numbers, i, into)
            values.append(into)
            rows.append(i)
        run.advance(1)
    claims = history_of(run).of(Event.CLAIM)
    first: dict[int, int] = {}
    for key, channel in zip(claims.key.tolist(), claims.detail.tolist(), strict=True):
        first.setdefault(key, channel)
    chosen = np.array([first[int(run.state.id[i])] for i in rows])
    return np.array(values), chosen, np.array(rows), run


def shares(values: Any) -> Any:
    """Logit shares of each row."""
    odds = np.exp(values - values.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


@pytest.fixture(scope="module")
def busy(town: Any) -> Any:
    # who speaks chooses on the same day only where nobody calls the police and nobody else finds it before
    ways = {"police": False, "detection": False}
    return changed(town, incidence={"lambda_person": 200.0, "lambda_government": 80.0}, processes=ways)


@pytest.fixture(scope="module")
def made(busy: Any) -> Any:
    return first_choices(busy)


def test_shares_are_logit_in_the_utilities(made: Any) -> None:
    """Gumbel noise of scale 1 for each option: what was chosen lies within 4 SE of the sum of logit shares."""
    values, chosen, _, _ = made
    chance = shares(values)
    assert len(chosen) > 3000
    expected, spread = chance.sum(axis=0), np.sqrt((chance * (1 - chance)).sum(axis=0))
    seen = np.bincount(chosen, minlength=chance.shape[1])
    assert (np.abs(seen - expected) <= 4 * spread).all()
    assert (expected > 30).sum() >= 5


def test_nobody_takes_a_closed_way(made: Any) -> None:
    """Outside before any attempt, talk with a collective or a government: closed means never."""
    values, chosen, rows, run = made
    assert (values[np.arange(len(chosen)), chosen] > CLOSED).all()
    assert (values[:, -1] < CLOSED).all()
    beyond_talk = run.state.opponent[rows] > Opponent.ORGANISATION
    assert ((values[:, 1] < CLOSED) == beyond_talk).all()
    assert beyond_talk.any()


def test_utilities_matter_where_they_differ(made: Any) -> None:
    """Within the half that finds the committee least attractive fewer go there: the noise is not all there is."""
    values, chosen, _, _ = made
    chance = shares(values)[:, 2]
    low = chance < np.median(chance)
    assert (chosen[low] == 2).mean() < (chosen[~low] == 2).mean() - 0.05


def test_a_gate_takes_its_cost_off_what_lies_behind_it(busy: Any) -> None:
    """gate_cost x strictness off administrative claims above the gate, for small matters; court and committee stay."""
    from sim.rules.parameters import Parameters

    run = run_of(busy, "keep_in_village(strictness=0.6)", seed=5)
    run.advance(run.burn_in + 1)
    state, n = run.state, int(run.state.count[marks.DISPUTES])
    rows = np.flatnonzero(state.state[:n] == State.LATENT)[:500]
    off = np.zeros((len(rows), run.p.n_levels + 4))
    free = Parameters(**vars(run.p) | {"claim_gate_cost": 0.0})
    for k, i in enumerate(rows.tolist()):
        dear = np.zeros_like(off[k])
        doors.utilities(state.record, free, i, off[k])
        doors.utilities(state.record, run._numbers, i, dear)
        off[k] -= dear
    small = state.observed_stake[rows] <= run.scenario.median_stake
    assert 100 < small.sum() < 400
    administrative = 2 + np.flatnonzero(run.p.forum_of_slot != Forum.NONE)
    behind = administrative[administrative > 2 + run.p.base]
    assert off[np.ix_(small, behind)] == pytest.approx(run.p.claim_gate_cost * 0.6)
    assert (off[~small] == 0).all()
    assert (np.delete(off, behind, axis=1) == 0).all()
