"""Decides what a system does without one mechanism of the model: which of its effects hang on what.

A mechanism is a process that is on in the scenario, switched off, or a gradient laid flat; one at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sim.analysis.uncertainty import Interval, confidence, interval
from sim.errors import BadInput
from sim.guards.outcomes import OUTCOMES
from sim.guards.runs import changes, outcomes_by_arm
from sim.scenario import with_overrides

if TYPE_CHECKING:
    from sim.scenario import Scenario

Set = Mapping[str, float | bool]

WHOLE: Final = "nothing"
"""The row of the scenario as it is."""

GRADIENTS: Final[dict[str, Set]] = {
    "local knowledge": {"settle.knowledge": 0.0},
    "reach of a forum": {"settle.reach": 0.0},
    "compulsion": {"settle.compulsion": 0.0, "press.compulsion": 0.0},
    "hostility of a referral": {"gate.referral_hostility": 0.0},
    "prospect of being sent down": {"claim.gate_cost": 0.0},
    "social cost of going up": {"claim.social_cost": 0.0},
    "skill": {"settle.skill": 0.0},
}
"""Gradients whose range holds 0, by name: what is set. Power has none that reaches "no gradient"; see the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Without:
    """Effects of one system without one mechanism, by outcome, paired over seeds."""

    mechanism: str
    effects: Mapping[str, Interval]


def mechanisms(scenario: Scenario) -> Iterator[tuple[str, Set]]:
    """Yield (name, what is set): first the whole, then each process that is on, then the gradients."""
    yield WHOLE, {}
    for name, value in scenario.processes.model_dump().items():
        if value is True:
            yield name, {f"processes.{name}": False}
    yield from GRADIENTS.items()


def knock_outs(scenario: Scenario, arms: Sequence[str], seeds: Sequence[int]) -> dict[str, tuple[Without, ...]]:
    """Return, by arm, its effects without each mechanism."""
    found: dict[str, list[Without]] = {arm: [] for arm in arms}
    for name, given in mechanisms(scenario):
        try:
            changed = with_overrides(scenario, {"overloaded": "allowed", **given})
        except BadInput:  # another process needs this one
            continue
        rows = outcomes_by_arm(changed, arms, seeds)
        for arm in arms:
            effects = {one.name: interval(changes(rows, arm, one.name)) for one in OUTCOMES}
            found[arm].append(Without(mechanism=name, effects=effects))
    return {arm: tuple(rows) for arm, rows in found.items()}


def sign(effect: Interval) -> str:
    """Return `+` or `-` where the interval leaves 0 out, `0` where no seed changed, `?` otherwise."""
    if effect.mean == 0.0 and not effect.sd > 0.0:
        return "0"
    if not effect.told_from_zero:
        return "?"
    return "+" if effect.mean > 0.0 else "-"


def word(found: Sequence[Without], outcome: str) -> str:
    """Return the word of confidence of a system's sign over the structures: the whole and each without a mechanism."""
    return confidence([one.effects[outcome].mean for one in found])
