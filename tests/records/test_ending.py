"""End states, families, the cohort and what was left over, by the keyed times of the last end."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.names import EndState, Origin, State, Way
from sim.records import NEVER
from sim.records.ending import end_states, families, in_cohort, left_over, level_reached, returns_soon

FAR = 30_000


def end_of(state: State, **more: Any) -> EndState:
    """The end state of one grievance that last ended on day 600 and would return never."""
    usual = {
        "interest": 0.0,
        "voiced": 10,
        "last_way": int(Way.CONSENT),
        "last_end": 600,
        "returns": FAR,
        "forgets": 1695,
    }
    columns = {name: np.array([value]) for name, value in (usual | more).items()}
    return EndState(int(end_states(state=np.array([int(state)]), **columns)[0]))


@pytest.mark.parametrize(
    ("state", "more", "wanted"),
    [
        (State.LATENT, {}, EndState.UNVOICED),
        (State.FADED, {}, EndState.UNVOICED),
        (State.OPEN, {}, EndState.ACTIVE),
        (State.TALK, {}, EndState.ACTIVE),
        (State.QUEUED, {}, EndState.ACTIVE),
        (State.AWAY, {}, EndState.OUTSIDE_OPEN),
        (State.LUMPED, {"last_way": int(Way.LUMPED)}, EndState.LUMPED),
        (State.LUMPED, {"last_way": int(Way.WITHDRAWN), "interest": 0.01}, EndState.LUMPED),
        (State.SUPPRESSED, {"last_way": int(Way.BLOCKED)}, EndState.SUPPRESSED),
        (State.SUPPRESSED, {"last_way": int(Way.PRESSED), "interest": 0.01}, EndState.SUPPRESSED),
        (State.FORGOTTEN, {"last_way": int(Way.LUMPED)}, EndState.LUMPED),
        (State.FORGOTTEN, {"last_way": int(Way.PROMISE)}, EndState.SUPPRESSED),
        (State.SETTLED, {}, EndState.RESOLVED),
        (State.SETTLED, {"interest": 0.05}, EndState.RESOLVED),
        (State.ACCEPTED, {"interest": 0.9, "last_way": int(Way.REJECTED)}, EndState.ACCEPTED),
        (State.ACCEPTED, {"interest": 0.06}, EndState.ACCEPTED),
        (State.FINAL, {}, EndState.RESOLVED),
        (State.FINAL, {"interest": 1.0}, EndState.ACCEPTED),
        (State.SETTLED, {"returns": 965}, EndState.ACTIVE),
        (State.SETTLED, {"returns": 966}, EndState.RESOLVED),
        (State.ACCEPTED, {"interest": 1.0, "returns": 700}, EndState.ACTIVE),
        (State.SETTLED, {"returns": 900, "forgets": 899}, EndState.RESOLVED),
        (State.SETTLED, {"voiced": NEVER}, EndState.PREVENTED),
        (State.FINAL, {"voiced": NEVER}, EndState.PREVENTED),
        (State.SETTLED, {"voiced": NEVER, "returns": 965}, EndState.ACTIVE),
        (State.QUEUED, {"voiced": NEVER}, EndState.ACTIVE),
    ],
)
def test_each_end_state_is_that_of_the_definition(state: State, more: dict[str, Any], wanted: EndState) -> None:
    """Each line is a sentence of definitions 4; the last ones turn on a single day."""
    assert end_of(state, **more) == wanted


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(State)), st.floats(0.0, 1.0), st.sampled_from(list(Way)), st.integers(0, 729),
            st.integers(1, FAR), st.integers(1, FAR),
        ),
        min_size=1,
    )
)  # fmt: skip
def test_every_grievance_ends_in_exactly_one_state_that_fits_it(rows: list[tuple[Any, ...]]) -> None:
    """Conservation: the states are a partition, and nobody who never spoke is lumped, nor the reverse."""
    state, interest, way, ended, back, gone = (np.array(column) for column in zip(*rows, strict=True))
    found = end_states(
        state=state,
        interest=interest,
        voiced=np.full(len(rows), 5),
        last_way=way,
        last_end=ended,
        returns=ended + back,
        forgets=ended + gone,
    )
    assert len(found) == len(rows)
    assert set(found.tolist()) <= {int(end) for end in EndState}
    silent = np.isin(state, (State.LATENT, State.FADED))
    assert ((found == EndState.UNVOICED) == silent).all()
    settled = np.isin(found, (EndState.RESOLVED, EndState.ACCEPTED))
    assert not (settled & ~np.isin(state, (State.SETTLED, State.ACCEPTED, State.FINAL))).any()
    assert (interest[found == EndState.RESOLVED] <= 0.05).all()


def test_a_return_that_the_limitation_forestalls_is_none() -> None:
    """What can no longer be brought up does not come back, although a day was drawn."""
    ended, returns = np.array([0, 0, 0]), np.array([365, 366, 200])
    assert returns_soon(ended, returns, np.array([1095, 1095, 199])).tolist() == [True, False, False]


@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=40), st.randoms())
def test_families_are_those_of_a_plain_search(rows: list[tuple[int, bool]], luck: Any) -> None:
    """Roots and children stand in any order; a child whose root is not kept belongs to nobody."""
    ids = luck.sample(range(1, 2**63), len(rows))
    roots = [ids[i] if is_root or not ids else luck.choice([*ids, 7]) for i, (_, is_root) in enumerate(rows)]
    origin = [int(Origin.ROOT) if is_root else int(Origin.CONTAGION) for _, is_root in rows]
    found = families(np.array(ids, dtype=np.uint64), np.array(roots, dtype=np.uint64), np.array(origin))
    for row, (_, is_root) in enumerate(rows):
        known = [i for i, key in enumerate(ids) if key == roots[row] and origin[i] == Origin.ROOT]
        assert found[row] == (row if is_root else (known[0] if known else -1))


def test_the_cohort_is_the_first_year_of_roots_and_their_children() -> None:
    """Day 364 is in, day 365 is out; a child is in by its root's day, not its own."""
    family = np.array([0, 1, 2, 0, 1, -1])
    born = np.array([364, 365, -1, 700, 10, 5])
    assert in_cohort(family, born, 365).tolist() == [True, False, False, True, False, False]


