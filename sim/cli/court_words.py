"""How a step of the legal chain at the court is told: the offer before filing and the way on to trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.cli.language import say
from sim.cli.numbers import percent
from sim.names import Event

if TYPE_CHECKING:
    from sim.studies.career import Step


def court_sentence(step: Step, where: str) -> str:
    """Tell a step of the legal chain; `where` names its forum. Other events are told by their name alone."""
    if step.event == Event.OFFERED:
        answers = say(f"career.offer_claimant_{step.detail & 1}") + say(
            f"career.offer_respondent_{step.detail >> 1 & 1}"
        )
        return say("career.offered", odds=percent(step.x)) + answers
    return say(f"career.{step.event.name.lower()}", where=where)
