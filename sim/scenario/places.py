"""The tree of a scenario, read from its place table: which rows belong to it, and every rule that they must keep.

Populations that are not stated are spread later, by the world; here they are None.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, NoReturn

from sim.errors import PlacesError, complain
from sim.scenario.tables import Row, read_rows

REQUIRED: Final = ("code", "name", "level", "parent")
URBAN_CLASSES: Final = frozenset({0, 111, 112, 121, 122, 123, 210, 220})


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceTable:
    """The rows of a tree in the order of the file, as columns of equal length; the root is one of them.

    `urban_class` is the class read at a source, else the estimated one, else 0; `population` is residents as stated,
    or None; `lines` are line numbers of the file; `above` names the rows over the root, nearest first.
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
        return len(self.code)

    @property
    def digest(self) -> str:
        """sha256 over what the tree says: not over line numbers, encodings or the name of the file."""
        said = [getattr(self, field.name) for field in fields(self) if field.name not in ("lines", "shown", "above")]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def read_place_table(path: Path, shown: str, root: str, levels: tuple[str, ...]) -> PlaceTable:
    """Read the tree from `root` down; `levels` are the declared level ids, lowest first. Raises PlacesError."""
    rows = read_rows(path, shown, REQUIRED)
    by_code: dict[str, Row] = {}
    for row in rows:
        _add(by_code, row, shown)
    if root not in by_code:
        _no_root(root, by_code, shown)
    above = _path_up(by_code, root, shown)
    _check_parents(by_code, {root, *above}, shown)
    tree = _below(by_code, root)
    for row in tree:
        _check_level(row, by_code, root, levels, shown)
    if len(tree) < 2:
        _refuse(by_code[root], shown, f"the tree must hold a place below its root {root}", "none", "Add its places")
    table = _columns(tree, by_code, root, above, shown)
    _check_populations(table)
    return table


def _add(by_code: dict[str, Row], row: Row, shown: str) -> None:
    code = row.cells["code"]
    if not code:
        _refuse(row, shown, "code must not be empty", "an empty cell", "Give each place a code of its own")
    if "E+" in code.upper() and code.upper().replace("E+", "").replace(".", "").isdigit():
        _refuse(row, shown, "code must be written in full", code, "Format the column as text before saving the table")
    if code in by_code:
        got = f"{code} here and in line {by_code[code].line}"
        _refuse(row, shown, "each code must stand once", got, "Remove one of the two rows or give it its own code")
    by_code[code] = row


def _no_root(root: str, by_code: dict[str, Row], shown: str) -> NoReturn:
    near = difflib.get_close_matches(root, by_code, n=1)
    hint = f"Did you mean {near[0]}" if near else "Set root to the code of the highest place of the tree"
    raise PlacesError(complain(shown, f"the table must have a row for root {root!r}", "none", hint))


def _path_up(by_code: dict[str, Row], code: str, shown: str) -> tuple[str, ...]:
    path: list[str] = []
    parent = by_code[code].cells["parent"]
    while parent in by_code:
        if parent == code or parent in path:
            _cycle(by_code[code], code, by_code, shown)
        path.append(parent)
        parent = by_code[parent].cells["parent"]
    return tuple(path)


def _check_parents(by_code: dict[str, Row], free: set[str], shown: str) -> None:
    """Each row outside `free` (the root and the rows above it) must hang, at last, from one of them."""
    sound = set(free)
    for code in by_code:
        walked: list[str] = []
        here = code
        while here not in sound:
            if here in walked:
                _cycle(by_code[here], here, by_code, shown)
            walked.append(here)
            parent = by_code[here].cells["parent"]
            if parent not in by_code:
                near = difflib.get_close_matches(parent, by_code, n=1) if parent else []
                hint = f"Did you mean {near[0]}" if near else "Add a row for the parent, or remove this row"
                rule = f"the parent of {here} must be a code of the table"
                _refuse(by_code[here], shown, rule, parent or "an empty cell", hint)
            here = parent
        sound.update(walked)


def _cycle(row: Row, code: str, by_code: dict[str, Row], shown: str) -> NoReturn:
    ring, here = [code], by_code[code].cells["parent"]
    while here != code and len(ring) < 8:
        ring.append(here)
        here = by_code[here].cells["parent"]
    _refuse(row, shown, "parents must lead up to the root", " → ".join([*ring, here]), "Break the circle of parents")


