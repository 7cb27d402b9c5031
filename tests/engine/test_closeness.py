"""What a run does with closeness to the cadres: on against off, with the same luck."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.engine.marks import DISPUTES, GATED
from sim.names import Forum, Opponent, Way
from tests.engine.societies import changed, run_of, society
from tests.twin.strategies import BUSY, PRESETS

NEUTRAL = {"gate": 0.0, "grant": 0.0, "press": 0.0}
QUIET: dict[str, Any] = {"processes.coupling": False, "processes.departments": False, "processes.spread": False}


def lived(preset: str, ticks: int = 140, **cadres: float) -> Any:
    """A run in which only these effects of closeness are there."""
    pair = changed(society(3, BUSY | PRESETS[preset] | QUIET), cadres=NEUTRAL | cadres)
    run = run_of(pair, seed=1)
    run.advance(ticks)
    return run


def closeness(run: Any) -> Any:
    claimant = run.state.claimant[: int(run.state.count[DISPUTES])]
    return run.world.res_closeness[claimant] / 255.0


def test_without_effects_the_switch_changes_next_to_nothing() -> None:
    """All three numbers at 0 are the model without closeness but for the last bits of a logit."""
    on = lived("gated")
    off = run_of(changed(society(3, BUSY | PRESETS["gated"] | QUIET), processes={"closeness": False}), seed=1)
    off.advance(140)
    n = int(on.state.count[DISPUTES])
    assert n == int(off.state.count[DISPUTES])
    assert (on.state.visits[:n] == off.state.visits[:n]).all()


def test_a_gate_sends_down_the_far_and_lets_the_close_pass() -> None:
    """Mean closeness of those sent down falls below that of the same society without the effect."""

    def sent(run: Any) -> float:
        gated = (run.state.tried[: int(run.state.count[DISPUTES])] & GATED) > 0
        return float(closeness(run)[gated].mean())

    assert sent(lived("gated", gate=1.0)) < sent(lived("gated")) - 0.02


def test_an_office_grants_more_to_the_close() -> None:
    """Against authorities; at court closeness counts for nothing."""

    def granted(run: Any) -> float:
        filings = int(run.state.count[3])
        way, forum = run.state.filing_way[:filings], run.state.filing_forum[:filings]
        row = run.state.filing_dispute[:filings]
        decided = (run.state.opponent[row] >= Opponent.COLLECTIVE) & np.isin(forum, [Forum.OFFICE, Forum.PETITION])
        return float(closeness(run)[row[decided & (way == Way.GRANTED)]].mean())

    assert granted(lived("authority", grant=2.0)) > granted(lived("authority")) + 0.02


def test_who_is_far_signs_under_pressure() -> None:
    """Of what is signed, more is pressed out of those who are far."""

    def pressed(run: Any) -> float:
        filings = int(run.state.count[3])
        row = run.state.filing_dispute[:filings][run.state.filing_way[:filings] == Way.PRESSED]
        return float(closeness(run)[row].mean())

    assert pressed(lived("calm", press=2.0)) < pressed(lived("calm")) - 0.02
