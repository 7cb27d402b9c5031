"""Targets: which places a word means, and a clear answer where it means none."""

from __future__ import annotations

import numpy as np
import pytest

from sim.errors import PolicyError
from sim.policies.targets import EVERYWHERE, parse_targets, target_places
from tests.levers.tiny import facts_of, town_and_country

FACTS = facts_of(town_and_country())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("urban", [2]),
        ("rural", [3, 5, 6, 7]),
        ("urban|rural", [2, 3, 5, 6, 7]),
        ("town", [1, 4]),
        ("town|city", [0, 1, 4]),
        ("P4", [4, 5, 6]),
        ("P4|P7", [4, 5, 6, 7]),
        ("rural|P1", [3]),
        ("village|P1|P4", [2, 3, 5, 6]),
        ("place:P7|kind:rural|level:village", [7]),
    ],
)
def test_words_of_one_kind_add_up_and_kinds_must_all_hold(text: str, rows: list[int]) -> None:
    """`rural|P1` is the rural part of P1, `P1|P4` both towns."""
    assert np.flatnonzero(target_places(parse_targets(text, "x"), FACTS, "x")).tolist() == rows


def test_no_words_mean_everywhere() -> None:
    """The default."""
    assert target_places(EVERYWHERE, FACTS, "x").all()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("villag", "Did you mean 'village'"),
        ("330681999", "kind, a level or a place of the scenario, got '330681999'"),
        ("level:P4", "kind, a level or a place"),
        ("urban|P4", "at least one place"),
        ("labour", "no lever has an axis of dispute types"),
        ("rural|type:family", "no lever has an axis of dispute types"),
    ],
)
def test_a_target_that_means_nothing_is_answered(text: str, message: str) -> None:
    """A misspelt town would otherwise give an arm that does nothing, and a finding that it does nothing."""
    with pytest.raises(PolicyError, match=message):
        target_places(parse_targets(text, "x"), FACTS, "x")
