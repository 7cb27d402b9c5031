"""Who works at the forums: kinds and their hours, skill, turnover, load, paperwork, volunteers, learning.

No source that we read measures any of it in the places modelled: all are assumptions, signs included.
"""

from __future__ import annotations

from typing import Any

from sim.scenario.quantity import Section, number, whole


def _share(default: float, zh: str, en: str) -> Any:
    return number(default, unit="share of hours", low=0, high=0.45, zh=zh, en=en)


def _hours(default: float, high: float, zh: str, en: str) -> Any:
    return number(default, unit="hours a day", low=0.1, high=high, zh=zh, en=en)


class Posts(Section):
    """How the hours of a forum are shared out over kinds of staff, and how many hours one of them gives."""

    committee_volunteer: float = _share(0.15, "村（居）工时中志愿者、乡贤所占", "committee: volunteers")
    committee_grid: float = _share(0.15, "村（居）工时中网格员所占", "committee: grid workers; the rest is the cadre's")
    office_industry: float = _share(0.15, "乡镇工时中行业性调解员所占", "town office: industry mediators")
    office_contracted: float = _share(
        0.15, "乡镇工时中购买服务所占", "town office: contracted hours; the rest is full-time"
    )
    hours_full_time: float = _hours(6.0, 8, "专职调解员日工时", "full-time mediator")
    hours_part_time: float = _hours(1.0, 8, "兼职调解员日工时", "part-time mediator")
    hours_volunteer: float = _hours(0.5, 8, "志愿者、乡贤日工时", "volunteer")
    hours_grid: float = _hours(0.5, 8, "网格员用于调解的日工时", "grid worker, hours given to mediation")
    hours_industry: float = _hours(3.0, 8, "行业性调解员日工时", "industry mediator")
    hours_contracted: float = _hours(3.0, 8, "购买服务人员日工时", "contracted mediator")
    hours_clerk: float = _hours(6.0, 8, "信访办案人员日工时", "petition clerk")
    hours_judge: float = _hours(6.0, 8, "法官日工时", "judge")


def _fit(default: float, zh: str, en: str) -> Any:
    return number(default, unit="skill", low=-1, high=1, zh=zh, en=en)


class Skill(Section):
    """Skill of kinds by dispute family, a full-time mediator at 0; and how much persons of one kind differ.

    `near`: families kin and near. `technical`: money and harm. `authority`: land and office.
    """

    part_time_near: float = _fit(0.1, "村干部：亲属近邻", "cadre, near")
    part_time_technical: float = _fit(-0.4, "村干部：钱款伤害", "cadre, technical")
    part_time_authority: float = _fit(-0.2, "村干部：土地公权", "cadre, authority")
    volunteer_near: float = _fit(0.3, "志愿者、乡贤：亲属近邻", "volunteer, near")
    volunteer_technical: float = _fit(-0.5, "志愿者、乡贤：钱款伤害", "volunteer, technical")
    volunteer_authority: float = _fit(-0.2, "志愿者、乡贤：土地公权", "volunteer, authority")
    grid_near: float = _fit(0.0, "网格员：亲属近邻", "grid worker, near")
    grid_technical: float = _fit(-0.5, "网格员：钱款伤害", "grid worker, technical")
    grid_authority: float = _fit(-0.3, "网格员：土地公权", "grid worker, authority")
    industry_near: float = _fit(-0.3, "行业性调解员：亲属近邻", "industry mediator, near")
    industry_technical: float = _fit(0.6, "行业性调解员：钱款伤害", "industry mediator, technical")
    industry_authority: float = _fit(0.0, "行业性调解员：土地公权", "industry mediator, authority")
    contracted_near: float = _fit(-0.2, "购买服务：亲属近邻", "contracted mediator, near")
    contracted_technical: float = _fit(0.4, "购买服务：钱款伤害", "contracted mediator, technical")
    contracted_authority: float = _fit(0.3, "购买服务：土地公权", "contracted mediator, authority")
    clerk_near: float = _fit(-0.2, "信访办案人员：亲属近邻", "petition clerk, near")
    clerk_technical: float = _fit(-0.2, "信访办案人员：钱款伤害", "petition clerk, technical")
    clerk_authority: float = _fit(0.1, "信访办案人员：土地公权", "petition clerk, authority")
    person: float = number(
        0.5, unit="skill, standard deviation", low=0, high=1.5, zh="人与人的差别", en="spread between persons"
    )
    family: float = number(
        0.3,
        unit="skill, standard deviation",
        low=0,
        high=1.5,
        zh="一人在各类纠纷上的差别",
        en="spread between families of disputes within a person",
    )


