"""`keep_in_village`: the gate of `definitions` 10 at the lowest forum, and none anywhere else."""

from __future__ import annotations

import numpy as np

from sim.levers import LeverBook
from tests.levers.tiny import scenario
from tests.policies.every import WORLD, book_on, changed, enacted

FACTS = LeverBook(scenario(), WORLD, ()).facts
HOMES = np.flatnonzero(FACTS.leaf)


def test_the_full_dose_is_the_one_defined() -> None:
    """Strictness .8, threshold the scenario median, forward .5, first try 30 days."""
    values = book_on(0, enacted("keep_in_village")).values
    assert np.unique(values["gate_strictness"][HOMES, FACTS.base]).tolist() == [0.8]
    assert np.unique(values["gate_threshold"][HOMES, FACTS.base]).tolist() == [scenario().median_stake]
    assert np.unique(values["gate_forward"]).tolist() == [0.5]
    assert np.unique(values["gate_clock"]).tolist() == [30.0]


def test_the_dose_scales_strictness_only() -> None:
    """What counts as small does not grow with how hard one insists."""
    values = book_on(0, enacted("keep_in_village", dose=0.25)).values
    assert np.unique(values["gate_strictness"][HOMES, FACTS.base]).tolist() == [0.2]
    assert np.unique(values["gate_threshold"][HOMES, FACTS.base]).tolist() == [scenario().median_stake]


def test_forwarding_is_a_choice_of_its_own() -> None:
    """The dry run found that it decides the sign of the gate."""
    for forward in (0.0, 1.0):
        values = book_on(0, enacted("keep_in_village", forward=forward)).values
        assert np.unique(values["gate_forward"][HOMES, FACTS.base]).tolist() == [forward]


def test_nobody_is_held_back_from_court_or_above_the_lowest_forum() -> None:
    """Gates bind administrative forums only: the gate levers have no column for the court at all."""
    masks = changed(book_on(0, enacted("keep_in_village")))
    for name, mask in masks.items():
        assert mask.shape[1] == FACTS.n_levels, name
        assert not mask[:, FACTS.base + 1 :].any(), name
    assert "capacity" not in masks
