"""The three steps in the engine: levels rise, the fourth answer never comes, and what it does to where people go."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, Opponent
from tests.engine.history import History, history_of
from tests.engine.invariants import broken
from tests.engine.societies import run_of, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY

AGAINST_AUTHORITY = BUSY | {
    "incidence.lambda_person": 0.0, "incidence.lambda_government": 3000.0, "claim.petition": 6.0, "claim.office": 6.0,
    "claim.lump": -3.0, "claim.court": -9.0, "claim.committee": -9.0, "claim.belief_penalty": 0.0,
    "claim.max_visits": 5, "petition.decide": 0.1, "promise.share": 0.1, "petition.fair": 0.0,
    "staff.petition": 3000.0, "staff.office": 3000.0,
    "processes.misrouting": False, "processes.departments": False, "processes.interception": False,
}  # fmt: skip
OFFICES = (Forum.OFFICE, Forum.PETITION)


@cache
def run_with(ticks: int = 300, **changed: Any) -> Run:
    """A society in which everybody complains of governments, with these numbers replaced."""
    numbers = {key.replace("__", "."): value for key, value in changed.items()}
    pair = society(19, AGAINST_AUTHORITY | numbers, levels=LEVEL_SETS[2], households=40)
    run = run_of(pair, seed=5, keep_events=True)
    run.advance(ticks)
    return run


def told(run: Run, event: Event) -> History:
    return history_of(run).of(event)


def claims_at_offices(run: Run) -> dict[int, int]:
    """Number of claims at offices, by dispute against a government."""
    st, n = run.state, int(run.state.count[marks.DISPUTES])
    against = dict(zip(st.id[:n].tolist(), st.opponent[:n].tolist(), strict=True))
    claims = told(run, Event.CLAIM)
    found: dict[int, int] = defaultdict(int)
    for key, forum in zip(claims.key.tolist(), claims.forum.tolist(), strict=True):
        if forum in OFFICES and against[key] == Opponent.GOVERNMENT:
            found[key] += 1
    return found


def test_each_answer_stands_above_the_last() -> None:
    """By claims of a party: the level of the next step is higher; the number goes 1, 2, 3 and no further."""
    run = run_with(processes__outside=False, processes__gatherings=False)  # a group goes where it likes
    ranks = {int(key): int(rank) for key, rank in zip(run.world.place_key, run.world.place_rank, strict=True)}
    steps = told(run, Event.STEP)
    by_dispute = defaultdict(list)
    for key, number, place in zip(steps.key.tolist(), steps.detail.tolist(), steps.other.tolist(), strict=True):
        by_dispute[key].append((number, ranks[place]))
    several = [rows for rows in by_dispute.values() if len(rows) > 1]
    assert len(several) > 20
    assert {number for rows in several for number, _ in rows} >= {1, 2}
    for rows in several:
        for (number, level), (after, above) in pairwise(rows):
            assert after == 1 or (after == number + 1 <= 3 and above > level)
    assert broken(run) == []


def test_nobody_asks_the_same_office_twice() -> None:
    """With the steps on, fewer claims at offices a dispute; off, people go on asking."""
    on, off = run_with(), run_with(processes__petition_steps=False)
    mean = {run: float(np.mean(list(claims_at_offices(run).values()))) for run in (on, off)}
    assert mean[on] < mean[off]
    assert not told(off, Event.STEP).key.size


def test_the_clock_of_a_review_is_its_own() -> None:
    """A case that joins after an answer lapses on the review's day, the first one on the petition's."""
    run = run_with(petition__review_clock=17)
    steps = told(run, Event.STEP)
    first = {}
    for key, tick in zip(steps.key.tolist(), steps.tick.tolist(), strict=True):
        first.setdefault(key, tick)
    accepted = told(run, Event.ACCEPTED)
    accepted = accepted.only(np.isin(accepted.forum, OFFICES) & (accepted.numbers[:, 2] == 0.0))
    days = accepted.numbers[:, 0] - accepted.tick
    review = np.array(
        [
            first.get(key, run.tick) < tick
            for key, tick in zip(accepted.key.tolist(), accepted.tick.tolist(), strict=True)
        ]
    )
    assert review.sum() > 20
    assert (days[review] == 17).mean() > 0.9  # the rest were granted in between, and began anew
    assert not (days[~review] == 17).any()


def test_only_complaints_against_a_government_have_steps() -> None:
    """A quarrel with a neighbour or with the village collective is mediated or decided as before."""
    run = run_with()
    st, n = run.state, int(run.state.count[marks.DISPUTES])
    assert (st.opponent[:n] != Opponent.GOVERNMENT).any()
    assert not st.steps[:n][st.opponent[:n] != Opponent.GOVERNMENT].any()
