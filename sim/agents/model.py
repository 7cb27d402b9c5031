"""The model as Mesa knows one: scenario, policies, seed; `step()` is a day; residents are agents without being built.

The engine runs the day; this file decides how a Mesa model looks at it, and when it lets go of it. It is longer than
most: the whole face of a model stands here, and hardly anything else.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self

from sim.agents.census import Census, take_census
from sim.agents.columns import Rows
from sim.agents.disputes import Dispute
from sim.agents.door import MesaModel, forget
from sim.agents.forums import ForumAt
from sim.agents.interventions import Intervention, noted, sealed
from sim.agents.keep import freeze, thaw
from sim.agents.light import Views
from sim.agents.lookup import Lookup
from sim.agents.mediators import Mediator
from sim.agents.officials import Official
from sim.agents.own import OwnColumns
from sim.agents.places import Place
from sim.agents.refusals import ClosedModel, EndOfRun, refusal
from sim.agents.residents import Resident
from sim.agents.sets import ColumnAgentSet
from sim.agents.view import View
from sim.engine.marks import DISPUTES
from sim.engine.run import Run
from sim.errors import BadInput, complain
from sim.policies import Arm, parse_arm
from sim.scenario import Scenario, load_scenario
from sim.world import World, build_world

if TYPE_CHECKING:
    from sim.levers import Mover

_USE = "See model.agents, model.agents_by_type, and select() on them"


class Model(MesaModel):  # type: ignore[misc]  # Mesa is untyped
    """A run of a scenario as a `mesa.Model`.

    Parameters
    ----------
    scenario
        A name of the library, a path of a TOML file, or a resolved scenario.
    policies
        As on the command line ("keep_in_village+resource_sinking"), an arm, or its policies. None is the baseline.
    seed
        >= 0. With scenario and policies it decides the history, to the bit.
    burn_in
        Days before day 0; the scenario's unless given.
    world, engine
        A world built before; or a run to look at, which then stands for all of the above.
    datacollector
        A `mesa.DataCollector` that collects at the end of each step, as long as it is the model's. (One that is
        assigned to `model.datacollector` later collects when it is told to, as in any Mesa model.)

    The model starts on day -burn_in; `run_to(0)` brings it to the cohort. One step is one day is one tick.
    `model.random` and `model.rng` exist, seeded with `seed`, and order sets of agents; no process of the model reads
    them. Use it in a `with` block, or call `close()`: a Mesa model stands in a reference cycle.
    """

    def __init__(
        self,
        scenario: str | Path | Scenario = "classroom",
        policies: str | Arm | Sequence[Mover] = (),
        *,
        seed: int = 0,
        burn_in: int | None = None,
        world: World | None = None,
        engine: Run | None = None,
        datacollector: Any = None,
    ) -> None:
        if engine is None:
            engine = _new_run(scenario, policies, seed, burn_in, world)
        elif policies or world is not None or burn_in is not None or seed:
            rule, repair = "a run to look at has its own policies, seed, burn-in and world", "Leave those out"
            raise BadInput(complain("Model", rule, "others beside it", repair))
        super().__init__(rng=engine.seed)
        self.own = OwnColumns()
        self.datacollector = datacollector
        self._collects = datacollector
        self._interventions: list[Intervention] = []
        self._look_at(engine)

    def _look_at(self, engine: Run, orders: Sequence[Rows] = ()) -> None:
        """Take hold of a run and of nothing in it: columns are read anew each time."""
        self._engine = engine
        self.lookup = Lookup()
        self.census: Census = take_census(engine.world, int(engine.p.base), (Resident, Mediator, Official))
        kinds = self.census.kinds
        everyone, *each = orders or (range(self.census.total), *(self.census.numbers(kind) for kind in kinds))
        self._everyone = ColumnAgentSet.of(self, everyone, whole=True)
        self._sets = {kind: ColumnAgentSet.of(self, of, whole=True) for kind, of in zip(kinds, each, strict=True)}

    # -- what there is ------------------------------------------------------------------------------------------------
    @property
    def agents(self) -> ColumnAgentSet:
        """All agents: residents, then mediators, then officials."""
        self._alive()
        return self._everyone

    @agents.setter
    def agents(self, agents: Any) -> NoReturn:
        refusal("model.agents", _USE)(agents)

    @property
    def agents_by_type(self) -> Mapping[type[View], ColumnAgentSet]:
        """The agents of each kind. Read-only."""
        self._alive()
        return MappingProxyType(self._sets)

    @property
    def agent_types(self) -> list[type[View]]:
        """Resident, Mediator, Official."""
        return list(self.agents_by_type)

    @property
    def residents(self) -> ColumnAgentSet:
        """`agents_by_type[Resident]`."""
        return self.agents_by_type[Resident]

    @property
    def mediators(self) -> ColumnAgentSet:
        """`agents_by_type[Mediator]`."""
        return self.agents_by_type[Mediator]

    @property
    def officials(self) -> ColumnAgentSet:
        """`agents_by_type[Official]`."""
        return self.agents_by_type[Official]

    @property
    def places(self) -> Views:
        """The places of the tree, parents before children, the root first."""
        return Views(lambda row: Place(self, row), self.world.n_places)

    @property
    def disputes(self) -> Views:
        """All grievances so far, voiced or not, in order of birth."""
        return Views(lambda row: Dispute(self, row), int(self.state.count[DISPUTES]))

    def forum(self, line: int) -> ForumAt:
        """Return the forum of a line: place row x (levels + 1) + slot, the court in the last slot."""
        if not 0 <= line < len(self.state.line_head):
            raise IndexError(f"line {line} of {len(self.state.line_head)}")
        return ForumAt(self, line)

    # -- the run ------------------------------------------------------------------------------------------------------
    @property
    def engine(self) -> Run:
        """The run itself."""
        self._alive()
        return self._engine

    @property
    def world(self) -> World:
        """The society at rest: structure, nothing that happened."""
        return self.engine.world

    @property
    def state(self) -> Any:
        """The engine's columns (`sim.engine.columns`). Look, do not write."""
        return self.engine.state

    @property
    def p(self) -> Any:
        """The parameters of the rules."""
        return self.engine.p

    @property
    def tick(self) -> int:
        """The next tick to run."""
        return self.engine.tick

    @property
    def day(self) -> int:
        """The next day to run; negative in the burn-in."""
        return self.engine.day

    @property
    def burn_in(self) -> int:
        """Days of the burn-in."""
        return self.engine.burn_in

    @property
    def days_left(self) -> int:
        """Days to the end of the follow-up."""
        return self.engine.horizon - self.engine.tick

    @property
    def digest(self) -> str:
        """Digest of the history so far, and of what was done to it by hand."""
        return sealed(self.engine.digest, self._interventions)

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """What was written into the run by hand. After that, scenario, policies and seed do not give it again."""
        return tuple(self._interventions)

    def intervene(self, attribute: str, rows: Rows, value: float) -> None:
        """Note a write by hand (attributes that may be written call this)."""
        self._interventions.append(noted(self.tick, attribute, rows, value))

    # -- going on -----------------------------------------------------------------------------------------------------
    def step(self) -> None:
        """Run one day. Raises EndOfRun after the last one; `running` is False from then on."""
        engine = self.engine
        if self.days_left == 0:
            rule, got = "a run ends with its follow-up", f"a step after day {engine.day - 1}"
            self.steps -= 1  # Mesa has counted it already
            raise EndOfRun(complain("model.step", rule, got, "Lengthen time.follow_up in the scenario"))
        engine.advance(1)
        if self.days_left == 0:
            self.running = False
        if self._collects is not None and self._collects is self.datacollector:
            self.datacollector.collect(self)

    def run(self, days: int | None = None) -> Self:
        """Run so many days, or to the end; a step that sets `running` to False ends it sooner. Returns the model."""
        left = self.days_left
        days = left if days is None else days
        if not 0 <= days <= left:
            raise BadInput(complain("model.run", f"days must be 0 to {left}", days, "Leave days out to run to the end"))
        for _ in range(days):
            self.step()
            if not self.running:
                break
        return self

    def run_to(self, day: int) -> Self:
        """Run until `day` is the next day to run: `run_to(0)` brings the model to its cohort. Returns the model."""
        return self.run(day - self.day)

    # -- columns of one's own -----------------------------------------------------------------------------------------
    def add_column(self, kind: type[View], name: str, start: Any = None) -> None:
        """Give all agents of a kind an attribute of your own, which can be set, and which the model never reads."""
        self.own.add(kind, name, start, self.census.count(kind))

    # -- the end ------------------------------------------------------------------------------------------------------
    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return "_closed" in self.__dict__

    def close(self) -> None:
        """Let go of the run, of what Mesa holds on to, and of what was assigned to the model. May be called twice."""
        forget(self)
        registry = self.__dict__.get("data_registry")
        if registry is not None:  # Mesa from 3.5
            registry.close()
        self.__dict__.clear()
        self.__dict__["_closed"] = True

    def _alive(self) -> None:
        if self.closed:
            raise ClosedModel(complain("model", "a closed model holds nothing", "a use of it", "Make another one"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __getattr__(self, name: str) -> NoReturn:
        if not name.startswith("_"):
            self._alive()
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self) -> str:
        if self.closed:
            return f"<{type(self).__name__}, closed>"
        return f"<{type(self).__name__} {self.engine.scenario.id}, day {self.day}, {self.agents!r}>"

    # -- copies -------------------------------------------------------------------------------------------------------
    def __getstate__(self) -> dict[str, Any]:
        self._alive()
        made_anew = ("_engine", "_sets", "_everyone", "census", "lookup")
        kept = {name: value for name, value in self.__dict__.items() if name not in made_anew}
        orders = [agents.numbers for agents in (self._everyone, *self._sets.values())]
        return {"kept": kept, "run": freeze(self._engine), "orders": orders}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state["kept"])
        self._look_at(thaw(state["run"]), state["orders"])

    def __copy__(self) -> Self:
        """Return a model that goes on by itself (Mesa's own copy would step the first one's run)."""
        return copy.deepcopy(self)

    # -- refused ------------------------------------------------------------------------------------------------------
    def register_agent(self, agent: Any) -> NoReturn:
        """Refused: the population is fixed."""
        forget(self)  # Mesa has put the model into its table by now
        refusal("register_agent", _USE)(agent)

    deregister_agent = refusal("deregister_agent", _USE)
    remove_all_agents = refusal("remove_all_agents", _USE)


def _new_run(
    scenario: str | Path | Scenario,
    policies: str | Arm | Sequence[Mover],
    seed: int,
    burn_in: int | None,
    world: World | None,
) -> Run:
    if type(seed) is not int or seed < 0:
        raise BadInput(complain("Model", "seed must be a whole number from 0", repr(seed), "Give another"))
    resolved = scenario if isinstance(scenario, Scenario) else load_scenario(scenario)
    arm = parse_arm(policies) if isinstance(policies, str) else policies
    movers = arm.policies if isinstance(arm, Arm) else tuple(arm)
    return Run(resolved, build_world(resolved) if world is None else world, movers, seed=seed, burn_in=burn_in)
