"""One dispute's career in words: `explain`."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "list.comma": ("、", ", "),
    "career.heading": (
        "纠纷 {dispute}：{type}；甲方诉求，乙方是{opponent}；标的约 {stake} 元；本应层级：{home}",
        "Dispute {dispute}: {type}; A against B ({opponent}); stake about {stake} yuan; home level: {home}",
    ),
    "career.across": ("（跨界{matter}）", " across a border, over {matter}"),
    "career.wall": ("{type}（比作一堵围墙）", "{type} (say, over a wall)"),
    "career.petition_office": ("{level}信访", "{level} petition office"),
    "career.born": (
        "甲对乙心生不满：{type}；敌意 {hostility}。",
        "A feels wronged by B: {type}; hostility {hostility}.",
    ),
    "career.born_before": (
        "（起始存量）甲对乙心生不满：{type}；敌意 {hostility}。",
        "(From before the start) A feels wronged by B: {type}; hostility {hostility}.",
    ),
    "career.born_coupled": (
        "甲家的另一件纠纷连带引发：甲对乙心生不满：{type}；敌意 {hostility}。",
        "Raised by another dispute of A's household: A feels wronged by B: {type}; hostility {hostility}.",
    ),
    "career.voiced": ("甲说了出来，成为纠纷。", "A speaks out: now it is a dispute."),
    "career.found": (
        "说出之前就被发现（{source}）；{where}主动介入。",
        "Found by {source} before it was voiced; the {where} takes it up on its own.",
    ),
    "career.now_known": ("事情已为外人所知，从此算作纠纷。", " Others know of it now: from here on it is a dispute."),
    "career.first_voiced": ("这一次甲说了出来。", " This time A speaks out."),
    "career.with_others": ("同因而起的人已够多。", " Enough others stand up over the same cause."),
    "career.faded": ("没有说出来，自行消退。", "It fades without having been voiced."),
    "career.odds": ("（概率 {odds}）", " (odds {odds})"),
    "career.lumps": ("甲忍了{odds}。", "A gives up for now{odds}."),
    "career.talks": ("甲找乙协商{odds}。", "A talks to B{odds}."),
    "career.claims": ("甲找{where}{odds}。", "A turns to the {where}{odds}."),
    "career.others": ("其他的路：{others}。", " Also open: {others}."),
    "career.rest": ("其余 {odds}", "others {odds}"),
    "career.option_lump": ("忍了", "giving up"),
    "career.talk_settled": ("协商成了（可能性 {odds}）。", "The talk ends in agreement (chance {odds})."),
    "career.talk_failed": ("协商没成（成的可能性 {odds}）。", "The talk fails (an agreement had a chance of {odds})."),
    "career.blocked": (
        "甲去{where}的途中被拦（可能性 {odds}）。",
        "On the way to the {where} A is intercepted (chance {odds}).",
    ),
    "career.returned": (
        "{where}未听取就退回下级（程序空转；退回的可能性 {odds}）。",
        "The {where} sends A back down unheard, an empty referral (chance {odds}).",
    ),
    "career.goes_along_0": ("甲不去。", " A does not go along."),
    "career.goes_along_1": ("甲照办。", " A goes along."),
    "career.not_filed": ("法院不予立案。", "The court does not file the case."),
    "career.offered": (
        "立案前，法院提出先行调解（乙同意的可能性 {odds}）：",
        "Before filing the court offers mediation (chance that B agrees {odds}):",
    ),
    "career.offer_claimant_0": ("甲不同意，", " A declines,"),
    "career.offer_claimant_1": ("甲同意，", " A agrees,"),
    "career.offer_respondent_0": ("乙不同意。", " B declines."),
    "career.offer_respondent_1": ("乙同意。", " B agrees."),
    "career.trial": ("案件转入审判。", "The suit goes on to trial."),
    "career.goes_to_trial": ("案件转入审判。", " The suit goes on to trial."),
    "career.confirmed": ("协议经司法确认。", " The court confirms the agreement."),
    "career.asks_court": ("双方共同申请司法确认。", " Both ask the court to confirm it."),
    "career.confirmation_1": (
        "法院确认协议有效（可能性 {odds}）。",
        "The court confirms the agreement (chance {odds}).",
    ),
    "career.confirmation_0": (
        "法院不予确认（确认的可能性 {odds}），协议仍在。",
        "The court does not confirm it (the chance that it would was {odds}); the agreement stands.",
    ),
    "career.step_1": ("这是办理意见，可请求上一级复查。", "This is the first answer; the next level up may review it."),
    "career.step_2": ("这是复查意见，可再请求复核。", "This was the review; it may be reviewed once more."),
    "career.step_3": ("这是复核意见，信访程序到此终结。", "This was the last review: to offices the matter is closed."),
    "career.terms": ("约定的内容待履行。", " The terms are still to be performed."),
    "career.kept": ("乙履行了（可能性 {odds}）。", "B performs (chance {odds})."),
    "career.broken": (
        "乙没有履行（履行的可能性 {odds}）。",
        "B does not perform (the chance that B would was {odds}).",
    ),
    "career.broken_0": ("纠纷再起。", " The quarrel is back."),
    "career.broken_1": ("甲申请强制执行。", " A asks the court to enforce it."),
    "career.broken_2": ("甲作罢。", " A leaves it at that."),
    "career.enforcement_0": (
        "执行不到位（到位的可能性 {odds}）。",
        "Enforcement brings nothing (the chance that it would was {odds}).",
    ),
    "career.enforcement_1": ("执行到位（可能性 {odds}）。", "Enforcement brings what is owed (chance {odds})."),
    "career.award_1": ("仲裁庭裁决支持甲（可能性 {odds}）。", "The tribunal decides for A (chance {odds})."),
    "career.award_0": (
        "仲裁庭不支持甲（支持的可能性 {odds}）。",
        "The tribunal decides against A (the chance of an award for A was {odds}).",
    ),
    "career.reconsidered_1": (
        "复议机关撤销或变更原行政行为（可能性 {odds}）。",
        "The government above revokes or changes the act (chance {odds}).",
    ),
    "career.reconsidered_0": (
        "复议机关维持原行政行为（撤销或变更的可能性 {odds}）。",
        "The government above upholds the act (chance of revoking it {odds}).",
    ),
    "career.award_contested": ("败诉一方不服，向法院起诉。", " Whoever lost takes it to court."),
    "career.not_final": ("判决未生效。", " The judgment is not final."),
    "career.appeal_1": ("甲上诉（可能性 {odds}）。", "A appeals (chance {odds})."),
    "career.appeal_2": ("乙上诉（可能性 {odds}）。", "B appeals (chance {odds})."),
    "career.appeal_changed_0": (
        "上级法院维持原判（改判的可能性 {odds}）",
        "The court above upholds the judgment (chance of a change {odds})",
    ),
    "career.appeal_changed_1": (
        "上级法院改判（可能性 {odds}）",
        "The court above changes the judgment (chance {odds})",
    ),
    "career.appeal_granted_0": ("：不支持甲。", ": against A."),
    "career.appeal_granted_1": ("：支持甲。", ": for A."),
    "career.accepted": ("{where}受理。", "The {where} takes the case."),
    "career.accepted_sent": ("{where}受理（由上级退回而来）。", "The {where} takes the case, as told from above."),
    "career.refused": ("乙不到场（到场的可能性 {odds}）。", "B does not come (the chance that B would was {odds})."),
    "career.departments_all": (
        "{where}召集部门会办：{came}都到了（每个部门到场的可能性 {odds}）。",
        "Departments called by the {where} all come: {came} (chance of each {odds}).",
    ),
    "career.departments_some": (
        "{where}召集部门会办：{came}到了，{missing}没到（每个部门到场的可能性 {odds}）；会没开成，还要等。",
        "Of departments called by the {where} {came} came, {missing} did not (chance of each {odds}): a lost session.",
    ),
    "career.departments_none": (
        "{where}召集部门会办：{missing}没到（每个部门到场的可能性 {odds}）；会没开成，还要等。",
        "Departments called by the {where} do not come: {missing} (chance of each {odds}). A lost session.",
    ),
    "career.misrouted": (
        "在{where}先投错了门（可能性 {odds}），白跑一趟，重新排队；敌意 {hostility}。",
        "At the {where} A is first heard at the wrong desk (chance {odds}) and waits anew; hostility {hostility}.",
    ),
    "career.contact": ("甲经{window}提出。", "A brings it to the {window}."),
    "career.dispatched": (
        "窗口派单到{where}（派错的可能性 {odds}）。",
        "It is dispatched to the {where} (chance to be sent wrong {odds}).",
    ),
    "career.misdirected": (
        "窗口派错了单（可能性 {odds}），本应去{where}；敌意 {hostility}。",
        "It is sent to the wrong forum (chance {odds}) instead of the {where}; hostility {hostility}.",
    ),
    "career.called": (
        "甲在气头上报警（可能性 {odds}）；敌意 {hostility}。",
        "In the heat of it A calls the police (chance {odds}); hostility {hostility}.",
    ),
    "career.police_no_officer": (
        "民警到场劝开，无警力调解；敌意 {hostility}。",
        "The police part them; no officer is free to mediate. Hostility {hostility}.",
    ),
    "career.police_refused": (
        "民警到场，乙拒绝当场调解（愿意的可能性 {odds}）；敌意 {hostility}。",
        "The police come; B refuses to be mediated (the chance that B would was {odds}). Hostility {hostility}.",
    ),
    "career.police_signed": (
        "民警当场调解：{way}（可能性 {odds}）；敌意 {hostility}。",
        "The police mediate on the spot: {way} (chance {odds}); hostility {hostility}.",
    ),
    "career.police_failed": (
        "民警当场调解没成（成的可能性 {odds}）；敌意 {hostility}。",
        "The police mediate on the spot, in vain (an agreement had a chance of {odds}); hostility {hostility}.",
    ),
    "career.border_alone": (
        "跨界事项：邻地没有来会同（可能性 {odds}），{where}独自办理。",
        "A matter across a border: the place across does not join (chance {odds}); the {where} goes on alone.",
    ),
    "career.border_joined": (
        "跨界事项：邻地与{where}会同办理（可能性 {odds}）。",
        "A matter across a border: the place across joins the {where} (chance {odds}).",
    ),
    "career.border_passed_on": (
        "跨界事项：邻地没有来（可能性 {odds}），{where}说不归本地管，白跑一趟；敌意 {hostility}。",
        "A matter across a border: nobody joins (chance {odds}); the {where} says it has no remit ({hostility}).",
    ),
    "career.together": (
        "与同一起因的人聚集之后，由当事人代表众人直接到{where}提出。",
        "After people with the same cause stood up together, A lodges for all at the {where}.",
    ),
    "career.resumed": ("{where}重新排期。", "The {where} takes it up again."),
    "career.agreed": (
        "{where}第 {number} 次调解：谈成（可能性 {odds}）；敌意 {hostility}。",
        "Session {number} at the {where}: agreement (chance {odds}); hostility {hostility}.",
    ),
    "career.not_agreed": (
        "{where}第 {number} 次调解：没谈成（成的可能性 {odds}）；敌意 {hostility}。",
        "Session {number} at the {where}: no agreement (chance {odds}); hostility {hostility}.",
    ),
    "career.decided_for": ("{where}裁断支持甲（可能性 {odds}）。", "The {where} decides for A (chance {odds})."),
    "career.decided_against": (
        "{where}裁断不支持甲（支持的可能性 {odds}）。",
        "The {where} decides against A (the chance of A was {odds}).",
    ),
    "career.ended": ("{where}结案：{way}。", "The case at the {where} ends: {way}."),
    "career.fair": ("甲觉得公道。", " A finds the loss fair."),
    "career.booked": ("账面：已化解。", " On the books: settled."),
    "career.not_booked": ("账面：未化解。", " On the books: not settled."),
    "career.goes_up": ("案卷将移送上级。", " The file goes up."),
    "career.may_return": ("一年内回流的可能性 {odds}。", " Chance to come back within a year: {odds}."),
    "career.registered": ("在{where}登记：{way}。", "Registered {where}: {way}."),
    "career.forwarded": ("案件移送{where}", "The case is carried to the {where}"),
    "career.informed": ("，连同下面所知的情况。", ", with what is known below."),
    "career.reopened": (
        "回流（此前：{state}）；敌意 {hostility}。",
        "It comes back (it had been: {state}); hostility {hostility}.",
    ),
    "career.lumped": ("甲忍了。", "A gives up for now."),
    "career.forgotten": ("淡忘或逾期，到此为止。", "Forgotten, or past its limitation period: it ends here."),
    "career.final": ("过了期限，案结事了。", "Past its limitation period: closed for good."),
}
