"""The Mesa room: a run as a `mesa.Model`, residents, mediators and officials as agents, columns behind all of them.

Mesa is known here alone. `docs/mesa.md` shows it at work. What is read here is the model's hidden state, for teaching
and for code: nothing in this room writes a file, and no score or ranking of persons leaves the program.
"""

from __future__ import annotations

from sim.agents.disputes import Case, Dispute
from sim.agents.expressions import col
from sim.agents.forums import ForumAt
from sim.agents.grouping import ColumnGroupBy
from sim.agents.households import Household
from sim.agents.mediators import Mediator
from sim.agents.model import Model
from sim.agents.officials import Official
from sim.agents.places import Place, Principal
from sim.agents.posts import StaffMember
from sim.agents.refusals import ClosedModel, EndOfRun, FixedPopulation, ReadOnly, UnknownName
from sim.agents.residents import Resident
from sim.agents.sets import ColumnAgentSet

__all__ = [
    "Case",
    "ClosedModel",
    "col",
    "ColumnAgentSet",
    "ColumnGroupBy",
    "Dispute",
    "EndOfRun",
    "FixedPopulation",
    "ForumAt",
    "Household",
    "Mediator",
    "Model",
    "Official",
    "Place",
    "Principal",
    "ReadOnly",
    "Resident",
    "StaffMember",
    "UnknownName",
]
