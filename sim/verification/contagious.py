"""A society in which spread is all there is: every grievance is voiced, fails once in full heat, and is given up.

Households are tied in groups, everybody with everybody, so that whom a failure reaches is known. Every respondent is
somebody beyond, hence every root has a cause of its own, and clusters over different causes are independent.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.verification.societies import changed, library, newborn, without

if TYPE_CHECKING:
    from sim.engine.run import Run
    from sim.scenario import Scenario
    from sim.world import World

Array = npt.NDArray[Any]

SOCIETY: Final = "classroom"
ONLY_COURT: Final[dict[str, float]] = {
    **dict.fromkeys(("efficacy", "trust", "social_cost", "distance", "threshold", "wait", "fee", "legal"), 0.0),
    **dict.fromkeys(("anger", "allies"), 0.0),
    **dict.fromkeys(("lump", "bilateral", "committee", "office", "petition", "outside"), -1e3),
    "court": 0.0,
    "weariness": 1e5,
    "decide_days": 1.0,
}
"""Everybody goes to court first, and gives up afterwards."""
ALWAYS: Final = 1.0 - 1e-9
"""Share of grievances that are voiced where all are."""


@cache
def grouped(sizes: tuple[int, ...]) -> World:
    """The society with its households tied in groups of these sizes, over and over, everybody with everybody."""
    _, world = library(SOCIETY)
    n = world.n_households
    group, first = np.zeros(n, int), [0]
    while first[-1] + sizes[(len(first) - 1) % len(sizes)] <= n:
        first.append(first[-1] + sizes[(len(first) - 1) % len(sizes)])
    for number, (start, end) in enumerate(pairwise(first)):
        group[start:end] = number
    tied = [np.delete(np.arange(start, end), k) for start, end in pairwise(first)
            for k in range(end - start)]  # fmt: skip
    tied += [np.array([], int)] * (n - first[-1])
    starts = np.concatenate([[0], np.cumsum([len(ties) for ties in tied])]).astype(np.int32)
    to = np.concatenate(tied).astype(np.int32)
    return replace(world, tie_start=starts, tie_to=to, tie_kind=np.zeros(len(to), np.uint8), digest=f"grouped {sizes}")


def strangers(scenario: Scenario, *, alike: bool = True) -> Any:
    """The type table with somebody beyond as every respondent, and, if `alike`, the same contagion for all types."""
    from sim.scenario.types import OpponentMix

    rows = {}
    for name, row in scenario.types.items():
        spread = {"spread": 1.0} if alike else {}
        rows[name] = row.model_copy(update={"opponents": OpponentMix(beyond=1.0), **spread})
    return scenario.types.model_copy(update=rows)


def spreading(sizes: tuple[int, ...], mean: float, *, days: int, births: float, seed: int,
              voiced: float = ALWAYS, alike: bool = True, on: tuple[str, ...] = ("spread",),
              coupling: Any = None) -> Run:  # fmt: skip
    """Return a finished run in groups of `sizes`, `mean` children a failure (spread.R), `births` roots a day about."""
    scenario, world = library(SOCIETY)[0], grouped(sizes)
    adults = int((world.res_adult > 0).sum())
    yearly = 365_000.0 * births * voiced / adults
    scenario = changed(
        scenario,
        processes=without(scenario, *on),
        claim=ONLY_COURT,
        court={"refuse": 1.0},
        heat={"failure": 1.0},
        spread={"R": mean, "pushes": 1.0, "hot": 0.5},
        voice={"share": voiced, "fade_days": 2.0},
        lump={"reopen": 0.0},
        incidence={"lambda_person": yearly, "lambda_government": 0.0, "standing_tilt": 0.0},
    )
    own = {"types": strangers(scenario, alike=alike), "coupling": coupling or scenario.coupling}
    scenario = scenario.model_copy(update=own)
    run = newborn(scenario, world, days=days, seed=seed)
    run.finish()
    return run


def clusters(run: Run, until: int) -> tuple[Array, Array]:
    """Sizes of the clusters of all roots of tied households born before tick `until`, and the rows of these roots."""
    from sim.engine.marks import DISPUTES
    from sim.names import Origin

    st, n = run.state, int(run.state.count[DISPUTES])
    roots = np.flatnonzero((st.origin[:n] == Origin.ROOT) & (st.born[:n] >= 0) & (st.born[:n] < until))
    roots = roots[np.diff(run.world.tie_start)[run.world.res_household[st.claimant[roots]]] > 0]
    size = np.bincount(st.cause[:n])
    return size[st.cause[roots]], roots
