"""Departments (条) that must turn up together, and claims that are first heard at the wrong desk."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Joint(Section):
    """Sessions to which a town office or a petition office calls other departments. Which: the type table."""

    turnout: float = number(
        0.6,
        unit="chance",
        low=0.3,
        high=0.95,
        source="D10",
        zh="部门到场机会",
        en="chance that a department turns up, called by a town",
    )
    turnout_level: float = number(
        0.1,
        unit="chance per level",
        low=0,
        high=0.2,
        source="DR5",
        zh="每高一级的增量",
        en="added for each level of the forum above the town's",
    )
    blame_days: int = whole(
        7, unit="days", low=0, high=30, zh="推诿耽搁的天数", en="days lost to passing the blame when one is missing"
    )
    heat: float = number(
        0.02, unit="hostility", low=0, high=0.2, zh="空开一次增添的敌意", en="hostility by a session lost that way"
    )
    uncalled: float = number(
        0.02,
        unit="factor",
        low=0,
        high=1,
        source="D10",
        zh="叫不动部门的村（居）调解的和解系数",
        en="settlement factor of a committee, which can call no department, where one is needed (1: no effect)",
    )
    lead: float = number(
        0.5,
        unit="chance",
        low=0.05,
        high=1,
        zh="依次选中部门的机会",
        en="chance that the next department in the type's order is the one needed, else the one after",
    )


class Misroute(Section):
    """Claims at town offices and petition offices that are first heard by the wrong desk."""

    p: float = number(0.15, unit="chance", low=0, high=0.4, source="D10", zh="投错门的机会", en="chance of misrouting")
    hostility: float = number(
        0.1, unit="hostility", low=0, high=0.3, source="D10", zh="投错门增添的敌意", en="hostility by being misrouted"
    )
