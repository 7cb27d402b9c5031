"""Whether one session settles, in talk or before a forum. Local knowledge falls with level, authority rises with it.

Charter 3.5: this crossing is the heart of the model. Every slope is an assumption of `scenario.settle` with a range
that reaches 0 where `definitions` 9 asks for it.
"""

from __future__ import annotations

from sim.floats import exp_, log_, sigmoid
from sim.jit import njit


@njit
def talk_probability(p, tie: float, hostility: float, gap: float) -> float:
    """Chance that two parties settle by themselves; `gap` = respondent's standing minus the claimant's, above 0."""
    return sigmoid(p.talk_base + p.talk_tie * tie + p.talk_hostility * hostility + p.talk_gap * gap)


@njit
def power_of_strictness(strictness: float, exponent: float) -> float:
    """Compulsion grows faster than strictness (dry run, decision 10): strictness ** exponent, 0 at 0."""
    if strictness <= 0.0:
        return 0.0
    return exp_(exponent * log_(strictness))


@njit
def knowledge_at(p, level: int, base: int, urban: int, carried: float) -> float:
    """Local knowledge of a forum at rank `level` (`base` = rank of the village committee); scaled in urban units.

    `carried` 0..1 is the share of what the village knew that came up with the file.
    """
    lowest = p.settle_knowledge_lowest
    if urban == 1:
        lowest = lowest * p.settle_urban_knowledge
    if level <= base:
        return lowest
    own = p.settle_knowledge_second if level == base + 1 else p.settle_knowledge_upper
    if carried > 0.0 and lowest > own:
        own = own + carried * (lowest - own)
    return own


@njit
def session_logit(p, intercept: float, tie: float, hostility: float, gap: float, knowledge: float) -> float:
    """What the quarrel itself brings to the table."""
    return (
        intercept
        + p.settle_tie * tie
        + p.settle_hostility * hostility
        + p.settle_gap * gap
        + p.settle_knowledge * (knowledge - 0.5)
    )


@njit
def burden_logit(p, load: float, compulsion: float, out_of_reach: int) -> float:
    """What the forum's state takes away: load above the free part, compulsion, a party it cannot reach."""
    total = p.settle_compulsion * power_of_strictness(compulsion, p.settle_compulsion_power)
    if load > p.settle_load_free:
        total = total + p.settle_load * (load - p.settle_load_free)
    if out_of_reach == 1:
        total = total + p.settle_reach
    return total


@njit
def session_quality(p, effort: float) -> float:
    """Quality of a session: linear in the principal's effort with slope q, 1 at `effort_reference`, never below 0."""
    quality = 1.0 - p.settle_effort_gain + p.settle_effort_gain * effort / p.settle_effort_reference
    if quality < 0.0:
        return 0.0
    return quality


@njit
def session_probability(p, logit: float, effort: float, lacks_power: int) -> float:
    """Chance that a session ends in an agreement.

    Without the power to grant the remedy the chance is multiplied by epsilon: "those who see it cannot handle it"
    (看得见管不了).
    """
    chance = sigmoid(logit) * session_quality(p, effort)
    if lacks_power == 1:
        chance = chance * p.settle_lacking
    if chance > 1.0:
        return 1.0
    return chance


@njit
def pressed_probability(p, gap: float, compulsion: float, suppression: float) -> float:
    """Chance that an agreement on paper was pressed out of the weaker party (dry run 5; assumption)."""
    return sigmoid(
        p.press_base + p.press_gap * gap + p.press_compulsion * compulsion + p.press_suppression * suppression
    )
