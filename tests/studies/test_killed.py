"""Claims about a comparison whose workers are killed, in a real process: the same results, and nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.studies.small import small_comparison
from tests.studies.test_interrupt import PATIENCE, start, wait_for

SEEDS = 12
KILLS = 3

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="/proc is a Linux notion")


def workers_of(parent: int) -> list[int]:
    """Return the workers of a program: the living children of its children (of its fork server)."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    return [worker for child in children.get(parent, []) for worker in children.get(child, [])]


def kill_one(process: subprocess.Popen[bytes]) -> None:
    """Kill one worker, as the system does when memory runs out."""
    end = time.monotonic() + PATIENCE
    while not (found := workers_of(process.pid)):
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.01)
    os.kill(found[0], signal.SIGKILL)


@pytest.mark.slow
def test_killed_workers_change_no_result(tmp_path: Path) -> None:
    """The runs in flight are done again: the digests are those of a study that nobody disturbed."""
    folder = tmp_path / "out"
    with start(folder, seeds=SEEDS, json=True) as process:
        try:
            for kill in range(KILLS):
                wait_for(folder, 1 + 3 * kill, process)
                kill_one(process)
            said, remarks = process.communicate(timeout=PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 0, remarks.decode()
    assert json.loads(said)["seeds"] == list(range(1, SEEDS + 1))
    small_comparison(tmp_path / "calm", seeds=SEEDS, arms="baseline,keep_in_village")
    disturbed, calm = (json.loads((tmp_path / name / "manifest.json").read_text("utf-8")) for name in ("out", "calm"))
    assert disturbed["complete"] is True
    assert disturbed["runs"] == calm["runs"]
    assert (folder / "results.json").read_bytes() == (tmp_path / "calm" / "results.json").read_bytes()
    assert not [path for path in folder.rglob("*") if ".part" in path.name or ".scratch" in path.name]
