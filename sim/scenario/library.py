"""Where the library of scenarios lies and what is in it. A file with `abstract = true` is only there to be extended."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One scenario of the library."""

    id: str
    zh: str
    en: str
    levels: tuple[str, ...]
    path: Path


def library_folder() -> Path:
    """Return the folder of the library: inside an installed package, else the repository's `scenarios/`."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "library"
    return installed if installed.is_dir() else package.parent / "scenarios"


def scenario_names() -> tuple[str, ...]:
    """Return the names of the library's scenarios, sorted."""
    return tuple(entry.id for entry in catalogue())


def catalogue() -> tuple[Entry, ...]:
    """Return the library, sorted by name."""
    entries = []
    for path in sorted(library_folder().glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if data.get("abstract", False):
            continue
        title = data.get("title", {})
        levels = tuple(level if isinstance(level, str) else str(level["id"]) for level in data.get("levels", ()))
        entries.append(Entry(id=path.stem, zh=title.get("zh", ""), en=title.get("en", ""), levels=levels, path=path))
    return tuple(entries)
