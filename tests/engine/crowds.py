"""Two societies with the same disputes: one with many more residents, one with a planted backlog. For tests of cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.draws import child_id
from sim.engine import marks
from sim.engine.columns import COLUMNS
from sim.engine.marks import NEVER
from sim.engine.state import grow
from tests.engine import doors
from tests.engine.societies import changed, society

if TYPE_CHECKING:
    from sim.engine.run import Run

TIMES = 16
"""How many residents for one: a power of two, so that incidence divided by it gives the same means to the last bit."""

ALIKE: Mapping[str, Mapping[str, Any]] = {
    # Whoever has a dispute shall make no difference to it, nor how many wait before it. Experiences are had and count
    # for nothing: among more people fewer have two. Parties may be tied, more often where there are few to be tied to.
    # Those with one cause find each other and are never enough.
    "claim": {"anger": 0.0, "allies": 0.0, "wait": 0.0},
    "spread": {"R": 0.0},
    "experience": {"own": 0.0, "heard": 0.0, "alarm": 0.0},
    "ties": {f"consent_{kind}": 0.0 for kind in ("neighbour", "kin", "work", "far", "online")},
    "gathering": {"size": 1_000_000},
    "processes": {"load": False, "emergency": False},
}


def crowd(times: int) -> tuple[Any, Any]:
    """(scenario, world): villages where all are alike, `times` the residents with 1/`times` the disputes and calls."""
    scenario, world = society(1)
    asked = scenario.contacts
    return changed(
        (scenario, _alike(world, times)),
        incidence={"lambda_person": 8192.0 / times, "lambda_government": 2048.0 / times},
        contacts={"hotline": asked.hotline / times, "centre": asked.centre / times},
        border=dict.fromkeys(("water", "forest", "minerals", "commuting"), 256.0 / times),
        **ALIKE,
    )


def _alike(world: Any, times: int) -> Any:
    """16 x `times` households of three adults of middle standing in each village, each tied to two; short hours."""
    leaf = world.place_leaf == 1
    starts = np.concatenate([[0], np.cumsum(np.where(leaf, 16 * times, 0))]).astype(np.int32)
    homes = int(starts[-1])
    people = 3 * homes
    place = np.repeat(np.arange(len(leaf)), np.diff(starts)).astype(np.int32)
    left, right = np.arange(homes) - 1, np.arange(homes) + 1
    left = np.where(left < starts[place], starts[place + 1] - 1, left)
    right = np.where(right >= starts[place + 1], starts[place], right)
    return replace(
        world,
        hh_start=starts,
        hh_place=place,
        hh_first=np.arange(0, people + 1, 3, dtype=np.int32),
        hh_block=np.zeros(homes, np.int32),
        res_household=np.repeat(np.arange(homes, dtype=np.int32), 3),
        res_adult=np.ones(people, np.uint8),
        res_standing=np.full(people, 128, np.uint8),
        res_legal=np.full(people, 128, np.uint8),
        res_sex=np.zeros(people, np.uint8),
        res_age=np.full(people, 2, np.uint8),
        res_migrant=np.zeros(people, np.uint8),
        res_closeness=np.full(people, 128, np.uint8),
        tie_start=np.arange(0, 2 * homes + 1, 2, dtype=np.int32),
        tie_to=np.sort(np.stack([left, right], axis=1), axis=1).astype(np.int32).ravel(),
        tie_kind=np.zeros(2 * homes, np.uint8),
        minutes=(world.minutes + 3) // 4,
        digest=f"alike{times}",
    )


def plant_backlog(run: Run, line: int, cases: int) -> list[int]:
    """Put `cases` more disputes, copies of the last in line, behind it; without timers nothing is due to them."""
    state = run.state
    first = int(state.count[marks.DISPUTES])
    model = int(state.line_tail[line])
    grow(state, "dispute", first + cases + 1, run.p.n_levels)
    rows = list(range(first, first + cases))
    for row in rows:
        for column in COLUMNS:
            if column.axis == "dispute":
                getattr(state, column.name)[row] = getattr(state, column.name)[model]
        state.id[row] = child_id(2, int(state.id[model]), row)
        state.due[row], state.timer_prev[row], state.timer_next[row] = NEVER, -1, -1
        doors.join_line(state.record, line, row)
    state.count[marks.DISPUTES] = first + cases
    return rows
