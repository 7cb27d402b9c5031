"""Small societies for tests of the engine: changed parameters, a state without disputes, tiny first columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest

from tests.twin.small import LEVEL_SETS, small_society
from tests.twin.strategies import BUSY, PRESETS

if TYPE_CHECKING:
    from sim.engine.run import Run
    from sim.engine.state import Columns

CROWDED = BUSY | PRESETS["blocked"] | PRESETS["hot"] | {"appraisal.w_u": 2.0, "appraisal.w_z": 3.0}
"""Everything at once: many grievances, blocking, spread, treatment."""
UNFOUND = {"processes.detection": False, "processes.padding": False}
"""Nothing is opened by a forum of its own accord, and no entry stands in the books without a case."""
STAYING = {"processes.turnover": False, "processes.volunteers": False, "processes.paperwork": False}
"""Whoever works at a forum stays, and all minutes go to sessions."""
SMALLEST = {
    "dispute": 1, "filing": 1, "cause": 1, "cause_slot": 2, "pressure": 2, "child": 1, "day": 1, "push": 1,
    "candidate": 1, "event": 1, "trace": 1, "feel": 1, "felt": 2,
}  # fmt: skip
"""First rows of the columns that grow, as few as there can be: growth then happens on almost every day."""


def society(seed: int = 3, changed: Mapping[str, Any] = CROWDED, **kind: Any) -> tuple[Any, Any]:
    """(scenario, world) made by hand: scarce minutes, missing tiers, households of one."""
    scenario, world = small_society(seed, kind.pop("levels", LEVEL_SETS[2]), changed, **kind)
    if changed:
        scenario._median = None  # a copy may carry over what was computed for other numbers
    return scenario, world


def run_of(pair: tuple[Any, Any], arm: str = "baseline", **options: Any) -> Run:
    """A run of an arm over (scenario, world)."""
    from sim.engine.run import Run
    from sim.policies import parse_arm

    return Run(*pair, parse_arm(arm).policies, **options)


def changed(pair: tuple[Any, Any], **sections: Mapping[str, Any]) -> tuple[Any, Any]:
    """The same world under other parameters: `changed(pair, claim={"wait": 0.0})`. Incidence is no part of a world."""
    scenario, world = pair
    parts = {name: getattr(scenario, name).model_copy(update=dict(values)) for name, values in sections.items()}
    copy = scenario.model_copy(update=parts)
    copy._median = None
    return copy, world


def blank_state(pair: tuple[Any, Any]) -> Columns:
    """The columns at tick 0 without starting stocks, for tests that fill them by hand."""
    from sim.engine.allocate import allocate
    from sim.engine.ground import ground_of
    from sim.levers import LeverBook

    scenario, world = pair
    return allocate(ground_of(scenario, world), LeverBook(scenario, world).values, 1, 400)


def start_smallest(patch: pytest.MonkeyPatch) -> None:
    """Let runs begin with the smallest columns there can be."""
    from sim.engine import state

    for axis, rows in SMALLEST.items():
        patch.setitem(state.GROWING, axis, rows)


def same_state(one: Run, other: Run) -> list[str]:
    """Names of the state columns that differ in what is used of them (room beyond it may differ)."""
    import numpy as np

    from sim.engine import marks
    from sim.engine.columns import COLUMNS

    used = {
        "dispute": marks.DISPUTES, "filing": marks.FILINGS, "cause": marks.CAUSES, "child": marks.CHILDREN,
    }  # fmt: skip
    differ = []
    for column in COLUMNS:
        if column.group != "state" or column.axis in ("cause_slot", "pressure"):
            continue
        a, b = getattr(one.state, column.name), getattr(other.state, column.name)
        if column.axis in used:
            a, b = a[: int(one.state.count[used[column.axis]])], b[: int(other.state.count[used[column.axis]])]
        if column.name == "count":
            a, b = a.copy(), b.copy()
            a[[marks.TRACES, marks.CANDIDATES]] = b[[marks.TRACES, marks.CANDIDATES]] = 0
        if not np.array_equal(a, b):
            differ.append(column.name)
    return differ
