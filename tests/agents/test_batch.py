"""Mesa's own runner of many models takes ours as it takes any: seeds and arms as parameters."""

from __future__ import annotations

import inspect
from typing import Any

import mesa
import pytest
from mesa import DataCollector

from sim.agents import Model
from sim.errors import BadInput


class Watched(Model):
    """A model that counts who waits, as somebody who knows Mesa would write it."""

    def __init__(self, policies: str = "baseline", seed: int = 1) -> None:
        watch = DataCollector(model_reporters={"waiting": lambda model: model.mediators.agg("waiting", sum)})
        super().__init__("classroom", policies, seed=seed, burn_in=5, datacollector=watch)


def _batch(seeds: list[Any]) -> Any:
    """Run two arms over `seeds`; Mesa 3.5 keeps them apart from the other parameters."""
    arms: dict[str, Any] = {"policies": ["baseline", "keep_in_village"]}
    apart = "rng" in inspect.signature(mesa.batch_run).parameters
    how = {"rng": seeds} if apart else {}
    given = arms if apart else arms | {"seed": seeds}
    return mesa.batch_run(Watched, given, number_processes=1, max_steps=8, display_progress=False, **how)


def test_a_batch_runs_every_arm_under_every_seed() -> None:
    """A notebook's first study is a batch run; seeds that did not arrive would make all its runs one run."""
    rows = _batch([1, 2])
    assert {(row["policies"], row["seed"]) for row in rows} == {
        (arm, seed) for arm in ("baseline", "keep_in_village") for seed in (1, 2)
    }
    assert all(row["Step"] == 8 and row["waiting"] >= 0 for row in rows)


def test_a_batch_without_a_seed_is_refused() -> None:
    """Mesa means "any seed" by None; here a run that cannot be repeated is no run."""
    with pytest.raises(BadInput, match="seed must be a whole number"):
        _batch([None])
