"""The table of indicators is complete and bilingual, and an objective that hides the truth is refused."""

from __future__ import annotations

import pytest

from sim.analysis.indicators import indicators
from sim.analysis.table import INDICATORS, check_objective, indicator
from sim.errors import ObjectiveError
from sim.records import Paired
from tests.analysis.invented import records


def test_every_indicator_has_a_value_and_every_value_an_entry() -> None:
    """A figure without a definition cannot be read; a definition without a figure misleads."""
    assert list(indicators(records())) == [row.name for row in INDICATORS]
    assert len({row.name for row in INDICATORS}) == len(INDICATORS)


def test_reported_figures_are_pairs_and_nothing_else_is() -> None:
    """The kind decides what an objective may hold: it must be what the value is."""
    values = indicators(records())
    for row in INDICATORS:
        assert isinstance(values[row.name], Paired) == (row.kind == "paired")


def test_every_indicator_is_told_in_both_languages() -> None:
    """A label that is missing in one language is missing on half of the figures."""
    for row in INDICATORS:
        assert row.zh
        assert row.en
        assert row.unit
        assert row.definition


@pytest.mark.parametrize(
    "names",
    [
        ["spill"], ["spill", "petitions"], ["motto_small"], ["motto_small.reported", "spill_outside"],
        ["success_committee.reported"], [], ["yuan_per_resolution", "spill"], ["policy_yuan"],
    ],
)  # fmt: skip
def test_objectives_of_appearances_alone_are_refused(names: list[str]) -> None:
    """What is optimised is what gets hidden: less spill on the books is not an aim by itself."""
    with pytest.raises(ObjectiveError) as refused:
        check_objective(names)
    assert "true_resolution or held_below_competence" in str(refused.value)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    "names",
    [["spill", "true_resolution"], ["held_below_competence"], ["motto_small.true"], ["petitions", "suppressed"]],
)
def test_an_objective_with_the_truth_beside_it_passes(names: list[str]) -> None:
    """The rule asks for a companion, it does not forbid looking at spill."""
    check_objective(names)


def test_unknown_names_and_halves_are_told_with_the_nearest() -> None:
    """A misspelt objective must not pass as one that was never checked."""
    with pytest.raises(ObjectiveError, match="true_resolution"):
        indicator("true_resolutions")
    with pytest.raises(ObjectiveError, match="half"):
        check_objective(["spill.true"])
