"""How skilled the person who serves is in a dispute family, and what that does to a session.

Skill is in units of which `settle.skill` is the slope: kind of staff, the person's own, and practice.
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit


@njit
def own_skill(p, general: float, special: float) -> float:
    """Of a person in a family, beside the kind's: from two standard normal draws, one for the person alone."""
    return p.skill_person * general + p.skill_family * special


@njit
def practice(held: int, gain: float, sessions: float) -> float:
    """Skill gained by sessions held in the family: gain (1 - exp(-held / sessions)); 0 at gain 0 (assumption)."""
    return gain * (1.0 - exp_(-float(held) / sessions))


@njit
def skill_logit(p, skill: float) -> float:
    """What skill adds to the logit of an agreement (charter 3.5: skill match). Sign: more skill, more agreements."""
    return p.settle_skill * skill
