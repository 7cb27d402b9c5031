"""The small comparisons that tests of studies and of the command line share: a classroom without a burn-in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sim.analysis import Comparison
from sim.scenario import Scenario, load_scenario
from sim.studies import compare

ARMS: Final = "baseline,keep_in_village,petition_quota(exposure=0.3)"
AT_ONCE: Final = {"time.burn_in": 0, "time.burn_in_max": 0}
"""No burn-in: nothing to be stationary, and runs of milliseconds."""


def small_scenario(**more: object) -> Scenario:
    """Return the classroom without a burn-in."""
    return load_scenario("classroom", {**AT_ONCE, **{key.replace("__", "."): value for key, value in more.items()}})


def small_comparison(folder: Path, *, seeds: int = 3, workers: int = 1, arms: str = ARMS) -> Comparison:
    """Run three arms with a few seeds into `folder`."""
    return compare(small_scenario(), arms, seeds, workers=workers, out=folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
