"""Decides how far each of the three mottoes was kept: as the books have it, and as it truly was, always as a pair.

小事不出村 · 大事不出镇 · 矛盾不上交, by `definitions` 1 ("Small", "Big", "Mottoes"). The books know the observed
stake, the type and the parties' addresses, so they sort cases by a *booked* size and a *booked* home.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.analysis.cohort import cohort_of
from sim.analysis.finding import NETWORK, padded_entries
from sim.names import EndState, Forum
from sim.records import Mark, Paired, Records, Reported

Array = npt.NDArray[Any]

SMALL, BIG, BEYOND_TOWN = 0, 1, 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Mottoes:
    """The mottoes as pairs of shares 0..1 (nan where there is nothing to count).

    `small`, `big`. Reported: cases of the (booked) class that were accepted by the mediation network on the days of the
    cohort and are booked as settled at or below the village (the town), over all of them. True: disputes of the class
    that ended resolved or accepted, and that nobody claimed, lodged or carried above that level, over all voiced ones.
    `not_up`. Reported: 1 - petitions registered above the booked home / cases of the network, same days. True: 1 -
    share of voiced disputes with any claim above home, registered or not: at a petition office, a government or a
    court, or outside, intercepted ones included. (Suing is a right: `spill.judicial` counts those who only sued.)
    `small_kept`, `big_kept`: true shares that stayed at or below the level, whatever became of them.
    """

    small: Paired
    big: Paired
    not_up: Paired
    small_kept: float
    big_kept: float


def mottoes(records: Records) -> Mottoes:
    """Return the three mottoes of the cohort."""
    cohort, ledger = cohort_of(records), records.disputes
    base, office = records.society.base, records.society.office
    size = sizes(ledger.stake, ledger.home, ledger.departments, records)
    well = np.isin(ledger.end_state, (EndState.RESOLVED, EndState.ACCEPTED))
    top = highest_level(records)
    small, big = cohort.voiced & (size == SMALL), cohort.voiced & (size == BIG)
    claimed_above = (ledger.marks & (Mark.ATTEMPTED | Mark.COURT_ABOVE)) > 0
    return Mottoes(
        small=_booked_within(records, SMALL, base).beside(_mean(well & (top <= base), small)),
        big=_booked_within(records, BIG, office).beside(_mean(well & (top <= office), big)),
        not_up=_booked_not_up(records).beside(1.0 - cohort.share(claimed_above)),
        small_kept=_mean(top <= base, small),
        big_kept=_mean(top <= office, big),
    )


def sizes(stake: Array, home: Array, departments: Array, records: Records) -> Array:
    """Return `SMALL`, `BIG` or `BEYOND_TOWN` of each dispute, int8[n], from stakes (yuan), home levels (rank), and k.

    Small: stake up to the scenario median, no department needed beyond the forum (k = 0) and home at the lowest forum's
    level; big: not small and home up to the town.
    """
    small = (stake <= records.society.median_stake) & (home <= records.society.base) & (departments == 0)
    return np.where(small, SMALL, np.where(home <= records.society.office, BIG, BEYOND_TOWN)).astype(np.int8)


def booked_homes(records: Records) -> Array:
    """Return the home level as the books have it, int64[n]: ancestor of the addresses, usual level of the type."""
    ledger = records.disputes
    usual = np.array(records.society.usual_home, dtype=np.int64)[ledger.type]
    return np.maximum(ledger.ancestor.astype(np.int64), usual)


def booked_departments(records: Records) -> Array:
    """Return k as the books have it, int64[n]: 1 for types that need a department more often than not, else 0."""
    return np.array(records.society.usual_departments, dtype=np.int64)[records.disputes.type]


def highest_level(records: Records) -> Array:
    """Return the highest level each grievance was claimed at, stopped on the way to, or moved to, int64[n]; -1 none."""
    ledger, cases = records.disputes, records.cases
    top = ledger.reach.astype(np.int64)
    np.maximum.at(top, cases.dispute, cases.level.astype(np.int64))
    return top


def _cases_of_the_year(records: Records) -> Array:
    cases = records.cases
    network = np.isin(cases.forum, NETWORK)
    return network & (cases.opened >= 0) & (cases.opened < records.manifest.cohort)


def _booked_within(records: Records, size: int, level: int) -> Reported:
    """Share of the network's cases of a booked size that are booked as settled at or below `level`."""
    cases, ledger = records.cases, records.disputes
    seen = sizes(ledger.observed_stake, booked_homes(records), booked_departments(records), records)
    booked_size = seen[cases.dispute]
    of_size = _cases_of_the_year(records) & (booked_size == size)
    padded = sum(_padded_by_class(records, size))
    return cases.booked_share(of_size, cases.level <= level, padded)


def _padded_by_class(records: Records, size: int) -> tuple[int, ...]:
    """Padded entries that the books count in a class: trivial matters of people of the forum's own level.

    So those of the lowest forum are small matters, those of the town are big ones that stayed in the town.
    """
    society = records.society
    first, last = {SMALL: (0, society.base), BIG: (society.base + 1, society.office)}[size]
    return padded_entries(records)[first : last + 1]


def _booked_not_up(records: Records) -> Reported:
    """One minus registered petitions above the booked home over the network's cases; below 0 if there are more.

    What is registered outside is above the booked home unless a party is from outside, which its address tells.
    """
    cases, days = records.cases, records.manifest.cohort
    at_petition = (cases.forum == Forum.PETITION) & (cases.opened >= 0) & (cases.opened < days)
    above = int(np.count_nonzero(at_petition & (cases.level > booked_homes(records)[cases.dispute])))
    outside = records.series.total("registered_above", 0, days)
    whole = int(np.count_nonzero(_cases_of_the_year(records))) + sum(padded_entries(records))
    return Reported(1.0 - (above + outside) / whole if whole else float("nan"))


def _mean(which: Array, among: Array) -> float:
    whole = int(np.count_nonzero(among))
    return int(np.count_nonzero(which & among)) / whole if whole else float("nan")
