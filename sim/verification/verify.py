"""Decides a check: look, weigh, and look at twice as much while neither side has won."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sim.verification.check import Check, Looked
from sim.verification.weigh import ENOUGH

Verdict = Literal["holds", "fails", "undecided", "skipped"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Verified:
    """A check with its verdict and the last look (None where it was skipped for want of `missing`)."""

    check: Check
    verdict: Verdict
    looked: Looked | None
    missing: tuple[str, ...] = ()


def verdict_of(weight: float) -> Verdict:
    """Return which side has won at this weight."""
    if weight >= ENOUGH:
        return "holds"
    return "fails" if weight <= -ENOUGH else "undecided"


def verify(check: Check, *, slow: bool = False) -> Verified:
    """Carry one check to its verdict; `undecided` at its largest size is no pass."""
    missing = tuple(name for name in check.needs if importlib.util.find_spec(name) is None)
    if missing:
        return Verified(check=check, verdict="skipped", looked=None, missing=missing)
    for size in _sizes(check, slow=slow):
        looked = check.look(size)
        verdict = verdict_of(looked.weight)
        if verdict != "undecided":
            break
    return Verified(check=check, verdict=verdict, looked=looked)


def _sizes(check: Check, *, slow: bool) -> Iterator[int]:
    size = check.slow if slow else check.size
    most = max(check.most, size)
    yield size
    while 2 * size <= most:
        size *= 2
        yield size
