"""Decides the baseline hours of each forum: in proportion to the registered residents that it serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sim.world.places import Tree

if TYPE_CHECKING:
    from sim.scenario import Scenario

RESIDENTS_PER_RATE: Final = {"committee": 1_000, "office": 50_000, "petition": 1_200_000, "court": 1_200_000}
"""How many residents the hours of `scenario.staff` are given for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Staff:
    """Of each place (row) and line (column: the forum of rank r, last the court).

    `minutes` a day, int32; `served_registered` and `served_actual`: residents of the units whose forum it is, int64.
    """

    minutes: npt.NDArray[np.int32]
    served_registered: npt.NDArray[np.int64]
    served_actual: npt.NDArray[np.int64]


def staff_forums(
    scenario: Scenario, tree: Tree, anc: npt.NDArray[np.int32], resident: npt.NDArray[np.int64],
    registered: npt.NDArray[np.int64],
) -> Staff:  # fmt: skip
    """Return the staff of every line.

    Hours follow *registered* residents, as staffing does; a forum of a missing tier is run by the place that stands in,
    for those it serves only. A forum that serves anybody has at least one minute a day. Judges' hours are what the
    docket of organisations leaves. A tree that is a part of a county has that part's share of the county's hours.
    """
    lines = tree.n_levels + 1
    actual = np.zeros((len(tree), lines), dtype=np.int64)
    on_register = np.zeros((len(tree), lines), dtype=np.int64)
    kinds = [level.forum for level in scenario.levels]
    for row in range(len(tree)):
        if tree.is_unit(row):
            for line in range(lines):
                kind = "court" if line == tree.n_levels else kinds[line]
                if kind != "none":
                    runner = anc[row, scenario.court_rank if line == tree.n_levels else line]
                    actual[runner, line] += resident[row]
                    on_register[runner, line] += registered[row]
    rates = [0.0 if kind == "none" else getattr(scenario.staff, kind) / RESIDENTS_PER_RATE[kind] for kind in kinds]
    judges_share = 1.0 if scenario.processes.docket else 1.0 - float(scenario.court.organisation_docket)
    rates.append(judges_share * scenario.staff.court / RESIDENTS_PER_RATE["court"])
    minutes = np.floor(60.0 * on_register * np.array(rates, dtype=np.float64) + 0.5).astype(np.int32)
    minutes = np.maximum(minutes, (actual > 0).astype(np.int32))
    return Staff(minutes=minutes, served_registered=on_register, served_actual=actual)
