"""`fengqiao scenario show|schema`: the form of a scenario and every number in it. Checking one: `scenario_check`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

from sim.cli.campaigns import show_campaigns, told_campaigns
from sim.cli.console import out, print_json
from sim.cli.language import language, pick, say
from sim.cli.numbers import plain
from sim.cli.options import json_option, option, scenario_argument, set_option
from sim.cli.shocks import show_shocks, told_shocks
from sim.errors import BadInput, ScenarioError, complain

if TYPE_CHECKING:
    from rich.table import Table

    from sim.scenario import Described, Scenario


def show(
    scenario: Annotated[str, scenario_argument()],
    set_: Annotated[list[str] | None, set_option()] = None,
    section: Annotated[str, option("--section", key="help.section", metavar="NAME")] = "",
    toml: Annotated[bool, option("--toml", key="help.toml")] = False,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Show the resolved scenario: as a table, as TOML, or as JSON."""
    from sim.scenario import describe, dump_resolved, load_scenario

    if toml and json:
        rule, repair = "only one form may be asked for", "Leave out --toml or --json"
        raise BadInput(complain("--toml", rule, "--json as well", repair))
    loaded = load_scenario(scenario, set_ or ())
    if toml:
        sys.stdout.write(dump_resolved(loaded))
        return
    rows = _of_section(describe(loaded, language()), section)
    if json:
        listed = {"shocks": told_shocks(loaded), "campaigns": told_campaigns(loaded)}
        print_json({**_head(loaded), **listed, "parameters": [asdict(row) for row in rows]})
        return
    console = out()
    console.print(pick(loaded.title.zh, loaded.title.en), style="bold")
    levels = " < ".join(f"{pick(level.zh, level.en)} ({level.id}, {level.forum})" for level in loaded.levels)
    console.print(say("show.levels", levels=levels))
    guesses = sum(row.grade == "assumption" for row in rows)
    console.print(say("show.grades", guesses=guesses, rows=len(rows)))
    console.print(say("show.fingerprint", fingerprint=loaded.fingerprint[:16], version=loaded.schema_version))
    show_shocks(console, loaded)
    show_campaigns(console, loaded)
    sources = {text: number for number, text in enumerate(dict.fromkeys(row.source for row in rows), start=1)}
    console.print(_table(rows, sources))
    console.print()
    console.print(say("show.sources"))
    for text, number in sources.items():
        console.print(f"\\[{number}] {text}")


def schema(json: Annotated[bool, json_option()] = True) -> None:  # noqa: ARG001 - there is no other form
    """Print the JSON Schema of scenario files: one document, with --json or without."""
    from sim.scenario import scenario_json_schema

    print_json(scenario_json_schema())


def _head(scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id,
        "title": {"zh": scenario.title.zh, "en": scenario.title.en},
        "fingerprint": scenario.fingerprint,
        "schema_version": scenario.schema_version,
        "root": scenario.root,
        "levels": [level.model_dump() for level in scenario.levels],
        "overloaded": scenario.overloaded,
    }


def _of_section(rows: tuple[Described, ...], section: str) -> tuple[Described, ...]:
    sections = list(dict.fromkeys(row.key.partition(".")[0] for row in rows))
    if section and section not in sections:
        rule, repair = "section must be one of the scenario's", f"Use one of {', '.join(sections)}"
        raise ScenarioError(complain("--section", rule, repr(section), repair))
    return tuple(row for row in rows if not section or row.key.partition(".")[0] == section)


def _table(rows: tuple[Described, ...], sources: dict[str, int]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("key", "value", "unit", "range", "grade", "meaning", "source"):
        right = key in ("value", "source")
        table.add_column(say(f"show.{key}"), justify="right" if right else "left", overflow="fold")
    for row in rows:
        limits = "" if row.low is None or row.high is None else f"{plain(row.low)} … {plain(row.high)}"
        number = f"\\[{sources[row.source]}]"
        table.add_row(row.key, plain(row.value), row.unit, limits, row.grade, row.label, number)
    return table
