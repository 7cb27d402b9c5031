"""Mechanisms that are off by default (`definitions` 7), each with its switch and a strength of 0."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Tacitus(Section):
    """Good and bad news alike lower trust in a level whose word is no longer believed."""

    strength: float = number(
        0.0, unit="share", low=0, high=1, zh="好消息反被当成坏消息的程度", en="how far good news counts as bad news"
    )
    mark: float = number(
        0.3, unit="trust 0..1", low=0, high=0.7, zh="不再相信的界线", en="trust below which a word is not believed"
    )


class Spiral(Section):
    """Hostility answers hostility between the two parties."""

    strength: float = number(
        0.0,
        unit="share of the distance to 1, per unit of the other's hostility",
        low=0,
        high=0.5,
        zh="敌意互激强度",
        en="how strongly a party answers the other's hostility when they meet unsettled",
    )


class Crowd(Section):
    """Who had kept still joins once enough others stand up over the same cause."""

    share: float = number(
        0.0, unit="share", low=0, high=1, zh="会随众而起者所占", en="claimants who have a threshold at all"
    )
    mean: float = number(
        8.0, unit="active disputes of the cause", low=1, high=50, zh="门槛均值", en="mean of the thresholds"
    )
    sigma: float = number(
        4.0, unit="active disputes of the cause", low=0, high=25, zh="门槛离散度", en="spread of the thresholds"
    )


class Profit(Section):
    """Claims made for what repeated petitioning pays."""

    share: float = number(
        0.0, unit="share", low=0, high=0.3, zh="为利而诉者所占", en="claimants who petition for what it pays"
    )
    pays: float = number(
        0.5, unit="utility per earlier round", low=0, high=2, zh="每多一轮的所得", en="what each earlier round adds"
    )
    again: float = number(
        2.0,
        unit="factor",
        low=1,
        high=5,
        zh="得利后再来的系数",
        en="factor on the return of a petition that was granted or promised something",
    )
