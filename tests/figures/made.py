"""A made-up comparison and careers with known numbers, so that pictures can be tested without a run."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from sim.analysis import Comparison
from sim.names import DisputeType, Event, Forum, Opponent, Origin, State, Way
from sim.studies.career import Birth, Career, Step

ARMS = (
    "baseline",
    "keep_in_village",
    "resource_sinking",
    "petition_quota(start=90)",
    "arm_five",
    "arm_six",
    "arm_seven",
)
TITLES = {
    "baseline": ("现状（基线）", "baseline"),
    "keep_in_village": ("小事不出村", "small matters stay in the village"),
    "resource_sinking": ("重心下移、以城带乡", "resource sinking"),
    "petition_quota(start=90)": ("信访考核（一票否决）(start=90)", "petition quota (start=90)"),
}
LEVELS = (
    ("village", "村（社区）", "village", 2),
    ("town", "乡镇（街道）", "town", 3),
    ("county", "县（市、区）", "county", 4),
    ("city", "地级市", "city", 4),
)
FATES = {
    # fate: (booked as settled, all), cases of the village committee; the other lines have a quarter of the one below
    "held": (400.0, 400.0),
    "accepted": (0.0, 20.0),
    "came_back": (160.0, 160.0),
    "pressed": (80.0, 80.0),
    "withdrawn": (40.0, 50.0),
    "shelved": (60.0, 70.0),
    "failed": (260.0, 300.0),
    "open": (0.0, 0.0),
}
PADDED = 100.0
"""Entries of the village committee without a case."""
CELLS = (
    "spilled",
    "court",
    "carried",
    "active",
    "suppressed",
    "lumped",
    "accepted",
    "resolved",
    "prevented",
    "unvoiced",
)
DELTA = (-9.0, 1.0, 2.0, 1.0, 2.0, -3.0, 1.0, 5.0, 0.0, 0.0)
VOICED_A_DAY = 2.0
BURN_IN = 200
COHORT = 365


def comparison(
    arms: int = 3,
    *,
    seeds: int = 3,
    levels: int = 3,
    title: tuple[str, str] = ("以某县为形的合成社会", "A synthetic society in the shape of a county"),
    empty: bool = False,
) -> Comparison:
    """A comparison of the first `arms` arms; `empty` is one in which nothing was voiced."""
    specs = ARMS[:arms]
    size = 0.0 if empty else 1.0
    return Comparison.from_json({
        "scenario": {"id": "made", "title": {"zh": title[0], "en": title[1]}, "cohort": COHORT, "burn_in": BURN_IN},
        "levels_of_tree": [
            {"rank": rank, "id": row[0], "zh": row[1], "en": row[2], "forum": row[3], "places": 9}
            for rank, row in enumerate(LEVELS[:levels])
        ],
        "outside": {"zh": "某县以外", "en": "beyond Some County"},
        "seeds": list(range(1, seeds + 1)),
        "baseline": "baseline",
        "arms": [_arm(spec) for spec in specs],
        "books": {spec: _books(levels, size * (1.0 + 0.05 * at)) for at, spec in enumerate(specs)},
        "daily": {spec: _daily(levels, size, at) for at, spec in enumerate(specs)},
        "ends": {spec: _ends(size) for spec in specs},
        "flow": {spec: {"by_end": _flow(levels, size)} for spec in specs},
        "spill": {spec: _spill(at, seeds) for at, spec in enumerate(specs)},
        "identity": {spec: _identity(at, size) for at, spec in enumerate(specs)},
    })  # fmt: skip


def _arm(spec: str) -> dict[str, Any]:
    zh, en = TITLES.get(spec, (f"方案 {spec}", spec))
    standing = "diagnostic" if spec.startswith("petition_quota") else "option"
    return {"spec": spec, "title": {"zh": zh, "en": en}, "standing": standing}


def _books(levels: int, size: float) -> list[dict[str, Any]]:
    lines = [(rank, row[3], rank) for rank, row in enumerate(LEVELS[:levels])] + [(levels, 5, levels - 1)]
    found = []
    for place, (slot, forum, level) in enumerate(lines):
        part = size / 4.0**place
        fates = {name: {"reported": part * pair[0], "true": part * pair[1]} for name, pair in FATES.items()}
        accepted = math.fsum(one["true"] for one in fates.values())
        booked = math.fsum(one["reported"] for one in fates.values())
        well = fates["held"]["true"] + fates["accepted"]["true"]
        success = (
            {"reported": booked / accepted, "true": well / accepted} if accepted else {"reported": None, "true": None}
        )
        found.append(
            {
                "slot": slot,
                "forum": forum,
                "level": level,
                "accepted": accepted,
                "success": success,
                "by_fate": fates,
                "padded": part * PADDED,
            }
        )
    return found


def _daily(levels: int, size: float, arm: int) -> dict[str, Any]:
    days = BURN_IN + 2 * COHORT
    names = ("lodged_above", "lodged_outside", "line_court", *(f"line_slot{rank}" for rank in range(levels)))
    mean = {name: [size * (arm + 1.0) * (1.0 if day >= BURN_IN else 0.5) for day in range(days)] for name in names}
    mean["voiced"] = [size * VOICED_A_DAY] * days
    mean["blocked"] = [size * 0.1 * arm] * days
    return {"first_day": -BURN_IN, "mean": mean}


def _ends(size: float) -> dict[str, Any]:
    states = {"resolved": 50.0, "accepted": 5.0, "lumped": 30.0, "suppressed": 10.0, "active": 5.0, "outside_open": 0.0}
    return {"disputes": 100.0 * size, "states": {name: size * count for name, count in states.items()}}


def _flow(levels: int, size: float) -> list[list[list[float]]]:
    return [
        [[size * (1.0 + home + place)] + [0.0] * 3 + [size] + [0.0] * 3 for place in range(levels + 2)]
        for home in range(levels)
    ]


def _interval(mean: float, seeds: int, half: float = 0.1) -> dict[str, Any]:
    known = seeds > 1
    return {"mean": mean, "low": mean - half if known else None, "high": mean + half if known else None, "n": seeds}


def _spill(arm: int, seeds: int) -> dict[str, Any]:
    levels = {"administrative": 2.7, "outside": 0.3, "judicial": 1.0, "lawful_review": 0.2, "intercepted": 0.05}
    found: dict[str, Any] = {name: _interval(mean - 0.11 * arm, seeds) for name, mean in levels.items()}
    found["by_seed"] = {
        name: [found[name]["mean"] + 0.05 * (seed - 0.5 * (seeds - 1)) for seed in range(seeds)] for name in levels
    }
    if arm:
        told = seeds > 1
        found["change"] = {name: _interval(-0.11 * arm, seeds, 0.02) | {"told_from_zero": told} for name in levels}
        found["shares"] = {"resolve": 2.0 / 3.0, "hide": 0.0, "moved": 1.0 / 3.0} if told else None
    return found


def _identity(arm: int, size: float) -> dict[str, Any]:
    found: dict[str, Any] = {"roots": 1000.0 * size}
    if arm:
        found["delta"] = {name: {"mean": arm * value} for name, value in zip(CELLS, DELTA, strict=True)}
    return found


def career(arm: str, steps: Sequence[Step], opponent: Opponent = Opponent.NEIGHBOUR, voiced: int | None = 10) -> Career:
    """A career of `steps` after its birth on day 5 and its voicing on day `voiced` (None: never)."""
    first = [step(5, Event.BORN)]
    if voiced is not None:
        first.append(step(voiced, Event.VOICED))
    birth = Birth(
        type=DisputeType.NEIGHBOUR,
        opponent=opponent,
        origin=Origin.ROOT,
        home=0,
        power=0,
        exclusive=False,
        stake=9500.0,
        hostility=0.4,
        gap=0.1,
    )
    return Career(key=7, arm=arm, birth=birth, steps=(*first, *steps))


def step(day: int, event: Event, forum: Forum = Forum.NONE, level: int = -1, way: Way = Way.NONE, **bits: Any) -> Step:
    """A step; `booked`, `fair` (bool) or `state` (what a return came from) as in the events' detail."""
    detail = int(way) | (int(bits.get("booked", False)) << 8) | (int(bits.get("fair", False)) << 24)
    if "state" in bits:
        detail = int(bits["state"])
    return Step(day=day, event=event, forum=forum, level=level, detail=detail, x=0.0, y=0.0, z=0.0)


