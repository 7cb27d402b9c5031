"""What the help pages and the faults of a command line say."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
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
}
