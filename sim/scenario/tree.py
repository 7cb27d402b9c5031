"""Which rows of a place table form the tree of a scenario, and the rules that codes, parents and levels must keep."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from sim.errors import PlacesError, complain
from sim.scenario.tables import Row, refuse_row

Index = Mapping[str, Row]


def tree_rows(rows: tuple[Row, ...], root: str, levels: tuple[str, ...], shown: str) -> tuple[Row, ...]:
    """Return the rows from `root` down in the order of the file.

    Raises PlacesError for an empty, damaged or duplicate code, a missing root, an orphan, a circle of parents, a level
    that is not declared (`levels`, lowest first), a root below the top level, or a place not below its parent's level.
    """
    index = _index(rows, shown)
    if root not in index:
        hint = _near(root, index) or "Set root to the code of the highest place of the tree"
        raise PlacesError(complain(shown, f"the table must have a row for root {root!r}", "none", hint))
    _check_parents(index, root, shown)
    tree = _below(index, root)
    for row in tree:
        _check_level(row, index, root, levels, shown)
    if len(tree) < 2:
        refuse_row(index[root], shown, f"the tree must hold a place below its root {root}", "none", "Add its places")
    return tree


def rows_above(rows: tuple[Row, ...], root: str) -> tuple[Row, ...]:
    """Return the rows over the root, nearest first; they give names only. The table must have passed `tree_rows`."""
    index = {row.cells["code"]: row for row in rows}
    above: list[Row] = []
    parent = index[root].cells["parent"]
    while parent in index:
        above.append(index[parent])
        parent = index[parent].cells["parent"]
    return tuple(above)


def _index(rows: tuple[Row, ...], shown: str) -> Index:
    index: dict[str, Row] = {}
    for row in rows:
        code = row.cells["code"]
        if not code:
            refuse_row(row, shown, "code must not be empty", "an empty cell", "Give each place a code of its own")
        if "E+" in code.upper() and code.upper().replace("E+", "").replace(".", "").isdigit():
            refuse_row(row, shown, "code must be written in full", code, "Format the column as text, then save again")
        if not row.cells["name"]:
            refuse_row(row, shown, "name must not be empty", "an empty cell", "Give the place a name")
        if code in index:
            got = f"{code} here and in line {index[code].line}"
            refuse_row(row, shown, "each code must stand once", got, "Remove one row or give it its own code")
        index[code] = row
    return index


def _check_parents(index: Index, root: str, shown: str) -> None:
    """From the root a path may leave the table; every other row must reach the root or a row above it."""
    sound = set(_climb(index, root, set(), shown))
    for code in index:
        walked = _climb(index, code, sound, shown)
        last = index[walked[-1]].cells["parent"] if walked else ""
        if walked and last not in sound:
            rule = f"the parent of {walked[-1]} must be a code of the table"
            hint = _near(last, index) or (
                "Add a row for the parent" if last else "Write the code of the place above it"
            )
            refuse_row(index[walked[-1]], shown, rule, last or "an empty cell", hint)
        sound.update(walked)


def _climb(index: Index, code: str, sound: set[str], shown: str) -> list[str]:
    """Return the codes from `code` up to, not including, one that is sound or not in the table."""
    walked: list[str] = []
    here = code
    while here in index and here not in sound:
        if here in walked:
            ring = [*walked[walked.index(here) :], here]
            got = " → ".join(ring if len(ring) < 8 else [*ring[:6], "…"])
            refuse_row(index[here], shown, "parents must lead up to the root", got, "Break the circle of parents")
        walked.append(here)
        here = index[here].cells["parent"]
    return walked


def _below(index: Index, root: str) -> tuple[Row, ...]:
    inside = {root: True}
    for code in index:
        walked: list[str] = []
        here = code
        while here in index and here not in inside:
            walked.append(here)
            here = index[here].cells["parent"]
        inside.update(dict.fromkeys(walked, inside.get(here, False)))
    return tuple(row for code, row in index.items() if inside[code])


def _check_level(row: Row, index: Index, root: str, levels: tuple[str, ...], shown: str) -> None:
    level = row.cells["level"]
    if level not in levels:
        hint = _near(level, levels) or f"Use one of {', '.join(levels)}, or declare it in levels"
        refuse_row(row, shown, "level must be one that the scenario declares", repr(level), hint)
    if row.cells["code"] == root:
        if level != levels[-1]:
            hint = f"Choose a root on level {levels[-1]!r}, or end levels with {level!r}"
            refuse_row(row, shown, f"root {root} must stand on the top level {levels[-1]!r}", repr(level), hint)
        return
    over = index[row.cells["parent"]].cells["level"]
    if over in levels and levels.index(level) >= levels.index(over):
        rule = f"a place must be on a lower level than its parent (level {over!r})"
        refuse_row(row, shown, rule, repr(level), "Correct level or parent of this row")


def _near(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1) if word else []
    return f"Did you mean {near[0]!r}" if near else ""
