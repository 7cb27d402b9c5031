"""Who is told how far a study is: model days done of all, and what is done once. Says nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def _nobody(*_: Any) -> None:
    """Hear nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """Functions to be called. A study works the same whoever watches.

    `progress(stage, done, all)` in model days of the whole study, several times a second; stages are "burn-in", "arms".
    `compiling()` before kernels are compiled, `building()` before a world is built or mapped, `longer(days, more,
    series)` before a burn-in of `days` that has not settled in `series` is run anew with `more`.
    """

    progress: Callable[[str, int, int], None] = _nobody
    compiling: Callable[[], None] = _nobody
    building: Callable[[], None] = _nobody
    longer: Callable[[int, int, tuple[str, ...]], None] = _nobody


class Account:
    """Adds up the days of the stages of one study for its watch."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._stage = ""
        self._before = 0  # days of the stages that are over
        self._length = 0  # days of this one
        self._total = 1

    def stage(self, name: str, days: int, left: int) -> None:
        """Begin a stage of `days` model days, with `left` days to be done from its beginning on."""
        self._before += self._length
        self._stage, self._length, self._total = name, days, max(1, self._before + left)
        self.hear(0)

    def hear(self, days: int) -> None:
        """Take note that this stage has done `days` days so far."""
        self._watch.progress(self._stage, self._before + min(days, self._length), self._total)
