"""The core rules typed a second time, from the model's definitions and from theory alone.

Whoever wrote this had not opened the rules, the sections, the scenarios or the tests of the rules.
`test_blind_reentry.py` holds these beside the first version. Where the text gives a form exactly, it
is here as the text has it; where the text gives only sizes and signs, the simplest form with those
sizes is here and says so ("my reading"). "Definitions" is the page of binding definitions, by section.
"""

from __future__ import annotations

from math import exp

# --- 1. The principal's answer (definitions 6) ------------------------------------------------------

SHRINK_CASES = 5.0
"""Weight, in cases, of the level's mean in what a principal believes (definitions 6)."""

APPRAISAL = {"w": 0.5, "a": 0.1, "x": 3.0, "b": 0.05, "y": 2.0, "v": 0.2, "c": 1.0, "g": 1.0}
APPRAISAL |= {"k": 0.6, "tau": 0.2, "q": 0.6}
"""Defaults (definitions 10)."""


def clip(value: float, low: float, high: float) -> float:
    """The value, held between low and high."""
    return low if value < low else min(value, high)


def shrunk(own_sum: float, own_cases: float, level_mean: float) -> float:
    """Mean of own cases and of five more cases at the level's mean: no division by zero."""
    return (own_sum + SHRINK_CASES * level_mean) / (own_cases + SHRINK_CASES)


def misreport(w_u: float, unsettled: float, audit: float, penalty: float, g: float) -> float:
    """m* = clip((w_u u - a x) / g, 0, 1)."""
    return clip((w_u * unsettled - audit * penalty) / g, 0.0, 1.0)


def suppress(w_z: float, unsettled: float, goes_up: float, b: float, y: float, k: float) -> float:
    """s* = clip((w_z u z - b y) / k, 0, 1); the audit of books is no part of it."""
    return clip((w_z * unsettled * goes_up - b * y) / k, 0.0, 1.0)


def effort(
    *,
    q: float,
    v: float,
    w_u: float,
    w_z: float,
    goes_up: float,
    c: float,
    m: float,
    s: float,
    paper: float,
    tau: float,
) -> float:
    """e* = clip(q [v + w_u (1 - m) + w_z z (1 - s)] / c, 0, 1 - paper - tau s)."""
    wanted = q * (v + w_u * (1.0 - m) + w_z * goes_up * (1.0 - s)) / c
    return clip(wanted, 0.0, 1.0 - paper - tau * s)


def weight_of_most_effort(
    *, a: float, x: float, g: float, b: float, y: float, k: float, goes_up: float, unsettled: float
) -> float:
    """Peak of the inverted U of effort over one weight w (definitions 6)."""
    top = 1.0 + a * x / g + goes_up * (1.0 + b * y / k)
    return top / (2.0 * unsettled * (1.0 / g + goes_up * goes_up / k))


# --- 2. What is booked (definitions 2) -------------------------------------------------------------

STEPS_OF_BOOKING = {
    "mediation": 0,
    "centre": 0,
    "petition": 1,
    "hotline": 2,
    "court_mediation": 3,
    "police": 4,
}
"""r in kappa_f = kappa_1 delta^r; a judgment is never booked as settled (kappa 0)."""
M0, KAPPA_1, DELTA = 0.9, 1.0, 0.3


def booked(forum: str, m: float, m0: float = M0, first: float = KAPPA_1, step: float = DELTA) -> float:
    """Chance that a case which ended unsettled is booked as success: kappa_f clip(m0 + m*, 0, 1)."""
    if forum == "judgment":
        return 0.0
    return first * float(step ** STEPS_OF_BOOKING[forum]) * clip(m0 + m, 0.0, 1.0)


# --- 3. Home level (definitions 1) -----------------------------------------------------------------


def home_level(ancestor: int, power: int, *, opponent_is_village: bool, town: int = 1) -> int:
    """H = max(lowest common ancestor, power, impartial), as ranks from the village (0) up."""
    impartial = town if opponent_is_village else 0
    return max(ancestor, power, impartial)


def size_class(stake: float, median: float, departments: int, home: int, town: int = 1) -> str:
    """Small: stake up to the median, no department beyond the forum, H = village. Big: else up to town."""
    if stake <= median and departments == 0 and home == 0:
        return "small"
    return "big" if home <= town else "beyond"


# --- 4. Settling (definitions 10; model 3.5) -------------------------------------------------------

