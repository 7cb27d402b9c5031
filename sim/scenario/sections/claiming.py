"""What a claimant weighs when choosing a way, what happens in bilateral talk, and whether the respondent comes."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Claim(Section):
    """Random utility over lumping, talk and every forum within reach (Gumbel noise of scale 1, fixed)."""

    lump: float = number(3.3, unit="utility", low=0, high=8, source="DR5", zh="忍让常数", en="constant of lumping it")
    bilateral: float = number(
        3.1, unit="utility", low=0, high=8, source="DR5", zh="协商常数", en="constant of bilateral talk"
    )
    committee: float = number(
        3.4, unit="utility", low=0, high=8, zh="村（居）调委会常数", en="constant of the village committee"
    )
    office: float = number(2.6, unit="utility", low=0, high=8, zh="乡镇调解常数", en="constant of the town office")
    petition: float = number(1.6, unit="utility", low=0, high=8, zh="信访常数", en="constant of the petition office")
    court: float = number(1.8, unit="utility", low=-4, high=8, zh="诉讼常数", en="constant of the court")
    outside: float = number(-0.5, unit="utility", low=-8, high=4, zh="域外上访常数", en="constant of going outside")
    weariness: float = number(0.25, unit="utility per attempt", low=0, high=2, source="DR5", zh="疲惫", en="weariness")
    efficacy: float = number(1.2, unit="utility", low=0, high=4, zh="相信能办成的权重", en="weight of believed success")
    trust: float = number(0.8, unit="utility", low=0, high=3, zh="信任的权重", en="weight of trust in the level")
    social_cost: float = number(
        0.8,
        unit="utility per level, × tie",
        low=0,
        high=3,
        source="D10",
        zh="告到上级的人情代价",
        en="social cost of a level above, by tie",
    )
    wait: float = number(0.25, unit="utility per log day", low=0, high=2, zh="等待的代价", en="cost of waiting")
    distance: float = number(0.3, unit="utility per level", low=0, high=2, zh="路途的代价", en="cost of distance")
    fee: float = number(
        0.43, unit="utility", low=0, high=3, source="DR5", zh="诉讼费的代价", en="cost of the court fee"
    )
    legal: float = number(
        2.6, unit="utility", low=0, high=6, source="DR5", zh="法律知识的权重", en="weight of legal knowledge"
    )
    anger: float = number(
        1.2, unit="utility", low=0, high=4, zh="怒气的权重", en="weight of anger in going to petition"
    )
    allies: float = number(
        0.6, unit="utility", low=0, high=3, zh="同因者的鼓励", en="encouragement by others with the cause"
    )
    threshold: float = number(1.0, unit="utility", low=0, high=3, source="D10", zh="行动门槛", en="action threshold")
    stake_weight: float = number(1.0, unit="factor", low=0, high=3, zh="标的的权重", en="weight of the stake")
    gate_cost: float = number(
        2.0, unit="logit at strictness 1", low=0, high=6, zh="须先在下级处理的规定对选择的影响",
        en="what a gate that may send the claim back takes off its worth",
    )  # fmt: skip
    paid_off: float = number(
        0.5, unit="share", low=0, high=1, zh="对“来访即得支付”的预期程度",
        en="how far claimants count on being paid where unsettled petitions are (nothing is paid without a policy)",
    )  # fmt: skip
    belief_committee: float = number(
        0.50, unit="chance", low=0, high=1, zh="对调委会办成的信念", en="belief in the committee"
    )
    belief_office: float = number(
        0.55, unit="chance", low=0, high=1, zh="对乡镇办成的信念", en="belief in the town office"
    )
    belief_petition: float = number(0.60, unit="chance", low=0, high=1, zh="对信访办成的信念", en="belief in petition")
    belief_court: float = number(0.65, unit="chance", low=0, high=1, zh="对法院办成的信念", en="belief in the court")
    belief_outside: float = number(
        0.70, unit="chance", low=0, high=1, zh="对域外办成的信念", en="belief in going outside"
    )
    belief_penalty: float = number(
        0.15,
        unit="chance per own failure",
        low=0,
        high=0.5,
        zh="失败后信念下降",
        en="belief lost by a failure of one's own there",
    )
    decide_days: float = number(
        10.0, unit="days", low=1, high=120, zh="再作选择前的平均停顿", en="mean pause before the next choice"
    )
    max_visits: int = whole(
        3, unit="visits per channel", low=1, high=9, zh="每一途径最多次数", en="visits to one channel at most"
    )


class Talk(Section):
    """Bilateral talk: how long it takes, and the log-odds that it settles."""

    days: float = number(7.0, unit="days", low=1, high=60, zh="协商所需天数", en="days of talk")
    base: float = number(-0.2, unit="logit", low=-4, high=4, zh="协商成功基数", en="base odds that talk settles")
    tie: float = number(1.0, unit="logit", low=0, high=3, zh="关系的作用", en="effect of the tie")
    hostility: float = number(-2.0, unit="logit", low=-4, high=0, zh="敌意的作用", en="effect of hostility")
    gap: float = number(-0.5, unit="logit", low=-1.5, high=0, zh="地位差距的作用", en="effect of the power gap")
    heat: float = number(
        0.03, unit="hostility", low=0, high=0.3, zh="谈崩后敌意上升", en="hostility added by failed talk"
    )


class Answer(Section):
    """The respondent's answer (log-odds of coming), and the claimant's when a gate sends the case down."""

    base: float = number(1.8, unit="logit", low=-2, high=5, zh="到场基数", en="base odds of coming")
    tie: float = number(0.8, unit="logit", low=0, high=3, zh="关系的作用", en="effect of the tie")
    shadow: float = number(0.5, unit="logit", low=0, high=3, zh="诉讼阴影的作用", en="shadow of the court")
    power: float = number(
        -0.8, unit="logit", low=-3, high=0, zh="对方强势的作用", en="effect of the respondent's power"
    )
    compelled: float = number(
        0.6, unit="logit", low=0, high=3, zh="被要求到场的作用", en="effect of being told to come"
    )
    claimant_agrees: float = number(
        0.8, unit="chance", low=0, high=1, zh="被退回者同意先调的机会", en="chance that a claimant sent down goes along"
    )
