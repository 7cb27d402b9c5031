"""What the documentation tests read: the files of the project, the Markdown among them, and the commands these show."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
SKIPPED: Final = {".git", ".venv", ".ci-venv", "__pycache__", "out", "runs", "build", "dist"}
READMES: Final = ("README.md", "README.zh.md")


@cache
def project_files() -> tuple[Path, ...]:
    """Return every file that a clone would hold, and new ones not ignored; outside a clone, every file there is."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode == 0:
        names = [name for name in done.stdout.decode("utf-8").split("\0") if name]
        return tuple(ROOT / name for name in sorted(set(names)) if (ROOT / name).is_file())
    found = (path for path in ROOT.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if not SKIPPED & set(path.relative_to(ROOT).parts)))


def texts() -> dict[str, str]:
    """Return name to content of every file that is text."""
    found = {}
    for path in project_files():
        try:
            found[str(path.relative_to(ROOT))] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
    return found


def markdown() -> dict[str, str]:
    """Return name to content of every page."""
    return {name: text for name, text in texts().items() if name.endswith(".md")}


def without_code(page: str) -> str:
    """Return a page without fenced blocks and code spans."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"```.*?```", "", page, flags=re.DOTALL))


def commands(page: str) -> list[str]:
    """Return every `fengqiao …` command line that a page shows, in fences and in code spans, without its shell."""
    fences = re.findall(r"```[a-z]*\n(.*?)```", page, flags=re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.DOTALL))
    lines = [line for fence in fences for line in fence.replace("\\\n", " ").splitlines()] + spans
    found = []
    for line in lines:
        for part in re.split(r"&&|;|\|(?=\s)", line):
            words = part.strip()
            shown = re.match(r"(?:\S*/bin/)?fengqiao\b(?P<rest>.*)", words)
            if shown and not words.startswith("fengqiao:"):
                found.append(shown["rest"].partition(" #")[0].strip())
    return [line for line in found if "…" not in line]
