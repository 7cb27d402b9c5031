"""Lays indicators out on a console: the targets, what they wait for, the survey, and the cohort by group."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from sim.cli.console import paragraph
from sim.cli.language import language, pick, say
from sim.cli.numbers import NOTHING, percent, rounded, signed, with_range
from sim.studies.standing import STANDING, UNCALIBRATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console
    from rich.table import Table

    from sim.analysis import Comparison

Said = dict[str, Any]

TARGET_DIGITS: Final = 3
"""Significant digits beside an official figure: with two, a figure just outside its range looks as if at its edge."""

LEAST_NAME: Final = 18
"""Columns that the name of a figure or of a group has at least (characters)."""


def show_indicators(console: Console, result: Comparison) -> None:
    """Print the indicators of the first arm of a result."""
    scenario, arm = result["scenario"], result["arms"][0]
    console.print(f"{pick(scenario['title']['zh'], scenario['title']['en'])} · {pick(*UNCALIBRATED)}", style="bold")
    paragraph(console, _basis(result))
    if arm["spec"] != "baseline":
        paragraph(console, say("targets.arm", arm=pick(arm["title"]["zh"], arm["title"]["en"])))
    _targets(console, result, result["targets"]["arms"][arm["spec"]])
    _survey(console, result["survey"][arm["spec"]])
    _fairness(console, result["fairness"][arm["spec"]], many=len(result["seeds"]) > 1)
    console.print()
    paragraph(console, say("result.intervals" if len(result["seeds"]) > 1 else "result.one_seed"))
    paragraph(console, pick(*STANDING), style="dim")


def _basis(result: Comparison) -> str:
    scenario = result["scenario"]
    return say(
        "result.basis",
        residents=f"{scenario['residents']:,}",
        disputes=rounded(result["ends"][result["arms"][0]["spec"]]["disputes"]),
        seeds=len(result["seeds"]),
        burn_in=scenario["burn_in"],
        cohort=scenario["cohort"],
        follow_up=scenario["follow_up"],
    )


def _targets(console: Console, result: Comparison, found: Said) -> None:
    from sim.analysis import counted
    from sim.analysis.targets import INSIDE, KIND_WORDS, NOT_YET, OUTSIDE

    rows = result["targets"]["rows"]
    console.print()
    console.print(say("targets.heading"), style="bold")
    console.print(_target_table(console, rows, found))
    console.print()
    for kind, counts in counted(found).items():
        numbers = {"inside": counts[INSIDE], "outside": counts[OUTSIDE], "missing": counts[NOT_YET]}
        paragraph(console, say("targets.counts", kind=kind, meaning=pick(*KIND_WORDS[kind]), **numbers))
    at = language()
    _lines(console, "targets.waits", ((r["number"], found[r["key"]]["waits"][at]) for r in rows
                                      if found[r["key"]]["waits"]))  # fmt: skip
    _lines(console, "targets.of", ((r["number"], r[f"of_{at}"]) for r in rows if not found[r["key"]]["waits"]))


def _lines(console: Console, title: str, told: Iterable[tuple[int, str]]) -> None:
    """Say each text once, with the numbers of the rows that it is about."""
    numbers: dict[str, dict[int, None]] = {}
    for number, text in told:
        numbers.setdefault(text, {})[number] = None
    if not numbers:
        return
    console.print()
    console.print(say(title), style="bold")
    for text, about in numbers.items():
        said = say("targets.line", numbers=say("list.comma").join(f"#{one}" for one in about), text=text)
        paragraph(console, said)


def _target_table(console: Console, rows: list[Said], found: Said) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    rest = (("targets.kind", 4), ("targets.observed", 19), ("targets.model", 24), ("targets.verdict", 16))
    taken = 4 + sum(width + 1 for _, width in rest)
    table.add_column(say("targets.number"), width=3, justify="right")
    table.add_column(say("targets.name"), width=max(LEAST_NAME, console.width - taken - 1), overflow="fold")
    for key, width in rest:
        table.add_column(say(key), max_width=width, overflow="fold")
    last = 0
    for row in rows:
        number = "" if row["number"] == last else str(row["number"])
        last = row["number"]
        one = found[row["key"]]
        name = f"{pick(row['zh'], row['en'])}{_unit(row['unit'])}"
        table.add_row(number, name, row["kind"], _observed(row), _model(row, one), _verdict(one))
    return table


def _unit(unit: str) -> str:
    """Say a unit that a figure does not carry on itself."""
    from sim.analysis.targets import UNIT_WORDS

    if unit == "share":
        return ""
    return f"（{UNIT_WORDS[unit][0]}）" if language() == "zh" else f" ({UNIT_WORDS[unit][1]})"


def _observed(row: Said) -> str:
    scale, sign = (100.0, "%") if row["unit"] == "share" else (1.0, "")
    value, low, high = (f"{scale * row[name]:.4g}" for name in ("value", "low", "high"))
    if low == "0" and value == high:
        return f"≤ {value}{sign}"
    return f"{value}{sign} ({low}…{high})"


def _model(row: Said, one: Said) -> str:
    if one["pair"]:
        halves = {half: _mean(one["pair"][half]) for half in ("reported", "true")}
        share = row["unit"] == "share"
        return say(
            "targets.pair", **{half: percent(v) if share else rounded(v, TARGET_DIGITS) for half, v in halves.items()}
        )  # a pair has no room for four ends; they are in the JSON
    if one["figure"] is None:
        return NOTHING
    return _ranged(one["figure"], share=row["unit"] == "share", digits=TARGET_DIGITS)


def _verdict(one: Said) -> str:
    from sim.analysis.targets import VERDICT_WORDS

    word = pick(*VERDICT_WORDS[one["verdict"]])
    return say("targets.check", verdict=word) if one["check"] and one["figure"] else word


def _survey(console: Console, found: Said) -> None:
    console.print()
    console.print(say("survey.heading"), style="bold")
    if not found["asked"]:
        paragraph(console, say("survey.none"))
        return
    settled, sampling, success = found["settled"], found["sampling"], found["success"]
    low, high = percent(_known(sampling["low"])), percent(_known(sampling["high"]))
    asked_all = found["asked"] == found["closed"]
    error = say("survey.all") if asked_all else say("survey.sampling", low=low, high=high)
    text = say(
        "survey.told",
        closed=f"{round(found['closed']):,}",
        asked=f"{round(found['asked']):,}",
        days=found["after_days"],
        settled=percent(_mean(settled)),
        sampling=error,
        reported=percent(_known(success["reported"])),
        true=percent(_known(success["true"])),
    )
    paragraph(console, text)


def _fairness(console: Console, found: Said, *, many: bool) -> None:
    from sim.analysis.fairness import DENOMINATORS, MEASURES

    console.print()
    console.print(say("fairness.heading"), style="bold")
    console.print(_fairness_table(console, found["groups"]))
    console.print()
    said = [say("fairness.measure", name=pick(*MEASURES[name]), of=pick(*DENOMINATORS[name])) for name in MEASURES]
    paragraph(console, say("fairness.of", lines=say("list.semicolon").join(said)))
    if not many:
        paragraph(console, say("fairness.one_seed"))
    elif found["differences"]:
        _differences(console, found)
    else:
        paragraph(console, say("fairness.untold", compared=found["compared"]))


def _differences(console: Console, found: Said) -> None:
    """Say what can be told from 0, in one paragraph for each way to form groups."""
    from sim.analysis.fairness import NAMES

    console.print()
    chance = f"{found['compared'] / 20:.0f}"
    paragraph(console, say("fairness.told", compared=found["compared"], chance=chance))
    for name, words in NAMES.items():
        lines = [_difference(one) for one in found["differences"] if one["by"] == name]
        if lines:
            paragraph(console, say("fairness.by", name=pick(*words), lines=say("list.semicolon").join(lines)))


def _fairness_table(console: Console, groups: Said) -> Table:
    from rich.table import Table

    from sim.analysis.fairness import GROUPS, MEASURES, NAMES

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    width = 14
    rest = console.width - 9 - len(MEASURES) * (width + 1) - 1
    table.add_column(say("fairness.group"), width=max(LEAST_NAME, min(28, rest)), overflow="fold")
    table.add_column(say("fairness.disputes"), max_width=8, justify="right")
    for name in MEASURES:
        table.add_column(pick(*MEASURES[name]), max_width=width, overflow="fold")
    for name, members in GROUPS.items():
        table.add_row(pick(*NAMES[name]), style="bold")
        for group, zh, en in members:
            one = groups[name][group]
            cells = [_ranged(one[measure], share=measure != "days") for measure in MEASURES]
            table.add_row(f"  {pick(zh, en)}", f"{round(one['disputes']):,}", *cells)
    return table


def _difference(one: Said) -> str:
    from sim.analysis.fairness import GROUPS, MEASURES

    words = {group: (zh, en) for group, zh, en in GROUPS[one["by"]]}
    scale, key = (1.0, "fairness.days") if one["measure"] == "days" else (100.0, "fairness.points")
    mean, low, high = (signed(scale * _known(one[name])) for name in ("mean", "low", "high"))
    gap = say(key, mean=mean, low=low, high=high)
    return say("fairness.gap", group=pick(*words[one["group"]]), measure=pick(*MEASURES[one["measure"]]), gap=gap)


def _ranged(one: Said, *, share: bool, digits: int = 2) -> str:
    mean, low, high = (_known(one[name]) * (100.0 if share else 1.0) for name in ("mean", "low", "high"))
    text = rounded(mean, digits)
    return with_range(f"{text}%" if share and text != NOTHING else text, rounded(low, digits), rounded(high, digits))


def _mean(one: Said) -> float:
    return _known(one["mean"])


def _known(value: float | None) -> float:
    return math.nan if value is None else float(value)
