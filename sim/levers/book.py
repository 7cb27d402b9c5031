"""The value of every lever on every day: the baseline, joined with the patches of the policies in force.

Days are policy days (0 = first day of the cohort; burn-in days are negative and always at the baseline). The engine
asks `next_change`, calls `apply` on each such day, and keeps `memory` in its checkpoints. What a policy asks for, and
whether it may, is decided in `sim.policies`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sim.errors import PolicyError, RunFailed, StoredFileError, complain
from sim.levers.baseline import baseline_values
from sim.levers.combine import Part, combine, join
from sim.levers.declare import LEVERS, lever_named
from sim.levers.mover import Mover
from sim.levers.patch import working
from sim.levers.public import public_facts
from sim.levers.seen import Seen
from sim.world.once import once_per_world

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Standing:
    """A static patch, reduced to the cells where it does something."""

    day: int
    until: int | None
    lever: str
    part: Part

    def in_force(self, day: int) -> bool:
        return self.day <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Review:
    """A dynamic policy and the prefix of its arrays in `memory`."""

    mover: Mover
    prefix: str
    own: tuple[str, ...]

    def in_force(self, day: int) -> bool:
        return self.mover.start <= day and (self.mover.end is None or day < self.mover.end)

    def due(self, day: int) -> bool:
        return self.in_force(day) and (day - self.mover.start) % self.mover.review_days == 0

    def next_after(self, day: int) -> int | None:
        step = self.mover.review_days
        later = self.mover.start if day < self.mover.start else day + step - (day - self.mover.start) % step
        return later if self.in_force(later) else None


@once_per_world
def _baseline(scenario: Scenario, world: World) -> dict[str, NDArray[np.float64]]:
    """What every run starts from; nobody writes into it."""
    return baseline_values(scenario, public_facts(scenario, world))


class LeverBook:
    """Lever values of one arm of one run.

    `values` {lever: float64 C array, place first} are the arrays that processes read: written in place, never replaced.
    `memory` {name: array} holds all that dynamic policies remember and last asked for; a checkpoint stores it.
    Raises PolicyError for patches that exclude one another.
    """

    def __init__(self, scenario: Scenario, world: World, policies: Sequence[Mover] = ()) -> None:
        self.facts = public_facts(scenario, world)
        self._base = _baseline(scenario, world)
        self.values: dict[str, NDArray[np.float64]] = {name: base.copy() for name, base in self._base.items()}
        self.memory: dict[str, NDArray[Any]] = {}
        movers = sorted((mover for mover in policies if mover.dose > 0.0), key=lambda mover: mover.spec)
        for one, other in pairwise(movers):
            if one.spec == other.spec:
                rule = "a policy may stand once in an arm with the same dose, dates and targets"
                raise PolicyError(complain(one.spec, rule, "it twice", "Remove one, or give it other targets"))
        self._standing = [patch for mover in movers for patch in self._compile(mover)]
        self._reviews = [self._remember(number, mover) for number, mover in enumerate(movers) if mover.review_days > 0]
        self._touched = tuple(
            lever.name
            for lever in (LEVERS if movers else ())
            if any(patch.lever == lever.name for patch in self._standing)
            or any(lever.name in review.mover.levers for review in self._reviews)
        )
        ends = [review.mover.end for review in self._reviews]
        days = {*(patch.day for patch in self._standing), *(patch.until for patch in self._standing), *ends}
        self._fresh = {name: array.copy() for name, array in self.memory.items()}
        self._change_days = sorted(day for day in days if day is not None)
        for day in self._change_days:  # a conflict shows before the run, not in the middle of it
            for name in self._touched:
                self._joined(name, day)

    def next_change(self, day: int) -> int | None:
        """Return the first day after `day` on which something may change (a start, an end, a review), or None."""
        days = [later for later in self._change_days if later > day]
        days += [later for review in self._reviews if (later := review.next_after(day)) is not None]
        return min(days, default=None)

    def is_due(self, day: int) -> bool:
        """Whether something may change on this very day."""
        return self.next_change(day - 1) == day

    def apply(self, day: int, seen: Seen | None) -> list[str]:
        """Bring `values` to `day` and return the names of the levers that changed. To be called on every change day.

        `seen` is needed on the review days of a dynamic policy. Calling twice on one day changes nothing more.
        """
        for review in self._reviews:
            if review.due(day) and int(self.memory[review.prefix + "reviewed"][0]) < day:
                self._decide(review, day, seen)
        return self._recompute(day)

    def restore(self, day: int, memory: Mapping[str, NDArray[Any]]) -> None:
        """Bring `values` and `memory` to what they were after `apply` on the last change day up to and with `day`.

        An empty `memory` will do before the first review. Raises StoredFileError where it is not this arm's.
        """
        if not memory and all(day < review.mover.start for review in self._reviews):
            memory = self._fresh
        if memory.keys() != self.memory.keys() or any(memory[k].shape != v.shape for k, v in self.memory.items()):
            rule = "lever memory of a checkpoint must be of the same policies and places"
            raise StoredFileError(complain("checkpoint", rule, sorted(memory), "Run the arm again from its start"))
        for name, stored in memory.items():
            np.copyto(self.memory[name], stored)
        self._recompute(day)

    def _compile(self, mover: Mover) -> list[_Standing]:
        done = []
        for patch in mover.patches(self.facts):
            at, value = working(patch, self._base[patch.lever].reshape(-1), self.facts)
            if at.size:
                part = Part(who=mover.spec, cells=at, values=value)
                done.append(_Standing(day=patch.day, until=patch.until, lever=patch.lever, part=part))
        return done

    def _remember(self, number: int, mover: Mover) -> _Review:
        """Lay out a dynamic policy's arrays: its own, the day of the last review, what it then asked (nan: nothing)."""
        prefix = f"p{number}.{mover.id}."
        own = mover.new_memory(self.facts)
        self.memory[prefix + "reviewed"] = np.full(1, -1, dtype=np.int64)
        for name in mover.levers:
            self.memory[f"{prefix}lever.{name}"] = np.full_like(self._base[name], np.nan)
        for name in sorted(own):
            self.memory[f"{prefix}own.{name}"] = own[name].copy()
        return _Review(mover=mover, prefix=prefix, own=tuple(sorted(own)))

    def _decide(self, review: _Review, day: int, seen: Seen | None) -> None:
        if seen is None:
            raise RunFailed(complain(review.mover.spec, f"needs what is seen on day {day}", "nothing", "Pass a Seen"))
        mine = {name: self.memory[f"{review.prefix}own.{name}"] for name in review.own}
        patches = review.mover.decide(self.facts, seen, mine)
        for name in review.mover.levers:
            base = self._base[name]
            asked = (working(patch, base.reshape(-1), self.facts) for patch in patches if patch.lever == name)
            parts = [Part(who=review.mover.spec, cells=at, values=value) for at, value in asked]
            whole = join(lever_named(name), parts)
            stored = self.memory[f"{review.prefix}lever.{name}"].reshape(-1)  # a view: the array is C-contiguous
            stored[...] = np.nan
            stored[whole.cells] = whole.values
        self.memory[review.prefix + "reviewed"][0] = day

    def _joined(self, name: str, day: int) -> NDArray[np.float64]:
        parts = [patch.part for patch in self._standing if patch.lever == name and patch.in_force(day)]
        for review in self._reviews:
            if name in review.mover.levers and review.in_force(day):
                asked = self.memory[f"{review.prefix}lever.{name}"].reshape(-1)
                at = np.flatnonzero(~np.isnan(asked))
                parts.append(Part(who=review.mover.spec, cells=at, values=asked[at]))
        return combine(lever_named(name), self._base[name], parts)

    def _recompute(self, day: int) -> list[str]:
        changed = []
        for name in self._touched:
            new = self._joined(name, day)
            if new.tobytes() != self.values[name].tobytes():
                np.copyto(self.values[name], new)
                changed.append(name)
        return changed
