"""Decides what a platform is called, and how the digests found on several of them are kept and shown."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, Final

from benchmarks.machine import processor
from docs.tables.markdown import markdown

Entry = Mapping[str, Any]
SHOWN: Final = 16
"""Hex digits of a digest that the page shows; the data hold all."""

NOT_TRIED: Final[dict[str, Callable[[dict[str, Any]], bool]]] = {
    "macOS": lambda one: one["system"] == "Darwin",
    "Windows": lambda one: one["system"] == "Windows",
    "a processor that is not x86-64 (ARM)": lambda one: one["architecture"] not in ("x86_64", "AMD64"),
    "an AMD processor": lambda one: "AMD" in one["processor"],
    "a C library other than glibc (musl)": lambda one: one["system"] == "Linux" and "glibc" not in one["libc"],
    "Python 3.12": lambda one: one["python"].startswith("3.12."),
    "Python 3.13": lambda one: one["python"].startswith("3.13."),
    "another numba than 0.68": lambda one: not one["numba"].startswith("0.68."),
    "NumPy before 2.4": lambda one: tuple(map(int, one["numpy"].split(".")[:2])) < (2, 4),
}
"""What a reader may ask for, and how an entry shows that it was tried."""

PAGE_TEXT: Final = """\
# One history on any machine

Written by `python -m benchmarks.evidence.digests`. The same scenario, policies and seed give the same events to the bit; a run's digest is the hash of all of them. On each platform below every run was made in four processes: compiled, with the JIT off, with every index checked, and with the newer instructions of the processor masked from the C library, NumPy and the compiler (as `.ci/run` masks them). A masked processor stands for an older one of the same make, and for nothing else.

{verdict}

{platforms}

{digests}

The whole digests are in [digests.json](digests.json). To add a platform, run the command on it: entries of other platforms stay, those about another version of the model or of its scenarios go.

## Not tried

{untried}
"""  # noqa: E501 - a paragraph of a page is one line


def this_platform() -> dict[str, str]:
    """Return what tells this platform from others: no name, no path, no address."""
    return {
        "processor": processor().partition(" (")[0],  # its speed may be another tomorrow
        "architecture": platform.machine(),
        "system": platform.system(),
        "libc": " ".join(platform.libc_ver()).strip(),
        "python": platform.python_version(),
        "numba": version("numba"),
        "numpy": version("numpy"),
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def added(entries: Sequence[Entry], entry: Entry) -> list[Entry]:
    """Return `entries` with this one.

    It joins what the same platform has found before; entries about another version of the model, or of its scenarios,
    are gone.
    """
    kept, before = [], {}
    for one in entries:
        if one["about"] != entry["about"]:
            continue
        if _name(one) == _name(entry):
            before = one["digests"]
        else:
            kept.append(one)
    return [*kept, {**entry, "digests": {**before, **entry["digests"]}}]


def _name(entry: Entry) -> dict[str, str]:
    return {key: value for key, value in entry["platform"].items() if key != "day"}


def platform_page(entries: Sequence[Entry]) -> str:
    """Return the page of all entries."""
    head = ["", "processor", "system", "C library", "Python", "numba", "NumPy", "day"]
    rows = [[number, *_cells(one["platform"])] for number, one in enumerate(entries, start=1)]
    conditions = list(dict.fromkeys(name for one in entries for name in one["digests"]))
    runs = list(dict.fromkeys(name for one in entries for found in one["digests"].values() for name in found))
    lines = [
        [run, number, *(_digest(one["digests"].get(name, {}).get(run, "")) for name in conditions)]
        for run in runs
        for number, one in enumerate(entries, start=1)
    ]
    return PAGE_TEXT.format(
        verdict=verdict(entries),
        platforms=markdown(head, rows),
        digests=markdown(["run", "platform", *conditions], lines),
        untried="\n".join(f"- {words}" for words in untried(entries)),
    )


def verdict(entries: Sequence[Entry]) -> str:
    """Say whether each run has one digest, everywhere and under every condition."""
    by_run: dict[str, set[str]] = {}
    for one in entries:
        for found in one["digests"].values():
            for run, digest in found.items():
                by_run.setdefault(run, set()).add(digest)
    apart = [run for run, found in by_run.items() if len(found) > 1]
    if not apart:
        platforms = f"{len(entries)} platform{'s' if len(entries) > 1 else ''}"
        return f"**Every run has one digest**: {len(by_run)} runs, {platforms}."
    return f"**Digests differ** for: {'; '.join(apart)}. The promise is broken there."


def untried(entries: Sequence[Entry]) -> list[str]:
    """Return in words what none of the entries is."""
    return [words for words, is_it in NOT_TRIED.items() if not any(is_it(one["platform"]) for one in entries)]


def _digest(whole: str) -> str:
    return f"`{whole[:SHOWN]}`" if whole else "not run"


def _cells(one: Mapping[str, str]) -> list[str]:
    system = f"{one['system']} {one['architecture']}"
    return [one["processor"], system, one["libc"], one["python"], one["numba"], one["numpy"], one["day"]]
