"""The legal chain at the court: mediation before filing, appeal, performance, enforcement; filing itself: `forums`."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Prefiling(Section):
    """Mediation that the court offers before it files a suit, by mediators whom it invites."""

    offer: float = number(
        0.36,
        unit="share of suits between private parties",
        low=0.3,
        high=0.45,
        source="T19",
        grade="A",
        zh="委派诉前调解的份额",
        en="suits at the court's door that are offered mediation",
    )
    claimant_agrees: float = number(
        0.7, unit="chance", low=0, high=1, zh="申请人同意诉前调解的机会", en="chance that the claimant agrees"
    )
    hours: float = number(
        100.0,
        unit="hours a day per 1.2 M residents",
        low=10,
        high=500,
        zh="诉前调解工时（含单位案件）",
        en="hours of pre-filing mediators, organisations' suits included",
    )
    session: float = number(3.0, unit="hours", low=0.5, high=30, zh="诉前调解一次", en="session before filing")
    notice: int = whole(
        5, unit="days", low=0, high=10, zh="诉前调解通知期", en="notice before each session before filing"
    )
    clock: int = whole(
        30, unit="days", low=15, high=60, source="T23", grade="A", zh="诉前调解期限", en="clock of pre-filing mediation"
    )
    confirm: float = number(
        0.3,
        unit="share of agreements",
        low=0,
        high=1,
        zh="诉前协议经司法确认的份额",
        en="agreements before filing that the court confirms",
    )


class Confirm(Section):
    """Confirmation by the court of agreements of people's mediation, on the joint application of both parties."""

    share: float = number(
        0.05,
        unit="share of agreements",
        low=0,
        high=0.5,
        zh="共同申请司法确认的份额（其余居中）",
        en="agreements that both take to the court, all else middling",
    )
    stake: float = number(1.5, unit="logit", low=0, high=4, zh="标的对申请确认的作用", en="effect of the stake")
    tie: float = number(-0.5, unit="logit", low=-3, high=3, zh="关系对申请确认的作用", en="effect of the tie")
    granted: float = number(
        0.95, unit="share", low=0, high=1, zh="准予确认的份额", en="applications that the court grants"
    )
    days: float = number(
        15.0, unit="days", low=1, high=60, zh="从协议到裁定的天数", en="days from the agreement to the court's answer"
    )
    hours: float = number(
        0.5, unit="hours", low=0, high=4, zh="每件确认所费法官工时", en="judges' hours for an application"
    )


class Perform(Section):
    """Performance of agreements and judgments when their day comes, and enforcement of what was not performed."""

    days: float = number(30.0, unit="days", low=1, high=180, zh="履行期限", en="days until terms are due")
    agreement: float = number(
        0.85, unit="share", low=0, high=1, zh="协议自动履行（其余居中）", en="agreements performed, all else middling"
    )
    confirmed: float = number(
        0.8,
        unit="share",
        low=0,
        high=1,
        zh="经司法确认的协议自动履行（其余居中）",
        en="confirmed agreements performed, all else middling",
    )
    judgment: float = number(
        0.55, unit="share", low=0, high=1, zh="判决自动履行（其余居中）", en="judgments performed, all else middling"
    )
    tie: float = number(1.0, unit="logit", low=0, high=3, zh="关系对履行的作用", en="effect of the tie on performance")
    hostility: float = number(
        -1.0, unit="logit", low=-4, high=0, zh="敌意对履行的作用", en="effect of hostility on performance"
    )
    power: float = number(
        -0.5,
        unit="logit",
        low=-3,
        high=3,
        zh="对方强势对履行与执行的作用",
        en="effect of the respondent's standing on performance and enforcement",
    )
    heat: float = number(
        0.1, unit="hostility", low=0, high=0.3, zh="对方不履行增添的敌意", en="hostility by broken terms"
    )
    ask: float = number(
        0.7, unit="chance", low=0, high=1, zh="申请强制执行的机会", en="chance that the claimant asks for enforcement"
    )
    enforce_days: float = number(90.0, unit="days", low=15, high=360, zh="执行历时", en="days of enforcement")
    enforced: float = number(
        0.5, unit="share", low=0, high=1, zh="执行到位（对方地位居中）", en="enforcements that succeed, at standing .5"
    )


class Appeal(Section):
    """Appeal against a judgment of first instance, to the court of the next level up."""

    base: float = number(
        -1.7, unit="logit", low=-5, high=1, zh="上诉基数（其余居中）", en="base odds that the loser appeals"
    )
    stake: float = number(1.5, unit="logit", low=0, high=4, zh="标的对上诉的作用", en="effect of the stake")
    merit: float = number(
        1.0, unit="logit per merit", low=0, high=4, zh="败诉方理据对上诉的作用", en="effect of the loser's own merit"
    )
    hostility: float = number(1.0, unit="logit", low=0, high=4, zh="敌意对上诉的作用", en="effect of hostility")
    change: float = number(
        0.2, unit="chance", low=0, high=1, zh="二审改判（理据居中）", en="judgments changed, at merit .5"
    )
    window: int = whole(
        15, unit="days", low=10, high=30, source="T23", grade="A", zh="上诉期", en="days in which to appeal"
    )
    clock: int = whole(
        90, unit="days", low=30, high=180, source="T23", grade="A", zh="二审审限", en="length of the appeal"
    )
