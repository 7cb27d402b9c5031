"""Decides how waits of a run are gathered and told: births, what ended them and when, how many wait still."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Event, Origin
from sim.verification.check import Curve, Part
from sim.verification.classes import shared
from sim.verification.societies import changed, library, run_of, without
from sim.verification.theory_hazards import NOT_YET, causes_of
from sim.verification.told import Told

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]

CLASSES: Final = 16
YEAR: Final = 365.0
FEW: Final = 12.0
"""Weight of the claim in the alternative where classes are two or three: off by a fifth of their standard deviation."""


def crowded_town(days: int, seed: int, *on: str, policies: Any = (), **sections: Any) -> Run:
    """Return a town with twenty-five times its grievances at its start, every process off but those named in `on`."""
    scenario, world = library("fengqiao_town")
    crowded = {"incidence": {"lambda_person": 450.0, "lambda_government": 175.0}, **sections}
    scenario = changed(scenario, processes=without(scenario, *on), **crowded)
    return run_of(scenario, world, days=days, seed=seed, policies=policies)


def busy(days: int, seed: int, *on: str, policies: Any = (), **sections: Any) -> Run:
    """Return the same run at its end."""
    run = crowded_town(days, seed, *on, policies=policies, **sections)
    run.finish()
    return run


def births(story: Told) -> Told:
    """Births of roots within the run."""
    born = story.of(Event.BORN)
    return born.only((born.tick >= 0) & (born.detail >> 32 & 255 == Origin.ROOT))


def outcomes(run: Run, born: Told, story: Told, causes: tuple[Event, ...]) -> tuple[Array, Array]:
    """Days until the first of the `causes`, and which it was; to the end of the run and NOT_YET for none."""
    days, cause = run.tick - 1 - born.tick, np.full(len(born), NOT_YET)
    for number, kind in enumerate(causes):
        events = story.of(kind)
        row = events.at(born.key)
        after = np.where(row >= 0, events.tick[row] - born.tick, days + 1)
        sooner = (row >= 0) & (after <= days) & ((after < days) | (cause == NOT_YET))
        days, cause = np.where(sooner, after, days), np.where(sooner, number, cause)
    return days, cause


def survival(what: str, reach: Array, days: Array, left: Callable[[int], Array], most: int) -> Curve:
    """Share that still waits in the morning of a day, of those who were watched so long, against what is expected.

    `reach`: days for which each was watched; `left(day)`: chance of each to wait still.
    """
    at, seen, expected, error = [], [], [], []
    for day in np.unique(np.linspace(1, most, 30).astype(int)).tolist():
        watched = reach >= day
        if not watched.any():
            continue
        chance = left(day)[watched]
        at.append(float(day))
        seen.append(float((days[watched] >= day).mean()))
        expected.append(float(chance.mean()))
        error.append(float(np.sqrt((chance * (1.0 - chance)).sum()) / len(chance)))
    return Curve(what=what, x_label="days", y_label="share that waits", x=tuple(at), seen=tuple(seen),
                 expected=tuple(expected), error=tuple(error))  # fmt: skip


def causes(what: str, hazards: list[Array], cause: Array) -> list[Part]:
    """How many ended by each cause, given the days on which they did."""
    done = cause != NOT_YET
    chances = causes_of([hazard[done] for hazard in hazards]).mean(axis=0)
    seen = np.bincount(cause[done], minlength=len(hazards)).tolist()
    keep = [k for k, chance in enumerate(chances.tolist()) if chance > 0.0]
    return [shared(what, [seen[k] for k in keep], [float(chances[k]) for k in keep], FEW)] if len(keep) > 1 else []
