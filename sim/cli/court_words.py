"""How a step of the legal chain at the court is told: offer, way on to trial, appeal, performance, enforcement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.cli.language import say
from sim.cli.numbers import percent
from sim.names import Event, Forum

if TYPE_CHECKING:
    from sim.studies.career import Step


def court_sentence(step: Step, where: str) -> str:
    """Tell a step of the legal chain; `where` names its forum. Other events are told by their name alone."""
    if step.event == Event.OFFERED:
        answers = say(f"career.offer_claimant_{step.detail & 1}") + say(
            f"career.offer_respondent_{step.detail >> 1 & 1}"
        )
        return say("career.offered", odds=percent(step.x)) + answers
    if step.event == Event.BROKEN:
        text = say("career.broken", odds=percent(step.x)) + say(f"career.broken_{step.detail & 3}")
        return text + (say("career.first_voiced") if step.first_voiced else "")
    if step.event == Event.ENFORCEMENT:
        return say(f"career.enforcement_{step.detail & 1}", odds=percent(step.x))
    if step.event == Event.APPEAL:
        return say(f"career.appeal_{step.detail & 3}", odds=percent(step.x))
    if step.event == Event.APPEAL_DECIDED:
        return _decided(step)
    if step.event == Event.CONFIRMATION:
        return say(f"career.confirmation_{step.detail & 1}", odds=percent(step.x))
    if step.event == Event.AWARD:
        kind = "award" if step.forum == Forum.ARBITRATION else "reconsidered"
        return say(f"career.{kind}_{step.detail & 1}", odds=percent(step.x))
    if step.event == Event.STEP:
        return say(f"career.step_{step.detail & 3}")
    if step.event == Event.KEPT:
        return say("career.kept", odds=percent(step.x))
    return say(f"career.{step.event.name.lower()}", where=where)


def _decided(step: Step) -> str:
    text = say(f"career.appeal_changed_{step.detail & 1}", odds=percent(step.x))
    text += say(f"career.appeal_granted_{step.detail >> 1 & 1}")
    return text + (say("career.fair") if step.detail & 4 else "")
