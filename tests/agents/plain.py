"""The same society as a small plain Mesa model: objects with the values of ours, held by Mesa, for comparing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import mesa

from sim.agents import Mediator, Model, Official, Place, Resident

VALUES = {
    "Resident": ("mood", "standing", "legal_knowledge", "adult", "sex", "age_band", "place", "urban", "dispute_count"),
    "Mediator": ("hours", "waiting", "workload", "level", "kind", "place"),
    "Official": ("level", "effort", "suppression", "place"),
}
"""Attributes that the plain agents are given, by kind."""


class PlainResident(mesa.Agent):
    """A resident as Mesa has it."""


class PlainMediator(mesa.Agent):
    """A mediator as Mesa has it."""


class PlainOfficial(mesa.Agent):
    """An official as Mesa has it."""


class PlainModel(mesa.Model):
    """Agents with the values that ours have today, in the same order."""

    def __init__(self, ours: Model) -> None:
        super().__init__(rng=ours.engine.seed)
        kinds = {Resident: PlainResident, Mediator: PlainMediator, Official: PlainOfficial}
        for kind, plain_kind in kinds.items():
            names = VALUES[kind.__name__]
            for values in ours.agents_by_type[kind].get(list(names)):
                agent = plain_kind(self)
                for name, value in zip(names, values, strict=True):
                    setattr(agent, name, value)
                if kind is Resident:
                    agent.asked, agent.note = False, None


OURS = SimpleNamespace(Resident=Resident, Mediator=Mediator, Official=Official)
PLAIN = SimpleNamespace(Resident=PlainResident, Mediator=PlainMediator, Official=PlainOfficial)


def told(answer: Any) -> Any:
    """Say an answer in words that both sides share: agents by id, sets and groups by what is in them."""
    if isinstance(answer, mesa.Agent):
        return answer.unique_id
    if isinstance(answer, Place):
        return repr(answer)
    if isinstance(answer, type):
        return answer.__name__.removeprefix("Plain")
    if isinstance(answer, dict):
        return [(told(key), told(value)) for key, value in answer.items()]
    if isinstance(answer, list | tuple) or hasattr(answer, "agg"):
        return [told(each) for each in answer]
    return answer
