"""What every test shares: repeatable Hypothesis, no network, kernels compiled before workers start, two societies."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable",
    deadline=None,  # the first example of a kernel compiles it
    derandomize=True,  # a red run is red again
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


def pytest_configure(config: pytest.Config) -> None:
    """Fill the kernel cache in the parent: workers that compile at the same time compile everything twice."""
    is_worker = hasattr(config, "workerinput")
    compiles = os.environ.get("NUMBA_DISABLE_JIT", "0") in ("", "0")
    if not is_worker and compiles and getattr(config.option, "numprocesses", None):
        _warm_kernels()


def _warm_kernels() -> None:
    """Compile what does not lie in the cache already."""
    from sim.studies.warm import warm

    def announce() -> None:
        sys.stderr.write("compiling the kernels once for all workers (half a minute)\n")

    warm(announce)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine: nothing here may need the network at run time."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", refuse)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def classroom() -> tuple[Any, Any]:
    """(scenario, world) of the library's smallest society: three villages, about 3,000 residents, 60 burn-in days."""
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario("classroom", {"time.burn_in": 60})
    return scenario, build_world(scenario)


@pytest.fixture(scope="session")
def town() -> tuple[Any, Any]:
    """(scenario, world) of Fengqiao town: big enough for its totals to say something, a year in a tenth of a second."""
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario("fengqiao_town", {"time.burn_in": 120})
    return scenario, build_world(scenario)