def test_what_was_open_on_day_0_is_left_over() -> None:
    """Latent, lumped and pursued ones were there; faded, forgotten and settled ones were not."""
    rows = [
        (-9, State.LATENT, NEVER, 40, True), (-9, State.FADED, NEVER, -2, False), (-9, State.FADED, NEVER, 2, True),
        (-9, State.LUMPED, -5, 900, True), (-9, State.FORGOTTEN, -900, -1, False), (-9, State.SETTLED, -3, 900, False),
        (-9, State.SETTLED, 3, 900, True), (-9, State.QUEUED, NEVER, 40, True), (0, State.OPEN, NEVER, 40, False),
        (-9, State.FINAL, -3, 1, False),
    ]  # fmt: skip
    born, state, ended, forgets, wanted = (np.array(column) for column in zip(*rows, strict=True))
    assert left_over(born=born, state=state, last_end=ended, forgets=forgets).tolist() == wanted.tolist()


def test_a_dispute_is_where_its_open_case_is() -> None:
    """In line: the case's level; away: beyond the root; else the last end, -1 if there was none."""
    found = level_reached(
        state=np.array([State.QUEUED, State.AWAY, State.SETTLED, State.OPEN]),
        last_level=np.array([0, 0, 1, -1], dtype=np.int8),
        case=np.array([1, -1, -1, -1]),
        case_level=np.array([0, 2]),
        outside=3,
    )
    assert found.tolist() == [2, 3, 1, -1]
