"""Hears Numba compile: the own time of every kernel, without what it made others compile while it was typed."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any


def own_times(work: Callable[[], object]) -> dict[str, tuple[float, int]]:
    """Do `work` and return, by kernel, seconds of compiling and number of compiled bodies."""
    from numba.core import event

    heard: list[tuple[str, float, bool]] = []

    class Ear(event.Listener):
        def on_start(self, event: Any) -> None:
            heard.append((_name(event.data["dispatcher"]), time.perf_counter(), True))

        def on_end(self, event: Any) -> None:
            heard.append((_name(event.data["dispatcher"]), time.perf_counter(), False))

    with event.install_listener("numba:compile", Ear()):
        work()
    return _sorted_out(heard)


def _name(dispatcher: Any) -> str:
    body = dispatcher.py_func
    return f"{body.__module__.removeprefix('sim.')}.{body.__qualname__}"


def _sorted_out(heard: list[tuple[str, float, bool]]) -> dict[str, tuple[float, int]]:
    spent: dict[str, list[float]] = defaultdict(list)
    under_way: list[list[float]] = []  # when begun, and what was compiled inside since
    for name, when, is_start in heard:
        if is_start:
            under_way.append([when, 0.0])
            continue
        began, inside = under_way.pop()
        spent[name].append(when - began - inside)
        if under_way:
            under_way[-1][1] += when - began
    return {name: (sum(times), len(times)) for name, times in spent.items()}
