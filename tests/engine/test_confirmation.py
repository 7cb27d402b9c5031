"""Confirmation of people's mediation by the court: who asks, what it costs the judges, and what it changes."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, Way
from sim.records import take_records
from tests.engine.history import History, history_of
from tests.engine.invariants import broken
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY

AGREEING = BUSY | {
    "claim.committee": 6.0, "claim.lump": 0.0, "staff.committee": 900.0, "staff.court": 2000.0, "returns.base": 0.8,
    "confirm.share": 0.5, "confirm.days": 5.0, "confirm.granted": 0.8, "processes.performance": False,
    "processes.prefiling": False, "time.follow_up": 0,
}  # fmt: skip


@cache
def run_with(ticks: int = 150, **changed: Any) -> Run:
    """Committees that settle much; fields of `confirm` and `returns` replaced, `on=False` without the process."""
    numbers = {key.replace("__", "."): value for key, value in changed.items() if key != "on"}
    numbers["processes.confirmation"] = changed.get("on", True)
    run = run_of(society(4, AGREEING | numbers, households=60), seed=5, keep_events=True)
    run.advance(ticks)
    return run


def told(run: Run, event: Event) -> History:
    return history_of(run).of(event)


def test_only_free_agreements_of_people_s_mediation_are_confirmed() -> None:
    """Not what was pressed, decided, or settled before filing; and nothing is lost while the court is asked."""
    run = run_with()
    st, n = run.state, int(run.state.count[marks.FILINGS])
    taken = np.flatnonzero(st.filing_confirmed[:n])
    assert len(taken) > 30
    assert (st.filing_way[taken] == Way.CONSENT).all()
    assert np.isin(st.filing_forum[taken], (Forum.COMMITTEE, Forum.OFFICE)).all()
    assert broken(run) == []


def test_every_application_is_answered_on_its_day() -> None:
    """One answer for each, the stated days later; the share granted is the stated one."""
    run = run_with(ticks=200)
    ended = told(run, Event.ENDED)
    asked = ended.only(ended.detail >> 28 & 1 == 1)
    answers = told(run, Event.CONFIRMATION)
    got = set(zip(answers.key.tolist(), answers.tick.tolist(), strict=True))
    wanted = set(zip(asked.key.tolist(), (asked.tick + 5).tolist(), strict=True))
    assert {one for one in wanted if one[1] < run.tick} == got
    share, error = float((answers.detail == 1).mean()), np.sqrt(0.8 * 0.2 / len(answers))
    assert abs(share - 0.8) < 4 * error


def test_judges_spend_time_on_it() -> None:
    """What is given to confirmations is not given to suits: the court's minutes of the day hold both."""
    run = run_with(confirm__hours=4.0)
    sessions = told(run, Event.SESSION)
    work = dict(zip(*_works(run), strict=True))
    suits = sum(work[key] for key in sessions.only(sessions.forum == Forum.COURT).key.tolist())
    spent = int(run.state.series[: run.tick, marks.S_MINUTES + marks.COURT_KIND].sum())
    assert spent - suits == 240 * len(told(run, Event.CONFIRMATION)) > 0


def _works(run: Run) -> tuple[list[int], list[int]]:
    st, n = run.state, int(run.state.count[marks.FILINGS])
    at_court = np.flatnonzero(st.filing_forum[:n] == Forum.COURT)
    return st.id[st.filing_dispute[at_court]].tolist(), st.filing_work[at_court].tolist()


def test_a_confirmed_agreement_comes_back_less() -> None:
    """Same people, same luck: the smaller the factor the fewer return."""
    back = {}
    for factor in (0.3, 1.0):
        run = run_with(ticks=400, returns__confirmed=factor, confirm__share=1.0, confirm__granted=1.0)
        back[factor] = int(run.state.came_back[: int(run.state.count[marks.DISPUTES])].sum())
    assert back[0.3] < back[1.0]


def test_nobody_is_confirmed_without_a_court_or_a_wish() -> None:
    """At a share of 0 history is that of the process off, to the bit; a court without hours is not asked."""
    assert run_with(confirm__share=0.0).digest == run_with(on=False).digest
    pair = society(4, AGREEING | {"processes.confirmation": True}, households=60)
    pair[1].minutes[:, -1] = 0
    run = run_of(pair, seed=5, keep_events=True)
    run.advance(100)
    assert len(told(run, Event.CONFIRMATION)) == 0


def test_waiting_for_the_court_is_open() -> None:
    """An application on the last day is no success yet, neither in the end state nor in the fate of the case."""
    run = run_with(confirm__days=60.0, ticks=100)
    records = take_records(run)
    waiting = records.cases.confirmed == 2
    assert waiting.any()
    assert (records.disputes.interest[records.cases.dispute[waiting]] > 0).all()
