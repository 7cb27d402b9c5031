"""The twin's own sanity: it must be a sound model by itself before it can be a witness for the engine."""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings

from sim.names import Event, Origin, State
from tests.twin.dispute import ACTIVE, OVER
from tests.twin.history import Row
from tests.twin.model import TwinModel
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS, Trial, trials


def run(trial: Trial) -> TwinModel:
    scenario, world = trial.society()
    return TwinModel(scenario, world, trial.policies(), trial.seed).run(trial.ticks)


@cache
def busy(preset: str = "gated", seed: int = 3, levels: tuple[str, ...] = LEVEL_SETS[2], ticks: int = 200) -> TwinModel:
    return run(Trial(world_seed=seed, seed=seed, levels=levels, overrides=BUSY | PRESETS[preset], ticks=ticks))


@given(trials())
@settings(max_examples=3)
def test_every_grievance_is_in_one_place_at_a_time(trial: Trial) -> None:
    """Conservation: a queued dispute stands in one line once, or is set aside until a day; no other is in a line."""
    model = run(trial)
    in_line = Counter(dispute.id for line in model.lines.values() for dispute in line.waiting)
    assert set(in_line.values()) <= {1}
    queued = [one for one in model.disputes.values() if one.state == State.QUEUED]
    assert in_line.keys() == {one.id for one in queued if one.case is not None and one.case.back_on is None}
    assert {one.id for one in model.living} == {one.id for one in model.disputes.values() if one.state not in OVER}
    for one in model.disputes.values():
        assert (one.case is not None) == (one.state == State.QUEUED)
        assert one.state in OVER or one.due >= model.tick
        assert 0.0 <= one.hostility <= 1.0
        assert 0.0 <= one.interest <= 1.0


@given(trials())
@settings(max_examples=3)
def test_no_line_works_longer_than_its_hours(trial: Trial) -> None:
    """Capacity is never exceeded: minutes used and saved are at most the minutes since the start of the run."""
    still = trial.overrides | dict.fromkeys(
        ("processes.turnover", "processes.volunteers", "processes.emergency"), False
    )  # each changes a line's hours in the course of a run
    trial = Trial(**{**vars(trial), "arm": "baseline", "reacts": None, "overrides": still})
    model = run(trial)
    for line in model.lines.values():
        assert line.minutes_used + line.credit <= line.minutes(model) * model.tick


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_the_digest_is_the_chained_hash_of_the_history_shown(preset: str) -> None:
    """Otherwise equal digests would say nothing about the events that the comparison prints."""
    model = busy(preset, ticks=60)
    link, rows = bytes(32), list(model.events)
    while len(rows) >= 256:
        link, rows = hashed(link, rows[:256]), rows[256:]
    assert hashed(link, rows).hex() == model.digest


def hashed(link: bytes, rows: list[Row]) -> bytes:
    """sha256 over what went before, the integers of all rows, then their floats."""
    words = b"".join(struct.pack("<4Q", *row[:4]) for row in rows)
    return hashlib.sha256(link + words + b"".join(struct.pack("<3d", *row[4:]) for row in rows)).digest()


def test_events_stand_in_canonical_order() -> None:
    """Rows are ordered by tick, phase and key; only events of one key and phase keep the order they happened in."""
    order = [(row[0] >> 32, row[0] >> 24 & 255, row[1]) for row in busy().events]
    assert order == sorted(order)


def test_the_history_accounts_for_every_state() -> None:
    """Counting events must lead to the states found at the end: nothing happens off the record."""
    model = busy("quick", ticks=420)
    kinds = Counter(Event(row[0] >> 16 & 255) for row in model.events)
    assert kinds[Event.BORN] == len(model.disputes)
    assert kinds[Event.FADED] == model.count(State.FADED)
    assert kinds[Event.FINAL] == model.count(State.FINAL) > 0
    assert kinds[Event.FORGOTTEN] == model.count(State.FORGOTTEN)
    assert (
        kinds[Event.ACCEPTED] - kinds[Event.ENDED]
        == model.count(State.QUEUED)
        == len(model.filings) - sum(case.closed is not None for _, case in model.filings)
    )
    voiced_before = sum(one.legacy and one.voiced is not None and one.voiced < 0 for one in model.disputes.values())
    told_later = {Event.ENDED: 32, Event.REOPENED: 8}
    later = sum(row[3] >> told_later.get(Event(row[0] >> 16 & 255), 63) & 1 for row in model.events)
    assert kinds[Event.VOICED] + later + voiced_before == sum(one.voiced is not None for one in model.disputes.values())


def test_the_starting_stock_holds_only_what_may_lie_in_it() -> None:
    """At tick 0 nobody is in a line or in talk, who is settled comes back, and everyone is due later."""
    scenario, world = Trial(world_seed=1, seed=1, overrides=BUSY).society()
    model = TwinModel(scenario, world, seed=1)
    closed = {State.SETTLED, State.ACCEPTED}
    held = {one.state for one in model.disputes.values()}
    assert held == {State.LATENT, State.OPEN, State.LUMPED, State.SUPPRESSED, *closed}
    for one in model.disputes.values():
        assert one.legacy
        assert one.born < 0 <= one.due
        assert one.origin == Origin.ROOT
        assert (one.state == State.LATENT) == (one.voiced is None)
        if one.state == State.LATENT:
            assert one.episode == one.attempts == 0
        if one.state in closed:
            assert one.due == one.return_day


def test_one_seed_gives_one_history_and_another_seed_another() -> None:
    """A witness that contradicts itself proves nothing; one that ignores its seed proves nothing either."""
    again = run(Trial(world_seed=3, seed=3, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["gated"], ticks=200))
    other = run(Trial(world_seed=3, seed=4, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["gated"], ticks=200))
    assert again.digest == busy().digest != other.digest


def test_looking_at_moods_writes_nothing() -> None:
    """Splitting a decay interval changes bits, so a model that is watched must be the model that is not."""
    trial = Trial(world_seed=5, seed=5, overrides=BUSY | PRESETS["hot"], ticks=60)
    scenario, world = trial.society()
    watched = TwinModel(scenario, world, seed=5)
    for _ in range(trial.ticks):
        watched.step()
        for place in watched.leaves:
            assert all(0.0 <= person.mood_on(watched.tick) <= 1.0 for person in place.residents)
    assert watched.digest == run(trial).digest
    assert any(person.mood_units for place in watched.leaves for person in place.residents)


def test_children_have_a_family_and_a_cause() -> None:
    """Each child belongs to the family of an earlier root; a sympathetic one shares its cause and respondent."""
    for preset, origin in (("hot", Origin.CONTAGION), ("blocked", Origin.TREATMENT)):
        model = busy(preset)
        children = [one for one in model.disputes.values() if one.origin == origin]
        assert children
        for child in children:
            root = model.disputes[child.root]
            assert root.origin == Origin.ROOT
            assert root.born < child.born
            if origin == Origin.CONTAGION:
                family = [one for one in model.disputes.values() if one.cause == child.cause and one is not child]
                assert any(one.respondent.key == child.respondent.key for one in family)
                assert child.claimant.household is not child.respondent.household


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_all_active_disputes_have_a_day_to_come(preset: str) -> None:
    """Nobody visits a dispute that is never due: an active one without a day would be lost in silence."""
    model = busy(preset, ticks=60)
    horizon = model.tick + 30_000
    assert all(model.tick <= one.due <= horizon for one in model.disputes.values() if one.state in ACTIVE)
