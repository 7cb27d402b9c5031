"""Decides where a principal's answer to the appraisal comes to rest, and whether it may come to rest in two places.

What he leaves unsettled moves his answer, and his answer moves what he leaves unsettled: the more there is, the more he
hides, the less he works. Here a place is taken alone, with numbers that the scenario states: sessions at the effort of
reference leave `appraisal.start_u` unsettled, and `appraisal.start_z` of these go up. Runs add lines, load and luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_GRID: Final = 4000
_HALVINGS: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Rest:
    """A fixed point: share `unsettled`, the answer to it, and whether a small push away from it dies out."""

    unsettled: float
    misreporting: float
    suppression: float
    effort: float
    stable: bool


def answer_to(p: Any, unsettled: float) -> tuple[float, float, float]:
    """Return m, s and e that a principal answers to a share unsettled; `p` are numbers as `parameter_values` has them.

    Switches that are off leave no reason: m = 0, s = 0, effort of reference.
    """
    from sim.rules.appraise import effort, hours_left, misreport, suppress

    if not p.on_appraisal:
        return 0.0, 0.0, p.settle_effort_reference
    w_u, w_z, up = p.appraisal_w_u, p.appraisal_w_z, p.appraisal_start_z
    m = misreport(w_u, unsettled, p.appraisal_audit, p.appraisal_audit_penalty, p.appraisal_misreport_cost)
    s = suppress(w_z, unsettled, up, p.appraisal_exposure, p.appraisal_exposure_penalty, p.appraisal_suppress_cost)
    m, s = m if p.on_misreporting else 0.0, s if p.on_interception else 0.0
    hours = hours_left(p.appraisal_paper, p.appraisal_suppress_hours, s)
    shown, kept = w_u * (1.0 - m), w_z * up * (1.0 - s)
    e = effort(p.settle_effort_gain, p.appraisal_public_spirit, shown, kept, p.appraisal_effort_cost, hours)
    return m, s, e


def left_by(p: Any, unsettled: float) -> float:
    """Return the share that is unsettled after the answer to a share unsettled."""
    from sim.jit import plain
    from sim.rules.settle import session_quality

    _, _, e = answer_to(p, unsettled)
    left: float = 1.0 - (1.0 - p.appraisal_start_u) * plain(session_quality)(p, e)
    return min(1.0, max(0.0, left))


def resting_points(p: Any) -> tuple[Rest, ...]:
    """Return all shares that reproduce themselves, lowest first: one at the least; between two stable ones an unstable.

    More than one means that a place's past decides what it does, and that a small push may move it for good.
    """
    grid = [k / _GRID for k in range(_GRID + 1)]
    above = [left_by(p, u) - u for u in grid]
    found = []
    for k, gap in enumerate(above):
        if gap == 0.0:
            found.append(grid[k])
        elif k < _GRID and gap * above[k + 1] < 0.0:
            found.append(_between(p, grid[k], grid[k + 1], gap))
    return tuple(_rest(p, u) for u in found)


def _between(p: Any, low: float, high: float, gap: float) -> float:
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if (left_by(p, middle) - middle) * gap > 0.0:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def _rest(p: Any, unsettled: float) -> Rest:
    step = 1e-6
    low, high = max(0.0, unsettled - step), min(1.0, unsettled + step)
    m, s, e = answer_to(p, unsettled)
    stable = left_by(p, high) - left_by(p, low) < high - low
    return Rest(unsettled=unsettled, misreporting=m, suppression=s, effort=e, stable=stable)
