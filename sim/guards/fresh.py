"""Decides whether a kept result of a guard still speaks of what there is: by the fingerprint of all that it hangs on.

It hangs on the scenario as resolved, the source of the system, the version of the model, and how the guard looks. The
sources of the engine are not in it: what changes a history raises the version of the model (CONTRIBUTING).
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sim.names import MODEL_VERSION
from sim.policies.registry import system_named

if TYPE_CHECKING:
    from sim.scenario import Scenario

CONTRACT: Final = ("sim.policies.base", "sim.policies.context", "sim.policies.registry")
"""Modules of the room that say what a policy may be, not what one does; they change with every new one."""

Print = dict[str, str]
"""A fingerprint by part, so that what has changed can be named."""


def fingerprint(scenario: Scenario, system: str, asked: str) -> Print:
    """Return the fingerprint of a result: `asked` says how many seeds, sets and days, and by which margins."""
    return {
        "model_version": str(MODEL_VERSION),
        "scenario": scenario.fingerprint,
        "policy": policy_source(system),
        "asked": asked,
    }


def stale(kept: Print, now: Print) -> tuple[str, ...]:
    """Return the parts that differ, none where the result is fresh."""
    return tuple(name for name in now if kept.get(name) != now[name])


def policy_source(system: str) -> str:
    """Return the hash of a system's source and of the modules of its room that it leans on."""
    digest = hashlib.sha256()
    for name in sorted(_modules(system_named(system).__module__)):
        digest.update(name.encode() + b"\0" + _path(name).read_bytes() + b"\0")
    return digest.hexdigest()


def _modules(name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here in found or here in CONTRACT or not here.startswith("sim.policies."):
            continue
        found.add(here)
        tree = ast.parse(_path(here).read_text("utf-8"))
        waiting += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return found


def _path(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin)
