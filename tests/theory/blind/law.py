"""Clocks, fees and steps of public law, typed from the law texts and from row 23 of the targets.

Written without a look at the project's own sections. Days are calendar days; a month is 30 and a year
365 of them, working days count 7/5 (definitions 1). Each entry names its article. Law in force 2024.
"""

from __future__ import annotations

MONTH = 30
YEAR = 365

CLOCKS: dict[str, tuple[int, str]] = {
    # mediation
    "people_mediation": (30, "targets 23; Ministry of Justice 2002 Order 75 art. 33: as a rule one month"),
    "court_prefiling": (30, "targets 23; SPC opinions on mediation by invited mediators"),
    "labour_mediation": (15, "Labour Dispute Mediation and Arbitration Law 2007 art. 14"),
    # labour arbitration
    "arbitration": (45, "same law art. 43"),
    "arbitration_extension": (15, "same law art. 43"),
    "arbitration_to_suit": (15, "same law art. 50"),
    "arbitration_limitation": (1 * YEAR, "same law art. 27"),
    # petition
    "petition_register": (15, "Regulation on Petition Work 2022 art. 22"),
    "petition_handle": (60, "same regulation art. 34"),
    "petition_extension": (30, "same regulation art. 34"),
    "petition_ask_review": (30, "same regulation art. 35"),
    "petition_review": (30, "same regulation art. 35"),
    "petition_ask_rereview": (30, "same regulation art. 36"),
    "petition_rereview": (30, "same regulation art. 36"),
    # court
    "court_docket": (7, "Civil Procedure Law 2023 art. 126"),
    "court_small": (2 * MONTH, "same law art. 168"),
    "court_summary": (3 * MONTH, "same law art. 164"),
    "court_ordinary": (6 * MONTH, "same law art. 152"),
    "court_appeal_lodge": (15, "same law art. 171"),
    "court_appeal": (3 * MONTH, "same law art. 183"),
    "ask_confirmation": (30, "same law art. 205; People's Mediation Law 2010 art. 33"),
    "enforcement_apply": (2 * YEAR, "same law art. 250"),
    "enforcement": (6 * MONTH, "same law art. 237; SPC 1998 no. 15 art. 107"),
    "civil_limitation": (3 * YEAR, "Civil Code art. 188"),
    # against government
    "reconsider_apply": (60, "Administrative Reconsideration Law 2023 art. 20"),
    "reconsider": (60, "same law art. 62"),
    "reconsider_extension": (30, "same law art. 62"),
    "administrative_suit_after_reconsideration": (15, "Administrative Litigation Law 2017 art. 45"),
    "administrative_suit": (6 * MONTH, "same law art. 46 (time to sue) and art. 81 (first instance)"),
}

PETITION_STEPS = ("handle", "review", "re-review")
"""Each one level up from the one before; after the third the matter is closed (art. 36)."""

FEE_BANDS: tuple[tuple[float, float], ...] = (
    (10_000, 0.0),
    (100_000, 0.025),
    (200_000, 0.02),
    (500_000, 0.015),
    (1_000_000, 0.01),
    (2_000_000, 0.009),
    (5_000_000, 0.008),
    (10_000_000, 0.007),
    (20_000_000, 0.006),
    (float("inf"), 0.005),
)
"""Upper end of a band in yuan, rate on what lies in it (State Council Decree 481, art. 13 (1))."""
FEE_FLOOR = 50.0
DIVORCE = (50.0, 300.0)
DIVORCE_FREE_PROPERTY = 200_000.0
DIVORCE_RATE = 0.005
LABOUR = 10.0
ADMINISTRATIVE = 50.0
HALF_IF = ("mediated", "withdrawn", "summary")
"""Art. 15 and 16."""
FREE = ("people_mediation", "petition", "hotline", "labour_arbitration", "confirmation")
"""People's Mediation Law art. 4; Labour Dispute Law art. 53; SPC 2011 no. 5 art. 11."""


def court_fee(claim: float, ended: str = "judged") -> float:
    """Yuan for a property claim, in progressive bands; half if mediated, withdrawn or summary."""
    fee, lower = FEE_FLOOR, 0.0
    for upper, rate in FEE_BANDS:
        fee += max(0.0, min(claim, upper) - lower) * rate
        lower = upper
    return fee / 2.0 if ended in HALF_IF else fee


def enforcement_fee(amount: float) -> float:
    """Yuan, borne by the debtor (Decree 481 art. 14 (1))."""
    bands = ((10_000, 0.0), (500_000, 0.015), (5_000_000, 0.01), (10_000_000, 0.005), (float("inf"), 0.001))
    fee, lower = 50.0, 0.0
    for upper, rate in bands:
        fee += max(0.0, min(amount, upper) - lower) * rate
        lower = upper
    return fee


def calendar_days(working_days: float) -> float:
    """Working-day clocks run 7/5 as long in calendar days."""
    return working_days * 7.0 / 5.0
