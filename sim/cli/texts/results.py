"""What the tables and lines of results say, and those of `explain`, `diff` and `events` around them."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
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
}
