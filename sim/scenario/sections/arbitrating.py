"""Labour arbitration, which stands before the court in a dispute with an employer."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Arbitration(Section):
    """The labour arbitration commission of a county: free, with a clock, its award open to a suit by whoever lost."""

    hours: float = number(
        25.0,
        unit="hours a day per 1.2 M residents",
        low=2,
        high=200,
        zh="劳动仲裁工时",
        en="hours of arbitrators",
    )
    session: float = number(6.0, unit="hours", low=0.5, high=30, zh="仲裁每案", en="arbitration case")
    clock: int = whole(
        60,
        unit="days",
        low=45,
        high=60,
        source="T23",
        grade="A",
        zh="劳动仲裁期限（45 日，可延 15 日）",
        en="clock of labour arbitration (45 days, and 15 more)",
    )
    grant: float = number(
        0.65, unit="chance", low=0, high=1, zh="裁决支持申请人（理据居中）", en="award for the claimant at merit .5"
    )
    fair: float = number(0.6, unit="chance", low=0, high=1, zh="仲裁败诉仍觉公平", en="an award lost felt fair")
    sue: float = number(
        -0.8, unit="logit", low=-5, high=2, zh="不服裁决起诉的基数（其余居中）", en="base odds that the loser sues"
    )
    final_stake: float = number(
        25_000.0,
        unit="yuan",
        low=0,
        high=60_000,
        zh="一裁终局的标的上限（约为月最低工资的十二倍）",
        en="stake up to which an award binds the employer at once (about twelve minimum wages)",
    )
    window: int = whole(
        15, unit="days", low=10, high=30, source="LL", grade="A", zh="起诉期", en="days in which to sue after an award"
    )
