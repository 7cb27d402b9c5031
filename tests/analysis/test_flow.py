"""The flow matrix: every voiced dispute once, by home level, where it ended and how."""

from __future__ import annotations

from hypothesis import given

from sim.analysis.cohort import cohort_of
from sim.analysis.flow import flow
from sim.names import EndState, State, Way
from sim.records import Records
from tests.analysis.invented import disputes, ledgers, records
from tests.analysis.small_runs import taken


@given(ledgers())
def test_every_dispute_flows_somewhere_once(drawn: Records) -> None:
    """Both matrices are the same disputes, laid out by how and by what came of it."""
    found, cohort = flow(drawn), cohort_of(drawn)
    assert found.disputes == cohort.disputes == int(found.by_end.sum())
    assert (found.by_way.sum(axis=2) == found.by_end.sum(axis=2)).all()
    ledger = drawn.disputes
    above = cohort.voiced & (ledger.at_level > ledger.home)
    assert found.ended_above == int(above.sum())


def test_axes_are_home_place_and_way() -> None:
    """First axis home, second where it ended with 0 between the parties, third the way."""
    rows = (
        {"home": 1, "at_level": 2, "last_way": int(Way.GRANTED)},
        {"home": 0, "at_level": -1},
        {"home": 2, "at_level": 3, "state": int(State.AWAY), "end_state": int(EndState.OUTSIDE_OPEN)},
    )
    found = flow(records(disputes(*rows)))
    assert found.by_way[1, 3, Way.GRANTED] == found.by_way[0, 0, Way.CONSENT] == found.by_way[2, 4, Way.NONE] == 1
    assert found.by_end[2, 4, EndState.OUTSIDE_OPEN] == 1
    assert found.ended_above == 2


def test_a_real_run_fills_more_than_the_village() -> None:
    """If everything ended where it began there would be nothing to compare."""
    found = flow(taken())
    assert found.by_way.shape == (3, 5, max(Way) + 1)  # numbers of ways are kept for good; a gap stays 0
    assert (found.by_way.sum(axis=(0, 2)) > 0).sum() >= 3
