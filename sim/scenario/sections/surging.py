"""What campaigns and emergencies move: appraisal weights and hours. When campaigns come: `scenario.campaigns`."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class CampaignEffect(Section):
    """What a campaign of intensity 1 adds while it lasts, and how much of it is lost below zero afterwards."""

    w_u: float = number(
        0.5, unit="weight", low=0, high=3, zh="对未化解考核权重的增量", en="added to the weight on unresolved"
    )
    w_z: float = number(
        0.5, unit="weight", low=0, high=3, zh="对上行考核权重的增量", en="added to the weight on passed upward"
    )
    hours: float = number(
        0.3, unit="share of hours", low=0, high=1, zh="工时的增幅", en="added to the hours of administrative forums"
    )
    sag: float = number(
        0.3, unit="share of the rise", low=0, high=1, zh="过后回落所占", en="share of the rise that is lost afterwards"
    )
    sag_days: int = whole(60, unit="days", low=0, high=365, zh="回落的天数", en="days that it sags")


class Emergency(Section):
    """Marks on reported incidents, and what the mode moves."""

    enter: float = number(
        20.0,
        unit="incidents per 10,000 residents and 30 days",
        low=0.1,
        high=5000,
        zh="进入应急的上线",
        en="upper mark: at it a place goes into emergency mode",
    )
    leave: float = number(
        10.0,
        unit="incidents per 10,000 residents and 30 days",
        low=0,
        high=5000,
        zh="退出应急的下线",
        en="lower mark: below it the place leaves the mode",
    )
    least: int = whole(
        5, unit="incidents", low=1, high=1000, zh="进入应急的最少件数", en="fewer incidents are no emergency anywhere"
    )
    periods: int = whole(
        1, unit="review periods", low=1, high=6, zh="统计的期数", en="review periods in which incidents are counted"
    )
    w_u: float = number(
        0.0,
        unit="weight",
        low=-1,
        high=1,
        zh="应急时对未化解考核权重的变化",
        en="added to the weight on unresolved (the sign is open)",
    )
    w_z: float = number(
        1.0, unit="weight", low=0, high=3, zh="应急时对上行考核权重的增量", en="added to the weight on passed upward"
    )
    surge: float = number(
        1.3, unit="factor", low=0.5, high=3, zh="应急时信访工时系数", en="factor on the hours of petition offices"
    )
    routine: float = number(
        0.8, unit="factor", low=0, high=1.2, zh="应急时调解工时系数", en="factor on the hours of forums that mediate"
    )
