"""In which line of a TOML text a key stands. Reads headers and keys only; it never judges the text."""

from __future__ import annotations

import re
from typing import Final

Path = tuple[str | int, ...]

_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=(.*)$""")
_PART: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.|$)""")


def line_of(text: str, path: Path) -> int | None:
    """Return the 1-based line of `path`, or of the nearest key or table above it; None if nothing of it is there."""
    best: tuple[int, int] | None = None
    for line, found in _keys(text):
        depth = _shared(found, path)
        if depth == len(found) and (best is None or depth > best[0]):
            best = (depth, line)
    return None if best is None else best[1]


def _keys(text: str) -> list[tuple[int, Path]]:
    keys: list[tuple[int, Path]] = []
    table: Path = ()
    counts: dict[Path, int] = {}
    closing: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if closing is not None:
            if closing in line:
                closing = None
            continue
        header = _HEADER.match(line)
        if header and "=" not in line.split("]")[0]:
            table = _parts(header.group(2))
            if header.group(1) == "[[":
                index = counts.get(table, 0)
                counts[table] = index + 1
                table = (*table, index)
            keys.append((number, table))
            continue
        key = _KEY.match(line)
        if key:
            keys.append((number, (*table, *_parts(key.group(1)))))
            closing = _opens(key.group(2))
    return keys


def _opens(value: str) -> str | None:
    for quote in ('"""', "'''"):
        if value.count(quote) == 1:
            return quote
    return None


def _parts(dotted: str) -> Path:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _shared(found: Path, path: Path) -> int:
    depth = 0
    for mine, theirs in zip(found, path, strict=False):
        if mine != theirs:
            break
        depth += 1
    return depth
