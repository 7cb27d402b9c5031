"""Names of counters, series and bits against the positions that kernels use: one shifted by one would mislabel all."""

from __future__ import annotations

from sim.engine import marks
from sim.names import MAX_LEVELS


def test_counters_stand_at_their_names() -> None:
    """`count[QUEUED]` is the cell called "queued"."""
    for position, name in enumerate(marks.COUNTS):
        base = name.rpartition("_")[0]
        if base in ("in", "available"):
            first = marks.IN_LINE if base == "in" else marks.AVAILABLE
            continue_at = first + marks.LINE_KINDS.index(name.removeprefix(f"{base}_"))
        elif base == "trust_now":
            continue_at = marks.TRUST_NOW + int(name.rpartition("_")[2])
        elif name.startswith(("in_", "available_")):
            continue
        else:
            continue_at = getattr(marks, name.upper())
        assert continue_at == position, name


def test_series_stand_at_their_names() -> None:
    """`series[tick, S_BLOCKED]` is the column called "blocked"; groups have a column for each kind of line."""
    single = {
        "voiced": marks.S_VOICED, "born": marks.S_BORN, "children": marks.S_CHILDREN, "lodged_above": marks.S_ABOVE,
        "lodged_outside": marks.S_OUTSIDE, "court_above": marks.S_COURT_ABOVE, "blocked": marks.S_BLOCKED,
        "returned": marks.S_RETURNED, "forwarded": marks.S_FORWARDED, "lumped_stock": marks.S_LUMPED,
        "suppressed_stock": marks.S_SUPPRESSED, "active_stock": marks.S_ACTIVE, "latent_stock": marks.S_LATENT,
        "reopened": marks.S_REOPENED, "claims": marks.S_CLAIMS, "talks": marks.S_TALKS,
        "registered_outside": marks.S_REGISTERED, "registered_above": marks.S_REGISTERED_ABOVE,
        "found": marks.S_FOUND, "false_alarms": marks.S_FALSE_ALARMS,
        "misrouted": marks.S_MISROUTED, "departments_missing": marks.S_MISSING,
        "departments_minutes": marks.S_JOINT, "posts_left": marks.S_POSTS_LEFT, "paper_minutes": marks.S_PAPER,
        "group_incidents": marks.S_INCIDENTS,
        "in_group_incidents": marks.S_IN_GROUPS, "group_incidents_across": marks.S_ACROSS,
        "police_calls": marks.S_CALLS, "police_unattended": marks.S_UNATTENDED,
        "police_refused": marks.S_POLICE_REFUSED, "police_minutes": marks.S_POLICE_MINUTES,
        "window_contacts": marks.S_CONTACTS, "window_misdirected": marks.S_MISDIRECTED,
        "enquiries": marks.S_ENQUIRIES, "demands": marks.S_DEMANDS, "demands_met": marks.S_MET,
        "booked_demands": marks.S_BOOKED_DEMANDS,
        "demands_written": marks.S_WRITTEN, "demands_late": marks.S_LATE, "demands_responded": marks.S_RESPONDED,
        "demands_satisfied": marks.S_SATISFIED, "demands_beyond": marks.S_BEYOND,
        "booked_responded": marks.S_BOOKED_RESPONDED, "enquiries_unanswered": marks.S_UNANSWERED,
        "visits": marks.S_VISITS, "window_minutes": marks.S_WINDOW_MINUTES, "window_late": marks.S_LATE_CLAIMS,
        "window_jammed": marks.S_JAMMED, "suits": marks.S_SUITS, "suits_sent": marks.S_SUITS_SENT,
        "suits_heard": marks.S_SUITS_HEARD, "suits_settled": marks.S_SUITS_SETTLED,
        "suits_minutes_court": marks.S_SUITS_MINUTES, "suits_minutes_prefiling": marks.S_SUITS_MINUTES + 1,
    }  # fmt: skip
    groups = {
        "accepted": marks.S_ACCEPTED, "sessions": marks.S_SESSIONS, "line": marks.S_LINE, "minutes": marks.S_MINUTES,
        "booked": marks.S_BOOKED, "available": marks.S_AVAILABLE, "padded": marks.S_PADDED,
    }  # fmt: skip
    placed = dict(single)
    for group, first in groups.items():
        placed |= {f"{group}_{kind}": first + k for k, kind in enumerate(marks.LINE_KINDS)}
    placed |= {f"trust_rank{rank}": marks.S_TRUST + rank for rank in range(MAX_LEVELS + 1)}
    assert {name: position for position, name in enumerate(marks.SERIES)} == placed


def test_kinds_of_line_leave_room_for_every_level() -> None:
    """One for each level a tree may have, then the court, and three kinds that stand behind."""
    assert len(marks.LINE_KINDS) == MAX_LEVELS + 4
    assert marks.LINE_KINDS[marks.RECONSIDERATION_KIND] == "reconsideration"
    assert marks.LINE_KINDS[marks.ARBITRATION_KIND] == "arbitration"
    assert marks.LINE_KINDS[marks.PREFILING_KIND] == "prefiling"
    assert marks.LINE_KINDS[marks.COURT_KIND] == "court"


def test_bits_do_not_overlap() -> None:
    """Two marks on one bit would be one mark."""
    bits = (marks.ABOVE, marks.BEYOND, marks.COURT_ABOVE, marks.CARRIED, marks.ATTEMPTED, marks.LAWFUL, marks.LEGACY,
            marks.SKIPPED)  # fmt: skip
    assert sorted(bits) == [1 << k for k in range(8)]
