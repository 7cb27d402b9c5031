"""The door to Mesa: the one file that imports it, and undoes what the import does to this process.

Mesa 3.3 sets the start method of `multiprocessing` to "spawn", by force, when it is imported. Whoever chose another
one, or none yet, keeps it. (The project's own executors name their context anyway.)
"""

from __future__ import annotations

import multiprocessing

_START_METHOD = multiprocessing.get_start_method(allow_none=True)

import mesa  # noqa: E402 - between the two looks at the start method

if multiprocessing.get_start_method(allow_none=True) != _START_METHOD:
    multiprocessing.set_start_method(_START_METHOD, force=True)

try:
    from mesa.agentset import AgentSet, GroupBy
except ModuleNotFoundError:  # before Mesa 3.4 both stood in mesa.agent
    from mesa.agent import AgentSet, GroupBy

Agent, DataCollector, MesaModel = mesa.Agent, mesa.DataCollector, mesa.Model

__all__ = ["Agent", "AgentSet", "DataCollector", "forget", "GroupBy", "MesaModel"]


def forget(model: object) -> None:
    """Take a model out of the class-level table in which Mesa before 3.4.2 keeps every model ever built."""
    ids = getattr(Agent, "_ids", None)
    if ids is not None:
        ids.pop(model, None)
