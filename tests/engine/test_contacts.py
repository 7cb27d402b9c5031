"""Enquiries and demands in the engine: counted load, unmet demands as grievances, the answer to being answered."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.names import DisputeType, Event, Opponent, Origin
from sim.records import take_records
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS


def run_with(ticks: int = 140, seed: int = 4, **numbers: Any) -> Run:
    """A small society that asks much; section__name=value changes a number."""
    sections: dict[str, dict[str, Any]] = {}
    for key, value in numbers.items():
        section, _, name = key.partition("__")
        sections.setdefault(section, {})[name] = value
    pair = changed(society(5, BUSY | PRESETS["asked"], levels=LEVEL_SETS[1], households=60), **sections)
    run = Run(*pair, seed=seed, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def total(run: Run, column: int) -> int:
    """Sum of a series."""
    return int(run.state.series[: run.tick, column].sum(dtype=np.int64))


def test_switched_off_the_numbers_of_contacts_touch_nothing() -> None:
    """Off means neutral: not a draw, not an event, whatever the numbers say."""
    one = run_with(100, processes__contacts=False)
    other = run_with(100, processes__contacts=False, contacts__minutes=120, contacts__grievance=0.0)
    assert one.digest == other.digest
    assert not one.state.series[:, marks.S_ENQUIRIES : marks.S_BOOKED_DEMANDS + 1].any()


def test_roots_are_the_same_on_and_off() -> None:
    """A grievance over a demand is no root, since a policy may move it: roots stay paired (definitions 5)."""
    assert roots_of(run_with(100)) == roots_of(run_with(100, processes__contacts=False))


def test_contacts_come_at_their_rates() -> None:
    """Enquiries and demands in their shares, by the week; nothing in between."""
    run = run_with(contacts__response=0.0)
    demands, enquiries = total(run, marks.S_DEMANDS), total(run, marks.S_ENQUIRIES)
    expected = 20.0 * len(run.world.res_household) * 140 / 365
    assert demands + enquiries == pytest.approx(expected, rel=0.1)
    assert demands / (demands + enquiries) == pytest.approx(run.p.contacts_demands, abs=0.05)
    days = np.flatnonzero(run.state.series[:, marks.S_DEMANDS])
    assert set(((days + 1) % 7).tolist()) == {0}
    assert broken(run) == []


def test_unmet_demands_become_grievances_against_the_town() -> None:
    """Born on the morrow, one for each that the week's event tells, against a government; none where all are met."""
    run = run_with()
    told = history_of(run).of(Event.DEMANDS)
    n, st = int(run.state.count[marks.DISPUTES]), run.state
    mine = st.origin[:n] == Origin.UNMET
    assert int(mine.sum()) == int(told.numbers[told.tick < 139, 2].sum()) > 5
    assert (st.type[:n][mine] == DisputeType.OFFICE).all()
    assert (st.opponent[:n][mine] == Opponent.GOVERNMENT).all()
    assert (st.born[:n][mine] % 7 == 0).all()
    none = run_with(contacts__grievance=0.0)
    assert not (none.state.origin == Origin.UNMET).any()
    ledger = take_records(run).disputes
    assert not (ledger.cohort[ledger.origin == Origin.UNMET] > 0).any()


def test_being_answered_brings_more_and_the_sign_is_open() -> None:
    """Fact 11 at a positive response, the contrary at a negative one, nothing at 0."""
    asked = {r: total(run_with(contacts__response=r, contacts__met=0.9, contacts__load=2.0), marks.S_DEMANDS)
             for r in (-1.0, 0.0, 4.0)}  # fmt: skip
    better = {r: total(run_with(contacts__response=r, contacts__met=0.9, contacts__load=0.0), marks.S_DEMANDS)
              for r in (-1.0, 0.0, 4.0)}  # fmt: skip
    assert better[4.0] > asked[4.0]
    assert better[-1.0] < asked[-1.0]
    assert better[0.0] == asked[0.0]


def test_demands_take_hours_from_cases() -> None:
    """Counted load that the town office feels: the more a demand takes, the fewer sessions it holds (six seeds)."""
    column = marks.S_SESSIONS + int(run_with(1).p.office_slot)
    held = [
        sum(total(run_with(seed=s, contacts__minutes=m, processes__window_hours=False), column) for s in range(4, 10))
        for m in (0, 120)
    ]
    assert held[1] < 0.99 * held[0]


def test_the_books_of_the_hotline_are_no_worse_than_the_truth() -> None:
    """Reported beside true: what was met is booked as met, and some of the rest too; the truth is unmoved by it."""
    honest, loose = (run_with(report__delta=delta) for delta in (0.1, 0.6))
    for run in (honest, loose):
        assert total(run, marks.S_MET) <= total(run, marks.S_BOOKED_DEMANDS) <= total(run, marks.S_DEMANDS)
    assert total(loose, marks.S_BOOKED_DEMANDS) > total(honest, marks.S_BOOKED_DEMANDS)
