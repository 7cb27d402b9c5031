"""`fengqiao events`: the whole history of a run as a table, with its codebook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from sim.cli.console import note, out, plainly, print_json
from sim.cli.language import language, say
from sim.cli.options import argument, json_option, option
from sim.cli.progress import Meter
from sim.errors import BadInput, complain

FORMATS = ("csv", "parquet")


def events(
    run_dir: Annotated[str, argument("help.arg.run", metavar="RUN_DIR")],
    form: Annotated[str, option("--format", key="help.format", metavar="csv|parquet")] = "csv",
    out_file: Annotated[str, option("--out", key="help.events_out", metavar="FILE")] = "",
    seed: Annotated[int | None, option("--seed", key="help.explain_seed", metavar="N")] = None,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Export them."""
    from sim.records import check_export, export_events, read_run
    from sim.studies import runs_of

    if form not in FORMATS:
        raise BadInput(complain("--format", f"form must be one of {', '.join(FORMATS)}", repr(form), "Use csv"))
    folder = runs_of(Path(run_dir), seed)[0]
    target = Path(out_file) if out_file else Path(f"{folder.parent.name}-{folder.name}-events.{form}")
    check_export(target)
    stored = read_run(folder)
    note(say("explain.again"))
    with Meter() as meter:
        what = say("progress.again")
        rows = export_events(stored, target, lang=language(), progress=lambda done, days: meter.show(what, done, days))
    codebook = target.with_name(f"{target.stem}.codebook.md")
    if json:
        print_json({"events": rows, "file": str(target), "codebook": str(codebook)})
    else:
        plainly(out(), say("events.written", rows=f"{rows:,}", file=target, codebook=codebook))
