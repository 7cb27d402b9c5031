"""Mood and hostility are read as the model itself reads them, for one and for many, and reading writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from sim.agents import Model
from sim.engine.marks import FIRST_TICK
from sim.engine.run import Run
from sim.names import Event, State
from sim.scenario import load_scenario
from sim.world import build_world


@pytest.fixture(scope="module")
def told() -> Iterator[Model]:
    """A model whose history is kept."""
    scenario = load_scenario("classroom")
    with Model(engine=Run(scenario, build_world(scenario), seed=6, burn_in=0, keep_events=True)) as model:
        yield model.run(150)


def _events(model: Model, kind: Event) -> list[tuple[int, Any]]:
    """(key, floats) of the events of a kind on the day that was just run."""
    words, numbers = model.engine.events
    head = words[:, 0]
    today = (head >> np.uint64(32)).astype(np.int64) - FIRST_TICK == model.tick - 1
    chosen = today & ((head >> np.uint64(16)) & np.uint64(255) == np.uint64(kind))
    return [(int(key), row) for key, row in zip(words[chosen, 1], numbers[chosen], strict=True)]


def test_one_and_many_are_told_the_same_mood(society: Model) -> None:
    """Two forms of one rule must agree to the last bit, or a loop and a sum tell different stories."""
    moods = society.residents.get("mood")
    assert [resident.mood for resident in society.residents] == moods
    assert sum(mood > 0 for mood in moods) > 100
    some = society.residents.sort("standing").select(at_most=400)
    assert some.get("mood") == [resident.mood for resident in some]
    assert len(society.residents.select(at_most=0).get("mood")) == 0


@pytest.mark.nojit
def test_mood_is_what_a_claimant_feels_when_choosing(told: Model) -> None:
    """The view is of the model's own quantity: each claim of a day carries the mood that was read on its eve."""
    looked = 0
    for _ in range(110):
        moods = told.residents.get("mood")
        told.step()
        of = {dispute.id: dispute.claimant.row for dispute in told.disputes}
        for key, (_, _, mood) in _events(told, Event.CLAIM):
            assert mood == moods[of[key]]
            looked += mood > 0
    assert looked > 10


@pytest.mark.nojit
def test_hostility_is_what_the_next_session_or_return_finds(told: Model) -> None:
    """What waiting and resting do is reckoned when somebody looks; it must be what the model itself will reckon."""
    heard = returned = 0
    for _ in range(120):
        eve = {dispute.id: (dispute.hostility, dispute.state) for dispute in told.disputes}
        told.step()
        for key, (_, hostility, _) in _events(told, Event.SESSION):
            assert eve[key][1] == State.QUEUED
            assert hostility == eve[key][0]
            heard += 1
        for key, (hostility, _, _) in _events(told, Event.REOPENED):
            assert hostility == eve[key][0]
            returned += 1
    assert heard > 20
    assert returned > 0
