"""From a name or a path to one frozen, fully resolved Scenario: layers, full form, validation, tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sim.scenario.faults import fault
from sim.scenario.layers import Layer, find, merge, read_layers
from sim.scenario.levels import complete_levels
from sim.scenario.overrides import override_layers
from sim.scenario.population import read_facts
from sim.scenario.schema import Provenance, Scenario, shown


def load_scenario(name_or_path: str | Path, overrides: object = ()) -> Scenario:
    """Return the resolved scenario of a library name or a TOML path, with `overrides` laid over it.

    `overrides` are "key=value" texts as after `--set`, or a mapping of dotted keys. Raises ScenarioError for the file
    and PlacesError for its tables, each with one clear line.
    """
    path = name_or_path if isinstance(name_or_path, Path) else find(name_or_path)
    return resolve([*read_layers(path), *override_layers(overrides)], default_id=path.stem)


def resolve(layers: list[Layer], default_id: str) -> Scenario:
    """Return the scenario that the layers, base first, say together."""
    form = merge(layers)
    files = [layer for layer in layers if layer.text]
    if files and "id" not in files[-1].data:
        form["id"] = default_id
    if "levels" in form:
        form["levels"] = complete_levels(form["levels"])
    form["provenance"] = _provenance(form, layers)
    try:
        scenario = Scenario.model_validate(form)
    except ValidationError as error:
        raise fault(error, Scenario, layers, form) from None
    return _with_tables(scenario)


def override(scenario: Scenario, overrides: object) -> Scenario:
    """Return a copy of a resolved scenario with dotted keys set."""
    base = Layer(place=scenario.id, name=scenario.id, text="", data=scenario.model_dump(exclude_none=True), plain=True)
    return resolve([base, *override_layers(overrides)], default_id=scenario.id)


def _with_tables(scenario: Scenario) -> Scenario:
    """Read the place tables and the facts about their codes, so that whatever is wrong with them is said at once."""
    scenario.read_places()
    codes = frozenset(scenario.read_population_places().code)
    population = scenario.population
    facts = ()
    if population.facts is not None:
        facts = read_facts(Path(population.facts), shown(population.facts), codes)
    full = population.model_copy(
        update={
            "table": population.table or scenario.places,
            "root": population.root or scenario.root,
            "facts": None,
            "totals": (*facts, *population.totals),
        }
    )
    court = scenario.level_ids[scenario.court_rank]
    return scenario.model_copy(update={"population": full, "court_level": court})


def _provenance(form: dict[str, Any], layers: list[Layer]) -> list[dict[str, Any]]:
    """Say for each number where it is from, if not as declared: its own cell, or the file that set it."""
    known: dict[str, dict[str, Any]] = {row["key"]: row for row in form.get("provenance", []) if isinstance(row, dict)}
    for layer in layers:
        for key in _numbers(layer.data, ""):
            if key in layer.grades:
                own = layer.grades[key]
                source = own.get("source", f"set in {layer.name}")
                known[key] = {"key": key, "source": source, "grade": own.get("grade", "assumption")}
            elif not layer.plain:
                known[key] = {"key": key, "source": f"set by {layer.name}, no source given", "grade": "assumption"}
    return [known[key] for key in sorted(known)]


def _numbers(table: dict[str, Any], above: str) -> list[str]:
    keys: list[str] = []
    for name, value in table.items():
        key = f"{above}.{name}" if above else name
        if isinstance(value, dict):
            keys += _numbers(value, key)
        elif isinstance(value, (int, float)) and key != "schema_version":
            keys.append(key)
    return keys


__all__ = ["Provenance", "load_scenario", "override", "resolve"]
