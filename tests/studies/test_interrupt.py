"""Claims about Ctrl-C in a real process: it ends soon, with its code, nobody left running, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds after which a hanging test fails."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def start(folder: Path, *, seeds: int = 60, json: bool = False) -> subprocess.Popen[bytes]:
    """Begin a comparison that takes a while, as a user would, in a process group of its own."""
    code = "import sys; from sim.cli.app import main; sys.exit(main())"
    words = ["compare", "classroom", "--policies", "keep_in_village", "--seeds", str(seeds), "--workers", "2"]
    options = ["--set", "time.burn_in=0", "--set", "time.burn_in_max=0", "--out", str(folder), "--lang", "en"]
    return subprocess.Popen(
        [sys.executable, "-c", code, *words, *options, *(["--json"] if json else [])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def wait_for(folder: Path, runs: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while len(list(folder.glob("runs/*/seed-*/manifest.json"))) < runs:
        assert process.poll() is None, process.communicate()[1].decode()
        assert time.monotonic() < end
        time.sleep(0.05)


def others_of_group(group: int) -> list[int]:
    """Return the living processes of a process group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


@pytest.mark.parametrize(
    ("send", "number"),
    [(os.killpg, signal.SIGINT), (os.kill, signal.SIGINT), (os.kill, signal.SIGTERM)],
    ids=["the terminal's Ctrl-C", "a signal to the parent", "a scheduler's end of time"],
)
def test_an_interrupt_leaves_whole_results_and_nobody_running(
    tmp_path: Path, send: Callable[[int, int], None], number: int
) -> None:
    """A study that cannot be stopped is killed, and then loses what it had."""
    folder = tmp_path / "out"
    with start(folder) as process:
        try:
            wait_for(folder, 8, process)
            send(process.pid, number)
            _, said = process.communicate(timeout=PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert said.decode().strip().endswith("Interrupted; whatever was written whole is there.")
    complete = json.loads((folder / "manifest.json").read_text("utf-8"))["complete_seeds"]
    assert len(complete) >= 1
    assert json.loads((folder / "results.json").read_text("utf-8"))["seeds"] == complete
    assert not [path for path in folder.rglob("*") if ".part" in path.name or ".scratch" in path.name]
    if Path("/proc/self/stat").exists():
        end = time.monotonic() + 5
        while others_of_group(process.pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert others_of_group(process.pid) == []


def test_an_interrupt_before_anything_is_whole_leaves_nothing(tmp_path: Path) -> None:
    """A folder that holds no result would be taken for one, and would be in the way of the next attempt."""
    folder = tmp_path / "new" / "out"
    with start(folder, seeds=2000) as process:
        try:
            end = time.monotonic() + PATIENCE
            while not (folder / ".scratch").exists():
                assert process.poll() is None
                assert time.monotonic() < end
                time.sleep(0.02)
            os.kill(process.pid, signal.SIGINT)
            said, remarks = process.communicate(timeout=PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 130
    assert said == b""
    assert remarks.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []
