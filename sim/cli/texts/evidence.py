"""What `indicators`, `verify` and `doctor` say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
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
