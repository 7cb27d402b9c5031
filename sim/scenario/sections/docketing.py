"""Suits of organisations, where they are cases: how many, and what mediation before filing does to them."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Docket(Section):
    """Suits of banks, property managers and firms, side by side with residents' in the lines of the court.

    `court.organisation_docket` is their share of all suits here.
    """

    suits: float = number(
        12.8,
        unit="suits per 1,000 residents a year",
        low=10,
        high=14,
        source="T20",
        grade="A",
        zh="一审民事案件（含居民与单位）",
        en="first-instance civil suits of all, of which the docket is the share of organisations",
    )
    mediated: float = number(
        0.18,
        unit="share of organisations' suits",
        low=0,
        high=0.45,
        zh="单位案件进入诉前调解的份额",
        en="organisations' suits that both sides send to mediation before filing",
    )
    settled: float = number(
        0.5,
        unit="chance",
        low=0,
        high=1,
        zh="单位案件诉前调解成功的机会",
        en="chance that such mediation settles an organisation's suit",
    )
