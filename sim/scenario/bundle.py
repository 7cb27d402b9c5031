"""A scenario with its tables as a few files beside a run, and back. A run folder that holds them needs nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sim.errors import BadInput, OutputError, StoredFileError, complain
from sim.scenario.dump import dump_resolved
from sim.scenario.load import load_scenario
from sim.scenario.locate import shown
from sim.scenario.schema import Scenario

SCENARIO_FILE: Final = "scenario.toml"


def bundle_files(scenario: Scenario) -> dict[str, str]:
    """Return file names and texts: the resolved scenario, and its place tables named by their content."""
    trees = {
        scenario.places: scenario.read_places(),
        scenario.population.table or scenario.places: scenario.read_population_places(),
    }
    names = {path: f"places-{tree.digest[:12]}.csv" for path, tree in trees.items()}
    tables = {names[path]: tree.to_csv() for path, tree in trees.items()}
    return {SCENARIO_FILE: dump_resolved(scenario, names), **tables}


def write_bundle(scenario: Scenario, folder: Path) -> tuple[Path, ...]:
    """Write the bundle into an existing folder, each file whole or not at all. Raises OutputError."""
    written = []
    for name, text in bundle_files(scenario).items():
        path, part = folder / name, folder / f"{name}.part"
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            os.replace(part, path)  # noqa: PTH105 - one call that says what it promises
        except OSError as reason:
            part.unlink(missing_ok=True)
            rule, repair = "the output folder must be writable", "Free some space or choose another folder"
            raise OutputError(complain(shown(path), rule, reason.strerror, repair)) from None
        written.append(path)
    return tuple(written)


def load_bundle(folder: Path, fingerprint: str | None = None) -> Scenario:
    """Return the scenario of a bundle. Raises StoredFileError if it is missing, damaged or not of `fingerprint`."""
    place = shown(folder)
    repair = "Run the scenario again, or restore the folder"
    if not (folder / SCENARIO_FILE).is_file():
        raise StoredFileError(complain(place, f"a run folder must hold {SCENARIO_FILE}", "none", repair))
    try:
        scenario = load_scenario(folder / SCENARIO_FILE)
    except BadInput as reason:
        rule = "the stored scenario must be as it was written"
        raise StoredFileError(complain(place, rule, str(reason).rstrip("."), repair)) from None
    if fingerprint is not None and scenario.fingerprint != fingerprint:
        rule, got = f"the stored scenario must have fingerprint {fingerprint[:12]}", scenario.fingerprint[:12]
        raise StoredFileError(complain(place, rule, got, repair))
    return scenario
