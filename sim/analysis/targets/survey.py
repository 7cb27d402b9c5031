"""Targets 1 to 3: how many rural adults had a dispute within four years, as a household survey counts it."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import ratio
from sim.analysis.targets.figure import Figure, Measure, Waits
from sim.names import Opponent
from sim.records import NEVER, Records

Array = npt.NDArray[Any]

WINDOW: Final = 4 * 365
"""Days that the survey asks about."""

_PERSONS: Final = tuple(one for one in Opponent if one <= Opponent.BEYOND)
_BODIES: Final = (Opponent.ORGANISATION, Opponent.COLLECTIVE, Opponent.GOVERNMENT)


def any_dispute(records: Records) -> Figure:
    """Return the share of rural adults who were claimant or respondent of a dispute voiced within four years."""
    return _too_short(records) or _share(records, _asked_about(records))


def with_a_person(records: Records) -> Figure:
    """Return the same of disputes between persons."""
    return _too_short(records) or _share(records, _asked_about(records) & np.isin(records.disputes.opponent, _PERSONS))


def men_with_a_body(records: Records) -> Figure:
    """Return the share of rural men who voiced a dispute against government, collective or organisation."""
    return _too_short(records) or _by_sex(records, 1)


def women_with_a_body(records: Records) -> Figure:
    """Return the same of women."""
    return _too_short(records) or _by_sex(records, 0)


MEASURES: Final[dict[str, Measure]] = {
    "1": any_dispute,
    "2": with_a_person,
    "3.men": men_with_a_body,
    "3.women": women_with_a_body,
}


def _too_short(records: Records) -> Waits | None:
    days = records.manifest.burn_in + records.manifest.last_day + 1
    if days >= WINDOW:
        return None
    return Waits(
        zh=f"需要 {WINDOW} 天的历史，这次运行只有 {days} 天（加长预热：time.burn_in）",
        en=f"needs {WINDOW} days of history, this run has {days} (a longer burn-in: time.burn_in)",
    )


def _asked_about(records: Records) -> Array:
    ledger = records.disputes
    first = records.manifest.last_day + 1 - WINDOW
    asked: Array = (ledger.voiced != NEVER) & (ledger.voiced >= first)
    return asked


def _share(records: Records, which: Array) -> float:
    ledger, society = records.disputes, records.society
    claimants = ledger.claimant_person[which & (ledger.place_urban == 0)]
    respondents = ledger.respondent_person[which & (ledger.respondent_urban == 0) & (ledger.respondent_person >= 0)]
    people = len(np.unique(np.concatenate([claimants, respondents])))
    return ratio(people, society.rural_women + society.rural_men)


def _by_sex(records: Records, sex: int) -> float:
    ledger, society = records.disputes, records.society
    which = _asked_about(records) & np.isin(ledger.opponent, _BODIES) & (ledger.place_urban == 0)
    people = len(np.unique(ledger.claimant_person[which & (ledger.claimant_sex == sex)]))
    return ratio(people, society.rural_men if sex else society.rural_women)
