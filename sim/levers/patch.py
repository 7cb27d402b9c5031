"""One change of a lever: from which day, at which places, by which operation, to what. And the rules it must keep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.errors import PolicyError, complain
from sim.levers.declare import Lever, Rule, lever_named
from sim.levers.public import PublicFacts


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Patch:
    """In force on days `day` <= t < `until` (None: to the end of the run).

    `index` int64[k] are places (rows of the world), `slot` the second index (None for a lever by place alone),
    `value` float64[k] what `operation` joins to the baseline there. `operation` is the lever's own rule.
    """

    day: int
    until: int | None
    lever: str
    index: NDArray[np.int64]
    slot: int | None
    operation: Rule
    value: NDArray[np.float64]


def columns(lever: Lever, facts: PublicFacts) -> int:
    """Return the length of a lever's second axis, 1 where it has none."""
    if len(lever.axes) == 1:
        return 1
    return facts.n_levels + (1 if lever.axes[1] == "line" else 0)


def cells(patch: Patch, facts: PublicFacts) -> NDArray[np.int64]:
    """Return the flat C-order positions that a patch touches in its lever's array."""
    width = columns(lever_named(patch.lever), facts)
    return patch.index * width + (patch.slot or 0)


def check_patch(patch: Patch, facts: PublicFacts, place: str) -> None:
    """Refuse a patch that breaks its lever's declaration. `place` names the policy in the message."""
    lever = lever_named(patch.lever)

    def refuse(rule: str, got: object, repair: str) -> PolicyError:
        return PolicyError(complain(place, f"{lever.name}: {rule}", got, repair))

    if patch.operation != lever.rule:
        raise refuse(f"operation must be the lever's rule ({lever.rule})", repr(patch.operation), f"Use {lever.rule!r}")
    width = columns(lever, facts)
    if (patch.slot is None) != (len(lever.axes) == 1):
        wanted = "none" if len(lever.axes) == 1 else f"a slot from 0 to {width - 1}"
        raise refuse(f"slot must be {wanted}", patch.slot, "See the lever's axes")
    if patch.slot is not None and not 0 <= patch.slot < width:
        raise refuse(f"slot must lie in 0 to {width - 1}", patch.slot, "See the levels of the scenario")
    if patch.value.shape != patch.index.shape or patch.index.ndim != 1:
        raise refuse("needs one value per place", f"{patch.value.shape} for {patch.index.shape}", "Give equal lengths")
    if patch.index.size and (patch.index.min() < 0 or patch.index.max() >= facts.n_places):
        raise refuse(f"places must lie in 0 to {facts.n_places - 1}", patch.index.max(), "Use rows of the place tree")
    if np.unique(patch.index).size < patch.index.size:
        raise refuse("places must differ within one patch", "a repeated place", "Join the two values first")
    low, high = _range(lever)
    outside = patch.value[~((patch.value >= low) & (patch.value <= high))]  # a nan is outside too
    if outside.size:
        rule = f"value must lie in {low:g} to {high:g} ({lever.unit})"
        raise refuse(rule, outside[0], "Choose a value in that range")


def _range(lever: Lever) -> tuple[float, float]:
    """What one patch may say; the joined value is clipped to the lever's own bounds afterwards."""
    if lever.rule == "add":
        return lever.low - lever.high, lever.high - lever.low
    return lever.low, lever.high


def working(
    patch: Patch, base: NDArray[np.float64], facts: PublicFacts
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the cells and values of a patch that do something; `base` is the lever's flat baseline.

    A patch at its neutral value is not there: nothing added, times one, a maximum below the baseline, or an exclusive
    value equal to it (so touching a lever at its default changes no byte and conflicts with nobody).
    """
    at = cells(patch, facts)
    value, here = patch.value, base[at]
    moves = {"add": value != 0.0, "multiply": value != 1.0, "max": value > here, "exclusive": value != here}
    keep = moves[patch.operation]
    return at[keep], value[keep]
