"""Bits of the columns `marks` and `tried`, and the names of counters and daily series.

Plain integers, so that kernels see constants.
"""

from __future__ import annotations

from typing import Final

from sim.names import MAX_LEVELS

# bits of `marks`
ABOVE: Final = 1
"""Lodged administratively above its home level."""
BEYOND: Final = 2
"""Lodged outside, home level inside the tree."""
COURT_ABOVE: Final = 4
"""Lodged at a court above its home level."""
CARRIED: Final = 8
"""Moved above its home level by an institution."""
ATTEMPTED: Final = 16
"""Claimed administratively above its home level, whether or not it reached the window."""
LAWFUL: Final = 32
"""Lodged with the next place up from a government respondent: lawful review."""
LEGACY: Final = 64
"""In a starting stock."""
SKIPPED: Final = 128
"""Claimed at a level with a forum left untried at home or between home and it (a missing tier has none)."""

# of `transfer`
SPEAKS: Final = 64
"""Added to the channel where the claimant lodges tomorrow for all who stood up together today."""

# bits of `tried`
HEARD: Final = 1
"""Had a session."""
REACHED_REMEDY: Final = 4
"""Had a session at the forum that holds its exclusive remedy."""
GATED: Final = 8
"""Sent down by a gate at least once."""
ESCALATED: Final = 16
"""A later claim above its highest so far."""
FOUND: Final = 32
"""Found, and taken up by the lowest forum, before it was voiced."""
JOINED: Final = 64
"""Came forward once because enough others stood up over the same cause."""
CALLED: Final = 128
"""So called last night, and due today."""

GROUPED: Final = 2
"""Took part in a group incident."""

LINE_KINDS: Final = (*(f"slot{r}" for r in range(MAX_LEVELS)), "court", "prefiling", "arbitration", "reconsideration")
"""Kinds of line in counters and series: administrative forums by slot, the court, its pre-filing mediators, labour
arbitration, reconsideration."""
COURT_KIND: Final = MAX_LEVELS
PREFILING_KIND: Final = MAX_LEVELS + 1
ARBITRATION_KIND: Final = MAX_LEVELS + 2
RECONSIDERATION_KIND: Final = MAX_LEVELS + 3

COUNTS: Final = (
    "tick",
    "stage",
    "disputes",
    "filings",
    "causes",
    "pressures",
    "active_lines",
    "queued",
    "events",
    "joins",
    "pushes",
    "children",
    "traces",
    "candidates",
    "lumped",
    "suppressed",
    "latent",
    "active",
    "due",
    "stock",
    *(f"in_{kind}" for kind in LINE_KINDS),
    *(f"available_{kind}" for kind in LINE_KINDS),
    "look_anew",
    "feels",
    "felt",
    *(f"trust_now_{r}" for r in range(MAX_LEVELS + 1)),
    "risen",
)
"""Names of the cells of `count`; `TICK` etc. below are their positions."""

TICK, STAGE, DISPUTES, FILINGS, CAUSES, PRESSURES, ACTIVE_LINES, QUEUED, EVENTS, JOINS, PUSHES = range(11)
CHILDREN, TRACES, CANDIDATES, LUMPED, SUPPRESSED, LATENT, ACTIVE, DUE, STOCK = range(11, 20)
IN_LINE, AVAILABLE = COUNTS.index("in_slot0"), COUNTS.index("available_slot0")
"""First of the cells by kind of line: cases in line; minutes a day of all its lines, levers applied."""
LOOK_ANEW: Final = COUNTS.index("look_anew")
"""1 where the lever `detection` has moved and the latent have not been looked at yet."""

FEELS_A_DAY: Final = 4
"""Experiences that one dispute can bring in a day: two things may happen to it, each seen in two ways."""
FEELS, FELT, TRUST_NOW = COUNTS.index("feels"), COUNTS.index("felt"), COUNTS.index("trust_now_0")
"""Experiences of the day; entries of residents in the table of stances; mean trust by level at the last review."""
RISEN: Final = COUNTS.index("risen")
"""Causes that somebody began to pursue today."""

NEVER: Final = -9999
FAR: Final = 30000
"""Longest time, in days, that a hazard is followed; later is never."""
FIRST_TICK: Final = 4096
"""Shift of ticks in keys and events: starting stocks have negative ticks."""
STOCK_BLOCK: Final = 146
"""Days that the candidates of the past are drawn for at once, each with a day of its own (divides `STOCK_DAYS`)."""
STOCK_DAYS: Final = 2920
"""Days before tick 0 whose roots are drawn for the starting stocks: older ones have gone through the stocks and out."""

