"""What is known about the number of residents: totals with year, source and grade. Spreading them is the world's."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from sim.errors import PlacesError, complain
from sim.scenario.places import PlaceTable
from sim.scenario.quantity import Grade, Section, number, whole
from sim.scenario.tables import Row, read_rows

Measure = Literal[
    "census_resident", "census_urban", "resident", "urban_rate", "registered_hukou", "registered_hukou_rural"
]
MEASURES: Final[tuple[str, ...]] = (
    "census_resident",
    "census_urban",
    "resident",
    "urban_rate",
    "registered_hukou",
    "registered_hukou_rural",
)
OLDEST_YEAR: Final = 2015
"""Facts of earlier years are kept in the table and not used: units and borders have changed since."""


class KnownTotal(Section):
    """One fact about one place. `value` is persons, or a share for `urban_rate`."""

    code: str = Field(min_length=1)
    year: int = Field(ge=1900, le=2100)
    measure: Measure
    value: float = Field(ge=0, le=2e9, allow_inf_nan=False)
    source: str = Field(min_length=1)
    grade: Grade


class RegisteredFactors(Section):
    """Registered per actual resident for the place `code` and all below it; elsewhere `staff` says."""

    code: str = Field(min_length=1)
    rural: float = number(unit="registered per resident", low=0.2, high=5, source="TR", zh="乡村户籍系数", en="rural")
    urban: float = number(unit="registered per resident", low=0.1, high=5, source="TR", zh="城镇户籍系数", en="urban")
    source: str = Field(min_length=1)
    grade: Grade


class Population(Section):
    """The rule that fills missing populations, and the facts it must meet.

    `weights`: class weights of `world`, raked to `totals`, over the tree of `table` from `root` down. Where that is a
    wider tree than the scenario's own, its units keep the figures they have there.
    """

    rule: Literal["weights"] = "weights"
    year: int = whole(2020, unit="year", low=1980, high=2100, source="TP", zh="人口年份", en="year of the population")
    table: str | None = None
    root: str | None = None
    facts: str | None = None
    totals: tuple[KnownTotal, ...] = Field(default=(), strict=False)
    registered: tuple[RegisteredFactors, ...] = Field(default=(), strict=False)


def read_facts(path: Path, shown: str, codes: frozenset[str]) -> tuple[KnownTotal, ...]:
    """Return the usable facts about `codes`: a known measure, grade A or B, not older than OLDEST_YEAR."""
    rows = read_rows(path, shown, ("code", "year", "measure", "value", "source", "grade"))
    facts = []
    for row in rows:
        cells = row.cells
        usable = cells["code"] in codes and cells["measure"] in MEASURES and cells["grade"] in ("A", "B")
        if usable and _number(row, "year", shown) >= OLDEST_YEAR:
            facts.append(
                KnownTotal(
                    code=cells["code"],
                    year=int(_number(row, "year", shown)),
                    measure=cells["measure"],  # type: ignore[arg-type]
                    value=_number(row, "value", shown),
                    source=cells["source"],
                    grade=cells["grade"],  # type: ignore[arg-type]
                )
            )
    return tuple(facts)


def _number(row: Row, name: str, shown: str) -> float:
    text = row.cells[name]
    if not text.replace(".", "", 1).isdecimal():
        place = f"{shown}:{row.line}"
        raise PlacesError(complain(place, f"{name} must be a number, 0 or more", repr(text), "Write digits only"))
    return float(text)


def check_cut(tree: PlaceTable, wider: PlaceTable) -> None:
    """Check that each place of a tree stands in the wider one that its figures are cut from. Raises PlacesError."""
    known = set(wider.code)
    for code, line in zip(tree.code, tree.lines, strict=True):
        if code not in known:
            rule = f"a place must stand in population.table ({wider.shown}) too"
            repair = "Add it there, or remove population.table"
            raise PlacesError(complain(f"{tree.shown}:{line}", rule, code, repair))


def check_known(population: Population, tree: PlaceTable) -> None:
    """Check that each unit's residents are stated, or can be spread from a total at or above it. Raises PlacesError."""
    parents = set(tree.parent)
    row_of = {code: row for row, code in enumerate(tree.code)}
    totals = {fact.code for fact in population.totals if fact.measure in ("census_resident", "resident")}
    known = {code for row, code in enumerate(tree.code) if tree.population[row] is not None or code in totals}
    for row, code in enumerate(tree.code):
        here = code
        while here in row_of and here not in known:
            here = tree.parent[row_of[here]]
        if code not in parents and not tree.virtual[row] and here not in row_of:
            rule = f"the residents of {code} must be stated, or a total be known for it or a place above it"
            repair = f"Fill the column population, or add a total for {tree.root} to population.totals"
            raise PlacesError(complain(f"{tree.shown}:{tree.lines[row]}", rule, "neither", repair))
