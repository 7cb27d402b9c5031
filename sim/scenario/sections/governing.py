"""The appraisal that principals answer, and what the books make of cases that ended unsettled."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Appraisal(Section):
    """Weights, audits, penalties and costs in the closed form of the principal's answer."""

    w_u: float = number(
        0.5, unit="weight", low=0, high=3, source="D10", zh="对未化解的考核权重", en="weight on unresolved"
    )
    w_z: float = number(
        0.5, unit="weight", low=0, high=3, source="D10", zh="对上行的考核权重", en="weight on passed upward"
    )
    audit: float = number(0.1, unit="chance", low=0, high=1, source="D10", zh="抽查机会", en="audit chance")
    audit_penalty: float = number(
        3.0, unit="cost", low=0, high=10, source="D10", zh="查实虚报的代价", en="penalty if audited"
    )
    exposure: float = number(
        0.05, unit="chance", low=0, high=1, source="D10", zh="压制被曝光的机会", en="exposure of abuse"
    )
    exposure_penalty: float = number(
        2.0, unit="cost", low=0, high=10, source="D10", zh="曝光的代价", en="penalty if exposed"
    )
    public_spirit: float = number(0.2, unit="weight", low=0, high=1, source="D10", zh="公心", en="public spirit")
    effort_cost: float = number(1.0, unit="cost", low=0.1, high=5, source="D10", zh="用心的成本", en="cost of effort")
    misreport_cost: float = number(
        1.0, unit="cost", low=0.1, high=5, source="D10", zh="虚报的成本", en="cost of misreporting"
    )
    suppress_cost: float = number(
        0.6, unit="cost", low=0.1, high=5, source="D10", zh="压制的成本", en="cost of suppression"
    )
    suppress_hours: float = number(
        0.2, unit="share of hours", low=0, high=1, source="D10", zh="压制占用的工时", en="hours that suppression eats"
    )
    paper: float = number(
        0.3, unit="share of hours", low=0, high=0.6, source="D10", zh="文牍占用的工时", en="paperwork"
    )
    prior_weight: float = number(
        5.0,
        unit="cases",
        low=0,
        high=50,
        source="D6",
        zh="向本级均值收缩的权重",
        en="weight of the level's mean in what a principal knows",
    )
    review_days: int = whole(30, unit="days", low=7, high=90, source="D6", zh="考核间隔", en="days between answers")
    window_blocks: int = whole(
        3, unit="blocks of review_days", low=1, high=12, source="D6", zh="回看的期数", en="blocks looked back"
    )
    start_u: float = number(
        0.5, unit="share", low=0, high=1, source="D4", zh="起始未化解率", en="unresolved share at the start"
    )
    start_z: float = number(
        0.4, unit="chance", low=0, high=1, source="D4", zh="起始上行机会", en="chance of going up at the start"
    )


class Report(Section):
    """The reporting layer."""

    m0: float = number(0.9, unit="chance", low=0, high=1, source="D2", zh="虚报基数", en="misreporting at baseline")
    kappa1: float = number(
        1.0, unit="factor", low=0, high=1, source="D2", zh="调解的虚报系数", en="misreporting by mediation"
    )
    delta: float = number(
        0.3, unit="factor per rank", low=0.1, high=0.6, source="D2", zh="虚报系数的递减", en="decline by forum"
    )
