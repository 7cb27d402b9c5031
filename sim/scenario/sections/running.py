"""The stretches of a run in time, and the switches that take a process out of it."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, switch, whole


class Time(Section):
    """Days of burn-in, cohort and follow-up, and where a run that feeds itself is broken off."""

    burn_in: int = whole(730, unit="days", low=0, high=7_300, source="D4", zh="预热", en="burn-in")
    burn_in_max: int = whole(1_825, unit="days", low=0, high=7_300, source="D4", zh="预热上限", en="longest burn-in")
    burn_in_step: int = whole(
        365, unit="days", low=1, high=3_650, source="D4", zh="预热延长步长", en="step of a longer burn-in"
    )
    cohort: int = whole(365, unit="days", low=1, high=3_650, source="D4", zh="同批观察期", en="cohort")
    follow_up: int = whole(365, unit="days", low=0, high=3_650, source="D4", zh="随访期", en="follow-up")
    most_grievances: float = number(
        1.0,
        unit="grievances per resident and year of the run",
        low=0.3,
        high=20,
        zh="运行中止的积怨数",
        en="grievances at which a run that feeds itself is broken off",
    )


class Processes(Section):
    """Each process of the model, on or off. Off means neutral, never missing."""

    gate: bool = switch(zh="先下后上", en="gate")
    interception: bool = switch(zh="途中拦截", en="interception")
    misreporting: bool = switch(zh="虚报", en="misreporting")
    appraisal: bool = switch(zh="考核", en="appraisal")
    treatment: bool = switch(zh="对待引发的新怨", en="treatment grievances")
    spread: bool = switch(zh="扩散", en="spread")
    return_: bool = switch(zh="回流", en="return")
    wait_heat: bool = switch(zh="等待生怨", en="hostility by waiting")
    outside: bool = switch(zh="域外上访", en="outside")
    pressing: bool = switch(zh="施压", en="pressing")
    promise: bool = switch(zh="许诺搁置", en="promises")
    respondent_answer: bool = switch(zh="对方是否到场", en="the respondent's answer")
    load: bool = switch(zh="负荷影响质量", en="effect of load")
    shocks: bool = switch(zh="冲击", en="shocks")
    place_kinds: bool = switch(zh="地方类型的差别", en="differences between kinds of place")
    coupling: bool = switch(zh="纠纷连带", en="coupling between types")
    migration: bool = switch(zh="外来与本地的差别", en="what differs between migrants and locals")
    closeness: bool = switch(zh="亲近干部者的便利", en="what closeness to cadres does")
    tie_kinds: bool = switch(zh="联系种类的差别", en="what kinds of tie carry, and online ties")
    dual_structure: bool = switch(zh="城乡标的之差", en="what is at stake in town and country")
    borders: bool = switch(zh="跨界事项", en="matters across a border")
    departments: bool = switch(zh="部门会办", en="departments that must turn up")
    misrouting: bool = switch(zh="投错门", en="misrouting between desks")
    detection: bool = switch(zh="早期发现", en="finding before it is voiced")
    padding: bool = switch(zh="凑数", en="padding of the books")
    windows: bool = switch(zh="窗口分流", en="windows that dispatch claims")
    contacts: bool = switch(zh="咨询与诉求", en="enquiries and service demands at windows")
    window_hours: bool = switch(zh="窗口工时", en="windows with hours of their own")
    police: bool = switch(zh="报警与派出所调解", en="calls to the police, who mediate on the spot")
    gatherings: bool = switch(zh="群体性事件", en="group incidents")
    trust: bool = switch(zh="信任变动", en="trust that moves")
    campaigns: bool = switch(zh="专项行动", en="campaigns")
    emergency: bool = switch(False, zh="应急状态", en="emergency mode")
    tacitus: bool = switch(False, zh="塔西佗陷阱", en="Tacitus flip (needs trust that moves)")
    spiral: bool = switch(False, zh="双方敌意互激", en="hostility that answers hostility")
    crowd: bool = switch(False, zh="随众而起", en="joining a crowd at an own threshold")
    profit: bool = switch(False, zh="为利而诉", en="claims made for what petitioning pays")
    prefiling: bool = switch(zh="诉前调解", en="mediation offered before filing")
    performance: bool = switch(zh="履行与执行", en="performance and enforcement of terms")
    appeal: bool = switch(zh="上诉", en="appeal")
    confirmation: bool = switch(zh="司法确认", en="court confirmation of agreements")
    petition_steps: bool = switch(zh="信访三级程序", en="three steps of a petition")
    arbitration: bool = switch(zh="劳动争议仲裁前置", en="labour arbitration before the court")
    docket: bool = switch(zh="单位案件排队", en="suits of organisations as cases")
    reconsideration: bool = switch(zh="行政复议", en="administrative reconsideration beside court and petition")
    half_fees: bool = switch(zh="诉讼费减半", en="half fees at court")
    staff: bool = switch(zh="办案人员的岗位与技能", en="posts and skills of those who serve")
    turnover: bool = switch(zh="人员流动", en="turnover of staff")
    fatigue: bool = switch(zh="办案人员的负荷与疲劳", en="load and fatigue of those who serve")
    paperwork: bool = switch(zh="台账与报表", en="hours taken by paperwork")
    volunteers: bool = switch(zh="志愿者进退", en="volunteers who join and leave")
    learning: bool = switch(False, zh="熟能生巧", en="skill gained by practice")
