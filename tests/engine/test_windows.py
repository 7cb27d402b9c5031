"""Windows in the engine: who comes through them, where they send, what going wrong costs, and nothing when off."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS


def run_with(ticks: int = 200, **numbers: Any) -> Run:
    """A small society in which most claims come through a window; section__name=value changes a number."""
    sections: dict[str, dict[str, Any]] = {}
    for key, value in numbers.items():
        section, _, name = key.partition("__")
        sections.setdefault(section, {})[name] = value
    pair = changed(society(5, BUSY | PRESETS["windowed"], levels=LEVEL_SETS[1], households=60), **sections)
    run = Run(*pair, seed=4, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def test_switched_off_the_numbers_of_windows_touch_nothing() -> None:
    """Off means neutral, whatever the numbers say; and nobody stops where both shares are 0."""
    one = run_with(100, processes__windows=False)
    other = run_with(100, processes__windows=False, windows__hotline=0.0, windows__days=15)
    none = run_with(100, windows__hotline=0.0, windows__one_stop=0.0)
    assert one.digest == other.digest == none.digest
    assert not one.state.series[:, marks.S_CONTACTS : marks.S_MISDIRECTED + 1].any()


def test_roots_are_the_same_on_and_off() -> None:
    """Windows move no root (definitions 5)."""
    assert roots_of(run_with(100)) == roots_of(run_with(100, processes__windows=False))


def test_a_window_sends_to_the_forum_that_has_the_remit() -> None:
    """Dispatch goes to home or, where that was tried or has nobody, above it.

    Below it goes only what steps of a petition keep out of the offices at and above home.
    """
    run = run_with(claim__max_visits=9)
    history, st = history_of(run), run.state
    sent = history.of(Event.DISPATCHED)
    sent = sent.only(sent.detail >> 8 == 0)
    assert len(sent) > 60
    home = dict(zip(st.id.tolist(), st.home.tolist(), strict=True))
    rank = dict(zip(st.place_key.tolist(), st.place_rank.tolist(), strict=True))
    at = np.array([rank[place] for place in sent.other.tolist()])
    wanted = np.array([home[key] for key in sent.key.tolist()])
    inside = wanted < run.p.n_levels
    below = inside & (at < wanted)
    assert set(sent.key[below].tolist()) <= set(history.of(Event.STEP).key.tolist())
    assert below.sum() < 0.2 * inside.sum()
    assert (at[inside] == wanted[inside]).mean() > 0.4
    assert broken(run) == []


def test_dispatch_takes_its_days_and_a_wrong_one_more() -> None:
    """A contact on day t is dispatched on t + days, and what was sent wrong back_days later, once at most."""
    run = run_with()
    history = history_of(run)
    days: dict[int, list[tuple[int, int]]] = {}
    for event in (Event.CONTACT, Event.DISPATCHED):
        part = history.of(event)
        for key, tick, detail in zip(part.key.tolist(), part.tick.tolist(), part.detail.tolist(), strict=True):
            days.setdefault(key, []).append((tick, -1 if event == Event.CONTACT else detail >> 8))
    wrong = 0
    for steps in days.values():
        steps.sort()
        for (tick, what), (then, next_) in pairwise(steps):
            if what == -1:
                assert then == tick + run.p.windows_days
            elif what == 1:
                assert (then, next_) == (tick + run.p.windows_back_days, 0)
                wrong += 1
    assert wrong > 10
    assert int(run.state.series[:, marks.S_MISDIRECTED].sum()) >= wrong


def test_misdirection_heats_and_none_is_left_at_chance_nought() -> None:
    """What going wrong costs is days and hostility; a centre that never errs sends nobody astray."""
    run = run_with(windows__wrong_hotline=0.0, windows__wrong_one_stop=0.0)
    assert int(run.state.series[:, marks.S_MISDIRECTED].sum()) == 0
    assert int(run.state.series[:, marks.S_CONTACTS].sum()) > 60


def test_windows_are_neither_blocked_nor_gated() -> None:
    """What is booked upward at once cannot be intercepted: where all comes through windows nobody below can stop it."""
    loud = {"appraisal__w_z": 3.0, "appraisal__w_u": 2.0, "appraisal__exposure": 0.0, "processes__outside": False}
    half = {"windows__hotline": 0.5, "windows__one_stop": 0.5}
    plain = run_with(processes__windows=False, **loud)
    assert int(plain.state.series[:, marks.S_BLOCKED].sum()) > 0
    assert int(run_with(**loud, **half).state.series[:, marks.S_BLOCKED].sum()) == 0


def test_a_dispatched_case_counts_as_referred_and_visits_as_its_own() -> None:
    """The forum that takes it books a referral, unless a crowd lodged it; the party has lodged once, and only there."""
    run = run_with(windows__hotline=0.5, windows__one_stop=0.5)
    n = int(run.state.count[marks.FILINGS])
    forums = np.isin(run.state.filing_forum[:n], (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION))
    mine = forums & (run.state.filing_found[:n] == 0)
    assert mine.sum() > 30
    own = mine & (run.state.filing_referred[:n] == 0)
    keys = run.state.id[run.state.filing_dispute[:n][own]]
    together = history_of(run).of(Event.TOGETHER)
    assert sorted(zip(keys.tolist(), run.state.filing_opened[:n][own].tolist(), strict=True)) == sorted(
        zip(together.key.tolist(), together.tick.tolist(), strict=True)
    )
