"""The tree of a scenario as columns, read from its place table. The rules of a tree and of its numbers stand beside it.

Populations that are not stated are spread later, by the world; here they are None.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from sim.scenario.fingerprint import digest_of
from sim.scenario.stated import check_stated, stated_population, urban_class
from sim.scenario.tables import Row, read_rows
from sim.scenario.tree import rows_above, tree_rows

REQUIRED: Final = ("code", "name", "level", "parent")
WRITTEN: Final = (*REQUIRED, "population", "urban_rural", "subtype", "name_en")


@dataclass(frozen=True, kw_only=True)
class PlaceTable:
    """The rows of a tree in the order of the file, as columns of equal length; the root is one of them.

    `urban_class` is the class read at a source, else the estimated one, else 0; `population` is residents as stated,
    or None; `lines` are line numbers of the file named `shown`; `above` holds (code, name, English name) of the rows
    over the root, nearest first.
    """

    code: tuple[str, ...]
    name_zh: tuple[str, ...]
    name_en: tuple[str, ...]
    level: tuple[str, ...]
    parent: tuple[str, ...]
    urban_class: tuple[int, ...]
    subtype: tuple[str, ...]
    virtual: tuple[bool, ...]
    population: tuple[int | None, ...]
    lines: tuple[int, ...]
    root: str
    shown: str
    above: tuple[tuple[str, str, str], ...]

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self.code)

    @cached_property
    def digest(self) -> str:
        """sha256 over what the tree says: not over line numbers, encoding, file name, or names above the root."""
        columns = (self.code, self.name_zh, self.name_en, self.level, self.parent, self.subtype)
        return digest_of([self.root, *columns, self.urban_class, self.population])

    def to_csv(self) -> str:
        """Return the tree as a CSV text from which the same tree, with the same digest, is read."""
        out = io.StringIO()
        table = csv.writer(out, lineterminator="\n")
        table.writerow(WRITTEN)
        for place, (code, name_zh, name_en) in enumerate(self.above):
            over = self.above[place + 1][0] if place + 1 < len(self.above) else ""
            table.writerow([code, name_zh, "", over, "", "", "", name_en])
        for row in range(len(self)):
            stated = self.population[row]
            table.writerow(
                [
                    self.code[row],
                    self.name_zh[row],
                    self.level[row],
                    self.parent[row],
                    "" if stated is None else stated,
                    self.urban_class[row] or "",
                    self.subtype[row],
                    self.name_en[row],
                ]
            )
        return out.getvalue()


def read_place_table(path: Path, shown: str, root: str, levels: tuple[str, ...]) -> PlaceTable:
    """Read the tree from `root` down; `levels` are the declared level ids, lowest first. Raises PlacesError."""
    rows = read_rows(path, shown, REQUIRED)
    table = _columns(tree_rows(rows, root, levels, shown), rows_above(rows, root), root, shown)
    check_stated(table.code, table.parent, table.virtual, table.population, table.lines, shown)
    return table


def _columns(tree: tuple[Row, ...], above: tuple[Row, ...], root: str, shown: str) -> PlaceTable:
    def column(name: str) -> tuple[str, ...]:
        return tuple(row.cells.get(name, "") for row in tree)

    names = [(row.cells["name"], row.cells.get("name_en") or row.cells["name"]) for row in tree]
    return PlaceTable(
        code=column("code"),
        name_zh=tuple(zh for zh, _ in names),
        name_en=tuple(en for _, en in names),
        level=column("level"),
        parent=column("parent"),
        urban_class=tuple(urban_class(row, shown) for row in tree),
        subtype=column("subtype"),
        virtual=tuple(subtype == "virtual" for subtype in column("subtype")),
        population=tuple(stated_population(row, shown) for row in tree),
        lines=tuple(row.line for row in tree),
        root=root,
        shown=shown,
        above=tuple((row.cells["code"], row.cells["name"], row.cells.get("name_en", "")) for row in above),
    )
