"""Shocks move the roots of their days, places and types and nothing else; policies move none of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.names import DisputeType, Origin
from sim.scenario.shocks import Shock
from tests.engine.history import roots_of
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY

START, END = 20, 60
PLAIN = BUSY | {"processes.coupling": False}


def shocked(*factors: float, **said: Any) -> Any:
    """A run of 100 ticks under shocks of these factors on the near family at R0."""
    about: dict[str, Any] = {
        "start": START,
        "end": END,
        "places": "R0",
        "types": ("family:near",),
        "zh": "征",
        "en": "x",
    }
    shocks = tuple(Shock(id=f"s{i}", kind="grey_rhino", factor=f, **(about | said)) for i, f in enumerate(factors))
    run = run_of(society(3, PLAIN | {"shocks": shocks}, households=120), seed=6, keep_events=True)
    run.advance(100)
    return run


def inside(run: Any) -> Any:
    """Rows of roots on the shock's days, at its places, of its types."""
    state, n = run.state, int(run.state.count[marks.DISPUTES])
    units = {place for place, code in enumerate(run.world.code) if code.startswith("R0")}
    day = state.born[:n] - run.burn_in
    types = (DisputeType.NEIGHBOUR, DisputeType.HOUSING, DisputeType.PROPERTY)
    there = np.isin(state.place[:n], sorted(units)) & np.isin(state.type[:n], types)
    return np.flatnonzero(there & (day >= START) & (day < END) & (state.origin[:n] == Origin.ROOT))


def ids(run: Any, rows: Any) -> set[int]:
    return set(run.state.id[rows].tolist())


def outside(run: Any) -> set[int]:
    """Ids of all other roots."""
    n = int(run.state.count[marks.DISPUTES])
    roots = np.flatnonzero(run.state.origin[:n] == Origin.ROOT)
    return ids(run, np.setdiff1d(roots, inside(run)))


@pytest.fixture(scope="module")
def calm() -> Any:
    return shocked()


@pytest.mark.parametrize("factor", [0.2, 1.0, 5.0])
def test_a_shock_leaves_all_else_as_it_is(calm: Any, factor: float) -> None:
    """Pairing: what arises elsewhere, on other days or of other types is the same with and without the shock."""
    assert outside(shocked(factor)) == outside(calm)


def test_more_is_a_superset_and_less_a_subset(calm: Any) -> None:
    """The sign, and grievance by grievance: a stronger shock adds to what a weaker one brought."""
    by_factor = [ids(run, inside(run)) for run in (shocked(0.1), shocked(0.5), calm, shocked(3.0), shocked(8.0))]
    for less, more in pairwise(by_factor):
        assert less < more


def test_the_number_follows_the_factor(calm: Any) -> None:
    """Within four standard errors of factor times the number without it."""
    base = len(inside(shocked(1.0)))
    assert base == len(inside(calm)) > 20
    many = len(inside(shocked(11.0)))
    assert abs(many - base - 10 * base) < 4 * (10 * base + 100 * base) ** 0.5
    few = len(inside(shocked(0.5)))
    assert abs(few - 0.5 * base) < 4 * (0.25 * base) ** 0.5


def test_a_second_shock_adds_by_itself() -> None:
    """What one shock brings does not depend on whether there is another; one that spares spares of both."""
    one, both = shocked(4.0), shocked(4.0, 3.0)
    assert ids(one, inside(one)) < ids(both, inside(both))
    spared = shocked(4.0, 0.3)
    assert ids(spared, inside(spared)) < ids(one, inside(one))
    assert len(inside(spared)) < 0.6 * len(inside(one))


@pytest.mark.parametrize("arm", ["keep_in_village", "petition_quota(exposure=0.3)+resource_sinking"])
def test_every_policy_meets_the_same_shock(arm: str) -> None:
    """Shocks are exogenous: the births of roots are the same to the bit under every policy."""
    base = shocked(5.0, 0.4)
    run = run_of((base.scenario, base.world), arm, seed=6, keep_events=True)
    run.advance(100)
    assert run.digest != base.digest
    assert roots_of(run) == roots_of(base)


def test_switched_off_or_never_on_it_changes_no_byte(calm: Any) -> None:
    """Off means as if it stood in no file; so does a shock after the end."""
    assert shocked(6.0, start=5000, end=5001).digest == calm.digest
    shocks = (Shock(id="s", zh="征", en="x", kind="black_swan", start=0, end=90, factor=6.0),)
    pair = society(3, PLAIN | {"shocks": shocks, "processes.shocks": False}, households=120)
    run = run_of(pair, seed=6)
    run.advance(100)
    assert run.digest == calm.digest


def test_a_shock_counts_in_policy_days() -> None:
    """Day 0 is the end of the burn-in, however long that was."""
    shocks = (Shock(id="s", zh="征", en="x", kind="black_swan", start=0, end=5, factor=60.0),)
    pair = society(3, PLAIN | {"shocks": shocks})
    for burn_in in (0, 30):
        run = run_of(pair, seed=6, burn_in=burn_in)
        run.advance(60)
        born = run.state.series[:60, marks.S_BORN]
        assert set(np.argsort(born)[-5:].tolist()) == set(range(burn_in, burn_in + 5))
