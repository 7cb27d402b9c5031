"""Enquiries and service demands at windows: how many, which demands are met, and how asking follows being answered.

Counted, never one by one per resident (`definitions` 1). Stylised fact 11: responsive channels attract more demand; how
much more is an assumption whose range includes 0 and less.
"""

from __future__ import annotations

from sim.jit import njit

WEEK = 7
"""Days that contacts are counted for at once."""
MOST_ASKED = 5.0
LEAST_ASKED = 0.2
"""Bounds of what a place asks, as a multiple of the base rate: the majorant, and a floor."""


@njit
def contact_mean(per_1000: float, residents: int) -> float:
    """Mean contacts of a week from `residents` at `per_1000` a year."""
    return per_1000 / 1000.0 * residents * WEEK / 365.0


@njit
def office_load(length: int, mean_minutes: int, minutes: int, clock_days: int) -> float:
    """Work in an office's line over what it can do within its clock, at most 3."""
    load = length * float(mean_minutes) / (float(minutes) * clock_days)
    if load > 3.0:
        return 3.0
    return load


@njit
def met_probability(p, load: float) -> float:
    """Chance that a demand is met in time: the first-year rate of the hotline, less where the town office is behind."""
    return p.contacts_met / (1.0 + p.contacts_load * load)


@njit
def asked_next(p, met: int, demands: int, before: float) -> float:
    """What a place asks next week, over the base rate: more where more was met than at the reference, by `response`.

    A week without a demand tells nothing, and leaves it as it was.
    """
    if demands == 0:
        return before
    asked = 1.0 + p.contacts_response * (float(met) / float(demands) - p.contacts_met)
    if asked > MOST_ASKED:
        return MOST_ASKED
    if asked < LEAST_ASKED:
        return LEAST_ASKED
    return asked
