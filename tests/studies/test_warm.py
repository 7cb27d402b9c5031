"""Claims about compiling: it is announced once, done once, and nobody waits for it twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.jit import JIT
from sim.studies.warm import kernels_are_kept, warm

ROOT = Path(__file__).parents[2]


def test_what_is_kept_is_not_announced() -> None:
    """A message at every start teaches people not to read messages."""
    warm()
    said: list[str] = []
    assert warm(lambda: said.append("compiling")) is False
    assert said == []


def test_an_empty_cache_is_seen(tmp_path: Path) -> None:
    """Two workers that find nothing would compile everything twice, at the same time, in silence."""
    code = "import sys; from sim.studies.warm import kernels_are_kept as k; print(k(), 'numba' in sys.modules)"
    environ = {"FENGQIAO_CACHE_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_what_is_compiled_beside_is_what_is_run() -> None:
    """A kernel compiled for other types would lie in the cache, unread, and be compiled once more in every process."""
    code = """
from sim.studies import warm
warm.compile_middle()
from sim.engine.day import run_days
before = len(run_days.overloads)
from sim.engine.run import Run
from sim.scenario import load_scenario
from sim.world import build_world
scenario = load_scenario("classroom")
run = Run(scenario, build_world(scenario, cache=False), seed=1, burn_in=2)
run.advance(2)
print(before, len(run_days.overloads))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]


@pytest.mark.slow
@pytest.mark.skipif(not JIT, reason="nothing is compiled")
def test_once_warm_nothing_more_is_compiled(tmp_path: Path) -> None:
    """A society that grows, in a later command, would compile what was forgotten; so would each of its workers."""
    code = """
from sim.studies.warm import warm
warm()
from numba.core import event
from sim.engine.run import Run
from sim.scenario import load_scenario
from sim.world import build_world
scenario = load_scenario("fengqiao_town")
with event.install_recorder("numba:compile") as heard:
    Run(scenario, build_world(scenario, cache=False), seed=1).advance(400)
print(len(heard.buffer))
"""
    environ = os.environ | {"FENGQIAO_CACHE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0"]


def test_without_the_jit_there_is_nothing_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    """The suite runs once that way."""
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    assert kernels_are_kept()
