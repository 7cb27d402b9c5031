"""The page of processes follows the switches of the scenario, and says of each what needs it."""

from __future__ import annotations

import math

import pytest

from benchmarks.evidence import processes
from benchmarks.evidence.needed import NEEDED, Need
from benchmarks.evidence.paired import effect, shown, shown_level
from benchmarks.evidence.taken import figures
from benchmarks.evidence.units import unit_of
from tests.analysis.small_runs import taken


def test_every_process_says_what_needs_it() -> None:
    """A process that nobody can say a reason for is weight; add a line to benchmarks/evidence/needed.py."""
    assert set(NEEDED) == set(processes.switches())
    assert all(need.by and need.own for need in NEEDED.values())


def test_every_figure_that_is_named_is_taken_and_has_words() -> None:
    """A figure without a unit is read as another."""
    row = figures(taken(), "0" * 64)
    named = {*processes.EVERYWHERE, *(one for need in NEEDED.values() for one in need.own)}
    assert named <= set(row)
    assert all(unit_of(name).words for name in named)


@pytest.mark.parametrize("default", [True, False])
def test_a_pair_differs_in_one_switch(default: bool) -> None:
    """Anything else that differs would be booked under the process."""
    need = Need(own=(), by="", beside={"settle.tie": 0.3}, arm="keep_in_village")
    before, after = processes.pair_of("padding", default, need)
    assert (before.scenario, before.arm) == (after.scenario, after.arm)
    assert dict(after.changed) == {**before.changed, "processes.padding": not default}


def test_a_process_without_a_word_still_has_its_row() -> None:
    """A table that breaks, or hides a new process, is no table of what there is."""
    row = figures(taken(), "0" * 64)
    page = processes.page([row, row], {"gate": ([row, row], [row, row])})
    assert "| `gate` † | off | 0 |" in page
    assert "Switches that change no event of any seed here: `gate`." in page
    assert "**" not in page.split("## On every outcome")[1].split("##")[0]


def test_only_what_can_be_told_from_zero_is_bold() -> None:
    """Bold is read as true; an interval over 0 says that it is not known."""
    unit = unit_of("true_resolution")
    before = [{"true_resolution": 0.5}] * 4
    some = [{"true_resolution": 0.5 + gap} for gap in (0.10, 0.11, 0.12, 0.11)]
    none = [{"true_resolution": 0.5 + gap} for gap in (-0.10, 0.11, 0.12, -0.11)]
    assert shown(effect(before, some, "true_resolution"), unit).startswith("**+11.0** [")
    assert "*" not in shown(effect(before, none, "true_resolution"), unit)
    assert shown(effect(before, before, "true_resolution"), unit) == "0"


def test_a_pair_without_a_denominator_is_left_out() -> None:
    """One seed without a case would otherwise take the figure from all others."""
    lone = [{"held": 0.5}, {"held": math.nan}]
    assert effect(lone, [{"held": 0.7}, {"held": 0.7}], "held").n == 1
    assert shown_level(effect(lone, [{"held": math.nan}] * 2, "held"), unit_of("held")) == "–"
