"""Decides which columns a run leaves: those taken over from the engine's column table, and those derived from them.

Times are policy days (day 0 = start of the cohort), not ticks. How the columns are filled: `take`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sim.engine.columns import COLUMNS, Column


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One column of a ledger. `reported`: the books say so, hence sealed; `width` 0 means one value a row."""

    name: str
    dtype: str
    unit: str
    zh: str
    en: str
    width: str = ""
    derived: bool = False
    reported: bool = False


_ENGINE: Final = {column.name: column for column in COLUMNS}

_TICKS: Final = frozenset({"born", "voiced", "returns", "forgets", "last_end", "first_spill"})
"""Engine columns in ticks that become days."""

KEPT: Final = (
    "id", "root", "type", "opponent", "origin", "exclusive", "power", "impartial", "ancestor", "home", "stake",
    "departments", "observed_stake", "merit", "tie", "gap", "interest", "hostility", "born", "voiced", "state",
    "visits", "episode", "blocks", "returns", "forgets", "reach", "marks", "tried", "last_way", "last_end",
    "last_level", "first_spill", "came_back", "back_soon", "border", "came_by",
)  # fmt: skip
"""Columns of the dispute table that are kept as they are (times as days)."""

KEPT_CASE: Final = (
    "dispute", "forum", "level", "channel", "visit", "opened", "closed", "way", "fair", "sessions", "work", "returns",
    "referred", "misrouted", "missing", "joint", "found", "window", "booked", "confirmed", "terms", "appeal",
)  # fmt: skip
"""Columns `filing_…` of the engine that are kept."""


def _kept(name: str, column: Column, *, is_time: bool) -> Field:
    return Field(
        name=name,
        dtype=column.dtype,
        unit="day" if is_time else column.unit,
        zh=column.zh,
        en=column.en.replace("tick", "day"),
        width="channel" if column.width > 1 else "",
        reported=name == "booked",
    )


def _own(name: str, dtype: str, unit: str, zh: str, en: str) -> Field:
    return Field(name=name, dtype=dtype, unit=unit, zh=zh, en=en, derived=True)


DISPUTE_FIELDS: Final = (
    *(_kept(name, _ENGINE[name], is_time=name in _TICKS) for name in KEPT),
    _own("end_state", "u1", "-", "终局状态", "end state as of the last day run (final at the end of the follow-up)"),
    _own("family", "i4", "row", "根案所在行", "row of the root of its root family, -1 if that is not kept"),
    _own("case", "i4", "row", "在办案卷行", "row of its open case, -1 if none"),
    _own("at_level", "i1", "rank", "所在层级", "level of the open case, else of the last end; -1 between the parties"),
    _own("cohort", "u1", "-", "同批", "1 if its root was born on the days of the cohort"),
    _own("legacy", "u1", "-", "遗留", "1 if born before day 0 and not ended by then"),
    _own("claimant_standing", "u1", "1/255", "申请人地位", "standing of the claimant"),
    _own("claimant_sex", "u1", "-", "申请人性别（0 女，1 男）", "sex of the claimant: 0 woman, 1 man"),
    _own(
        "claimant_age",
        "u1",
        "band",
        "申请人年龄段（1：18–29，2：30–44，3：45–59，4：60–74，5：75 岁以上）",
        "age band of the claimant: 1 18-29, 2 30-44, 3 45-59, 4 60-74, 5 75 or older",
    ),
    _own("claimant_migrant", "u1", "-", "申请人为外来人口", "1 if the claimant is registered elsewhere"),
    _own(
        "claimant_person",
        "i4",
        "-",
        "申请人序号（按在本表首次出现）",
        "number of the claimant, in the order of first appearance in this table",
    ),
    _own(
        "respondent_person",
        "i4",
        "-",
        "被申请人序号（同一编号；-1 为非本社会居民）",
        "number of the respondent, of the same kind; -1 if no resident of this society",
    ),
    _own("respondent_urban", "u1", "-", "被申请人所在地城镇", "1 if the respondent's place is urban; 0 also if none"),
    _own("place_level", "i1", "rank", "所在地层级", "level of the claimant's place"),
    _own("review_level", "i1", "rank", "复核层级", "level of the next place up from home (their number: outside)"),
    _own("place_urban", "u1", "-", "城镇", "1 if the claimant's place is urban"),
    _own("place_kind", "u1", "-", "所在地类型", "kind of the claimant's place"),
    _own("place_number", "i4", "-", "所在地编号", "number of the claimant's place within its level"),
)
"""The true ledger: one row a grievance."""

CASE_FIELDS: Final = (
    *(_kept(name, _ENGINE[f"filing_{name}"], is_time=name in ("opened", "closed", "returns")) for name in KEPT_CASE),
    _own(
        "slot",
        "i1",
        "-",
        "机构槽位（-1 为派出所）",
        "slot of its line: 0 the lowest; the number of levels for the court; then those behind it; -1: police",
    ),
    _own("place_number", "i4", "-", "机构所在地编号", "number of the place that runs the forum, within its level"),
)
"""The case table: one row an acceptance. `booked` belongs to the reported ledger."""

PRINCIPAL_FIELDS: Final = (
    _own("level", "i1", "rank", "层级", "level of the place"),
    _own("urban", "u1", "-", "城镇", "1 if the place is urban"),
    _own("number", "i4", "-", "编号", "number of the place within its level"),
    _own(
        "minutes",
        "i4",
        "minute",
        "本级机构每日工时（最后一天）",
        "minutes a day of the forum of its own level on the last day",
    ),
    _own("effort", "f8", "share of hours", "用心", "effort e on the last day"),
    _own("suppression", "f8", "chance", "压制", "suppression s on the last day"),
    _own("misreporting", "f8", "chance", "虚报", "misreporting m on the last day"),
)
"""How the principals of the places that run a forum answer the appraisal."""
