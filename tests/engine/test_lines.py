"""Lines against a plain list: first in, first out, nobody lost, minutes neither made nor forgotten."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.marks import ACTIVE_LINES, FILINGS, NEVER, QUEUED, TICK
from sim.names import Event, Forum, Phase
from tests.engine import doors
from tests.engine.history import history_of
from tests.engine.societies import CROWDED, STAYING, UNFOUND, blank_state, run_of, society

LINES, DISPUTES = 2, 6
steps = st.lists(
    st.tuples(
        st.sampled_from(["join", "join", "leave", "tick"]), st.integers(0, DISPUTES - 1), st.integers(0, LINES - 1)
    ),
    min_size=10,
    max_size=60,
)


def walk(state: Any, line: int) -> list[int]:
    """Who stands in a line, from the head; the way back from the tail is checked on the way."""
    rows, back = [], []
    i = int(state.line_head[line])
    while i >= 0:
        rows.append(i)
        i = int(state.line_next[i])
    i = int(state.line_tail[line])
    while i >= 0:
        back.append(i)
        i = int(state.line_prev[i])
    assert back == rows[::-1]
    return rows


@pytest.fixture(scope="module")
def small() -> Any:
    return society(1)


@given(steps)
def test_a_line_is_a_list(small: Any, steps: list[tuple[str, int, int]]) -> None:
    """Joining at the tail, leaving from anywhere: links, lengths, counters and yesterday's length are a list's."""
    state = blank_state(small)
    plain: list[list[int]] = [[] for _ in range(LINES)]
    yesterday = [0] * LINES
    for step, i, line in steps:
        where = [n for n in range(LINES) if i in plain[n]]
        if step == "tick":
            yesterday = [len(rows) for rows in plain]
            state.count[TICK] += 1
        elif step == "join" and not where:
            doors.join_line(state.record, line, i)
            plain[line].append(i)
            assert state.joined[i] == state.count[TICK]
        elif step == "leave" and where:
            doors.leave_line(state.record, i)
            plain[where[0]].remove(i)
            assert state.line[i] == -1
        assert [walk(state, n) for n in range(LINES)] == plain
        assert state.line_length[:LINES].tolist() == [len(rows) for rows in plain]
        assert [doors.length_yesterday(state.record, n) for n in range(LINES)] == yesterday
        assert all(state.line[i] == n for n in range(LINES) for i in plain[n])
        busy = state.active_list[: int(state.count[ACTIVE_LINES])].tolist()
        assert sorted(busy) == [n for n in range(LINES) if plain[n]]
        assert [int(state.line_active[n]) for n in busy] == list(range(len(busy)))
        assert state.count[QUEUED] == sum(map(len, plain))


@given(st.integers(0, 500), st.integers(0, 900), st.integers(1, 900), st.integers(0, 40))
def test_idle_credit_in_one_step_is_credit_day_by_day(
    small: Any, minutes: int, credit: int, mean: int, idle: int
) -> None:
    """Nobody touches an empty line; what it saved up is reckoned when it fills, as if counted every evening."""
    state = blank_state(small)
    state.line_minutes[0], state.line_credit[0], state.line_served[0] = minutes, credit, 9
    state.count[TICK] = 10 + idle
    doors.wake_line(state.record, 0, mean)
    daily = min(credit, mean)
    for _ in range(idle):
        daily = min(daily + minutes, mean)
    assert state.line_credit[0] == daily


class PlainLines:
    """Lines as lists of filing rows, minutes reckoned every day: who must be served follows from the joiners alone."""

    def __init__(self, run: Any) -> None:
        self.run = run
        self.width = run.p.n_levels + 1
        self.place = {int(key): row for row, key in enumerate(run.world.place_key)}
        self.queue: list[list[int]] = [[] for _ in run.state.line_head]
        self.credit = [0] * len(self.queue)
        self.first_before_filing = self.width * run.world.n_places
        self.first_of_arbitration = self.first_before_filing + run.world.n_places
        self.first_of_reconsideration = self.first_of_arbitration + run.world.n_places
        self.joined: dict[int, int] = {}
        self.filings = 0

    def mean(self, line: int) -> int:
        """Minutes of a mean session of the line's forum."""
        slot = line % self.width
        if line >= self.first_of_reconsideration:
            return int(self.run.p.mean_minutes[Forum.RECONSIDERATION])
        if line >= self.first_of_arbitration:
            return int(self.run.p.mean_minutes[Forum.ARBITRATION])
        if line >= self.first_before_filing:
            return int(self.run.p.mean_minutes[Forum.PREFILING])
        forum = Forum.COURT if slot == self.width - 1 else self.run.p.forum_of_slot[slot]
        return int(self.run.p.mean_minutes[forum])

    def take_demands(self, today: int) -> None:
        """What the week's service demands took of the lines of their town offices, in the evening."""
        told = history_of(self.run).of(Event.DEMANDS)
        told = told.only((told.tick == today) & (told.numbers[:, 0] > 0))  # else the office has nobody to take them
        taken = (told.detail >> 16 & 0xFFFF).tolist()
        if self.run.p.on_window_hours:  # then the office attends to no more than it has hours for
            told = history_of(self.run).of(Event.TREATED)
            told = told.only(told.tick == today)
            taken = told.numbers[:, 0].astype(int).tolist()
        for other, demands in zip(told.other.tolist(), taken, strict=True):
            line = self.place[other] * self.width + self.run.p.office_slot
            self.credit[line] -= demands * self.run.p.contacts_minutes

    def day(self, left: set[int], heard: set[int], ended: set[int], back: set[int]) -> None:
        """Check one day: `left` and `back` in phase 2, `heard` in phase 4, `ended` in phase 5; all disputes' ids."""
        state, today = self.run.state, self.run.tick - 1
        ids = state.id[state.filing_dispute]
        self.queue = [[row for row in rows if int(ids[row]) not in left] for rows in self.queue]
        old = [list(rows) for rows in self.queue]
        count = int(state.count[FILINGS])
        newest = {int(key): row for row, key in enumerate(ids[:count].tolist()) if state.filing_closed[row] == NEVER}
        resumed = [newest[key] for key in sorted(back)]
        opened = [
            row for row in range(self.filings, count) if state.filing_forum[row] != Forum.POLICE
        ]  # it has no line
        for row in (*resumed, *opened):
            line = int(state.filing_line[row])
            if not self.queue[line]:
                self.credit[line] = min(self.credit[line], self.mean(line))
            self.queue[line].append(row)
            self.joined[row] = today
        self.filings = count
        must: set[int] = set()
        for line, waiting in enumerate(old):
            self.credit[line] += int(state.line_minutes[line])
            notice = self.run.p.prefiling_notice if self.first_before_filing <= line < self.first_of_arbitration else 0
            for row in waiting:
                if self.joined[row] + notice >= today:
                    break
                work = int(state.filing_work[row])
                if self.credit[line] < work:
                    break
                self.credit[line] -= work
                must.add(int(ids[row]))
                self.queue[line].remove(row)
                if int(ids[row]) not in ended and int(state.line[state.filing_dispute[row]]) >= 0:
                    self.queue[line].append(row)
                    self.joined[row] = today
            if waiting and not self.queue[line]:
                self.credit[line] = min(self.credit[line], self.mean(line))
        self.take_demands(today)
        busy = [line for line, rows in enumerate(self.queue) if rows]
        assert state.line_credit[busy].tolist() == [self.credit[line] for line in busy]
        assert must == heard
        assert [[int(state.filing[i]) for i in walk(state, n)] for n in range(len(self.queue))] == self.queue


