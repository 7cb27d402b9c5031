"""Small invented records: ledgers of a few rows whose answers can be worked out by hand, and random ones for laws."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from sim.names import EndState, Forum, Opponent, Origin, State, Way
from sim.records import (
    NEVER,
    LevelName,
    Manifest,
    Mark,
    PolicyCost,
    Principals,
    Records,
    ReportedLedger,
    Series,
    Society,
    Tried,
    TrueLedger,
)
from sim.records.series import NAMES

LEVELS = ("village", "town", "county")
FORUMS = (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION)
BEYOND = len(LEVELS)


_CLOSED = (Way.CONSENT, Way.PRESSED, Way.GRANTED, Way.REJECTED, Way.PROMISE, Way.WITHDRAWN, Way.TIMED_OUT)


def society(**more: Any) -> Society:
    """A county of 1,000 adults."""
    names = zip(LEVELS, FORUMS, strict=True)
    levels = tuple(
        LevelName(rank=r, id=name, zh=name, en=name, forum=int(forum), places=3)
        for r, (name, forum) in enumerate(names)
    )
    facts: dict[str, Any] = {
        "levels": levels, "base": 0, "office": 1, "court_rank": 2, "adults": 1000, "residents": 1200,
        "households": 400, "median_stake": 10_000.0, "usual_home": (0,) * 12 + (2, 0, 1),
        "usual_departments": (0, 0) + (1,) * 13,
        "trust": (0.7, 0.7, 0.74, 0.82),
        "hours_per_staff_day": 8.0, "yuan_per_staff_day": 400.0, "outside_zh": "本县以外", "outside_en": "beyond it",
        "overloaded": "refused", "rural_women": 300, "rural_men": 300, "standing_cuts": (109, 146),
        "governance": {
            "weight_resolution": 0.25, "weight_spill": 0.15, "weight_time": 0.1, "weight_trust": 0.1,
            "weight_fairness": 0.15, "weight_cost": 0.1, "weight_suppressed": 0.15, "half_days": 60.0,
            "half_yuan": 5000.0, "half_stock": 5.0,
        },
    }  # fmt: skip
    return Society(**(facts | more))


def manifest(**more: Any) -> Manifest:
    """A whole run under the baseline."""
    facts: dict[str, Any] = {
        "scenario": "invented", "title": {"zh": "虚构", "en": "Invented"}, "fingerprint": "f" * 64,
        "world_fingerprint": "w" * 64, "world_digest": "d" * 64, "digest": "e" * 64, "seed": 1, "arm": "baseline",
        "arm_title": {"zh": "现状", "en": "baseline"}, "standing": "option", "sources": {}, "burn_in": 360,
        "cohort": 365, "follow_up": 365, "last_day": 729, "complete": True, "model_version": "1", "packages": {},
        "clipped": {}, "policy_cost": PolicyCost(staff_days=0.0, yuan=0.0, days=365),
    }  # fmt: skip
    return Manifest(**(facts | more))


def series(burn_in: int = 360, days: int = 730, **columns: Any) -> Series:
    """Daily counts that are 0 unless given (one number: every day)."""
    length = burn_in + days
    held = {name: np.zeros(length, dtype=np.int64) for name in NAMES}
    held |= {name: np.broadcast_to(np.asarray(value, dtype=np.int64), (length,)) for name, value in columns.items()}
    return Series(first_day=-burn_in, columns=held)


def disputes(*rows: dict[str, Any]) -> TrueLedger:
    """One row a grievance; what is not said: a root of the cohort, voiced, home in the village, resolved by consent."""
    usual: dict[str, Any] = {
        "root": None, "origin": int(Origin.ROOT), "born": 10, "voiced": 20, "last_end": 30, "last_level": 0,
        "at_level": 0, "state": int(State.SETTLED), "end_state": int(EndState.RESOLVED), "last_way": int(Way.CONSENT),
        "tried": int(Tried.HEARD), "reach": 0, "case": -1, "first_spill": NEVER, "returns": 30_000, "forgets": 1125,
        "stake": 1000.0, "observed_stake": 1000.0, "opponent": int(Opponent.NEIGHBOUR), "place_number": 1,
    }  # fmt: skip
    full = [usual | {"id": 100 + i} | row for i, row in enumerate(rows)]
    for row in full:
        row["root"] = row["root"] or row["id"]
        row.setdefault("review_level", row.get("home", 0) + 1)  # no tier is missing
    ids = [row["id"] for row in full]
    for row in full:
        if "family" not in row:
            row["family"] = ids.index(row["root"])
        mother = full[row["family"]] if row["family"] >= 0 else None
        row.setdefault("cohort", int(mother is not None and 0 <= mother["born"] < 365))
    names = {name for row in full for name in row}
    return TrueLedger({name: np.array([row.get(name, 0) for row in full]) for name in names})


def cases(*rows: dict[str, Any]) -> ReportedLedger:
    """One row a case; what is not said: opened by a committee on day 21, settled by consent on day 30, and booked."""
    usual: dict[str, Any] = {
        "dispute": 0, "forum": int(Forum.COMMITTEE), "slot": 0, "level": 0, "opened": 21, "closed": 30,
        "way": int(Way.CONSENT), "sessions": 1, "work": 60, "returns": 30_000, "booked": 1,
    }  # fmt: skip
    full = [usual | row for row in rows]
    names = {name for row in full for name in row} | set(usual)
    return ReportedLedger({name: np.array([row.get(name, 0) for row in full], dtype=np.int64) for name in names})


def records(
    ledger: TrueLedger | None = None,
    files: ReportedLedger | None = None,
    daily: Series | None = None,
    *,
    facts: dict[str, Any] | None = None,
    **run: Any,
) -> Records:
    """Records of an invented run; `run` changes the manifest, `facts` the society."""
    return Records(
        manifest=manifest(**run),
        society=society(**(facts or {})),
        disputes=ledger if ledger is not None else disputes(),
        cases=files if files is not None else cases(),
        series=daily or series(),
        principals=Principals({}),
    )


@st.composite
def ledgers(draw: st.DrawFn, roots: int = 12) -> Records:
    """Any few families: roots with children, any marks, states and cases that a ledger may hold."""
    rows: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, roots))):
        mother = draw(grievances()) | {"id": 1000 + number, "born": draw(st.integers(-50, 500))}
        rows.append(mother)
        for _ in range(draw(st.integers(0, 2))):
            child = draw(grievances())
            child |= {"origin": draw(st.sampled_from((1, 2))), "root": mother["id"], "born": mother["born"] + 9}
            rows.append(child | {"id": 5000 + len(rows)})
    files = []
    for row, one in enumerate(rows):
        lodged = draw(st.integers(0, 2)) if one["voiced"] != NEVER else 0
        files += [draw(filings()) | {"dispute": row} for _ in range(lodged)]
    return records(disputes(*rows), cases(*files))


def grievances() -> st.SearchStrategy[dict[str, Any]]:
    """One grievance, voiced or not; what is never voiced was never lodged."""
    voiced = st.fixed_dictionaries({
        "voiced": st.integers(0, 700),
        "end_state": st.sampled_from([int(state) for state in EndState if state < EndState.PREVENTED]),
        "marks": st.integers(0, 31).map(lambda bits: bits & ~int(Mark.LEGACY)),
        "tried": st.integers(0, 31),
        "last_way": st.integers(0, len(Way) - 1),
        "at_level": st.integers(-1, BEYOND),
        "home": st.integers(0, BEYOND),
        "power": st.integers(0, 2),
        "exclusive": st.integers(0, 1),
        "opponent": st.integers(0, 9),
        "stake": st.floats(100.0, 1e6),
        "reach": st.integers(-1, BEYOND),
        "type": st.integers(0, 14),
        "place_number": st.integers(1, 3),
        "last_end": st.integers(0, 729),
    })  # fmt: skip
    never = st.fixed_dictionaries({
        "voiced": st.just(NEVER),
        "end_state": st.sampled_from([int(EndState.UNVOICED), int(EndState.PREVENTED)]),
        "home": st.integers(0, BEYOND),
        "tried": st.just(0),
    })  # fmt: skip
    return st.one_of(voiced, voiced, never)


def filings() -> st.SearchStrategy[dict[str, Any]]:
    """One case of any forum, open or closed."""
    places = ((0, 0, Forum.COMMITTEE), (1, 1, Forum.OFFICE), (2, 2, Forum.PETITION), (3, 2, Forum.COURT))
    closed = st.builds(
        lambda place, opened, days, way, fair, sessions, booked, back: {
            "slot": place[0], "level": place[1], "forum": int(place[2]), "opened": opened, "closed": opened + days,
            "way": int(way), "fair": fair * (way == Way.REJECTED), "sessions": sessions, "booked": booked,
            "returns": opened + days + back,
        },
        st.sampled_from(places), st.integers(-30, 700), st.integers(1, 60),
        st.sampled_from(_CLOSED),
        st.integers(0, 1), st.integers(0, 3), st.integers(0, 1), st.integers(1, 3000),
    )  # fmt: skip
    return st.one_of(closed, closed.map(lambda case: case | {"closed": NEVER, "way": 0, "booked": 0, "fair": 0}))
