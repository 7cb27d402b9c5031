"""Wrong answers of principals: each is what a slip in one formula would give, laid over what the engine answered."""

from __future__ import annotations

from typing import Any

from sim.engine import institutions
from sim.verification import answering

_answer = institutions.first_answers


def _pays_for_audits(state: Any, numbers: Any) -> None:
    """Misreporting rises where books are audited."""
    _answer(state, numbers)
    state.misreporting[:] = (state.misreporting + 0.001 * state.audit).clip(0.0, 1.0)


def _always_presses(state: Any, numbers: Any) -> None:
    """A little suppression that no counterweight ends."""
    _answer(state, numbers)
    state.suppression[:] = state.suppression.clip(0.001, 1.0)


def _works_by_weight(state: Any, numbers: Any) -> None:
    """Effort follows what is asked for, not what is left after hiding: no inverted U."""
    _answer(state, numbers)
    gain = numbers.settle_effort_gain / numbers.appraisal_effort_cost
    weight = state.appraisal_w_u + state.appraisal_w_z * numbers.appraisal_start_z
    state.effort[:] = gain * (numbers.appraisal_public_spirit + weight)


def _tires(state: Any, numbers: Any) -> None:
    """Public spirit is crowded out by hiding (Frey 1997): not what the closed form says."""
    _answer(state, numbers)
    state.effort[:] = state.effort * (1.0 - 0.01 * state.misreporting)


def _stops_at_the_first(p: Any) -> Any:
    """Only the lowest fixed point is told."""
    return _resting_points(p)[:1]


_resting_points = answering.resting_points

ANSWER = "sim.engine.institutions:first_answers"
FAULTS: list[dict[str, Any]] = [
    {"check": "principal.best_answer", "target": ANSWER, "by": _pays_for_audits, "why": "audits are rewarded"},
    {"check": "principal.corners", "target": ANSWER, "by": _always_presses, "why": "suppression never ends"},
    {"check": "principal.peak", "target": ANSWER, "by": _works_by_weight, "why": "effort follows the weight"},
    {"check": "principal.regimes", "target": ANSWER, "by": _tires, "why": "hiding crowds out public spirit"},
    {
        "check": "principal.fixed_points",
        "target": "sim.verification.answering:resting_points",
        "by": _stops_at_the_first,
        "why": "stops at the first",
    },
]