SERIES: Final = (
    "voiced",
    "born",
    "children",
    "lodged_above",
    "lodged_outside",
    "court_above",
    "blocked",
    "returned",
    "forwarded",
    "lumped_stock",
    "suppressed_stock",
    "active_stock",
    "latent_stock",
    "reopened",
    "claims",
    "talks",
    "registered_outside",
    *(
        f"{what}_{kind}"
        for what in ("accepted", "sessions", "line", "minutes", "booked", "available")
        for kind in LINE_KINDS
    ),
    "registered_above",
    "misrouted",
    "departments_missing",
    "departments_minutes",
    "found",
    "false_alarms",
    *(f"padded_{kind}" for kind in LINE_KINDS),
    "police_calls",
    "police_unattended",
    "police_refused",
    "police_minutes",
    "window_contacts",
    "window_misdirected",
    "enquiries",
    "demands",
    "demands_met",
    "booked_demands",
    "posts_left",
    "paper_minutes",
    *(f"trust_rank{r}" for r in range(MAX_LEVELS + 1)),
    "group_incidents",
    "in_group_incidents",
    "group_incidents_across",
    "demands_written",
    "demands_late",
    "demands_responded",
    "demands_satisfied",
    "demands_beyond",
    "booked_responded",
    "enquiries_unanswered",
    "visits",
    "window_minutes",
    "window_late",
    "window_jammed",
    "suits",
    "suits_sent",
    "suits_heard",
    "suits_settled",
    "suits_minutes_court",
    "suits_minutes_prefiling",
)
"""Names of the columns of `series`, one row a tick."""

S_VOICED, S_BORN, S_CHILDREN, S_ABOVE, S_OUTSIDE, S_COURT_ABOVE, S_BLOCKED, S_RETURNED, S_FORWARDED = range(9)
S_LUMPED, S_SUPPRESSED, S_ACTIVE, S_LATENT, S_REOPENED, S_CLAIMS, S_TALKS = range(9, 16)
S_REGISTERED = 16
S_ACCEPTED, S_SESSIONS, S_LINE, S_MINUTES, S_BOOKED, S_AVAILABLE = (
    SERIES.index(f"{what}_slot0") for what in ("accepted", "sessions", "line", "minutes", "booked", "available")
)
"""First of the columns by kind of line."""
S_REGISTERED_ABOVE = SERIES.index("registered_above")
S_MISROUTED, S_MISSING, S_JOINT, S_FOUND, S_FALSE_ALARMS, S_PADDED = (S_REGISTERED_ABOVE + 1 + k for k in range(6))
"""The last is the first of the columns by kind of line: entries that the books hold without a case."""
S_CALLS, S_UNATTENDED, S_POLICE_REFUSED, S_POLICE_MINUTES, S_CONTACTS, S_MISDIRECTED = (
    SERIES.index("police_calls") + k for k in range(6)
)
S_ENQUIRIES, S_DEMANDS, S_MET, S_BOOKED_DEMANDS = (SERIES.index("enquiries") + k for k in range(4))
S_POSTS_LEFT, S_PAPER = SERIES.index("posts_left"), SERIES.index("paper_minutes")

S_INCIDENTS, S_IN_GROUPS = SERIES.index("group_incidents"), SERIES.index("in_group_incidents")
S_ACROSS: Final = SERIES.index("group_incidents_across")
S_WRITTEN, S_LATE, S_RESPONDED, S_SATISFIED, S_BEYOND, S_BOOKED_RESPONDED = range(
    SERIES.index("demands_written"), SERIES.index("booked_responded") + 1
)
"""Demands at windows with hours: written down, of which late; treated; beyond the town's remit; as booked."""
S_UNANSWERED, S_VISITS, S_WINDOW_MINUTES, S_LATE_CLAIMS, S_JAMMED = range(
    SERIES.index("enquiries_unanswered"), SERIES.index("window_jammed") + 1
)
S_SUITS, S_SUITS_SENT, S_SUITS_HEARD, S_SUITS_SETTLED, S_SUITS_MINUTES = (SERIES.index("suits") + k for k in range(5))
"""Suits of organisations: that came, of which sent to mediation before filing; heard by courts; settled before.
The last is the first of two columns: minutes of judges and of mediators before filing that they took."""
S_TRUST: Final = SERIES.index("trust_rank0")
"""First of seven columns, by rank and `outside`: mean trust in 1/65536 at the last review; 0 with trust off."""

DONE, SHORT_CANDIDATES, SHORT_DISPUTES, SHORT_DAY, SHORT_FILINGS, SHORT_EVENTS, SHORT_SPREAD, SHORT_TRUST = range(8)
"""What a kernel returns: done, or the kind of room that is short."""
