"""Small invented societies for comparing engine and twin: a random tree, its people, ties and minutes, and a scenario.

Worlds are made by hand instead of by `sim.world`, so that they hold what a drawn world seldom does: missing tiers,
lines without minutes, households of one, people without ties. The columns are those of `sim.world.World`.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from sim.draws import hash_text
from sim.names import PlaceKind, TieKind
from sim.scenario.sections.running import Processes
from sim.world.columns import World, digest_of

LEVEL_SETS = (
    ("village", "town"),
    ("village", "town", "city"),
    ("village", "town", "county", "city"),
    ("grid", "village", "town", "county"),
)


_FOLDER = tempfile.TemporaryDirectory(prefix="small-")


@dataclass
class Row:
    """A place of the invented tree."""

    code: str
    rank: int
    parent: Row | None


def random_tree(rng: random.Random, n_levels: int) -> list[Row]:
    """A root and what lies below it, depth first; now and then a tier is missing or a unit has nothing below."""
    rows = [Row("R", n_levels - 1, None)]
    for mother in rows:
        if mother.rank == 0 or (mother.parent and rng.random() < 0.1):
            continue
        for number in range(rng.randint(1, 3) if mother.parent else rng.randint(2, 3)):
            step = 2 if mother.rank > 1 and rng.random() < 0.15 else 1
            rows.append(Row(f"{mother.code}{number}", mother.rank - step, mother))
    return sorted(rows, key=lambda row: row.code)  # a code begins with its mother's: depth first


OFF_IN_THE_LIBRARY: Final = tuple(name for name, field in Processes.model_fields.items() if field.default is False)
"""Processes that a scenario has to switch on; here they are on, since all of the model is to be proved."""


@cache
def scenario_of(levels: tuple[str, ...], tree: tuple[tuple[str, int, str], ...]) -> Any:
    """The scenario of a tree, at the library's parameters."""
    from sim.scenario import load_scenario

    folder = tempfile.mkdtemp(dir=_FOLDER.name)
    table = ["code,name,level,parent,population,urban_rural"]
    mothers = {parent for _, _, parent in tree}
    for code, rank, parent in tree:
        residents = "" if code in mothers else "100"
        table.append(f"{code},{code},{levels[rank]},{parent},{residents},{'' if code in mothers else 220}")
    places, file = Path(folder, "places.csv"), Path(folder, "small.toml")
    places.write_text("\n".join(table) + "\n", encoding="utf-8")
    names = ", ".join(f'"{level}"' for level in levels)
    file.write_text(
        f'extends = "base"\ntitle = {{ zh = "小", en = "Small" }}\nplaces = "places.csv"\nroot = "R"\n'
        f"levels = [{names}]\n[processes]\n" + "".join(f"{name} = true\n" for name in OFF_IN_THE_LIBRARY),
        encoding="utf-8",
    )
    return load_scenario(file)


def small_society(
    seed: int, levels: tuple[str, ...] = LEVEL_SETS[1], overrides: Mapping[str, Any] | None = None, households: int = 40
) -> tuple[Any, Any]:
    """Return (scenario, world); everything about the world follows from `seed` and `levels`."""
    rng = random.Random(seed)
    rows = random_tree(rng, len(levels))
    scenario = scenario_of(levels, tuple((row.code, row.rank, row.parent.code if row.parent else "") for row in rows))
    if overrides:
        scenario = scenario.model_copy()  # overrides are laid over the validated form; no table is read again
        for key, value in overrides.items():
            scenario = _with(scenario, key, key.split("."), value)
    return scenario, small_world(rng, rows, scenario, households)


def _with(part: Any, key: str, path: list[str], value: Any) -> Any:
    """A copy of a form with one value below it replaced."""
    name = path[0]
    if name not in type(part).model_fields:
        raise KeyError(key)
    new = value if len(path) == 1 else _with(getattr(part, name), key, path[1:], value)
    return part.model_copy(update={name: new})


def small_world(rng: random.Random, rows: list[Row], scenario: Any, households: int) -> World:
    """Columns of people, ties and minutes over the tree."""
    n_levels, n_places = len(scenario.levels), len(rows)
    number = {row.code: i for i, row in enumerate(rows)}
    mothers = {row.parent.code for row in rows if row.parent}
    leaf = np.array([row.code not in mothers for row in rows])
    columns: dict[str, Any] = {
        "code": tuple(row.code for row in rows),
        "name_zh": tuple(row.code for row in rows),
        "name_en": tuple(row.code for row in rows),
        "subtype": tuple("" for _ in rows),
        "level_ids": scenario.level_ids,
        "n_levels": n_levels,
        "court_rank": scenario.court_rank,
        "seed": 0,
        "place_parent": np.array([number[row.parent.code] if row.parent else -1 for row in rows], np.int32),
        "place_rank": np.array([row.rank for row in rows], np.int8),
        "place_end": np.array([_end(rows, i) for i in range(n_places)], np.int32),
        "place_number": np.arange(n_places, dtype=np.int32),
        "place_key": np.array([hash_text(row.code) for row in rows], np.uint64),
        "place_urban": np.array([int(is_leaf and rng.random() < 0.4) for is_leaf in leaf], np.uint8),
        "place_class": np.zeros(n_places, np.int16),
        "place_kind": _kinds(rows, leaf),
        "place_leaf": leaf.astype(np.uint8),
        "anc": np.array([_path(row, n_levels, number) for row in rows], np.int32),
    }
    columns |= _people(rng, leaf, households)
    columns |= _traits(columns["hh_first"])
    columns |= _ties(rng, columns["hh_place"])
    columns |= _minutes(rng, columns, scenario)
    return World(**columns, digest=digest_of(columns))


