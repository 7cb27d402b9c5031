"""Claims about `import sim`: what is promised is there, nothing else is, and it costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).parents[1]
HEAVY = {"numba", "mesa", "matplotlib", "pandas", "numpy", "scipy", "networkx", "pydantic", "duckdb"}


def loaded_by(line: str) -> set[str]:
    """Return the heavy libraries that a fresh interpreter has after running `line`."""
    show = f"{line}\nimport sys; print(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", show], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("name", sim.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """A name in `__all__` that does not resolve breaks `from sim import *` for everybody."""
    assert getattr(sim, name).__module__.startswith("sim.")
    assert name in dir(sim)


def test_public_names_are_sorted_and_each_has_one_home() -> None:
    """A list that is sorted is read and kept; two lists that disagree are a bug waiting."""
    assert sim.__all__ == sorted(sim.__all__, key=str.lower)
    assert set(sim.__all__) == set(sim._HOMES)


def test_another_name_is_refused_with_the_list() -> None:
    """Whoever guesses must learn what there is."""
    with pytest.raises(AttributeError, match="load_scenario"):
        sim.sweeep  # noqa: B018 - asking is the test


def test_importing_costs_nothing() -> None:
    """`import sim` stands at the top of every notebook and of the command line."""
    assert loaded_by("import sim") == set()


def test_loading_a_scenario_needs_no_compiler() -> None:
    """Whoever checks a file must not wait for kernels."""
    assert not loaded_by("import sim; sim.load_scenario('classroom')") & {"numba", "mesa", "matplotlib", "pandas"}
