"""From a name or a path to one frozen, fully resolved Scenario: layers, full form, validation, tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from sim.errors import ScenarioError, complain
from sim.scenario.faults import fault
from sim.scenario.layers import Layer, find_scenario, merge, read_layers
from sim.scenario.locate import shown
from sim.scenario.overrides import Overrides, override_layers
from sim.scenario.population import KnownTotal, check_cut, check_known, read_facts
from sim.scenario.read import PATH_KEYS
from sim.scenario.schema import Scenario

_TREE_KEYS: Final = ("places", "root", "levels", "court_level", "population")


def load_scenario(name_or_path: str | Path, overrides: Overrides = ()) -> Scenario:
    """Return the resolved scenario of a library name or a TOML path, with `overrides` laid over it.

    `overrides` are "key=value" texts as after `--set`, or a mapping of dotted keys. Raises ScenarioError for the file
    and PlacesError for its tables, each with one clear line.
    """
    path = name_or_path if isinstance(name_or_path, Path) else find_scenario(name_or_path)
    layers = read_layers(path)
    if layers[-1].abstract:
        rule, repair = "a scenario must stand on its own", f'Write a file with extends = "{path.stem}"'
        raise ScenarioError(complain(layers[-1].place, rule, "abstract = true", repair))
    if "id" not in layers[-1].data:
        layers[-1].data["id"] = path.stem
    layers += override_layers(overrides)
    scenario = _validate(layers)
    _check_files(scenario, layers)
    scenario = _with_tables(scenario)
    _check_targets(scenario, layers)
    return scenario


def with_overrides(scenario: Scenario, overrides: Overrides) -> Scenario:
    """Return a copy with dotted keys set, e.g. `{"settle.tie": 0.3}`, validated anew; the tree stays as it is."""
    over = override_layers(overrides)
    for layer in over:
        key = next(iter(layer.data))
        if key in _TREE_KEYS:
            rule = "the tree of a loaded scenario must stay as it is"
            raise ScenarioError(complain(layer.place, rule, key, "Give this override to load_scenario"))
    base = Layer(place=scenario.id, text="", data=scenario.model_dump(exclude_none=True), quiet=True)
    changed = _validate([base, *over])
    changed.adopt_tables(scenario)
    _check_targets(changed, [base, *over])
    return changed


def _validate(layers: list[Layer]) -> Scenario:
    form = merge(layers)
    form["provenance"] = _provenance(form.get("provenance", ()), layers)
    try:
        return Scenario.model_validate(form)
    except ValidationError as error:
        raise fault(error, Scenario, layers) from None


def _check_files(scenario: Scenario, layers: list[Layer]) -> None:
    """Each table must be a file; if not, name the line that names it."""
    for path in PATH_KEYS:
        said: Any = scenario
        for key in path:
            said = getattr(said, key)
        if said is not None and not Path(said).is_file():
            place = next(layer.where(path) for layer in reversed(layers) if layer.holds(path))
            rule, repair = (
                f"{'.'.join(path)} must name a file",
                "Check the path; it counts from the folder of this file",
            )
            raise ScenarioError(complain(place, rule, repr(shown(said)), repair))


def _check_targets(scenario: Scenario, layers: list[Layer]) -> None:
    """Each shock and campaign must reach a place; what it aims at is only known once the tables are read."""
    for name, reach in (("shocks", scenario.shocked_units), ("campaigns", scenario.campaign_places)):
        for number, one in enumerate(getattr(scenario, name)):
            try:
                reach(one)
            except ScenarioError as reason:
                path = (name, number, "places")
                place = next(layer.where(path) for layer in reversed(layers) if name in layer.data)
                raise ScenarioError(f"{place}: {reason}") from None


def _with_tables(scenario: Scenario) -> Scenario:
    """Read the place tables and the facts about their codes, so that whatever is wrong with them is said at once."""
    tree = scenario.read_population_places()
    check_cut(scenario.read_places(), tree)
    population = scenario.population
    facts: tuple[KnownTotal, ...] = ()
    if population.facts is not None:
        facts = read_facts(Path(population.facts), shown(population.facts), frozenset(tree.code))
    full = population.model_copy(
        update={
            "table": population.table or scenario.places,
            "root": population.root or scenario.root,
            "facts": None,
            "totals": (*facts, *population.totals),
        }
    )
    check_known(full, tree)
    return scenario.model_copy(update={"population": full, "court_level": scenario.level_ids[scenario.court_rank]})


def _provenance(stored: object, layers: list[Layer]) -> list[Any]:
    """Say for each number that a file or an override sets where it is from; numbers of quiet layers are as declared."""
    rows = [row for row in stored if isinstance(row, dict)] if isinstance(stored, (list, tuple)) else []
    known: dict[str, Any] = {str(row.get("key")): row for row in rows}
    for layer in layers:
        for key in _numbers(layer.data, ""):
            own = layer.grades.get(key)
            if own is not None or not layer.quiet:
                said = own or {}
                name = "--set" if not layer.text else Path(layer.place).name
                source = said.get("source", f"set by {name}, no source given")
                known[key] = {"key": key, "source": source, "grade": said.get("grade", "assumption")}
    return [known[key] for key in sorted(known)]


def _numbers(table: dict[str, Any], above: str) -> list[str]:
    keys: list[str] = []
    for name, value in table.items():
        if isinstance(value, dict):
            keys += _numbers(value, f"{above}{name}.")
        elif isinstance(value, (int, float)) and (above or name != "schema_version"):
            keys.append(above + name)
    return keys
