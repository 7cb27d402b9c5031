"""One script, line by line, on a plain Mesa model and on ours with the same data: the answers must be the same."""

from __future__ import annotations

import copy
import gc
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np
import pytest

from sim.agents import Model
from sim.agents.door import AgentSet, forget
from tests.agents.plain import OURS, PLAIN, PlainModel, told

Line = Callable[[SimpleNamespace], Any]


def _calm(agents: Any) -> Any:
    return agents.select(lambda agent: agent.mood < 0.001)


def _women(agents: Any) -> Any:
    return agents.select(lambda agent: agent.sex == "woman", at_most=40)


def _ordered(s: SimpleNamespace, **how: Any) -> list[int]:
    seen: list[int] = []
    s.mediators.shuffle_do(lambda agent: seen.append(agent.unique_id), **how)
    return seen


def _inplace(agents: Any, method: str, *args: Any, **kwargs: Any) -> list[Any]:
    some = agents.select(lambda agent: agent.adult)
    given = getattr(some, method)(*args, inplace=True, **kwargs)
    return [given is some, list(some)]


def _said(agents: Any, *args: Any, **kwargs: Any) -> str:
    try:
        agents.get(*args, **kwargs)
    except (AttributeError, ValueError) as error:
        return "ValueError" if isinstance(error, ValueError) else "AttributeError"
    return "nothing"


def _done(agents: Any, how: str) -> list[Any]:
    seen: list[Any] = []
    given = agents.do(lambda agent, add: seen.append(agent.standing + add), 1) if how == "function" else None
    named = agents.do("__setattr__", "asked", True) if how == "method" else None
    return [given is agents, named is agents, seen, agents.get("asked") if named is not None else None]


