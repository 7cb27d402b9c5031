"""A policy with half a declaration is none: each lack is named when the class is made."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from sim.errors import PolicyError
from sim.policies import Facts, Price, Words, policy_ids
from sim.policies.keep_in_village import KeepInVillage

GOOD = {field.name: getattr(KeepInVillage.facts, field.name) for field in fields(Facts)}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "Keep It"}, "lower-case"),
        ({"title": Words("", "x")}, "both written"),
        ({"harm": "only one text"}, "both written"),
        ({"standing": "recommended"}, "standing must be one of option, diagnostic"),
        ({"levers": ()}, "at least one lever"),
        ({"levers": ("capasity",)}, "Did you mean 'capacity'"),
        ({"price": Price(staff_days=-1, yuan=0, source="own")}, "price must be finite and not negative"),
        ({"price": Price(staff_days=1, yuan=float("nan"), source="own")}, "price must be finite"),
        ({"price": Price(staff_days=1, yuan=0, source="own", grade="Z")}, "price grade"),
        ({"review_days": -1}, "review_days"),
    ],
)
def test_a_lack_is_named(changes: dict[str, Any], message: str) -> None:
    """Facts are shown beside every result of the policy."""
    Facts(**GOOD)
    with pytest.raises(PolicyError, match=message):
        Facts(**{**GOOD, **changes})


def test_the_library_has_its_systems() -> None:
    """Their ids are the ones of the design and of every command line."""
    assert policy_ids() == ("keep_in_village", "resource_sinking", "petition_quota", "compensation")
