"""When a latent grievance is found before it is voiced, by whom, and how many false alarms looking brings.

Grid walkers, informants and sensors are sources of one detection rate (charter, process 2). What is used up is
exposure: lever-days of looking at the place, in whole units, so that a lever that changes while a grievance is latent
adds up in any order and to the bit, and more looking never finds later.
"""

from __future__ import annotations

from sim.jit import njit
from sim.names import Source

UNIT = 4096
"""Exposure of one day at lever 1."""
LONGEST = 30000
"""Days at lever 1 beyond which nothing is found."""
MOST_LOOKING = 5.0
"""Upper bound of the lever `detection`: the majorant of false alarms."""
NOT_FOUND = -1
WALKER, INFORMANT, SENSOR = int(Source.WALKER), int(Source.INFORMANT), int(Source.SENSOR)


@njit
def detection_rate(p, hostility: float) -> float:
    """Daily hazard of being found at lever 1: delta (calm + hostility) / 365 (dry run 1.5; assumption).

    Sign: a hotter grievance shows more.
    """
    return p.finding_rate * (p.finding_calm + hostility) / 365.0


@njit
def exposure_needed(luck: float, rate: float) -> int:
    """Units of exposure after which an Exp(1) draw `luck` is used up at `rate` a day, at least 1; or NOT_FOUND."""
    if rate * LONGEST <= luck:
        return NOT_FOUND
    return 1 + int(UNIT * luck / rate)


@njit
def looking(lever: float) -> int:
    """Units of exposure that a day under this lever brings."""
    return int(UNIT * lever)


@njit
def source_of(p, u: float) -> int:
    """Which source found it; `u` uniform. Shares by the weights of the sources, which no rule tells apart otherwise."""
    total = p.finding_walkers + p.finding_informants + p.finding_sensors
    if u * total < p.finding_walkers:
        return WALKER
    if u * total < p.finding_walkers + p.finding_informants:
        return INFORMANT
    return SENSOR


@njit
def found_share(p, hostility: float) -> float:
    """Share of grievances of this hostility that are found at lever 1 before they are voiced or fade."""
    rate = detection_rate(p, hostility)
    return rate / (rate + p.voice_hazard + p.fade_hazard)


@njit
def alarm_chance(units: int, days: int) -> float:
    """Chance that a candidate false alarm is one: the mean lever of the days, over its upper bound.

    So false alarms grow with looking, while what there is to find does not: past a point looking harder brings little
    but false alarms (assumption).
    """
    return units / (UNIT * MOST_LOOKING * days)
