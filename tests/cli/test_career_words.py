"""Words for departments that were called and for the wrong desk, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.cli.career_words import heading, sentence
from sim.cli.language import language, speak
from sim.names import BorderMatter, Department, DisputeType, Event, Forum, Opponent, Origin
from sim.studies.career import Birth, Step
from tests.analysis.invented import society

BIRTH = Birth(
    type=DisputeType.LAND, opponent=Opponent.NEIGHBOUR, origin=Origin.ROOT, home=0, power=0, exclusive=False,
    stake=1.0, hostility=0.5, gap=0.0,
)  # fmt: skip
LAND, WATER = 1 << Department.NATURAL_RESOURCES, 1 << Department.AGRICULTURE


def told(event: Event, detail: int = 0) -> str:
    step = Step(day=1, event=event, forum=Forum.OFFICE, level=1, detail=detail, x=0.6, y=0.4, z=1.0)
    return sentence(step, BIRTH, society())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_came_and_who_did_not_is_told_by_name(lang: str) -> None:
    """Blame passes sideways: the reader must see between whom."""
    at = 0 if lang == "zh" else 1
    land, water = ("自然资源和规划", "natural resources")[at], ("农业农村和水利", "agriculture and water")[at]
    before = language()
    speak(lang)
    half = told(Event.DEPARTMENTS, LAND << 16 | (LAND | WATER) << 32)
    full = told(Event.DEPARTMENTS, (LAND | WATER) << 16 | (LAND | WATER) << 32)
    none = told(Event.DEPARTMENTS, WATER << 32)
    assert ("独自", "alone")[at] in told(Event.BORDER, 0)
    assert ("会同办理", "joins")[at] in told(Event.BORDER, 1)
    assert ("不归本地管", "no remit")[at] in told(Event.BORDER, 2)
    assert ("跨界用水", "over water")[at] in heading(1, replace(BIRTH, border=BorderMatter.WATER), society())
    assert ("跨界", "border")[at] not in heading(1, BIRTH, society())
    astray, again = told(Event.MISROUTED), told(Event.RESUMED)
    speak(before)
    assert half.index(land) < half.index(water)
    assert ("没到", "did not")[at] in half
    assert ("都到了", "all come")[at] in full
    assert land in full
    assert water in none
    assert land not in none
    assert "60" in half
    assert ("投错了门", "wrong desk")[at] in astray
    assert again
