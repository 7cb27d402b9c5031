"""Decides how a run's whole history leaves the program: a CSV or Parquet file of events, with the codebook beside it.

No history is kept: the run is made again from its folder, checked against its digest, and written month by month.
"""

from __future__ import annotations

import csv
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sim.errors import BadInput, OutputError, complain
from sim.records.codebook import codebook
from sim.records.decode import COLUMNS, Columns, decode, place_names
from sim.records.folder import new_file
from sim.records.rerun import check_history, start_again
from sim.records.society import society_of
from sim.records.store import StoredRun, read_run
from sim.records.take import Progress

SUFFIXES: Final = (".csv", ".parquet")
_MONTH: Final = 30
"""Days whose events are held in memory at once."""
_ROWS: Final = 100_000
"""Events that are put into words at a time."""


def export_events(stored: StoredRun | Path, out: Path, *, lang: str = "en", progress: Progress | None = None) -> int:
    """Run a stored run again and write its events to `out`; return how many there are.

    The suffix of `out` decides: .csv (UTF-8 with a mark that spreadsheets know) or .parquet (needs DuckDB and pandas,
    the extra `export`). Labels are in `lang` ("zh" or "en"). The codebook is written beside it. Raises OutputError,
    StoredFileError, DigestMismatch.
    """
    check_export(out)
    found = read_run(stored) if isinstance(stored, Path) else stored
    write = _write_csv if out.suffix == ".csv" else _write_parquet
    with new_file(out.with_name(f"{out.stem}.codebook.md")) as words, new_file(out) as part:  # both, or neither
        words.write_text(codebook(lang), encoding="utf-8", newline="\n")
        return write(part, _pieces(found, lang, progress))


def check_export(out: Path) -> None:
    """Raise BadInput where `out` names no form of export, or one whose libraries are missing: before a long run."""
    if out.suffix not in SUFFIXES:
        rule, repair = f"an export must end in {' or '.join(SUFFIXES)}", "Name it e.g. events.csv"
        raise OutputError(complain(str(out), rule, repr(out.suffix), repair))
    if out.suffix == ".parquet":
        _need_parquet(out)


def _pieces(found: StoredRun, lang: str, progress: Progress | None) -> Iterator[Columns]:
    """Run again month by month and yield each month's events in words; raise at the end if the history was another."""
    run = start_again(found, keep_events=True)
    society = society_of(run.scenario, run.world)
    places = place_names(run.world, society, lang)
    end = found.manifest.burn_in + found.manifest.last_day + 1
    while True:
        words, numbers = run.take_events()
        for start in range(0, len(words), _ROWS):
            cut = slice(start, start + _ROWS)
            yield decode(words[cut], numbers[cut], burn_in=run.burn_in, society=society, places=places, lang=lang)
        if run.tick >= end:
            break
        run.advance(min(_MONTH, end - run.tick))
        if progress is not None:
            progress(run.tick, end)
    check_history(run, found)


def _write_csv(path: Path, pieces: Iterator[Columns]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(COLUMNS)
        for piece in pieces:
            rows = zip(*(piece[name].tolist() for name in COLUMNS), strict=True)
            writer.writerows(rows)
            count += len(piece["day"])
    return count


def _write_parquet(path: Path, pieces: Iterator[Columns]) -> int:
    import duckdb
    import pandas as pd

    count = 0
    with duckdb.connect(":memory:") as base:
        for number, piece in enumerate(pieces):
            frame = pd.DataFrame({name: piece[name] for name in COLUMNS})
            base.register("piece", frame)
            base.execute(
                "CREATE TABLE events AS SELECT * FROM piece"
                if number == 0
                else "INSERT INTO events SELECT * FROM piece"
            )
            base.unregister("piece")
            count += len(frame)
        try:
            base.execute("COPY events TO ? (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)", [str(path)])
        except duckdb.Error as error:
            rule, repair = "results must be writable there", "Free some space or choose another place"
            raise OutputError(complain(str(path.parent), rule, _reason(error), repair)) from error
    return count


def _reason(error: Exception) -> str:
    """Return in a few words why DuckDB could not write; its own text may hold a document and names of its files."""
    full = os.strerror(errno.ENOSPC)
    return full if full in str(error) else str(error).splitlines()[0]


def _need_parquet(out: Path) -> None:
    import importlib.util

    missing = [name for name in ("duckdb", "pandas") if importlib.util.find_spec(name) is None]
    if missing:
        rule, repair = "Parquet needs DuckDB and pandas", 'Install "fengqiao[export]", or name a .csv file'
        raise BadInput(complain(str(out), rule, f"no {' and no '.join(missing)}", repair))
