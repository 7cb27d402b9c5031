"""Answered hostility, crowds and claims for what petitioning pays: nothing at strength 0, their effect above it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.trusting import TRUST
from sim.names import Event, State
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY, PRESETS

ROUSED = BUSY | PRESETS["roused"]
STRENGTHS = {"spiral": "spiral.strength", "crowd": "crowd.share", "profit": "profit.share"}


def told(ticks: int = 80, **changed: Any) -> Any:
    dotted = {key.replace("__", "."): value for key, value in changed.items()}
    run = run_of(society(5, ROUSED | dotted), seed=4, keep_events=True)
    run.advance(ticks)
    return run


def kinds(run: Any) -> np.ndarray:
    return run.events[0][:, 0] >> np.uint64(16) & np.uint64(255)


@pytest.mark.parametrize("name", STRENGTHS)
def test_at_strength_0_the_switch_changes_no_bit(name: str) -> None:
    """Off by switch and off by strength are one history: a mechanism must be able to have no effect."""
    off = told(30, **{f"processes.{name}": False})
    weak = told(30, **{STRENGTHS[name]: 0.0})
    strong = told(30)
    assert off.digest == weak.digest != strong.digest


def test_the_spiral_heats_and_leaves_the_calm_alone() -> None:
    """Paired: the same quarrels, hotter on average where the other side answers."""
    with_it, without = told(), told(processes__spiral=False)
    n = int(without.state.count[marks.DISPUTES])
    assert not without.state.temper[:n].any()
    answered = with_it.state.temper[: int(with_it.state.count[marks.DISPUTES])]
    assert (answered > 0).sum() > 50
    both, rows, others = np.intersect1d(with_it.state.id[: len(answered)], without.state.id[:n], return_indices=True)
    assert len(both) > 500
    hotter = with_it.state.hostility[rows] - without.state.hostility[others]
    met = answered[rows] > 0
    assert (hotter[met] > 0.0).sum() > 10
    assert (hotter[met] > 0.0).sum() > 3 * (hotter[met] < 0.0).sum()  # who is hotter chooses otherwise


def test_a_crowd_calls_each_once_and_only_who_kept_still() -> None:
    """Whoever comes forward by a crowd was latent or lumped the day before, and does not do so twice."""
    run = told(120)
    words, kind = run.events[0], kinds(run)
    voiced = words[(kind == Event.VOICED) & (words[:, 3] & np.uint64(1) == 1)]
    back = words[(kind == Event.REOPENED) & (words[:, 3] >> np.uint64(9) & np.uint64(1) == 1)]
    assert len(voiced) > 20
    assert len(back) > 20
    assert (back[:, 3] & np.uint64(255) == State.LUMPED).all()
    called = np.concatenate([voiced[:, 1], back[:, 1]])
    assert len(np.unique(called)) == len(called)
    none = told(120, processes__crowd=False)
    assert (kinds(run) == Event.VOICED).sum() > (kinds(none) == Event.VOICED).sum()


def test_higher_thresholds_call_fewer() -> None:
    """Monotony in the mean: who needs more company comes later or never."""

    def share(mean: float) -> float:
        run = told(60, crowd__mean=mean, crowd__sigma=0.0)
        n = int(run.state.count[marks.DISPUTES])
        return float((run.state.tried[:n] & marks.JOINED > 0).mean())

    shares = [share(1.0), share(3.0), share(50.0)]
    assert shares[0] > shares[1] > shares[2] == 0.0


def test_what_petitioning_pays_brings_more_petitions() -> None:
    """Paired on against off: more claims at petition offices and outside, and those of the share are marked."""

    def petitions(run: Any) -> tuple[int, int]:
        words = run.events[0][kinds(run) == Event.CLAIM]
        forum = words[:, 0] >> np.uint64(8) & np.uint64(255)
        marked = words[:, 3] >> np.uint64(8) & np.uint64(1) == 1
        assert np.isin(forum[marked], (4, 6)).all()
        return int(np.isin(forum, (4, 6)).sum()), int(marked.sum())

    (more, marked), (fewer, none) = petitions(told(120)), petitions(told(120, processes__profit=False))
    assert more > fewer
    assert marked > 20
    assert none == 0


def test_good_news_no_longer_helps_where_a_word_is_not_believed() -> None:
    """Paired: trust in levels ends lower with the flip, and at strength 0 the switch changes no bit."""
    changed = BUSY | PRESETS["distrusting"]

    def trusting(**more: Any) -> Any:
        run = run_of(society(5, changed | {key.replace("__", "."): value for key, value in more.items()}), seed=4)
        run.advance(60)
        return run

    off, weak = trusting(processes__tacitus=False), trusting(tacitus__strength=0.0)
    strong = trusting(tacitus__strength=1.0)
    assert off.digest == weak.digest != strong.digest
    shifts = [run.state.stance_units[:, TRUST:].sum(dtype=np.int64) for run in (strong, off)]
    assert shifts[0] < shifts[1]
