"""What a run does with kinds of tie and with town and country: on against off, with the same luck."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.engine.cells import adults_of_places
from sim.engine.ground import ground_of, stakes, without_online
from sim.engine.marks import DISPUTES
from sim.names import Origin, TieKind
from tests.engine.societies import changed, run_of, society
from tests.twin.strategies import BUSY, PRESETS

HOT = BUSY | PRESETS["hot"]
KINDS = ("neighbour", "kin", "work", "far", "online")


def lived(only: str = "", ticks: int = 90) -> Any:
    """A run in which anger travels along one kind of tie alone, or along all alike."""
    spread = {f"spread_{kind}": float(not only or kind == only) for kind in KINDS}
    run = run_of(changed(society(3, HOT), ties=spread), seed=1)
    run.advance(ticks)
    return run


def column(run: Any, name: str) -> Any:
    return getattr(run.state, name)[: int(run.state.count[DISPUTES])]


def test_anger_travels_along_the_ties_that_carry_it() -> None:
    """With one weight above 0 every sympathetic grievance came by that kind of tie; with all, by each of them."""
    of_kind = {"neighbour": {TieKind.NEIGHBOUR, TieKind.OTHER_BLOCK}, "online": {TieKind.ONLINE}}
    for only, kinds in of_kind.items():
        run = lived(only)
        came = set(column(run, "came_by")[column(run, "origin") == Origin.CONTAGION].tolist())
        assert came
        assert came <= {int(kind) + 1 for kind in kinds}
    run = lived()
    came = column(run, "came_by")
    assert len(set(came[column(run, "origin") == Origin.CONTAGION].tolist())) >= 4
    assert (came[column(run, "origin") != Origin.CONTAGION] == 0).all()


def test_online_ties_carry_anger_to_other_places() -> None:
    """Horizontal spill, as the definitions count it: the child lives in another lowest place than its root."""

    def moved(run: Any) -> float:
        child = column(run, "origin") == Origin.CONTAGION
        at = {int(key): int(place) for key, place in zip(column(run, "id"), column(run, "place"), strict=True)}
        rows = np.flatnonzero(child).tolist()
        root, place = column(run, "root"), column(run, "place")
        return sum(at[int(root[row])] != int(place[row]) for row in rows) / len(rows)

    assert moved(lived("online")) > moved(lived("neighbour")) + 0.2


def test_the_parties_bond_is_the_tie_of_their_households() -> None:
    """What consent reads; who has no household has none."""
    run = lived(ticks=30)
    state = run.state
    claimant, respondent, bond = (column(run, name) for name in ("claimant", "respondent", "bond"))
    assert (bond[respondent < 0] == 0).all()
    for row in np.flatnonzero(respondent >= 0).tolist():
        own, other = (int(run.world.res_household[person[row]]) for person in (claimant, respondent))
        ties = slice(int(state.tie_start[own]), int(state.tie_start[own + 1]))
        kinds = {int(to): int(kind) + 1 for to, kind in zip(state.tie_to[ties], state.tie_kind[ties], strict=True)}
        assert bond[row] == kinds.get(other, 0)


def test_without_the_process_nobody_knows_of_online_ties() -> None:
    """They are in the world all the same; the other ties keep their order."""
    pair = changed(society(3, HOT), processes={"tie_kinds": False})
    columns, world = ground_of(*pair).columns, pair[1]
    assert (world.tie_kind == TieKind.ONLINE).any()
    assert not (columns["tie_kind"] == TieKind.ONLINE).any()
    assert columns["tie_start"][-1] == len(columns["tie_to"]) == np.count_nonzero(world.tie_kind != TieKind.ONLINE)
    assert (columns["tie_to"] == without_online(world)["tie_to"]).all()


def test_town_and_country_differ_in_stakes_and_the_mean_stays() -> None:
    """In logs, over all adults; paired by id, so to the last digits."""
    pair = society(3, HOT)
    ground = ground_of(*pair)
    adults, urban = adults_of_places(pair[1]), pair[1].place_urban
    shift = stakes(pair[1], ground.p)
    assert abs(float((adults * shift[urban]).sum())) < 1e-9 * float(adults.sum())
    assert np.isclose(shift[1] - shift[0], pair[0].stake.urban_gap)
    on = run_of(pair, seed=1)
    off = run_of(changed(pair, processes={"dual_structure": False}), seed=1)
    known = {int(key): float(stake) for key, stake in zip(column(off, "id"), column(off, "stake"), strict=True)}
    for key, place, stake in zip(column(on, "id"), column(on, "place"), column(on, "stake"), strict=True):
        if int(key) in known:
            assert np.isclose(stake / known[int(key)], np.exp(shift[urban[place]]))
