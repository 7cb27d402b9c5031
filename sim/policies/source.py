"""A user's own policy: read from a .py file, kept with its source text, and every mistake in it told in one line."""

from __future__ import annotations

import difflib
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from sim.errors import PolicyError, complain
from sim.policies.base import Facts


@dataclass(frozen=True, kw_only=True, slots=True)
class UserSource:
    """The file of a user's own policy: its name without folder, and its whole text (a run folder stores both)."""

    file: str
    text: str


def is_user_name(name: str) -> bool:
    """Whether a policy's name means a file: `path/to/mine.py:ClassName`."""
    return name.endswith(".py") or ".py:" in name


def read_source(path: str) -> UserSource:
    """Read the file. Raises PolicyError where it is missing or not UTF-8 text."""
    try:
        return UserSource(file=Path(path).name, text=Path(path).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise PolicyError(complain(path, "file must be UTF-8 text", error.reason, "Save it as UTF-8")) from error
    except OSError as error:
        raise PolicyError(complain(path, "file must be readable", error.strerror, "Check the path")) from error


def load_class(source: UserSource, name: str) -> type[Any]:
    """Return class `name` of the file. Its code runs once per text. Raises PolicyError."""
    module_name = "fengqiao_policy_" + sha256(source.text.encode()).hexdigest()[:16]
    module = sys.modules.get(module_name)
    if module is None:
        module = ModuleType(module_name)
        module.__file__ = source.file
        sys.modules[module_name] = module  # dataclasses look their module up by name
        try:
            with told_in_one_line(source):
                exec(compile(source.text, source.file, "exec"), module.__dict__)  # noqa: S102 - the user's own code
        except PolicyError:
            del sys.modules[module_name]
            raise
    classes = [
        key for key, value in vars(module).items() if isinstance(value, type) and value.__module__ == module_name
    ]
    if name not in classes:
        near = difflib.get_close_matches(name, classes, n=1)
        repair = f"Did you mean {near[0]!r}" if near else f"Classes of the file: {', '.join(classes) or 'none'}"
        raise PolicyError(complain(source.file, "name after the colon must be a class of the file", repr(name), repair))
    found: type[Any] = getattr(module, name)
    if not isinstance(getattr(found, "facts", None), Facts):
        rule = f"{name}.facts must be a Facts(…)"
        got = type(getattr(found, "facts", None)).__name__
        raise PolicyError(complain(source.file, rule, got, "See docs/policies.md for an example"))
    return found


@contextmanager
def told_in_one_line(source: UserSource | None) -> Iterator[None]:
    """Turn whatever a user's code raises into one PolicyError with its line, and what it prints into remarks on stderr.

    The project's own code is left alone.
    """
    if source is None:
        yield
        return
    try:
        with redirect_stdout(sys.stderr):  # stdout is for results: one JSON document, if asked for
            yield
    except PolicyError as error:  # a rule of ours, broken by a line of theirs
        raise _placed(error, source) from error
    except (Exception, SystemExit) as error:
        where = f"{source.file}:{_line(error, source.file)}"
        got = f"{type(error).__name__}: {error}"
        raise PolicyError(
            complain(where, "a policy's code must run without error", got, "Correct that line")
        ) from error


def _line(error: BaseException, file: str) -> int:
    """Return the last line of the user's file that the error passed through; for a syntax error its own."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        return error.lineno
    return next(iter(_lines(error, file)), 1)


def _lines(error: BaseException, file: str) -> list[int]:
    """Return the lines of a file that an error passed through, the last first."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return [frame.lineno for frame in frames if frame.filename == file and frame.lineno is not None]


def _placed(error: PolicyError, source: UserSource) -> PolicyError:
    """Return the error with file and line before its text, unless it names the file already or never was in it."""
    lines = _lines(error, source.file)
    if not lines or str(error).startswith(source.file):
        return error
    return PolicyError(f"{source.file}:{lines[0]}: {error}")
