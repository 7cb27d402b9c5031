"""Decides what the waterline shows, arm by arm: what the books closed, how much of it was not, and one quarrel's way.

Plain data only; how it is drawn: `waterline_drawing`. Per 1,000 disputes voiced on the days of the cohort, whoever's,
as the books count the cases of the same days. A case may come again, so a level may close more than 1,000.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sim.figures.thread import Quarrel, Thread, quarrel_of, spin
from sim.figures.words import Column, Credit, Words, columns_of, credit_of, number, short_levels
from sim.names import Forum
from sim.records import Paired

if TYPE_CHECKING:
    from sim.analysis import Comparison
    from sim.studies.career import Career

PARTS: Final[dict[str, tuple[str, ...]]] = {
    "came_back": ("came_back",),
    "pressed": ("pressed", "withdrawn"),
    "shelved": ("shelved",),
    "padded": (),
    "unsettled": ("failed",),
}
"""Hidden parts below the line, from the waterline down, and the fates of `analysis.books` in each.

What was padded is no case and has no fate."""

PART_WORDS: Final[dict[str, Words]] = {
    "came_back": Words("一年内回流", "came back within a year"),
    "pressed": Words("压着签字或撤回", "pressed or withdrawn"),
    "shelved": Words("许诺后搁置", "shelved with a promise"),
    "padded": Words("凑数，并无其事", "padded: no dispute at all"),
    "unsettled": Words("没谈成，记作化解；判后不服", "never settled, or ruled and not accepted"),
}
_WELL: Final = ("held", "accepted")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One kind of line, in cases per 1,000 voiced disputes.

    `closed`: booked as settled, beside what was settled freely (or lost and felt fair) and did not come back within a
    year. `hidden`: of those booked as settled, the ones that were not, by part in the order of `PARTS`.
    """

    column: Column
    closed: Paired
    hidden: tuple[float, ...]

    @property
    def depth(self) -> float:
        """All that is hidden."""
        return math.fsum(self.hidden)


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One arm. `rate`: share of the cases of mediation and petition offices (courts left out), as in `Bar.closed`.

    `ends`: shares of the cohort's voiced disputes that ended resolved, given up, suppressed (0..1).
    `stopped`: petitioners stopped on the way, per 1,000 voiced disputes: in no book.
    """

    arm: str
    title: Words
    diagnostic: bool
    bars: tuple[Bar, ...]
    rate: Paired
    ends: tuple[float, float, float]
    stopped: float
    thread: Thread | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Waterline:
    """The whole picture; the first panel is the one that the others are held against.

    `home`: name of the quarrel's home level; `outside`: what lies beyond the root, by the place that is left.
    """

    credit: Credit
    panels: tuple[Panel, ...]
    quarrel: Quarrel | None
    home: Words | None
    outside: Words

    @property
    def height(self) -> float:
        """The tallest bar."""
        return max((bar.closed.reported for panel in self.panels for bar in panel.bars), default=0.0)

    @property
    def depth(self) -> float:
        """The deepest bar, or what was stopped on the way."""
        return max((max(panel.stopped, *(bar.depth for bar in panel.bars)) for panel in self.panels), default=0.0)


def prepare(result: Comparison, careers: Sequence[Career] = ()) -> Waterline:
    """Return the waterline of a comparison; `careers` are those of one dispute, by arm."""
    told = {career.arm: career for career in careers}
    panels = tuple(_panel(result, arm, told.get(arm["spec"])) for arm in result["arms"])
    first = careers[0] if careers and any(panel.thread for panel in panels) else None
    quarrel = quarrel_of(first) if first else None
    levels = short_levels(result["levels_of_tree"])
    home = levels[quarrel.home] if quarrel and quarrel.home < len(levels) else None
    outside = Words(str(result["outside"]["zh"]), str(result["outside"]["en"]))
    return Waterline(credit=credit_of(result.data), panels=panels, quarrel=quarrel, home=home, outside=outside)


def _panel(result: Comparison, arm: Mapping[str, Any], career: Career | None) -> Panel:
    spec = str(arm["spec"])
    books = result["books"][spec]
    columns = columns_of(books, result["levels_of_tree"])
    voiced = _in_cohort(result, spec, "voiced")
    own = [book for book, column in zip(books, columns, strict=True) if column.forum != Forum.COURT]
    return Panel(
        arm=spec,
        title=Words(str(arm["title"]["zh"]), str(arm["title"]["en"])),
        diagnostic=arm["standing"] == "diagnostic",
        bars=tuple(_bar(book, column, voiced) for book, column in zip(books, columns, strict=True)),
        rate=_rate(own),
        ends=_ends(result["ends"][spec]),
        stopped=_per_1000(_in_cohort(result, spec, "blocked"), voiced),
        thread=spin(career, columns) if career else None,
    )


def _bar(book: Mapping[str, Any], column: Column, voiced: float) -> Bar:
    fates = book["by_fate"]
    booked = {name: number(pair["reported"]) for name, pair in fates.items()}
    well = math.fsum(number(fates[name]["true"]) for name in _WELL if name in fates)
    padded = number(book.get("padded", 0.0))
    hidden = {part: math.fsum(booked[name] for name in names) for part, names in PARTS.items()} | {"padded": padded}
    return Bar(
        column=column,
        closed=Paired(reported=_per_1000(math.fsum(booked.values()) + padded, voiced), true=_per_1000(well, voiced)),
        hidden=tuple(_per_1000(count, voiced) for count in hidden.values()),
    )


def _rate(books: Sequence[Mapping[str, Any]]) -> Paired:
    some = [book for book in books if number(book["accepted"]) > 0]
    if not some:
        return Paired(reported=math.nan, true=math.nan)
    halves = {}
    for half in ("reported", "true"):
        sizes = [
            number(book["accepted"]) + (number(book.get("padded", 0.0)) if half == "reported" else 0.0) for book in some
        ]
        parts = (number(book["success"][half]) * size for book, size in zip(some, sizes, strict=True))
        halves[half] = math.fsum(parts) / math.fsum(sizes)
    return Paired(**halves)


def _ends(ends: Mapping[str, Any]) -> tuple[float, float, float]:
    whole = number(ends["disputes"])
    resolved, lumped, suppressed = (number(ends["states"][name]) for name in ("resolved", "lumped", "suppressed"))
    return (resolved / whole, lumped / whole, suppressed / whole) if whole else (math.nan, math.nan, math.nan)


def _in_cohort(result: Comparison, arm: str, name: str) -> float:
    """Return the sum of a daily count over the days of the cohort."""
    daily = result["daily"][arm]
    start = -int(daily["first_day"])
    counts: Sequence[float] = daily["mean"][name][start : start + int(result["scenario"]["cohort"])]
    return math.fsum(counts)


def _per_1000(count: float, voiced: float) -> float:
    return 1000.0 * count / voiced if voiced else 0.0
