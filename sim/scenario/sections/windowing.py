"""Windows: who comes through them, how long dispatch takes, how often it goes wrong, what is asked, and their hours."""

from __future__ import annotations

from typing import Any

from sim.scenario.quantity import Section, number, whole


class Windows(Section):
    """Shares of administrative claims, days of dispatch, and misdirection."""

    hotline: float = number(
        0.2, unit="share of administrative claims", low=0, high=0.5, zh="经热线的份额", en="come through the hotline"
    )
    one_stop: float = number(
        0.1,
        unit="share of administrative claims",
        low=0,
        high=0.5,
        zh="经一站式中心的份额",
        en="come through the centre",
    )
    days: int = whole(2, unit="days", low=1, high=15, zh="派单用时", en="days until a window dispatches")
    wrong_hotline: float = number(
        0.15,
        unit="chance",
        low=0,
        high=0.4,
        source="D10",
        zh="热线派错的机会",
        en="chance that the hotline sends it wrong",
    )
    wrong_one_stop: float = number(
        0.05, unit="chance", low=0, high=0.4, zh="中心派错的机会", en="chance that the centre sends it wrong"
    )
    back_days: int = whole(
        5, unit="days", low=1, high=30, zh="派错后退回的用时", en="days until what was sent wrong is sent anew"
    )


class Contacts(Section):
    """Enquiries and service demands that windows take in: a load, and a source of grievances where they are not met."""

    hotline: float = number(
        150.0,
        unit="per 1,000 residents a year",
        low=50,
        high=350,
        source="D10",
        zh="热线来电",
        en="calls of the hotline",
    )
    centre: float = number(
        11.6, unit="per 1,000 residents a year", low=8, high=20, source="D10", zh="中心来访", en="visits to the centre"
    )
    demands: float = number(
        0.415, unit="share", low=0.2, high=0.7, source="T25", grade="A", zh="来电中的诉求", en="calls that are demands"
    )
    minutes: int = whole(
        5,
        unit="minutes",
        low=0,
        high=120,
        zh="一件诉求占用乡镇的工时",
        en="hours of the town office that a demand takes",
    )
    met: float = number(
        0.75, unit="chance", low=0.2, high=0.98, source="T25", grade="A", zh="诉求办成的机会", en="demands met, no load"
    )
    load: float = number(0.3, unit="per load", low=0, high=2, zh="负荷对办成的影响", en="less met under load")
    response: float = number(
        0.5, unit="share asked per share met", low=-1, high=4, zh="有求必应则求更多", en="demand answers to being met"
    )
    grievance: float = number(
        0.01, unit="chance", low=0, high=0.1, zh="未办成的诉求成怨", en="unmet demands that become a grievance"
    )


def _minutes(value: int, high: int, zh: str, en: str) -> Any:
    return whole(value, unit="minutes", low=1, high=high, zh=zh, en=en)


class Desk(Section):
    """Hours of windows, and what a contact takes of them; of demands, what the town office may give and may do."""

    hotline_hours: float = number(
        4.0,
        unit="hours a day per 50,000 registered",
        low=0.5,
        high=20,
        zh="热线工时",
        en="hours of the hotline, a calendar day",
    )
    centre_hours: float = number(
        2.0,
        unit="hours a day per 50,000 registered",
        low=0.2,
        high=10,
        zh="中心窗口工时",
        en="hours of the centre's desk, a calendar day",
    )
    enquiry_minutes: int = _minutes(5, 30, "接一件咨询的工时", "to answer an enquiry")
    demand_minutes: int = _minutes(12, 60, "接一件诉求的工时", "to write down and dispatch a demand")
    visit_minutes: int = _minutes(20, 120, "接待一次来访的工时", "to receive a visit to the centre")
    claim_minutes: int = _minutes(20, 120, "接一件纠纷的工时", "to write down and dispatch a dispute")
    office_share: float = number(
        0.15,
        unit="share of hours",
        low=0.01,
        high=0.6,
        zh="乡镇可用于诉求的工时",
        en="hours of a town office that demands may take",
    )
    beyond: float = number(
        0.2, unit="share", low=0, high=0.6, zh="超出乡镇职权的诉求", en="demands beyond the remit of the town"
    )
    beyond_more: float = number(
        0.4,
        unit="share",
        low=0,
        high=1,
        zh="多出来的诉求中超出职权的",
        en="the same, of demands above the base rate",
    )
