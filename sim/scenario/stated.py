"""Numbers that a place table states: residents and urban class, and the rules that stated residents must keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sim.errors import PlacesError, complain
from sim.scenario.tables import Row, refuse_row

URBAN_CLASSES: Final = frozenset({111, 112, 121, 122, 123, 210, 220})
_MAX_RESIDENTS: Final = 2_000_000_000


def urban_class(row: Row, shown: str) -> int:
    """Return the class read at a source (`urban_rural`), else the estimated one, else 0."""
    given = row.cells.get("urban_rural") or row.cells.get("urban_rural_est") or ""
    if given and not (given.isdecimal() and int(given) in URBAN_CLASSES):
        rule = f"urban_rural must be one of {', '.join(map(str, sorted(URBAN_CLASSES)))} or empty"
        refuse_row(row, shown, rule, repr(given), "Correct the class or leave the cell empty")
    return int(given or 0)


def stated_population(row: Row, shown: str) -> int | None:
    """Return the residents that a row states, or None."""
    given = row.cells.get("population", "")
    if not given:
        return None
    digits = given.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or int(digits) > _MAX_RESIDENTS:
        rule = "population must be a whole number of residents"
        refuse_row(row, shown, rule, repr(given), "Write digits only, without separators, or leave the cell empty")
    return int(given)


def check_stated(
    code: Sequence[str],
    parent: Sequence[str],
    virtual: Sequence[bool],
    population: Sequence[int | None],
    lines: Sequence[int],
    shown: str,
) -> None:
    """Check the residents stated in the columns of a tree (equal lengths). Raises PlacesError.

    Each is 1 or more; only virtual units, and places with none but virtual units below, may state 0. A place may not
    state less than the places below it, nor anything else than their sum once all of them state theirs.
    """
    row_of = {name: row for row, name in enumerate(code)}
    below: list[list[int]] = [[] for _ in code]
    for row, name in enumerate(parent):
        if name in row_of:
            below[row_of[name]].append(row)

    def visit(row: int) -> _Stated:
        parts = [visit(child) for child in below[row]]
        if virtual[row] and parts:
            rule = "a virtual unit must have no place below it"
            raise PlacesError(
                complain(f"{shown}:{lines[row]}", rule, len(parts), "Correct subtype, or the parent of those places")
            )
        return _agree(population[row], parts, virtual[row], f"{shown}:{lines[row]}")

    for row, name in enumerate(parent):
        if name not in row_of:
            visit(row)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stated:
    """Residents stated at or below a place, whether that is everyone there, and whether nobody can live there."""

    total: int
    complete: bool
    nobody: bool


def _agree(own: int | None, parts: list[_Stated], virtual: bool, place: str) -> _Stated:
    total = sum(part.total for part in parts)
    complete = bool(parts) and all(part.complete for part in parts)
    nobody = all(part.nobody for part in parts) if parts else virtual
    if nobody:
        if own:
            rule, repair = "a virtual unit must hold nobody", "Leave the cell empty, or correct subtype"
            raise PlacesError(complain(place, rule, own, repair))
        return _Stated(total=0, complete=True, nobody=True)
    if own is None:
        return _Stated(total=total, complete=complete, nobody=False)
    if own <= 0:
        rule = "a stated population must be 1 or more residents"
        repair = "State it, leave the cell empty so that it is spread, or set subtype to virtual"
        raise PlacesError(complain(place, rule, own, repair))
    if total > own or (complete and total != own):
        rule = f"a stated population must agree with those stated below it ({total})"
        raise PlacesError(complain(place, rule, own, "Correct one of them or leave this cell empty"))
    return _Stated(total=own, complete=True, nobody=False)
