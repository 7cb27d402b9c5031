"""The model as Mesa knows one: its clock, its collector, subclasses of it, and that looking changes nothing."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import numpy as np
import pytest
from mesa import DataCollector

from sim.agents import Mediator, Model, Resident, col
from sim.engine.run import Run
from sim.errors import BadInput
from sim.policies import parse_arm
from sim.scenario import load_scenario
from sim.world import build_world


def _engine_digest(days: int, **how: Any) -> str:
    scenario = load_scenario("classroom")
    run = Run(scenario, build_world(scenario), **how)
    run.advance(days)
    return run.digest


@pytest.mark.nojit
def test_a_step_is_a_day_of_the_engine() -> None:
    """The façade must run the very history that the command line runs, or what it shows is something else."""
    policies = "keep_in_village(start=5)+resource_sinking"
    with Model("classroom", policies, seed=9, burn_in=20) as model:
        for _ in range(35):
            model.step()
        assert (model.steps, model.tick, model.day) == (35, 35, 15)
        assert model.digest == _engine_digest(35, policies=parse_arm(policies).policies, seed=9, burn_in=20)


def test_looking_shuffling_and_noting_change_no_history() -> None:
    """Observation never writes: neither into columns nor into the luck of the model."""
    with Model("classroom", seed=9, burn_in=20) as model:
        model.add_column(Resident, "asked", False)
        for _ in range(40):
            model.random.random()
            model.rng.random()
            model.agents.shuffle_do(lambda agent: agent.unique_id)
            model.residents.select(col("mood") > 0).set("asked", True)
            model.residents.sort("dispute_count")[0].disputes  # noqa: B018 - looking is the point
            model.mediators.map(lambda mediator: [mediator.queue, mediator.cases, mediator.workload])
            model.agents.shuffle(inplace=True)
            model.step()
        assert model.digest == _engine_digest(40, seed=9, burn_in=20)
        assert model.interventions == ()


def test_a_mood_set_by_hand_is_kept_and_enters_the_digest(own: Model) -> None:
    """A history with a hand in it must never pass for one that follows from scenario, policies and seed."""
    other = copy.copy(own)
    angry = own.residents.select(lambda resident: resident.row != 600)
    assert angry.set("mood", 0.75) is angry
    own.residents[600].mood = 0.5
    assert set(angry.get("mood")) == {0.75}
    assert own.residents[600].mood == 0.5
    assert [(note.attribute, note.agents) for note in own.interventions] == [("mood", 2999), ("mood", 1)]
    assert own.digest != other.digest == own.engine.digest
    assert own.run(60).engine.digest != other.run(60).engine.digest, "anger is read by those who choose"
    assert own.residents[600].mood < 0.5, "and fades"
    for wrong in (1.5, -0.1, "much", True, float("nan")):
        with pytest.raises(BadInput, match=r"Resident\.mood: must be a number from 0 to 1"):
            own.residents.set("mood", wrong)


@pytest.mark.parametrize("way", ["pickle", "deepcopy", "copy"])
def test_a_copy_of_a_model_goes_on_exactly_and_by_itself(way: str, own: Model) -> None:
    """A fork that shares a column, or loses one, is a new history; Mesa's own shallow copy steps the first run."""
    ways = {"pickle": lambda m: pickle.loads(pickle.dumps(m)), "deepcopy": copy.deepcopy, "copy": copy.copy}  # noqa: S301
    own.add_column(Resident, "asked", False)
    own.favourite = own.residents[17]
    own.favourite.asked = True
    own.agents.sort("unique_id", inplace=True)
    with ways[way](own) as other:
        assert (other.steps, other.day, other.digest) == (own.steps, own.day, own.digest)
        assert other.favourite == other.residents[17] != own.favourite
        assert other.favourite.asked
        assert other.agents[0] == other.officials[-1]
        tick, digest = own.tick, own.digest
        other.run(60)
        assert (own.tick, own.digest) == (tick, digest)
        assert own.run(60).digest == other.digest


class Watched(Model):
    """A user's own model, with a collector as Mesa's tutorials write it."""

    def __init__(self, **how: Any) -> None:
        super().__init__("classroom", **how)
        self.calm = 0.01
        self.datacollector = DataCollector(
            model_reporters={"day": "day", "calm": "share_calm", "mood": lambda m: m.residents.agg("mood", np.mean)},
            agenttype_reporters={Mediator: {"waiting": "waiting", "queue": lambda m: len(m.queue)}},
        )
        self.datacollector.collect(self)

    @property
    def share_calm(self) -> float:
        """Share of residents whose mood is low."""
        return len(self.residents.select(col("mood") < self.calm)) / len(self.residents)

    def step(self) -> None:
        """One day, then a look."""
        super().step()
        self.datacollector.collect(self)


