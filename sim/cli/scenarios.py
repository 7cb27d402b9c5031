"""`fengqiao scenarios`: what the library holds."""

from __future__ import annotations

from typing import Annotated

from sim.cli.console import out, print_json
from sim.cli.language import pick, say
from sim.cli.options import json_option


def scenarios(json: Annotated[bool, json_option()] = False) -> None:
    """List the library."""
    from sim.scenario.library import catalogue

    entries = catalogue()
    if json:
        print_json([{"id": e.id, "zh": e.zh, "en": e.en, "levels": e.levels} for e in entries])
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("scenarios.name", "scenarios.title", "scenarios.levels"):
        table.add_column(say(key))
    for entry in entries:
        table.add_row(entry.id, pick(entry.zh, entry.en), " < ".join(entry.levels))
    out().print(table)
