"""Windows with hours in the engine: what jams, what is late, what the triple counts, and nothing when off."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum
from sim.records import take_records
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS


def run_with(ticks: int = 140, **numbers: Any) -> Run:
    """A small society whose windows have little time; section__name=value changes a number."""
    sections: dict[str, dict[str, Any]] = {}
    for key, value in numbers.items():
        section, _, name = key.partition("__")
        sections.setdefault(section, {})[name] = value
    pair = changed(society(5, BUSY | PRESETS["jammed"], levels=LEVEL_SETS[1], households=60), **sections)
    run = Run(*pair, seed=4, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


AMPLE = {"desk__hotline_hours": 1e6, "desk__centre_hours": 1e6, "desk__office_share": 0.6, "contacts__minutes": 0}


def total(run: Run, column: int) -> int:
    """Sum of a series."""
    return int(run.state.series[: run.tick, column].sum(dtype=np.int64))


def test_switched_off_the_numbers_of_desks_touch_nothing() -> None:
    """Off means neutral: not a draw, not an event, whatever the numbers say."""
    one = run_with(100, processes__window_hours=False)
    other = run_with(100, processes__window_hours=False, desk__hotline_hours=1.0, desk__beyond=0.6)
    assert one.digest == other.digest
    assert not one.state.series[:, marks.S_WRITTEN : marks.S_JAMMED + 1].any()


def test_roots_are_the_same_on_and_off() -> None:
    """What windows have time for moves no root (definitions 5)."""
    assert roots_of(run_with(100)) == roots_of(run_with(100, processes__window_hours=False))


def test_no_window_spends_more_than_its_hours() -> None:
    """Capacity is never exceeded, by any window in any week; what comes on top is late or never answered."""
    run = run_with()
    told = history_of(run).of(Event.DESK)
    place = {int(key): row for row, key in enumerate(run.world.place_key)}
    minutes = np.array([
        run.state.desk_minutes[place[key], int(window == Forum.ONE_STOP)] * 7
        for key, window in zip(told.key.tolist(), told.forum.tolist(), strict=True)
    ])  # fmt: skip
    assert (told.numbers[:, 0] <= minutes).all()
    assert (told.numbers[:, 0] == minutes).any()
    assert total(run, marks.S_LATE) > 0
    assert total(run, marks.S_UNANSWERED) > 0
    assert total(run, marks.S_WRITTEN) < total(run, marks.S_DEMANDS)
    assert broken(run) == []


def test_with_hours_enough_all_is_answered_and_the_rest_is_remit_and_dispatch() -> None:
    """Nothing late, nothing lost; solved is what lies within the remit, satisfied what was not sent wrong."""
    run = run_with(**AMPLE, contacts__response=0.0, desk__beyond=0.3)
    demands = total(run, marks.S_DEMANDS)
    assert total(run, marks.S_WRITTEN) == demands > 500
    assert total(run, marks.S_LATE) == total(run, marks.S_UNANSWERED) == total(run, marks.S_LATE_CLAIMS) == 0
    told = history_of(run).of(Event.TREATED)
    staffed = told.numbers[:, 0] > 0
    met = total(run, marks.S_MET) / float(told.numbers[:, 0].sum())
    assert abs(met - 0.7) < 0.05
    assert staffed.any()
    satisfied = total(run, marks.S_SATISFIED) / total(run, marks.S_RESPONDED)
    assert abs(satisfied - (1.0 - run.p.windows_wrong_hotline)) < 0.05


def test_more_hours_answer_more() -> None:
    """The paired effect: on time, satisfied and met rise with the hours of windows, demand held still."""
    few, many = (run_with(contacts__response=0.0, desk__hotline_hours=hours) for hours in (200.0, 4_000.0))
    assert total(few, marks.S_DEMANDS) == total(many, marks.S_DEMANDS)
    for column in (marks.S_WRITTEN, marks.S_RESPONDED, marks.S_SATISFIED, marks.S_MET):
        assert total(few, column) < total(many, column)


def test_being_answered_brings_more_and_more_beyond_remit() -> None:
    """Fact 11: where demand answers to being met, more hours bring more, of which more lies beyond the remit."""
    shares = []
    for hours in (200.0, 1e6):
        run = run_with(**(AMPLE | {"desk__hotline_hours": hours}), desk__beyond=0.1, desk__beyond_more=0.5)
        shares.append((total(run, marks.S_DEMANDS), total(run, marks.S_BEYOND) / total(run, marks.S_DEMANDS)))
    assert shares[0][0] < shares[1][0]
    assert shares[0][1] < shares[1][1]


def test_disputes_wait_at_a_window_with_work_left_and_pass_by_a_jammed_one() -> None:
    """A claim keeps its forum: late through the window, or on its own."""
    run = run_with()
    assert total(run, marks.S_LATE_CLAIMS) + total(run, marks.S_JAMMED) > 0
    contact = history_of(run).of(Event.CONTACT)
    assert (contact.numbers[:, 2] < 7).all()
    n = int(run.state.count[marks.FILINGS])
    seen = set(np.unique(run.state.filing_window[:n]).tolist())
    assert seen == {0, int(Forum.HOTLINE), int(Forum.ONE_STOP)}


def test_the_books_of_the_hotline_are_read_beside_the_truth() -> None:
    """A share of those written down in the books, of all who asked in truth: never alone, and never the lower one."""
    from sim.analysis.windows import centre, hotline

    run = run_with(400)
    records = take_records(run)
    found = hotline(records)
    for pair in (found.response, found.solved, found.satisfied):
        assert 0.0 <= pair.true <= pair.reported <= 1.0
    assert 0.0 < found.unanswered < 1.0
    assert "booked_demands" not in records.series.columns
    assert centre(records).visits > 0
