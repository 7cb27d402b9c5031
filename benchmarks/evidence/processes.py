"""`python -m benchmarks.evidence.processes [SEEDS]`: what each process does, into docs/evidence/processes.md.

The rows are the switches of the scenario as they are today: a process that is on is switched off, one that is off is
switched on, and nothing else changes. Stop it and call it again: what has been run is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Final

from benchmarks.evidence.needed import NEEDED, Need
from benchmarks.evidence.paired import Row, effect, level, shown, shown_level
from benchmarks.evidence.runs import BURN_IN, ROOT, SEEDS, SOCIETY, Variant, rows_of, say
from benchmarks.evidence.taken import figures
from benchmarks.evidence.units import unit_of
from docs.tables.markdown import markdown

PAGE: Final = ROOT / "docs" / "evidence" / "processes.md"
EVERYWHERE: Final = ("spill", "true_resolution", "hidden", "lumped", "suppressed", "return_rate", "gap", "load_busiest")
"""Figures of the table that every process has a row in."""

HEADS: Final = {
    "spill": "spill", "true_resolution": "resolved %", "hidden": "hidden %", "lumped": "of which lumped %",
    "suppressed": "suppressed %", "return_rate": "came back %", "gap": "booked less held %",
    "load_busiest": "ρ of the busiest line",
}  # fmt: skip


PAGE_TEXT: Final = """\
# What each process does

Written by `python -m benchmarks.evidence.processes` from {seeds} seeds of `{society}`, model version {version}, burn-in {burn_in} days. **Uncalibrated**: what a process does here holds under the numbers of the library; its size, or its sign, may be another elsewhere in their ranges.

Each row is one process of `[processes]`, switched to the other side of its default: *off* where the library has it on, *on* where it has it off. Everything else stays as it is, the other processes among it, so rows do not add up. A change is *switched* minus *as it is*, paired over seeds, with a 95 % interval; bold where the interval leaves out 0. Of the {intervals} intervals of the first table {told} do; one in twenty would by chance. 0 without an interval: the same in every seed.

Levels as it is, for comparison:

{levels}

## On every outcome

{outcomes}

† with something that it needs to work on, in both halves: see the next table. *Spill*: per 1,000 adult-years. Changes of shares are in points. *Hidden*: lumped, suppressed or still open at the end of the follow-up. *Booked less held*: over cases of administrative forums, padded entries in the books among them. ρ above 1: a line that cannot serve what it is asked to; such a society is not at rest.

## On what it is there for, and what needs it

{needs}

{unmoved}
"""  # noqa: E501 - a paragraph of a page is one line


def switches() -> Mapping[str, bool]:
    """Return every process of the scenario with its default in the library."""
    from sim.scenario import load_scenario

    return {name: bool(value) for name, value in load_scenario(SOCIETY).processes.model_dump().items()}


def pair_of(name: str, default: bool, need: Need) -> tuple[Variant, Variant]:
    """Return the society as it is and with one process switched."""
    one = Variant(scenario=need.scenario, changed=dict(need.beside), arm=need.arm)
    return one, Variant(scenario=one.scenario, arm=one.arm, changed={**one.changed, f"processes.{name}": not default})


def main(seeds: int = SEEDS) -> None:
    """Run what is not kept yet and write the page."""
    numbers = range(1, seeds + 1)
    found: dict[str, tuple[list[Row], list[Row]]] = {}
    for name, default in switches().items():
        say(f"{name}: {'off' if default else 'on'}")
        before, after = pair_of(name, default, NEEDED.get(name, Need(own=(), by="")))
        found[name] = rows_of(before, numbers, figures), rows_of(after, numbers, figures)
    base = rows_of(Variant(), numbers, figures)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(base, found), encoding="utf-8")
    say(str(PAGE.relative_to(ROOT)))


def page(base: Sequence[Row], found: Mapping[str, tuple[list[Row], list[Row]]]) -> str:
    """Return the page; `found` by switch, with rows as they are and with the process switched."""
    from sim.names import MODEL_VERSION

    levels = [[unit_of(name).words, shown(level(base, name), unit_of(name), signed=False)] for name in EVERYWHERE]
    head = ["process", "switch", "its own figures: as it is → switched, change", "needed by"]
    return PAGE_TEXT.format(
        seeds=len(base),
        society=SOCIETY,
        version=MODEL_VERSION,
        burn_in=BURN_IN,
        intervals=len(found) * len(EVERYWHERE),
        told=sum(_told(before, after) for before, after in found.values()),
        levels=markdown(["figure", "mean over seeds"], levels),
        outcomes=markdown(["process", "run", *HEADS.values()], [_cells(name, *rows) for name, rows in found.items()]),
        needs=markdown(head, [_needs(name, *rows) for name, rows in found.items()]),
        unmoved=_unmoved(found),
    )


def _cells(name: str, before: Sequence[Row], after: Sequence[Row]) -> list[str]:
    changes = [shown(effect(before, after, one), unit_of(one)) for one in EVERYWHERE]
    beside = " †" if name in NEEDED and NEEDED[name].words else ""
    return [f"`{name}`{beside}", "off" if switches()[name] else "on", *changes]


def _needs(name: str, before: Sequence[Row], after: Sequence[Row]) -> list[str]:
    from sim.scenario.quantity import quantity_of
    from sim.scenario.sections.running import Processes

    said, need = quantity_of(Processes, name), NEEDED.get(name)
    words = f"{said.en} · {said.zh}" if said else name
    if need is None:
        return [words, f"`processes.{name}`", "*not declared yet*", "*not declared yet*"]
    lines = [f"({need.words})"] if need.words else []
    for one in need.own:
        unit = unit_of(one)
        ends = f"{shown_level(level(before, one), unit)} → {shown_level(level(after, one), unit)}"
        lines.append(f"{unit.words}: {ends}, {shown(effect(before, after, one), unit)}")
    return [words, f"`processes.{name}`", "<br>".join(lines), need.by]


def _told(before: Sequence[Row], after: Sequence[Row]) -> int:
    return sum(effect(before, after, name).told_from_zero for name in EVERYWHERE)


def _unmoved(found: Mapping[str, tuple[list[Row], list[Row]]]) -> str:
    """Say which switches change no history at all here, and which change one without a figure that can be told."""
    same = [
        f"`{n}`" for n, (a, b) in found.items() if all(x["history"] == y["history"] for x, y in zip(a, b, strict=True))
    ]
    silent = [f"`{n}`" for n, (a, b) in found.items() if f"`{n}`" not in same and not _told(a, b)]
    return (
        f"Switches that change no event of any seed here: {', '.join(same) or 'none'}. Switches that change histories, "
        f"and no outcome of the first table by more than chance: {', '.join(silent) or 'none'}."
    )


def _histories(rows: Sequence[Row]) -> list[float]:
    return [row["history"] for row in rows]


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
