"""Every step of the legal chain has a sentence in both languages, and each answer its own."""

from __future__ import annotations

import pytest

from sim.cli import language
from sim.cli.court_words import court_sentence
from sim.names import Event, Forum
from sim.studies.career import Step

STEPS = {
    Event.OFFERED: range(4), Event.TRIAL: (0,), Event.KEPT: (0,), Event.BROKEN: range(3), Event.ENFORCEMENT: range(2),
    Event.APPEAL: (1, 2), Event.APPEAL_DECIDED: range(8),
    Event.AWARD: range(2), Event.CONFIRMATION: range(2), Event.STEP: (1, 2, 3),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_step_is_told(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step without words would print its key; two answers with one sentence would hide what was decided."""
    monkeypatch.setattr(language, "_spoken", [lang])
    for event, details in STEPS.items():
        told = [
            court_sentence(
                Step(day=3, event=event, forum=Forum.COURT, level=1, detail=detail, x=0.25, y=0.5, z=0.5), "court"
            )
            for detail in details
        ]
        assert len(set(told)) == len(told)
        assert all(one and "career." not in one for one in told)
