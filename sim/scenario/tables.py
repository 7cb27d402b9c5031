"""How a CSV table becomes rows with line numbers, whatever its encoding. What the columns mean is decided elsewhere."""

from __future__ import annotations

import csv
import difflib
import io
from dataclasses import dataclass
from pathlib import Path

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
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader, [])]
    for name in required:
        if name not in header:
            near = difflib.get_close_matches(name, header, n=1)
            hint = f"Rename column {near[0]!r} to {name!r}" if near else f"Add a column {name!r} to the first line"
            raise PlacesError(complain(f"{shown}:1", f"the table must have a column {name!r}", _brief(header), hint))
    twice = {name for name in header if name and header.count(name) > 1}
    if twice:
        got = f"{sorted(twice)[0]!r} twice"
        raise PlacesError(complain(f"{shown}:1", "column names must differ", got, "Rename or remove one of them"))
    rows = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            rule = f"a row must have {len(header)} cells like the first line"
            raise PlacesError(
                complain(f"{shown}:{reader.line_num}", rule, len(cells), "Check the commas and quotes of this row")
            )
        values = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        rows.append(Row(line=reader.line_num, cells=values))
    return tuple(rows)


def _decode(path: Path, shown: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as reason:
        rule = "the table must be a readable file"
        raise PlacesError(
            complain(shown, rule, reason.strerror or "an error", "Check the path; it counts from the scenario's folder")
        ) from None
    if b"\x00" not in raw:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
    rule = "the table must be CSV text in UTF-8 or GB18030"
    raise PlacesError(complain(shown, rule, "bytes that are neither", "Save it as 'CSV UTF-8'"))


def _brief(names: list[str]) -> str:
    return ", ".join(names) if any(names) else "an empty line"
