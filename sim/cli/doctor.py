"""`fengqiao doctor`: whether this installation can work, in a report that may be shown to anybody.

No path of a person stands in it: folders appear by role, a home folder as ~.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Final, Literal

from sim.cli.console import out, print_json
from sim.cli.language import language, say
from sim.cli.options import json_option
from sim.names import MODEL_VERSION

State = Literal["ok", "note", "fault"]

NEEDED: Final = ("mesa", "networkx", "numba", "numpy", "platformdirs", "pydantic", "rich", "typer")
OPTIONAL: Final = {
    "matplotlib": "figures",
    "duckdb": "export",
    "pandas": "export",
    "scipy": "verify",
    "ciw": "verify",
    "simpy": "verify",
}
"""Libraries beside the core, and the extra that brings each; a test holds them beside `pyproject.toml`."""
LEAST_MEMORY_GIB: Final = 2.0
"""Below this a county at full size is not comfortable (benchmarks: peak of one run and of two workers)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One line of the report."""

    what: str
    state: State
    found: str


def doctor(json: Annotated[bool, json_option()] = False) -> int:
    """Report; exit code 1 where something must be repaired."""
    findings = list(_findings())
    if json:
        print_json([asdict(one) for one in findings])
    else:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, show_header=False)
        styles = {"ok": "green", "note": "yellow", "fault": "bold red"}
        for one in findings:
            table.add_row(f"[{styles[one.state]}]{say(f'doctor.{one.state}')}[/]", one.what, one.found)
        out().print(table)
    return 1 if any(one.state == "fault" for one in findings) else 0


def version_line() -> str:
    """Return program and model version in one line."""
    return say("version", program=_version("fengqiao") or say("doctor.not_installed"), model=MODEL_VERSION)


def _findings() -> Iterator[Finding]:
    folders = list(_folders())  # before the kernels, which look for a folder of their own where none can be written
    yield Finding(what="fengqiao", state="ok", found=version_line())
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Finding(what="Python", state="ok" if sys.version_info >= (3, 11) else "fault", found=system)
    for name in NEEDED:
        found = _version(name)
        yield Finding(what=name, state="ok" if found else "fault", found=found or say("doctor.missing"))
    for name, extra in OPTIONAL.items():
        found = _version(name)
        yield Finding(what=name, state="ok" if found else "note", found=found or say("doctor.optional", extra=extra))
    yield _kernels()
    yield from folders
    yield _fonts()
    yield _memory()
    yield _streams()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _kernels() -> Finding:
    from sim.studies.warm import kernels_are_kept

    what = say("doctor.kernels")
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0"):
        return Finding(what=what, state="note", found=say("doctor.jit_off"))
    return Finding(what=what, state="ok", found=say("doctor.compiled" if kernels_are_kept() else "doctor.not_compiled"))


def _folders() -> Iterator[Finding]:
    from sim.world.store import cache_folder

    for key, folder in (
        ("doctor.cache", cache_folder()),
        ("doctor.here", Path.cwd()),
        ("doctor.temporary", Path(tempfile.gettempdir())),
    ):
        writable = _writable(folder)
        space = say("doctor.space", gib=f"{_free(folder):.1f}")
        state: State = "ok" if writable else "note" if key == "doctor.cache" else "fault"
        yield Finding(
            what=say(key), state=state, found=f"{say('doctor.writable' if writable else 'doctor.unwritable')}, {space}"
        )


def _writable(folder: Path) -> bool:
    """Return whether a file can be made in the folder, or in the nearest one above it that exists."""
    try:
        with tempfile.TemporaryFile(dir=_existing(folder)):
            return True
    except OSError:  # a file in its way as well
        return False


def _free(folder: Path) -> float:
    return shutil.disk_usage(_existing(folder)).free / 2**30


def _existing(folder: Path) -> Path:
    return next((one for one in (folder, *folder.parents) if one.exists()), Path.cwd())


def _fonts() -> Finding:
    what = say("doctor.fonts")
    if not _version("matplotlib"):
        return Finding(what=what, state="note", found=say("doctor.no_figures"))
    from sim.figures.fonts import face

    chosen = face()
    found = chosen.families[0] if chosen.chinese else say("doctor.no_font")
    return Finding(what=what, state="ok" if chosen.chinese else "note", found=found)


def _memory() -> Finding:
    what = say("doctor.memory")
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (AttributeError, ValueError, OSError):
        return Finding(what=what, state="note", found=say("doctor.unknown"))
    from sim.studies.executor import cores

    state: State = "ok" if total >= LEAST_MEMORY_GIB else "note"
    return Finding(what=what, state=state, found=say("doctor.memory_found", gib=f"{total:.1f}", cores=cores()))


def _streams() -> Finding:
    encoding = (getattr(sys.stdout, "encoding", None) or "?").lower()
    state: State = "ok" if encoding.startswith(("utf", "gb")) else "note"
    return Finding(what=say("doctor.console"), state=state, found=f"{encoding}, --lang {language()}")
