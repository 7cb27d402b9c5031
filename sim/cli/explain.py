"""`fengqiao explain`: one dispute's whole career in words, with the odds at each choice; several arms side by side."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sim.cli.console import note, out, paragraph, print_json
from sim.cli.language import say
from sim.cli.options import argument, json_option, option
from sim.cli.progress import Meter, watch
from sim.errors import BadInput, complain

if TYPE_CHECKING:
    from sim.studies import Career

ID_DIGITS = 16
"""Hexadecimal digits of a dispute's id."""


def explain(
    runs: Annotated[list[str], argument("help.arg.explain", metavar="RUN_DIR... [DISPUTE]")],
    seed: Annotated[int | None, option("--seed", key="help.explain_seed", metavar="N")] = None,
    workers: Annotated[int | None, option("--workers", key="help.workers", metavar="N")] = None,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Tell the career."""
    from sim.studies.executor import crew_size

    folders, dispute = _read(runs)
    told = _tell(folders, dispute, seed, crew_size(workers))
    if json:
        print_json([{**asdict(career), "key": f"{career.key:016x}"} for career in told])
        return
    from sim.cli.career_table import show_careers
    from sim.records import read_run
    from sim.studies import runs_of

    console = out()
    stored = [read_run(run) for folder in folders for run in runs_of(folder, seed)]
    show_careers(console, told, stored)
    console.print()
    if dispute is None:
        paragraph(console, say("explain.picked"))
    paragraph(console, say("explain.no_evidence"), style="dim")


def _tell(folders: list[Path], dispute: int | None, seed: int | None, workers: int) -> tuple[Career, ...]:
    """Run again, or read what the comparison has kept of the very thing that is asked for."""
    from sim.records import read_run
    from sim.studies import careers, kept_careers, runs_of

    wanted = [run for folder in folders for run in runs_of(folder, seed)]
    kept = kept_careers(folders[0]) if len(folders) == 1 and dispute is None and seed is None else ()
    if kept:
        note(say("explain.kept"))
        return kept
    for run in wanted:
        read_run(run)  # what is damaged is said before the remark, and before the work
    note(say("explain.again"))
    with Meter() as meter:
        return careers(wanted, dispute, workers=workers, watch=watch(meter))


def _read(words: list[str]) -> tuple[list[Path], int | None]:
    """Sort what was given into folders and, last, the id of a dispute."""
    folders = [Path(word) for word in words if Path(word).is_dir()]
    rest = [word for word in words if not Path(word).is_dir()]
    if not folders or len(rest) > 1 or (rest and words[-1] != rest[0]):
        wrong = rest[0] if rest else "nothing"
        rule, repair = "give run folders, then the id of a dispute if wanted", "Check the path of the folder"
        raise BadInput(complain("explain", rule, repr(wrong), repair))
    if not rest:
        return folders, None
    digits = rest[0].lower().removeprefix("0x")
    if len(digits) > ID_DIGITS or not digits or any(sign not in "0123456789abcdef" for sign in digits):
        rule, repair = f"a dispute must be given by its id, {ID_DIGITS} hexadecimal digits", "Copy it from an export"
        raise BadInput(complain("explain", rule, repr(rest[0]), f"Check the path of the folder, or: {repair}"))
    return folders, int(digits, 16)