def _kinds(rows: list[Row], leaf: Any) -> Any:
    """Any kind for a leaf; by luck of their own, so that all else is as it would be without kinds."""
    rng = random.Random(" ".join(row.code for row in rows))
    return np.array([rng.randint(1, max(PlaceKind)) * int(is_leaf) for is_leaf in leaf], np.uint8)


def _path(row: Row, n_levels: int, number: dict[str, int]) -> list[int]:
    """The place that runs each rank on the way up: the lowest that stands there or above."""
    path = []
    here = row
    for rank in range(n_levels):
        while here.rank < rank and here.parent:
            here = here.parent
        path.append(number[here.code])
    return path


def _end(rows: list[Row], first: int) -> int:
    """One past the last row below a place."""
    end = first + 1
    while end < len(rows) and rows[end].code.startswith(rows[first].code):
        end += 1
    return end


def _people(rng: random.Random, leaf: Any, households: int) -> dict[str, Any]:
    """About `households` households in all, at least two in a leaf; each of one to five with an adult among them."""
    starts, hh_place, hh_first = [0], [], [0]
    adult: list[int] = []
    per_leaf = max(2, households // int(leaf.sum()))
    for place, is_leaf in enumerate(leaf.tolist()):
        for _ in range(rng.randint(2, 2 * per_leaf - 2) if is_leaf else 0):
            members = [int(rng.random() < 0.75) for _ in range(rng.randint(1, 5))]
            members[rng.randrange(len(members))] = 1
            adult += members
            hh_place.append(place)
            hh_first.append(len(adult))
        starts.append(len(hh_place))
    n = len(adult)
    household = np.repeat(np.arange(len(hh_place)), np.diff(hh_first))
    return {
        "hh_start": np.array(starts, np.int32),
        "hh_place": np.array(hh_place, np.int32),
        "hh_first": np.array(hh_first, np.int32),
        "hh_block": np.zeros(len(hh_place), np.int32),
        "res_household": household.astype(np.int32),
        "res_adult": np.array(adult, np.uint8),
        "res_standing": np.array([rng.randrange(256) for _ in range(n)], np.uint8),
        "res_legal": np.array([rng.randrange(256) for _ in range(n)], np.uint8),
        "res_sex": np.zeros(n, np.uint8),
        "res_age": np.zeros(n, np.uint8),
    }


def _traits(hh_first: Any) -> dict[str, Any]:
    """What people are besides; by luck of their own, so that all else is as it would be without."""
    rng = random.Random(int(hh_first[-1]))
    sizes = np.diff(hh_first)
    migrant = np.repeat([int(rng.random() < 0.4) for _ in sizes], sizes)
    closeness = [rng.randrange(256) for _ in migrant]
    return {"res_migrant": migrant.astype(np.uint8), "res_closeness": np.array(closeness, np.uint8)}


def _ties(rng: random.Random, hh_place: Any) -> dict[str, Any]:
    """Undirected ties of all kinds, stored both ways, ordered by neighbour; some households have none."""
    n = len(hh_place)
    tied: list[dict[int, int]] = [{} for _ in range(n)]
    for one in range(n):
        for _ in range(rng.choice((0, 1, 2, 3))):
            other = rng.randrange(n)
            if other != one and other not in tied[one]:
                kind = rng.choice((0, 0, 1, 2, 3, 4)) if hh_place[one] == hh_place[other] else rng.choice((3, 4))
                tied[one][other] = tied[other][one] = kind
    _add_online(tied)
    pairs = [(other, kind) for ties in tied for other, kind in sorted(ties.items())]
    return {
        "tie_start": np.concatenate([[0], np.cumsum([len(ties) for ties in tied])]).astype(np.int32),
        "tie_to": np.array([other for other, _ in pairs], np.int32),
        "tie_kind": np.array([kind for _, kind in pairs], np.uint8),
    }


def _add_online(tied: list[dict[int, int]]) -> None:
    """Ties between households that have no other, by luck of their own: without them all is as it would be."""
    rng = random.Random(len(tied))
    for one, ties in enumerate(tied):
        other = rng.randrange(len(tied))
        if other != one and other not in ties:
            ties[other] = tied[other][one] = int(TieKind.ONLINE)


def _minutes(rng: random.Random, columns: dict[str, Any], scenario: Any) -> dict[str, Any]:
    """Minutes of a day, scarce enough for lines to form; one in ten has none. Populations that go with the people."""
    n_places, n_levels = len(columns["code"]), columns["n_levels"]
    residents = np.zeros(n_places, np.int64)
    counts = np.diff(columns["hh_first"][columns["hh_start"]])
    for place, path in enumerate(columns["anc"].tolist()):
        for above in {place, *path}:
            residents[above] += int(counts[place])
    minutes = np.zeros((n_places, n_levels + 1), np.int32)
    served = np.zeros((n_places, n_levels + 1), np.int64)
    slots = [rank for rank, level in enumerate(scenario.levels) if level.forum != "none"]
    for place in np.flatnonzero(columns["place_leaf"]).tolist():
        for column, rank in [*((r, r) for r in slots), (n_levels, columns["court_rank"])]:
            runs = columns["anc"][place, rank]
            served[runs, column] += counts[place]
            minutes[runs, column] = rng.choice((0, *[rng.randint(5, 120)] * 4, *[rng.randint(120, 1500)] * 5))
    if scenario.processes.docket:  # the courts of so few people would hardly see a suit of an organisation
        served[:, n_levels] *= 300
    return {
        "place_resident": residents,
        "place_registered": residents.copy(),
        "served_actual": served,
        "served_registered": served.copy(),
        "minutes": minutes,
    }
