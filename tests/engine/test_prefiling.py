"""Mediation before filing: who is offered it, that nobody loses by refusing, and what a confirmed agreement changes."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, Opponent, Way
from tests.engine.history import History, history_of
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY, PRESETS

COURT = BUSY | PRESETS["court"] | {"processes.performance": False, "processes.appeal": False}
"""Agreements and judgments end as they would without what follows them."""


@cache
def run_with(ticks: int = 150, **changed: Any) -> Run:
    """A busy court, with fields of `prefiling` and switches (`on=`) replaced."""
    numbers: dict[str, Any] = {f"prefiling.{name}": value for name, value in changed.items() if name != "on"}
    numbers["processes.prefiling"] = changed.get("on", True)
    run = run_of(society(4, COURT | numbers, households=60), seed=5, keep_events=True)
    run.advance(ticks)
    return run


def told(run: Run, event: Event) -> History:
    return history_of(run).of(event)


def filings(run: Run, forum: Forum) -> np.ndarray:
    """Rows of the cases of a forum."""
    n = int(run.state.count[marks.FILINGS])
    return np.flatnonzero(run.state.filing_forum[:n] == forum)


def test_about_the_stated_share_is_offered() -> None:
    """The share is an input, printed as a check: suits against a government are not among those asked."""
    run = run_with(offer=0.36, ticks=200)
    n = int(run.state.count[marks.DISPUTES])
    against = dict(zip(run.state.id[:n].tolist(), run.state.opponent[:n].tolist(), strict=True))
    claims = told(run, Event.CLAIM)
    at_court = claims.only(claims.forum == Forum.COURT)
    private = sum(against[key] != Opponent.GOVERNMENT for key in at_court.key.tolist())
    offers = told(run, Event.OFFERED)
    assert all(against[key] != Opponent.GOVERNMENT for key in offers.key.tolist())
    share, error = len(offers) / private, np.sqrt(0.36 * 0.64 / private)
    assert private > 100
    assert abs(share - 0.36 * 0.98) < 4 * error


def test_nobody_is_mediated_against_a_refusal() -> None:
    """Mediation needs both parties' consent and may not block the suit (`definitions`, gate and law)."""
    run = run_with(claimant_agrees=0.5)
    offers = told(run, Event.OFFERED)
    assert set(offers.detail.tolist()) == {0, 1, 2, 3}
    accepted = told(run, Event.ACCEPTED)
    begun = accepted.only(accepted.forum == Forum.PREFILING)
    assert len(begun) == int((offers.detail == 3).sum())
    refused = offers.only(offers.detail != 3)
    trials = set(zip(told(run, Event.TRIAL).tick.tolist(), told(run, Event.TRIAL).key.tolist(), strict=True))
    for tick, key in zip(refused.tick.tolist(), refused.key.tolist(), strict=True):
        assert tick + 1 >= run.tick or (tick + 1, key) in trials


def test_a_mediation_that_fails_is_no_failure_of_the_claimant() -> None:
    """On to trial the next day: no visit, no failed try, no claim more than the suit itself."""
    run = run_with()
    state = run.state
    n = int(state.count[marks.DISPUTES])
    court = int(run.p.n_levels) + 2
    lost = [row for row in filings(run, Forum.PREFILING) if state.filing_way[row] in (Way.REJECTED, Way.TIMED_OUT)]
    assert len(lost) > 5
    suits = filings(run, Forum.COURT)
    for row in lost:
        later = suits[state.filing_dispute[suits] == state.filing_dispute[row]]
        same = later[state.filing_visit[later] == state.filing_visit[row]]
        assert [int(state.filing_opened[k]) for k in same] == [int(state.filing_closed[row]) + 1] or (
            int(state.filing_closed[row]) + 1 >= run.tick
        )
    unfair = np.bincount(
        state.filing_dispute[suits][(state.filing_way[suits] == Way.REJECTED) & (state.filing_fair[suits] == 0)],
        minlength=n,
    )
    doors = told(run, Event.NOT_FILED)
    rows = {int(key): i for i, key in enumerate(state.id[:n])}
    for key in doors.key.tolist():
        unfair[rows[key]] += 1
    fresh = state.born[:n] >= 0
    assert (state.fails[:n, court][fresh] == unfair[fresh]).all()