def test_a_subclass_with_a_collector_works_as_in_any_mesa_model() -> None:
    """What a course teaches about Mesa must hold here, or the façade is a second language."""
    with Watched(seed=2, burn_in=10) as model:
        model.run(12)
        of_model = model.datacollector.get_model_vars_dataframe()
        of_mediators = model.datacollector.get_agenttype_vars_dataframe(Mediator)
    assert of_model["day"].tolist() == list(range(-10, 3))
    assert of_model["calm"].between(0, 1).all()
    assert len(of_mediators) == 13 * 5
    assert (of_mediators["waiting"] == of_mediators["queue"]).all()
    assert of_mediators["waiting"].sum() > 0


def test_a_collector_given_to_the_model_collects_once_a_step() -> None:
    """Neither never nor twice: one that is only assigned is left to its owner."""
    collector = DataCollector(model_reporters={"tick": "tick"}, agent_reporters={"id": "unique_id"})
    with Model("classroom", seed=2, datacollector=collector) as model:
        model.run(3)
        assert collector.model_vars["tick"] == [1, 2, 3]
        frame = collector.get_agent_vars_dataframe()
        assert frame["id"].tolist() == list(range(1, 3008)) * 3
        model.datacollector = other = DataCollector(model_reporters={"tick": "tick"})
        model.step()
        assert other.model_vars["tick"] == []


def test_running_set_to_false_ends_a_run_sooner() -> None:
    """Mesa's way to stop from within a step."""

    class Short(Model):
        def step(self) -> None:
            super().step()
            self.running = self.day < -5

    with Short("classroom", seed=2, burn_in=20) as model:
        assert model.run_to(0).day == -5
        model.running = True
        model.run_model()
        assert model.day == -4


def test_a_run_that_exists_can_be_looked_at() -> None:
    """A resumed checkpoint, or an arm of a comparison, is as good a model as a new one."""
    scenario = load_scenario("classroom")
    run = Run(scenario, build_world(scenario), seed=5, burn_in=30)
    run.advance(30)
    with Model(engine=run) as model:
        assert (model.day, model.steps) == (0, 0)
        model.step()
        assert run.tick == 31
    with pytest.raises(BadInput, match="has its own policies, seed, burn-in and world"):
        Model(engine=run, seed=3)


@pytest.mark.parametrize("seed", [-1, 1.0, "1", True, None])
def test_a_seed_is_a_whole_number(seed: Any) -> None:
    """Mesa takes "1" and 1.0 for seeds of other histories than 1."""
    with pytest.raises(BadInput, match="seed must be a whole number from 0"):
        Model("classroom", seed=seed)


def test_own_columns_keep_their_type_and_their_owner(own: Model) -> None:
    """A note that is quietly rounded, or that hides an attribute of the model, is a wrong answer later."""
    own.add_column(Mediator, "visited", 0)
    own.add_column(Mediator, "remarks")
    own.mediators[1].visited = 3
    own.mediators[1].remarks = ["slow", "kind"]
    assert own.mediators.get("visited") == [0, 3, 0, 0, 0]
    assert own.mediators.select(col("visited") > 2)[0].remarks == ["slow", "kind"]
    assert own.mediators.groupby("visited").count() == {0: 4, 3: 1}
    for value in (0.5, True, "3"):
        with pytest.raises(BadInput, match="values of this column must be int64"):
            own.mediators.set("visited", value)
    for name in ("hours", "visited", "_hidden", "two words", "model"):
        with pytest.raises(BadInput):
            own.add_column(Mediator, name, 0)


def test_fengqiao_town_has_its_residents_one_for_one() -> None:
    """The promise is one resident for one resident, at any size, without building them."""
    scenario = load_scenario("fengqiao_town")
    world = build_world(scenario)
    with Model(scenario, world=world, burn_in=0) as model:
        assert len(model.agents_by_type[Resident]) == world.n_residents > 60_000
        assert len(model.agents) == world.n_residents + len(model.mediators) + len(model.officials)
        assert [place.rank for place in model.officials.get("place")] == [2, 1]
        assert model.residents[-1].unique_id == world.n_residents
        assert model.agents.agg("unique_id", max) == len(model.agents)
