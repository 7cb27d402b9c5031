"""Decides what counts as spill: a party lodging above home, in three families never added up (`definitions` 1)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.analysis.cohort import Cohort, cohort_of, ratio
from sim.names import Origin, TieKind
from sim.records import NEVER, Mark, Records, Tried


@dataclass(frozen=True, kw_only=True, slots=True)
class Spill:
    """Spill of the cohort's disputes. Each counts in the farthest family it reached: outside, administrative, court.

    `headline` = administrative + outside. `judicial` are disputes lodged at a court above home and nowhere else above
    it; `judicial_any` all that were (suing is a right, no failure). `lawful_review`: administrative ones, of which one
    level above a government respondent. `attempts_above`: disputes with any administrative claim, or one to outside,
    above home, also if it was intercepted; `intercepted`: those of them that never reached the window.
    `horizontal`: voiced children whose claimant lives in another lowest-level place than the root's;
    `horizontal_by`: the same by the tie along which the child came, in the order of `TieKind`, before them those that
    came by none (grievances about treatment);
    beside it `incidents`, group incidents on the days of the cohort, whoever's, `incidents_across`, those of them with
    people of more than one lowest-level place, and `grouped`, disputes whose claimant stood up in one. None of these is
    added to the headline: what a crowd's spokesman lodges above home already is in it.
    """

    disputes: int
    roots: int
    administrative: int
    outside: int
    judicial: int
    judicial_any: int
    lawful_review: int
    attempts_above: int
    intercepted: int
    escalated: int
    skipped: int
    horizontal: int
    horizontal_by: tuple[int, ...]
    incidents: int
    incidents_across: int
    grouped: int
    adult_years: float

    @property
    def headline(self) -> int:
        """Disputes lodged administratively above home, or outside."""
        return self.administrative + self.outside

    def per_1000(self, count: float) -> float:
        """Return a count per 1,000 adult-years of the cohort."""
        return ratio(1000.0 * count, self.adult_years)

    def per_dispute(self, count: float) -> float:
        """Return a count per voiced dispute with home inside the tree."""
        return ratio(count, self.disputes)


def spill(records: Records) -> Spill:
    """Return the spill of the cohort."""
    cohort, ledger = cohort_of(records), records.disputes
    marks, tried = ledger.marks, ledger.tried

    def count(which: np.ndarray) -> int:
        return int(np.count_nonzero(which & cohort.voiced))

    above, beyond, court = ((marks & bit) > 0 for bit in (Mark.ABOVE, Mark.BEYOND, Mark.COURT_ABOVE))
    attempted = (marks & Mark.ATTEMPTED) > 0
    by_tie = _horizontal(records, cohort)
    return Spill(
        disputes=cohort.disputes,
        roots=len(cohort.roots),
        administrative=count(above & ~beyond),
        outside=count(beyond),
        judicial=count(court & ~above & ~beyond),
        judicial_any=count(court),
        lawful_review=count(above & ~beyond & ((marks & Mark.LAWFUL) > 0)),
        attempts_above=count(attempted),
        intercepted=count(attempted & ~above & ~beyond),
        escalated=count((tried & Tried.ESCALATED) > 0),
        skipped=count((marks & Mark.SKIPPED) > 0),
        horizontal=sum(by_tie),
        horizontal_by=by_tie,
        incidents=records.series.total("group_incidents", 0, records.manifest.cohort),
        incidents_across=records.series.total("group_incidents_across", 0, records.manifest.cohort),
        grouped=count((tried & Tried.GROUPED) > 0),
        adult_years=cohort.adult_years,
    )


def _horizontal(records: Records, cohort: Cohort) -> tuple[int, ...]:
    """Voiced children of the cohort's families that live in another lowest-level place than their root, by tie."""
    ledger = records.disputes
    children = np.flatnonzero(cohort.members & (ledger.origin != Origin.ROOT) & (ledger.voiced != NEVER))
    root = ledger.family[children]
    moved = (ledger.place_number[children] != ledger.place_number[root]) | (
        ledger.place_level[children] != ledger.place_level[root]
    )
    by_tie = np.bincount(ledger.came_by[children[moved]], minlength=len(TieKind) + 1)
    return tuple(int(count) for count in by_tie)
