"""`fengqiao compare`: several ways of governing on the same societies, seed by seed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sim.cli.console import note, out, plainly, print_json
from sim.cli.language import language, say
from sim.cli.options import json_option, option, out_option, scenario_argument, set_option
from sim.cli.progress import Meter, watch

if TYPE_CHECKING:
    from sim.analysis import Comparison

DEFAULT_ARMS = "baseline,keep_in_village,resource_sinking"


def compare(
    scenario: Annotated[str, scenario_argument()],
    policies: Annotated[str, option("--policies", key="help.policies", metavar="ARMS")] = DEFAULT_ARMS,
    seeds: Annotated[int, option("--seeds", key="help.seeds", metavar="N")] = 6,
    out_dir: Annotated[str, out_option()] = "",
    workers: Annotated[int | None, option("--workers", key="help.workers", metavar="N")] = None,
    set_: Annotated[list[str] | None, set_option()] = None,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Compare, show the result, and leave everything in a folder."""
    from sim.scenario import load_scenario
    from sim.studies import compare as compare_arms
    from sim.studies import free_name

    loaded = load_scenario(scenario, set_ or ())
    folder = Path(out_dir) if out_dir else free_name(f"{loaded.id}-compare")
    with Meter() as meter:
        result = compare_arms(loaded, policies, seeds, workers=workers, out=folder, watch=watch(meter))
        pictures = draw(result, folder)
    if json:
        print_json({**result.to_json(), "folder": str(folder)})
        return
    from sim.cli.result_table import show_result

    console = out()
    show_result(console, result)
    console.print()
    plainly(console, say("result.folder", folder=folder))
    if pictures:
        names = dict.fromkeys(path.name.partition(".")[0] for path in pictures)
        plainly(console, say("result.pictures", folder=pictures[0].parent, names=say("list.comma").join(names)))
    plainly(console, say("result.next", folder=folder))


def draw(result: Comparison, folder: Path) -> list[Path]:
    """Draw the pictures of a comparison into its folder, where the library for it is installed."""
    from importlib.util import find_spec

    if find_spec("matplotlib") is None:
        note(say("result.no_pictures"))
        return []
    from sim.figures import draw_comparison
    from sim.studies import kept_careers

    drawn = draw_comparison(result, folder / "figures", lang=(language(),), careers=kept_careers(folder), note=note)
    return list(drawn or ())
