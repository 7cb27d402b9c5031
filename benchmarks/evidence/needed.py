"""Decides why each process is there: what it should move by itself, and which target or pattern cannot do without it.

One entry a process; a test asks for each switch of the scenario exactly once. `own` names figures of `taken`.
Numbers with # are rows of `docs/indicators.md`, patterns those of `docs/evidence/patterns.md`. A process that no target
and no pattern needs says so: it has to stand on its rule alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from benchmarks.evidence.runs import SOCIETY

RAILWAY: Final = "benchmarks/evidence/railway.toml"
"""A society over which a shock comes: without one, its process has nothing to do."""
SWEEP: Final = "benchmarks/evidence/sweep.toml"
"""A society over which campaigns come."""

STAFFED: Final = {"processes.staff": True}
"""Without posts there is nobody to tire, leave or learn."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """`own`: figures that it should move by itself. `by`: what needs it.

    `scenario`, `beside` (what is set) and `arm` hold in both halves of a pair, so that the process has something to
    work on; `words` says so.
    """

    own: tuple[str, ...]
    by: str
    scenario: str = SOCIETY
    beside: Mapping[str, Any] = field(default_factory=dict)
    arm: str = "baseline"
    words: str = ""


NEEDED: Final[dict[str, Need]] = {
    "gate": Need(
        own=("returned_shut", "lodgings", "spill"),
        by="patterns 7 and 8 (empty referral); `keep_in_village` moves nothing without it",
        arm="keep_in_village",
        words="beside `keep_in_village` in both halves: the baseline has no gate",
    ),
    "interception": Need(
        own=("blocked", "intercepted", "suppressed"),
        by="patterns 7 and 8 (blocking below)",
        arm="petition_quota",
        words="beside `petition_quota` in both halves: at the library's appraisal nobody blocks",
    ),
    "misreporting": Need(own=("misreporting", "gap"), by="#7, #13, #14 (reported success); pattern 5"),
    "appraisal": Need(own=("effort", "suppression", "misreporting"), by="pattern 5; `petition_quota` acts through it"),
    "treatment": Need(
        own=("treatment_children",),
        by="pattern 8 (new grievances from how one was treated)",
        arm="petition_quota",
        words="beside `petition_quota` in both halves: at the library's appraisal nobody is blocked",
    ),
    "spread": Need(own=("sympathetic_children", "horizontal_spill"), by="no target; horizontal spill is 0 without it"),
    "return_": Need(own=("return_rate", "held"), by="patterns 5 and 8 (what was settled comes back)"),
    "wait_heat": Need(own=("hostility",), by="pattern 8 (longer careers are hotter); no target"),
    "outside": Need(own=("spill_outside", "petitions"), by="pattern 7 (the flow at the top); no target"),
    "pressing": Need(own=("way_pressed",), by="patterns 8 and 12 (weak parties concede)"),
    "promise": Need(own=("way_promise", "suppressed"), by="pattern 8 (the count ends, not the cause)"),
    "respondent_answer": Need(own=("way_refused", "never_heard"), by="patterns 1 and 12 (strangers do not come)"),
    "load": Need(
        own=("held", "load_busiest"),
        by="pattern 11; without it `resource_sinking` moves waits alone",
        beside={"staff.committee": 0.4, "staff.office": 8.0},
        words="with two thirds of the villages' hours and half of the town's in both halves: no line of the library is "
        "loaded enough to tell",
    ),
    "shocks": Need(
        own=("voiced", "load_busiest"),
        by="no target; scenarios with a shock",
        scenario=RAILWAY,
        words="over a society with a requisition in its villages, days 60 to 240",
    ),
    "place_kinds": Need(own=("hottest_kind",), by="no target; urban villages, estates and villages differ (S1)"),
    "coupling": Need(own=("voiced",), by="no target; one matter raising another (S2)"),
    "departments": Need(own=("sessions_lost", "department_staff_days"), by="pattern 12; `turnout`; big matters"),
    "misrouting": Need(own=("misrouted",), by="#15 (routing), with windows; one-stop centre"),
    "detection": Need(own=("opened_by_mediator.true", "prevented", "false_alarms"), by="#8 (who opened a case), #4"),
    "padding": Need(own=("padded_share", "gap"), by="#4, #7, #13 in the books; pattern 4 (counting)"),
    "prefiling": Need(
        own=("sent_before_filing", "success_prefiling.true", "prefiling_days"), by="#5, #17, #18, #19; pattern 6"
    ),
    "performance": Need(own=("terms_kept", "terms_broken", "return_rate"), by="pattern 6 (agreements in enforcement)"),
    "appeal": Need(own=("no_appeal", "judicial_spill"), by="#21 (judgments accepted), clocks of #23"),
    "arbitration": Need(
        own=("arbitrations", "arbitration_days", "awards_contested"),
        by="clock of #23; exclusive remedy of a labour award",
    ),
    "docket": Need(own=("suits", "sent_before_filing", "prefiling_days"), by="#5, #19, #20, #22 (the court's door)"),
    "reconsideration": Need(
        own=("reconsiderations", "success_reconsideration.true", "lawful_review"),
        by="no target; definitions 7 (citizen and government by reconsideration or petition)",
    ),
    "police": Need(own=("police_calls", "police_unattended", "success_police.true"), by="#16 (police mediation)"),
    "windows": Need(
        own=("window_contacts", "window_misdirected", "opened_by_referral.true"),
        by="#15 (routing); one-stop centre, hotline",
    ),
    "contacts": Need(own=("demands", "demands_met"), by="#25 (hotline); pattern 11 (responsive channels attract more)"),
    "window_hours": Need(
        own=("hotline_response.true", "hotline_satisfied.true", "contacts_unanswered"),
        by="#14, #15 (one-stop centre), #25 (hotline); pattern 11",
    ),
    "migration": Need(own=("lodgings", "voiced"), by="no target; migrants served apart from locals (S4)"),
    "borders": Need(own=("across_borders", "across_right_level"), by="no target; matters across borders (S0, S4)"),
    "tie_kinds": Need(
        own=("sympathetic_children", "horizontal_spill"), by="no target; acquaintances and netizens (S0)"
    ),
    "dual_structure": Need(own=("suits",), by="no target; town and country (S1, S4)"),
    "closeness": Need(own=("way_pressed",), by="no target; pattern 12 (weak parties concede)"),
    "confirmation": Need(own=("return_rate", "held"), by="no target; charter 9 (a confirmed agreement returns less)"),
    "petition_steps": Need(own=("petitions", "spill_outside", "suits"), by="clocks of #23; pattern 7"),
    "trust": Need(
        own=("trust_local", "trust_inside", "petitions"), by="pattern 9 (local harm, local trust); drift of #24"
    ),
    "gatherings": Need(
        own=("group_incidents", "in_group_incidents"),
        by="no target; allies of one cause past a threshold",
        beside={"spread.R": 0.6},
        words="with R at .6 in both halves: at the library's R few share a cause at one time",
    ),
    "half_fees": Need(own=("suits",), by="no target of its own; #20 moves with what a suit costs"),
    "staff": Need(own=("held",), by="#12 (skilled mediators); charter 2 and 3.5 (skill match)"),
    "turnover": Need(
        own=("posts_left", "load_busiest"), by="no target; charter 3.12", beside=STAFFED, words="beside `staff` in both"
    ),
    "fatigue": Need(own=("held",), by="pattern 11; charter 3.12", beside=STAFFED, words="beside `staff` in both"),
    "paperwork": Need(own=("paper_hours",), by="no target; pattern 5 (reporting takes hours)"),
    "volunteers": Need(own=("posts_left",), by="no target; charter 4", beside=STAFFED, words="beside `staff` in both"),
    "learning": Need(
        own=("held",),
        by="no target; charter 3.12; at strength 0 it moves nothing",
        beside={**STAFFED, "learning.gain": 0.5},
        words="beside `staff` and with `learning.gain` at 0.5 in both",
    ),
    "campaigns": Need(
        own=("effort", "suppression", "misreporting"),
        by="no target; pulses of pressure, and what they leave behind",
        scenario=SWEEP,
        words="over a society with a campaign of sixty days every half year",
    ),
    "emergency": Need(
        own=("petitions", "suppression"),
        by="no target; an emergency mode that enters and leaves at different marks",
        beside={"emergency.enter": 1.5, "emergency.leave": 1.0},
        words="with a mark that the library's petitions reach in both halves",
    ),
    "tacitus": Need(
        own=("hidden", "spill"),
        by="no target; off by default (definitions 7), recovery of trust",
        beside={"processes.trust": True, "tacitus.strength": 1.0, "tacitus.mark": 0.7},
        words="with trust that moves, at strength 1 and a mark of 0.7 in both halves",
    ),
    "spiral": Need(
        own=("hostility",),
        by="no target; off by default (definitions 7)",
        beside={"spiral.strength": 0.2},
        words="at strength 0.2 in both halves: the library's is 0",
    ),
    "crowd": Need(
        own=("voiced",),
        by="no target; off by default (definitions 7)",
        beside={"crowd.share": 0.5, "crowd.mean": 3.0},
        words="where half of all claimants have a threshold, of three on average: in the library nobody has",
    ),
    "profit": Need(
        own=("petitions", "lodgings"),
        by="no target; off by default (definitions 7)",
        beside={"profit.share": 0.05},
        words="with a share of 5 % in both halves: the library's is 0",
    ),
}
"""By name of the switch."""
