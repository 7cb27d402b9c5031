"""Staff hours, the stocks a run starts with, and the shape of the synthetic world (ties, households, class weights)."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Staff(Section):
    """Hours a day per forum, hours a session takes, and how registered residents follow from actual ones."""

    committee: float = number(
        0.6, unit="hours a day per 1,000 residents", low=0.05, high=5, zh="村（居）工时", en="committee"
    )
    office: float = number(
        16.0, unit="hours a day per 50,000 residents", low=1, high=100, source="DR5", zh="乡镇工时", en="town office"
    )
    petition: float = number(
        85.0, unit="hours a day per 1.2 M residents", low=1, high=200, zh="信访工时", en="petition office"
    )
    court: float = number(
        500.0, unit="hours a day per 1.2 M residents", low=50, high=2_000, source="DR5", zh="法院工时", en="court"
    )
    committee_session: float = number(
        3.0, unit="hours", low=0.5, high=30, source="DR5", zh="村（居）调解一次", en="committee session"
    )
    office_session: float = number(
        4.0, unit="hours", low=0.5, high=30, source="DR5", zh="乡镇调解一次", en="town session"
    )
    petition_session: float = number(
        3.0, unit="hours", low=0.5, high=30, source="DR5", zh="信访办理一次", en="petition session"
    )
    court_session: float = number(7.0, unit="hours", low=0.5, high=30, source="DR5", zh="法院每案", en="court case")
    content_sigma: float = number(
        0.6, unit="log-normal sigma", low=0.3, high=1, source="D10", zh="工作量离散度", en="spread of work"
    )
    content_low: float = number(0.2, unit="factor", low=0.05, high=1, zh="工作量下限", en="lowest work multiplier")
    content_high: float = number(4.0, unit="factor", low=1, high=20, zh="工作量上限", en="highest work multiplier")
    yuan_per_staff_day: float = number(
        400.0, unit="yuan", low=200, high=800, source="D10", zh="每人日费用", en="cost of a staff-day"
    )
    hours_per_staff_day: float = number(8.0, unit="hours", low=4, high=12, zh="每人日工时", en="hours of a staff-day")
    rural_registered: float = number(
        1.51,
        unit="registered per resident",
        low=0.2,
        high=5,
        source="TR",
        zh="乡村户籍系数",
        en="registered per actual resident, rural units",
    )
    urban_registered: float = number(
        0.71,
        unit="registered per resident",
        low=0.1,
        high=5,
        source="TR",
        zh="城镇户籍系数",
        en="registered per actual resident, urban units",
    )


class Initial(Section):
    """Careers before the start, by which the starting stocks are drawn; the burn-in carries them on."""

    private_lumped: float = number(
        0.464, unit="share of careers", low=0, high=1, zh="对私：以忍下告终", en="against private parties: ends lumped"
    )
    private_again: float = number(
        0.73,
        unit="share of careers",
        low=0,
        high=1,
        zh="对私：忍过又忍",
        en="against private parties: lumped once more",
    )
    private_suppressed: float = number(
        0.0645, unit="share of careers", low=0, high=1, zh="对私：被压下", en="against private parties: ends suppressed"
    )
    private_tries: float = number(
        0.35, unit="chance", low=0, high=0.9, zh="对私：再一次未果", en="against private parties: one more try in vain"
    )
    private_days: float = number(
        33.0, unit="days", low=1, high=365, zh="对私：历时", en="against private parties: days of a career"
    )
    authority_lumped: float = number(
        0.582, unit="share of careers", low=0, high=1, zh="对公：以忍下告终", en="against authorities: ends lumped"
    )
    authority_again: float = number(
        0.818, unit="share of careers", low=0, high=1, zh="对公：忍过又忍", en="against authorities: lumped once more"
    )
    authority_suppressed: float = number(
        0.0526, unit="share of careers", low=0, high=1, zh="对公：被压下", en="against authorities: ends suppressed"
    )
    authority_accepted: float = number(
        0.0926, unit="share of careers", low=0, high=1, zh="对公：认输", en="against authorities: a loss felt fair"
    )
    authority_tries: float = number(
        0.44, unit="chance", low=0, high=0.9, zh="对公：再一次未果", en="against authorities: one more try in vain"
    )
    authority_days: float = number(
        27.8, unit="days", low=1, high=365, zh="对公：历时", en="against authorities: days of a career"
    )


class WorldShape(Section):
    """Households, ties and the weights that spread a known total over units. `seed` draws the world, never a run."""

    seed: int = whole(1, unit="number", low=0, high=2**63 - 1, zh="合成社会的种子", en="seed of the world")
    household_size: float = number(
        2.62, unit="residents", low=1, high=8, source="C2020", grade="A", zh="户均人口", en="household size"
    )
    block: int = whole(
        52, unit="households", low=4, high=400, source="TN", grade="A", zh="村民小组户数", en="households of a block"
    )
    rural_k: int = whole(
        6, unit="ties", low=0, high=16, source="TN", grade="A", zh="乡村组内联系", en="rural ties within the block"
    )
    rewire: float = number(0.25, unit="chance", low=0, high=1, source="TN", zh="重连机会", en="rewiring")
    other_block_ties: float = number(
        0.3,
        unit="ties per household",
        low=0,
        high=5,
        source="TN",
        zh="与他组的联系",
        en="ties to other blocks of the unit",
    )
    far_ties: float = number(0.7, unit="ties per household", low=0, high=5, source="TN", zh="远亲联系", en="far ties")
    urban_neighbour: float = number(
        2.0, unit="ties", low=0, high=8, source="TN", zh="城镇邻里联系", en="urban neighbour ties"
    )
    urban_kin: float = number(2.0, unit="ties", low=0, high=8, source="TN", zh="城镇亲属联系", en="urban kin ties")
    urban_work: float = number(3.0, unit="ties", low=0, high=8, source="TN", zh="城镇同事联系", en="urban work ties")
    legal_rural: float = number(
        0.35, unit="0..1", low=0, high=1, zh="乡村居民法律知识均值", en="mean legal knowledge, rural"
    )
    legal_urban: float = number(
        0.5, unit="0..1", low=0, high=1, zh="城镇居民法律知识均值", en="mean legal knowledge, urban"
    )
    female_share: float = number(0.49, unit="share", low=0.3, high=0.7, zh="女性所占", en="women among residents")
    weight_111: float = number(
        3.5, unit="weight", low=0, high=20, source="TP", zh="主城区人口权重", en="weight of class 111"
    )
    weight_112: float = number(
        1.4, unit="weight", low=0, high=20, source="TP", zh="城乡结合区人口权重", en="weight of class 112"
    )
    weight_121: float = number(
        2.0, unit="weight", low=0, high=20, source="TP", zh="镇中心区人口权重", en="weight of class 121"
    )
    weight_122: float = number(
        1.3, unit="weight", low=0, high=20, source="TP", zh="镇乡结合区人口权重", en="weight of class 122"
    )
    weight_123: float = number(
        1.3, unit="weight", low=0, high=20, source="TP", zh="特殊区域人口权重", en="weight of class 123"
    )
    weight_210: float = number(
        1.2, unit="weight", low=0, high=20, source="TP", zh="乡中心区人口权重", en="weight of class 210"
    )
    weight_220: float = number(
        1.0, unit="weight", low=0, high=20, source="TP", zh="村庄人口权重", en="weight of class 220"
    )
    weight_sigma: float = number(
        0.4, unit="log-normal sigma", low=0, high=1.5, source="TP", zh="单元规模离散度", en="spread of unit size"
    )
    kind_urban_village: float = number(
        0.25,
        unit="share",
        low=0,
        high=1,
        zh="城乡结合区中城中村所占",
        en="urban villages among other units of the fringe",
    )
    kind_resettlement: float = number(
        0.15,
        unit="share",
        low=0,
        high=0.5,
        zh="主城与结合区中安置小区所占",
        en="resettlement estates among units of core and fringe (village committees of the core apart)",
    )
    kind_old_estate: float = number(
        0.3,
        unit="share",
        low=0,
        high=0.5,
        zh="主城区社区中老旧小区所占",
        en="old estates among other communities of the core",
    )
    rural_unit_low: float = number(
        300.0,
        unit="residents",
        low=0,
        high=100_000,
        source="TP",
        zh="乡村单元均值下限",
        en="lowest credible mean rural unit",
    )
    rural_unit_high: float = number(
        4_000.0,
        unit="residents",
        low=0,
        high=100_000,
        source="TP",
        zh="乡村单元均值上限",
        en="highest credible mean rural unit",
    )
