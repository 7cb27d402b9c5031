"""Trust in the engine: who is moved by what, and by how much; order, growth and halts mean nothing to it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.engine.state import grow
from sim.engine.trusting import TRUST
from sim.names import Event, Opponent, State
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS

QUIET = {"experience": {"heard": 0.0}}


def run_with(ticks: int = 150, preset: str = "distrusting", **sections: dict[str, Any]) -> Run:
    """A small society in which much is lived through."""
    pair = changed(society(5, BUSY | PRESETS[preset], levels=LEVEL_SETS[2], households=60), **sections)
    run = Run(*pair, (), seed=4, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def own_stances(run: Run) -> dict[tuple[int, int], int]:
    """Shifts of residents in units: {(resident, stance): units}."""
    used = run.state.felt_key >= 0
    keys, units = run.state.felt_key[used].tolist(), run.state.felt_units[used].tolist()
    return {(key >> 6, key & 63): value for key, value in zip(keys, units, strict=True)}


def test_moving_trust_moves_no_root() -> None:
    """Roots are exogenous (definitions 5): on and off have the same."""
    off = run_with(processes={"trust": False})
    assert roots_of(run_with()) == roots_of(off)
    assert not off.state.stance_units.any()
    assert not (off.state.felt_key >= 0).any()


def test_what_holds_of_every_run_still_holds() -> None:
    """Conservation and capacity under the busiest form of the process."""
    assert not broken(run_with())


def test_trust_that_moves_changes_what_people_choose() -> None:
    """Belief drives claims: the same luck, other choices."""
    on, off = run_with(), run_with(processes={"trust": False})
    assert on.digest != off.digest


def test_without_steps_trust_stays_where_it_stands() -> None:
    """At eta 0 nobody learns anything, not even from failures of their own."""
    run = run_with(experience={"eta": 0.0})
    assert not run.state.stance_units.any()
    assert not any(own_stances(run).values())


def test_without_hearsay_only_those_with_a_case_are_moved() -> None:
    """`heard` 0: personal offsets for the few, nothing for the place."""
    run = run_with(experience={"heard": 0.0, "alarm": 0.0})
    st = run.state
    assert not st.stance_units.any()
    claimants = set(st.claimant[: int(st.count[marks.DISPUTES])].tolist())
    moved = own_stances(run)
    assert moved
    assert {resident for resident, _ in moved} <= claimants


def test_local_harm_hits_local_trust_only() -> None:
    """Voicing a grievance against the village collective costs the village trust, no other level (fact 9)."""
    few = {"incidence.lambda_person": 14.0, "incidence.lambda_government": 600.0, "claim.lump": 8.0}
    quiet = {"alarm": 0.0, "heard": 0.0, "own": 1.0}
    run = Run(*changed(society(5, few, levels=LEVEL_SETS[2], households=600), experience=quiet), seed=4, burn_in=0)
    run.advance(150)
    st = run.state
    n = int(st.count[marks.DISPUTES])
    at_rest = np.isin(st.state[:n], (State.LUMPED, State.FORGOTTEN))
    gave_up = at_rest & (st.visits[:n, 1:].sum(axis=1) + st.blocks[:n] == 0)
    seen = 0
    for resident in set(st.claimant[:n].tolist()):
        theirs = (st.claimant[:n] == resident) & (st.state[:n] != State.LATENT) & (st.state[:n] != State.FADED)
        if not np.any(theirs) or not np.all(gave_up[theirs] & (st.opponent[:n][theirs] == Opponent.COLLECTIVE)):
            continue  # they had something else besides, or took it to a forum
        moved = {stance: units for (who, stance), units in own_stances(run).items() if who == resident}
        here = int(st.place_rank[int(st.respondent_place[np.flatnonzero(theirs)[0]])])
        if np.any(st.voiced[:n][theirs] >= 0):
            seen += 1
            assert set(moved) == {TRUST + here}
            assert moved[TRUST + here] < 0
    assert seen > 2


def test_a_heavier_loss_leaves_less_trust() -> None:
    """Monotony over the range of the ratio, same society, same luck."""
    means = []
    for loss in (1.0, 2.5, 4.0):
        told = history_of(run_with(experience={"loss": loss, "assertive": 0.0}, claim={"trust": 0.0, "efficacy": 0.0}))
        last = told.of(Event.TRUST)
        means.append(float(last.numbers[last.tick == last.tick.max()][0, 0]))
    assert means[0] > means[1] > means[2]


def test_every_level_is_told_at_every_review() -> None:
    """The event and the series say the same, and start at the anchors."""
    run = run_with(ticks=60)
    told, p = history_of(run).of(Event.TRUST), run.p
    assert len(told) == (60 // int(p.appraisal_review_days)) * (int(p.n_levels) + 1)
    for level in range(int(p.n_levels) + 1):
        column = run.state.series[:60, marks.S_TRUST + level]
        assert column[0] == int(65536 * float(p.trust_level[level]))
        mine = told.only(told.key == level)
        assert column[59] == int(65536 * float(mine.numbers[-1, 0]))


@pytest.mark.parametrize("size", [4, 4096])
def test_the_size_of_the_table_means_nothing(size: int) -> None:
    """Stances lie in a hash table that grows: where an entry lies, and when the table grew, changes no bit."""
    plain = run_with(ticks=80)
    pair = changed(society(5, BUSY | PRESETS["distrusting"], levels=LEVEL_SETS[2], households=60))
    other = Run(*pair, (), seed=4, burn_in=0, keep_events=True)
    if size > 2048:
        from sim.engine.room import refill_tables

        refill_tables(other.state, int(other.p.n_levels))
    else:
        grow(other.state, "feel", 8192, int(other.p.n_levels))
    other.advance(80)
    assert other.digest == plain.digest
    assert own_stances(other) == own_stances(plain)


def test_a_run_saved_and_loaded_trusts_as_before(tmp_path: Any) -> None:
    """Stances are state: a checkpoint holds them."""
    pair = changed(society(5, BUSY | PRESETS["distrusting"], levels=LEVEL_SETS[2], households=60))
    run = Run(*pair, (), seed=4, burn_in=0)
    run.advance(70)
    run.save(tmp_path / "c")
    again = Run.load(tmp_path / "c", *pair)
    run.advance(40)
    again.advance(40)
    assert again.digest == run.digest
    assert own_stances(again) == own_stances(run)
