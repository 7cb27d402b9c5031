"""Sets of agents keep the laws of ordered sets, whatever agents are in them and in whatever order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.agents import ColumnAgentSet, Model
from sim.errors import BadInput

NUMBERS = st.lists(st.integers(0, 3006) | st.integers(2995, 3006), unique=True, max_size=60)
ORDERED: dict[str, Callable[[list[Any], list[Any]], list[Any]]] = {
    "__or__": lambda a, b: a + [x for x in b if x not in a],
    "__and__": lambda a, b: [x for x in b if x in a],
    "__sub__": lambda a, b: [x for x in a if x not in b],
    "__xor__": lambda a, b: [x for x in a if x not in b] + [x for x in b if x not in a],
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS, NUMBERS)
def test_set_algebra_keeps_agents_and_their_order(society: Model, left: list[int], right: list[int]) -> None:
    """Mesa's sets are ordered: an algebra that sorts, doubles or loses an agent is another study."""
    everyone = society.agents.to_list()
    a, b = [everyone[number] for number in left], [everyone[number] for number in right]
    of_a, of_b = (society.agents.select(at_most=0) | some for some in (a, b))
    for name, law in ORDERED.items():
        assert list(getattr(of_a, name)(of_b)) == list(getattr(of_a, name)(b)) == law(a, b), name
    assert (of_a <= of_b) == (set(a) <= set(b))
    assert (of_a == of_b) == (set(a) == set(b))
    assert of_a.isdisjoint(of_b) == set(a).isdisjoint(b)
    assert [agent in of_a for agent in everyone[2990:]] == [agent in a for agent in everyone[2990:]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NUMBERS)
def test_kinds_in_any_mixture_are_read_in_order(society: Model, numbers: list[int]) -> None:
    """A set of several kinds is read kind by kind, and must be put together again agent by agent."""
    agents = [society.agents[number] for number in numbers]
    mixed = society.agents.select(at_most=0) | agents
    assert list(mixed) == agents
    assert mixed.get("unique_id") == [number + 1 for number in numbers]
    assert mixed.get("place") == [agent.place for agent in agents]
    assert mixed.get("hours", "default", -1) == [getattr(agent, "hours", -1) for agent in agents]
    assert list(mixed.sort("unique_id", ascending=True)) == sorted(agents, key=lambda agent: agent.unique_id)
    assert sum(len(rows) for _, rows, _ in mixed.segments()) == len(numbers)
    assert mixed.groupby(type).count() == Counter(map(type, agents))


def test_a_set_can_be_made_from_agents(society: Model) -> None:
    """As Mesa's can: each agent once, in their order."""
    some = ColumnAgentSet([society.officials[0], society.residents[4], society.officials[0]])
    assert list(some) == [society.officials[0], society.residents[4]]
    assert repr(some) == "<ColumnAgentSet: 1 Resident, 1 Official>"
    with pytest.raises(BadInput, match="a set made from agents must be given one"):
        ColumnAgentSet([])
    with pytest.raises(BadInput, match="agents of a set must be of one model"):
        ColumnAgentSet([society.residents[1], "a stranger"])  # type: ignore[list-item]


def test_a_set_of_the_model_keeps_its_order_and_its_agents(own: Model) -> None:
    """`model.agents` is the model's own set: an order given in place stays, a smaller one is refused (elsewhere)."""
    assert own.agents is own.agents
    own.agents.shuffle(inplace=True)
    first = own.agents[0]
    assert own.agents[0] == first
    assert own.agents == own.residents | own.mediators | own.officials
    copied = own.agents.copy()
    copied.select(at_most=5, inplace=True)
    assert (len(copied), len(own.agents)) == (5, 3007)


def test_a_set_may_have_luck_of_its_own(own: Model) -> None:
    """Mesa lets a set carry its own stream; what is made from it carries it on."""
    from random import Random

    one, other = own.residents.copy(), own.residents.copy()
    one.random, other.random = Random(5), Random(5)
    assert list(one.select(at_most=90).shuffle()) == list(other.select(at_most=90).shuffle())
    state = own.random.getstate()
    one.groupby("sex").map("shuffle")
    assert own.random.getstate() == state
