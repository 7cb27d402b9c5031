"""Where two histories part: both are run again, side by side, until an event of one is not in the other."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.names import OF_NO_DISPUTE, BorderMatter, DisputeType, Event, Opponent, Origin
from sim.studies.career import Birth, Step, read_step
from sim.studies.executor import run_tasks
from sim.studies.relive import Numbers, Words, stretches
from sim.studies.task import Task
from sim.studies.watch import Account, Watch

if TYPE_CHECKING:
    from sim.engine.run import Run

RULES: Final = {
    # which rule decides an event of this kind
    Event.BORN: "sim/rules/arise.py",
    Event.VOICED: "sim/rules/voice.py",
    Event.FADED: "sim/rules/voice.py",
    Event.FOUND: "sim/rules/finding.py",
    Event.FALSE_ALARMS: "sim/rules/finding.py",
    Event.PADDED: "sim/rules/padding.py",
    Event.GROUP: "sim/rules/gather.py",
    Event.TOGETHER: "sim/engine/claims.py",
    Event.TRUST: "sim/rules/trust.py",
    Event.EMERGENCY: "sim/rules/emergency.py",
    Event.CAMPAIGN: "sim/rules/campaign.py",
    Event.CLAIM: "sim/rules/claim.py",
    Event.BLOCKED: "sim/rules/intercept.py",
    Event.RETURNED: "sim/engine/claims.py",
    Event.NOT_FILED: "sim/engine/claims.py",
    Event.ACCEPTED: "sim/engine/lodging.py",
    Event.REGISTERED: "sim/engine/due.py",
    Event.SESSION: "sim/rules/settle.py",
    Event.DEPARTMENTS: "sim/rules/departments.py",
    Event.BORDER: "sim/rules/borders.py",
    Event.MISROUTED: "sim/rules/misroute.py",
    Event.RESUMED: "sim/engine/joint.py",
    Event.ENDED: "sim/engine/ends.py",
    Event.FORWARDED: "sim/engine/due.py",
    Event.REOPENED: "sim/rules/relapse.py",
    Event.LUMPED: "sim/rules/claim.py",
    Event.FORGOTTEN: "sim/rules/relapse.py",
    Event.FINAL: "sim/rules/relapse.py",
    Event.REVIEW: "sim/rules/appraise.py",
    Event.POST_LEFT: "sim/rules/turnover.py",
    Event.POST_TAKEN: "sim/rules/turnover.py",
    Event.TALK: "sim/rules/settle.py",
    Event.CONSENT: "sim/rules/answer.py",
    Event.CONTACT: "sim/rules/windows.py",
    Event.DEMANDS: "sim/rules/contacts.py",
    Event.TREATED: "sim/rules/desk.py",
    Event.DESK: "sim/rules/desk.py",
    Event.DOCKET: "sim/rules/docket.py",
    Event.DISPATCHED: "sim/rules/windows.py",
    Event.CALLED: "sim/rules/police.py",
    Event.ATTENDED: "sim/rules/police.py",
    Event.OFFERED: "sim/engine/prefiling.py",
    Event.TRIAL: "sim/engine/prefiling.py",
    Event.AWARD: "sim/rules/arbitrate.py",
    Event.APPEAL: "sim/rules/appeal.py",
    Event.APPEAL_DECIDED: "sim/rules/decide.py",
    Event.CONFIRMATION: "sim/engine/confirmation.py",
    Event.STEP: "sim/rules/steps.py",
    Event.KEPT: "sim/rules/perform.py",
    Event.BROKEN: "sim/rules/perform.py",
    Event.ENFORCEMENT: "sim/rules/perform.py",
}

_NOTHING: Final = (np.zeros((0, 4), np.uint64), np.zeros((0, 3)))
_Row = tuple[Any, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """The first event that two histories do not share. `one`, `other`: as each has it, None if it does not.

    `key` is the dispute (or the place, post, cause or level of the event); `birth` what is fixed of the dispute,
    None where it is of none; `rule` the file whose rule decides such an event.
    """

    day: int
    rule: str
    key: int
    birth: Birth | None
    one: Step | None
    other: Step | None


def first_difference(one: Path, other: Path, *, watch: Watch | None = None) -> Difference | None:
    """Return where the histories of two run folders part, None where they are the same.

    Both are run to their end and held to their digests. Raises StoredFileError and DigestMismatch.
    """
    from sim.records import read_run

    ends = [read_run(folder).manifest for folder in (one, other)]
    days = sum(end.burn_in + end.last_day + 1 for end in ends)
    account = Account(watch or Watch())
    account.stage("again", days, days)
    task = Task(name="diff", work=_side_by_side, given=(one, other))
    with closing(run_tasks([task], workers=1, beat=account.hear)) as answers:
        done = next(answers)
    if done.error is not None:
        raise done.error
    found: Difference | None = done.value
    return found


def _side_by_side(one: Path, other: Path) -> Difference | None:
    from sim.records import read_run
    from sim.records.rerun import check_history, start_again

    stored = [read_run(folder) for folder in (one, other)]
    first, second = (start_again(past, keep_events=True) for past in stored)
    rows: tuple[_Row | None, _Row | None] = (None, None)
    for left, right in zip_longest(stretches(first), stretches(second), fillvalue=_NOTHING):
        if rows == (None, None):
            rows = _part(left, right)
    for run, past in zip((first, second), stored, strict=True):
        check_history(run, past)
    if rows == (None, None):
        return None
    steps = [
        None if row is None else read_step(*row, run.world, run.burn_in)
        for row, run in zip(rows, (first, second), strict=True)
    ]
    known, run = (steps[0], first) if steps[0] is not None else (steps[1], second)
    assert known is not None
    key = _place(next(row for row in rows if row is not None))[2]
    birth = None if known.event in OF_NO_DISPUTE else _birth(run, key)
    return Difference(day=known.day, rule=RULES[known.event], key=key, birth=birth, one=steps[0], other=steps[1])


def _part(left: tuple[Words, Numbers], right: tuple[Words, Numbers]) -> tuple[_Row | None, _Row | None]:
    """Return the first rows that differ, None for a history that does not have the event that the other has."""
    shared = min(len(left[0]), len(right[0]))
    same = (left[0][:shared] == right[0][:shared]).all(axis=1)
    same &= (left[1][:shared].view(np.uint64) == right[1][:shared].view(np.uint64)).all(axis=1)
    at = shared if same.all() else int(np.argmin(same))
    rows = [(words[at], numbers[at]) if at < len(words) else None for words, numbers in (left, right)]
    places = [_place(row) for row in rows if row is not None]
    if not places:
        return None, None
    one, two = (row if row is not None and _place(row) == min(places) else None for row in rows)
    return one, two


def _place(row: _Row) -> tuple[int, int, int]:
    """Return where an event stands in a history: tick, phase, dispute."""
    head = int(row[0][0])
    return head >> 32, (head >> 24) & 0xFF, int(row[0][1])


def _birth(run: Run, key: int) -> Birth:
    """Return what is fixed of a dispute, from the ledger; its hostility is that of the last day."""
    from sim.records import take_records

    ledger = take_records(run).disputes
    row = int(np.flatnonzero(ledger.id == np.uint64(key))[0])
    return Birth(
        type=DisputeType(int(ledger.type[row])),
        opponent=Opponent(int(ledger.opponent[row])),
        origin=Origin(int(ledger.origin[row])),
        home=int(ledger.home[row]),
        power=int(ledger.power[row]),
        exclusive=bool(ledger.exclusive[row]),
        stake=float(ledger.stake[row]),
        hostility=float(ledger.hostility[row]),
        gap=float(ledger.gap[row]),
        border=BorderMatter(int(ledger.border[row])),
    )
