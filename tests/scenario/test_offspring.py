"""What grievances beget is known before a run: radius of coupling and contagion, and the cliff that is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import DisputeType
from sim.scenario import load_scenario, scenario_names, with_overrides
from sim.scenario.offspring import CAUTION, _radius, coupling_matrix

RING = [
    {"type": "family", "raises": "neighbour", "chance": 0.4},
    {"type": "neighbour", "raises": "family", "chance": 0.1},
]


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=4, max_size=4))
def test_the_radius_is_the_largest_eigenvalue(rows: list[list[float]]) -> None:
    """Against NumPy, from above and by less than 1 %: the formula never calls a cliff safe."""
    largest = float(np.abs(np.linalg.eigvals(np.array(rows))).max())
    found = _radius(rows)
    assert largest - 1e-6 <= found <= 1.01 * largest + 1e-3


def test_a_ring_begets_what_theory_says() -> None:
    """Two types that raise each other: the root of the product of voiced chances, over contagion."""
    scenario = load_scenario("classroom", {"coupling.more": RING, "spread.R": 0.2})
    assert scenario.offspring_radius() == pytest.approx(0.2 + 0.5 * (0.4 * 0.1) ** 0.5, rel=1e-3)
    off = with_overrides(scenario, {"processes.coupling": False})
    assert off.offspring_radius() == pytest.approx(0.2, rel=1e-3)
    assert with_overrides(off, {"processes.spread": False}).offspring_radius() == 0.0


def test_the_matrix_holds_the_declared_chances_and_those_added() -> None:
    """Rows are what raises, columns what is raised."""
    matrix = coupling_matrix(load_scenario("classroom", {"coupling.more": RING}).coupling)
    assert matrix[DisputeType.REQUISITION][DisputeType.FAMILY] == 0.06
    assert matrix[DisputeType.FAMILY][DisputeType.REQUISITION] == 0.0
    assert matrix[DisputeType.FAMILY][DisputeType.NEIGHBOUR] == 0.4


@pytest.mark.parametrize("name", scenario_names())
def test_the_library_stays_far_from_the_cliff(name: str) -> None:
    """Below the caution even for the hottest type."""
    assert 0.0 < load_scenario(name).offspring_radius(hottest=True) < CAUTION
