"""Decides how one dispute's career becomes a thread: its turning points, in a few words each, and where it rests.

A career illustrates; it is never evidence (`definitions` 5). People are A and B, forums go by kind and level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sim.figures.words import Column, Words
from sim.names import Event, Forum, Opponent, Way

if TYPE_CHECKING:
    from sim.studies.career import Career, Step

MOST: Final = 5
"""Turning points that are told (count); of a longer career the middle is left out."""

PARTIES: Final = -1
"""Column of what happens between the parties."""

HELD, OPEN, GIVEN_UP, STOPPED = "held", "open", "given_up", "stopped"
"""Where a thread may rest besides the hidden parts of a column (`waterline.HIDDEN_PARTS`)."""

_WAYS: Final[dict[Way, tuple[Words, str]]] = {
    Way.CONSENT: (Words("谈成", "settled"), HELD),
    Way.GRANTED: (Words("支持甲方", "A is upheld"), HELD),
    Way.PRESSED: (Words("压着签字", "pressed to sign"), "pressed"),
    Way.WITHDRAWN: (Words("撤回", "A withdraws"), "pressed"),
    Way.PROMISE: (Words("许诺搁置", "a promise, shelved"), "shelved"),
    Way.REJECTED: (Words("没谈成", "no agreement"), "unsettled"),
    Way.TIMED_OUT: (Words("逾期未结", "time runs out"), "unsettled"),
    Way.REFUSED: (Words("乙不到场", "B stays away"), "unsettled"),
    Way.SENT_BACK: (Words("退回属地", "sent home"), "unsettled"),
    Way.NO_OFFICER: (Words("无警力", "no officer free"), "unsettled"),
}
_LOST: Final = Words("不予支持", "A is turned down")
_LOST_FAIR: Final = (Words("败诉而服", "lost, felt fair"), HELD)


@dataclass(frozen=True, kw_only=True, slots=True)
class Knot:
    """A turning point. `day` since the dispute was voiced; `column` into the columns, `PARTIES`, or one past: outside.

    `words` say what happened; `skipped` turning points before it are left out; `rest` is where the thread lies if it
    ends here.
    """

    day: int
    column: int
    words: Words
    rest: str
    skipped: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """A dispute's way under one arm; at least one knot."""

    knots: tuple[Knot, ...]

    @property
    def rest(self) -> str:
        """Where it lies in the end: `HELD`, `OPEN`, `GIVEN_UP`, `STOPPED`, or a hidden part of its last column."""
        return self.knots[-1].rest


@dataclass(frozen=True, kw_only=True, slots=True)
class Quarrel:
    """What all threads have in common. `stake` in yuan, `home` a rank, `wall` whether it is one between neighbours."""

    stake: float
    home: int
    wall: bool


def quarrel_of(career: Career) -> Quarrel:
    """Return what is fixed at the birth of a dispute."""
    birth = career.birth
    return Quarrel(stake=birth.stake, home=birth.home, wall=birth.opponent == Opponent.NEIGHBOUR)


def spin(career: Career, columns: Sequence[Column]) -> Thread | None:
    """Return the thread of a career; None where the dispute was never voiced."""
    start = next((step.day for step in career.steps if step.event == Event.VOICED or step.first_voiced), None)
    if start is None:
        return None
    official = career.birth.opponent in (Opponent.COLLECTIVE, Opponent.GOVERNMENT)
    knots: list[Knot] = []
    back = False
    for place, step in enumerate(career.steps):
        if step.day < start:  # found and settled before anybody spoke
            continue
        last = place == len(career.steps) - 1
        column = _column(step, columns)
        if step.event == Event.REOPENED:
            back = True
            if last:
                before = knots[-1].column if knots else PARTIES
                knots.append(_knot(step, start, before, Words("回流", "it comes back"), OPEN))
            continue
        told = _told(step, official, last)
        if told is None:
            continue
        words, rest = told
        if back:
            words, back = Words(f"回流，{words.zh}", f"back; {words.en}"), False
        knots.append(_knot(step, start, column, words, rest))
    if not knots:
        knots = [Knot(day=0, column=PARTIES, words=Words("说了出来", "A speaks out"), rest=OPEN)]
    return Thread(knots=_few(knots))


def _knot(step: Step, start: int, column: int, words: Words, rest: str) -> Knot:
    return Knot(day=step.day - start, column=column, words=words, rest=rest)


def _told(step: Step, official: bool, last: bool) -> tuple[Words, str] | None:
    """Return what to say of a step and where the thread would rest; None for steps that are no turning point."""
    match step.event:
        case Event.CLAIM if step.forum == Forum.NONE:
            return Words("忍了", "A gives up"), GIVEN_UP
        case Event.TALK:
            settled = step.way == Way.CONSENT
            return (Words("自己谈成", "they settle it"), HELD) if settled else (Words("没谈拢", "talk fails"), OPEN)
        case Event.BLOCKED:
            return Words("半路被拦", "stopped on the way"), STOPPED
        case Event.RETURNED:
            return Words("退回下级", "sent back down"), OPEN
        case Event.NOT_FILED:
            return Words("不予立案", "not filed"), OPEN
        case Event.ENDED:
            return _ended(step, official)
        case Event.REGISTERED:
            if step.way == Way.GRANTED:
                return Words("登记，获支持", "upheld"), HELD
            return Words("登记后退回", "sent home"), OPEN
        case Event.ACCEPTED if last:
            return Words("仍在排队", "still in line"), OPEN
    return None


def _ended(step: Step, official: bool) -> tuple[Words, str]:
    if step.fair:
        return _LOST_FAIR
    words, rest = _WAYS[step.way]
    decided = step.forum in (Forum.COURT, Forum.ARBITRATION) or (official and step.forum != Forum.COMMITTEE)
    if step.way == Way.REJECTED and decided:
        words = _LOST
    if rest == "unsettled" and not step.booked:
        rest = OPEN  # the books do not claim it: nothing is hidden
    return words, rest


def _column(step: Step, columns: Sequence[Column]) -> int:
    """Return the column of a step: by forum, then by the level that is nearest; a blocked way leads above its level."""
    if step.forum == Forum.OUTSIDE:
        return len(columns)
    same = [at for at, column in enumerate(columns) if column.forum == step.forum]
    if not same:
        return PARTIES
    if step.event in (Event.BLOCKED, Event.RETURNED):
        return next((at for at in same if columns[at].level > step.level), same[-1])
    return min(same, key=lambda at: abs(columns[at].level - step.level))


def _few(knots: Sequence[Knot]) -> tuple[Knot, ...]:
    """Keep the first two and the last ones; the first one kept after a gap says how many are left out."""
    if len(knots) <= MOST:
        return tuple(knots)
    gap = len(knots) - MOST
    after = knots[2 + gap]
    marked = Knot(day=after.day, column=after.column, words=after.words, rest=after.rest, skipped=gap)
    return (*knots[:2], marked, *knots[3 + gap :])
