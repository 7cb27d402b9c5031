"""Runs one measurement in a process of its own, with a cache folder of its own, and brings back what it found.

A figure taken in a process that has done something else before is warm in ways nobody can name. What is measured is in
`jobs`; what is printed, in the scripts.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A cache folder in which measurements follow each other: kernels compiled by one are found by the next."""

    cache: Path

    def job(self, name: str, **given: Any) -> dict[str, Any]:
        """Do `benchmarks.jobs.<name>(**given)` in a fresh process; its findings, and the `process_seconds` it took.

        `module`: where else the job is; `environment`: what else is set.
        """
        environment = given.pop("environment", {})
        command = [sys.executable, "-m", given.pop("module", "benchmarks.jobs"), name, json.dumps(given)]
        began = time.perf_counter()
        done = self._run(command, environment)
        found: dict[str, Any] = json.loads(done.splitlines()[-1])
        return {**found, "process_seconds": time.perf_counter() - began}

    def command(self, *words: str) -> float:
        """Return the seconds that `fengqiao words` takes as a process."""
        return self.command_and_processor(*words)[0]

    def command_and_processor(self, *words: str) -> tuple[float, float]:
        """The same, and the seconds of processor of that process and all that it starts."""
        call = "import sys; from sim.cli.app import main; sys.exit(main(sys.argv[1:]))"
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        self._run([sys.executable, "-c", call, *words], {})
        waited, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        return waited, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def forget_worlds(self) -> None:
        """Drop the kept worlds, and keep the compiled kernels."""
        shutil.rmtree(self.cache / "worlds", ignore_errors=True)

    def _run(self, command: list[str], more: dict[str, str]) -> str:
        environment = {**os.environ, "FENGQIAO_CACHE_DIR": str(self.cache), "PYTHONPATH": str(ROOT), **more}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every command compiles our sources: half a second
        done = subprocess.run(  # noqa: S603 - our own Python, our own modules
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(command[2:])} failed with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout


@contextmanager
def cold_bench() -> Iterator[Bench]:
    """Yield a bench whose cache is empty, and remove it."""
    with tempfile.TemporaryDirectory(prefix="fengqiao-bench-") as folder:
        yield Bench(cache=Path(folder))


def progress(text: str) -> None:
    """Say on stderr what is being measured; stdout is the table."""
    sys.stderr.write(f"  {text} ...\n")
    sys.stderr.flush()
