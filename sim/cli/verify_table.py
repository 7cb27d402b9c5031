"""How verdicts are told on a terminal: a row a check by its weakest part, then in full what did not hold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from sim.cli.console import paragraph
from sim.cli.language import pick, say
from sim.cli.numbers import NOTHING, rounded

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from sim.verification import Part, Verified

INSTALL: Final = 'pip install "fengqiao[verify]"'
"""What brings the libraries that a check may need beside the core."""
VERDICTS: Final = ("holds", "fails", "undecided", "skipped")
STYLES: Final = {"holds": "green", "fails": "bold red", "undecided": "yellow", "skipped": "dim"}
LEAST_CLAIM: Final = 22
"""Columns of a claim, even on a narrow console."""
IN_FULL: Final = 6.0
"""log10 of odds from which only the power of ten is told: nobody weighs the digits of a million."""


def show_verified(console: Console, found: list[Verified]) -> None:
    """Print the table, what failed or stayed undecided part by part, what was skipped, and the sum."""
    console.print(_table(found))
    for one in found:
        if one.verdict in {"fails", "undecided"}:
            _told_in_full(console, one)
    skipped = [one for one in found if one.verdict == "skipped"]
    if skipped:
        console.print()
        names = ", ".join(f"{one.check.name} ({', '.join(one.missing)})" for one in skipped)
        paragraph(console, say("verify.skipped_for", names=names, install=INSTALL))
    console.print()
    counts = (f"{say(f'verify.{verdict}')} {sum(one.verdict == verdict for one in found)}" for verdict in VERDICTS)
    paragraph(console, say("list.semicolon").join(counts), style="bold")
    paragraph(console, say("verify.how"))


def odds(weight: float) -> str:
    """Say log10 of the odds: "20:1", "1:3", "10^12:1", or that a figure stays within its bound or not."""
    from sim.verification.weigh import CERTAIN

    if abs(weight) >= CERTAIN:
        return say("verify.within" if weight > 0 else "verify.beyond")
    size = abs(weight)
    told = rounded(math.pow(10.0, size)).removesuffix(".0") if size < IN_FULL else f"10^{size:.0f}"
    return f"{told}:1" if weight >= 0 else f"1:{told}"


def _table(found: list[Verified]) -> Table:
    from rich.padding import Padding
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    table.add_column(say("verify.claim"), min_width=LEAST_CLAIM, overflow="fold")
    for key in ("verify.seen", "verify.expected", "verify.size", "verify.odds"):
        table.add_column(say(key), no_wrap=True, justify="right")
    table.add_column(say("verify.verdict"), no_wrap=True)
    room = ""
    for one in found:
        if one.check.room != room:
            room = one.check.room
            table.add_row(say(f"verify.room.{room}"), style="bold")
        verdict = f"[{STYLES[one.verdict]}]{say(f'verify.{one.verdict}')}[/]"
        claim = Padding(pick(one.check.claim_zh, one.check.claim), (0, 0, 0, 2))
        table.add_row(claim, *_figures(one), verdict)
    return table


def _figures(one: Verified) -> tuple[str, str, str, str]:
    if one.looked is None:
        return (NOTHING,) * 4
    weakest = min(one.looked.parts, key=lambda part: part.weight)
    return (_number(weakest.seen), _number(weakest.expected), f"{one.looked.size:,}", odds(weakest.weight))


def _told_in_full(console: Console, one: Verified) -> None:
    looked = one.looked
    if looked is None:
        return
    console.print()
    paragraph(console, f"{one.check.name}: {say(f'verify.{one.verdict}')}", style=STYLES[one.verdict])
    paragraph(console, say("verify.theory", formula=one.check.formula, source=one.check.source))
    for part in looked.parts:
        paragraph(console, f"- {_part(part)}")


def _part(part: Part) -> str:
    unit = "" if part.unit == "1" else f" {part.unit}"
    return say(
        "verify.part",
        what=part.what,
        seen=f"{_number(part.seen)}{unit}",
        expected=f"{_number(part.expected)}{unit}",
        odds=odds(part.weight),
    )


def _number(value: float) -> str:
    return f"{value:.5g}" if math.isfinite(value) else NOTHING
