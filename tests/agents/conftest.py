"""One society that the tests of the Mesa room look at, and copies of it for those that change something."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest

from sim.agents import Model
from sim.scenario import load_scenario

MANY = ("incidence.lambda_person=40", "incidence.lambda_government=14", "voice.share=0.7")
FEW_HOURS = ("staff.committee=0.1", "staff.office=3", "clocks.committee=60", "patience.rate=0.2")


@pytest.fixture(scope="session")
def society() -> Iterator[Model]:
    """A quarrelsome classroom with few hours, and so with lines, after 400 days. To be looked at, not changed."""
    busy = load_scenario("classroom", [*MANY, *FEW_HOURS, 'overloaded="allowed"'])
    with Model(busy, "keep_in_village", seed=4, burn_in=200) as model:
        yield model.run(400)


@pytest.fixture
def own(society: Model) -> Iterator[Model]:
    """A copy of it that the test may change."""
    with copy.deepcopy(society) as model:
        yield model
