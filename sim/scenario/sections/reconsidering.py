"""Administrative reconsideration, which stands beside court and petition in a dispute with a government."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Reconsideration(Section):
    """The office of the government above that hears applications: free, with a clock, its decision open to a suit."""

    hours: float = number(
        25.0,
        unit="hours a day per 1.2 M residents",
        low=2,
        high=200,
        zh="行政复议工时（各级）",
        en="hours of reconsideration, at each level that hears it",
    )
    session: float = number(12.0, unit="hours", low=2, high=60, zh="复议每案", en="reconsideration case")
    clock: int = whole(
        90,
        unit="days",
        low=60,
        high=90,
        source="RL",
        grade="A",
        zh="行政复议期限（60 日，可延 30 日）",
        en="clock of reconsideration (60 days, and 30 more)",
    )
    apply: int = whole(
        60, unit="days", low=30, high=180, source="RL", grade="A", zh="申请期", en="days in which to apply"
    )
    claim: float = number(1.8, unit="utility", low=-4, high=8, zh="复议常数", en="constant of reconsideration")
    belief: float = number(0.6, unit="chance", low=0, high=1, zh="对复议办成的信念", en="belief in reconsideration")
    grant: float = number(
        0.16,
        unit="chance",
        low=0,
        high=1,
        source="RW",
        zh="复议纠错（理据居中；占作出决定者）",
        en="act changed or revoked at merit .5, of what is decided",
    )
    fair: float = number(0.5, unit="chance", low=0, high=1, zh="复议维持仍觉公平", en="an act upheld felt fair")
    sue: float = number(
        -1.7,
        unit="logit",
        low=-5,
        high=2,
        source="RW",
        zh="不服复议起诉的基数（其余居中）",
        en="base odds that an applicant who lost sues",
    )
    window: int = whole(
        15,
        unit="days",
        low=10,
        high=30,
        source="RL",
        grade="A",
        zh="起诉期",
        en="days in which to sue after a decision",
    )
