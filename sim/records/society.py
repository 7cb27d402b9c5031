"""Decides what of the society a record carries: its levels, forums and sizes, never a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.names import DisputeType, Forum, Opponent, StaffKind

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World

_FORUMS: Final = {"none": Forum.NONE, "committee": Forum.COMMITTEE, "office": Forum.OFFICE, "petition": Forum.PETITION}


MEDIATORS: Final = tuple(kind for kind in StaffKind if kind not in (StaffKind.CLERK, StaffKind.JUDGE))
"""Kinds of staff who mediate at committees and town offices."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelName:
    """A level of the tree: rank (0 lowest), id, labels, the forum its places run, and how many places it has."""

    rank: int
    id: str
    zh: str
    en: str
    forum: int
    places: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Society:
    """Facts of a scenario's society that figures divide by or are named with.

    `base`, `office`: slots of the lowest forum and of the town office; `usual_home`: the usual home level of each of
    the 15 types as the books assume it; `usual_departments`: 1 where a matter of the type needs one more often than
    not; `trust`: anchors by rank, `outside` last; `median_stake` in yuan;
    `outside_zh`, `outside_en`: what lies beyond the root, by the place that it leaves. `rural_women`, `rural_men`:
    adults in rural units; `standing_cuts`: standing (1/255) above which adults stand in the middle and in the upper
    third; `governance`: weights and scales of the scenario's governance index, by name; `prefiling`: whether courts
    offer mediation before they file; `arbitration`: whether labour arbitration stands before them;
    `reconsideration`: whether governments hear applications;
    `petition_steps`: whether offices answer a complaint three times; `court_clock`: days that a trial may take;
    `appeal_days`: days from a judgment to the decision of the court above. `mediators`: posts of committees and town
    offices, volunteers who are away included, 0 where process `staff` is off; `full_time_mediators` of them.
    """

    levels: tuple[LevelName, ...]
    base: int
    office: int
    court_rank: int
    adults: int
    residents: int
    households: int
    median_stake: float
    usual_home: tuple[int, ...]
    usual_departments: tuple[int, ...]
    trust: tuple[float, ...]
    hours_per_staff_day: float
    yuan_per_staff_day: float
    outside_zh: str
    outside_en: str
    overloaded: str
    rural_women: int
    rural_men: int
    standing_cuts: tuple[int, int]
    governance: Mapping[str, float]
    prefiling: bool = False
    arbitration: bool = False
    reconsideration: bool = False
    petition_steps: bool = False
    court_clock: int = 0
    appeal_days: int = 0
    mediators: int = 0
    full_time_mediators: int = 0

    @property
    def n_levels(self) -> int:
        """Number of levels; also the rank of `outside`."""
        return len(self.levels)

    def level_name(self, rank: int, lang: str = "en") -> str:
        """Return the label of a rank; the one past the top is what lies beyond the root, -1 is between the parties."""
        if rank == self.n_levels:
            return self.outside_zh if lang == "zh" else self.outside_en
        if rank < 0:
            return "当事人之间" if lang == "zh" else "between the parties"
        level = self.levels[rank]
        return level.zh if lang == "zh" else level.en

    def line_kinds(self) -> tuple[tuple[str, int, int], ...]:
        """Return (name in the series, forum, slot) of each kind of line there is, the court last.

        Its pre-filing mediators, labour arbitration and reconsideration, where there are any, stand just before it.
        """
        kinds = [(f"slot{level.rank}", level.forum, level.rank) for level in self.levels if level.forum != Forum.NONE]
        before: tuple[tuple[str, int, int], ...]
        before = (("prefiling", int(Forum.PREFILING), self.n_levels + 1),) if self.prefiling else ()
        if self.arbitration:
            before += (("arbitration", int(Forum.ARBITRATION), self.n_levels + 2),)
        if self.reconsideration:
            before += (("reconsideration", int(Forum.RECONSIDERATION), self.n_levels + 3),)
        return (*kinds, *before, ("court", int(Forum.COURT), self.n_levels))

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data; :func:`society_from` reads it back."""
        return asdict(self)


def society_of(scenario: Scenario, world: World) -> Society:
    """Return the facts of a scenario and its world."""
    from sim.world.posts import posts_of

    ranks = np.bincount(world.place_rank, minlength=len(scenario.levels))
    levels = tuple(
        LevelName(rank=r, id=v.id, zh=v.zh, en=v.en, forum=int(_FORUMS[v.forum]), places=int(ranks[r]))
        for r, v in enumerate(scenario.levels)
    )
    base = next(level.rank for level in levels if level.forum != Forum.NONE)
    women, men, cuts = _adults_of(world)
    office = next((level.rank for level in levels if level.forum == Forum.OFFICE), len(levels) - 1)
    posts = posts_of(scenario, world).kind
    return Society(
        levels=levels,
        base=base,
        office=office,
        court_rank=scenario.court_rank,
        adults=int(np.count_nonzero(world.res_adult)),
        residents=world.n_residents,
        households=world.n_households,
        median_stake=float(scenario.median_stake),
        usual_home=_usual_homes(scenario, base, office),
        usual_departments=_usual_departments(scenario),
        trust=tuple(float(value) for value in scenario.trust_by_rank),
        hours_per_staff_day=float(scenario.staff.hours_per_staff_day),
        yuan_per_staff_day=float(scenario.staff.yuan_per_staff_day),
        outside_zh=f"{world.name_zh[0]}以外",
        outside_en=f"beyond {world.name_en[0] or world.name_zh[0]}",
        overloaded=scenario.overloaded,
        rural_women=women,
        rural_men=men,
        standing_cuts=cuts,
        governance=_index_of(scenario),
        prefiling=scenario.processes.prefiling,
        arbitration=scenario.processes.arbitration,
        reconsideration=scenario.processes.reconsideration,
        petition_steps=scenario.processes.petition_steps,
        court_clock=scenario.court.clock,
        appeal_days=scenario.appeal.window + scenario.appeal.clock,
        mediators=int(np.isin(posts, MEDIATORS).sum()),
        full_time_mediators=int(np.count_nonzero(posts == StaffKind.FULL_TIME)),
    )


def society_from(stored: dict[str, Any]) -> Society:
    """Return what :meth:`Society.to_json` gave. Raises KeyError or TypeError where the form is another."""
    given = dict(stored)
    given["levels"] = tuple(LevelName(**level) for level in given["levels"])
    given["usual_home"] = tuple(int(rank) for rank in given["usual_home"])
    given["usual_departments"] = tuple(int(number) for number in given["usual_departments"])
    given["trust"] = tuple(float(value) for value in given["trust"])
    low, high = given["standing_cuts"]
    given["standing_cuts"] = (int(low), int(high))
    return Society(**given)


_counted: list[tuple[str, tuple[int, int, tuple[int, int]]]] = []
"""Adults of the last world that was asked about, by its digest: every run of a study asks about the same one."""


def _adults_of(world: World) -> tuple[int, int, tuple[int, int]]:
    """Return (rural women, rural men, cuts of standing into thirds) over all adults."""
    if not _counted or _counted[0][0] != world.digest:
        adult = world.res_adult > 0
        rural = adult & (world.place_urban[world.hh_place[world.res_household]] == 0)
        men = int(np.count_nonzero(rural & (world.res_sex > 0)))
        women = int(np.count_nonzero(rural)) - men
        below = np.cumsum(np.bincount(world.res_standing[adult], minlength=256))
        low, high = (int(np.searchsorted(below, share * below[-1] / 3)) for share in (1, 2))
        _counted[:] = [(world.digest, (women, men, (low, high)))]
    return _counted[0][1]


def _index_of(scenario: Scenario) -> dict[str, float]:
    """Return the weights and scales of the governance index by name."""
    weights = ("resolution", "spill", "time", "trust", "fairness", "cost", "suppressed")
    found = {f"weight_{name}": float(getattr(scenario.governance, f"weight_{name}")) for name in weights}
    for name in ("days", "yuan", "stock"):
        found[f"half_{name}"] = float(getattr(scenario.governance, f"half_{name}"))
    return found


def _usual_departments(scenario: Scenario) -> tuple[int, ...]:
    """Return 1 for each type that needs a department more often than not, else 0; 0 for all with the process off.

    Institutions see a matter's type, not what it will need.
    """
    if not scenario.processes.departments:
        return (0,) * len(DisputeType)
    return tuple(int(scenario.types[member].departments.chances()[0] < 0.5) for member in DisputeType)


def _usual_homes(scenario: Scenario, base: int, office: int) -> tuple[int, ...]:
    """Return the usual home level of each type, addresses apart: the commonest of what its opponents ask for.

    The books know a matter's type and the parties' addresses, not who could truly decide it (`definitions` 1, mottoes).
    """
    top = len(scenario.levels) - 1
    homes = []
    for member in DisputeType:
        row = scenario.types[member.name.lower()]
        weight = np.zeros(top + 1)
        for opponent in Opponent:
            share = float(getattr(row.opponents, opponent.name.lower()))
            if opponent == Opponent.GOVERNMENT:
                for step, name in enumerate(("town", "county", "city")):
                    weight[min(office + step, top)] += share * float(getattr(row.power, name))
            else:
                weight[office if opponent == Opponent.COLLECTIVE else base] += share
        homes.append(int(np.argmax(weight)))
    return tuple(homes)
