"""How a CSV table becomes rows with line numbers, whatever its encoding. What the columns mean is decided elsewhere."""

from __future__ import annotations

import contextlib
import csv
import difflib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sim.errors import PlacesError, complain


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line of a table: its 1-based line number and its cells by column name, stripped."""

    line: int
    cells: dict[str, str]


def read_rows(path: Path, shown: str, required: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the rows of a CSV file in UTF-8 (with or without BOM) or GB18030, any line ends.

    `shown` names the file in messages. Raises PlacesError where the file is missing, is not text, lacks a required
    column, or has a row of another width.
    """
    text = _decode(path, shown)
    lines = _lines(text, shown)
    header = lines[0][1] if lines else []
    for name in required:
        if name not in header:
            near = difflib.get_close_matches(name, header, n=1)
            hint = f"Rename column {near[0]!r} to {name!r}" if near else f"Add a column {name!r} to the first line"
            raise PlacesError(complain(f"{shown}:1", f"the table must have a column {name!r}", _brief(header), hint))
    twice = [name for name in header if name and header.count(name) > 1]
    if twice:
        got = f"{twice[0]!r} twice"
        raise PlacesError(complain(f"{shown}:1", "column names must differ", got, "Rename or remove one of them"))
    rows = []
    for line, cells in lines[1:]:
        row = Row(line=line, cells=dict(zip(header, cells, strict=False)))
        if len(cells) != len(header):
            rule = f"a row must have {len(header)} cells like the first line"
            refuse_row(row, shown, rule, len(cells), "Check the commas and quotes of this row")
        rows.append(row)
    return tuple(rows)


def _lines(text: str, shown: str) -> list[tuple[int, list[str]]]:
    """Return the lines that are not blank, with their numbers and stripped cells."""
    reader = csv.reader(io.StringIO(text, newline=""))
    lines: list[tuple[int, list[str]]] = []
    try:
        for raw in reader:
            cells = [cell.strip() for cell in raw]
            if any(cells):
                lines.append((reader.line_num, cells))
    except csv.Error as reason:
        place = f"{shown}:{reader.line_num}"
        raise PlacesError(complain(place, "the table must be CSV", reason, "Check the quotes of this row")) from None
    return lines


def refuse_row(row: Row, shown: str, rule: str, got: object, repair: str) -> NoReturn:
    """Raise PlacesError for a row of the file named `shown`."""
    raise PlacesError(complain(f"{shown}:{row.line}", rule, got, repair))


def _decode(path: Path, shown: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as reason:
        rule = "the table must be a readable file"
        raise PlacesError(
            complain(shown, rule, reason.strerror or "an error", "Check the path; it counts from the scenario's folder")
        ) from None
    if b"\x00" not in raw:
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode("utf-8-sig")
        if not _is_damaged_utf8(raw):
            with contextlib.suppress(UnicodeDecodeError):
                return raw.decode("gb18030")
    rule = "the table must be CSV text in UTF-8 or GB18030"
    raise PlacesError(complain(shown, rule, "bytes that are neither", "Save it as 'CSV UTF-8'"))


def _is_damaged_utf8(raw: bytes) -> bool:
    """Tell a UTF-8 file with a few bad bytes, which GB18030 would read as other characters, from GB18030 text."""
    text = raw.decode("utf-8", errors="replace")
    foreign = [sign for sign in text if not sign.isascii()]
    return foreign.count("\ufffd") * 4 < len(foreign)


def _brief(names: list[str]) -> str:
    return ", ".join(names) if any(names) else "an empty line"
