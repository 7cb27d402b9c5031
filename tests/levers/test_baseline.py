"""The levers before any policy are the scenario's numbers, and its gate stands at the lowest forum only."""

from __future__ import annotations

import numpy as np

from sim.levers.baseline import baseline_values
from tests.levers.tiny import LEVELS, facts_of, scenario, town_and_country

FACTS = facts_of(town_and_country())


def test_the_baseline_is_the_scenario() -> None:
    """Every arm starts its burn-in from these."""
    values = baseline_values(scenario("appraisal.w_z=0.7", "gate.forward=0.25"), FACTS)
    assert values["appraisal_w_z"].shape == (FACTS.n_places,)
    assert (values["appraisal_w_z"] == 0.7).all()
    assert (values["gate_forward"] == 0.25).all()
    assert (values["gate_clock"] == 30.0).all()
    assert values["capacity"].shape == (FACTS.n_places, LEVELS + 1)
    assert (values["capacity"] == 1.0).all()
    assert not values["gate_strictness"].any()
    assert not values["gate_threshold"].any()


def test_a_gate_of_the_scenario_stands_at_the_lowest_forum() -> None:
    """`gate.strictness` is one number: one gate, for what the scenario calls small."""
    values = baseline_values(scenario("gate.strictness=0.4"), FACTS)
    assert np.unique(values["gate_strictness"][:, FACTS.base]).tolist() == [0.4]
    assert not values["gate_strictness"][:, FACTS.base + 1 :].any()
    assert (values["gate_threshold"][:, FACTS.base] == scenario().median_stake).all()
