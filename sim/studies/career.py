"""One dispute's career as plain data: what happened when, and the odds at each choice. Put into words by the readers.

Made of the events of one dispute and the utilities that a re-run traced. Claimants choose by random utility with Gumbel
noise of scale 1, so the odds of an option are its share of exp(utility): what the claimant would do on a thousand such
days. A career illustrates; it is never evidence (`definitions` 5).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import (
    OF_A_LEVEL,
    OF_A_PLACE,
    BorderMatter,
    Department,
    DisputeType,
    EndState,
    Event,
    Forum,
    Opponent,
    Origin,
    State,
    Way,
)

if TYPE_CHECKING:
    from sim.world import World

NOWHERE: Final = -1
"""Level of what happens between the parties, or where nobody runs anything."""
OPEN_AT_LEAST: Final = -1.0e29
"""Utilities below this mark an option that was not open (`engine.choose.CLOSED`)."""
_FIRST_OPTION: Final = 4
_STARTING_STOCK: Final = 4096
"""Shift of ticks in events (`engine.marks.FIRST_TICK`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One way that was open: lump (forum NONE), talk (BILATERAL) or a forum at a level; its odds; whether taken."""

    forum: Forum
    level: int
    odds: float
    taken: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One event of the dispute. `level` is that of the place that acts, NOWHERE between the parties.

    `x`, `y`, `z` and `detail` mean what `docs/day.md` says of this kind of event; `options` are those of a claim.
    """

    day: int
    event: Event
    forum: Forum
    level: int
    detail: int
    x: float
    y: float
    z: float
    options: tuple[Option, ...] = ()

    @property
    def way(self) -> Way:
        """How it ended, for an end."""
        return Way(self.detail & 0xFF)

    @property
    def booked(self) -> bool:
        """Whether the books call this end a success."""
        return bool((self.detail >> 8) & 1)

    @property
    def fair(self) -> bool:
        """Whether the claimant felt a lost decision to be fair."""
        return bool((self.detail >> 24) & 1)

    @property
    def came(self) -> tuple[Department, ...]:
        """For a call of departments: those needed that turned up."""
        return tuple(one for one in Department if self.detail >> (16 + one) & 1)

    @property
    def missing(self) -> tuple[Department, ...]:
        """For a call of departments: those needed that did not."""
        return tuple(one for one in Department if self.detail >> (32 + one) & 1 and one not in self.came)

    @property
    def came_from(self) -> State:
        """For a return: the state it came from."""
        return State(self.detail & 0xFF)

    @property
    def called(self) -> bool:
        """Whether it came forward because enough others stood up over the same cause."""
        if self.event == Event.REOPENED:
            return bool((self.detail >> 9) & 1)
        return self.event == Event.VOICED and bool(self.detail & 1)

    @property
    def first_voiced(self) -> bool:
        """Whether an end, a broken word or a return makes a grievance known that was found before it was voiced."""
        if self.event in (Event.REOPENED, Event.BROKEN):
            return bool((self.detail >> 8) & 1)
        return self.event == Event.ENDED and bool((self.detail >> 32) & 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Birth:
    """What is fixed at birth: type, respondent, home level, power, stake (yuan), hostility, gap of standing (0..1).

    `border`: what it is about across a border.
    """

    type: DisputeType
    opponent: Opponent
    origin: Origin
    home: int
    power: int
    exclusive: bool
    stake: float
    hostility: float
    gap: float
    border: BorderMatter = BorderMatter.NONE


@dataclass(frozen=True, kw_only=True, slots=True)
class Career:
    """A dispute's whole career under one arm. `steps` in order, the first is its birth; `end` as of the last day."""

    key: int
    arm: str
    birth: Birth
    steps: tuple[Step, ...]
    end: EndState | None = None


def read_career(key: int, arm: str, history: History, world: World, burn_in: int, slots: tuple[Forum, ...]) -> Career:
    """Return the career in a traced history; `slots` are the kinds of forum by slot, lowest first."""
    steps = []
    for words, numbers in zip(history.words, history.numbers, strict=True):
        step = read_step(words, numbers, world, burn_in)
        if step.event == Event.CLAIM:
            step = replace(
                step,
                options=_law_of(step, _options(history.choices, step.day + burn_in, step.detail & 0xFF, slots, world)),
            )
        steps.append(step)
    return Career(key=key, arm=arm, birth=_birth(steps[0]), steps=tuple(steps))


def read_step(words: Any, numbers: Any, world: World, burn_in: int) -> Step:
    """Return one event, uint64[4] and float64[3], as a step without options."""
    head, key, other, detail = (int(word) for word in words)
    event, forum = Event((head >> 16) & 0xFF), Forum((head >> 8) & 0xFF)
    place = key if event in OF_A_PLACE else other
    at = np.flatnonzero(world.place_key == np.uint64(place))
    level = int(world.place_rank[at[0]]) if len(at) and event != Event.BORN else NOWHERE
    if event in OF_A_LEVEL:
        level = key
    x, y, z = (float(value) for value in numbers)
    return Step(
        day=(head >> 32) - _STARTING_STOCK - burn_in,
        event=event,
        forum=forum,
        level=world.n_levels if forum == Forum.OUTSIDE else level,
        detail=detail,
        x=x,
        y=y,
        z=z,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """The events of one dispute (uint64[n, 4], float64[n, 3]) and the rows of its choices (`engine.choose`)."""

    words: npt.NDArray[np.uint64]
    numbers: npt.NDArray[np.float64]
    choices: npt.NDArray[np.float64]


def _birth(step: Step) -> Birth:
    if step.event != Event.BORN:
        raise ValueError("the history of a dispute begins with its birth")
    detail = step.detail
    return Birth(
        type=DisputeType(detail & 0xFF),
        opponent=Opponent((detail >> 8) & 0xFF),
        home=(detail >> 16) & 0xFF,
        power=(detail >> 24) & 0xFF,
        origin=Origin((detail >> 32) & 0xFF),
        exclusive=bool((detail >> 40) & 1),
        stake=step.x,
        hostility=step.y,
        gap=step.z,
        border=BorderMatter((detail >> 60) & 0xF),
    )


def _options(choices: Any, tick: int, taken: int, slots: tuple[Forum, ...], world: World) -> tuple[Option, ...]:
    """Return the options that were open on `tick`, likeliest first; () where the choice was not traced."""
    rows = [row for row in choices if int(row[0]) == tick]
    if not rows:
        return ()
    utilities = [float(value) for value in rows[-1][_FIRST_OPTION::2]]
    best = max(utilities)
    weights = [math.exp(value - best) if value > OPEN_AT_LEAST else 0.0 for value in utilities]
    total = sum(weights)
    found = []
    for channel, weight in enumerate(weights):
        if weight > 0.0:
            forum, level = _channel(channel, slots, world)
            found.append(Option(forum=forum, level=level, odds=weight / total, taken=channel == taken))
    return tuple(sorted(found, key=lambda option: (-option.odds, option.forum, option.level)))


def _law_of(step: Step, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Where the claim went to labour arbitration, the court among the options was that; elsewhere it may have been."""
    if step.forum not in (Forum.ARBITRATION, Forum.RECONSIDERATION):
        return options
    return tuple(replace(option, forum=step.forum) if option.forum == Forum.COURT else option for option in options)


def _channel(channel: int, slots: tuple[Forum, ...], world: World) -> tuple[Forum, int]:
    """Return forum and level of a channel: 0 lump, 1 talk, 2 + slot, then the court, then outside."""
    n_levels = len(slots)
    if channel < 2:
        return (Forum.NONE, Forum.BILATERAL)[channel], NOWHERE
    if channel == 2 + n_levels:
        return Forum.COURT, int(world.court_rank)
    if channel == 3 + n_levels:
        return Forum.OUTSIDE, n_levels
    return slots[channel - 2], channel - 2