def _below(by_code: dict[str, Row], root: str) -> tuple[Row, ...]:
    inside = {root: True}
    for code in by_code:
        walked: list[str] = []
        here = code
        while here in by_code and here not in inside:
            walked.append(here)
            here = by_code[here].cells["parent"]
        inside.update(dict.fromkeys(walked, inside.get(here, False)))
    return tuple(row for code, row in by_code.items() if inside[code])


def _check_level(row: Row, by_code: dict[str, Row], root: str, levels: tuple[str, ...], shown: str) -> None:
    code, level = row.cells["code"], row.cells["level"]
    if level not in levels:
        near = difflib.get_close_matches(level, levels, n=1)
        hint = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(levels)}, or declare it in levels"
        _refuse(row, shown, "level must be one that the scenario declares", repr(level), hint)
    if code == root:
        if level != levels[-1]:
            hint = f"Choose a root on level {levels[-1]!r}, or end levels with {level!r}"
            _refuse(row, shown, f"root {root} must stand on the top level {levels[-1]!r}", repr(level), hint)
        return
    over = by_code[row.cells["parent"]].cells["level"]
    if over in levels and levels.index(level) >= levels.index(over):
        rule = f"a place must be on a lower level than its parent (level {over!r})"
        _refuse(row, shown, rule, repr(level), "Correct level or parent of this row")


def _columns(tree: tuple[Row, ...], by_code: dict[str, Row], root: str, above: tuple[str, ...], shown: str) -> PlaceTable:
    def cell(row: Row, name: str) -> str:
        return row.cells.get(name, "")

    return PlaceTable(
        code=tuple(cell(row, "code") for row in tree),
        name_zh=tuple(cell(row, "name") for row in tree),
        name_en=tuple(cell(row, "name_en") or cell(row, "name") for row in tree),
        level=tuple(cell(row, "level") for row in tree),
        parent=tuple(cell(row, "parent") for row in tree),
        urban_class=tuple(_urban_class(row, shown) for row in tree),
        subtype=tuple(cell(row, "subtype") for row in tree),
        virtual=tuple(cell(row, "subtype") == "virtual" for row in tree),
        population=tuple(_population(row, shown) for row in tree),
        lines=tuple(row.line for row in tree),
        root=root,
        shown=shown,
        above=tuple((code, cell(by_code[code], "name"), cell(by_code[code], "name_en")) for code in above),
    )


def _urban_class(row: Row, shown: str) -> int:
    given = row.cells.get("urban_rural") or row.cells.get("urban_rural_est") or "0"
    if not given.isdecimal() or int(given) not in URBAN_CLASSES:
        rule = "urban_rural must be one of 111, 112, 121, 122, 123, 210, 220 or empty"
        _refuse(row, shown, rule, repr(given), "Correct the class or leave the cell empty")
    return int(given)


def _population(row: Row, shown: str) -> int | None:
    given = row.cells.get("population", "")
    if not given:
        return None
    digits = given.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()):
        _refuse(row, shown, "population must be a whole number of residents", repr(given), "Write digits only, or nothing")
    return int(given)


def _check_populations(table: PlaceTable) -> None:
    """A stated population is positive; only virtual units, and places with none but virtual units below, hold nobody."""
    below: dict[str, list[int]] = {}
    for row, parent in enumerate(table.parent):
        if table.code[row] != table.root:
            below.setdefault(parent, []).append(row)
    index = {code: row for row, code in enumerate(table.code)}
    nobody: dict[int, bool] = {}

    def empty(row: int) -> bool:
        if row not in nobody:
            children = below.get(table.code[row], [])
            nobody[row] = all(empty(child) for child in children) if children else table.virtual[row]
        return nobody[row]

    for row in index.values():
        stated, place = table.population[row], f"{table.shown}:{table.lines[row]}"
        if table.virtual[row] and below.get(table.code[row]):
            rule, got = "a virtual unit must have no place below it", f"{len(below[table.code[row]])} of them"
            raise PlacesError(complain(place, rule, got, "Correct subtype, or the parent of those places"))
        if stated is not None and empty(row) and stated != 0:
            raise PlacesError(complain(place, "a virtual unit must hold nobody", stated, "Leave the cell empty"))
        if stated is not None and not empty(row) and stated <= 0:
            raise PlacesError(
                complain(place, "a stated population must be 1 or more residents", stated,
                    "State it, leave the cell empty so that it is spread, or set subtype = virtual"))  # fmt: skip


def _refuse(row: Row, shown: str, rule: str, got: object, repair: str) -> NoReturn:
    raise PlacesError(complain(f"{shown}:{row.line}", rule, got, repair))
