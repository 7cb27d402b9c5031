"""Importing Mesa through the door leaves the process as it was."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOOK = "import multiprocessing as mp; {first}; import sim.agents.door; print(mp.get_start_method(allow_none=True))"


@pytest.mark.parametrize(("first", "after"), [("pass", "None"), ('mp.set_start_method("forkserver")', "forkserver")])
def test_the_start_method_of_processes_stays_as_it_was(first: str, after: str) -> None:
    """Mesa 3.3 sets it to "spawn" by force: worker pools of whoever imports us would start in another way."""
    told = subprocess.run([sys.executable, "-c", LOOK.format(first=first)], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == after
