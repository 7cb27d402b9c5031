"""Matters across a border: how often they arise between places that border on each other, and whether those two meet.

Towns, counties and cities are meant, not villages of one town. Siblings that follow one another in the order of their
codes count as neighbours (assumption: no table says who borders on whom). That such matters exist, and that nobody has
the remit, is told in S0 and S4; every number is an assumption.
"""

from __future__ import annotations

from typing import Any

from sim.scenario.quantity import Section, number


def _rate(value: float, zh: str, en: str) -> Any:
    unit = "voiced disputes per 1,000 adult-years of places with a border"
    return number(value, unit=unit, low=0, high=5, source="S0S4", zh=f"跨界{zh}纠纷", en=f"over {en} across a border")


class Border(Section):
    """Rates by kind of matter, who the other side is, and what the two places do about it."""

    water: float = _rate(0.10, "用水", "water")
    forest: float = _rate(0.08, "山林", "forest")
    minerals: float = _rate(0.02, "矿产", "minerals")
    commuting: float = _rate(0.20, "通勤", "commuting")
    upper: float = number(
        0.2, unit="chance", low=0, high=1, zh="再上一级边界的机会", en="chance that the border is one level further up"
    )
    collective: float = number(
        0.5, unit="share", low=0, high=1, zh="对方为村集体的份额（通勤除外）",
        en="share against the collective across (commuting: none)",
    )  # fmt: skip
    join: float = number(
        0.3, unit="chance", low=0, high=1, zh="对方地方来会同", en="chance that the place across joins"
    )
    blame: float = number(
        0.4, unit="chance", low=0, high=1, zh="无人会同时的推诿", en="chance that, alone, a place says it has no remit"
    )
    heat: float = number(0.05, unit="hostility", low=0, high=0.4, zh="推诿所添敌意", en="hostility by being passed on")
