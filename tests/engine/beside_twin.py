"""What no event shows: the engine's columns at the end of a run beside the twin's objects, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.engine import marks
from sim.names import Forum, State
from tests.twin.departments import bits
from tests.twin.dispute import NEVER, OVER
from tests.twin.rulebook import looking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sim.engine.run import Run
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel


def hidden_difference(run: Run, twin: TwinModel) -> str | None:
    """Say which hidden value differs first, or None."""
    for what, engine, plain in _pairs(run, twin):
        if engine != plain:
            return f"{what}: engine {engine!r}, twin {plain!r}"
    return None


def _pairs(run: Run, twin: TwinModel) -> Iterator[tuple[str, Any, Any]]:
    """(name, engine's value, twin's value) of all that is compared."""
    st = run.state
    n = int(st.count[marks.DISPUTES])
    columns = {name: getattr(st, name)[:n].tolist() for name in _DISPUTE}
    ids = columns["id"]
    yield "ids", sorted(ids), sorted(twin.disputes)
    for row, key in enumerate(ids):
        dispute = twin.disputes[key]
        for name, value in _dispute_values(twin, dispute).items():
            engine = columns[name][row]
            if isinstance(engine, list):
                engine = engine[: len(value)]
            yield f"{name} of {key:016x} ({dispute.state.name})", engine, value
        for name, bit in _MARKS.items():
            yield f"{name} of {key:016x}", bool(columns["marks"][row] & bit), getattr(dispute, name)
        for name, bit in _TRIED.items():
            yield f"{name} of {key:016x}", bool(columns["tried"][row] & bit), getattr(dispute, name)
    yield from _lines(st, twin, ids)
    yield from _filings(st, twin, ids)
    yield from _people(st, twin)
    yield from _posts(st, twin)
    yield from _stances(st, twin)
    yield from _levers(run, twin)


_DISPUTE = (
    "id", "root", "state", "interest", "hostility", "visits", "fails", "episode", "blocks", "reach", "voiced", "due",
    "stake", "observed_stake", "merit", "temper", "impartial", "departments", "needs",
    "respondent_key", "failed_place", "compulsion", "information",
    "gate_target", "since", "marks", "tried", "last_way",
    "last_end", "first_spill", "came_back", "bond", "came_by", "border",
)  # fmt: skip
_MARKS = {
    "lodged_above": marks.ABOVE,
    "lodged_outside": marks.BEYOND,
    "sued_above": marks.COURT_ABOVE,
    "carried": marks.CARRIED,
    "attempted_above": marks.ATTEMPTED,
    "lawful_review": marks.LAWFUL,
    "skipped": marks.SKIPPED,
    "legacy": marks.LEGACY,
}
_TRIED = {
    "heard": marks.HEARD,
    "escalated": marks.ESCALATED,
    "gated": marks.GATED,
    "reached_remedy": marks.REACHED_REMEDY,
    "found": marks.FOUND,
    "grouped": marks.GROUPED,
    "joined_crowd": marks.JOINED,
    "called": marks.CALLED,
}


def _dispute_values(twin: TwinModel, one: Dispute) -> dict[str, Any]:
    values: dict[str, Any] = {
        "root": one.root,
        "state": int(one.state),
        "interest": one.interest,
        "hostility": one.hostility,
        "visits": one.visits,
        "fails": one.fails,
        "episode": one.episode,
        "blocks": one.blocks,
        "reach": one.reach,
        "voiced": marks.NEVER if one.voiced is None else one.voiced,
        "stake": one.stake,
        "observed_stake": one.observed,
        "merit": one.merit,
        "temper": one.temper,
        "impartial": one.impartial,
        "departments": len(one.needs),
        "needs": bits(one.needs),
        "respondent_key": one.respondent.key,
        "failed_place": -1 if one.failed_at is None else one.failed_at.index,
        "compulsion": one.compulsion,
        "gate_target": one.gate_target or 0,
        "last_way": int(one.way),
        "last_end": marks.NEVER if one.last_end is None else one.last_end,
        "first_spill": marks.NEVER if one.first_spill is None else one.first_spill,
        "came_back": one.came_back,
        "bond": one.bond,
        "border": one.border,
        "came_by": one.came_by,
    }
    if one.state not in OVER:
        values["due"] = min(one.due, _day_found(twin, one))
    if one.state == State.QUEUED:
        values["since"] = one.since
        values["information"] = one.information
    return values


def _day_found(twin: TwinModel, one: Dispute) -> int:
    """When a latent grievance is found if all days are as the last one was."""
    if one.state != State.LATENT or one.need is None or one.exposure >= one.need:
        return NEVER
    a_day = looking(float(twin.levers["detection"][one.place.index]))
    return twin.tick - 1 - (one.exposure - one.need) // a_day if a_day else NEVER


def _lines(st: Any, twin: TwinModel, ids: list[int]) -> Iterator[tuple[str, Any, Any]]:
    follows = st.line_next.tolist()
    for number, line in twin.lines.items():
        queue, row = [], int(st.line_head[number])
        while row >= 0:
            queue.append(ids[row])
            row = follows[row]
        yield f"line {number}", queue, [one.id for one in line.waiting]
        yield f"credit of line {number}", int(st.line_credit[number]), line.credit
        yield f"minutes of line {number}", int(st.line_minutes[number]), line.minutes(twin)
    for place, station in twin.stations.items():
        yield f"minutes of station {place}", int(st.police_minutes[place]), station.base_minutes
        yield f"credit of station {place}", int(st.police_credit[place]), station.credit


def _filings(st: Any, twin: TwinModel, ids: list[int]) -> Iterator[tuple[str, Any, Any]]:
    """The reported ledger rests on these rows."""
    n = int(st.count[marks.FILINGS])
    names = (
        "line",
        "forum",
        "level",
        "channel",
        "visit",
        "opened",
        "closed",
        "way",
        "booked",
        "misrouted",
        "missing",
        "joint",
        "found",
        "confirmed",
        "terms",
        "fair",
        "appeal",
        "post",
    )
    columns = [[ids[row] for row in st.filing_dispute[:n].tolist()]]
    columns += [getattr(st, f"filing_{name}")[:n].tolist() for name in names]
    numbers = {id(line): number for number, line in twin.lines.items()}
    numbers |= {id(one): place * (twin.p.n_levels + 1) + one.slot for place, one in twin.stations.items()}
    plain = [(one.id, numbers[id(case.line)], *_filing(case)) for one, case in twin.filings]
    for engine, row in zip(sorted(zip(*columns, strict=True)), sorted(plain), strict=True):
        yield f"filing (dispute, {', '.join(names)})", engine, row


def _filing(case: Case) -> tuple[int, ...]:
    closed = marks.NEVER if case.closed is None else case.closed
    seen = (case.forum, case.place.level, case.channel, case.visit, case.opened, closed, case.way, case.booked)
    seen += (case.misrouted, case.missing, case.joint_minutes, case.found)
    server = -1 if case.server is None else case.server.row
    confirmed = 2 if case.before_court else case.confirmed
    return tuple(int(value) for value in (*seen, confirmed, case.terms, case.felt_fair, case.appeal, server))


def _people(st: Any, twin: TwinModel) -> Iterator[tuple[str, Any, Any]]:
    moods, written = st.mood.tolist(), st.mood_tick.tolist()
    residents = (person for place in twin.places for person in place.residents)
    for row, person in enumerate(residents):
        yield f"mood of resident {row}", moods[row], person.mood_units
        if person.mood_units:
            yield f"tick of the mood of resident {row}", written[row], person.mood_day
    for principal in twin.reviewed:
        i = principal.place.index
        engine = (float(st.misreporting[i]), float(st.suppression[i]), float(st.effort[i]))
        yield f"m, s, e of place {i}", engine, (principal.misreporting, principal.suppression, principal.effort)


def _posts(st: Any, twin: TwinModel) -> Iterator[tuple[str, Any, Any]]:
    """Who holds which post, and what serving has done to him."""
    names = ("key", "in", "spell", "skill", "practice", "held", "agreed", "used", "load", "rested")
    columns = [getattr(st, f"post_{name}").tolist() for name in names]
    for row, post in enumerate(twin.posts):
        engine = [column[row] for column in columns]
        plain = [post.key, int(post.present), post.spell, post.skill, post.practice, post.held, post.agreed, post.used]
        if not post.present:  # the traces of who has left mean nothing
            engine, plain = engine[:3], plain[:3]
        yield f"post {row}", engine, plain if not post.present else [*plain, post.load, post.worked_on]
    yield "posts", len(columns[0]), len(twin.posts)


def _stances(st: Any, twin: TwinModel) -> Iterator[tuple[str, Any, Any]]:
    """Shifts of belief and trust by place, and of the residents who had a case of their own."""
    for place in twin.places:
        plain = {_column(stance): units for stance, (units, _) in place.shifts.held.items()}
        engine = {k: v for k, v in enumerate(st.stance_units[place.index].tolist()) if k in plain or v}
        yield f"stances of place {place.index}", engine, plain
    residents = [person for place in twin.places for person in place.residents]
    used = st.felt_key >= 0
    rows = zip(st.felt_key[used].tolist(), st.felt_units[used].tolist(), st.felt_tick[used].tolist(), strict=True)
    own = {
        (row, _column(stance)): held for row, one in enumerate(residents) for stance, held in one.shifts.held.items()
    }
    yield "own stances", {(key >> 6, key & 63): (units, tick) for key, units, tick in rows}, own


def _column(stance: tuple[str, int, int]) -> int:
    kind, which, family = stance
    free = {Forum.ARBITRATION: Forum.PREFILING, Forum.RECONSIDERATION: Forum.NONE}  # rows that were free
    row = free.get(Forum(which), which) if kind == "belief" else which
    return int(row) * 6 + family if kind == "belief" else 48 + which


def _levers(run: Run, twin: TwinModel) -> Iterator[tuple[str, Any, Any]]:
    """Today's levers, and what dynamic policies remember of the reported figures that each side showed them."""
    for name, values in run.book.values.items():
        yield f"lever {name}", values.tobytes(), twin.book.values[name].tobytes()
    yield "policies that remember", sorted(run.book.memory), sorted(twin.book.memory)
    for name, remembered in run.book.memory.items():
        yield f"memory {name}", remembered.tobytes(), twin.book.memory[name].tobytes()
