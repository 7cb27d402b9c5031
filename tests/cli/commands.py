"""Every command once, as the tests of the command line call it: words that succeed, words that are a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sim.cli.app import build
from sim.verification import checks

AT_ONCE: Final = ("--set", "time.burn_in=0", "--set", "time.burn_in_max=0")
"""No burn-in: runs of milliseconds."""

COMMANDS: Final = (
    "compare",
    "diff",
    "doctor",
    "events",
    "explain",
    "indicators",
    "run",
    "scenario check",
    "scenario schema",
    "scenario show",
    "scenarios",
    "verify",
)


def all_commands(tree: Any = None, above: str = "") -> Iterator[str]:
    """Yield the name of every command that the program has."""
    for name, command in (tree or build()).commands.items():
        if hasattr(command, "commands"):
            yield from all_commands(command, f"{above}{name} ")
        else:
            yield f"{above}{name}"


def good(command: str, compared: Path, place: Path) -> list[str]:
    """Return words with which the command succeeds; what it writes goes below `place`."""
    runs = [str(compared / "runs" / arm / "seed-1") for arm in ("0-baseline", "1-keep_in_village")]
    more = {
        "compare": ("classroom", "--policies", "keep_in_village", "--seeds", "1", *AT_ONCE, "--out", str(place / "c")),
        "diff": tuple(runs),
        "events": (str(compared), "--out", str(place / "events.csv")),
        "explain": (str(compared), "--seed", "1", "--workers", "1"),
        "indicators": (str(compared),),
        "run": ("classroom", *AT_ONCE, "--out", str(place / "r")),
        "scenario check": ("classroom", "--no-load"),
        "scenario show": ("classroom",),
        "verify": _quick_room(),
    }
    return [*command.split(), *more.get(command, ())]


def _quick_room() -> tuple[str, ...]:
    """Checks of draws are arithmetic: the quickest there are. Without them all there are."""
    return ("--room", "draws") if any(check.room == "draws" for check in checks()) else ()


def mistaken(command: str, compared: Path) -> list[str]:
    """Return words that are a mistake of the user's, found as late as the command can find one."""
    more = {
        "compare": ("classroom", "--policies", "keep_in_village(targets=999)", *AT_ONCE),
        "diff": (str(compared), str(compared)),
        "doctor": ("me",),
        "events": (str(compared), "--out", "events.xlsx"),
        "explain": (str(compared), "--workers", "0"),
        "indicators": (str(compared), "--seeds", "2"),
        "run": ("classroom", "--seed", "-1", *AT_ONCE),
        "scenario check": ("classroom", "--no-load", "--set", "settle.tie=7"),
        "scenario schema": ("classroom",),
        "scenario show": ("classroom", "--section", "clam"),
        "scenarios": ("--lang", "fr"),
        "verify": ("--room", "nowhere"),
    }
    return [*command.split(), *more[command]]
