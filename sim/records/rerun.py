"""Decides how a stored run is run again: from its own scenario, policies and seed, and only to the same history.

What `explain`, `diff` and the event export do; determinism is what makes keeping every event unnecessary.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.errors import DigestMismatch, StoredFileError, complain
from sim.names import MODEL_VERSION
from sim.records.store import StoredRun, read_run
from sim.records.take import Progress, advance

if TYPE_CHECKING:
    from sim.engine.run import Run


def rerun(
    stored: StoredRun | Path, *, follow: int = 0, keep_events: bool = False, progress: Progress | None = None
) -> Run:
    """Run a stored run again and return it at its last day.

    `follow`: id of a dispute whose choices are traced; `keep_events` keeps the whole history in memory.

    Raises
    ------
    StoredFileError
        The folder is damaged, or of another model version.
    DigestMismatch
        The history is not the one that was stored.
    """
    found = read_run(stored) if isinstance(stored, Path) else stored
    run = start_again(found, follow=follow, keep_events=keep_events)
    advance(run, found.manifest.burn_in + found.manifest.last_day + 1, progress)
    check_history(run, found)
    return run


def start_again(found: StoredRun, *, follow: int = 0, keep_events: bool = False) -> Run:
    """Return the run of a folder at its start, checked to be of this model version and the same world."""
    from sim.engine.run import Run
    from sim.world import build_world

    manifest = found.manifest
    if manifest.model_version != MODEL_VERSION:
        rule = f"only runs of model version {MODEL_VERSION} can be run again by this program"
        repair = "Use the version that made it, or run the scenario anew"
        raise StoredFileError(complain(str(found.folder), rule, manifest.model_version, repair))
    scenario, arm = found.scenario(), found.arm()
    world = build_world(scenario)
    if world.digest != manifest.world_digest:
        raise _another(found, "world", manifest.world_digest, world.digest)
    return Run(
        scenario,
        world,
        arm.policies,
        seed=manifest.seed,
        burn_in=manifest.burn_in,
        keep_events=keep_events,
        follow=follow,
    )


def check_history(run: Run, found: StoredRun) -> None:
    """Raise DigestMismatch unless the run's history is the stored one."""
    if run.digest != found.manifest.digest:
        raise _another(found, "history", found.manifest.digest, run.digest)


def _another(found: StoredRun, what: str, wanted: str, got: str) -> DigestMismatch:
    rule = f"running it again must give the same {what} (digest {wanted[:12]})"
    made_by = found.manifest.packages
    repair = f"Compare versions: it was made with numpy {made_by.get('numpy')}, numba {made_by.get('numba')}"
    return DigestMismatch(complain(str(found.folder), rule, got[:12], repair))
