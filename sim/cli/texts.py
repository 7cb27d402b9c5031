"""Every text of the command line, in Chinese and English, by key. Long, since it is the one catalogue.

Names in braces are filled in by `language.say`. Wording follows the standing of the model: a synthetic society in the
shape of a place, never a statement about the place, no forecast.
"""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- help -------------------------------------------------------------------------------------------------------
    "help": (
        "在以真实地方为形的合成社会上，比较一个县如何治理纠纷。",
        "Compare how a county governs its disputes, on a synthetic society in the shape of a real place.",
    ),
    "help.epilog": (
        "从这里开始：fengqiao compare zhuji --policies baseline,keep_in_village --seeds 2",
        "Start with: fengqiao compare zhuji --policies baseline,keep_in_village --seeds 2",
    ),
    "help.lang_everywhere": ("每条命令都可加 --lang zh|en。", "Every command takes --lang zh|en."),
    "help.help": ("显示本说明。", "Show this page."),
    "help.version": ("显示版本。", "Show the version."),
    "help.lang": (
        "语言；默认取自系统语言环境。可写在任何位置。",
        "Language; by default that of the locale. May stand anywhere.",
    ),
    "help.scenarios": ("列出自带的情景。", "List the scenarios of the library."),
    "help.scenario": ("查看、检查情景。", "Look at a scenario, or check one."),
    "help.show": (
        "列出一个情景的全部参数：取值、单位、范围、来源、等级。",
        "Show every parameter of a scenario: value, unit, range, source, grade.",
    ),
    "help.check": (
        "检查一个情景：文件、地名表、人口、关系网，以及各级机构的负荷。",
        "Check a scenario: its files, place table, population, ties, and the load of its forums.",
    ),
    "help.schema": (
        "输出情景文件的 JSON Schema（供编辑器使用）。",
        "Print the JSON Schema of scenario files, for editors.",
    ),
    "help.run": ("运行一次，写出一个运行文件夹。", "Run once and write one run folder."),
    "help.compare": (
        "在同一批社会上比较几种治理办法。\n\n每个随机种子预热一次，各方案从同一刻分叉。",
        "Compare ways of governing on the same societies.\n\nBurn-in once per seed, then the arms branch from it.",
    ),
    "help.explain": (
        (
            "用文字讲一起纠纷的全过程，以及每次选择时各条路的概率；几种方案并排。\n\n"
            "按运行文件夹的清单重新运行并加跟踪。不指定纠纷时，按固定规则挑一起邻里围墙纠纷：只作说明，绝不作证据。"
        ),
        (
            "Tell one dispute's whole career in words, with the odds at each choice; several arms side by side.\n\n"
            "Re-runs from the manifest of the run folder with a trace. Without DISPUTE a quarrel of neighbours over a"
            " wall is picked by a fixed rule: an illustration, never evidence."
        ),
    ),
    "help.indicators": (
        (
            "把一次运行与官方数字并排；按人群看；由模型内的调查员复核。\n\n"
            "给出运行文件夹则读取，给出情景名则按基线运行。账面数字只成对出现；没有造好的进程不给数字。未标定。"
        ),
        (
            "A run beside the official figures, by group, and as a surveyor inside the model finds it.\n\n"
            "Reads a run folder, or runs the baseline of a scenario. Reported figures appear in pairs only; where a"
            " process is not built there is no number. Uncalibrated."
        ),
    ),
    "help.diff": (
        "找出两次运行中第一个不同的事件：哪一天、哪条规则。\n\n按清单重新运行两者。",
        "Find the first event in which two runs differ, with its day and rule.\n\nRe-runs both from their manifests.",
    ),
    "help.events": (
        "导出一次运行的事件表（CSV 或 Parquet）和字段说明。\n\n按清单重新运行。",
        "Export the events of a run (CSV or Parquet) with a codebook.\n\nRe-runs from the manifest.",
    ),
    "help.verify": (
        (
            "用有已知答案的部分检验模型：排队、升级链、选择、扩散、回流……\n\n"
            "每项主张按贝叶斯因子的胜算判断；有一项不成立或未决，退出码为 1。"
        ),
        (
            "Check the parts of the model whose answer theory knows: lines, chains, choice, spread, returns ...\n\n"
            "Each claim is judged by odds (Bayes factors); exit code 1 where one fails or stays undecided."
        ),
    ),
    "help.slow": (
        "看得更久：样本更大，能看出更小的偏差（每项至多约一分钟）",
        "look longer: larger samples notice smaller departures (a check takes up to about a minute)",
    ),
    "help.room": ("只检验这一组，可重复", "only this group of checks; as often as wanted"),
    "help.doctor": (
        "检查安装：版本、内核缓存、字体、内存、可写文件夹。报告不含私人路径。",
        "Check the installation: versions, kernels, fonts, memory, folders. The report holds no private path.",
    ),
    "help.arg.scenario": ("情景库中的名字，或 TOML 文件路径", "a name of the library, or the path of a TOML file"),
    "help.arg.indicators": (
        "运行文件夹、compare 的输出文件夹（取其基线），或情景",
        "a run folder, the output folder of compare (its baseline), or a scenario",
    ),
    "help.indicator_seeds": (
        "运行情景时的随机种子个数：1…N；默认 3",
        "number of seeds when a scenario is run: 1…N; 3 by default",
    ),
    "help.arg.run": ("运行文件夹，或 compare 的输出文件夹", "a run folder, or the output folder of compare"),
    "help.arg.run_a": ("第一个运行文件夹", "the first run folder"),
    "help.arg.run_b": ("第二个运行文件夹", "the second run folder"),
    "help.arg.explain": (
        "一个或两个运行文件夹（或 compare 的输出文件夹），其后可加纠纷编号",
        "one or two run folders (or the output folder of compare), then the id of a dispute if wanted",
    ),
    "help.set": ("改动一个参数，可多次使用", "change a parameter; may be given often"),
    "help.json": ("标准输出只写一个 JSON 文档", "print one JSON document on stdout and nothing else"),
    "help.out": ("写到哪里；须为空或不存在", "where to write; must be empty or not exist"),
    "help.section": ("只看一个部分，例如 settle", "one section only, e.g. settle"),
    "help.toml": ("输出完全展开的 TOML", "print the fully resolved TOML"),
    "help.no_load": ("不试运行，不估计负荷", "leave out the trial run and the load of the forums"),
    "help.policies": (
        "方案，逗号分隔；+ 为合并，括号内为参数；自己的办法写 文件.py:类名",
        "arms, by commas; + joins policies, options in brackets; your own as file.py:ClassName",
    ),
    "help.policy": ("一个方案，写法同 compare", "one arm, written as for compare"),
    "help.seeds": ("随机种子的个数：1…N", "number of seeds: 1…N"),
    "help.seed": ("随机种子", "seed"),
    "help.workers": ("并行进程数；默认为可用核数", "parallel processes; by default the cores available"),
    "help.explain_seed": ("compare 输出中的哪个种子", "which seed of the output of compare"),
    "help.format": ("csv 或 parquet", "csv or parquet"),
    "help.events_out": ("写到哪个文件，字段说明写在旁边", "the file to write; its codebook goes beside it"),
    "typer.ARGUMENTS_PANEL_TITLE": ("参数", "Arguments"),
    "typer.OPTIONS_PANEL_TITLE": ("选项", "Options"),
    "typer.COMMANDS_PANEL_TITLE": ("命令", "Commands"),
    "typer.DEFAULT_STRING": ("[默认：{{}}]", "[default: {{}}]"),
    "typer.REQUIRED_LONG_STRING": ("[必填]", "[required]"),
    # -- faults -----------------------------------------------------------------------------------------------------
    "fault.interrupted": ("已中断；已写完的结果都还在。", "Interrupted; whatever was written whole is there."),
    "fault.usage": ("{path}：{what}。用法见 {path} --help。", "{path}: {what}. See {path} --help."),
    "fault.os": ("必须可读可写", "must be readable or writable"),
    "fault.os_repair": (
        "检查路径与剩余空间（输出文件夹、FENGQIAO_CACHE_DIR）",
        "Check the path and the free space there (output folder, FENGQIAO_CACHE_DIR)",
    ),
    "fault.output": ("输出或缓存", "output or cache"),
    "fault.memory": (
        "内存不足。可减少 --workers，或换小一些的情景。",
        "Out of memory. Use fewer --workers, or a smaller scenario.",
    ),
    "fault.ours": (
        "程序自身出错：{what}。设 {variable}=1 可看到详情，请附上它报告问题。",
        "A fault of the program: {what}. With {variable}=1 it shows where; please report it with that.",
    ),
    # -- a career in words --------------------------------------------------------------------------------------------
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
    # -- scenarios, show, check ---------------------------------------------------------------------------------------
    "scenarios.name": ("名字", "name"),
    "scenarios.title": ("说明", "title"),
    "scenarios.levels": ("层级", "levels"),
    "show.levels": ("层级：{levels}", "levels: {levels}"),
    "show.grades": ("{rows} 个参数，其中 {guesses} 个是假设", "{rows} parameters, {guesses} of them assumptions"),
    "show.fingerprint": ("指纹 {fingerprint}，格式 {version}", "fingerprint {fingerprint}, form {version}"),
    "shocks.title": ("冲击", "shocks"),
    "shocks.off": ("（已关闭：processes.shocks = false）", " (switched off: processes.shocks = false)"),
    "shocks.name": ("名称", "name"),
    "shocks.kind": ("类别", "kind"),
    "shocks.days": ("日", "days"),
    "shocks.places": ("地方", "places"),
    "shocks.everywhere": ("全部", "all"),
    "shocks.units": ("涉及单元", "units"),
    "shocks.types": ("纠纷类型", "types of dispute"),
    "shocks.factor": ("系数", "factor"),
    "campaigns.title": ("专项行动", "campaigns"),
    "campaigns.off": ("（已关闭：processes.campaigns = false）", " (switched off: processes.campaigns = false)"),
    "campaigns.name": ("名称", "name"),
    "campaigns.days": ("首轮日", "days of the first"),
    "campaigns.period": ("周期（日）", "every (days)"),
    "campaigns.once": ("一次", "once"),
    "campaigns.places": ("地方", "places"),
    "campaigns.everywhere": ("全部", "all"),
    "campaigns.reached": ("涉及地方", "places reached"),
    "campaigns.intensity": ("力度", "intensity"),
    "show.key": ("参数", "parameter"),
    "show.value": ("取值", "value"),
    "show.unit": ("单位", "unit"),
    "show.range": ("范围", "range"),
    "show.grade": ("等级", "grade"),
    "show.meaning": ("含义", "meaning"),
    "show.source": ("来源", "source"),
    "show.sources": ("来源：", "Sources:"),
    "check.sizes": (
        "{places} 个地方，{households} 户，{residents} 名常住人口（合成，逐人对应）",
        "{places} places, {households} households, {residents} residents (synthetic, one for one)",
    ),
    "check.level": ("层级", "level"),
    "check.kind": ("类别", "kind"),
    "check.places": ("个数", "places"),
    "check.residents": ("常住人口", "residents"),
    "check.smallest": ("最小", "smallest"),
    "check.median": ("中位", "median"),
    "check.largest": ("最大", "largest"),
    "check.measure": ("项目", "measure"),
    "check.value": ("数值", "value"),
    "check.range": ("应在", "should lie in"),
    "check.verdict": ("结论", "verdict"),
    "check.why": ("依据", "why"),
    "check.good": ("符合", "yes"),
    "check.bad": ("不符", "NO"),
    "check.load": (
        "各类机构的负荷（基线试运行一年，后半年）",
        "Load of the forums (a year of trial under the baseline, its second half)",
    ),
    "check.load_note": (
        "ρ = 受理的工作量 ÷ 可用工时；ρ ≥ 1 的机构办不完所受理的。",
        "ρ = work accepted / hours there are; a forum with ρ >= 1 cannot serve what it accepts.",
    ),
    "check.rest": (
        "主事者的回应停在：未化解 {u}，虚报 {m}，压制 {s}，用心 {e}",
        "A principal's answer comes to rest at: unsettled {u}, misreporting {m}, suppression {s}, effort {e}",
    ),
    "check.rest_unstable": (
        "（分水岭：未化解 {u}，虚报 {m}，压制 {s}，用心 {e}）",
        "(the divide: unsettled {u}, misreporting {m}, suppression {s}, effort {e})",
    ),
    "check.rests": (
        "注意：不动点有 {count} 个；一地停在何处取决于其过去，微小变化可使其一去不返。",
        "Mind: {count} fixed points; where a place comes to rest depends on its past, and a small push may move it.",
    ),
    "check.forum": ("机构", "forum"),
    "check.accepted": ("受理", "cases"),
    "check.used": ("工时使用", "hours used"),
    "check.rho": ("ρ", "ρ"),
    "check.overloaded": ("超负荷", "OVERLOADED"),
    "kind.village": ("普通村", "ordinary village"),
    "kind.community": ("普通社区", "ordinary community"),
    "kind.urban_village": ("城中村", "urban village"),
    "kind.resettlement": ("安置小区", "resettlement estate"),
    "kind.old_estate": ("老旧小区", "old estate"),
    "kind.town_centre": ("镇中心", "town centre"),
    "kind.special": ("特殊区域", "special area"),
    "kind.empty": ("无人", "empty"),
    "kind.above": ("上级", "above units"),
    # -- progress ---------------------------------------------------------------------------------------------------
    "progress.left": ("剩余", "left"),
    "progress.burn-in": ("预热", "burn-in"),
    "progress.arms": ("各方案", "arms"),
    "progress.again": ("重新运行", "running again"),
    "progress.world": ("生成合成社会", "building the society"),
    "progress.pilot": ("试运行", "trial run"),
    "progress.compiling": (
        "首次使用：编译模型内核，每个版本只需一次，约四十秒……",
        "First use: compiling the model's kernels, once per version, about forty seconds ...",
    ),
    "progress.longer": (
        "预热 {days} 天后尚未平稳（{series}），改为 {more} 天重新预热。",
        "After {days} days of burn-in these still drift: {series}. Running it with {more} days.",
    ),
    # -- results ----------------------------------------------------------------------------------------------------
    "result.basis": (
        (
            "合成居民 {residents} 名，纠纷约 {disputes} 起；种子 {seeds} 个；"
            "预热 {burn_in} 天，观察 {cohort} 天，随访 {follow_up} 天"
        ),
        (
            "{residents} synthetic residents, about {disputes} voiced disputes; seeds: {seeds}; burn-in {burn_in} days,"
            " cohort {cohort}, follow-up {follow_up}"
        ),
    ),
    "result.diagnostic": ("诊断性", "diagnostic"),
    "result.spill": ("外溢，每千成人年", "Spill per 1,000 adult-years"),
    "result.per_dispute": ("占纠纷", "share of all disputes"),
    "result.administrative": ("其中行政", "of which administrative"),
    "result.outside": ("其中域外", "of which outside"),
    "result.attempts": ("上行尝试（含被拦）", "attempts above home"),
    "result.change": ("与基线之差", "change against the baseline"),
    "result.resolve": ("其中：化解", "turned into: resolved"),
    "result.hide": ("隐藏", "hidden"),
    "result.moved": ("转到法院或移送上行", "moved to court or carried up"),
    "result.not_told": ("分辨不出", "not told"),
    "result.judicial": ("司法上行（权利），每千成人年", "To court above home (a right)"),
    "result.supercritical": (
        "“{arm}”：种子 {seeds}（共 {of} 个）的扩散自我维持（每件引发不少于一件），数字只说明到最后一天为止，并非稳态。",
        "{arm}: in seeds {seeds} (of {of}) spread feeds itself; its figures are no steady state, only how far it got.",
    ),
    "result.horizontal": ("横向外溢，每千成人年", "Horizontal spill, per 1,000 adult-years"),
    "result.incidents": ("群体性事件", "group incidents"),
    "result.incidents_across": ("其中跨村（居）", "of which across villages"),
    "result.success": ("化解率：账面 | 实质", "Success: books | in the model"),
    "result.network": ("调解网络", "mediation network"),
    "result.ends": ("纠纷的终局（两年末）", "How disputes stood in the end"),
    "result.levels": ("层级是否恰当", "Right level"),
    "result.cost": ("每件实质化解的成本", "Cost per true resolution"),
    "result.staff_days": ("人日", "staff-days"),
    "result.yuan": ("元", "yuan"),
    "result.fell": (
        "{arm}：外溢每千成人年减少 {by}（{ratio}）。",
        "{arm}: spill falls by {by} per 1,000 adult-years ({ratio}).",
    ),
    "result.rose": (
        "{arm}：外溢每千成人年增加 {by}（{ratio}）。",
        "{arm}: spill rises by {by} per 1,000 adult-years ({ratio}).",
    ),
    "result.turned": (
        "减少的部分：{resolve} 化解，{hide} 隐藏（忍了、被压下、未了），{moved} 转到法院或移送上行。",
        (
            " Of that fall {resolve} was resolved, {hide} hidden (given up, suppressed, still open), {moved} moved to"
            " court or carried up."
        ),
    ),
    "result.beside_fall": (
        "每少 100 个外溢的根案：化解 {resolve}，隐藏 {hide}，法院或移送 {moved}。",
        " For 100 root families fewer that spill: {resolve} resolved, {hide} hidden, {moved} in court or carried up.",
    ),
    "result.beside_rise": (
        "每多 100 个外溢的根案：化解 {resolve}，隐藏 {hide}，法院或移送 {moved}。",
        " For 100 root families more that spill: {resolve} resolved, {hide} hidden, {moved} in court or carried up.",
    ),
    "result.points": ("与基线之差，百分点", "change, percentage points"),
    "result.unchanged": (
        "{arm}：这些种子下外溢的变化与零分辨不出。根案的变化（件，每种子平均）：{cells}。",
        (
            "{arm}: with these seeds the change of spill cannot be told from none. Change in root families (mean per"
            " seed): {cells}."
        ),
    ),
    "result.governance": ("治理指数的各组成（权重）", "Governance index: components (weight)"),
    "result.index": ("指数（0…1，权重为假设）", "index (0…1, weights assumed)"),
    "result.index_change": ("与基线之差", "change against the baseline"),
    "result.first": ("随机权重下居首", "first under random weights"),
    "result.index_note": (
        (
            "治理指数只由模型中实际发生的构成，各组成先化为 0…1 的得分再加权（↑ 越高越好，↓ 越低越好）；权重与尺度"
            "（情景的 governance 部分）都是假设。"
        ),
        (
            "The index is made of what happened in the model; each component becomes a score of 0…1 first (↑ more is"
            " better, ↓ less is). Weights and scales: governance in the scenario, all assumptions."
        ),
    ),
    "result.trust_note": ("信任此处是输入，各方案相同。", "Trust is an input here, the same under every arm."),
    "result.ranking": (
        "{weightings} 组随机权重（各种权重同样可能）下居首的比例：{arms}。诊断性方案没有指数，不参与排序。",
        (
            "Share of {weightings} random weightings, all equally likely, under which an arm comes first: {arms}."
            " Diagnostic arms have no index and are never ranked."
        ),
    ),
    "result.ranked": ("{arm} {share}（各种子 {low}…{high}）", "{arm} {share} (by seed {low}…{high})"),
    "result.none": ("无", "none"),
    "result.matched": (
        "与基线相同的根案 {matched}，全程完全相同 {identical}。",
        " Roots shared with the baseline {matched}, careers identical {identical}.",
    ),
    "result.intervals": (
        "括号内为 95 % 区间，只反映随机种子，不反映参数的不确定。",
        "In brackets: 95 % intervals over seeds only; what is unknown about the parameters is not in them.",
    ),
    "result.moved_note": (
        "本版本中“移送上行”恒为零：机构只移送当事人自己已在上级提出过的纠纷，那已计入外溢；“转移”即到本应层级之上的法院。",
        (
            "Nothing is only carried up in this version: institutions pass on what a party had lodged above, and that"
            " is counted as spill; moved means to court."
        ),
    ),
    "result.one_seed": (
        "只有一个种子：没有区间，任何差别都可能是偶然。",
        "One seed: no intervals, and any difference may be chance.",
    ),
    "result.folder": ("结果：{folder}", "Results: {folder}"),
    "result.pictures": ("图在 {folder}：{names}", "Pictures in {folder}: {names}"),
    "result.no_pictures": (
        '未安装绘图库，不画图；pip install "fengqiao[figures]" 可补上。',
        'No pictures: the drawing library is not installed; pip install "fengqiao[figures]" adds it.',
    ),
    "result.next": (
        "一起纠纷在各方案下的全过程：fengqiao explain {folder}",
        "One dispute's career under every arm: fengqiao explain {folder}",
    ),
    "run.digest": ("种子 {seed}，历史指纹 {digest}", "seed {seed}, digest of the history {digest}"),
    # -- explain, diff, events --------------------------------------------------------------------------------------
    "career.day": ("日", "day"),
    "career.all": ("各方案相同", "under every arm"),
    "career.end": ("最后：{state}。", "In the end: {state}."),
    "career.same": ("各方案下全程相同。", "The same career under every arm."),
    "explain.again": (
        "按运行文件夹的清单重新运行并加跟踪；历史指纹若不符即为错误。",
        "Running it again from the manifest of its folder, with a trace; another digest would be an error.",
    ),
    "explain.kept": (
        "取自 compare 留下的跟踪（加种子或纠纷编号则重新运行）。",
        "From the trace that compare has kept; with a seed or a dispute it is run again.",
    ),
    "explain.picked": (
        "这起纠纷按固定规则选出：邻里、小额、村里可办、各方案下都说出、终局最不相同。",
        (
            "Picked by a fixed rule: neighbours, small, within the village's power, voiced under every arm, ending most"
            " differently."
        ),
    ),
    "explain.no_evidence": (
        "单个故事只作说明，绝不作证据：同一方案下别的纠纷走的是别的路。甲乙不是真人。",
        "One career illustrates and is never evidence: under the same arm others went other ways. A and B are nobody.",
    ),
    "diff.same": ("两次运行的历史完全相同。", "The two histories are the same."),
    "diff.first": (
        "第一个不同的事件在第 {day} 天，规则：{rule}",
        "The first event that differs is on day {day}; rule: {rule}",
    ),
    "diff.side": ("{title}（种子 {seed}）：{told}", "{title} (seed {seed}): {told}"),
    "diff.review": ("{level}一级的主官重新应对考核", "a principal at {level} level answers the appraisal anew"),
    "diff.other": ("{level}一级所记：{event}", "recorded at {level} level: {event}"),
    "diff.nothing": ("没有这个事件", "does not have this event"),
    "events.written": (
        "{rows} 个事件写入 {file}，字段说明 {codebook}",
        "{rows} events in {file}, codebook in {codebook}",
    ),
    # -- indicators -------------------------------------------------------------------------------------------------
    "targets.heading": ("与官方数字并排（不用于拟合）", "Beside the official figures (nothing is fitted to them)"),
    "targets.arm": (
        "这是方案“{arm}”的运行；官方数字描述的是现行做法。",
        "This run is under the arm {arm}; the official figures describe present arrangements.",
    ),
    "targets.number": ("#", "#"),
    "targets.name": ("数字", "figure"),
    "targets.kind": ("类", "kind"),
    "targets.observed": ("公布值（范围）", "observed (range)"),
    "targets.model": ("模型中", "in the model"),
    "targets.pair": ("账面 {reported} | 实质 {true}", "books {reported} | model {true}"),
    "targets.verdict": ("结论", "verdict"),
    "targets.check": ("核对：{verdict}", "check: {verdict}"),
    "targets.counts": (
        "{kind}（{meaning}）：范围内 {inside}，范围外 {outside}，尚不可算 {missing}。",
        "{kind} ({meaning}): {inside} inside, {outside} outside, {missing} not computable yet.",
    ),
    "targets.waits": ("尚不可算：", "Not computable yet:"),
    "targets.of": ("各数字数的是什么：", "What each figure counts:"),
    "targets.line": ("{numbers}：{text}。", "{numbers}: {text}."),
    "survey.heading": ("模型内的调查员", "The surveyor inside the model"),
    "survey.told": (
        (
            "一年内结案 {closed} 件（调委会、乡镇、信访），抽问 {asked} 件，各在结案 {days} 天后：仍已化解 {settled}"
            "（{sampling}）。同一批案件：账面 {reported} | 实质 {true}。"
        ),
        (
            "Of {closed} cases closed in the year (committees, town offices, petition offices) {asked} were asked"
            " about, {days} days after each closed: still settled {settled} ({sampling}). The same cases: books"
            " {reported} | model {true}."
        ),
    ),
    "survey.sampling": ("抽样误差 {low}…{high}", "sampling error {low}…{high}"),
    "survey.all": ("全部问到，没有抽样误差", "all were asked: no sampling error"),
    "survey.none": (
        "没有结案已满一年的案件可问。",
        "No case has been closed for a year: nobody could be asked.",
    ),
    "fairness.heading": ("按人群（同批纠纷）", "By group (disputes of the cohort)"),
    "fairness.group": ("人群", "group"),
    "fairness.disputes": ("纠纷", "disputes"),
    "fairness.measure": ("{name}指{of}", "{name}, {of}"),
    "fairness.of": ("其中，{lines}。", "Shown are {lines}."),
    "fairness.told": (
        "能与零分辨的差别（该组减其余各组；比较了 {compared} 项，按百分之五的标准，偶然也会有约 {chance} 项）：",
        (
            "Differences that can be told from 0 (a group minus all others; {compared} were looked at, about {chance}"
            " would be told by chance alone):"
        ),
    ),
    "fairness.by": ("{name}：{lines}。", "{name}: {lines}."),
    "fairness.untold": (
        "没有哪项差别能与零分辨（比较了 {compared} 项）。",
        "No difference can be told from 0 ({compared} were looked at).",
    ),
    "fairness.one_seed": (
        "只有一个种子：没有区间，不说任何差别。",
        "One seed: no intervals, so no difference is told.",
    ),
    "fairness.gap": ("{group} {measure} {gap}", "{group}, {measure} {gap}"),
    "fairness.points": ("{mean} 个百分点（{low}…{high}）", "{mean} points ({low}…{high})"),
    "fairness.days": ("{mean} 天（{low}…{high}）", "{mean} days ({low}…{high})"),
    "list.semicolon": ("；", "; "),
    # -- verify -----------------------------------------------------------------------------------------------------
    "verify.claim": ("主张", "claim"),
    "verify.seen": ("所见", "seen"),
    "verify.expected": ("应为", "expected"),
    "verify.size": ("样本量", "size"),
    "verify.odds": ("胜算", "odds"),
    "verify.verdict": ("结论", "verdict"),
    "verify.holds": ("成立", "holds"),
    "verify.fails": ("不成立", "FAILS"),
    "verify.undecided": ("未决", "undecided"),
    "verify.skipped": ("跳过", "skipped"),
    "verify.within": ("界内", "in bounds"),
    "verify.beyond": ("越界", "beyond"),
    "verify.part": (
        "{what}：所见 {seen}，应为 {expected}，胜算 {odds}",
        "{what}: seen {seen}, expected {expected}, odds {odds}",
    ),
    "verify.theory": ("理论：{formula}（{source}）", "Theory: {formula} ({source})"),
    "verify.skipped_for": (
        "缺少可选的库，跳过：{names}。安装：{install}",
        "Skipped for want of an optional library: {names}. To install it: {install}",
    ),
    "verify.how": (
        (
            "每行是一项主张中最弱的一个数字。胜算 10:1 及以上为成立，1:10 及以下为不成立；未决不算通过。"
            "界内：在所述误差之内相等，不论胜算。"
        ),
        (
            "A row shows a claim's weakest figure. From 10:1 it holds, from 1:10 down it fails; undecided is no pass."
            " In bounds: equal to the stated error, where no odds are needed."
        ),
    ),
    "verify.room.lines": ("排队", "Lines"),
    "verify.room.chain": ("升级链", "The chain upward"),
    "verify.room.choice": ("选择", "Choice"),
    "verify.room.spread": ("扩散", "Spread"),
    "verify.room.principal": ("主官的应对", "The principal's answer"),
    "verify.room.stocks": ("存量", "Stocks"),
    "verify.room.hazards": ("发生与回流", "Hazards"),
    "verify.room.world": ("合成社会", "The society"),
    "verify.room.draws": ("随机抽取", "Draws"),
    "verify.room.pairing": ("配对比较", "Pairing"),
    # -- doctor -----------------------------------------------------------------------------------------------------
    "version": ("fengqiao {program}（模型版本 {model}）", "fengqiao {program} (model version {model})"),
    "doctor.ok": ("正常", "ok"),
    "doctor.note": ("留意", "note"),
    "doctor.fault": ("故障", "FAULT"),
    "doctor.not_installed": ("未安装的源码", "source tree, not installed"),
    "doctor.missing": ("缺失；重新安装 fengqiao", "missing; install fengqiao again"),
    "doctor.optional": (
        '没有（可选）：pip install "fengqiao[{extra}]"',
        'not there (optional): pip install "fengqiao[{extra}]"',
    ),
    "doctor.kernels": ("内核缓存", "kernels"),
    "doctor.compiled": ("本版本已编译", "compiled for this version"),
    "doctor.not_compiled": ("本版本尚未编译；首次运行时编译", "not compiled yet for this version; the first run does"),
    "doctor.jit_off": (
        "JIT 已关闭（NUMBA_DISABLE_JIT），慢约百倍",
        "JIT is off (NUMBA_DISABLE_JIT): about 100 times slower",
    ),
    "doctor.cache": ("缓存文件夹", "cache folder"),
    "doctor.here": ("当前文件夹", "working folder"),
    "doctor.temporary": ("临时文件夹", "temporary folder"),
    "doctor.space": ("剩余 {gib} GiB", "{gib} GiB free"),
    "doctor.writable": ("可写", "writable"),
    "doctor.unwritable": ("不可写", "cannot be written"),
    "doctor.fonts": ("中文字体", "Chinese font"),
    "doctor.no_figures": ("未安装绘图库", "the drawing library is not installed"),
    "doctor.no_font": (
        "没有；PNG 将用英文标注，可安装 fonts-noto-cjk",
        "none; PNGs are labelled in English, fonts-noto-cjk helps",
    ),
    "doctor.unknown": ("不详", "unknown"),
    "doctor.memory": ("内存与核数", "memory and cores"),
    "doctor.memory_found": ("{gib} GiB，可用 {cores} 核", "{gib} GiB, {cores} cores"),
    "doctor.console": ("终端编码", "console"),
}
