"""Decides how the runs behind a page of evidence are made and kept: one small file a variant, with a row a seed.

A variant is a scenario, what is changed in it, and an arm. Every run goes from its own starting stocks through its own
burn-in, so that what a process does to the stocks is in the figures too; draws are keyed, so that seeds pair. Rows are
kept in `out/evidence` under a hash of the sources, the scenario and the arm: a command that was stopped goes on where
it was, and after a change of any source everything is run anew.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
KEPT: Final = ROOT / "out" / "evidence"
SOCIETY: Final = "fengqiao_town"
BURN_IN: Final = 1095
"""Days; longer than the default, since a process that is switched has not shaped the starting stocks."""

SEEDS: Final = 24
Row = dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One society under one arm. `scenario`: a name of the library or a file of the project, as from its folder."""

    scenario: str = SOCIETY
    changed: Mapping[str, Any] = field(default_factory=dict)
    arm: str = "baseline"


def rows_of(variant: Variant, seeds: Sequence[int], taken: Callable[[Any, str], Row]) -> list[Row]:
    """Return one row of figures a seed, from the kept ones or from runs; `taken` makes it of records and a digest."""
    loaded = _loaded(variant)
    path = KEPT / f"{_key(loaded, variant.arm, taken.__module__)}.json"
    kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    for seed in seeds:
        if str(seed) not in kept:
            kept[str(seed)] = _to_json(taken(*_run(loaded, variant.arm, seed)))
            _write(path, kept)
    return [_from_json(kept[str(seed)]) for seed in seeds]


def row_of(variant: Variant, seed: int, taken: Callable[[Any, str], Row]) -> Row:
    """Return the figures of one seed, run now and kept nowhere."""
    return taken(*_run(_loaded(variant), variant.arm, seed))


def scenario_of(name: str) -> str:
    """Return what to load a scenario by: files of the project lie below its folder."""
    return str(ROOT / name) if name.endswith(".toml") else name


def say(text: str) -> None:
    """Tell how far a command is, beside its output."""
    sys.stderr.write(f"{text}\n")


def _loaded(variant: Variant) -> Any:
    from sim.scenario import load_scenario

    given = {"time.burn_in": BURN_IN, "time.burn_in_max": 7_300, "overloaded": "allowed", **variant.changed}
    return load_scenario(scenario_of(variant.scenario), given)


def _run(scenario: Any, arm: str, seed: int) -> tuple[Any, str]:
    from sim.engine.run import Run
    from sim.policies import parse_arm
    from sim.records import take_records

    run = Run(scenario, _world(scenario), parse_arm(arm).policies, seed=seed)
    run.advance(run.horizon)
    return take_records(run), run.digest


_worlds: dict[str, Any] = {}


def _world(scenario: Any) -> Any:
    """Return the world of a scenario; only the last one is held."""
    from sim.world import build_world

    if scenario.fingerprint not in _worlds:
        _worlds.clear()
        _worlds[scenario.fingerprint] = build_world(scenario)
    return _worlds[scenario.fingerprint]


def _key(scenario: Any, arm: str, taken_in: str) -> str:
    text = "\0".join((_sources(taken_in), scenario.fingerprint, arm))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


@cache
def _sources(taken_in: str) -> str:
    """Return the hash of everything that a figure may depend on which the module `taken_in` takes."""
    digest = hashlib.sha256(taken_in.encode())
    own = {Path(__file__), Path(__file__).with_name("taken.py"), Path(str(sys.modules[taken_in].__file__))}
    for path in sorted({*(ROOT / "sim").rglob("*.py"), *own}):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _to_json(row: Row) -> dict[str, float | None]:
    return {name: value if math.isfinite(value) else None for name, value in row.items()}


def _from_json(row: Mapping[str, float | None]) -> Row:
    return {name: float("nan") if value is None else value for name, value in row.items()}


def _write(path: Path, kept: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(kept), encoding="utf-8")
    part.replace(path)