def test_an_offer_never_made_is_the_switch() -> None:
    """Limit: a share of 0 and the switch off are one history (the range of the share does not reach 0)."""
    assert run_with(offer=0.0).digest == run_with(on=False).digest != run_with().digest


def test_claimants_who_never_agree_only_wait_a_day() -> None:
    """Limit: without consent every suit that was offered mediation is heard all the same."""
    run = run_with(claimant_agrees=0.0)
    assert len(filings(run, Forum.PREFILING)) == 0
    assert len(told(run, Event.TRIAL)) >= len(told(run, Event.OFFERED)) - 5


@pytest.mark.parametrize("chi", [0.3, 1.0])
def test_confirmation_lowers_the_hazard_by_its_factor(chi: float) -> None:
    """The rate told at the end of a confirmed agreement is that of an unconfirmed one times chi."""
    numbers = COURT | {"prefiling.confirm": 0.5, "returns.confirmed": chi}
    run = run_of(society(4, numbers, households=60), seed=5, keep_events=True)
    run.advance(120)
    ends = told(run, Event.ENDED)
    agreed = ends.only((ends.forum == Forum.PREFILING) & ((ends.detail & 255) == Way.CONSENT))
    sealed = (agreed.detail >> 25) & 1
    assert 3 < sealed.sum() < len(agreed) - 3
    plain = run.p.returns_base * np.exp(run.p.returns_hostility * agreed.numbers[:, 0])
    assert np.allclose(agreed.numbers[:, 2], plain * np.where(sealed, chi, 1.0))
    rows = filings(run, Forum.PREFILING)
    assert int(run.state.filing_confirmed[rows].sum()) == int(((ends.detail >> 25) & 1).sum())


def test_more_mediation_takes_suits_from_the_judges() -> None:
    """Direct effect, paired: with the door's mediators the same society brings fewer judgments."""
    with_, without = run_with(200), run_with(200, on=False)
    assert len(filings(with_, Forum.COURT)) < len(filings(without, Forum.COURT))


def test_one_who_was_confirmed_returns_less() -> None:
    """Effect of chi on a whole society, paired by luck: fewer returns of settled disputes when all are confirmed."""
    back = {}
    for share in (0.0, 1.0):
        run = run_of(society(4, COURT | {"prefiling.confirm": share, "returns.confirmed": 0.3}, households=60), seed=5)
        run.advance(600)
        state, n = run.state, int(run.state.count[marks.FILINGS])
        mine = (state.filing_forum[:n] == Forum.PREFILING) & (state.filing_way[:n] == Way.CONSENT)
        days = state.filing_returns[:n][mine] - state.filing_closed[:n][mine]
        back[share] = float((days <= 365).mean())
        assert mine.sum() > 30
    assert back[1.0] < back[0.0] - 0.1


def test_its_hours_follow_the_residents_and_no_lever() -> None:
    """A line of its own: hours by registered residents, less the organisations' share; none where the switch is off."""
    run, off = run_with(), run_with(on=False)
    first = (run.p.n_levels + 1) * run.world.n_places
    lines = slice(first, first + run.world.n_places)
    served = run.world.served_registered[:, -1]
    share = 1.0 - run.p.court_organisation_docket
    expected = np.floor(60.0 * served * share * run.p.prefiling_hours / 1_200_000 + 0.5)
    assert (run.state.line_minutes[lines] == np.maximum(expected, served > 0)).all()
    assert not off.state.line_minutes[lines].any()


def test_each_session_is_told_in_advance() -> None:
    """With time and hours to spare the first session falls on the day after the notice has passed."""
    for notice in (0, 4):
        run = run_with(notice=notice)
        accepted, sessions = told(run, Event.ACCEPTED), told(run, Event.SESSION)
        begun = accepted.only(accepted.forum == Forum.PREFILING)
        first = sessions.only((sessions.forum == Forum.PREFILING) & ((sessions.detail & 255) == 0))
        joined = dict(zip(begun.key.tolist(), begun.tick.tolist(), strict=True))
        waits = [tick - joined[key] for tick, key in zip(first.tick.tolist(), first.key.tolist(), strict=True)]
        assert min(tick for tick in waits if tick > 0) == notice + 1
