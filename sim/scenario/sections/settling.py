"""What makes a session settle, what makes it press instead, and when a failed case is shelved with a promise."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Settle(Section):
    """Log-odds that a session ends in agreement, and what a forum knows and is able to do."""

    mu_kin: float = number(1.4, unit="logit", low=-3, high=4, source="DR5", zh="和解基数：亲属", en="base odds: kin")
    mu_near: float = number(1.4, unit="logit", low=-3, high=4, source="DR5", zh="和解基数：近邻", en="base odds: near")
    mu_money: float = number(0.9, unit="logit", low=-3, high=4, zh="和解基数：钱款", en="base odds: money")
    mu_harm: float = number(0.9, unit="logit", low=-3, high=4, zh="和解基数：伤害", en="base odds: harm")
    mu_land: float = number(0.6, unit="logit", low=-3, high=4, zh="和解基数：土地", en="base odds: land")
    mu_office: float = number(0.2, unit="logit", low=-3, high=4, zh="和解基数：公权", en="base odds: office")
    tie: float = number(0.53, unit="logit", low=0, high=1, source="D10", zh="关系的作用", en="effect of the tie")
    hostility: float = number(
        -2.0, unit="logit", low=-4, high=0, source="D10", zh="敌意的作用", en="effect of hostility"
    )
    knowledge: float = number(
        1.0, unit="logit", low=0, high=2, source="D10", zh="熟悉情况的作用", en="effect of local knowledge"
    )
    skill: float = number(0.5, unit="logit", low=0, high=1, source="D10", zh="调解技能的作用", en="effect of skill")
    load: float = number(-0.7, unit="logit", low=-2, high=0, source="D10", zh="负荷的作用", en="effect of load")
    gap: float = number(
        -0.5, unit="logit", low=-1.5, high=0, source="D10", zh="地位差距的作用", en="effect of the power gap"
    )
    compulsion: float = number(
        -0.4, unit="logit", low=-1, high=0.2, source="D10", zh="强制先调的作用", en="effect of compulsion"
    )
    compulsion_power: float = number(
        1.5,
        unit="exponent",
        low=0.5,
        high=3,
        source="DR1",
        zh="强制作用的指数",
        en="exponent of strictness in compulsion",
    )
    reach: float = number(
        -0.8,
        unit="logit",
        low=-2,
        high=0.2,
        zh="一方不在辖区或居中不公的作用",
        en="effect of a party from elsewhere, or a forum that is not impartial",
    )
    lacking: float = number(
        0.02,
        unit="factor",
        low=0,
        high=0.1,
        source="D10",
        zh="无权处理时的和解系数",
        en="settlement factor where power is lacking",
    )
    knowledge_lowest: float = number(
        0.8, unit="share", low=0, high=1, source="D10", zh="最低一级的熟悉度", en="local knowledge of the lowest forum"
    )
    knowledge_second: float = number(
        0.4, unit="share", low=0, high=1, source="D10", zh="第二级的熟悉度", en="local knowledge of the second forum"
    )
    knowledge_upper: float = number(
        0.1, unit="share", low=0, high=1, source="D10", zh="更高各级的熟悉度", en="local knowledge of the upper forums"
    )
    urban_knowledge: float = number(
        0.8,
        unit="factor",
        low=0.3,
        high=1,
        source="DR5",
        zh="城镇单元熟悉度系数",
        en="local knowledge in an urban unit",
    )
    info_carried: float = number(
        0.5,
        unit="share",
        low=0,
        high=1,
        source="DR5",
        zh="案卷随案上移的份额",
        en="knowledge carried upward with the file",
    )
    partial: float = number(
        0.15,
        unit="interest",
        low=0,
        high=0.5,
        source="DR5",
        zh="未成之调的部分进展",
        en="interest met by a session that failed",
    )
    sessions: int = whole(
        3, unit="sessions per case", low=1, high=9, source="DR1", zh="每案最多调解次数", en="sessions at most"
    )
    effort_gain: float = number(
        0.6, unit="logit per effort", low=0.2, high=1, source="D10", zh="用心的收益", en="gain by effort"
    )
    effort_reference: float = number(
        0.45, unit="share of time", low=0.05, high=1, zh="用心的基准", en="effort of reference"
    )
    load_free: float = number(
        0.7, unit="load ρ", low=0, high=1, source="DR5", zh="不影响质量的负荷", en="load that costs no quality"
    )


class Press(Section):
    """Agreement under pressure: the log-odds of being pressed, and what pressing leaves."""

    base: float = number(-2.6, unit="logit", low=-6, high=2, source="DR5", zh="施压基数", en="base odds of pressing")
    gap: float = number(
        1.6, unit="logit", low=0, high=4, source="DR5", zh="地位差距的作用", en="effect of the power gap"
    )
    compulsion: float = number(
        1.2, unit="logit", low=0, high=4, source="DR5", zh="强制先调的作用", en="effect of compulsion"
    )
    suppression: float = number(
        1.5, unit="logit", low=0, high=5, source="DR5", zh="压制的作用", en="effect of suppression"
    )
    hostility: float = number(
        0.15, unit="hostility", low=0, high=0.4, source="D10", zh="施压增添的敌意", en="hostility by pressing"
    )
    decay: float = number(
        1.0, unit="1/year", low=0.3, high=3, source="D10", zh="该敌意的衰减", en="decay of that hostility"
    )
    interest: float = number(
        0.4, unit="interest", low=0, high=1, zh="被压协议留下的未决利益", en="interest left by a pressed paper"
    )


class Promise(Section):
    """Cases shelved with a promise."""

    share: float = number(
        0.08,
        unit="share",
        low=0,
        high=0.5,
        zh="未成案件以许诺搁置的份额",
        en="failed administrative cases shelved with a promise",
    )
