"""Levels of a tree: their ids, names and the forum each runs. The tree itself is in the place table."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from sim.scenario.quantity import Section

ForumKind = Literal["none", "committee", "office", "petition"]

KNOWN_LEVELS: Final[dict[str, tuple[str, str]]] = {
    # id: (zh, en); a file may name these by id alone
    "grid": ("网格", "grid"),
    "village": ("村（社区）", "village"),
    "town": ("乡镇（街道）", "town"),
    "county": ("县（市、区）", "county"),
    "city": ("市", "city"),
    "province": ("省", "province"),
}


class Title(Section):
    """A name in both languages."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Level(Section):
    """One level, lowest first in the scenario. `forum` is the kind of administrative forum that its places run."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)
    forum: ForumKind


def complete_levels(given: object) -> object:
    """Return `levels` of a file in full form: known ids get their labels, and each level its forum by rank.

    Rank 0 has a committee, rank 1 an office, the rest petition offices; a `grid` at the bottom has no forum and does
    not count. What is not a list of names or tables is handed back as it is, for validation to refuse.
    """
    if not isinstance(given, (list, tuple)):
        return given
    full: list[object] = []
    rank = 0
    for item in given:
        row = {"id": item} if isinstance(item, str) else item
        if not isinstance(row, dict):
            full.append(item)
            continue
        name = row.get("id")
        zh, en = KNOWN_LEVELS.get(name, (None, None)) if isinstance(name, str) else (None, None)
        done = {k: v for k, v in {"id": name, "zh": zh, "en": en}.items() if v is not None} | row
        if name == "grid" and not full:
            done.setdefault("forum", "none")
        else:
            done.setdefault("forum", ("committee", "office", "petition")[min(rank, 2)])
            rank += 1
        full.append(done)
    return full
