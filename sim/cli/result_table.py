"""Lays a comparison out on a console: heading, tables of as many arms as fit, what it means in words, its standing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from sim.cli.console import paragraph
from sim.cli.language import language, pick, say
from sim.cli.numbers import percent, rounded, signed
from sim.cli.result_rows import SHARES, result_rows
from sim.studies.standing import DIAGNOSTIC, STANDING, UNCALIBRATED

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from sim.analysis import Comparison

LABEL: Final = 34
COLUMN: Final = 20
"""Widths of the label and of an arm (characters)."""


def show_result(console: Console, result: Comparison) -> None:
    """Print a comparison."""
    scenario = result["scenario"]
    console.print(f"{pick(scenario['title']['zh'], scenario['title']['en'])} · {pick(*UNCALIBRATED)}", style="bold")
    paragraph(console, _basis(result))
    for arm, seeds in result["supercritical"].items():
        paragraph(console, _feeds_itself(result, arm, seeds), style="bold red")
    arms = [arm["spec"] for arm in result["arms"]]
    for group in _groups(arms, console.width):
        console.print()
        console.print(_table(result, group))
    console.print()
    for arm in result["arms"]:
        if arm["spec"] in result["differences"]:
            paragraph(console, _in_words(result, arm))
    if any(arm["standing"] == "diagnostic" for arm in result["arms"]):
        paragraph(console, pick(*DIAGNOSTIC))
    paragraph(console, say("result.intervals" if len(result["seeds"]) > 1 else "result.one_seed"))
    paragraph(console, say("result.moved_note"))
    paragraph(console, say("result.index_note") + _ranking(result))
    paragraph(console, pick(*STANDING), style="dim")


def _ranking(result: Comparison) -> str:
    """Say how often each arm comes first under random weights, and how far seeds disagree about it."""
    ranked = result["governance"]["ranking"]
    if not ranked["first"]:
        return ""
    titles = {arm["spec"]: pick(arm["title"]["zh"], arm["title"]["en"]) for arm in result["arms"]}
    told = [
        say(
            "result.ranked",
            arm=titles[arm],
            share=percent(share),
            low=percent(min(ranked["by_seed"][arm])),
            high=percent(max(ranked["by_seed"][arm])),
        )
        for arm, share in ranked["first"].items()
    ]
    gap = "" if language() == "zh" else " "
    return gap + say("result.ranking", weightings=f"{ranked['weightings']:,}", arms=say("list.comma").join(told))


def _basis(result: Comparison) -> str:
    scenario, seeds = result["scenario"], result["seeds"]
    disputes = result["ends"][result["arms"][0]["spec"]]["disputes"]
    return say(
        "result.basis",
        residents=f"{scenario['residents']:,}",
        disputes=rounded(disputes),
        seeds=len(seeds),
        burn_in=scenario["burn_in"],
        cohort=scenario["cohort"],
        follow_up=scenario["follow_up"],
    )


def _feeds_itself(result: Comparison, arm: str, seeds: list[int]) -> str:
    """Say that runs of an arm have no level to settle at, and which."""
    title = next(pick(one["title"]["zh"], one["title"]["en"]) for one in result["arms"] if one["spec"] == arm)
    return say("result.supercritical", arm=title, seeds=", ".join(map(str, seeds)), of=len(result["seeds"]))


def _groups(arms: list[str], width: int) -> list[list[str]]:
    """Split the arms into tables that fit; each begins with the first arm, the baseline."""
    fit = max(2, (width - LABEL - 1) // (COLUMN + 1))
    rest = arms[1:]
    return [[arms[0], *rest[at : at + fit - 1]] for at in range(0, max(1, len(rest)), fit - 1)]


def _table(result: Comparison, arms: list[str]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    table.add_column("", width=LABEL, overflow="fold")
    about = {arm["spec"]: arm for arm in result["arms"]}
    for spec in arms:
        title = pick(about[spec]["title"]["zh"], about[spec]["title"]["en"])
        mark = f" [{say('result.diagnostic')}]" if about[spec]["standing"] == "diagnostic" else ""
        table.add_column(title + mark.replace("[", r"\["), max_width=COLUMN, overflow="fold")
    for row in result_rows(result, arms):
        style = "bold" if row.depth == 0 else None
        table.add_row("  " * row.depth + row.label, *row.cells, style=style)
    return table


def _in_words(result: Comparison, arm: dict[str, Any]) -> str:
    """Say what an arm did to spill and what that was turned into."""
    spec, title = arm["spec"], pick(arm["title"]["zh"], arm["title"]["en"])
    spill, change = result["spill"][spec], result["spill"][spec]["change"]["headline"]["mean"]
    if spill["shares"] and change:
        before = result["spill"][result["baseline"]]["headline"]["mean"]
        key = "result.fell" if change < 0 else "result.rose"
        ratio = percent(abs(change) / before if before else math.nan)
        text = say(key, arm=title, by=rounded(abs(change)), ratio=ratio) + _turned(spill["shares"], fell=change < 0)
    else:
        text = say("result.unchanged", arm=title, cells=_cells(result["identity"][spec]["delta"]))
    matched = result["matched"][spec]
    if matched:
        text += say("result.matched", matched=percent(matched["matched"]), identical=percent(matched["identical"]))
    return text


def _turned(shares: dict[str, float], *, fell: bool) -> str:
    """Say what a change of spill became: as parts of a whole where they are parts, else as counts beside it."""
    if fell and all(0.0 <= share <= 1.0 for share in shares.values()):
        return say("result.turned", **{name: percent(shares[name]) for name in SHARES})
    sign = 100.0 if fell else -100.0
    counts = {name: signed(sign * shares[name]) for name in SHARES}
    return say("result.beside_fall" if fell else "result.beside_rise", **counts)


def _cells(delta: dict[str, Any]) -> str:
    from sim.analysis import CELL_WORDS

    at = 0 if language() == "zh" else 1
    told = [(name, one["mean"]) for name, one in delta.items() if one["mean"]]
    return say("list.comma").join(f"{CELL_WORDS[name][at]} {signed(mean)}" for name, mean in told) or say("result.none")
