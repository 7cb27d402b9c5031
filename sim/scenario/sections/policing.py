"""Calling the police while a quarrel is hot, and mediation on the spot by the station of the town."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Police(Section):
    """When the police are called, how many hours the station has for it, and what a session on the spot is like."""

    hot: float = number(
        0.6, unit="hostility", low=0.2, high=0.95, zh="报警的敌意门槛", en="hostility from which on people call"
    )
    call: float = number(
        0.5,
        unit="chance at hostility 1",
        low=0,
        high=1,
        zh="敌意最高时报警的机会",
        en="chance of a call at its hottest",
    )
    hours: float = number(
        4.0,
        unit="hours a day per 50,000 registered residents",
        low=0.1,
        high=60,
        zh="派出所用于纠纷的工时",
        en="hours of the station for quarrels",
    )
    minutes: int = whole(
        60, unit="minutes", low=5, high=480, zh="出警调解一次所费工时", en="time that a call takes, the way included"
    )
    presence: float = number(
        0.5,
        unit="compulsion",
        low=0,
        high=1,
        zh="警察在场的压力",
        en="how much the presence of an officer compels, as the strictness of a gate does",
    )
    skill: float = number(
        0.0,
        unit="logit",
        low=-1.5,
        high=1.5,
        zh="现场调解与乡镇调解的差别",
        en="a session on the spot beside one at the town office",
    )
