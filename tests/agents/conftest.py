"""One society that the tests of the Mesa room look at, and copies of it for those that change something."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest

from sim.agents import Model


@pytest.fixture(scope="session")
def society() -> Iterator[Model]:
    """A classroom after four hundred days. To be looked at, not changed."""
    with Model("classroom", "keep_in_village", seed=4, burn_in=200) as model:
        yield model.run(400)


@pytest.fixture
def own(society: Model) -> Iterator[Model]:
    """A copy of it that the test may change."""
    with copy.deepcopy(society) as model:
        yield model
