"""Decides how disputes went by who raised them and against whom: counts and shares by group, for groups only.

Groups are thirds of standing (cut over all adults), sex, age band, urban or rural unit, migrants and locals, kind of
respondent, what two places quarrel about across their border. No person and no place is ever a group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import cohort_of
from sim.names import BorderMatter, EndState, Opponent, Way, label
from sim.records import NEVER, Mark, Records

Array = npt.NDArray[Any]

NAMES: Final[dict[str, tuple[str, str]]] = {
    "standing": ("申请人地位", "standing"),
    "sex": ("性别", "sex"),
    "age": ("年龄段", "age band"),
    "unit": ("城乡", "urban or rural"),
    "register": ("外来与本地", "migrant or local"),
    "opponent": ("对方类别", "respondent"),
    "border": ("跨界事项", "matter across a border"),
}
"""(zh, en) of each way to form groups."""

GROUPS: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "standing": (("low", "下三分之一", "lower third"), ("middle", "中三分之一", "middle third"),
                 ("high", "上三分之一", "upper third")),
    "sex": (("women", "女", "women"), ("men", "男", "men")),
    "age": (("18-29", "18–29 岁", "18-29"), ("30-44", "30–44 岁", "30-44"), ("45-59", "45–59 岁", "45-59"),
            ("60-74", "60–74 岁", "60-74"), ("75+", "75 岁以上", "75 or older")),
    "unit": (("rural", "乡村", "rural"), ("urban", "城镇", "urban")),
    "register": (("local", "本地", "local"), ("migrant", "外来", "migrant")),
    "opponent": tuple((one.name.lower(), label(one, "zh"), label(one, "en")) for one in Opponent),
    "border": tuple((one.name.lower(), label(one, "zh"), label(one, "en")) for one in BorderMatter),
}  # fmt: skip
"""(id, zh, en) of the groups of each."""

MEASURES: Final[dict[str, tuple[str, str]]] = {
    "voiced": ("说出率", "voiced"),
    "resolved": ("实质化解率", "truly resolved"),
    "days": ("化解用时（中位天数）", "days to resolution"),
    "spill": ("外溢比例", "spilled"),
    "pressed": ("受压比例", "pressed"),
}
"""(zh, en) of what is measured in each group."""

DENOMINATORS: Final[dict[str, tuple[str, str]]] = {
    "voiced": ("已说出 ÷ 本批积怨", "of the cohort's grievances"),
    "resolved": ("实质化解 ÷ 已说出的纠纷", "of voiced disputes"),
    "days": ("已实质化解者，从说出到最后终结", "of resolved ones, median from voicing to the last end"),
    "spill": (
        "当事人在本应层级之上（行政）或到域外提出 ÷ 已说出的纠纷",
        "of voiced disputes, by lodging administratively above home, or outside",
    ),
    "pressed": ("曾有一次结案是在压力下签字 ÷ 已说出的纠纷", "of voiced disputes, into signing a case under pressure"),
}
"""(zh, en): what each figure is divided by."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """One group of the cohort's grievances; nan where there is no denominator."""

    grievances: int
    disputes: int
    voiced: float
    resolved: float
    days: float
    spill: float
    pressed: float


Fairness = Mapping[str, Mapping[str, Group]]
"""{way to form groups: {group: figures}}."""


def fairness(records: Records) -> Fairness:
    """Return the figures of every group of the cohort (disputes whose home level lies inside the tree)."""
    ledger, cohort = records.disputes, cohort_of(records)
    mine = cohort.members & (ledger.home < records.society.n_levels)
    facts = _Facts(records, mine, cohort.voiced)
    done: dict[str, dict[str, Group]] = {}
    for name, codes in _codes(records).items():
        done[name] = {group[0]: facts.of(codes == at) for at, group in enumerate(GROUPS[name])}
    return done


def _codes(records: Records) -> dict[str, Array]:
    """Position of each grievance's group in `GROUPS`, int[n]."""
    ledger = records.disputes
    low, high = records.society.standing_cuts
    standing = ledger.claimant_standing
    return {
        "standing": (standing > low).astype(np.int64) + (standing > high),
        "sex": ledger.claimant_sex.astype(np.int64),
        "age": ledger.claimant_age.astype(np.int64) - 1,
        "unit": ledger.place_urban.astype(np.int64),
        "register": ledger.claimant_migrant.astype(np.int64),
        "opponent": ledger.opponent.astype(np.int64),
        "border": ledger.border.astype(np.int64),
    }


class _Facts:
    """What is asked of every group, each column worked out once."""

    def __init__(self, records: Records, mine: Array, voiced: Array) -> None:
        ledger, cases = records.disputes, records.cases
        self.mine, self.voiced = mine, voiced
        self.resolved = voiced & (ledger.end_state == EndState.RESOLVED)
        self.days = ledger.last_end.astype(np.int64) - ledger.voiced
        self.spilled = (ledger.marks & (Mark.ABOVE | Mark.BEYOND)) > 0
        self.pressed = np.zeros(len(ledger), dtype=bool)
        self.pressed[cases.dispute[(cases.way == Way.PRESSED) & (cases.closed != NEVER)]] = True

    def of(self, group: Array) -> Group:
        grievances = int(np.count_nonzero(group & self.mine))
        disputes = int(np.count_nonzero(group & self.voiced))
        resolved = group & self.resolved

        def share(which: Array) -> float:
            return int(np.count_nonzero(which & group & self.voiced)) / disputes if disputes else float("nan")

        return Group(
            grievances=grievances,
            disputes=disputes,
            voiced=disputes / grievances if grievances else float("nan"),
            resolved=share(self.resolved),
            days=float(np.median(self.days[resolved])) if np.any(resolved) else float("nan"),
            spill=share(self.spilled),
            pressed=share(self.pressed),
        )


def gap_by_standing(found: Fairness) -> float:
    """Return how far the truly resolved share of the upper third of standing lies from that of the lower one."""
    return abs(found["standing"]["high"].resolved - found["standing"]["low"].resolved)
