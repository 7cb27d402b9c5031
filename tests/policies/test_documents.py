"""What `docs/policies.md` shows is what is run: its code is the example's, its tables are the declarations'."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.levers import LEVERS
from sim.policies import catalogue, parse_arms
from sim.policies.base import options_of
from sim.policies.registry import system_named
from tests.policies.every import OWN

PAGE = (Path(__file__).parents[2] / "docs" / "policies.md").read_text(encoding="utf-8")
README = OWN.with_name("README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL), ids=["fixed", "reacting"])
def test_the_code_shown_is_the_code_run(block: str) -> None:
    """A newcomer copies from the page."""
    assert block in OWN.read_text(encoding="utf-8")


def test_every_arm_shown_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command line in the docs that fails is the worst first impression."""
    monkeypatch.chdir(OWN.parents[2])
    shown = re.findall(r'--policies "([^"]+)"', PAGE + README)
    assert len(shown) == 3
    for text in shown:
        assert len(parse_arms(text)) > 1


def test_the_tables_name_every_lever_policy_and_option() -> None:
    """A table by hand forgets; this one may not."""
    for lever in LEVERS:
        assert f"`{lever.name}`" in PAGE
    rows = {line.split("`")[1]: line for line in PAGE.splitlines() if line.startswith("| `")}
    for facts in catalogue():
        assert facts.standing in rows[facts.id]
        for name, option in options_of(system_named(facts.id)).items():
            assert f"`{name}` {option.default:g}".replace(" 0.", " .") in rows[facts.id]
