"""Claims about streams, in processes of their own: a console of any kind, or none, changes neither codes nor data."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli.app import main
from tests.cli.commands import COMMANDS, good

ROOT = Path(__file__).parents[2]
CODE = "import sys; from sim.cli.app import main; sys.exit(main())"
LONG = ("scenario show", "scenario schema", "explain", "indicators")
"""Commands that say much, each by another way: a table of Rich's, a document, a table of our own."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX descriptors")


def fengqiao(words: list[str], *, stdout: int, stderr: int, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with buffered streams, as users have them: PYTHONUNBUFFERED hides what fails at exit only."""
    env = {**os.environ, "COLUMNS": "100", **environ}
    env.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        [sys.executable, "-c", CODE, *words], cwd=ROOT, env=env, stdout=stdout, stderr=stderr, check=False
    )


@pytest.mark.parametrize("words", [*LONG, "--help", "--version"])
def test_a_reader_that_is_gone_is_no_error(words: str, compared: Path, tmp_path: Path) -> None:
    """`fengqiao ... | head -1` under `set -o pipefail` must not end a script. Here nobody reads from the beginning."""
    read, write = os.pipe()
    os.close(read)
    done = fengqiao(good(words, compared, tmp_path), stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_nobody_who_hears_the_line_changes_no_code() -> None:
    """A script whose log is gone or full still learns that the name was mistyped."""
    read, write = os.pipe()
    os.close(read)
    done = fengqiao(["compare", "zhuij"], stdout=subprocess.DEVNULL, stderr=write)
    os.close(write)
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a Linux notion")
@pytest.mark.parametrize("words", ["--version", "scenarios", "scenario schema"])
def test_a_full_disk_behind_stdout_is_one_line(words: str) -> None:
    """A short answer is written only at the end, when nobody looks any more."""
    with Path("/dev/full").open("wb") as full:
        done = fengqiao(words.split(), stdout=full.fileno(), stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0)])
def test_a_stream_that_is_not_there_is_no_error(closed: str, code: int) -> None:
    """Schedulers start programs without streams."""
    script = f'exec "$@" {closed}'
    words = ["sh", "-c", script, "sh", sys.executable, "-c", CODE, "scenarios"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert (b"zhuji" in done.stdout) == (closed == "2>&-")


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "scenario schema"])
def test_a_console_that_speaks_gbk_is_told_everything(
    command: str, compared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the console of a Chinese Windows: a sign that it lacks would show as a question mark."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="gbk") for name in ("stdout", "stderr")}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setattr("sim.figures.draw_comparison", lambda *_, **__: [])
    assert main([*good(command, compared, tmp_path), "--lang", "zh"]) == 0
    said = ""
    for stream in streams.values():
        stream.flush()
        said += stream.buffer.getvalue().decode("gbk")  # type: ignore[attr-defined]
    assert "?" not in said
    assert any("一" <= sign <= "龥" for sign in said)


def test_a_mistake_is_told_on_a_gbk_console(tmp_path: Path) -> None:
    """The user's own name of a file comes back, and whatever GBK lacks costs a sign, not a traceback."""
    words = ["scenario", "show", str(tmp_path / "我的县𠮷.toml")]
    done = fengqiao(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, PYTHONIOENCODING="gbk")
    assert done.returncode == 2
    assert done.stdout == b""
    assert "我的县?.toml" in done.stderr.decode("gbk")
    assert done.stderr.count(b"\n") == 1
