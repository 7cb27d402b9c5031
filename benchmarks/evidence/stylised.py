"""Decides what of a run the patterns are read from, beside the figures of `taken`: who reached whom, who settled."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.evidence.taken import figures
from sim.analysis import load, trust
from sim.analysis.books import ENDED_WELL, FATES, fates
from sim.analysis.cohort import cohort_of, ratio
from sim.analysis.targets.figure import full_time_minutes
from sim.names import DisputeType, Forum, Opponent, Terms, Way
from sim.records import Records

Array = npt.NDArray[Any]
Row = dict[str, float]

NEAR: Final = (Opponent.KIN, Opponent.NEIGHBOUR)
FAR: Final = (Opponent.SAME_TOWN, Opponent.SAME_COUNTY, Opponent.SAME_ROOT, Opponent.BEYOND, Opponent.ORGANISATION)
PUBLIC: Final = (Opponent.COLLECTIVE, Opponent.GOVERNMENT)
TAKING: Final = (DisputeType.LAND, DisputeType.REQUISITION)
A_GAP: Final = 0.2
"""Respondent's standing above the claimant's from which the claimant counts as the weak party (0..1; assumption)."""

ENOUGH: Final = 8
"""Cases a place must have had in the year for its own share to be looked at."""


def pattern_figures(records: Records, digest: str) -> Row:
    """Return every figure of one run that a pattern is read from."""
    own = _reached(records) | _held(records) | _settled(records) | _by_place(records)
    own |= _work(records) | _enforced(records)
    own["trust_top"] = float(trust(records).levels[records.society.n_levels - 1])
    return figures(records, digest) | own


def _reached(records: Records) -> Row:
    """Return how far grievances and disputes of the cohort ever came."""
    cohort, ledger, society = cohort_of(records), records.disputes, records.society
    court = 2 + society.n_levels
    lodged = ledger.visits[:, 2:].sum(axis=1, dtype=np.int64) > 0
    slots = {forum: [2 + slot for _, one, slot in society.line_kinds() if one == forum] for forum in Forum}
    above = [*slots[Forum.PETITION], court, court + 1]
    official = [*slots[Forum.OFFICE], *above]
    some = int(np.count_nonzero(cohort.members))
    return {
        "private": 1.0 - ratio(int(np.count_nonzero(cohort.members & lodged)), some),
        "officials": cohort.share(_any(ledger.visits, official)),
        "sue_or_petition": cohort.share(_any(ledger.visits, above)),
    }


def _held(records: Records) -> Row:
    """Return the share of cases that held, of disputes that belong to the village: heard there, and heard above."""
    cases, society = records.cases, records.society
    base = min(slot for _, forum, slot in society.line_kinds() if forum == Forum.COMMITTEE)
    mine = _of_the_year(records) & (records.disputes.home[cases.dispute] <= base)
    well = np.isin(fates(records), [FATES.index(name) for name in ENDED_WELL])
    above = np.isin(cases.forum, (Forum.OFFICE, Forum.PETITION))
    return {
        "held_in_village": _share(well, mine & (cases.forum == Forum.COMMITTEE)),
        "held_above": _share(well, mine & above),
    }


def _settled(records: Records) -> Row:
    """Return shares of mediation cases of the year that were agreed freely, and those agreed under pressure."""
    cases, ledger = records.cases, records.disputes
    mine = _of_the_year(records) & np.isin(cases.forum, (Forum.COMMITTEE, Forum.OFFICE))
    of = cases.dispute
    agreed = cases.way == Way.CONSENT
    public, taking = np.isin(ledger.opponent, PUBLIC)[of], np.isin(ledger.type, TAKING)[of]
    weak = ledger.gap[of] >= A_GAP
    signed = mine & np.isin(cases.way, (Way.CONSENT, Way.PRESSED))
    return {
        "agreed_near": _share(agreed, mine & np.isin(ledger.opponent, NEAR)[of]),
        "agreed_far": _share(agreed, mine & np.isin(ledger.opponent, FAR)[of]),
        "agreed_public": _share(agreed, mine & public),
        "agreed_persons": _share(agreed, mine & ~public),
        "agreed_taking": _share(agreed, mine & taking),
        "agreed_other": _share(agreed, mine & ~taking),
        "pressed_weak": _share(cases.way == Way.PRESSED, signed & weak),
        "pressed_even": _share(cases.way == Way.PRESSED, signed & ~weak),
        "paper": _share(np.isin(cases.way, (Way.CONSENT, Way.PRESSED, Way.GRANTED)), mine),
    }


def _by_place(records: Records) -> Row:
    """Return mediation on the books and as it held, and how far places lie apart in each (standard deviation)."""
    cases = records.cases
    mine = _of_the_year(records) & np.isin(cases.forum, (Forum.COMMITTEE, Forum.OFFICE))
    well = np.isin(fates(records), [FATES.index(name) for name in ENDED_WELL])
    booked, held = [], []
    for level in np.unique(cases.level[mine]):
        for place in np.unique(cases.place_number[mine & (cases.level == level)]):
            here = mine & (cases.level == level) & (cases.place_number == place)
            if int(np.count_nonzero(here)) >= ENOUGH:
                pair = cases.booked_share(here).beside(_share(well, here))
                booked.append(pair.reported)
                held.append(pair.true)
    whole = cases.booked_share(mine).beside(_share(well, mine))
    return {
        "mediation_booked": whole.reported,
        "mediation_held": whole.true,
        "places": float(len(booked)),
        "booked_apart": float(np.std(booked, ddof=1)) if len(booked) > 1 else float("nan"),
        "held_apart": float(np.std(held, ddof=1)) if len(held) > 1 else float("nan"),
    }


def _work(records: Records) -> Row:
    """Return the cases of the year per full-time year of the hours that village committees have."""
    lines = [one for one in load(records) if one.forum == Forum.COMMITTEE]
    minutes = sum(one.available for one in lines)
    whole = full_time_minutes(records) * records.manifest.cohort
    return {"cases_per_mediator": ratio(sum(one.accepted for one in lines), minutes / whole)}


def _enforced(records: Records) -> Row:
    """Return agreements that were signed, and those brought to enforcement, both per 1,000 adult-years."""
    cases, cohort = records.cases, cohort_of(records)
    mine = _of_the_year(records) & (cases.forum != Forum.COURT)
    signed = mine & np.isin(cases.way, (Way.CONSENT, Way.PRESSED))
    asked = mine & np.isin(cases.terms, (Terms.ENFORCED, Terms.UNENFORCED))
    return {
        "signed": cohort.per_1000_adults(int(np.count_nonzero(signed))),
        "signed_in_enforcement": cohort.per_1000_adults(int(np.count_nonzero(asked))),
    }


def _of_the_year(records: Records) -> Array:
    cases = records.cases
    found: Array = (cases.opened >= 0) & (cases.opened < records.manifest.cohort)
    return found


def _share(which: Array, among: Array) -> float:
    return ratio(int(np.count_nonzero(which & among)), int(np.count_nonzero(among)))


def _any(visits: Array, channels: list[int]) -> Array:
    found: Array = np.asarray((visits[:, channels] > 0).any(axis=1))
    return found
