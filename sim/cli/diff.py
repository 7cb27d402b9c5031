"""`fengqiao diff`: the first event in which two runs differ, with its day and its rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from sim.cli.console import note, out, print_json
from sim.cli.language import language, say
from sim.cli.options import argument, json_option
from sim.cli.progress import Meter, watch
from sim.errors import BadInput, complain

if TYPE_CHECKING:
    from sim.studies import Difference


def diff(
    run_a: Annotated[str, argument("help.arg.run_a", metavar="RUN_A")],
    run_b: Annotated[str, argument("help.arg.run_b", metavar="RUN_B")],
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Find it."""
    from sim.studies import first_difference

    folders = [_folder(run_a), _folder(run_b)]
    note(say("explain.again"))
    with Meter() as meter:
        found = first_difference(*folders, lang=language(), watch=watch(meter))
    if json:
        print_json(_document(found))
        return
    console = out()
    if found is None:
        console.print(say("diff.same"))
        return
    console.print(say("diff.first", day=found.day, rule=found.rule))
    for name, event in zip("AB", (found.one, found.other), strict=True):
        console.print(f"{name}: {say('diff.nothing') if event is None else _words(event)}")


def _folder(given: str) -> Path:
    path = Path(given)
    if not path.is_dir():
        raise BadInput(complain(given, "a run folder must be given", "no such folder", "Check the path"))
    return path


def _document(found: Difference | None) -> dict[str, Any]:
    if found is None:
        return {"same": True}
    return {"same": False, "day": found.day, "rule": found.rule, "a": found.one, "b": found.other}


def _words(event: dict[str, Any]) -> str:
    return say("list.comma").join(f"{name} {value}" for name, value in event.items() if value not in ("", None))
