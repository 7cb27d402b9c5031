"""What must hold in any state of any run, to the unit: a list of what does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.columns import COLUMNS
from sim.names import MOST_DEPARTMENTS, Department, Forum, Origin, State, Terms

DONE = (State.FADED, State.FORGOTTEN, State.FINAL)
LAW = (State.PENDING, State.ENFORCING, State.APPEALED, State.CONFIRMING)
ACTIVE = (State.OPEN, State.TALK, State.QUEUED, State.AWAY, State.CALLED, State.AT_WINDOW)


def broken(run: Any) -> list[str]:
    """Names of the invariants that do not hold; empty if all do."""
    state = {column.name: getattr(run.state, column.name) for column in COLUMNS}
    n, cases = int(run.state.count[marks.DISPUTES]), int(run.state.count[marks.FILINGS])
    checks = (_states, _lines, _timers, _cases, _books, _police, _births, _causes, _pressure, _ranges, _spill)
    return [
        f"{check.__name__[1:]}: {what}" for check in checks for what, holds in check(run, state, n, cases) if not holds
    ]


Checks = Iterator[tuple[str, bool]]


def _chain(first: Any, following: Any, start: int) -> list[int]:
    rows, i = [], int(first[start])
    while i >= 0:
        rows.append(i)
        i = int(following[i])
        if len(rows) > len(following):
            return [*rows, -2]
    return rows


def _states(_run: Any, s: Any, n: int, _cases: int) -> Checks:
    state = s["state"][:n]
    yield "every dispute stands in one of the sixteen states", bool((state <= max(State)).all())
    for position, members in (
        (marks.LATENT, (State.LATENT,)), (marks.LUMPED, (State.LUMPED,)), (marks.SUPPRESSED, (State.SUPPRESSED,)),
        (marks.ACTIVE, ACTIVE),
    ):  # fmt: skip
        yield f"counter {marks.COUNTS[position]}", int(s["count"][position]) == int(np.isin(state, members).sum())
    in_line = (state == State.QUEUED) & (s["line"][:n] >= 0)
    yield "counter queued", int(s["count"][marks.QUEUED]) == int(in_line.sum())
    voiced = s["voiced"][:n] != marks.NEVER
    found = (s["tried"][:n] & marks.FOUND) > 0
    early = found & np.isin(state, (State.QUEUED, State.CONFIRMING, State.PENDING, State.SETTLED, State.FINAL))
    yield "only the voiced are pursued", bool((voiced | np.isin(state, (State.LATENT, State.FADED)) | early).all())
    yield "what is latent has not been found", not bool((found & np.isin(state, (State.LATENT, State.FADED))).any())
    yield "the latent have not spoken", not bool((voiced & np.isin(state, (State.LATENT, State.FADED))).any())


def _lines(run: Any, s: Any, n: int, _cases: int) -> Checks:
    members = [_chain(s["line_head"], s["line_next"], line) for line in range(len(s["line_head"]))]
    everybody = [i for rows in members for i in rows]
    aside = (s["state"][:n] == State.QUEUED) & (s["line"][:n] < 0)
    queued = np.flatnonzero((s["state"][:n] == State.QUEUED) & ~aside).tolist()
    missed = (s["filing_missing"][s["filing"][:n]] > 0) | (s["border"][:n] > 0)  # departments, or the place across
    yield "who is set aside lost a session", bool((missed & (s["sessions"][:n] > 0))[aside].all())
    yield "and will be back, or lapse before", bool((s["due"][:n] <= s["joined"][:n])[aside].all())
    yield "nobody in two lines, nobody lost", sorted(everybody) == queued
    yield "each knows its line", all(int(s["line"][i]) == line for line, rows in enumerate(members) for i in rows)
    yield "nobody else has one", bool((np.delete(s["line"][:n], queued) == -1).all())
    yield "lengths", (s["line_length"] - s["line_docket"]).tolist() == [len(rows) for rows in members]
    busy = s["active_list"][: int(s["count"][marks.ACTIVE_LINES])].tolist()
    yield "non-empty lines", sorted(busy) == np.flatnonzero(s["line_length"]).tolist()
    kinds = _kinds(run, np.arange(len(members)))
    waits = kinds[s["filing_line"][s["filing"][:n][aside]]]
    for kind, name in enumerate(marks.LINE_KINDS):
        here = [len(rows) for line, rows in enumerate(members) if kinds[line] == kind]
        open_here = int(np.sum(here)) + int((waits == kind).sum()) + int(s["line_docket"][kinds == kind].sum())
        yield f"open cases at {name}", int(s["count"][marks.IN_LINE + kind]) == open_here


def _kinds(run: Any, lines: Any) -> Any:
    """Kind of each line: its slot, the court, or behind all others the mediators before filing, and arbitration."""
    width = run.p.n_levels + 1
    slot = lines % width
    kind = np.where(slot == width - 1, marks.COURT_KIND, slot)
    behind = (lines - width * run.world.n_places) // run.world.n_places
    return np.where(behind < 0, kind, marks.PREFILING_KIND + behind)


def _timers(_run: Any, s: Any, n: int, _cases: int) -> Checks:
    last = len(s["calendar"]) - 1
    due = s["due"][:n]
    holds = due != marks.NEVER
    found: dict[int, int] = {}
    twice = False
    for tick in range(last + 1):
        for i in _chain(s["calendar"], s["timer_next"], tick):
            twice |= i in found
            found[i] = tick
    yield "one timer each", not twice and sorted(found) == np.flatnonzero(holds).tolist()
    yield "on its day", all(tick == min(int(due[i]), last) for i, tick in found.items())
    yield "none in the past", bool((due[holds] >= int(s["count"][marks.TICK])).all())
    yield "the living hold one, the ended none", bool((holds == ~np.isin(s["state"][:n], DONE)).all())


def _cases(run: Any, s: Any, n: int, cases: int) -> Checks:
    open_ = s["filing_closed"][:cases] == marks.NEVER
    owner = s["filing_dispute"][:cases]
    queued = np.flatnonzero(s["state"][:n] == State.QUEUED)
    yield "cases opened = closed + open", int(open_.sum()) + int((~open_).sum()) == cases
    yield "open cases are those who wait", sorted(owner[open_].tolist()) == queued.tolist()
    yield "each knows its case", s["filing"][owner[open_]].tolist() == np.flatnonzero(open_).tolist()
    law = np.isin(s["state"][:n], LAW)
    yield "nobody else has one", bool(((s["filing"][:n] >= 0) == (np.isin(s["state"][:n], (State.QUEUED, *LAW)))).all())
    kept_in_mind = s["filing"][:n][law]
    yield (
        "who waits for the law knows a closed case of its own",
        bool((s["filing_closed"][kept_in_mind] >= 0).all() and (owner[kept_in_mind] == np.flatnonzero(law)).all()),
    )
    pending = np.isin(s["state"][:n], (State.PENDING, State.ENFORCING))
    yield (
        "terms pending are those who wait for them",
        sorted(owner[s["filing_terms"][:cases] == Terms.PENDING]) == (np.flatnonzero(pending).tolist()),
    )
    yield "closed after they were opened", bool((s["filing_closed"] > s["filing_opened"])[:cases][~open_].all())
    yield "open cases have no end", not bool(s["filing_way"][:cases][open_].any())
    yield "closed cases have one", bool((s["filing_way"][:cases] > 0)[~open_].all())
    series = s["series"][: run.tick].sum(axis=0, dtype=np.int64)
    kind = _kinds(run, s["filing_line"][:cases])
    kind = np.where(s["filing_forum"][:cases] == Forum.POLICE, -1, kind)  # the police have no line
    for k, name in enumerate(marks.LINE_KINDS):
        here = kind == k
        yield f"accepted {name}", int(series[marks.S_ACCEPTED + k]) == int(here.sum())
        yield f"booked {name}", int(series[marks.S_BOOKED + k]) == int(s["filing_booked"][:cases][here].sum())
        yield (
            f"minutes used {name} within minutes there, credit kept",
            int(series[marks.S_MINUTES + k]) + int(_credit(run, s, k)) <= int(series[marks.S_AVAILABLE + k]),
        )


def _credit(run: Any, s: Any, kind: int) -> Any:
    """Credit that lines of a kind still hold."""
    return s["line_credit"][_kinds(run, np.arange(len(s["line_credit"]))) == kind].sum()


def _books(run: Any, s: Any, n: int, cases: int) -> Checks:
    series = s["series"][: run.tick].sum(axis=0, dtype=np.int64)
    yield "voiced", int(series[marks.S_VOICED]) == int((s["voiced"][:n] >= 0).sum())
    sessions = series[marks.S_SESSIONS : marks.S_SESSIONS + len(marks.LINE_KINDS)].sum(dtype=np.int64)
    waiting = s["filing_closed"][:cases] == marks.NEVER
    under_way = s["sessions"][s["filing_dispute"][:cases][waiting]]
    in_line = ~waiting & (s["filing_forum"][:cases] != Forum.POLICE)
    held = int(s["filing_sessions"][:cases][in_line].sum()) + int(under_way.sum())
    astray = int(s["filing_misrouted"][:cases].sum())
    yield "sessions of cases, and wrong desks, are sessions of days", int(sessions) == held + astray
    for name, series_at in (("misrouted", marks.S_MISROUTED), ("missing", marks.S_MISSING), ("joint", marks.S_JOINT)):
        total = int(s[f"filing_{name}"][:cases].sum(dtype=np.int64))
        yield f"{name} of cases is {name} of days", total == int(series[series_at])


def _police(run: Any, s: Any, n: int, cases: int) -> Checks:
    total = {name: int(s["series"][: run.tick, at].sum(dtype=np.int64)) for name, at in _POLICE.items()}
    entries = int((s["filing_forum"][:cases] == Forum.POLICE).sum())
    underway = int((s["state"][:n] == State.CALLED).sum())
    yield "calls are answered", total["calls"] == total["unattended"] + total["refused"] + entries + underway
    channel = int(run.p.n_levels) + 4
    yield "calls are visits", total["calls"] == int(s["visits"][:n, channel].sum(dtype=np.int64))
    yield "an hour of a station is spent once", total["minutes"] == (total["refused"] + entries) * run.p.police_minutes
    most = np.maximum(s["police_minutes"], run.p.police_minutes)
    yield "no station keeps more than a day", bool(((s["police_credit"] >= 0) & (s["police_credit"] <= most)).all())
    yield "nor spends what it has not", total["minutes"] <= int(s["police_minutes"].sum(dtype=np.int64)) * run.tick


_POLICE = {
    "calls": marks.S_CALLS, "unattended": marks.S_UNATTENDED, "refused": marks.S_POLICE_REFUSED,
    "minutes": marks.S_POLICE_MINUTES,
}  # fmt: skip


def _births(run: Any, s: Any, n: int, _cases: int) -> Checks:
    series = s["series"][: run.tick].sum(axis=0, dtype=np.int64)
    since = s["born"][:n] >= 0
    roots = np.isin(s["origin"][:n], (Origin.ROOT, Origin.UNMET))  # the second a family of its own, and no root
    yield "roots born", int(series[marks.S_BORN]) == int((since & roots).sum())
    yield "children born", int(series[marks.S_CHILDREN]) == int((~roots).sum())
    yield "no id twice", len(np.unique(s["id"][:n])) == n
    yield "a root is its own", bool((s["root"][:n] == s["id"][:n])[roots].all())
    yield "a child's root is there", bool(np.isin(s["root"][:n][~roots], s["id"][:n][roots]).all())
    yield "born of living people", bool(run.world.res_adult[s["claimant"][:n]].all())
    yield "nobody against himself", not bool((s["claimant"][:n] == s["respondent"][:n]).any())


def _causes(_run: Any, s: Any, n: int, _cases: int) -> Checks:
    number = int(s["count"][marks.CAUSES])
    listed = [_chain(s["cause_first"], s["cause_next"], cause) for cause in range(number)]
    pairs = [(cause, i) for cause, rows in enumerate(listed) for i in rows]
    yield "each dispute in the list of its cause", len(pairs) == n and all(s["cause"][i] == c for c, i in pairs)
    active = np.isin(s["state"][:n], ACTIVE)
    count = np.bincount(s["cause"][:n][active], minlength=number)[:number]
    yield "active of a cause", s["cause_active"][:number].tolist() == count.tolist()


def _pressure(_run: Any, s: Any, n: int, _cases: int) -> Checks:
    held = s["pressure_key"] >= 0
    yield "entries of the table", int(held.sum()) == int(s["count"][marks.PRESSURES])
    keys = s["pressure_key"][held]
    yield "no entry twice", len(np.unique(keys)) == len(keys)
    waiting = int((s["child_kind"][: int(s["count"][marks.CHILDREN])] == Origin.CONTAGION).sum())
    born = int((s["origin"][:n] == Origin.CONTAGION).sum())
    yield "one child for each that fired", int(s["pressure_fired"].sum()) == born + waiting


def _ranges(_run: Any, s: Any, n: int, _cases: int) -> Checks:
    for name in ("hostility", "interest", "merit", "tie", "gap", "compulsion", "information"):
        yield f"{name} is a share", bool(((s[name][:n] >= 0) & (s[name][:n] <= 1)).all())
    for name in ("effort", "suppression", "misreporting"):
        yield f"{name} is a share", bool(((s[name] >= 0) & (s[name] <= 1)).all())
    masks = s["needs"][:n].astype(np.int64)
    number = np.sum([(masks >> bit) & 1 for bit in range(len(Department))], axis=0)
    yield "as many departments as are named", bool((number == s["departments"][:n]).all())
    yield (
        "four at most, none unknown",
        bool((number <= MOST_DEPARTMENTS).all() and (masks < 1 << len(Department)).all()),
    )
    yield "stakes are money", bool((s["stake"][:n] > 0).all())
    yield "no mood below nothing", bool((s["mood"] >= 0).all())
    yield (
        "home within reach of all three",
        bool((s["home"][:n] >= np.maximum(np.maximum(s["ancestor"], s["power"]), s["impartial"])[:n]).all()),
    )


def _spill(run: Any, s: Any, n: int, _cases: int) -> Checks:
    """`definitions` 1 and 3, as far as bits can tell."""
    bits, home = s["marks"][:n], s["home"][:n]
    lodged, inside = (bits & (marks.ABOVE | marks.BEYOND)) > 0, home < run.p.n_levels
    yield "carried above home only where a party had lodged", bool(lodged[(bits & marks.CARRIED) > 0].all())
    yield "lodged above home only where home is inside the tree", bool(inside[lodged].all())
    yield "lodged above home only by a claim above home", bool(((bits & marks.ATTEMPTED) > 0)[lodged].all())
    yield "lawful review is lodged above home", bool(((bits & marks.ABOVE) > 0)[(bits & marks.LAWFUL) > 0].all())