def _rate(default: float, zh: str, en: str) -> Any:
    return number(default, unit="1/year", low=0, high=2, zh=zh, en=en)


class Turnover(Section):
    """How often those who hold a post leave it, and how long it stays empty."""

    full_time: float = _rate(0.2, "专职调解员离任", "full-time mediators leave")
    part_time: float = _rate(0.15, "兼职调解员离任", "part-time mediators leave")
    volunteer: float = _rate(0.3, "志愿者离任", "volunteers leave, where they do not choose")
    grid: float = _rate(0.3, "网格员离任", "grid workers leave")
    industry: float = _rate(0.15, "行业性调解员离任", "industry mediators leave")
    clerk: float = _rate(0.2, "信访办案人员离任", "petition clerks leave")
    judge: float = _rate(0.08, "法官离任", "judges leave")
    contract_days: int = whole(365, unit="days", low=30, high=1_095, zh="服务合同期", en="length of a service contract")
    renewal: float = number(0.7, unit="chance", low=0, high=0.95, zh="合同续签机会", en="a contract is renewed")
    vacancy_days: int = whole(30, unit="days", low=0, high=180, zh="岗位空缺天数", en="days that a post stays empty")


class Fatigue(Section):
    """What the load of the person who serves does to a session; load is work over hours, remembered for a while."""

    memory: float = number(30.0, unit="days", low=7, high=180, zh="负荷的记忆（恢复）", en="memory of load; recovery")
    free: float = number(0.7, unit="load", low=0, high=0.95, zh="无害的负荷", en="load that does no harm")
    drop: float = number(
        0.15, unit="share of quality", low=0, high=0.5, zh="满负荷时质量下降", en="quality lost at full load"
    )


class Paperwork(Section):
    """Hours that booking and reporting take of a forum, the court excepted; padded entries have their own price."""

    case_minutes: int = whole(20, unit="minutes", low=0, high=120, zh="每案台账", en="booking of a closed case")
    report_minutes: int = whole(
        60, unit="minutes", low=0, high=480, zh="每期报表", en="report of a forum for each review period"
    )


class Volunteers(Section):
    """Joining and leaving as a logit of what volunteers get and what it costs them."""

    benefit: float = number(
        1.0, unit="logit", low=-2, high=3, zh="意义、名望减去路费误工", en="standing and meaning, net of expenses"
    )
    success: float = number(
        0.5, unit="logit per share of sessions agreed", low=0, high=2, zh="调成的鼓励", en="being of use"
    )
    toil: float = number(-1.0, unit="logit per load", low=-3, high=0, zh="负荷的代价", en="cost of load")
    reconsider: float = number(
        0.1, unit="chance per review period", low=0, high=0.5, zh="重新考虑的机会", en="thinks it over"
    )


class Learning(Section):
    """Skill gained by sessions held in a dispute family; off, and of strength 0, unless somebody asks."""

    gain: float = number(0.0, unit="skill", low=0, high=1, zh="熟能生巧的上限", en="most skill that practice adds")
    sessions: float = number(
        50.0, unit="sessions", low=5, high=500, zh="学到大半所需次数", en="sessions that bring 63 % of it"
    )
