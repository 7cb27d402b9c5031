"""Each root family is in exactly one cell, and a change of spill is resolved, hidden or moved, to the unit."""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.analysis.cohort import cohort_of
from sim.analysis.identity import (
    CELLS,
    HIDDEN_CELLS,
    MOVED_CELLS,
    RESOLVED_CELLS,
    change,
    family_cells,
    identity,
    shares_of,
)
from sim.engine.run import Run
from sim.names import EndState, Origin
from sim.records import NEVER, Mark, Records, take_records
from tests.analysis.invented import BEYOND, disputes, ledgers, records
from tests.analysis.small_runs import ARMS, taken
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS, Trial

CHILD = {"origin": int(Origin.CONTAGION), "root": 100}
WORST = ("resolved", "accepted", "lumped", "suppressed", "active")


def cell_of(*rows: dict[str, object]) -> str:
    """The cell of the one family of a ledger."""
    cells = identity(records(disputes(*rows))).cells
    return next(name for name, count in cells.items() if count)


@given(ledgers())
def test_every_family_is_in_exactly_one_cell(drawn: Records) -> None:
    """A family in two cells, or in none, would make the shares of a comparison fiction."""
    found = identity(drawn)
    assert sum(found.cells.values()) == found.roots == len(cohort_of(drawn).roots)
    assert sum(found.spilled_by_end.values()) == found.cells["spilled"]
    assert tuple(found.cells) == CELLS


def slow_cell(drawn: Records, root: int) -> str:
    """The definition once more, member by member, in plain Python."""
    ledger = drawn.disputes
    family = [i for i in range(len(ledger)) if ledger.family[i] == root]
    marks = [int(ledger.marks[i]) for i in family]
    if any(bits & (Mark.ABOVE | Mark.BEYOND) for bits in marks):
        return "spilled"
    if any(bits & Mark.COURT_ABOVE for bits in marks):
        return "court"
    if any(bits & Mark.CARRIED for bits in marks):
        return "carried"
    names = [EndState(int(ledger.end_state[i])).name.lower() for i in family if ledger.voiced[i] != NEVER]
    if names:
        return max(("active" if name == "outside_open" else name for name in names), key=WORST.index)
    return "prevented" if any(ledger.end_state[i] == EndState.PREVENTED for i in family) else "unvoiced"


@given(ledgers())
def test_cells_are_those_of_the_definition(drawn: Records) -> None:
    """The vectorised form is quick; this one is the definition as it is written."""
    cells, _ = family_cells(drawn)
    slow = [slow_cell(drawn, int(root)) for root in cohort_of(drawn).roots]
    assert [CELLS[cell] for cell in cells] == slow


@given(ledgers(), ledgers())
def test_changes_sum_to_zero_and_shares_to_one(base: Records, arm: Records) -> None:
    """What falls out of `spilled` must turn up somewhere else, to the unit."""
    one, two = identity(base), identity(arm)
    if one.roots != two.roots:
        with pytest.raises(ValueError, match="not paired"):
            change(one, two)
        return
    found = change(one, two)
    assert sum(found.delta.values()) == 0
    shares = found.shares()
    assert (shares is None) == (found.delta["spilled"] == 0)
    if shares is not None:
        assert shares.resolve + shares.hide + shares.moved == pytest.approx(1.0, abs=1e-12)


def test_the_three_shares_cover_every_other_cell_once() -> None:
    """A cell left out of the shares would be a hiding place for policies."""
    assert sorted((*RESOLVED_CELLS, *HIDDEN_CELLS, *MOVED_CELLS, "spilled")) == sorted(CELLS)


def test_the_first_cell_that_fits_is_taken() -> None:
    """The order is part of the definition: a family that spilled and sued is `spilled`."""
    spilled, court, carried = ({"marks": int(mark)} for mark in (Mark.ABOVE, Mark.COURT_ABOVE, Mark.CARRIED))
    assert cell_of(carried, CHILD | court, CHILD | spilled) == "spilled"
    assert cell_of({"marks": int(Mark.BEYOND)}) == "spilled"
    assert cell_of(carried, CHILD | court) == "court"
    assert cell_of({"end_state": int(EndState.ACTIVE)}, CHILD | carried) == "carried"
    assert cell_of({}, CHILD | {"end_state": int(EndState.LUMPED)}) == "lumped"
    assert cell_of({"voiced": NEVER, "end_state": int(EndState.UNVOICED)}) == "unvoiced"
    assert cell_of({"voiced": NEVER, "end_state": int(EndState.PREVENTED)}) == "prevented"


def test_an_attempt_that_was_stopped_is_no_spill() -> None:
    """A claim intercepted on the way counts in the motto, not in spill; the family is where its blocking left it."""
    assert cell_of({"marks": int(Mark.ATTEMPTED), "end_state": int(EndState.SUPPRESSED)}) == "suppressed"


def test_roots_with_home_beyond_the_tree_and_of_other_years_stay_apart() -> None:
    """They cannot spill by definition, and earlier or later ones had another time to end."""
    found = identity(records(disputes({"home": BEYOND}, {"born": -1}, {"born": 365}, {})))
    assert (found.roots, found.outside_roots) == (1, 1)


def test_shares_may_leave_the_unit_interval_and_still_sum_to_one() -> None:
    """A policy may hide more than it takes out of spill, and resolve less than before: the shares must say so."""
    delta = dict.fromkeys(CELLS, 0) | {"spilled": -10, "lumped": 14, "resolved": -4}
    shares = shares_of(delta)
    assert shares is not None
    assert (shares.resolve, shares.hide, shares.moved) == (-0.4, 1.4, 0.0)


@pytest.mark.parametrize("arm", ARMS)
def test_arms_of_a_real_run_keep_the_identity(arm: str) -> None:
    """The law must hold where grievances have children, returns and gates, not in invented tables only."""
    base, other = identity(taken()), identity(taken(arm))
    assert sum(change(base, other).delta.values()) == 0
    assert sum(base.cells.values()) == base.roots > 50


def test_what_an_institution_carried_up_had_been_lodged_there_by_the_party() -> None:
    """Hence the cell `carried` is empty in this version, as the limits say: the mark is common, the cell 0."""
    trial = Trial(world_seed=13, seed=1, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["authority"])
    run = Run(*trial.society(), seed=trial.seed)
    run.advance(300)
    found = take_records(run)
    above = (found.disputes.marks & (Mark.ABOVE | Mark.BEYOND)) > 0
    carried = (found.disputes.marks & Mark.CARRIED) > 0
    assert int(carried.sum()) > 10
    assert above[carried].all()
    assert identity(found).cells["carried"] == 0 < identity(found).cells["spilled"]
