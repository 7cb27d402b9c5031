"""How experience moves belief in forums and trust in levels: steps, losses over gains, hearsay, recovery, tone."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Experience(Section):
    """One set of numbers for both forms of trust; the anchors are `claim.belief_*` and `trust.*`."""

    eta: float = number(
        0.02,
        unit="share of the distance per experience",
        low=0,
        high=0.05,
        source="D10",
        zh="一次经历改变信任的幅度（η_T）",
        en="how far one experience moves trust and belief (eta_T)",
    )
    loss: float = number(
        2.5, unit="factor", low=1, high=4, source="D10", zh="失望相对于满意的分量", en="weight of a loss over a gain"
    )
    pull: float = number(
        0.1, unit="1/year", low=0, high=0.3, source="D10", zh="回到起点的速度", en="pull of trust to its anchor"
    )
    own: float = number(
        5.0,
        unit="factor",
        low=1,
        high=20,
        zh="亲身经历相对于听说的分量",
        en="weight of a case of one's own over one heard of; at 5 a failure costs about `claim.belief_penalty`",
    )
    heard: float = number(
        60.0,
        unit="residents",
        low=0,
        high=500,
        zh="一件事传到多少本地人",
        en="residents of the place who hear of a case",
    )
    assertive: float = number(
        1.0,
        unit="utility per unit of trust lost",
        low=0,
        high=4,
        zh="失去信任后更强硬的行动",
        en="what trust lost in the levels below adds to petitioning above them",
    )
    alarm: float = number(
        0.2,
        unit="share of a loss",
        low=0,
        high=1,
        zh="误报对信任的损害",
        en="what a false alarm costs the lowest level in trust, over an unkept promise",
    )
