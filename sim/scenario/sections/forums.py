"""Court, petition, statutory clocks, patience in line, and the gate with its baseline lever values."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Court(Section):
    """Filing and judgment; a court case never lapses."""

    refuse: float = number(0.05, unit="chance", low=0, high=0.5, zh="不予立案", en="refusal to file")
    grant: float = number(
        0.55, unit="chance", low=0, high=1, zh="支持申请人（理据居中）", en="judgment for the claimant at merit .5"
    )
    merit: float = number(2.0, unit="logit per merit", low=0, high=6, zh="理据的作用", en="effect of merit")
    fair: float = number(0.6, unit="chance", low=0, high=1, zh="败诉仍觉公平", en="a loss felt fair")
    organisation_docket: float = number(
        0.7,
        unit="share",
        low=0.5,
        high=0.85,
        source="D7",
        zh="单位案件所占",
        en="share of court hours taken by organisations' suits",
    )
    half: float = number(
        0.5135,
        unit="share of suits",
        low=0,
        high=1,
        source="ZJ10",
        grade="A",
        zh="诉讼费减半的份额（调解、撤诉、简易）",
        en="suits at half the fee (mediated, withdrawn, summary), as claimants expect",
    )
    clock: int = whole(
        180,
        unit="days",
        low=30,
        high=400,
        source="T23",
        grade="A",
        zh="审限（仅计超限，不终结案件）",
        en="statutory length of a trial (breaches are counted, no case ends by it)",
    )


class Petition(Section):
    """What a department with the power does with a petition."""

    decide: float = number(
        0.5, unit="chance", low=0, high=1, zh="有权部门支持的机会", en="chance that a department with power grants"
    )
    fair: float = number(0.35, unit="chance", low=0, high=1, zh="未获支持仍觉公平", en="a rejection felt fair")
    review_clock: int = whole(
        30, unit="days", low=15, high=60, source="T23", grade="A", zh="复查、复核期限", en="review and re-review"
    )


class Clocks(Section):
    """Days until a case in line has run out of time."""

    committee: int = whole(
        30, unit="days", low=15, high=60, source="T23", grade="A", zh="村（居）调解期限", en="committee"
    )
    office: int = whole(30, unit="days", low=15, high=60, source="T23", grade="A", zh="乡镇调解期限", en="town office")
    petition: int = whole(60, unit="days", low=15, high=60, source="T23", grade="A", zh="信访办理期限", en="petition")
    gate: int = whole(30, unit="days", low=15, high=60, source="D10", zh="首调期限", en="first try asked by a gate")
    outside: int = whole(30, unit="days", low=15, high=60, source="D10", zh="域外答复时间", en="delay at `outside`")


class Patience(Section):
    """Dropping out of a line."""

    rate: float = number(1.0, unit="1/year", low=0, high=6, zh="等待中退出的强度", en="drop-out while waiting")


class Gate(Section):
    """The gate's baseline: policies move these as levers."""

    strictness: float = number(0.0, unit="chance", low=0, high=1, source="D10", zh="先下后上的严格度", en="strictness")
    forward: float = number(
        0.5, unit="chance", low=0, high=1, source="D10", zh="不成则随案上送", en="forwarding after a failed try"
    )
    referral_hostility: float = number(
        0.1,
        unit="hostility",
        low=0,
        high=0.3,
        source="D10",
        zh="空转一次增添的敌意",
        en="hostility by an empty referral",
    )
