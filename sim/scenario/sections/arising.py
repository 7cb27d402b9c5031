"""How many grievances arise, which are voiced and what they are worth. The types' own numbers are in the type table."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Incidence(Section):
    """Candidates for a grievance and the exogenous intensity that thins them."""

    lambda_person: float = number(
        18.0,
        unit="voiced disputes per 1,000 adult-years",
        low=14,
        high=40,
        source="T1,T2,D10",
        grade="A",
        zh="与个人的纠纷",
        en="voiced disputes with a person",
    )
    lambda_government: float = number(
        7.0,
        unit="voiced disputes per 1,000 adult-years",
        low=5,
        high=14,
        source="T3,D10",
        grade="A",
        zh="与政府机构的纠纷",
        en="voiced disputes with government or an institution",
    )
    requisition_share: float = number(
        0.35,
        unit="share",
        low=0,
        high=1,
        zh="其中征地拆迁所占",
        en="share of disputes with government that are about requisition",
    )
    adult_share: float = number(
        0.80, unit="share", low=0.5, high=1, source="D1", zh="成年人所占", en="adults among residents"
    )
    majorant: float = number(
        1.6,
        unit="factor over the mean",
        low=1,
        high=5,
        zh="候选强度上界",
        en="candidates drawn per expected grievance, before thinning",
    )
    standing_tilt: float = number(
        0.2,
        unit="share",
        low=-1,
        high=1,
        zh="地位对发生强度的影响",
        en="how much more often the well placed have a grievance",
    )


class Voice(Section):
    """From felt to voiced: one hazard against fading."""

    share: float = number(
        0.5, unit="share", low=0.2, high=0.7, source="D10", zh="说出来的份额", en="share of grievances voiced"
    )
    fade_days: float = number(
        60.0,
        unit="days",
        low=10,
        high=365,
        source="DR5",
        zh="未说出者平均消退天数",
        en="mean days until an unvoiced grievance fades",
    )


class Stake(Section):
    """What a dispute is worth, and what institutions see of it."""

    median: float = number(
        10_000.0, unit="yuan", low=2_000, high=40_000, source="D1", zh="标的中位数", en="median stake"
    )
    sigma: float = number(
        1.2, unit="log-normal sigma", low=0.8, high=1.6, source="D1", zh="标的离散度", en="spread of stakes"
    )
    observed_sigma: float = number(
        0.5,
        unit="log-normal sigma",
        low=0,
        high=1.5,
        zh="机构所见标的的误差",
        en="error in the stake that institutions see",
    )
    urban_gap: float = number(
        0.4,
        unit="log",
        low=-0.5,
        high=1.5,
        source="S1S4",
        zh="城镇标的高于乡村（对数）",
        en="how much higher stakes are in urban than in rural units",
    )
    authority_tie: float = number(
        0.5,
        unit="chance",
        low=0,
        high=1,
        source="DR1",
        zh="标的与所需权限同运的机会",
        en="chance that the power needed shares the luck of the stake",
    )
