"""A model that is done with is gone: Mesa 3.3 keeps every model ever built, and a model stands in a reference cycle."""

from __future__ import annotations

import copy
import gc
import weakref
from collections.abc import Iterator

import mesa
import pytest

from sim.agents import FixedPopulation, Model


@pytest.fixture
def _no_collector() -> Iterator[None]:
    """Let nothing be freed by the garbage collector, so that only what nobody refers to goes."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _used() -> Model:
    model = Model("classroom", seed=3).run(5)
    model.agents.sort("unique_id", inplace=True)
    model.residents[0].disputes  # noqa: B018 - makes an index
    model.places[1].residents.groupby("sex").count()
    return model


@pytest.mark.usefixtures("_no_collector")
def test_a_closed_model_is_gone_at_once() -> None:
    """A study of a thousand models in one process must not hold a thousand societies until Python tidies up."""
    with _used() as model:
        engine, gone = weakref.ref(model.engine), weakref.ref(model)
    assert engine() is None
    del model
    assert gone() is None


@pytest.mark.usefixtures("_no_collector")
def test_a_view_that_is_kept_keeps_no_society() -> None:
    """A forgotten list of a hundred agents must not be a forgotten gigabyte."""
    model = _used()
    kept = [model.residents[1], model.residents.select(at_most=3), model.places[0], model.disputes, model.mediators]
    engine, world = weakref.ref(model.engine), weakref.ref(model.world)
    model.close()
    assert len(kept) == 5
    assert engine() is None
    assert world() is None


def test_a_model_that_nobody_closed_is_gone_when_python_tidies_up() -> None:
    """Mesa's table of models holds those that made an agent; ours makes none."""
    gone = weakref.ref(_used())
    gc.collect()
    assert gone() is None


def test_a_refused_agent_leaves_no_model_behind() -> None:
    """Mesa puts the model into its table before it asks the model to take the agent."""
    model = _used()
    with pytest.raises(FixedPopulation):
        mesa.Agent(model)
    assert model not in getattr(mesa.Agent, "_ids", {})
    gone = weakref.ref(model)
    del model
    gc.collect()
    assert gone() is None


def test_copies_do_not_hold_each_other() -> None:
    """A fork for a what-if must be as easy to drop as to make."""
    model = _used()
    fork = copy.deepcopy(model)
    assert fork.world is model.world, "the society at rest is shared, not copied"
    gone = weakref.ref(model)
    model.close()
    del model
    gc.collect()
    assert gone() is None
    assert fork.run(1).steps == 6
