"""`fengqiao run`: one arm, one seed, one run folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from sim.cli.console import out, plainly, print_json
from sim.cli.language import say
from sim.cli.options import json_option, option, out_option, scenario_argument, set_option
from sim.cli.progress import Meter, watch


def run(
    scenario: Annotated[str, scenario_argument()],
    policy: Annotated[str, option("--policy", key="help.policy", metavar="ARM")] = "baseline",
    seed: Annotated[int, option("--seed", key="help.seed", metavar="N")] = 1,
    out_dir: Annotated[str, out_option()] = "",
    set_: Annotated[list[str] | None, set_option()] = None,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Run, show what came of it, and leave a run folder."""
    from sim.analysis import compare_runs, summarise
    from sim.scenario import load_scenario
    from sim.studies import free_name
    from sim.studies import run as run_one

    loaded = load_scenario(scenario, set_ or ())
    folder = Path(out_dir) if out_dir else free_name(f"{loaded.id}-run")
    with Meter() as meter:
        records = run_one(loaded, policy, seed=seed, out=folder, watch=watch(meter))
    result = compare_runs([summarise(records)], baseline=records.manifest.arm)
    if json:
        print_json({**result.to_json(), "digest": records.manifest.digest, "folder": str(folder)})
        return
    from sim.cli.result_table import show_result

    console = out()
    show_result(console, result)
    console.print()
    plainly(console, say("run.digest", digest=records.manifest.digest, seed=seed))
    plainly(console, say("result.folder", folder=folder))
