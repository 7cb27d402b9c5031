"""Which run folders a folder holds: those of a comparison, arm by arm, or itself. What is in a run: `sim.records`.

The manifest of a comparison is sealed as those of runs are: what was altered is refused, never half understood.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sim.errors import BadInput, StoredFileError, complain

if TYPE_CHECKING:
    from sim.analysis import Comparison

FORMAT: Final = 2
"""Form of the folder of a comparison; raised whenever older ones can no longer be read."""

KIND: Final = "comparison"
MANIFEST: Final = "manifest.json"
RESULTS: Final = "results.json"
SEAL: Final = "check"


def runs_of(folder: Path, seed: int | None = None) -> tuple[Path, ...]:
    """Return the run folders of a comparison, one an arm, in the order of its arms; a run folder is its own only one.

    `seed` picks the seed; without it the first complete one. Raises StoredFileError where there is no such run.
    """
    said = _comparison(folder)
    if said is None:
        return (folder,)
    complete = said["complete_seeds"]
    wanted = complete[0] if seed is None else seed
    if wanted not in complete:
        rule, repair = "seed must be one that every arm has run", f"Use one of {', '.join(map(str, complete))}"
        raise StoredFileError(complain(str(folder), rule, wanted, repair))
    return tuple(folder / run["folder"] for run in said["runs"] if run["seed"] == wanted)


def only_run(folder: Path) -> Path:
    """Return a folder that is itself a run. Raises BadInput for a comparison, which holds many, and names one."""
    said = _comparison(folder)
    if said is None:
        return folder
    repair = f"Name one of its runs, e.g. {folder / said['runs'][0]['folder']}"
    raise BadInput(complain(str(folder), "a folder of one run must be given", "the folder of a comparison", repair))


def results_of(folder: Path) -> Comparison | None:
    """Return what a comparison found, None where the folder is that of a run. Raises StoredFileError."""
    from sim.analysis import Comparison
    from sim.records.folder import check_of, damaged, read_json

    said = _comparison(folder)
    if said is None:
        return None
    path = folder / RESULTS
    found = read_json(path)
    if check_of(found) != said["results"]:
        raise damaged(path, "altered content")
    return Comparison.from_json(found)


def sealed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain data with its seal."""
    from sim.records.folder import check_of

    return {**data, SEAL: check_of(data)}


def read_sealed(path: Path) -> dict[str, Any]:
    """Read a JSON file that was written sealed. Raises StoredFileError where it is missing or altered."""
    from sim.records.folder import check_of, damaged, read_json

    said = read_json(path)
    if not isinstance(said, dict) or said.pop(SEAL, None) != check_of(said):
        raise damaged(path, "altered content")
    return said


def _comparison(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of a comparison, None where the folder is that of a run."""
    from sim.records.folder import read_json

    path = folder / MANIFEST
    if not path.is_file():
        rule, repair = f"a folder of results must hold {MANIFEST}", "Name one that `fengqiao run` or `compare` wrote"
        raise StoredFileError(complain(str(folder), rule, "none" if folder.is_dir() else "no such folder", repair))
    said = read_json(path)
    if not isinstance(said, dict) or said.get("kind") != KIND:
        return None
    if said.get("format") != FORMAT:
        rule, repair = f"the folder of a comparison must be of form {FORMAT}", "Run it again with this version"
        raise StoredFileError(complain(str(folder), rule, said.get("format"), repair))
    return read_sealed(path)
