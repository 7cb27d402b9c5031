"""Runs a run again to watch one dispute. Watching never changes a history.

No events are kept with a run: a run is so exactly itself that running it again is the better store. A re-run that gives
another digest than the manifest says is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sim.errors import BadInput, complain
from sim.names import OF_NO_DISPUTE, EndState, Forum
from sim.studies.career import Career, History, read_career
from sim.studies.stretches import CHUNK, world_of
from sim.studies.worker import count_days

if TYPE_CHECKING:
    from sim.engine.run import Run

Words = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.float64]

_FORUMS = {"none": Forum.NONE, "committee": Forum.COMMITTEE, "office": Forum.OFFICE, "petition": Forum.PETITION}


def career_of(folder: Path, key: int, checkpoint: str = "") -> Career:
    """Return the career of dispute `key` in a run folder; a `checkpoint` of the end of its burn-in spares that part.

    Raises BadInput if there is no such dispute, StoredFileError if the folder is damaged, DigestMismatch if the history
    is another.
    """
    from sim.engine.marks import TRACES
    from sim.engine.run import Run
    from sim.records import read_run, take_records
    from sim.records.rerun import check_history, start_again

    stored = read_run(folder)
    if checkpoint:
        scenario = stored.scenario()
        run = Run.load(Path(checkpoint), scenario, world_of(scenario)).branch(stored.arm().policies)
        run.keep_events = True
    else:
        run = start_again(stored, keep_events=True)
    run.follow(key)
    parts = [(words[mine], numbers[mine]) for words, numbers, mine in _of_dispute(run, key)]
    check_history(run, stored)
    words, numbers = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    if len(words) == 0:
        rule, repair = "a dispute must be one of the run's", "Leave it out to be shown one"
        raise BadInput(complain(str(folder), rule, f"{key:016x}", repair))
    history = History(words=words, numbers=numbers, choices=run.state.trace_rows[: int(run.state.count[TRACES])].copy())
    slots = tuple(_FORUMS[level.forum] for level in run.scenario.levels)
    career = read_career(key, stored.manifest.arm, history, run.world, run.burn_in, slots)
    ledger = take_records(run).disputes
    return replace(career, end=EndState(int(ledger.end_state[ledger.id == np.uint64(key)][0])))


def _of_dispute(run: Run, key: int) -> Iterator[tuple[Words, Numbers, npt.NDArray[np.bool_]]]:
    others = tuple(sorted(OF_NO_DISPUTE))  # what is said of levels has small keys, which somebody may type
    for words, numbers in stretches(run):
        kinds = (words[:, 0] >> np.uint64(16)) & np.uint64(0xFF)
        yield words, numbers, (words[:, 1] == np.uint64(key)) & ~np.isin(kinds, others)


def stretches(run: Run) -> Iterator[tuple[Words, Numbers]]:
    """Go on to the end, giving the events of each stretch and forgetting them."""
    while run.tick < run.horizon:
        step = min(CHUNK, run.horizon - run.tick)
        run.advance(step)
        count_days(step)
        yield run.take_events()
