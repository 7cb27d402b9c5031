"""Taking a run apart and putting it together again, so that a model can be pickled and copied and goes on exactly.

A checkpoint is the one form in which a run leaves memory; this is one in memory, with what belongs to it. Scenario,
world and policies are handed on as they are: copies of a model in one process share them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from sim.engine.run import Run


class Shared:
    """Holds what deep copies share because nobody writes into it; a pickle carries it whole."""

    __slots__ = ("given",)

    def __init__(self, given: Any) -> None:
        self.given = given

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Frozen:
    """A run between two ticks: its checkpoint, and (scenario, world, policies)."""

    checkpoint: bytes
    shared: Shared


def freeze(run: Run) -> Frozen:
    """Take a run apart; it may go on. Raises OutputError where there is no room for a temporary file."""
    with TemporaryDirectory(prefix="fengqiao-") as folder:
        path = Path(folder) / "run.npz"
        run.save(path)
        return Frozen(checkpoint=path.read_bytes(), shared=Shared((run.scenario, run.world, run.policies)))


def thaw(frozen: Frozen) -> Run:
    """Put a run together, in arrays of its own. Raises StoredFileError in another version of the model."""
    with TemporaryDirectory(prefix="fengqiao-") as folder:
        path = Path(folder) / "run.npz"
        path.write_bytes(frozen.checkpoint)
        return Run.load(path, *frozen.shared.given)
