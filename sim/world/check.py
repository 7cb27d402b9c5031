"""Decides what `scenario check` says of a world: each measure beside the range that it should lie in, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from sim.world.measure import clustering, households_of, mean_degree, path_length
from sim.world.places import order_places
from sim.world.population import known_totals, populate

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world.columns import World

FEW: Final = 300
"""Households below which a measured mean is told but not judged: its sampling error is as wide as the range."""

_CAI: Final = "173 natural villages, Cai, de Janvry, Sadoulet 2015"

MEASURES: Final[dict[str, tuple[str, str, str, str]]] = {
    # in Chinese, in English, unit, reason or source
    "known_totals": ("人口已知且逐人相符的地方", "places whose known population is met", "places", "to the person"),
    "residents": ("常住人口", "actual residents", "persons", "one resident for each"),
    "registered": ("户籍人口", "registered residents", "persons", "staff hours follow them"),
    "rural_unit": (
        "乡村单元平均人口",
        "mean rural unit",
        "persons",
        "1,016 per village committee nationwide (derived)",
    ),
    "raked": ("城乡人口也相符的地方", "places whose urban and rural totals are met", "places", "all that are known"),
    "household_size": ("户均人口", "mean household size", "persons", "world.household_size"),
    "adult_share": ("成年人所占", "adults among residents", "share", "incidence.adult_share"),
    "living_alone": ("一人户所占", "households of one person", "share", ""),
    "rural_block_degree": ("乡村户组内联系", "rural ties within the block", "ties", f"6.0 in {_CAI}"),
    "rural_block_clustering": ("乡村组内聚类系数", "rural clustering within the block", "share", f"0.31 in {_CAI}"),
    "rural_unit_clustering": (
        "乡村单元内聚类系数",
        "rural clustering within the unit",
        "share",
        f"0.285; 47 units, {_CAI}",
    ),
    "rural_block_path": (
        "乡村组内平均路径",
        "rural path length within the block",
        "steps",
        f"2.1 of 29 surveyed, {_CAI}",
    ),
    "rural_unit_path": (
        "乡村单元内平均路径",
        "rural path length within the unit",
        "steps",
        f"3.8 of 106 surveyed, {_CAI}",
    ),
    "urban_degree": (
        "城镇户单元内联系",
        "urban ties within the unit",
        "ties",
        "neighbours, kin and workmates (judgement)",
    ),
    "urban_clustering": ("城镇聚类系数", "urban clustering within the unit", "share", "0.05 to 0.15 (judgement)"),
    "far_ties": ("单元外联系", "ties beyond the unit", "ties", "0.5 to 1 marriage tie per household (judgement)"),
    "offspring": (
        "最易引发一类的连带与扩散谱半径",
        "spectral radius of coupling and contagion, by the hottest type",
        "grievances",
        "near 1 a small change has large effects",
    ),
    "degree": ("户均联系", "ties of a household", "ties", ""),
}

_BLOCK, _UNIT, _FAR, _ALL = (0, 1), (0, 1, 2, 3), (4,), (0, 1, 2, 3, 4, 5)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRow:
    """One measure: `value` in `unit`, the range [low, high] it should lie in (None: told, not judged), the reason."""

    key: str
    value: float
    low: float | None = None
    high: float | None = None
    note: str = ""

    @property
    def passes(self) -> bool | None:
        """Whether the value lies in its range; None where there is none to lie in."""
        if self.low is None or self.high is None:
            return None
        return self.low <= self.value <= self.high

    @property
    def zh(self) -> str:
        """Chinese label."""
        return MEASURES[self.key][0]

    @property
    def en(self) -> str:
        """English label."""
        return MEASURES[self.key][1]

    @property
    def unit(self) -> str:
        """Unit of value and range."""
        return MEASURES[self.key][2]

    @property
    def reason(self) -> str:
        """Why this range, and whatever is special about this world."""
        return "; ".join(part for part in (MEASURES[self.key][3], self.note) if part)


def check_world(world: World, scenario: Scenario) -> tuple[CheckRow, ...]:
    """Return the checks of a world against the scenario it was made from."""
    from sim.scenario.offspring import CAUTION  # a policy's facts are read without scenarios and what they load

    radius = CheckRow(key="offspring", value=scenario.offspring_radius(hottest=True), low=0.0, high=CAUTION)
    return (*_people(world, scenario), *_households(world, scenario), *_ties(world, scenario), radius)


def _row(key: str, value: float, bounds: tuple[float, float], judged: bool = True, note: str = "") -> CheckRow:
    low, high = bounds if judged else (None, None)
    return CheckRow(key=key, value=value, low=low, high=high, note=note)


def _people(world: World, scenario: Scenario) -> Iterator[CheckRow]:
    tree = order_places(scenario.read_places(), scenario.level_ids)
    known, rule, shape = known_totals(scenario, tree), populate(scenario, tree), scenario.world
    met = sum(int(world.place_resident[row]) == total for row, total in known.items())
    yield _row("known_totals", met, (len(known), len(known)))
    yield _row("residents", int(world.place_resident[0]), (world.n_residents, world.n_residents))
    yield CheckRow(key="registered", value=int(world.place_registered[0]))
    sizes = world.place_resident[(world.place_leaf == 1) & (world.place_urban == 0)]
    mean = float(sizes.mean()) if len(sizes) else math.nan
    yield _row("rural_unit", mean, (shape.rural_unit_low, shape.rural_unit_high), judged=len(sizes) > 0)
    not_met = "; ".join(f"{code}: {why}, so its total alone" for code, why in rule.not_raked)
    yield CheckRow(key="raked", value=len(rule.raked), note=not_met)


def _households(world: World, scenario: Scenario) -> Iterator[CheckRow]:
    judged = world.n_households >= FEW
    wanted, share = float(scenario.world.household_size), float(scenario.incidence.adult_share)
    size = world.n_residents / world.n_households
    yield _row("household_size", size, (0.98 * wanted, 1.02 * wanted), judged)
    adults = float(np.mean(world.res_adult, dtype=np.float64))
    least = max(share, 1.0 / wanted)  # every household has a grown-up
    yield _row("adult_share", adults, (least - 0.02, least + 0.02), judged)
    yield CheckRow(key="living_alone", value=float(np.mean(np.diff(world.hh_first) == 1)))


def _ties(world: World, scenario: Scenario) -> Iterator[CheckRow]:
    shape = scenario.world
    rural, urban = households_of(world, urban=False), households_of(world, urban=True)
    fitted = len(rural) >= FEW and (shape.rural_k, shape.rewire, shape.block) == (6, 0.25, 52)
    yield _row("rural_block_degree", mean_degree(world, rural, _BLOCK), (5.7, 6.1), fitted)
    yield _row("rural_block_clustering", clustering(world, rural, block=True), (0.27, 0.35), fitted)
    yield _row("rural_unit_clustering", clustering(world, rural), (0.24, 0.33), fitted)
    yield CheckRow(key="rural_block_path", value=path_length(world, rural, block=True))
    yield CheckRow(key="rural_unit_path", value=path_length(world, rural))
    wanted = float(shape.urban_neighbour + shape.urban_kin + shape.urban_work)
    in_town = len(urban) >= FEW
    yield _row("urban_degree", mean_degree(world, urban, _UNIT), (0.94 * wanted, 1.03 * wanted), in_town)
    yield _row("urban_clustering", clustering(world, urban), (0.05, 0.15), in_town and wanted == 7.0)
    everyone = np.arange(world.n_households)
    yield CheckRow(key="far_ties", value=mean_degree(world, everyone, _FAR))
    yield CheckRow(key="degree", value=mean_degree(world, everyone, _ALL))
