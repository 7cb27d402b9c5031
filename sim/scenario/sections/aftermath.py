"""What failures and waiting leave behind, blocking, lumping and forgetting, returns, and what lies outside the tree."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Heat(Section):
    """Hostility added by failing and by waiting."""

    failure: float = number(
        0.05, unit="hostility", low=0, high=0.3, zh="一次失败增添的敌意", en="hostility by a failed case"
    )
    wait: float = number(0.15, unit="hostility per year", low=0, high=2, zh="等待增添的敌意", en="hostility by waiting")
    refused: float = number(0.04, unit="hostility", low=0, high=0.3, zh="遭拒增添的敌意", en="hostility by a refusal")


class Suppress(Section):
    """Interception on the way up, and the way back from it."""

    leak_outside: float = number(
        0.5,
        unit="factor",
        low=0,
        high=1,
        source="DR1",
        zh="去域外途中拦截的漏失",
        en="how much weaker interception is on the way outside",
    )
    repeat_factor: float = number(
        0.6,
        unit="factor per earlier block",
        low=0,
        high=1,
        source="DR1",
        zh="对曾被拦者的效力",
        en="interception of those blocked before",
    )
    hostility: float = number(
        0.2, unit="hostility", low=0, high=0.5, zh="被拦增添的敌意", en="hostility by being blocked"
    )
    return_rate: float = number(
        2.5, unit="1/year", low=0.2, high=12, source="DR1", zh="被压下者再起的强度", en="return of suppressed disputes"
    )
    forget: float = number(
        0.2, unit="1/year", low=0.05, high=0.5, source="D10", zh="被压下者的淡忘", en="forgetting of suppressed"
    )


class Lump(Section):
    """Given up for now."""

    reopen: float = number(0.15, unit="1/year", low=0, high=2, zh="忍下又重提的强度", en="reopening of lumped disputes")
    forget: float = number(
        0.2, unit="1/year", low=0.05, high=0.5, source="D10", zh="忍下者的淡忘", en="forgetting of lumped"
    )
    limitation_years: float = number(3.0, unit="years", low=1, high=5, source="DR1", zh="时效", en="limitation period")


class Returns(Section):
    """Closed disputes that come back."""

    base: float = number(
        0.2, unit="1/year", low=0.03, high=0.8, source="D10", zh="基础回流强度", en="base return hazard"
    )
    hostility: float = number(
        1.5, unit="log hazard", low=0, high=3, source="D10", zh="余怒的作用", en="effect of hostility left"
    )
    unkept: float = number(
        1.2, unit="log hazard", low=0, high=3, source="D10", zh="未履行的作用", en="effect of unkept terms"
    )
    confirmed: float = number(
        0.7, unit="factor", low=0.3, high=1, source="D10", zh="司法确认的作用", en="factor if confirmed"
    )
    interest: float = number(
        0.6, unit="share of the stake", low=0.1, high=1, zh="再起时的利益", en="interest felt anew"
    )
    calm: float = number(0.5, unit="factor", low=0, high=1, zh="和解后敌意的余量", en="hostility left after consent")


class Outside(Section):
    """What lies beyond the root."""

    p_out: float = number(
        0.02,
        unit="chance",
        low=0,
        high=0.05,
        source="D10",
        zh="域外直接责令解决的机会",
        en="chance that `outside` orders a remedy",
    )
