"""`fengqiao diff`: the first event in which two runs differ, with its day and its rule."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sim.cli.career_words import heading, sentence
from sim.cli.console import note, out, paragraph, print_json
from sim.cli.language import language, pick, say
from sim.cli.options import argument, json_option
from sim.cli.progress import Meter, watch
from sim.names import Event, label

if TYPE_CHECKING:
    from sim.records import Society
    from sim.studies import Difference, Step


def diff(
    run_a: Annotated[str, argument("help.arg.run_a", metavar="RUN_A")],
    run_b: Annotated[str, argument("help.arg.run_b", metavar="RUN_B")],
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Find it."""
    from sim.records import read_run
    from sim.studies import first_difference, only_run

    folders = [only_run(Path(given)) for given in (run_a, run_b)]
    for folder in folders:
        read_run(folder)  # what is damaged is said before the remark, and before the work
    note(say("explain.again"))
    with Meter() as meter:
        found = first_difference(*folders, watch=watch(meter))
    if json:
        print_json({"same": found is None, **({} if found is None else {**asdict(found), "key": f"{found.key:016x}"})})
        return
    console = out()
    if found is None:
        console.print(say("diff.same"))
        return
    society = read_run(folders[0]).society
    console.print(say("diff.first", day=found.day, rule=found.rule))
    if found.birth is not None:
        paragraph(console, heading(found.key, found.birth, society))
    for run, step in zip(folders, (found.one, found.other), strict=True):
        manifest = read_run(run).manifest
        title = pick(manifest.arm_title["zh"], manifest.arm_title["en"])
        told = say("diff.nothing") if step is None else _told(step, found, society)
        paragraph(console, say("diff.side", title=title, seed=manifest.seed, told=told))


def _told(step: Step, found: Difference, society: Society) -> str:
    """Tell an event in words, and with its three numbers in full: what differs may be in the last digit."""
    if found.birth is None:
        which = "diff.review" if step.event == Event.REVIEW else "diff.other"
        level = society.level_name(step.level, language())
        words = say(which, level=level, event=label(step.event, language()))
    else:
        words = sentence(step, found.birth, society)
    return f"{words} [x = {step.x!r}, y = {step.y!r}, z = {step.z!r}]"
