"""Runs: the same history however it is cut, watched, grown or branched; another seed is another history."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engine.marks import DISPUTES, TRACES
from sim.engine.run import Run
from sim.names import Event
from sim.policies import parse_arm
from sim.records import take_records
from tests.engine.history import history_of
from tests.engine.societies import run_of, same_state, society, start_smallest

ARM = "keep_in_village(start=5)+petition_quota(start=12,end=60)"
TICKS = 90


@pytest.fixture(scope="module")
def small() -> Any:
    return society(5)


@pytest.fixture(scope="module")
def whole(small: Any) -> Run:
    """The run that nothing interrupts."""
    run = run_of(small, ARM, seed=8)
    run.advance(TICKS)
    return run


@given(st.lists(st.integers(1, TICKS - 1), unique=True))
def test_any_cut_of_the_time_gives_one_history(small: Any, whole: Run, stops: list[int]) -> None:
    """`advance` in any portions, through starts and ends of policies: one digest, one state."""
    run = run_of(small, ARM, seed=8)
    for stop in [*sorted(stops), TICKS]:
        run.advance(stop - run.tick)
    assert run.digest == whole.digest
    assert not same_state(run, whole)


@given(st.lists(st.integers(1, TICKS - 1), unique=True))
@settings(max_examples=10)
def test_growth_in_the_middle_of_any_day_changes_nothing(small: Any, whole: Run, stops: list[int]) -> None:
    """Columns that start as small as can be grow on almost every day; hash tables are refilled; one history."""
    with pytest.MonkeyPatch.context() as patch:
        start_smallest(patch)
        run = run_of(small, ARM, seed=8)
    assert len(run.state.day_due) == 1
    for stop in [*sorted(stops), TICKS]:
        run.advance(stop - run.tick)
    assert run.digest == whole.digest
    assert not same_state(run, whole)


def test_seeds_differ(small: Any, whole: Run) -> None:
    """Two seeds that gave one history would make an interval over seeds a fiction."""
    other = run_of(small, ARM, seed=9)
    other.advance(TICKS)
    assert other.digest != whole.digest
    again = run_of(small, ARM, seed=8)
    again.advance(TICKS)
    assert again.digest == whole.digest


def test_watching_changes_no_byte(small: Any, whole: Run) -> None:
    """Keeping events, following a dispute, reading the digest, taking records every day: observation never writes."""
    key = int(whole.state.id[int(np.argmax(whole.state.episode))])
    watched = run_of(small, ARM, seed=8, keep_events=True, follow=key)
    for _ in range(TICKS):
        watched.advance(1)
        assert len(watched.digest) == 64
        take_records(watched)
    assert watched.digest == whole.digest
    assert not same_state(watched, whole)


def test_a_followed_dispute_tells_every_choice(small: Any) -> None:
    """Each CLAIM of the dispute has its row in the trace, with the winning option's value as in the event."""
    seen = run_of(small, ARM, seed=8, keep_events=True)
    seen.advance(TICKS)
    choosing = history_of(seen).of(Event.CLAIM).key
    key = max(set(choosing.tolist()), key=choosing.tolist().count)
    run = run_of(small, ARM, seed=8, keep_events=True, follow=key)
    run.advance(TICKS)
    history = history_of(run)
    claims = history.only((history.key == key) & (history.kind == 4))
    rows = run.state.trace_rows[: int(run.state.count[TRACES])]
    assert len(claims) == len(rows) > 2
    assert rows[:, 0].tolist() == claims.tick.tolist()
    values = rows[:, 5::2]
    assert values.argmax(axis=1).tolist() == claims.detail.tolist()
    assert values.max(axis=1).tolist() == claims.numbers[:, 0].tolist()


def test_nothing_runs_past_the_horizon(small: Any) -> None:
    """The calendar ends with the follow-up; asking for more days is no fault and no day."""
    run = run_of(small, seed=1)
    run.finish()
    assert run.tick == run.horizon == run.burn_in + 730
    assert run.day == 730
    digest = run.digest
    run.advance(10)
    assert (run.tick, run.digest) == (run.horizon, digest)


@pytest.mark.parametrize("day", [-7, 0])
@pytest.mark.parametrize("arm", ["baseline", ARM, "petition_quota(start=0)+resource_sinking"])
def test_a_branch_is_a_run_that_had_its_policies_from_the_start(small: Any, arm: str, day: int) -> None:
    """Branching after the burn-in is only a saving of time: to the byte the run with the policies all along."""
    trunk = run_of(small, seed=3, keep_events=True)
    trunk.advance(trunk.burn_in + day)
    branch = trunk.branch(parse_arm(arm).policies)
    direct = run_of(small, arm, seed=3, keep_events=True)
    for run in (branch, direct):
        run.advance(TICKS - run.tick)
    assert branch.digest == direct.digest
    assert not same_state(branch, direct)
    assert np.array_equal(branch.events[0], direct.events[0])


def test_branches_leave_the_trunk_and_each_other_alone(small: Any) -> None:
    """Arms share a past and no array: whatever one does, the others go on as if alone."""
    trunk = run_of(small, seed=3)
    trunk.advance(trunk.burn_in)
    arms = [trunk.branch(parse_arm(arm).policies) for arm in ("baseline", ARM, "petition_quota")]
    for tick in range(40):
        for arm in arms[1:]:
            arm.advance(1 + tick % 3)
    digest = trunk.digest
    arms[0].advance(40)
    trunk.advance(40)
    assert arms[0].digest == trunk.digest != digest
    assert not same_state(arms[0], trunk)
    assert len({arm.digest for arm in arms}) == 3


def test_a_branch_needs_no_one_to_have_looked(small: Any) -> None:
    """The past's events may still lie in the buffer when a run branches; they belong to the branch's history too."""
    looked, unseen = run_of(small, seed=3), run_of(small, seed=3)
    for run in (looked, unseen):
        run.advance(run.burn_in)
    assert looked.digest
    branches = [run.branch(()) for run in (looked, unseen)]
    for branch in branches:
        branch.advance(20)
    assert branches[0].digest == branches[1].digest


def test_a_branch_refuses_what_it_cannot_be(small: Any) -> None:
    """A policy that should have begun already, or a trunk that is no baseline, would make another run than it says."""
    trunk = run_of(small, seed=3)
    trunk.advance(trunk.burn_in + 6)
    with pytest.raises(ValueError, match="should have begun before day 6"):
        trunk.branch(parse_arm("petition_quota(start=5)").policies)
    with pytest.raises(ValueError, match="baseline"):
        run_of(small, ARM, seed=3).branch(())


def test_a_run_reads_its_world_and_never_writes_it(small: Any) -> None:
    """Worlds are mapped and shared by parallel runs; a write would make one run depend on another."""
    from sim.world.columns import digest_of

    _, world = small
    columns = {name: getattr(world, name) for name in world.__dataclass_fields__ if name != "digest"}
    run = run_of(small, ARM, seed=2)
    run.advance(60)
    assert int(run.state.count[DISPUTES]) > 50
    assert digest_of(columns) == world.digest