@pytest.mark.parametrize("seed", range(4))
def test_who_is_served_follows_from_who_joined(seed: int) -> None:
    """Every session of a run, day by day, is the one that plain lists and minutes counted daily say it must be."""
    run = run_of(
        society(seed, CROWDED | UNFOUND | STAYING | {"processes.confirmation": False, "processes.emergency": False}),
        seed=seed,
        keep_events=True,
    )
    plain = PlainLines(run)
    seen, sessions, longest, returned = 0, 0, 0, 0
    while run.tick < 150:
        run.advance(1)
        words = run.events[0][seen:]
        seen += len(words)
        today: dict[tuple[int, int], set[int]] = {}
        for head, key in words[:, :2].tolist():
            if head >> 32 == run.tick - 1 + 4096:
                today.setdefault((head >> 24 & 255, head >> 16 & 255), set()).add(key)
        heard = set().union(*(keys for (phase, _), keys in today.items() if phase == Phase.SERVE))
        left, ended = today.get((Phase.DUE, Event.ENDED), set()), today.get((Phase.OUTCOME, Event.ENDED), set())
        back = today.get((Phase.DUE, Event.RESUMED), set())
        plain.day(left, heard, ended, back)
        returned += len(back)
        sessions += len(heard)
        longest = max(longest, *map(len, plain.queue))
    assert sessions > 200
    assert returned > 5
    assert longest > 5


def test_lines_are_numbered_by_place_and_slot() -> None:
    """Line = place x (levels + 1) + slot, the court last, then one a place for each forum behind it."""
    run = run_of(society(2), seed=1)
    run.advance(60)
    state, width = run.state, run.p.n_levels + 1
    rows = np.arange(int(state.count[FILINGS]))
    lines, forums = state.filing_line[rows], state.filing_forum[rows]
    behind = lines >= width * run.world.n_places
    tribunals = lines >= (width + 1) * run.world.n_places
    assert ((forums == Forum.PREFILING) == (behind & ~tribunals)).all()
    assert (np.isin(forums, (Forum.ARBITRATION, Forum.RECONSIDERATION)) == tribunals).all()
    assert ((forums == Forum.RECONSIDERATION) == (lines >= (width + 2) * run.world.n_places)).all()
    assert ((forums == Forum.COURT) == ((lines % width == width - 1) & ~behind)).all()
    administrative = forums < Forum.COURT
    places = np.where(behind, (lines - width * run.world.n_places) % run.world.n_places, lines // width)
    assert (run.p.forum_of_slot[lines[administrative] % width] == forums[administrative]).all()
    assert (state.filing_level[rows] == run.world.place_rank[places]).all()