SETTLE = {"tie": 0.53, "hostility": -2.0, "knowledge": 1.0, "skill": 0.5, "load": -0.7}
SETTLE |= {"gap": -0.5, "compulsion": -0.4}
KNOWLEDGE = {"village": 0.8, "town": 0.4, "county": 0.1}
WITHOUT_POWER = 0.02
TURN_OUT = 0.6


def settle(intercept: float, has_power: bool, **values: float) -> float:
    """My reading: logistic in what the text lists; a factor of .02 where the forum lacks the power."""
    score = intercept + sum(SETTLE[name] * value for name, value in values.items())
    chance = 1.0 / (1.0 + exp(-score))
    return chance if has_power else WITHOUT_POWER * chance


def all_turn_up(departments: int, each: float = TURN_OUT) -> float:
    """All k departments must turn up: p^k."""
    return float(each**departments)


# --- 5. Claims (definitions 1, 10; model 3.3) ------------------------------------------------------

SOCIAL_COST, THRESHOLD, GUMBEL_SCALE = 0.8, 1.0, 1.0


def social_cost(levels_above: int, tie: float, each: float = SOCIAL_COST) -> float:
    """Per level above, times the tie to the opponent: nothing against a stranger or at home."""
    return each * levels_above * tie


def is_escalation(level: int, highest_so_far: int) -> bool:
    """A later claim by the same party above its highest so far."""
    return level > highest_so_far


def is_skip(level: int, home: int, tried: set[int]) -> bool:
    """A claim at L with an untried level in [H, L - 1]."""
    return any(lower not in tried for lower in range(home, level))


def is_spill(level: int, home: int, *, lodged_by_party: bool) -> bool:
    """A dispute spills when a party lodges it at a forum of a level above H."""
    return lodged_by_party and level > home


# --- 6. Return (definitions 10; model 3.9) ---------------------------------------------------------

RETURN_A_YEAR, RETURN_HOSTILITY, RETURN_UNKEPT, RETURN_CONFIRMED = 0.2, 1.5, 1.2, 0.7


def return_hazard(hostility: float, unkept: float, *, confirmed: bool) -> float:
    """A year. My reading: proportional hazards in hostility and unkept terms; a factor if confirmed."""
    factor = RETURN_CONFIRMED if confirmed else 1.0
    return RETURN_A_YEAR * exp(RETURN_HOSTILITY * hostility + RETURN_UNKEPT * unkept) * factor


def by_day(hazard_a_year: float, days: float) -> float:
    """Chance that a constant hazard has fired within so many days; a year has 365."""
    return 1.0 - exp(-hazard_a_year * days / 365.0)


# --- 7. Trust (definitions 10; Tyler; model 3.11) --------------------------------------------------

TRUST_STEP, LOSS_RATIO, TRUST_PULL = 0.02, 2.5, 0.1
TRUST_START = {"village": 0.70, "town": 0.70, "county": 0.74, "city": 0.78, "outside": 0.82}


def trust_after(trust: float, felt: float, step: float = TRUST_STEP, loss: float = LOSS_RATIO) -> float:
    """Tyler: L <- L + eta (PJ - L); a fall moves 2.5 times as far as a rise."""
    gap = felt - trust
    return trust + step * (loss if gap < 0.0 else 1.0) * gap


# --- 8. Hostility (definitions 10; dry run 1.10) ---------------------------------------------------

PRESS_HOSTILITY, REFERRAL_HOSTILITY, PRESS_DECAY_A_YEAR = 0.15, 0.1, 1.0


def hostility_after(hostility: float, *, pressed: bool = False, referred: bool = False) -> float:
    """One act of pressing adds .15, one empty referral .10; hostility stays between 0 and 1."""
    added = (PRESS_HOSTILITY if pressed else 0.0) + (REFERRAL_HOSTILITY if referred else 0.0)
    return clip(hostility + added, 0.0, 1.0)


# --- 9. Voice and spread (definitions 5, 10; branching processes) ----------------------------------

SHARE_VOICED, FORGETTING_A_YEAR, MEAN_CHILDREN, TREATMENT_CHILD = 0.5, 0.2, 0.15, 0.15
VOICED_PERSON, VOICED_GOVERNMENT = 18.0, 7.0
"""Voiced disputes per 1,000 adult-years with a person, with government."""


def fires(integrated_hazard: float) -> float:
    """Chance that one Exp(1) has been passed: voice, detection, return, and pressure of neighbours."""
    return 1.0 - exp(-integrated_hazard)


def mean_family(children: float = MEAN_CHILDREN) -> float:
    """Members of a root family of a branching process with mean R below 1: 1 / (1 - R)."""
    return 1.0 / (1.0 - children)
