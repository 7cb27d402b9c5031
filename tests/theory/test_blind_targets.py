"""The official figures that a run is held beside, and the mix of types, beside a second entry from their tables."""

from __future__ import annotations

from typing import Any

import pytest

from sim.analysis.targets import TARGETS
from sim.names import DisputeType
from sim.scenario import load_scenario
from tests.theory.blind import law, targets


def _types() -> dict[str, Any]:
    """The rows of the type table by name."""
    table = load_scenario("zhuji").types
    return {member.name.lower(): table[member.name.lower()] for member in DisputeType}


@pytest.mark.parametrize("number", targets.FIGURES)
def test_official_figures_are_those_of_the_list(number: int) -> None:
    """A figure that is off by a digit would judge every run wrongly, and nobody would look at it again."""
    first = [(row.value, row.low, row.high) for row in TARGETS if row.number == number]
    assert len(first) == len(targets.FIGURES[number])
    for one, two in zip(first, targets.FIGURES[number], strict=True):
        assert one == pytest.approx(two, abs=1e-9)


def test_each_row_is_of_the_kind_that_the_definitions_give_it() -> None:
    """An input that counted as a pass, or a reporting figure as truth, would be the error this model is about."""
    assert {row.number: row.kind for row in TARGETS} == targets.KINDS


def test_limits_of_the_clocks_are_sums_of_the_laws_own() -> None:
    """Row 23 holds clocks: longest lawful times."""
    of = {name: days for name, (days, _) in law.CLOCKS.items()}
    limits = {
        "mediation": of["people_mediation"],
        "petition": of["petition_handle"],
        "prefiling": of["court_prefiling"],
        "review": of["petition_review"] + of["petition_rereview"],
        "trial": of["court_ordinary"],
        "appeal": of["court_appeal_lodge"] + of["court_appeal"],
        "labour": of["arbitration"] + of["arbitration_extension"],
    }
    assert {row.part: row.high for row in TARGETS if row.number == 23} == limits


def test_types_have_the_mix_of_2016_over_the_person_types() -> None:
    """The type table carries most of the behaviour: its one sourced column must be the source's."""
    types = _types()
    whole = sum(targets.MIX_2016.values())
    for name, percent in targets.MIX_2016.items():
        assert types[name].share == pytest.approx(percent / whole, abs=1e-4), name
    assert sum(row.share for row in types.values()) == pytest.approx(1.0, abs=1e-9)


def test_as_many_person_disputes_need_a_department_as_were_called_complex() -> None:
    """An input, chosen so that the sum meets the source; the cells are guesses."""
    need = 0.0
    for row in _types().values():
        need += row.share * (row.departments.one + row.departments.two + row.departments.three + row.departments.four)
    assert need == pytest.approx(targets.COMPLEX, abs=5e-4)