LINES: dict[str, Line] = {
    "how many": lambda s: [len(s.agents), len(s.residents), len(s.mediators), len(s.officials)],
    "kinds": lambda s: [s.model.agent_types, list(s.model.agents_by_type)],
    "agents in order": lambda s: list(s.agents),
    "agents backwards": lambda s: list(reversed(s.mediators)),
    "one by position": lambda s: [s.agents[0], s.agents[7], s.agents[-1], s.residents[-2]],
    "slices": lambda s: [s.agents[2:9], s.agents[-5:], s.agents[::500], s.agents[9:2], s.mediators[::-1]],
    "position of one": lambda s: [_women(s.residents).index(a, 2) for a in list(_women(s.residents))[5:9]],
    "count of one": lambda s: [_calm(s.residents).count(s.residents[5]), _calm(s.residents).count(s.mediators[0])],
    "membership": lambda s: [s.mediators[0] in s.agents, s.mediators[0] in s.residents, 3 in s.agents],
    "get": lambda s: s.residents.get("mood"),
    "get whole numbers": lambda s: s.residents.get("age_band"),
    "get truth": lambda s: s.residents.get("adult"),
    "get words": lambda s: s.mediators.get("level"),
    "get things": lambda s: s.residents.get("place"),
    "get several": lambda s: s.residents.get(["sex", "standing", "unique_id"]),
    "get none": lambda s: s.mediators.get([]),
    "get over kinds": lambda s: s.agents.get("place"),
    "get ids over kinds": lambda s: s.agents.get("unique_id"),
    "get by default": lambda s: s.agents.get("hours", handle_missing="default", default_value=-1),
    "get several by default": lambda s: s.agents.get(["hours", "mood"], "default"),
    "get what nobody has": lambda s: [_said(s.agents, "height"), _said(s.residents, ["mood", "height"])],
    "get what some have": lambda s: _said(s.agents, "mood"),
    "get in no known way": lambda s: _said(s.residents, "mood", handle_missing="skip"),
    "agg by numpy": lambda s: [s.residents.agg("mood", np.mean), s.residents.agg("age_band", np.median)],
    "agg by built-ins": lambda s: [s.residents.agg("dispute_count", f) for f in (sum, min, max, len, sorted, set)],
    "agg of fractions by a built-in": lambda s: [s.residents.agg("standing", f) for f in (sum, min, max)],
    "agg by many": lambda s: s.residents.agg("standing", [min, max, np.std, partial(np.quantile, q=0.9)]),
    "agg by a lambda": lambda s: s.residents.agg("adult", lambda values: values.count(True) if values else None),
    "agg that may not widen": lambda s: s.residents.agg("age_band", np.max) - 1 - s.residents.agg("age_band", np.max),
    "agg of words": lambda s: s.residents.agg("sex", lambda values: values.count("woman")),
    "agg over kinds": lambda s: s.agents.agg("unique_id", sum),
    "select": lambda s: s.residents.select(lambda agent: agent.mood > 0),
    "select and look later": lambda s: (_calm(s.residents), gc.collect())[0],
    "select everything": lambda s: [len(s.agents.select()), s.agents.select() is s.agents],
    "select the first": lambda s: s.residents.select(at_most=3),
    "select one, select all": lambda s: [s.residents.select(at_most=1), len(s.residents.select(at_most=1.0))],
    "select a share": lambda s: s.residents.select(at_most=0.01),
    "select none": lambda s: [s.residents.select(at_most=0), s.residents.select(lambda agent: agent.mood > 9)],
    "select two and a half": lambda s: s.residents.select(at_most=2.5),
    "select less than none": lambda s: s.residents.select(at_most=-2),
    "select a kind": lambda s: [s.agents.select(agent_type=s.kinds.Mediator), s.agents.select(agent_type=mesa.Agent)],
    "select within a kind": lambda s: s.agents.select(lambda a: a.unique_id % 2, 2, agent_type=s.kinds.Mediator),
    "select some of a share": lambda s: s.residents.select(lambda agent: agent.mood > 0, at_most=0.005),
    "select in place": lambda s: _inplace(s.residents, "select", lambda agent: agent.urban, at_most=9),
    "select from a selection": lambda s: _women(_calm(s.residents)),
    "shuffle": lambda s: s.residents.shuffle(),
    "shuffle in place": lambda s: _inplace(s.residents, "shuffle"),
    "shuffle, then once more": lambda s: [s.mediators.shuffle(), s.mediators.shuffle().shuffle()],
    "shuffle, and do": lambda s: [_ordered(s), list(s.mediators)],
    "sort, falling unless said": lambda s: s.residents.sort("mood"),
    "sort, rising": lambda s: s.residents.sort("age_band", ascending=True),
    "sort by words": lambda s: s.mediators.sort("level"),
    "sort by a function": lambda s: s.residents.sort(lambda agent: (agent.sex, -agent.standing), ascending=True),
    "sort by a name with a dot": lambda s: s.residents.sort("place.rank"),
    "sort by truth": lambda s: s.residents.sort("adult"),
    "sort in place": lambda s: _inplace(s.residents, "sort", "standing", ascending=True),
    "sort over kinds": lambda s: s.agents.sort("unique_id", ascending=False),
    "sort, then the first": lambda s: s.residents.sort("standing").select(at_most=4),
    "do": lambda s: _done(s.residents, "function"),
    "do by name": lambda s: _done(s.residents, "method"),
    "map": lambda s: s.residents.map(lambda agent, times: agent.standing * times, times=2),
    "map by name": lambda s: s.mediators.map("__getattribute__", "hours"),
    "set": lambda s: [_calm(s.residents).set("asked", True).get("asked"), s.residents.agg("asked", sum)],
    "set to a list": lambda s: [s.residents.set("note", [1, 2]) is s.residents, s.residents[3].note],
    "set on one": lambda s: [setattr(s.residents[2], "asked", True), s.residents.get("asked")[:4]],
    "group by place": lambda s: s.residents.groupby("place").count(),
    "group by words": lambda s: s.residents.groupby("sex").count(),
    "group by numbers": lambda s: s.residents.groupby("age_band").count(),
    "group by truth": lambda s: s.residents.groupby("adult").count(),
    "group by fractions": lambda s: s.mediators.groupby("hours").count(),
    "group by a function": lambda s: s.agents.groupby(type).count(),
    "group over kinds": lambda s: s.agents.groupby("place").count(),
    "group and look later": lambda s: (s.residents.groupby("place"), gc.collect())[0].count(),
    "how many groups": lambda s: [len(s.residents.groupby("place")), len(_women(s.residents).groupby("adult"))],
    "groups one by one": lambda s: [(key, list(group)) for key, group in s.residents.groupby("sex")],
    "groups by name": lambda s: list(s.residents.groupby("sex").groups["woman"]),
    "groups as lists": lambda s: s.residents.groupby("urban", result_type="list").groups,
    "agg of groups": lambda s: s.residents.groupby("place").agg("mood", np.mean),
    "agg of groups by a built-in": lambda s: s.mediators.groupby("level").agg("hours", sum),
    "map of groups": lambda s: s.residents.groupby("sex").map(len),
    "map of groups by name": lambda s: s.residents.groupby("sex").map("agg", "standing", max),
    "do with groups": lambda s: [s.residents.groupby("sex").do("set", "asked", True).count(), s.residents.get("asked")],
    "groups of nothing": lambda s: s.residents.select(at_most=0).groupby("sex").count(),
    "groups of a shuffle": lambda s: [(k, list(g)) for k, g in s.residents.shuffle().groupby("age_band")],
    "union": lambda s: [_women(s.residents) | s.mediators, s.mediators | list(s.residents[:3])],
    "intersection": lambda s: [s.residents & _women(s.residents).shuffle(), s.residents & [s.mediators[0], 5]],
    "difference": lambda s: [_women(s.residents) - _calm(s.residents), s.mediators - s.mediators],
    "one of two": lambda s: _women(s.residents) ^ _calm(s.residents),
    "lists on the left": lambda s: [s.residents[:3] | s.mediators, s.agents[:9] - s.residents.select(at_most=4)],
    "same agents": lambda s: [s.residents.shuffle() == s.residents, s.residents == s.mediators, s.residents == 5],
    "same as a set": lambda s: [s.mediators == set(s.mediators), s.mediators != set(s.mediators[1:])],
    "smaller, larger": lambda s: [s.mediators < s.agents, s.agents <= s.mediators, s.agents > s.mediators],
    "as large": lambda s: [s.agents >= s.agents, s.agents <= s.agents, s.agents < s.agents, s.agents > s.agents],
    "apart": lambda s: [s.mediators.isdisjoint(s.residents), s.mediators.isdisjoint(s.agents[-9:])],
    "copy": lambda s: [copy.copy(s.mediators) == s.mediators, list(copy.copy(s.mediators.shuffle()))],
    "pickle": lambda s: pickle.loads(pickle.dumps(s.mediators.shuffle())),  # noqa: S301 - our own
    "deep copy": lambda s: copy.deepcopy(s.mediators),
    "in brackets of Python": lambda s: [min(s.residents, key=lambda a: a.standing), sum(a.mood for a in s.residents)],
    "order of the model's own sets": lambda s: [list(s.agents.sort("unique_id", inplace=True)), s.model.agents[0]],
}  # fmt: skip


