"""`fengqiao indicators`: a run beside the official figures, by group, and as a surveyor finds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from sim.cli.console import note, out, print_json
from sim.cli.language import say
from sim.cli.options import argument, json_option, option, set_option
from sim.cli.progress import Meter, watch
from sim.errors import BadInput, complain

if TYPE_CHECKING:
    from sim.analysis import Comparison
    from sim.records import Records

USUAL_SEEDS = 3
"""Seeds that a scenario is run with if nobody says (count): enough for an interval, at the price of a short wait."""


def indicators(
    source: Annotated[str, argument("help.arg.indicators", metavar="RUN_DIR|SCENARIO")],
    seeds: Annotated[int | None, option("--seeds", key="help.indicator_seeds", metavar="N")] = None,
    workers: Annotated[int | None, option("--workers", key="help.workers", metavar="N")] = None,
    set_: Annotated[list[str] | None, set_option()] = None,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Read a run, or run the baseline, and show it."""
    folder = _folder(source)
    if folder is None:
        result = _run_baseline(source, USUAL_SEEDS if seeds is None else seeds, workers, set_ or [])
    else:
        if seeds is not None or set_:
            rule, repair = "--seeds and --set belong to a scenario", "Leave them out, or name a scenario instead"
            raise BadInput(complain("indicators", rule, f"the folder {source}", repair))
        result = _read(folder)
    if json:
        print_json(document(result))
        return
    from sim.cli.indicator_table import show_indicators

    show_indicators(out(), result)


def document(result: Comparison) -> dict[str, Any]:
    """Return what is shown as plain data: targets with their figures, groups, the survey; reported figures in pairs."""
    from sim.analysis import counted
    from sim.studies.standing import STANDING

    arm = result["arms"][0]
    found = result["targets"]["arms"][arm["spec"]]
    return {
        "uncalibrated": True,
        "standing": {"zh": STANDING[0], "en": STANDING[1]},
        "scenario": result["scenario"],
        "arm": arm,
        "seeds": result["seeds"],
        "varied": result["varied"],
        "targets": [row | found[row["key"]] for row in result["targets"]["rows"]],
        "counts": counted(found),
        "survey": result["survey"][arm["spec"]],
        "fairness": result["fairness"][arm["spec"]],
    }


def _folder(source: str) -> Path | None:
    """Return the folder that is meant, None where it is a scenario; an empty folder named like one is not meant."""
    from sim.scenario import scenario_names
    from sim.studies.runs import MANIFEST

    folder = Path(source)
    if folder.is_dir() and ((folder / MANIFEST).is_file() or source not in scenario_names()):
        return folder
    return None


def _run_baseline(source: str, seeds: int, workers: int | None, changed: list[str]) -> Comparison:
    from sim.scenario import load_scenario
    from sim.studies import compare

    loaded = load_scenario(source, changed)
    with Meter() as meter:
        return compare(loaded, "baseline", seeds, workers=workers, watch=watch(meter))


def _read(folder: Path) -> Comparison:
    """Read a run folder, or what a comparison found of its baseline over all seeds."""
    from sim.analysis import compare_runs, summarise
    from sim.studies import results_of

    stored = results_of(folder)
    if stored is not None:
        return stored
    records = _records(folder)
    return compare_runs([summarise(records)], baseline=records.manifest.arm)


def _records(folder: Path) -> Records:
    from sim.records import read_run, rerun, take_records

    stored = read_run(folder)
    if stored.has_tables:
        return stored.records()
    note(say("explain.again"))
    with Meter() as meter:
        return take_records(rerun(stored, progress=lambda done, whole: meter.show(say("progress.again"), done, whole)))
