"""What the pages say of numbers, columns and order is what the code says today."""

from __future__ import annotations

import ast
import re

import pytest

from docs.generate import BLOCK, PAGES, renewed
from docs.tables import columns, day, grades, parameters
from sim.names import Phase
from tests.docs.pages import READMES, ROOT

MODEL = (ROOT / "docs" / "model.md").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_new_as_the_code(name: str) -> None:
    """A table of last month is worse than none: it is believed. To repair: python -m docs.generate."""
    page = (ROOT / "docs" / name).read_text("utf-8")
    assert renewed(page) == page


def test_an_old_table_is_noticed() -> None:
    """A test of freshness that never fails would let every table rot."""
    assert renewed(MODEL.replace("| `claim.lump` | 3.3 |", "| `claim.lump` | 3.4 |")) == MODEL
    assert "`claim.lump`" in MODEL


def test_every_section_of_a_scenario_stands_in_the_description() -> None:
    """A parameter that nobody can look up is a number without a source."""
    shown = {found["name"] for found in BLOCK.finditer(MODEL)}
    assert {f"parameters {section}" for section in parameters.sections()} <= shown


def test_every_owner_of_columns_has_its_table() -> None:
    """State that no page names is state that nobody reviews."""
    page = (ROOT / "docs" / "columns.md").read_text("utf-8")
    assert {f"columns {owner}" for owner in columns.owners()} == {found["name"] for found in BLOCK.finditer(page)}


def test_every_rule_is_told_in_words() -> None:
    """The page promises every formula; a rule added to `sim/rules` without a word would break that silently."""
    rules = [
        (path.name, node.name)
        for path in sorted((ROOT / "sim" / "rules").glob("*.py"))
        if path.stem != "parameters"  # it reads numbers and decides nothing
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    ]
    assert len(rules) > 30
    assert [rule for rule in rules if not re.search(rf"\b{rule[1]}\b", MODEL)] == []


def test_the_order_of_a_day_names_every_phase_once_and_in_order() -> None:
    """Order is the contract between engine and twin; a phase that runs elsewhere must show in the table."""
    order = [step.phase for step in day.steps()]
    assert order == sorted(order)
    assert set(Phase) - set(order) == {Phase.OUTCOME}


def test_more_than_half_of_the_numbers_are_assumptions() -> None:
    """The first screen of both READMEs says so; should that change, they must say something else."""
    for in_type_table in (False, True):
        counts = grades.counted(in_type_table=in_type_table)
        assert 2 * counts["assumption"] > sum(counts.values()) > 0
        for name in READMES:
            assert grades.share(counts) in (ROOT / name).read_text("utf-8")
