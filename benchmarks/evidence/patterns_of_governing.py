"""Decides how patterns 7, 8, 10 and 11 are asked: what blocking, sending down, paying and answering bring about."""

from __future__ import annotations

from typing import Final

from benchmarks.evidence.runs import Variant
from benchmarks.evidence.verdicts import Part, Pattern

QUOTA: Final = Variant(arm="petition_quota")
QUOTA_UNBLOCKED: Final = Variant(arm="petition_quota", changed={"processes.interception": False})
SENT_DOWN: Final = Variant(arm="keep_in_village(strictness=1)")
_WINDOWS: Final = {f"processes.{name}": True for name in ("windows", "contacts", "window_hours")}
JAMMED: Final = Variant(changed={**_WINDOWS, "desk.hotline_hours": 1.5})
ANSWERING: Final = Variant(changed={**_WINDOWS, "desk.hotline_hours": 8.0})
_CALM: Final = "compensation(insurance=0,calm=0.5)"
CALM: Final = Variant(arm=_CALM)
_FOR_PROFIT: Final = {"processes.profit": True, "profit.share": 0.05, "claim.paid_off": 0.0}
DRIVEN: Final = Variant(changed=_FOR_PROFIT)
CALM_DRIVEN: Final = Variant(arm=_CALM, changed=_FOR_PROFIT)

GOVERNING: Final[tuple[Pattern, ...]] = (
    Pattern(
        number=7,
        claim="Blocking below raises the flow at the top (inverted pyramid).",
        parts=(
            Part(
                words="lodged outside per 1,000 adult-years, `petition_quota` less baseline",
                figure="spill_outside",
                variant=QUOTA,
                than=Variant(),
                digits=3,
            ),
            Part(
                words="the same with interception less without it, beside `petition_quota`",
                figure="spill_outside",
                variant=QUOTA,
                than=QUOTA_UNBLOCKED,
                digits=3,
            ),
            Part(
                words="lodged outside, sent down by a strict gate (`keep_in_village(strictness=1)`) less baseline",
                figure="spill_outside",
                variant=SENT_DOWN,
                than=Variant(),
                digits=3,
            ),
        ),
    ),
    Pattern(
        number=8,
        claim="Suppression and empty referral create new grievances and longer careers; coercion ends the count, not "
        "the cause.",
        parts=(
            Part(
                words="grievances from treatment per root, `petition_quota` less baseline",
                figure="treatment_children",
                variant=QUOTA,
                than=Variant(),
                digits=4,
            ),
            Part(
                words="the same, strict gate less baseline",
                figure="treatment_children",
                variant=SENT_DOWN,
                than=Variant(),
                digits=4,
            ),
            Part(
                words="ends in a career (a return begins anew), `petition_quota` less baseline",
                figure="episodes",
                variant=QUOTA,
                than=Variant(),
                digits=3,
            ),
            Part(
                words="the same, strict gate less baseline",
                figure="episodes",
                variant=SENT_DOWN,
                than=Variant(),
                digits=3,
            ),
            Part(
                words="registered petitions per 1,000 adult-years, `petition_quota` less baseline",
                figure="petitions",
                variant=QUOTA,
                than=Variant(),
                sense="below",
            ),
            Part(
                words="hidden disputes, `petition_quota` less baseline",
                figure="hidden",
                variant=QUOTA,
                than=Variant(),
                percent=True,
            ),
        ),
        put_in="That a blocked or returned claim may become a grievance is a rule with a chance of its own.",
    ),
    Pattern(
        number=10,
        claim="Paying for calm breeds opportunistic claims.",
        parts=(
            Part(
                words="registered petitions per 1,000 adult-years, every second unsettled petition paid off "
                "(`compensation(insurance=0,calm=0.5)`) less baseline",
                figure="petitions",
                variant=CALM,
                than=Variant(),
                digits=3,
            ),
            Part(
                words="the same, where nobody counts on being paid (`claim.paid_off` 0) but 5 % of claimants go for "
                "what it pays: earlier rounds, and their return",
                figure="petitions",
                variant=CALM_DRIVEN,
                than=DRIVEN,
                digits=3,
            ),
            Part(
                words="lodgings a dispute, the second pair",
                figure="lodgings",
                variant=CALM_DRIVEN,
                than=DRIVEN,
                digits=3,
            ),
        ),
        put_in="The first part rests on `claim.paid_off` (its range holds 0), the other two on a share of claimants "
        "who go for what petitioning pays (in the library 0) and come back sooner once it has paid. Whether that "
        "outdoes the rejections that payment spares, which would be lodged again, is not put in.",
    ),
    Pattern(
        number=11,
        claim="Responsive channels attract more, and more out-of-remit, demand; the solved rate rises fast at first.",
        parts=(
            Part(
                words="service demands per 1,000 adult-years: a hotline with hours enough less one that jams "
                "(8 and 1.5 hours a day per 50,000)",
                figure="demands",
                variant=ANSWERING,
                than=JAMMED,
            ),
            Part(
                words="demands beyond the remit of the town, the same pair",
                figure="demands_beyond",
                variant=ANSWERING,
                than=JAMMED,
                percent=True,
            ),
            Part(
                words="demands met, the same pair",
                figure="demands_met",
                variant=ANSWERING,
                than=JAMMED,
                percent=True,
            ),
        ),
        put_in="That people ask more where more is met (`contacts.response`, whose range holds 0), and that what they "
        "ask beyond the base rate lies outside the remit more often (`desk.beyond_more`), are put in; how much is met "
        "follows from hours. How fast it rises at first is not asked: hours of a window do not move within a run.",
    ),
)
