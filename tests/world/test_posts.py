"""Posts: whole minutes that add up to the line's, kinds by forum, keys that do not depend on rows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.names import StaffKind
from sim.world.posts import posts_of
from tests.twin.small import LEVEL_SETS, small_society


def made(seed: int = 3, **numbers: Any) -> tuple[Any, Any, Any]:
    """(scenario, world, posts) of a small society."""
    overrides = {key.replace("__", "."): value for key, value in numbers.items()}
    scenario, world = small_society(seed, LEVEL_SETS[2], overrides)
    return scenario, world, posts_of(scenario, world)


@pytest.mark.parametrize("seed", range(4))
def test_minutes_of_the_posts_are_those_of_the_line(seed: int) -> None:
    """Hours add up (charter 7): who works where divides hours and makes none."""
    _, world, posts = made(seed, processes__volunteers=False)
    of_lines = np.zeros(world.minutes.size, dtype=np.int64)
    np.add.at(of_lines, posts.line, posts.minutes)
    assert np.array_equal(of_lines, world.minutes.ravel())
    assert int(posts.minutes.min()) >= 1
    assert posts.start[-1] == len(posts.key)


def test_volunteers_who_come_and_go_are_as_many_more_as_are_away() -> None:
    """Hours expected with nobody busy are the line's, but for whole minutes."""
    from sim.floats import sigmoid

    _, _, fixed = made(processes__volunteers=False)
    scenario, _, free = made()
    there = sigmoid(float(scenario.volunteers.benefit) + 0.5 * float(scenario.volunteers.success))
    some = [int(posts.minutes[posts.kind == StaffKind.VOLUNTEER].sum()) for posts in (fixed, free)]
    assert some[0] > 0
    assert some[1] * there == pytest.approx(some[0], rel=0.1)
    assert int(fixed.minutes.sum()) - some[0] == int(free.minutes.sum()) - some[1]


def test_each_forum_has_its_kinds() -> None:
    """Judges judge, clerks handle petitions, and nobody else does."""
    scenario, world, posts = made()
    forums = [*(level.forum for level in scenario.levels), "court"]
    found: dict[str, set[StaffKind]] = {}
    for line, kind in zip(posts.line.tolist(), posts.kind.tolist(), strict=True):
        found.setdefault(forums[line % (world.n_levels + 1)], set()).add(StaffKind(kind))
    assert found["court"] == {StaffKind.JUDGE}
    assert found["petition"] == {StaffKind.CLERK}
    assert found["committee"] == {StaffKind.PART_TIME, StaffKind.VOLUNTEER, StaffKind.GRID}
    assert found["office"] == {StaffKind.FULL_TIME, StaffKind.INDUSTRY, StaffKind.CONTRACTED}


def test_keys_differ_and_shares_of_0_leave_a_kind_out() -> None:
    """A key that two posts share would give two people one luck."""
    _, _, posts = made(posts__committee_volunteer=0.0)
    assert len(np.unique(posts.key)) == len(posts.key)
    assert StaffKind.VOLUNTEER not in posts.kind.tolist()


def test_without_the_process_there_are_no_posts() -> None:
    """Off costs nothing."""
    _, world, posts = made(processes__staff=False)
    assert len(posts.key) == 0
    assert len(posts.start) == world.minutes.size + 1
