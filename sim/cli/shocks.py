"""How the shocks of a scenario are listed: a table for people, plain data for --json. What a shock is: the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.cli.language import language, pick, say
from sim.cli.numbers import plain

if TYPE_CHECKING:
    from rich.console import Console

    from sim.scenario import Scenario


def told_shocks(scenario: Scenario) -> list[dict[str, Any]]:
    """Return each shock as it stands in the file, with the number of lowest places that it reaches."""
    return [{**shock.model_dump(mode="json"), "units": len(scenario.shocked_units(shock))} for shock in scenario.shocks]


def show_shocks(console: Console, scenario: Scenario) -> None:
    """Print a table of the shocks, nothing where there are none."""
    if not scenario.shocks:
        return
    from rich.table import Table

    from sim.names import ShockKind, label

    console.print()
    console.print(say("shocks.title") + ("" if scenario.processes.shocks else say("shocks.off")), style="bold")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("name", "kind", "days", "places", "units", "types", "factor"):
        table.add_column(say(f"shocks.{key}"), justify="right" if key in ("units", "factor") else "left")
    for shock in scenario.shocks:
        every = [label(kind, language()) for kind in shock.disputes] if shock.types else [say("shocks.everywhere")]
        table.add_row(
            pick(shock.zh, shock.en),
            label(ShockKind[shock.kind.upper()], language()),
            f"{shock.start}–{shock.end - 1}",
            shock.places or say("shocks.everywhere"),
            f"{len(scenario.shocked_units(shock)):,}",
            pick("、", ", ").join(every),
            plain(shock.factor),
        )
    console.print(table)
    console.print()
