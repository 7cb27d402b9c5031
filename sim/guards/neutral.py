"""Decides whether a policy's true effect is 0 in a neutral world: an interval inside a stated one, or not.

Equivalence, not the absence of a difference: an effect that is not told from 0 because it was looked at too little does
not pass. The neutral world itself is a scenario given by the caller; what is flat in it is written there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sim.analysis.uncertainty import Interval, interval
from sim.guards.outcomes import OUTCOMES
from sim.guards.runs import changes, outcomes_by_arm

if TYPE_CHECKING:
    from sim.scenario import Scenario

Equal = Literal["zero", "not zero", "not told"]

MARGIN: Final[Mapping[str, float]] = {"true_resolution": 0.005, "hidden": 0.005, "spill": 0.1}
"""Half width of the interval within which an effect counts as 0, in the outcome's own unit.

Half a point of disputes, and one lodging in ten thousand adult-years: about half of what the first three systems do in
the town of the library, so that the rule fails there.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Flat:
    """What one system did to one outcome, and whether that is 0."""

    outcome: str
    effect: Interval
    verdict: Equal


def equal_to_zero(effect: Interval, margin: float) -> Equal:
    """Return `zero` where the whole 95 % interval lies within ±margin, `not zero` where all of it lies beyond."""
    if effect.n >= 2 and effect.sd == 0.0:
        return "zero" if abs(effect.mean) <= margin else "not zero"
    if effect.n < 2:
        return "not told"
    if -margin <= effect.low and effect.high <= margin:
        return "zero"
    return "not zero" if effect.low > margin or effect.high < -margin else "not told"


def neutral_effects(scenario: Scenario, arms: Sequence[str], seeds: Sequence[int]) -> dict[str, tuple[Flat, ...]]:
    """Return, by arm, what it does to each true outcome in `scenario`, over paired seeds."""
    rows = outcomes_by_arm(scenario, arms, seeds)
    return {arm: tuple(_flat(changes(rows, arm, one.name), one.name) for one in OUTCOMES) for arm in arms}


def verdict_of(found: Sequence[Flat]) -> Equal:
    """Return the verdict of a system: the worst of its outcomes."""
    said = {one.verdict for one in found}
    return "not zero" if "not zero" in said else "not told" if "not told" in said else "zero"


def _flat(gaps: Sequence[float], outcome: str) -> Flat:
    effect = interval(gaps)
    return Flat(outcome=outcome, effect=effect, verdict=equal_to_zero(effect, MARGIN[outcome]))