def _script(model: Any, kinds: SimpleNamespace) -> SimpleNamespace:
    by_type = model.agents_by_type
    parts = {f"{name.lower()}s": by_type[kind] for name, kind in vars(kinds).items()}
    return SimpleNamespace(model=model, agents=model.agents, kinds=kinds, **parts)


@pytest.fixture
def ours(own: Model) -> SimpleNamespace:
    """Our model with two columns of one's own, as the plain one has."""
    own.add_column(OURS.Resident, "asked", False)
    own.add_column(OURS.Resident, "note")
    own.random.seed(11)
    return _script(own, OURS)


@pytest.fixture
def plain(society: Model) -> Iterator[SimpleNamespace]:
    """The plain model with the same data."""
    model = PlainModel(society)
    model.random.seed(11)
    yield _script(model, PLAIN)
    forget(model)


@pytest.mark.filterwarnings("ignore:No Agents specified")  # plain Mesa says so of sets that come out empty
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")  # and, from 3.5 on, of agents by position
@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_line_answers_as_on_a_plain_mesa_model(line: Line, ours: SimpleNamespace, plain: SimpleNamespace) -> None:
    """Who knows Mesa must be able to trust what he reads; a set that is quietly empty or reordered misleads."""
    assert told(line(ours)) == told(line(plain))


def test_the_script_uses_all_that_a_set_offers() -> None:
    """A method that no line calls would be compared with nothing."""
    text = Path(__file__).read_text(encoding="utf-8")
    refused = {"add", "discard", "remove", "pop", "clear"}
    public = {name for name in dir(AgentSet) if not name.startswith("_")} - refused
    assert {name for name in public if f".{name}(" not in text} <= {"to_list"}, "to_list came with Mesa 3.4"
