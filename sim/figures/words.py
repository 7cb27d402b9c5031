"""Decides the words and numbers that pictures share: columns, credit line, rounding."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sim.names import Forum


class Words(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str


LEAST: Final = 1e-9
"""What is smaller is what sums of floats leave behind, and is written as 0."""
NOTHING: Final = "–"
"""Stands where there is no number."""

BOOKS: Final = Words("账面", "on the books")
TRUE: Final = Words("实质", "in the model")
DIAGNOSTIC: Final = Words("诊断用：只为显示损害，不作建议", "diagnostic: run to show harm, never advised")
PARTIES: Final = Words("当事人", "parties")
UNCALIBRATED: Final = Words("未标定", "uncalibrated")


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A kind of line in a picture: its forum, the level of the place that runs it, and its name."""

    forum: Forum
    level: int
    name: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """What every picture says of itself in small print: the society it shows, and how many seeds stand behind it."""

    title: Words
    seeds: int

    def text(self, lang: str, chinese: bool) -> str:
        """Return the line; without a Chinese font (`chinese` False) an English one holds no Chinese."""
        mark = UNCALIBRATED.zh if lang == "zh" else UNCALIBRATED.en
        if chinese:
            mark = " ".join(UNCALIBRATED) if lang == "zh" else " ".join(reversed(UNCALIBRATED))
        return f"{mark} · {self.title.zh if lang == 'zh' else self.title.en} · {self._seeds(lang)}"

    def _seeds(self, lang: str) -> str:
        if lang == "zh":
            return f"{self.seeds} 个随机种子的均值" if self.seeds > 1 else "一个随机种子"
        return f"mean of {self.seeds} seeds" if self.seeds > 1 else "one seed"


def credit_of(data: Mapping[str, Any]) -> Credit:
    """Return the small print of a comparison; a title that does not say that the society is made up is made to."""
    title = data["scenario"]["title"]
    zh, en = str(title["zh"]), str(title["en"])
    zh = zh if "合成社会" in zh else f"合成社会：{zh}"
    en = en[:2].lower() + en[2:] if en.startswith("A ") else en
    en = en.removeprefix("a ") if "synthetic society" in en else f"synthetic society: {en}"
    return Credit(title=Words(zh, en), seeds=len(data["seeds"]))


def short_levels(levels: Sequence[Mapping[str, Any]]) -> tuple[Words, ...]:
    """Return short names of levels, lowest first: 乡镇（街道） is 乡镇."""
    return tuple(Words(str(level["zh"]).partition("（")[0], str(level["en"]).partition(" (")[0]) for level in levels)


def columns_of(books: Sequence[Mapping[str, Any]], levels: Sequence[Mapping[str, Any]]) -> tuple[Column, ...]:
    """Return the kinds of line of a comparison in the order of its books: lowest level first, the court last."""
    names = short_levels(levels)
    petitions = sum(Forum(int(book["forum"])) == Forum.PETITION for book in books)
    found = []
    for book in books:
        forum, level = Forum(int(book["forum"])), int(book["level"])
        name = names[level]
        if forum == Forum.COURT:
            name = Words("法院", "court")
        elif forum == Forum.PREFILING:
            name = Words("诉前调解", "before filing")
        elif forum == Forum.ARBITRATION:
            name = Words("劳动仲裁", "labour awards")
        elif forum == Forum.RECONSIDERATION:
            name = Words("行政复议", "admin review")
        elif forum == Forum.PETITION:
            en = f"{name.en} petition" if petitions > 1 else "petition"
            name = Words(f"{name.zh}信访", en)
        found.append(Column(forum=forum, level=level, name=name))
    return tuple(found)


def two_digits(value: float) -> str:
    """Write a figure with two significant digits and no exponent: 1337.9 is 1,300, 0.0123 is 0.012."""
    if not math.isfinite(value):
        return NOTHING
    if abs(value) < LEAST:
        return "0"
    rounded = float(f"{value:.1e}")  # first to two digits: 0.0996 is 0.10
    places = max(0, 1 - math.floor(math.log10(abs(rounded))))
    return f"{rounded:,.{places}f}".replace("-", "−")


def signed(value: float) -> str:
    """Write a change with its sign."""
    return f"+{two_digits(value)}" if value >= LEAST else two_digits(value)


def percent(share: float) -> str:
    """Write a share as a whole percent."""
    return f"{100.0 * share:.0f}%" if math.isfinite(share) else NOTHING


def number(value: float | None) -> float:
    """Return a figure of a comparison; what does not exist (None) as nan."""
    return math.nan if value is None else float(value)
