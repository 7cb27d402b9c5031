"""Every name that the installed Mesa offers on sets, groups, agents and models was thought about here."""

from __future__ import annotations

import sys
from typing import Any

import mesa
import pytest

from sim.agents import ColumnAgentSet, ColumnGroupBy, FixedPopulation, Mediator, Model, Official, Resident, door
from sim.agents.view import View

MACHINERY = frozenset(
    {"__abstractmethods__", "__annotations__", "__class__", "__class_getitem__", "__dict__", "__doc__", "__module__"}
    | {"__firstlineno__", "__init_subclass__", "__orig_bases__", "__parameters__", "__slots__", "__static_attributes__"}
    | {"__subclasshook__", "__type_params__", "__weakref__", "_abc_impl"}
)
"""What Python, abc and typing put on any class."""

INHERITED: dict[type[Any], dict[str, str]] = {
    ColumnAgentSet: {"_hash": "a helper of collections.abc.Set; sets are not hashable, ours neither"},
    ColumnGroupBy: {},
    View: {
        "random": "reads model.random",
        "rng": "reads model.rng",
        "scenario": "reads Mesa's model.scenario, which is not ours (Mesa from 3.5)",
        "_ids": "counts agents that are made; none is",
        "_datasets": "names of data sets that new agents join; none joins (Mesa from 3.5)",
    },
    Model: {
        "run_model": "steps while `running`",
        "reset_randomizer": "changes model.random only, which no process reads",
        "reset_rng": "changes model.rng only, which no process reads",
        "_wrapped_step": "counts the step and calls ours",
        "_do_step": "the same from 3.5 on",
        "_advance_time": "Mesa's clock: one step a unit of time, and events that a user schedules",
        "run_for": "the same",
        "run_until": "the same",
        "schedule_event": "the same: an event of the user's own, between our days",
        "schedule_recurring": "the same",
        "time": "Mesa's clock, one unit a step",
        "scenario": "Mesa's own kind of scenario: unused",
        "observe": "signals of Mesa: ours sends those of `time`, and none of agents, since none comes or goes",
        **dict.fromkeys(("unobserve", "clear_all_subscriptions", "notify", "batch", "suppress"), "signals"),
        **dict.fromkeys(("observables", "_has_subscribers", "_mesa_notify", "_process_name"), "signals"),
        "_process_signal_type": "signals",
    },
}
"""Names left to Mesa on purpose, and why that is harmless."""

IN_SETS = vars(sys.modules[door.AgentSet.__module__])
SETS = [IN_SETS[name] for name in ("AgentSet", "AbstractAgentSet", "_HardKeyAgentSet") if name in IN_SETS]
"""What Mesa hands out as sets: from 3.5 on there are three classes."""

PAIRS = [
    *((theirs, ColumnAgentSet) for theirs in SETS),
    (door.GroupBy, ColumnGroupBy),
    (mesa.Agent, View),
    (mesa.Model, Model),
]


def _surface(cls: type[Any]) -> set[str]:
    """Names that a class adds to `object`, or means in its own way."""
    names = {name for name in dir(cls) if getattr(cls, name, None) is not getattr(object, name, None)}
    return names - MACHINERY


def _ours(cls: type[Any]) -> set[str]:
    """Names that stand in the classes of this project, and so hide Mesa's."""
    put_there_by_mesa = {"_datasets", "observables"}  # on every subclass, from 3.5 on
    return {
        name for each in cls.__mro__ if each.__module__.startswith("sim.") for name in vars(each)
    } - put_there_by_mesa


@pytest.mark.parametrize(("theirs", "ours"), PAIRS, ids=lambda cls: cls.__name__)
def test_nothing_is_inherited_unconsidered(theirs: type[Any], ours: type[Any]) -> None:
    """An inherited method of a set builds weak sets of views that nobody holds: empty a line later, and no error."""
    assert _surface(theirs) - _ours(ours) - INHERITED[ours].keys() == set()


@pytest.mark.parametrize("ours", INHERITED, ids=lambda cls: cls.__name__)
def test_what_is_left_to_mesa_is_left_to_mesa(ours: type[Any]) -> None:
    """A list of exceptions that names what is no exception hides the next one."""
    assert INHERITED[ours].keys() & _ours(ours) == set()


def test_mesa_gives_its_objects_no_attribute_that_ours_lack(society: Model) -> None:
    """Names on the class are half of a surface; the other half is set when an object is made."""
    plain = mesa.Model(rng=1)
    agent = mesa.Agent(plain)
    assert vars(plain.agents).keys() <= {"_agents", "random"}
    assert {name for name in vars(agent) if not hasattr(society.residents[0], name)} == set()
    assert {name for name in vars(plain) if not hasattr(society, name)} == set()
    door.forget(plain)


REFUSED = {
    "set.add": lambda m: m.residents.add(m.residents[0]),
    "set.discard": lambda m: m.residents.discard(m.residents[0]),
    "set.remove": lambda m: m.residents.remove(m.residents[0]),
    "set.pop": lambda m: m.residents.select(at_most=2).pop(),
    "set.clear": lambda m: m.agents.clear(),
    "set |= set": lambda m: m.mediators.__ior__(m.officials),
    "set &= set": lambda m: m.agents.__iand__(m.officials),
    "set -= set": lambda m: m.agents.__isub__(m.officials),
    "set ^= set": lambda m: m.agents.__ixor__(m.officials),
    "model's set made smaller": lambda m: m.agents.select(at_most=5, inplace=True),
    "agent.remove": lambda m: m.residents[0].remove(),
    "agent.step": lambda m: m.residents[0].step(),
    "agents.do(step)": lambda m: m.agents.shuffle_do("step"),
    "agent.advance": lambda m: m.residents[0].advance(),
    "a new agent": lambda m: Resident(m),
    "create_agents": lambda m: Mediator.create_agents(m, 3),
    "from_dataframe": lambda m: Official.from_dataframe(m, None),
    "register_agent": lambda m: m.register_agent(m.residents[0]),
    "an agent of Mesa's own": lambda m: mesa.Agent(m),
    "deregister_agent": lambda m: m.deregister_agent(m.residents[0]),
    "remove_all_agents": lambda m: m.remove_all_agents(),
    "model.agents = …": lambda m: setattr(m, "agents", []),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED.keys())
def test_a_fixed_population_refuses_what_it_cannot_do(act: Any, society: Model) -> None:
    """Mesa would do it to a set, and the society would not have changed: better one clear line."""
    with pytest.raises(FixedPopulation, match=r"^[^\n]+: .+, got .+\. .+\.$"):
        act(society)
    assert len(society.agents) == 3007


def test_no_name_that_mesa_4_reserves_is_taken() -> None:
    """What is called like Mesa's own next year breaks next year."""
    of_models = {"scenario", "time", "data_registry", "schedule_event", "schedule_recurring", "run_for", "run_until"}
    of_agents = {"scenario", "current_action", "start_action", "cancel_action", "interrupt_for", "is_busy"}
    assert (of_models | {"agent_id_counter"}) & _ours(Model) == set()
    assert of_agents & (_ours(Resident) | _ours(Mediator) | _ours(Official)) == set()
