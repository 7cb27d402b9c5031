"""Performance, enforcement and appeal in runs: limits, conservation of terms, and effects paired by luck."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from sim.analysis.litigation import litigation
from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, State, Terms, Way
from sim.records import take_records
from tests.engine.history import History, history_of
from tests.engine.invariants import broken
from tests.engine.societies import run_of, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

COURT = BUSY | PRESETS["court"] | {"processes.confirmation": False}
"""The court's hours go to suits alone: confirming all the agreements here would leave it half as many judgments."""
NEVER_BROKEN = {"perform.agreement": 1.0, "perform.confirmed": 1.0, "perform.judgment": 1.0}
ALWAYS_BROKEN = {"perform.agreement": 0.0, "perform.confirmed": 0.0, "perform.judgment": 0.0}


@cache
def run_with(*changed: tuple[str, Any], ticks: int = 150) -> Run:
    """A busy court on a tree with a level above it, with these numbers replaced."""
    run = run_of(society(4, COURT | dict(changed), levels=LEVEL_SETS[2], households=60), seed=5, keep_events=True)
    run.advance(ticks)
    return run


def changed(**numbers: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((key.replace("__", "."), value) for key, value in numbers.items())


def told(run: Run, event: Event) -> History:
    return history_of(run).of(event)


def cases(run: Run) -> dict[str, np.ndarray]:
    """Columns of the case table."""
    n = int(run.state.count[marks.FILINGS])
    names = ("forum", "way", "closed", "terms", "appeal", "confirmed", "fair", "dispute", "returns")
    return {name: getattr(run.state, f"filing_{name}")[:n] for name in names}


def test_every_agreement_and_judgment_has_terms_and_nothing_else_has() -> None:
    """Pressed papers, promises, departments' grants and what police settle on the spot have none.

    An appealed judgment has them once it is final.
    """
    run = run_with(("processes.confirmation", True), *PRESETS["called"].items())
    case = cases(run)
    agreed = case["way"] == Way.CONSENT
    assert (agreed & (case["forum"] == Forum.POLICE)).sum() > 3
    owed = (agreed & (case["forum"] != Forum.POLICE)) | (
        (case["way"] == Way.GRANTED) & np.isin(case["forum"], (Forum.COURT, Forum.ARBITRATION))
    )
    plain = (case["appeal"] == 0) & (case["confirmed"] < 2)
    assert ((case["terms"] > 0) == owed)[plain].all()
    assert not broken(run)
    ends = told(run, Event.ENDED)
    signed = ((ends.detail >> 26) & 1).sum() + len(told(run, Event.CONFIRMATION))
    won = told(run, Event.APPEAL_DECIDED).detail & 2
    assert int(signed + (won > 0).sum()) == int((case["terms"] > 0).sum())


def test_terms_end_as_often_as_events_say() -> None:
    """The record column is the history: kept, broken, enforced, enforced in vain."""
    run = run_with(ticks=250)
    terms = np.bincount(cases(run)["terms"], minlength=6)
    fell, forced = told(run, Event.BROKEN), told(run, Event.ENFORCEMENT)
    assert terms[Terms.KEPT] == len(told(run, Event.KEPT)) > 30
    assert terms[Terms.BROKEN] == int(((fell.detail & 255) != 1).sum()) > 10
    assert terms[Terms.ENFORCED] == int((forced.detail == 1).sum()) > 3
    assert terms[Terms.UNENFORCED] == int((forced.detail == 0).sum()) > 3


def test_a_word_that_is_always_kept_breaks_nothing() -> None:
    """Limit: all perform. Nothing comes to enforcement, and nobody ends with a paper that nobody honours."""
    run = run_with(*NEVER_BROKEN.items())
    assert len(told(run, Event.BROKEN)) == len(told(run, Event.ENFORCEMENT)) == 0
    assert not (run.state.last_way[: int(run.state.count[marks.DISPUTES])] == Way.BROKEN).any()


def test_a_broken_agreement_is_a_quarrel_again_the_same_day() -> None:
    """Limit: none perform. An unconfirmed agreement comes back at once; a judgment does not."""
    run = run_with(*ALWAYS_BROKEN.items())
    fell = told(run, Event.BROKEN)
    assert len(told(run, Event.KEPT)) == 0
    back = fell.only(fell.detail == 0)
    claims = {
        (t, k) for t, k in zip(told(run, Event.CLAIM).tick.tolist(), told(run, Event.CLAIM).key.tolist(), strict=True)
    }
    assert len(back) > 20
    assert all(pair in claims for pair in zip(back.tick.tolist(), back.key.tolist(), strict=True))
    assert not (back.forum == Forum.COURT).any()
    assert set(fell.only(fell.forum == Forum.COURT).detail.tolist()) == {1, 2}


def test_who_never_asks_is_never_enforced() -> None:
    """Limit: `ask` = 0."""
    run = run_with(("perform.ask", 0.0))
    assert len(told(run, Event.ENFORCEMENT)) == 0
    assert not (told(run, Event.BROKEN).detail == 1).any()


def test_breaking_words_brings_quarrels_back() -> None:
    """Effect, paired: the same society with words broken has more returns and fewer disputes settled."""
    kept, fell = run_with(*NEVER_BROKEN.items(), ticks=250), run_with(*ALWAYS_BROKEN.items(), ticks=250)
    n = [int(run.state.count[marks.DISPUTES]) for run in (kept, fell)]
    back = [int(run.state.came_back[:k].sum(dtype=np.int64)) for run, k in zip((kept, fell), n, strict=True)]
    settled = [int((run.state.state[:k] == State.SETTLED).sum()) for run, k in zip((kept, fell), n, strict=True)]
    assert back[1] > back[0] + 20
    assert settled[1] < settled[0]


def test_more_confirmed_paper_more_enforcement() -> None:
    """Fact 6: the more mediated agreements are papers that can be enforced, the more of them are in enforcement."""
    asked = {}
    for share in (0.0, 0.5, 1.0):
        run = run_with(("prefiling.confirm", share), ("perform.confirmed", 0.4), ticks=250)
        case = cases(run)
        mediated = np.isin(case["terms"], (Terms.ENFORCED, Terms.UNENFORCED)) & (case["forum"] == Forum.PREFILING)
        asked[share] = int(mediated.sum())
    assert asked[0.0] == 0 < asked[0.5] < asked[1.0]


def test_nobody_appeals_twice_or_a_fair_loss() -> None:
    """One appeal a suit, by whoever lost; a loss felt fair is not appealed against."""
    run = run_with(ticks=250)
    case, appeals = cases(run), told(run, Event.APPEAL)
    assert int((case["appeal"] > 0).sum()) == len(appeals) > 20
    assert set((case["appeal"] & 3).tolist()) == {0, 1, 2}
    by_claimant = (case["appeal"] & 3) == 1
    assert (case["way"][by_claimant] == Way.REJECTED).all()
    assert (case["way"][(case["appeal"] & 3) == 2] == Way.GRANTED).all()
    decided = told(run, Event.APPEAL_DECIDED)
    days = set(decided.key.tolist())
    wait = int(run.p.appeal_window) + int(run.p.appeal_clock)
    assert all(
        key in days or tick + wait >= run.tick
        for key, tick in zip(appeals.key.tolist(), appeals.tick.tolist(), strict=True)
    )


def test_the_court_above_stands_one_level_up() -> None:
    """Where the tree has a level above the court's, its place hears the appeal; else the court's own place does."""
    run = run_with(ticks=250)
    keys = {int(key): rank for key, rank in zip(run.world.place_key, run.world.place_rank, strict=True)}
    assert {keys[other] for other in told(run, Event.APPEAL).other.tolist()} == {run.p.court_rank + 1}
    top = run_of(society(4, COURT, levels=LEVEL_SETS[1], households=60), seed=5, keep_events=True)
    top.advance(60)
    keys = {int(key): rank for key, rank in zip(top.world.place_key, top.world.place_rank, strict=True)}
    assert {keys[other] for other in told(top, Event.APPEAL).other.tolist()} == {top.p.court_rank}


def test_an_appeal_that_is_never_won_changes_no_judgment() -> None:
    """Limit: `change` = 0; every judgment stands, later."""
    run = run_with(("appeal.change", 0.0), ticks=200)
    assert not (cases(run)["appeal"] & 4).any()
    assert not (told(run, Event.APPEAL_DECIDED).detail & 1).any()


def test_a_claimant_who_lost_on_appeal_has_failed_at_court() -> None:
    """A final loss that is not felt fair counts as one failure there, on the day of the decision, not before."""
    run = run_with(ticks=400)
    court = int(run.p.n_levels) + 2
    rows = {int(key): i for i, key in enumerate(run.state.id[: int(run.state.count[marks.DISPUTES])])}
    decided = told(run, Event.APPEAL_DECIDED)
    lost = decided.only((decided.detail & 6) == 0)
    assert len(lost) > 3
    assert all(int(run.state.fails[rows[key], court]) >= 1 for key in lost.key.tolist())


@pytest.mark.parametrize("switch", ["performance", "appeal"])
def test_the_switch_takes_it_out(switch: str) -> None:
    """Off, no state of the law is entered by it and no column of it is written."""
    run = run_with((f"processes.{switch}", False))
    case = cases(run)
    states = run.state.state[: int(run.state.count[marks.DISPUTES])]
    if switch == "performance":
        assert not case["terms"].any()
        assert not np.isin(states, (State.PENDING, State.ENFORCING)).any()
    else:
        assert not case["appeal"].any()
        assert not (states == State.APPEALED).any()
    assert not broken(run)


def test_the_figures_of_the_chain_are_shares_of_what_fell_due() -> None:
    """Kept, enforced and broken are all there is of terms that fell due."""
    found = litigation(take_records(run_with(ticks=250)))
    assert found.kept + found.enforced + found.broken == pytest.approx(1.0)
    assert 0.0 < found.no_appeal < 1.0
    assert 0.0 < found.sent < 1.0
    assert found.prefiling_days >= 1.0
    assert found.judgments > 50
    assert 0.0 < found.changed < 1.0
    assert 0.0 < found.mediated_enforced < 1.0
