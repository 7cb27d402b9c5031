"""What a run does with migrants and locals: on against off, with the same luck."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.engine.choose import CLOSED
from sim.engine.marks import DISPUTES, NEVER
from sim.names import Forum, Opponent, Origin
from tests.engine import doors
from tests.engine.societies import changed, run_of, society
from tests.twin.strategies import BUSY

CALM: dict[str, Any] = BUSY | {"processes.spread": False, "processes.coupling": False, "processes.treatment": False}


def lived(ticks: int = 150, seed: int = 3, **migrants: float) -> Any:
    """A run with these numbers for migrants, and nothing else that begets grievances."""
    neutral = {"reach": 0.0, "court": 0.0, "tie": 1.0, "voice": 1.0}
    run = run_of(changed(society(seed, CALM), migrants=neutral | migrants), seed=1)
    run.advance(ticks)
    return run


def column(run: Any, name: str) -> Any:
    return getattr(run.state, name)[: int(run.state.count[DISPUTES])]


def migrant(run: Any) -> Any:
    return run.world.res_migrant[column(run, "claimant")] > 0


def test_without_effects_the_switch_changes_nothing() -> None:
    """All four numbers at neutral are the model without migration, but for the last bits of the hazard of voicing."""
    on = lived()
    off = run_of(changed(society(3, CALM), processes={"migration": False}), seed=1)
    off.advance(150)
    assert (column(on, "id") == column(off, "id")).all()
    assert (column(on, "visits") == column(off, "visits")).all()


def test_ties_are_weaker_between_a_migrant_and_a_local_only() -> None:
    """Kin, strangers from beyond, organisations and governments are as before; so is who is of one kind."""
    plain, mixed = lived(), lived(tie=0.5)
    assert (column(plain, "id") == column(mixed, "id")).all()
    ratio = column(mixed, "tie") / np.maximum(column(plain, "tie"), 1e-9)
    opponent, other = column(plain, "opponent"), column(plain, "respondent")
    respondent = np.where(other >= 0, plain.world.res_migrant[np.maximum(other, 0)], 0)
    apart = migrant(plain) != (respondent > 0)
    free = [Opponent.KIN, Opponent.BEYOND, Opponent.ORGANISATION, Opponent.GOVERNMENT]
    touched = apart & ~np.isin(opponent, free)
    assert np.allclose(ratio[touched], 0.5)
    assert np.allclose(ratio[~touched & (column(plain, "tie") > 0)], 1.0)
    assert 0 < np.count_nonzero(touched) < len(touched)


def test_migrants_voice_less_and_locals_more() -> None:
    """The mean over adults stays; who speaks changes."""
    plain, quiet = lived(), lived(voice=0.4)

    def share(run: Any, moved: bool) -> float:
        born = column(run, "born")
        who = (column(run, "origin") == Origin.ROOT) & (born >= 0) & (born < 60) & (migrant(run) == moved)
        return float((column(run, "voiced")[who] != NEVER).mean())

    assert share(quiet, moved=True) < share(plain, moved=True)
    assert share(quiet, moved=False) > share(plain, moved=False)


def test_cost_keeps_migrants_from_local_forums_and_from_court() -> None:
    """Paired, over all who moved; what locals do changes only by way of lines and moods."""
    plain, dear = lived(), lived(reach=2.0, court=2.0)
    slots, court = slice(2, 4), 2 + int(plain.p.n_levels)

    def visits(run: Any, who: Any, where: Any) -> int:
        return int(column(run, "visits")[who][:, where].sum())

    moved = migrant(plain)
    assert visits(dear, moved, slots) < 0.9 * visits(plain, moved, slots)
    assert visits(dear, moved, court) < visits(plain, moved, court)


def test_equal_service_is_the_lever_at_zero() -> None:
    """What a policy can do: with the lever at 0 nothing keeps a migrant from local forums, and all else stays."""
    run = lived(60, reach=2.0)
    row = int(np.flatnonzero(migrant(run))[0])
    found = {}
    for lever in (1.0, 0.0):
        run.state.migrant_reach[:] = lever
        found[lever] = np.zeros(int(run.p.n_levels) + 4)
        doors.utilities(run.state.record, run._numbers, row, found[lever])
    forums = [0, 0, *run.p.forum_of_slot.tolist(), int(Forum.COURT), int(Forum.OUTSIDE)]
    local = np.isin(forums, [Forum.COMMITTEE, Forum.OFFICE]) & (found[1.0] > CLOSED)
    assert np.allclose((found[0.0] - found[1.0])[local], 2.0)
    assert (found[0.0] == found[1.0])[~local].all()
    assert local.any()
