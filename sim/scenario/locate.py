"""How a spot in a file is named in messages: which path, and in which line of a TOML text a key stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

KeyPath = tuple[str | int, ...]

_WORD: Final = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_HEADER: Final = re.compile(rf"^\s*(\[\[?)\s*({_WORD}(?:\s*\.\s*{_WORD})*)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(rf"^\s*({_WORD}(?:\s*\.\s*{_WORD})*)\s*=(.*)$")
_PART: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.|$)""")


def shown(path: str | Path) -> str:
    """Return how a path is written in messages: from the working folder if it lies inside, else its last two parts."""
    here = Path(path)
    try:
        return str(here.relative_to(Path.cwd()))
    except ValueError:
        return "/".join(here.parts[-2:])


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the 1-based line of the key, else of the first thing below it, else of the nearest table above it.

    None if nothing of it is there.
    """
    keys = _keys(text)
    for line, found in keys:
        if found[: len(path)] == path:
            return line
    above = [(len(found), -line) for line, found in keys if found == path[: len(found)]]
    return -max(above)[1] if above else None


def _keys(text: str) -> list[tuple[int, KeyPath]]:
    """Return every header and key with its line; what stands inside a multi-line string is no key."""
    keys: list[tuple[int, KeyPath]] = []
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    closing: str | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if closing is not None:
            if closing in line:
                closing = None
            continue
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header:
            table = _parts(header.group(2))
            if header.group(1) == "[[":
                counts[table] = counts.get(table, 0) + 1
                table = (*table, counts[table] - 1)
            keys.append((number, table))
        elif key:
            keys.append((number, (*table, *_parts(key.group(1)))))
            closing = _opens(key.group(2))
    return keys


def _opens(value: str) -> str | None:
    for quote in ('"""', "'''"):
        if value.count(quote) % 2 == 1:
            return quote
    return None


def _parts(dotted: str) -> KeyPath:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))
