"""The careers that illustrate a comparison: which quarrel, told under every arm, kept beside the results.

`careers` re-runs; `kept_careers` reads what `compare` has left. Which quarrel is picked: `quarrel`;
which runs a folder holds: `runs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sim.errors import BadInput, complain
from sim.names import BorderMatter, DisputeType, EndState, Event, Forum, Opponent, Origin
from sim.studies.career import Birth, Career, Option, Step
from sim.studies.executor import run_tasks
from sim.studies.quarrel import choose_quarrel
from sim.studies.relive import career_of
from sim.studies.runs import read_sealed, runs_of, sealed
from sim.studies.task import Task
from sim.studies.watch import Account, Watch

if TYPE_CHECKING:
    from sim.records import StoredRun, TrueLedger

QUARREL: Final = "quarrel.json"


def pick_quarrel(folder: Path, seed: int | None = None) -> int:
    """Return the id of the quarrel that illustrates a comparison (or a single run), by the rule of `quarrel`."""
    return _pick([_read(one) for one in runs_of(folder, seed)])


def careers(
    folders: Sequence[Path],
    key: int | None = None,
    *,
    workers: int = 1,
    checkpoint: str = "",
    watch: Watch | None = None,
) -> tuple[Career, ...]:
    """Return the career of one dispute in each run folder, by running each again; None picks the quarrel.

    Raises BadInput where the dispute is not in a run, or the runs are not of one society and seed.
    """
    stored = [_read(folder) for folder in folders]
    _check_same(stored)
    dispute = _pick(stored) if key is None else key
    tasks = [
        Task(name=str(folder), work=career_of, given=(folder, dispute, checkpoint)) for folder in dict.fromkeys(folders)
    ]
    account = Account(watch or Watch())
    days = sum(one.manifest.last_day + 1 + (0 if checkpoint else one.manifest.burn_in) for one in stored)
    account.stage("again", days, days)
    found: dict[str, Career] = {}
    with closing(run_tasks(tasks, workers=workers, beat=account.hear)) as done:
        for one in done:
            if one.error is not None:
                raise one.error
            found[one.task.name] = one.value
    return tuple(found[str(folder)] for folder in folders)


def keep_careers(folder: Path, seed: int, told: Sequence[Career]) -> None:
    """Keep careers beside the results of a comparison. Raises OutputError."""
    from sim.records.folder import new_file, write_json

    with new_file(folder / QUARREL) as part:
        write_json(part, sealed({"seed": seed, "careers": [asdict(career) for career in told]}))


def kept_careers(folder: Path) -> tuple[Career, ...]:
    """Return the careers that a comparison has kept, () where it kept none. Raises StoredFileError."""
    from sim.records.folder import damaged

    if not (folder / QUARREL).is_file():
        return ()
    try:
        return tuple(_career(one) for one in read_sealed(folder / QUARREL)["careers"])
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(folder / QUARREL, f"an unreadable career ({type(error).__name__})") from error


def _read(folder: Path) -> StoredRun:
    from sim.records import read_run

    return read_run(folder)


def _pick(stored: Sequence[StoredRun]) -> int:
    return choose_quarrel([_ledger(one) for one in stored], stored[0].society)


def _ledger(stored: StoredRun) -> TrueLedger:
    """Return the disputes of a run: as kept, else by running it again."""
    from sim.records import rerun, take_records

    return (stored.records() if stored.has_tables else take_records(rerun(stored))).disputes


def _check_same(stored: Sequence[StoredRun]) -> None:
    first = stored[0].manifest
    for one in stored[1:]:
        if (one.manifest.fingerprint, one.manifest.seed) != (first.fingerprint, first.seed):
            rule, repair = "runs told side by side must be of one scenario and seed", "Take two arms of one comparison"
            got = f"{first.scenario} seed {first.seed} and {one.manifest.scenario} seed {one.manifest.seed}"
            raise BadInput(complain(str(one.folder), rule, got, repair))


def _career(said: dict[str, Any]) -> Career:
    birth = dict(said["birth"])
    birth |= {"type": DisputeType(birth["type"]), "opponent": Opponent(birth["opponent"])}
    birth |= {"origin": Origin(birth["origin"]), "border": BorderMatter(birth.get("border", 0))}
    steps = tuple(_step(step) for step in said["steps"])
    end = None if said["end"] is None else EndState(said["end"])
    return Career(key=int(said["key"]), arm=said["arm"], birth=Birth(**birth), steps=steps, end=end)


def _step(said: dict[str, Any]) -> Step:
    options = tuple(Option(**{**option, "forum": Forum(option["forum"])}) for option in said["options"])
    return Step(**{**said, "event": Event(said["event"]), "forum": Forum(said["forum"]), "options": options})
