"""Names for the engine's bits and sentinels, for those who read records: what was done to a dispute, and what it had.

The values are the engine's (`sim.engine.marks`); readers of records need not know the engine.
"""

from __future__ import annotations

from enum import IntFlag
from typing import Final

from sim.engine import marks as engine

NEVER: Final = engine.NEVER
"""A day that never came."""


class Mark(IntFlag):
    """Bits of the column `marks`: where a dispute was lodged or carried."""

    ABOVE = engine.ABOVE
    BEYOND = engine.BEYOND
    COURT_ABOVE = engine.COURT_ABOVE
    CARRIED = engine.CARRIED
    ATTEMPTED = engine.ATTEMPTED
    LAWFUL = engine.LAWFUL
    LEGACY = engine.LEGACY
    SKIPPED = engine.SKIPPED


class Tried(IntFlag):
    """Bits of the column `tried`: what kind of hearing a dispute had."""

    HEARD = engine.HEARD
    REACHED_REMEDY = engine.REACHED_REMEDY
    GATED = engine.GATED
    ESCALATED = engine.ESCALATED
    FOUND = engine.FOUND
    GROUPED = engine.GROUPED


FLAG_WORDS: Final[tuple[tuple[str, IntFlag, str, str], ...]] = (
    ("marks", Mark.ABOVE, "曾在本应层级之上（行政）提出", "lodged administratively above home"),
    ("marks", Mark.BEYOND, "曾到域外", "lodged outside"),
    ("marks", Mark.COURT_ABOVE, "曾在本应层级之上的法院起诉", "lodged at a court above home"),
    ("marks", Mark.CARRIED, "曾被机构移送到本应层级之上", "moved above home by an institution"),
    ("marks", Mark.ATTEMPTED, "曾试图越过本应层级（含途中被拦）", "claimed above home, whether or not it got there"),
    (
        "marks",
        Mark.LAWFUL,
        "依法复核（向作出机关的上一级）",
        "lawful review, one place up from a government respondent",
    ),
    ("marks", Mark.LEGACY, "起始存量", "in a starting stock"),
    ("marks", Mark.SKIPPED, "越级", "claimed past an untried level that has a forum for the claimant"),
    ("tried", Tried.HEARD, "曾被听取", "had a session"),
    ("tried", Tried.REACHED_REMEDY, "到过唯一有权的机构", "had a session at the forum with its exclusive remedy"),
    ("tried", Tried.GATED, "曾被退回下级", "sent down by a gate"),
    ("tried", Tried.ESCALATED, "逐级上行", "claimed above its highest level so far"),
    ("tried", Tried.FOUND, "未说出即被发现", "found, and taken up by the lowest forum, before it was voiced"),
    ("tried", Tried.GROUPED, "参与过群体性事件", "took part in a group incident"),
)
"""(column, bit, zh, en) of each bit, for the codebook. No dict: bits of two columns with one value would be one key."""
