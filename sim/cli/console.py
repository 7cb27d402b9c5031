"""Where words go: results to stdout, everything else to stderr, one JSON document if asked. No console can crash us.

A console may speak GBK, be a closed pipe, no terminal, or not there at all. What its encoding lacks becomes "?".
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from rich.console import Console

WIDE: Final = 110
"""Columns of a table that goes to a file or pipe (characters)."""
_SIGN: Final = r"[\u2e80-\u9fff\uff00-\uffef]"
_PIECE: Final = re.compile(rf"（?{_SIGN}[，。；：、）！？]*|（?[^\s\u2e80-\u9fff\uff00-\uffef]+[，。；：、）]*\s*|\s+")
"""What is never torn: a Chinese sign with the punctuation after it, or a word."""


def prepare_streams() -> None:
    """Let no stream that is missing, and no sign that a console cannot show, end the program."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us: `fengqiao ... >&-`
            setattr(sys, name, _nowhere())
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with contextlib.suppress(ValueError, OSError):
                reconfigure(errors="replace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def speaks_unicode() -> bool:
    """Return whether stdout can show every sign."""
    return (getattr(sys.stdout, "encoding", None) or "ascii").lower().startswith("utf")


def out() -> Console:
    """Return the console for results."""
    return _console(error=False)


def err() -> Console:
    """Return the console for progress, notes and errors."""
    return _console(error=True)


def _console(*, error: bool) -> Console:
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else int(os.environ.get("COLUMNS") or WIDE)
    return Console(file=stream, width=width, highlight=False, emoji=False, soft_wrap=error)


def note(text: str) -> None:
    """Say something that is no result, in one line on stderr. Where nobody can hear it, the exit code still tells."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(" ".join(text.split()) + "\n")
    let_go(sys.stderr)


def paragraph(console: Console, text: str, *, style: str | None = None) -> None:
    """Print a text in lines that fit, Chinese or English."""
    console.print("\n".join(broken(text, console.width)), style=style, markup=False)


def plainly(console: Console, text: str) -> None:
    """Print a line that holds names of files: neither broken nor read as markup."""
    console.print(text, markup=False, soft_wrap=True)


def broken(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns: at spaces, and between Chinese signs."""
    from rich.cells import cell_len

    done, line = [], ""
    for piece in _PIECE.findall(text):
        if line and cell_len((line + piece).rstrip()) > width:
            done.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*done, line.rstrip()]


def print_json(document: Any) -> None:
    """Write one JSON document to stdout and nothing else; not a number becomes null."""
    text = json.dumps(_plain(document), ensure_ascii=not speaks_unicode(), indent=1, allow_nan=False)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def close_quietly() -> None:
    """After a reader has gone: let nothing that is still buffered raise at exit."""
    for stream in (sys.stdout, sys.stderr):
        let_go(stream)


def let_go(stream: TextIO) -> None:
    """Write what is buffered; where nobody takes it, it goes nowhere, now and at exit (Python would end with 120)."""
    try:
        stream.flush()
    except (OSError, ValueError, AttributeError):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _plain(value: Any) -> Any:
    """Return `value` as JSON knows it; members of enums by name."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if hasattr(value, "item"):  # a number of NumPy
        return _plain(value.item())
    return str(value)
