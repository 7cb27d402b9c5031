"""Levels of a tree: their ids, names and the forum each runs. The tree itself is in the place table."""

from __future__ import annotations

import difflib
from typing import Final, Literal

from pydantic import Field

from sim.scenario.quantity import Section
from sim.scenario.refuse import refusal

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
_FORUM_BY_RANK: Final = ("committee", "office", "petition")


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
    """Return the `levels` of a file in full form: known ids get their labels, and each level its forum by rank.

    Rank 0 has a committee, rank 1 an office, the rest petition offices; a `grid` at the bottom has no forum and does
    not count. What is no list is handed back as it is, for validation to refuse.
    """
    if not isinstance(given, (list, tuple)):
        return given
    full: list[object] = []
    rank = 0
    for place, item in enumerate(given):
        level = _labelled(item, place)
        if isinstance(level, dict):
            is_grid = level.get("id") == "grid" and place == 0
            level.setdefault("forum", "none" if is_grid else _FORUM_BY_RANK[min(rank, 2)])
            rank += 0 if is_grid else 1
        full.append(level)
    return tuple(full)


def _labelled(item: object, place: int) -> object:
    if isinstance(item, str):
        if item not in KNOWN_LEVELS:
            near = difflib.get_close_matches(item, KNOWN_LEVELS, n=1)
            hint = f"Did you mean {near[0]!r}" if near else 'Write it as { id = "…", zh = "…", en = "…" }'
            rule = f"a level given by id alone must be one of {', '.join(KNOWN_LEVELS)}"
            raise refusal(rule, repr(item), hint, at=(place,))
        item = {"id": item}
    if not isinstance(item, dict):
        return item
    known = KNOWN_LEVELS.get(str(item.get("id")))
    labels = {"zh": known[0], "en": known[1]} if known else {}
    return labels | item
