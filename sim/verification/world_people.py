"""Decides what checks see of a world's people and staff: everybody once, and hours by who is served."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from sim.verification.check import Curve, Looked, Part
from sim.verification.theory_networks import household_sizes
from sim.verification.weigh import counts, exact
from sim.verification.worlds import TOWN, pairs, town

RESIDENTS: Final[Mapping[str, int]] = {
    "classroom": 3_000, "pinggu": 457_313, "pukou": 1_171_603, "xiangdong": 304_400, "zhuji": 1_218_072,
    "shaoxing": 5_270_977,
}  # fmt: skip
"""Residents of the root as the sources have them (censuses of 2020; the invented tree as invented)."""
REGISTERED_ZHUJI: Final = 1_079_500
"""Zhuji's registered residents (communique 2021)."""

RATES: Final[dict[str, tuple[float, int]]] = {
    # hours a day, for how many registered residents
    "committee": (0.6, 1_000), "office": (16.0, 50_000), "petition": (85.0, 1_200_000), "court": (500.0, 1_200_000),
}  # fmt: skip
"""Hours of the library; the court's serve the suits of organisations besides."""
OWN_RATES: Final[dict[str, dict[str, tuple[float, int]]]] = {
    "pukou": {"committee": (0.9, 1_000), "petition": (86.0, 1_200_000)},
}
"""Where a scenario of the library says otherwise."""

_SIZES: Final = 7


def conserved(size: int) -> Looked:
    """Look at the populations of `size` scenarios of the library: totals of the sources, and sums up the tree."""
    parts: list[Part] = []
    for name in list(RESIDENTS)[:size]:
        population, parents, units = _population(name)
        people = population.resident
        above = np.zeros_like(people)
        np.add.at(above, parents[1:], people[1:])
        lost = int(np.abs(people - above)[~units].sum())
        parts += [
            _exact(f"{name}: residents", int(people[0]), RESIDENTS[name], "persons"),
            _exact(f"{name}: persons lost between a place and those below it", lost, 0, "persons"),
            _exact(f"{name}: units with fewer than nobody", int((people < 0).sum()), 0, "places"),
        ]
        if name == "zhuji":
            parts.append(_exact(f"{name}: registered", int(population.registered[0]), REGISTERED_ZHUJI, "persons"))
    return Looked(size=size, parts=tuple(parts))


def whole(size: int) -> Looked:
    """Look at `size` worlds of the town: everybody lives somewhere, once, and who knows somebody is known by him."""
    parts: list[Part] = []
    for seed in range(1, size + 1):
        world = town(seed)
        lives = np.add.reduceat(np.diff(world.hh_first), world.hh_start[:-1][np.diff(world.hh_start) > 0])
        leaves = world.place_resident[np.diff(world.hh_start) > 0]
        one, other = pairs(world)
        there, back = one * world.n_households + other, other * world.n_households + one
        parts += [
            _exact("residents by household less those of the place", int(np.abs(lives - leaves).sum()), 0, "persons"),
            _exact("households without anybody", int((np.diff(world.hh_first) < 1).sum()), 0, "households"),
            _exact("ties to oneself", int((one == other).sum()), 0, "ties"),
            _exact("ties twice", len(there) - len(np.unique(there)), 0, "ties"),
            _exact("ties one way", len(np.setdiff1d(there, back)), 0, "ties"),
        ]
    return Looked(size=size, parts=tuple(parts))


def staffed(size: int) -> Looked:
    """Look at the hours of `size` scenarios: what the registered residents of a tier are worth, to half a minute each.

    The known answer is the rate times the people of all units together, each served once by each tier.
    """
    from sim.scenario import load_scenario
    from sim.world import build_world

    parts: list[Part] = []
    for name in (TOWN, "classroom", "pinggu", "xiangdong", "pukou", "zhuji")[:size]:
        scenario = load_scenario(name)
        world = build_world(scenario, cache=False)
        kinds = [*(level.forum for level in scenario.levels), "court"]
        people = int(world.place_registered[0])
        for slot, kind in enumerate(kinds):
            hours, of = (RATES | OWN_RATES.get(name, {}))[kind]
            lines = world.minutes[:, slot]
            rounding = max(1.0, 0.5 * int((lines > 0).sum())) + int((lines == 1).sum())
            due = 60.0 * hours * people / of
            weight = exact(float(lines.sum()), due, rounding)
            parts.append(
                Part(what=f"{name}: {kind}", seen=float(lines.sum()), expected=due, weight=weight, unit="minutes")
            )
    return Looked(size=size, parts=tuple(parts))


def sizes(size: int) -> Looked:
    """Look at how many live together in `size` worlds beside the law of people who join households by lot."""
    seen, due = np.zeros(_SIZES, dtype=np.int64), np.zeros(_SIZES)
    for seed in range(1, size + 1):
        world = town(seed)
        people = np.diff(world.hh_first)
        seen += np.bincount(np.minimum(people, _SIZES), minlength=_SIZES + 1)[1:]
        for place in np.flatnonzero(world.place_leaf == 1):
            n = int(world.hh_start[place + 1] - world.hh_start[place])
            due += n * household_sizes(int(world.place_resident[place]), n, _SIZES)
    law, n = due / due.sum(), int(seen.sum())
    average = float(world.n_residents) / world.n_households
    curve = Curve(
        what="residents of a household", x_label="residents", y_label="share of households",
        x=tuple(float(k) for k in range(1, _SIZES + 1)), seen=tuple((seen / n).tolist()), expected=tuple(law.tolist()),
        error=tuple(np.sqrt(law * (1.0 - law) / n).tolist()),
    )  # fmt: skip
    parts = (
        Part(what="sizes", seen=float(n), expected=float(n), weight=counts(seen.tolist(), law.tolist())),
        Part(what="mean size", seen=average, expected=2.62, weight=exact(average, 2.62, 0.01), unit="residents"),
    )
    return Looked(size=size, parts=parts, curves=(curve,))


def _population(name: str) -> tuple[Any, Any, Any]:
    """Return the population of a scenario, the parent of each place, and which places are units."""
    from sim.scenario import load_scenario
    from sim.world import population
    from sim.world.places import order_places

    scenario = load_scenario(name)
    tree = order_places(scenario.read_places(), scenario.level_ids)
    units = np.array([tree.is_unit(row) for row in range(len(tree))])
    return population.populate(scenario, tree), np.array(tree.parent), units


def _exact(what: str, seen: float, expected: float, unit: str) -> Part:
    return Part(what=what, seen=float(seen), expected=float(expected), weight=exact(seen, expected), unit=unit)
