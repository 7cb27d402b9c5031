"""One run in time: from a scenario, a world, policies and a seed to a history.

Stop, save, resume and branch anywhere, exactly. Ticks count from the start of the burn-in; day = tick - burn-in. Levers
change only between ticks, by the policies' book.
What a run leaves is read from `state` by `sim.records`; this file decides nothing about the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.engine.allocate import allocate
from sim.engine.checkpoint import Head, History, check, check_layout, read, write
from sim.engine.day import ends_of_day, run_days
from sim.engine.digest import Chain, canonical
from sim.engine.ground import ground_of
from sim.engine.institutions import first_answers
from sim.engine.marks import (
    AVAILABLE,
    COURT_KIND,
    DISPUTES,
    DONE,
    EVENTS,
    LOOK_ANEW,
    PREFILING_KIND,
    S_CHILDREN,
    SHORT_CANDIDATES,
    SHORT_DISPUTES,
    STAGE,
    TICK,
)
from sim.engine.past import bear_stocks
from sim.engine.room import make_room, room_for_stock
from sim.engine.runaway import check_runaway
from sim.engine.seen import reported_figures
from sim.engine.state import adopt, copied, fixed_sizes, grow, parts_of
from sim.levers import LeverBook

if TYPE_CHECKING:
    from sim.levers import Mover, Seen
    from sim.scenario import Scenario
    from sim.world import World

Array = npt.NDArray[Any]


class Run:
    """A run under way.

    `seed` >= 0; `burn_in` days before day 0 (default: the scenario's). `keep_events` keeps the canonical history in
    memory (`events`); `follow` is the id of a dispute whose choices are traced. Neither changes the history. `history`
    is what to go on from; without it the run begins with its starting stocks.
    """

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        policies: Sequence[Mover] = (),
        *,
        seed: int = 0,
        burn_in: int | None = None,
        keep_events: bool = False,
        follow: int = 0,
        history: History | None = None,
    ) -> None:
        self.scenario = scenario
        self.world = world
        self.policies = tuple(policies)
        self.seed = seed
        self.burn_in = scenario.time.burn_in if burn_in is None else burn_in
        ground = ground_of(scenario, world)
        self.p, self._numbers = ground.p, ground.numbers
        self._behind_minutes = ground.behind_minutes
        self.book = LeverBook(scenario, world, policies)
        self.keep_events = keep_events
        self._kept: list[tuple[Array, Array]] = []
        self._chain = Chain()
        self._levers_day: int | None = None
        ticks = self.burn_in + scenario.time.cohort + scenario.time.follow_up
        self.state = allocate(ground, self.book.values, seed, ticks, self.burn_in)
        self.follow(follow)
        if history is None:
            self._start()
        else:
            self._go_on(history)

    @property
    def _arm(self) -> tuple[str, ...]:
        return tuple(policy.spec for policy in self.policies)

    # -- what a caller reads ---------------------------------------------------------------------------------------
    @property
    def tick(self) -> int:
        """The next tick to run."""
        return int(self.state.count[TICK])

    @property
    def day(self) -> int:
        """The next day to run; negative in the burn-in."""
        return self.tick - self.burn_in

    @property
    def horizon(self) -> int:
        """Number of ticks from the start of the burn-in to the end of the follow-up."""
        return len(self.state.calendar) - 1

    @property
    def digest(self) -> str:
        """Hex digest of the history so far."""
        self._collect()
        return self._chain.hex()

    @property
    def events(self) -> tuple[Array, Array]:
        """The kept history in canonical order: uint64[n, 4] (head, key, other, detail) and float64[n, 3] (x, y, z)."""
        self._collect()
        if not self._kept:
            return np.zeros((0, 4), np.uint64), np.zeros((0, 3))
        words, numbers = zip(*self._kept, strict=True)
        return np.concatenate(words), np.concatenate(numbers)

    def take_events(self) -> tuple[Array, Array]:
        """The kept history since the last call, in canonical order, which is then let go: for long exports."""
        taken = self.events
        self._kept.clear()
        return taken

    # -- going on ----------------------------------------------------------------------------------------------------
    def advance(self, ticks: int) -> None:
        """Run `ticks` more ticks (never past the horizon)."""
        end = min(self.tick + ticks, self.horizon)
        while self.tick < end:
            self._apply_levers()
            change = self.book.next_change(self.day)
            stop = end if change is None else min(end, change + self.burn_in)
            self._run_until(stop)

    def finish(self) -> None:
        """Run to the end of the follow-up."""
        self.advance(self.horizon - self.tick)

    def follow(self, key: int) -> None:
        """Trace the choices of the dispute with this id from now on (0: of none)."""
        self.state.trace_key[0] = np.uint64(key)
        if key:
            grow(self.state, "trace", 4096, int(self.p.n_levels))

    def branch(self, policies: Sequence[Mover]) -> Run:
        """A run that goes on from here, in its own arrays, under other policies: the arms of a comparison.

        Only a run under the baseline branches, and only where no new policy should have begun (ValueError otherwise).
        """
        if self.policies:
            raise ValueError("only a run under the baseline can be branched")
        late = [policy.spec for policy in policies if policy.dose > 0.0 and policy.start < self.day]
        if late:
            raise ValueError(f"these policies should have begun before day {self.day}: {', '.join(late)}")
        self._collect()
        history = History(parts=copied(self.state), chain=self._chain, kept=tuple(self._kept), memory={})
        return Run(
            self.scenario,
            self.world,
            policies,
            seed=self.seed,
            burn_in=self.burn_in,
            keep_events=self.keep_events,
            history=history,
        )

    def save(self, path: Path) -> None:
        """Write a checkpoint; the run may go on. OutputError if the place cannot be written."""
        head = Head(
            scenario=self.scenario.fingerprint,
            world=self.world.digest,
            arm=self._arm,
            seed=self.seed,
            burn_in=self.burn_in,
        )
        self._collect()
        write(path, head, self.state, self._chain, self.book.memory)

    @classmethod
    def load(cls, path: Path, scenario: Scenario, world: World, policies: Sequence[Mover] = ()) -> Run:
        """A run that goes on exactly where `save` left it. StoredFileError if the file is not its checkpoint."""
        head, columns, chain, memory = read(path)
        arm = tuple(policy.spec for policy in policies)
        check(path, head, scenario=scenario.fingerprint, world=world.digest, arm=arm)
        time = scenario.time
        sizes = fixed_sizes(ground_of(scenario, world), head.burn_in + time.cohort + time.follow_up)
        check_layout(path, columns, sizes, len(scenario.levels))
        history = History(parts=parts_of(columns), chain=chain, kept=(), memory=memory)
        return cls(scenario, world, policies, seed=head.seed, burn_in=head.burn_in, history=history)

    # -- inside --------------------------------------------------------------------------------------------------------
    def _go_on(self, history: History) -> None:
        """Take over a history; levers stand as they did yesterday, today's are still to be applied."""
        adopt(self.state, history.parts)
        self._chain, self._kept = history.chain, list(history.kept)
        self.book.restore(self.day - 1, history.memory)
        self._lever_minutes(self.book.values["capacity"])

    def _start(self) -> None:
        first_answers(self.state.record, self._numbers)
        self._lever_minutes(self.book.values["capacity"])
        while (short := bear_stocks(self.state.record, self._numbers)) != DONE:
            room_for_stock(self.state, self.p, short)
        self._collect()

    def _run_until(self, stop: int) -> None:
        st = self.state
        if len(st.series) < stop:
            grow(st, "elapsed", stop, int(self.p.n_levels))
        before: tuple[int, int, int] | None = None
        while (short := run_days(st.record, self._numbers, stop, *ends_of_day())) != DONE:
            lacking = (self.tick, int(st.count[STAGE]), short)
            if lacking == before and short != SHORT_CANDIDATES:  # that list doubles until it is long enough
                raise RuntimeError(f"the room made for a day was not enough: {lacking}; `room` and `day` count apart")
            if int(st.count[EVENTS]) and int(st.count[STAGE]) == 0:
                self._collect()
            if short == SHORT_DISPUTES:
                caused = int(st.series[: self.tick, S_CHILDREN].sum(dtype=np.int64))
                check_runaway(self.scenario, self.world, int(st.count[DISPUTES]), caused, self.horizon)
            make_room(st, self.p, short)
            before = lacking

    def _apply_levers(self) -> None:
        """Bring the lever columns to today, if something changes today."""
        if self._levers_day == self.day:
            return
        self._levers_day = self.day
        if self.book.next_change(self.day - 1) == self.day:
            changed = self.book.apply(self.day, self._seen())
            if "capacity" in changed:
                self._lever_minutes(self.book.values["capacity"])
            if "detection" in changed:
                self.state.count[LOOK_ANEW] = 1

    def _seen(self) -> Seen:
        days = int(self.p.appraisal_review_days)
        return reported_figures(self.state, self.book.facts, tick=self.tick, day=self.day, review_days=days)

    def _lever_minutes(self, capacity: Array) -> None:
        """Minutes of every line: of who is there, times the lever and what the place's mode makes of it; whole."""
        staffed = self.state.line_staffed[: capacity.size].reshape(capacity.shape)
        modes = self.state.line_factor[: capacity.size].reshape(capacity.shape)
        minutes = np.maximum(0, (staffed * capacity * modes).astype(np.int64))
        self.state.line_minutes[: minutes.size] = minutes.ravel()
        self.state.line_minutes[minutes.size :] = self._behind_minutes.ravel()
        by_slot = minutes.sum(axis=0, dtype=np.int64)
        self.state.count[AVAILABLE : AVAILABLE + len(by_slot) - 1] = by_slot[:-1]
        self.state.count[AVAILABLE + COURT_KIND] = by_slot[-1]
        self.state.count[AVAILABLE + PREFILING_KIND :][:3] = self._behind_minutes.sum(axis=1, dtype=np.int64)

    def _collect(self) -> None:
        """Take the events of whole ticks out of the buffer, in canonical order, into the digest."""
        st = self.state
        n = int(st.count[EVENTS])
        if n == 0 or int(st.count[STAGE]) != 0:
            return
        order = canonical(st.event_u[:n])
        words, numbers = st.event_u[:n].take(order, axis=0), st.event_f[:n].take(order, axis=0)
        self._chain = self._chain.extend(words, numbers)
        if self.keep_events:
            self._kept.append((words, numbers))
        st.count[EVENTS] = 0
