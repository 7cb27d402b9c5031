"""Two canonical histories side by side: whether they are one, and if not, in words, where they first part."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from sim.names import Event, Forum, Opponent, Origin, Phase, State, Way
from tests.twin.history import TICK_SHIFT, Row

DECIDED_BY: dict[Event, str] = {
    # the part of the written day, and the rules, that decide an event
    Event.BORN: "birth of a grievance: arise.poisson_count, existence_probability, home.home_level",
    Event.VOICED: "phase 2, LATENT: voice.whole_days",
    Event.FADED: "phase 2, LATENT: voice.whole_days",
    Event.CLAIM: "choose: claim.*_utility, forum_worth, escalation_cost, wait_cost, court_cost, anger_worth",
    Event.BLOCKED: "BLOCKED: intercept.block_probability, relapse.heated",
    Event.RETURNED: "RETURNED: settle.power_of_strictness, relapse.heated",
    Event.NOT_FILED: "court: p.court_refuse",
    Event.ACCEPTED: "phase 3: the order and the days of lodgements",
    Event.REGISTERED: "phase 2, AWAY: p.outside_p_out",
    Event.AWARD: "a tribunal: decide.grant_probability at p.arbitration_grant, or at p.reconsideration_grant",
    Event.SESSION: "phase 4: settle.session_probability, decide.grant_probability, relapse.heated_by_waiting",
    Event.ENDED: "ends: book.false_success_probability, relapse.return_rate, p.heat_*",
    Event.FORWARDED: "phase 2, OPEN with a transfer: gate_forward, SENT_BACK",
    Event.REOPENED: "phase 2, at rest: relapse.cooled, whole_days at return_rate",
    Event.FORGOTTEN: "phase 2, at rest: forget and limitation days",
    Event.FINAL: "phase 2, at rest: limitation day",
    Event.REVIEW: "phase 7: appraise.*",
    Event.TALK: "phase 2, TALK: settle.talk_probability",
    Event.CONSENT: "phase 4: answer.respondent_consent",
    Event.DEPARTMENTS: "phase 4, departments: departments.turnout_probability",
    Event.MISROUTED: "phase 4, wrong desk: misroute.misroute_probability",
    Event.BORDER: "phase 4, matters across a border: borders.join_probability, p.border_blame",
    Event.RESUMED: "phase 2, QUEUED and set aside: p.joint_blame_days",
    Event.FOUND: "phase 2, LATENT: finding.exposure_needed, detection_rate, looking, source_of",
    Event.FALSE_ALARMS: "phase 7: finding.found_share, alarm_chance",
    Event.GROUP: "phase 6, group incidents: gather.others_needed, stands_up, is_incident",
    Event.TOGETHER: "phase 2, OPEN and speaking for a crowd",
    Event.TRUST: "phase 7: trust.trusted, shift_after, own_units, heard_units",
    Event.PADDED: "phase 7: padding.padded_entries",
    Event.CALLED: "phase 2, before choosing: police.call_probability",
    Event.DEMANDS: "phase 7, contacts: contacts.contact_mean, met_probability, asked_next",
    Event.TREATED: "phase 7, windows with hours: how the demands of the week were treated",
    Event.DESK: "phase 7, windows with hours: the desk's week, desk.*",
    Event.CONTACT: "phase 2, after choosing: windows.which_window",
    Event.DISPATCHED: "phase 2, AT_WINDOW: windows.misdirected_probability, the remit",
    Event.ATTENDED: "phase 2, CALLED: police.minutes_kept, stays_probability, spot_probability, spot_pressed",
    Event.EMERGENCY: "phase 7: emergency.incident_rate, emergency_after",
    Event.POST_LEFT: "staff, last in the evening: turnover.days_held, days_contracted",
    Event.POST_TAKEN: "staff, last in the evening: turnover.*, volunteer.willing, skill.own_skill",
    Event.CAMPAIGN: "campaigns: campaign.campaign_stage, campaign_pull, appraise.*",
    Event.OFFERED: "court's door: p.prefiling_offer, answer.respondent_consent",
    Event.TRIAL: "phase 2, OPEN on the way to trial",
    Event.APPEAL: "court: appeal.appeal_probability",
    Event.APPEAL_DECIDED: "phase 2, APPEALED: decide.grant_probability from the appellant's side",
    Event.CONFIRMATION: "phase 2, CONFIRMING: p.confirm_granted",
    Event.STEP: "phase 5: answers of offices to a complaint against a government",
    Event.KEPT: "phase 2, PENDING: perform.perform_probability",
    Event.BROKEN: "phase 2, PENDING: perform.perform_probability, p.perform_ask",
    Event.ENFORCEMENT: "phase 2, ENFORCING: perform.enforce_probability",
}
NUMBERS: dict[Event, tuple[str, str, str]] = {
    Event.BORN: ("stake", "hostility", "gap"),
    Event.CLAIM: ("worth", "hostility", "mood"),
    Event.BLOCKED: ("hostility", "interest", "probability"),
    Event.RETURNED: ("hostility", "interest", "strictness"),
    Event.ACCEPTED: ("clock day", "patience day", "compulsion"),
    Event.AWARD: ("probability", "hostility", "interest"),
    Event.SESSION: ("probability", "hostility", "interest"),
    Event.CONSENT: ("probability", "hostility", "interest"),
    **dict.fromkeys(
        (
            Event.OFFERED,
            Event.KEPT,
            Event.BROKEN,
            Event.ENFORCEMENT,
            Event.APPEAL,
            Event.APPEAL_DECIDED,
            Event.CONFIRMATION,
        ),
        ("probability", "hostility", "interest"),
    ),
    Event.TALK: ("probability", "hostility", "interest"),
    Event.DEPARTMENTS: ("probability", "hostility", "interest"),
    Event.BORDER: ("probability", "hostility", "interest"),
    Event.MISROUTED: ("probability", "hostility", "interest"),
    Event.CALLED: ("probability", "hostility", "interest"),
    Event.ATTENDED: ("probability", "hostility", "interest"),
    Event.DISPATCHED: ("probability", "hostility", "interest"),
    Event.ENDED: ("hostility", "interest", "return rate"),
    Event.TRUST: ("mean", "of those moved", "nothing"),
    Event.REVIEW: ("misreporting", "suppression", "effort"),
    Event.CAMPAIGN: ("misreporting", "suppression", "effort"),
    Event.EMERGENCY: ("incidents", "rate", "nothing"),
}
PLAIN_NUMBERS = ("hostility", "interest", "nothing")


def rows_of(events: Any) -> list[Row]:
    """The history as a list of rows, from the twin's list or from the engine's two arrays (words, numbers)."""
    if isinstance(events, tuple) and len(events) == 2:
        words, numbers = events
        return [(*w, *n) for w, n in zip(words.tolist(), numbers.tolist(), strict=True)]
    return list(events)


def first_difference(events_a: Any, events_b: Any, names: tuple[str, str] = ("a", "b")) -> str | None:
    """Say in words where two histories first part, or None. Numbers are compared by their bits."""
    rows_a, rows_b = rows_of(events_a), rows_of(events_b)
    for number, (a, b) in enumerate(zip_longest(rows_a, rows_b)):
        if a is None or b is None or _bits(a) != _bits(b):
            return _told(number, a, b, names, rows_a, rows_b)
    return None


def _bits(row: Row) -> bytes:
    return struct.pack("<4Q3d", *row)


def _told(
    number: int, a: Row | None, b: Row | None, names: tuple[str, str], rows_a: list[Row], rows_b: list[Row]
) -> str:
    one = a if b is None or (a is not None and _order(a) <= _order(b)) else b
    assert one is not None
    tick, phase, kind, _, _ = _head(one)
    lines = [
        f"histories part at row {number}, tick {tick}, phase {phase.name}, event {kind.name}",
        f"  decided by: {DECIDED_BY.get(kind, 'no event of the page')}",
        f"  {names[0]}: {in_words(a)}",
        f"  {names[1]}: {in_words(b)}",
    ]
    if a is not None and b is not None and a[1] == b[1]:
        lines.append(f"  they differ in: {', '.join(_fields_apart(a, b))}")
    lines.append("  before it, for the same key:")
    lines += [f"    {names[0]}: {in_words(row)}" for row in _career(rows_a[:number], one[1])]
    lines += [f"  after it in {names[0]}:"] + [f"    {in_words(row)}" for row in rows_a[number + 1 : number + 3]]
    lines += [f"  after it in {names[1]}:"] + [f"    {in_words(row)}" for row in rows_b[number + 1 : number + 3]]
    return "\n".join(lines)


def _order(row: Row) -> tuple[int, int, int]:
    return row[0] >> 32, row[0] >> 24 & 255, row[1]


def _head(row: Row) -> tuple[int, Phase, Event, Forum, int]:
    head = row[0]
    return (
        (head >> 32) - TICK_SHIFT,
        Phase(head >> 24 & 255),
        Event(head >> 16 & 255),
        Forum(head >> 8 & 255),
        head & 255,
    )


def _career(rows: list[Row], key: int) -> Iterable[Row]:
    return [row for row in rows if row[1] == key][-8:]


def _fields_apart(a: Row, b: Row) -> list[str]:
    names = ("head", "key", "other", "detail", *NUMBERS.get(_head(a)[2], PLAIN_NUMBERS))
    return [
        f"{name} ({one!r} against {other!r})"
        for name, one, other in zip(names, a, b, strict=True)
        if struct.pack("<d", one) != struct.pack("<d", other) or (isinstance(one, int) and one != other)
    ]


def in_words(row: Row | None) -> str:
    """One event as a line that a reader of the page understands."""
    if row is None:
        return "no more events"
    tick, phase, kind, forum, slot = _head(row)
    numbers = NUMBERS.get(kind, PLAIN_NUMBERS)
    values = " ".join(f"{name}={value!r}" for name, value in zip(numbers, row[4:], strict=True) if name != "nothing")
    where = f" at {forum.name} {slot}" if forum else ""
    what = f"tick {tick} {phase.name} {kind.name} of {row[1]:016x}{where} other={row[2]:016x}"
    return f"{what} {_detail(kind, row[3])} {values}"


def _detail(kind: Event, detail: int) -> str:
    if kind == Event.BORN:
        return (
            f"type={detail & 255} {Opponent(detail >> 8 & 255).name} home={detail >> 16 & 255} "
            f"power={detail >> 24 & 255} {Origin(detail >> 32 & 255).name} exclusive={detail >> 40 & 255} "
            f"ancestor={detail >> 48 & 255}"
        )
    if kind in (Event.ENDED, Event.TALK, Event.REGISTERED, Event.ATTENDED):
        marks = [
            name
            for bit, name in (
                (8, "booked"),
                (16, "forwarded"),
                (24, "felt fair"),
                (25, "confirmed"),
                (26, "terms run"),
                (27, "appealed"),
                (28, "to be confirmed"),
                (29, "taken to court"),
                (32, "now voiced"),
            )
            if detail >> bit & 1
        ]
        return " ".join([Way(detail & 255).name, *marks])
    if kind == Event.REOPENED:
        return f"from {State(detail & 255).name}" + (" and now voiced" if detail >> 8 & 1 else "")
    if kind == Event.SESSION:
        return f"session {detail & 255} {'agreed' if detail >> 8 & 1 else 'not agreed'}"
    return f"detail={detail}"
