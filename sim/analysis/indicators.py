"""Decides what every indicator of `table` is worth in one run: a number, or a pair where the books have a word."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.analysis.books import Book, books
from sim.analysis.bordering import Bordering, bordering
from sim.analysis.cohort import cohort_of, ratio
from sim.analysis.cost import Cost, cost
from sim.analysis.ends import Ends, ends
from sim.analysis.finding import NETWORK, Finding, finding
from sim.analysis.flow import Flow, flow
from sim.analysis.fragments import Fragments, fragments
from sim.analysis.litigation import Litigation, litigation
from sim.analysis.mottoes import Mottoes, mottoes
from sim.analysis.policing import Policing, policing
from sim.analysis.reproduction import reproduction
from sim.analysis.right_level import CLASSES, RightLevel, right_level
from sim.analysis.spill import Spill, spill
from sim.analysis.table import INDICATORS
from sim.analysis.trust import trust
from sim.analysis.windows import Centre, Hotline, centre, hotline
from sim.names import Forum, Origin, TieKind
from sim.records import Paired, Records

Figures = dict[str, float | Paired]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Results:
    """The results of this room that indicators are read from, each worked out once."""

    spill: Spill
    right_level: RightLevel
    mottoes: Mottoes
    books: tuple[Book, ...]
    ends: Ends
    flow: Flow
    cost: Cost
    fragments: dict[str, Fragments]
    finding: Finding
    policing: Policing
    bordering: Bordering


def results_of(records: Records) -> Results:
    """Return the results of one run."""
    return Results(
        spill=spill(records),
        right_level=right_level(records),
        mottoes=mottoes(records),
        books=books(records),
        ends=ends(records),
        flow=flow(records),
        cost=cost(records),
        fragments=fragments(records),
        finding=finding(records),
        policing=policing(records),
        bordering=bordering(records),
    )


def indicators(records: Records, results: Results | None = None) -> Figures:
    """Return {name: value} of all indicators, in the order of `table.INDICATORS`; nan where there is no denominator.

    `results`: those of the same records, if they have been worked out already.
    """
    known = results or results_of(records)
    found = _outcomes(records, known) | _spill(known) | _pairs(known) | _cases(records) | _costs(known.cost)
    found |= _fragments(known.fragments)
    found |= _finding(records, known.finding) | _policing(records, known.policing)
    found |= _trust(records) | _windows(hotline(records), centre(records))
    found["reproduction"] = reproduction(records)
    return {row.name: found[row.name] for row in INDICATORS}


def _outcomes(records: Records, results: Results) -> Figures:
    cohort, end, level = cohort_of(records), results.ends, results.right_level
    adults = records.society.adults / 1000.0
    origin = records.disputes.origin[cohort.members]
    right: Figures = {name: level.share(name) for name in CLASSES}
    right["right_level"] = right.pop("right")
    return (
        _states(end)
        | right
        | {
            "across_borders": results.bordering.share,
            "across_right_level": results.bordering.right_share,
            "return_rate": end.return_rate,
            "days_to_resolution": end.days_median,
            "lumped_stock": ratio(end.lumped_stock, adults),
            "suppressed_stock": ratio(end.suppressed_stock, adults),
            "backlog": ratio(end.backlog, adults),
            "treatment_children": ratio(int(np.count_nonzero(origin == Origin.TREATMENT)), end.roots),
            "sympathetic_children": ratio(int(np.count_nonzero(origin == Origin.CONTAGION)), end.roots),
            "voiced": cohort.per_1000_adults(cohort.disputes),
        }
    )


def _states(end: Ends) -> Figures:
    shares: Figures = {name: end.share(name) for name in ("accepted", "lumped", "suppressed", "active", "outside_open")}
    return {"true_resolution": end.share("resolved")} | shares


def _spill(results: Results) -> Figures:
    own, moves = results.spill, results.flow
    return {
        "spill": own.per_1000(own.headline),
        "spill_per_dispute": own.per_dispute(own.headline),
        "spill_administrative": own.per_1000(own.administrative),
        "spill_outside": own.per_1000(own.outside),
        "lawful_review": own.per_1000(own.lawful_review),
        "judicial_spill": own.per_1000(own.judicial),
        "attempts_above": own.per_1000(own.attempts_above),
        "intercepted": own.per_1000(own.intercepted),
        "escalation": own.per_dispute(own.escalated),
        "skip": own.per_dispute(own.skipped),
        "horizontal_spill": ratio(own.horizontal, own.roots),
        **{f"horizontal_{kind.name.lower()}": ratio(own.horizontal_by[kind + 1], own.roots) for kind in TieKind},
        "group_incidents": own.per_1000(own.incidents),
        "group_incidents_across": own.per_1000(own.incidents_across),
        "in_group_incidents": own.per_dispute(own.grouped),
        "ended_above": ratio(moves.ended_above, moves.disputes),
    }


def _pairs(results: Results) -> Figures:
    words, rows = results.mottoes, results.books
    found: Figures = {"motto_small": words.small, "motto_big": words.big, "motto_not_up": words.not_up}
    lawful = (Forum.PREFILING, Forum.ARBITRATION, Forum.RECONSIDERATION, Forum.COURT)
    for forum in (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION, *lawful):
        name = forum.name.lower()
        found[f"success_{name}"] = _joined([row for row in rows if row.forum == forum])
    return found


def _joined(rows: list[Book]) -> Paired:
    """Success of all lines of one forum: the mean over their cases."""
    some = [row for row in rows if row.accepted]
    if not some:
        return Paired(reported=float("nan"), true=float("nan"))
    entries, cases = sum(row.accepted + row.padded for row in some), sum(row.accepted for row in some)
    return Paired(
        reported=sum(row.success.reported * (row.accepted + row.padded) for row in some) / entries,
        true=sum(row.success.true * row.accepted for row in some) / cases,
    )


def _finding(records: Records, early: Finding) -> Figures:
    cohort = cohort_of(records)
    found: Figures = {f"opened_by_{who}": early.opened(who) for who in ("mediator", "party", "referral")}
    entries = cohort.per_1000_adults(early.cases + early.padded)
    return found | {
        "mediated_booked": Paired(reported=entries, true=cohort.per_1000_adults(early.cases)),
        "padded_share": early.padded_share,
        "prevented": cohort.per_1000_adults(early.prevented),
        "false_alarms": cohort.per_1000_adults(early.false_alarms),
    }


def _policing(records: Records, police: Policing) -> Figures:
    return {
        "police_calls": cohort_of(records).per_1000_adults(police.calls),
        "police_unattended": ratio(police.unattended, police.calls),
        "police_refused": ratio(police.refused, police.calls - police.unattended),
        "success_police": police.success,
        "window_contacts": cohort_of(records).per_1000_adults(police.contacts),
        "demands": cohort_of(records).per_1000_adults(police.demands),
        "demands_met": ratio(police.demands_met, police.demands),
        "window_misdirected": ratio(police.misdirected, police.contacts),
    }


def _windows(phone: Hotline, desk: Centre) -> Figures:
    return {
        "hotline_response": phone.response,
        "hotline_solved": phone.solved,
        "hotline_satisfied": phone.satisfied,
        "contacts_unanswered": phone.unanswered,
        "demands_beyond": phone.beyond,
        "success_one_stop": desk.success,
    }


def _cases(records: Records) -> Figures:
    cohort, days = cohort_of(records), records.manifest.cohort
    outside = records.series.total("registered_outside", 0, days)
    return {
        "petitions": cohort.per_1000_adults(_accepted(records, (Forum.PETITION,)) + outside),
        "suits": cohort.per_1000_adults(_accepted(records, (Forum.COURT,))),
        "reconsiderations": cohort.per_1000_adults(_accepted(records, (Forum.RECONSIDERATION,))),
        "arbitrations": cohort.per_1000_adults(_accepted(records, (Forum.ARBITRATION,))),
        "mediated": cohort.per_1000_adults(_accepted(records, NETWORK)),
    } | _legal(litigation(records))


def _legal(found: Litigation) -> Figures:
    return {
        "sent_before_filing": found.sent,
        "prefiling_days": found.prefiling_days,
        "arbitration_days": found.arbitration_days,
        "awards_contested": found.contested,
        "court_breaches": found.breaches,
        "mediation_out_of_time": found.late_mediation,
        "petition_out_of_time": found.late_petition,
        "no_appeal": found.no_appeal,
        "terms_kept": found.kept,
        "terms_enforced": found.enforced,
        "terms_broken": found.broken,
        "mediated_enforced": found.mediated_enforced,
        "confirmed": found.confirmed,
    }


def _accepted(records: Records, forums: tuple[Forum, ...]) -> int:
    """Cases that these forums accepted on the days of the cohort, whoever's."""
    cases = records.cases
    in_year = (cases.opened >= 0) & (cases.opened < records.manifest.cohort)
    return int(np.count_nonzero(in_year & np.isin(cases.forum, forums)))


def _fragments(classes: dict[str, Fragments]) -> Figures:
    found: Figures = {}
    for name, one in classes.items():
        of = "" if name == "all" else f"_{name}"
        found[f"sessions_lost{of}"] = one.missing_share
        found[f"misrouted{of}"] = one.misrouted_share
    return found


def _trust(records: Records) -> Figures:
    society, levels = records.society, trust(records).levels
    inside = levels[: society.n_levels]
    return {"trust_local": levels[society.base], "trust_inside": math.fsum(inside) / len(inside)}


def _costs(paid: Cost) -> Figures:
    return {
        "own_staff_days": paid.own_staff_days,
        "department_staff_days": paid.department_staff_days,
        "policy_staff_days": paid.policy_staff_days,
        "policy_yuan": paid.policy_yuan,
        "staff_days_per_resolution": paid.staff_days_per_resolution,
        "yuan_per_resolution": paid.yuan_per_resolution,
    }
