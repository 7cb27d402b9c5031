"""Levers declare what they are, with bounds that hold their baseline, and a slip of the pen is answered."""

from __future__ import annotations

import pytest

from sim.errors import PolicyError
from sim.levers import LEVERS, LeverBook, lever_named
from tests.levers.tiny import scenario, town_and_country


@pytest.mark.parametrize("lever", LEVERS, ids=lambda lever: lever.name)
def test_a_lever_is_declared_in_full(lever: object) -> None:
    """Docs, checks and messages are made from the declaration alone."""
    assert 1 <= len(lever.axes) <= 2
    assert lever.axes[0] == "place"
    assert lever.low < lever.high
    assert lever.unit
    assert lever.source
    assert lever.en
    assert any("一" <= sign <= "鿿" for sign in lever.zh)


def test_names_are_the_engine_s_and_stand_once() -> None:
    """The engine reads these columns by name."""
    assert [lever.name for lever in LEVERS] == [
        "gate_strictness", "gate_threshold", "gate_forward", "gate_clock", "capacity",
        "appraisal_w_u", "appraisal_w_z", "audit", "exposure", "turnout", "misrouting", "detection",
        "migrant_reach", "border_join", "loss_cover", "calm_pay",
    ]  # fmt: skip


def test_the_baseline_lies_within_the_bounds() -> None:
    """Otherwise a placebo would be clipped, and so would change bytes."""
    book = LeverBook(scenario(), town_and_country(), ())
    for lever in LEVERS:
        assert (book.values[lever.name] >= lever.low).all()
        assert (book.values[lever.name] <= lever.high).all()


def test_an_unknown_lever_is_answered_with_the_nearest() -> None:
    """A user's own policy will misspell one."""
    with pytest.raises(PolicyError, match="Did you mean 'gate_strictness'"):
        lever_named("gate_strictnes")
