"""`compensation`: insurance and payment for calm are two levers, each by its own dose, place and days."""

from __future__ import annotations

import numpy as np
import pytest

from sim.policies import cost, parse_arm
from tests.levers.tiny import scenario
from tests.policies.every import WORLD, book_on, changed, enacted

CALM = "compensation(insurance=0,calm=0.6)"


@pytest.mark.parametrize(("text", "lever", "full"), [("compensation", "loss_cover", 0.5), (CALM, "calm_pay", 0.6)])
def test_each_variant_moves_its_own_lever_where_people_live(text: str, lever: str, full: float) -> None:
    """Paying losses and paying for calm have opposite ends; judged together neither would be told."""
    book, half = book_on(0, enacted(text)), book_on(0, enacted(text, dose=0.5))
    assert list(changed(book)) == [lever]
    homes = book.facts.leaf
    assert book.values[lever][homes] == pytest.approx(full)
    assert half.values[lever][homes] == pytest.approx(full / 2)
    assert not np.any(book.values[lever][~homes])


def test_two_payers_add_up_to_the_bound() -> None:
    """A village and a county may both pay; nobody is paid more than there was, nor more surely than surely."""
    two = book_on(0, enacted("compensation(insurance=0.6,calm=0.7)"), enacted(CALM))
    assert two.values["calm_pay"].max() == pytest.approx(1.0)
    assert two.values["loss_cover"].max() == pytest.approx(0.6)


def test_it_costs_yuan_and_stands_as_a_diagnostic() -> None:
    """Paying for calm is run to show harm (`definitions` 11): never ranked, nor is an arm that holds it."""
    assert cost(enacted("compensation"), scenario(), WORLD, 365).yuan > 0.0
    assert parse_arm("compensation").standing == "diagnostic"
    assert parse_arm(f"keep_in_village+{CALM}").standing == "diagnostic"
