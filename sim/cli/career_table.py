"""Lays careers out: what is the same under every arm once, then the arms side by side from where they part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from sim.cli.career_words import heading, sentence
from sim.cli.console import broken, paragraph
from sim.cli.language import language, pick, say
from sim.names import label

if TYPE_CHECKING:
    from rich.console import Console

    from sim.records import Society, StoredRun
    from sim.studies import Career

Line = tuple[int, str]
"""A day and what happened on it."""

NARROW: Final = 30
"""Fewest characters of a column that can be read."""
DAY: Final = 7
"""Characters of the column of days."""
LAST: Final = 1 << 30
"""Stands for the end of the follow-up, after every day."""


def show_careers(console: Console, careers: Sequence[Career], stored: Sequence[StoredRun]) -> None:
    """Print one career an arm; `stored` are their runs, in the same order."""
    society, width = stored[0].society, console.width
    paragraph(console, heading(careers[0].key, careers[0].birth, society), style="bold")
    told = [lines(career, society) for career in careers]
    shared = common(told) if len(told) > 1 else len(told[0])
    titles = [_title(run) for run in stored]
    console.print(_table([told[0][:shared]], [say("career.all") if len(told) > 1 else titles[0]], width))
    if shared == max(len(one) for one in told):
        console.print("" if len(told) == 1 else say("career.same"))
        return
    rest = [career[shared:] for career in told]
    fit = max(1, (width - DAY) // NARROW)
    for at in range(0, len(rest), fit):
        console.print()
        console.print(_table(rest[at : at + fit], titles[at : at + fit], width))


def lines(career: Career, society: Society) -> list[Line]:
    """Return a career as days and sentences, its end state last."""
    told = [(step.day, sentence(step, career.birth, society)) for step in career.steps]
    if career.end is not None:
        told.append((LAST, say("career.end", state=label(career.end, language()))))
    return told


def common(told: Sequence[Sequence[Line]]) -> int:
    """Return how many lines all careers begin with alike."""
    shortest = min(len(career) for career in told)
    return next((at for at in range(shortest) if any(career[at] != told[0][at] for career in told)), shortest)


def _title(run: StoredRun) -> str:
    return pick(run.manifest.arm_title["zh"], run.manifest.arm_title["en"])


def _table(columns: Sequence[Sequence[Line]], titles: Sequence[str], width: int) -> Any:
    """One column an arm; lines of one day stand beside each other."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(say("career.day"), justify="right", width=DAY - 2)
    room = (width - DAY) // len(columns) - 2
    for title in titles:
        table.add_column(Text(title), width=room)
    for day in sorted({day for column in columns for day, _ in column}):
        cells = [[text for on, text in column if on == day] for column in columns]
        texts = [Text("\n".join(line for text in cell for line in broken(text, room))) for cell in cells]
        table.add_row("" if day == LAST else str(day), *texts)
    return table
