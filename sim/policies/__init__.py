"""Governance systems as policies: each one a file that declares what it is and moves levers. No process is known here.

A user's own policy needs only these names; how to write one is told in `docs/policies.md`.
"""

from __future__ import annotations

from sim.levers.patch import Patch
from sim.levers.seen import Seen
from sim.policies.arms import Arm, parse_arm, parse_arms, rankable
from sim.policies.base import Facts, Price, Words, option
from sim.policies.compile import Cost, Enacted, cost, enact
from sim.policies.context import Context
from sim.policies.registry import catalogue, policy_ids

__all__ = [
    "Arm",
    "catalogue",
    "Context",
    "Cost",
    "cost",
    "enact",
    "Enacted",
    "Facts",
    "option",
    "parse_arm",
    "parse_arms",
    "Patch",
    "policy_ids",
    "Price",
    "rankable",
    "Seen",
    "Words",
]