def ended(day: int, forum: Forum, level: int, way: Way, **bits: Any) -> Step:
    """The end of a case."""
    return step(day, Event.ENDED, forum, level, way, **bits)


def returned(day: int) -> Step:
    """A dispute that comes back."""
    return step(day, Event.REOPENED, state=State.SUPPRESSED)


def careers(arms: int = 3, first: int = 0) -> list[Career]:
    """One dispute under the first `arms` arms, of every kind of way that a thread can take, from way `first` on."""
    town, village = Forum.OFFICE, Forum.COMMITTEE
    ways: list[list[Step]] = [
        [ended(12, town, 1, Way.PRESSED, booked=True)],
        [ended(20, village, 0, Way.CONSENT, booked=True)],
        [
            ended(20, village, 0, Way.REJECTED, booked=True),
            ended(60, town, 1, Way.PROMISE),
            returned(300),
            ended(310, Forum.COURT, 2, Way.REJECTED),
            ended(400, Forum.PETITION, 2, Way.WITHDRAWN, booked=True),
            step(450, Event.REGISTERED, Forum.OUTSIDE, 3, Way.SENT_BACK),
            ended(500, village, 0, Way.REJECTED, booked=True),
        ],
        [step(10, Event.BLOCKED, town, 0), returned(400), step(400, Event.CLAIM)],
        [step(10, Event.CLAIM)],
        [step(10, Event.CLAIM, Forum.COURT, 2), step(10, Event.ACCEPTED, Forum.COURT, 2)],
        [step(10, Event.BLOCKED, Forum.PETITION, 1)],
    ]
    return [career(ARMS[at], ways[(at + first) % len(ways)]) for at in range(arms)]
