"""Reviews: what principals know is what happened in their window, and their answer the closed form of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.names import Event, Forum, Way
from sim.rules.appraise import effort, hours_left, misreport, shrink, suppress
from sim.rules.campaign import weight_under
from tests.engine.history import history_of
from tests.engine.societies import CROWDED, run_of, society

HONEST = (Way.CONSENT, Way.GRANTED)


@pytest.mark.parametrize(("days", "blocks"), [(30, 3), (7, 12), (13, 1)])
def test_misreporting_answers_the_unsettled_of_the_window(days: int, blocks: int) -> None:
    """m of every review from cases that ended in the last blocks, counted from events; s and e inside their bounds.

    A place in emergency answers under the weights of that mode, from the review that put it there on.
    """
    changed = CROWDED | {"appraisal.review_days": days, "appraisal.window_blocks": blocks, "appraisal.audit": 0.05}
    run = run_of(society(3, changed), seed=2, keep_events=True)
    run.advance(200)
    p, history = run.p, history_of(run)
    places = {int(key): row for row, key in enumerate(run.world.place_key)}
    ended = history.of(Event.ENDED)
    ended = ended.only(ended.forum < Forum.COURT)  # neither the court nor the mediators whom it invites
    where = np.array([places[key] for key in ended.other.tolist()])
    settled = np.isin(ended.detail & 255, HONEST) | (ended.detail >> 24 & 1 == 1)
    reviews, modes = history.of(Event.REVIEW), history.of(Event.EMERGENCY)
    assert set(np.unique((reviews.tick + 1) % days)) == {0}
    checked = emergencies = 0
    for tick, key, numbers in zip(reviews.tick.tolist(), reviews.key.tolist(), reviews.numbers.tolist(), strict=True):
        place = places[key]
        window = (ended.tick <= tick) & (ended.tick > tick - blocks * days)
        peers = np.flatnonzero((run.world.place_rank == run.world.place_rank[place]) & (run.state.runs_forum == 1))
        level = window & np.isin(where, peers)
        mean = float((~settled[level]).mean()) if level.any() else p.appraisal_start_u
        own = window & (where == place)
        u = shrink(float((~settled[own]).sum()), float(own.sum()), mean, p.appraisal_prior_weight)
        changes = modes.detail[(modes.key == key) & (modes.tick <= tick)]
        mode = int(changes[-1]) if len(changes) else 0
        w_u = weight_under(p.appraisal_w_u, mode, p.emergency_w_u)
        w_z = weight_under(p.appraisal_w_z, mode, p.emergency_w_z)
        m = misreport(w_u, u, p.appraisal_audit, p.appraisal_audit_penalty, p.appraisal_misreport_cost)
        assert numbers[0] == m
        checked += int(own.sum() > 0)
        emergencies += mode
        assert 0 <= numbers[1] <= suppress(w_z, u, 1.0, 0.0, 0.0, p.appraisal_suppress_cost)
        assert 0 <= numbers[2] <= hours_left(p.appraisal_paper, p.appraisal_suppress_hours, numbers[1])
    assert checked > 10
    assert emergencies > 0


def test_the_first_answer_is_to_the_starting_shares() -> None:
    """Before the first review principals answer u = .5 and z = .4 (`definitions` 4)."""
    run = run_of(society(3), seed=2)
    p, state = run.p, run.state
    m = misreport(p.appraisal_w_u, p.appraisal_start_u, p.appraisal_audit, p.appraisal_audit_penalty,
                  p.appraisal_misreport_cost)  # fmt: skip
    s = suppress(p.appraisal_w_z, p.appraisal_start_u, p.appraisal_start_z, p.appraisal_exposure,
                 p.appraisal_exposure_penalty, p.appraisal_suppress_cost)  # fmt: skip
    e = effort(p.settle_effort_gain, p.appraisal_public_spirit, p.appraisal_w_u * (1.0 - m),
               p.appraisal_w_z * p.appraisal_start_z * (1.0 - s), p.appraisal_effort_cost,
               hours_left(p.appraisal_paper, p.appraisal_suppress_hours, s))  # fmt: skip
    assert (state.misreporting == m).all()
    assert (state.suppression == s).all()
    assert (state.effort == e).all()


def test_without_appraisal_nobody_hides_and_all_work_alike() -> None:
    """The switch: m = s = 0 and effort at its reference, at every review."""
    run = run_of(society(3, CROWDED | {"processes.appraisal": False}), seed=2, keep_events=True)
    run.advance(100)
    reviews = history_of(run).of(Event.REVIEW)
    assert len(reviews) > 0
    assert (reviews.numbers == [0.0, 0.0, run.p.settle_effort_reference]).all()


def test_only_places_with_a_forum_for_somebody_are_reviewed(town: Any) -> None:
    """A place that runs nothing for anybody has no principal who answers."""
    run = run_of(town, seed=1, keep_events=True)
    run.advance(31)
    reviewed = set(history_of(run).of(Event.REVIEW).key.tolist())
    world = run.world
    leaves = np.flatnonzero(np.diff(world.hh_first[world.hh_start]) > 0)
    slots = np.flatnonzero(run.p.forum_of_slot)
    runs = {int(world.place_key[world.anc[leaf, slot]]) for leaf in leaves for slot in slots}
    assert reviewed == runs
