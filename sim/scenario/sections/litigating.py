"""The legal chain at the court: mediation offered before filing. Filing and judgment themselves: `forums.Court`."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Prefiling(Section):
    """Mediation that the court offers before it files a suit, by mediators whom it invites."""

    offer: float = number(
        0.36,
        unit="share of suits between private parties",
        low=0.3,
        high=0.45,
        source="T19",
        grade="A",
        zh="委派诉前调解的份额",
        en="suits at the court's door that are offered mediation",
    )
    claimant_agrees: float = number(
        0.7, unit="chance", low=0, high=1, zh="申请人同意诉前调解的机会", en="chance that the claimant agrees"
    )
    hours: float = number(
        100.0,
        unit="hours a day per 1.2 M residents",
        low=10,
        high=500,
        zh="诉前调解工时（含单位案件）",
        en="hours of pre-filing mediators, organisations' suits included",
    )
    session: float = number(3.0, unit="hours", low=0.5, high=30, zh="诉前调解一次", en="session before filing")
    clock: int = whole(
        30, unit="days", low=15, high=60, source="T23", grade="A", zh="诉前调解期限", en="clock of pre-filing mediation"
    )
    confirm: float = number(
        0.3,
        unit="share of agreements",
        low=0,
        high=1,
        zh="诉前协议经司法确认的份额",
        en="agreements before filing that the court confirms",
    )
