"""Whether a department (条) turns up when a forum calls it, and what a session is worth to a forum that can call none.

Charter 3.5: with k departments needed all must turn up, p^k; blame passes sideways. The village committee sees the
matter and can call nobody: "those who see it cannot handle it" (看得见管不了).
"""

from __future__ import annotations

from sim.jit import njit


@njit
def turnout_probability(p, levels_above: int, lever: float) -> float:
    """Chance that one department comes (definitions 10, p_dep; dry run 5 for the level: assumptions).

    `levels_above`: levels of the calling forum above the town office (0 for it and below), higher levels are obeyed
    more; `lever` is added, what joint duty or a lead body changes. Clipped to 0..1.
    """
    chance = p.joint_turnout + p.joint_turnout_level * float(levels_above) + lever
    if chance < 0.0:
        return 0.0
    if chance > 1.0:
        return 1.0
    return chance


@njit
def without_departments(p, chance: float) -> float:
    """Chance of an agreement before a forum that cannot call the departments needed: `uncalled`, 1 for no effect.

    The same size as where power is lacking by default, but a number of its own (assumption): nobody has measured it.
    """
    return chance * p.joint_uncalled
