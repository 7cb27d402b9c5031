"""Spread along ties, grievances made by treatment, and the trust that residents start with."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Spread(Section):
    """Hot open disputes push neighbours' mood and spawn sympathetic grievances."""

    R: float = number(
        0.15, unit="children per root", low=0, high=0.8, source="D10", zh="每件平均引发", en="mean children per root"
    )
    pushes: float = number(
        0.1,
        unit="contagion x heat, summed over the pushes of a root",
        low=0.005,
        high=10,
        zh="每件推动之和（用以分摊 R）",
        en="what R is spread over: a root's pushes, each weighed by contagion and heat, as measured at the defaults",
    )
    hot: float = number(
        0.5, unit="hostility", low=0, high=1, zh="失败后外溢的敌意门槛", en="hostility above which a failure is pushed"
    )
    mood_push: float = number(0.1, unit="mood", low=0, high=1, zh="一次推动的情绪", en="mood by one push")
    mood_half_life: float = number(
        45.0, unit="days", low=5, high=365, source="DR5", zh="情绪半衰期", en="half-life of mood"
    )
    mood_own: float = number(0.2, unit="mood", low=0, high=1, zh="自身失败的情绪", en="mood by one's own failure")
    mood_cap: float = number(1.0, unit="mood", low=0.1, high=4, zh="情绪上限", en="cap of mood")


class Treatment(Section):
    """Grievances against a place made by how it treated someone."""

    pi: float = number(
        0.15,
        unit="chance",
        low=0,
        high=0.5,
        source="D10",
        zh="压制或空转引发新怨的机会",
        en="chance that a suppression or an empty referral makes a grievance",
    )


class Trust(Section):
    """Anchors of intent trust by level id; a level with another id takes the anchor of its rank."""

    village: float = number(
        0.70, unit="share", low=0, high=1, source="T24,D10", zh="对村（社区）的信任", en="trust in the village"
    )
    town: float = number(
        0.70, unit="share", low=0, high=1, source="T24", grade="B", zh="对乡镇的信任", en="trust in the town"
    )
    county: float = number(
        0.74, unit="share", low=0, high=1, source="T24", grade="B", zh="对县的信任", en="trust in the county"
    )
    city: float = number(0.78, unit="share", low=0, high=1, source="T24,D10", zh="对市的信任", en="trust in the city")
    outside: float = number(
        0.82, unit="share", low=0, high=1, source="T24", grade="B", zh="对域外上级的信任", en="trust outside"
    )
