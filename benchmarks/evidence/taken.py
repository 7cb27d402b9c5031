"""Decides what of a run goes into evidence: every indicator, and some figures that no indicator tells. Plain numbers.

A pair of the books becomes two numbers, `NAME.booked` and `NAME.true`; they are only ever printed together.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from sim.analysis import books, identity, indicators, load, survey
from sim.analysis.cohort import cohort_of, ratio
from sim.names import Forum, Way
from sim.records import Paired, Records

Row = dict[str, float]

ADMINISTRATIVE: Final = (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION)
HIDDEN: Final = ("lumped", "suppressed", "active", "outside_open")
"""End states that stand for what is not settled; their sum is *hidden* over voiced disputes."""


def figures(records: Records, digest: str) -> Row:
    """Return every figure of one run, nan where there is no denominator."""
    row: Row = {}
    for name, value in indicators(records).items():
        if isinstance(value, Paired):
            row |= {f"{name}.booked": float(value.reported), f"{name}.true": float(value.true)}
        else:
            row[name] = float(value)
    row["hidden"] = sum(row[name] for name in HIDDEN)
    row |= {f"family_{name}": float(value) for name, value in identity(records).cells.items()}
    row |= _lines(records) | _mediated(records) | _careers(records) | _principals(records) | _surveyed(records)
    row["history"] = float(int(digest[:12], 16))  # two runs with one history have one number, exact in a float
    return row


def _lines(records: Records) -> Row:
    """Return the load of each kind of line, and of the busiest."""
    found = {f"load_{Forum(one.forum).name.lower()}_{one.kind}": float(one.offered) for one in load(records)}
    return found | {"load_busiest": max(found.values())}


def _mediated(records: Records) -> Row:
    """Return what administrative forums booked as settled beside what held, and their ways of ending."""
    cases = records.cases
    rows = [one for one in books(records) if one.forum in ADMINISTRATIVE and one.accepted]
    accepted = sum(one.accepted for one in rows)
    entries = accepted + sum(one.padded for one in rows)
    booked = ratio(sum(one.success.reported * (one.accepted + one.padded) for one in rows), entries)
    true = ratio(sum(one.success.true * one.accepted for one in rows), accepted)
    mine = (cases.opened >= 0) & (cases.opened < records.manifest.cohort) & np.isin(cases.forum, ADMINISTRATIVE)
    some = int(np.count_nonzero(mine))
    ways = {f"way_{w.name.lower()}": ratio(int(np.count_nonzero(mine & (cases.way == w))), some) for w in Way}
    return ways | {"booked": booked, "held": true, "gap": booked - true}


def _careers(records: Records) -> Row:
    """Return how long careers of the cohort's voiced disputes were, how hot they ended, and where hottest."""
    cohort, ledger = cohort_of(records), records.disputes
    mine = cohort.voiced
    lodgings = ledger.visits[:, 2:].sum(axis=1, dtype=np.int64)
    kinds = [mine & (ledger.place_kind == kind) for kind in np.unique(ledger.place_kind[mine])]
    hot = [float(ledger.hostility[one].mean()) for one in kinds if np.count_nonzero(one) >= 5]
    return {
        "lodgings": _mean(lodgings[mine]),
        "episodes": _mean(ledger.episode[mine]),
        "hostility": _mean(ledger.hostility[mine]),
        "hottest_kind": max(hot, default=float("nan")),
        "blocked": cohort.share(ledger.blocks > 0),
        "returned_shut": cohort.per_1000_adults(records.series.total("returned", 0, records.manifest.cohort)),
        "reached_institution": cohort.share(lodgings > 0),
        "reached_court": cohort.share(ledger.visits[:, 2 + records.society.n_levels] > 0),
        "posts_left": float(records.series.total("posts_left", 0, records.manifest.cohort)),
        "paper_hours": records.series.total("paper_minutes", 0, records.manifest.cohort) / 60.0,
        "claims_a_year": float(records.series.total("claims", 0, records.manifest.cohort)),
    }


def _principals(records: Records) -> Row:
    """Return how principals answer the appraisal on the last day."""
    who = records.principals
    return {name: _mean(getattr(who, name)) for name in ("effort", "suppression", "misreporting")}


def _surveyed(records: Records) -> Row:
    found = survey(records)
    return {"survey": float(found.share), "survey_booked": float(found.success.reported)}


def _mean(values: Any) -> float:
    return float(values.mean()) if len(values) else float("nan")
