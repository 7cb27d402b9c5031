"""The engine and the readable twin give one history, to the bit: the strongest single proof that the engine is right.

Both were written from `docs/day.md` alone, by different hands; they share scenario, world, levers, rules and draws.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sim.engine.run import Run
from sim.names import Event, Origin, State, Way
from sim.scenario import load_scenario
from sim.world import build_world
from tests.engine.beside_twin import hidden_difference
from tests.policies.every import OWN
from tests.twin.compare import first_difference, rows_of
from tests.twin.model import TwinModel
from tests.twin.reactor import COUNTED, Reactor
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import ARMS, BUSY, PRESETS, Shaker, Trial, trials


def both(trial: Trial, chunk: int = 1_000) -> tuple[Run, TwinModel]:
    """The engine's run and the twin's; the engine advances by `chunk` ticks at a time."""
    scenario, world = trial.society()
    twin = TwinModel(scenario, world, trial.policies(), trial.seed).run(trial.ticks)
    run = Run(scenario, world, trial.policies(), seed=trial.seed, keep_events=True)
    while run.tick < trial.ticks:
        run.advance(min(chunk, trial.ticks - run.tick))
    return run, twin


def check_equal(run: Run, twin: TwinModel) -> None:
    """Equal events, digests and, behind them, columns that no event shows."""
    difference = first_difference(run.events, twin.events, ("engine", "twin"))
    assert difference is None, difference
    assert run.digest == twin.digest
    assert hidden_difference(run, twin) is None


@given(trials(ticks=(40, 70, 100)))
@settings(max_examples=3)
def test_engine_and_twin_give_one_history_on_random_societies(trial: Trial) -> None:
    """Any small tree, any parameters inside their ranges, any switches and policies: not one bit apart."""
    check_equal(*both(trial))


@pytest.mark.slow
@given(trials(ticks=(60, 130, 250)))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_engine_and_twin_give_one_history_on_many_random_societies(trial: Trial) -> None:
    """The same over dozens of societies and longer times: rare meetings of rules are where two readings part."""
    check_equal(*both(trial))


def trouble(preset: str, number: int) -> Trial:
    """A process made common, on one kind of tree."""
    return Trial(
        world_seed=11 + number,
        seed=number,
        levels=LEVEL_SETS[number],
        households=20,
        overrides=BUSY | PRESETS[preset],
        ticks=60,
    )


@pytest.mark.parametrize("preset", sorted(PRESETS)[::3])
def test_each_kind_of_trouble_agrees(preset: str) -> None:
    """Processes made common in turn, so that a fault is met under its own name; all of them where it is slow."""
    check_equal(*both(trouble(preset, sorted(PRESETS).index(preset) % len(LEVEL_SETS))))


@pytest.mark.slow
@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_each_kind_of_trouble_agrees_on_every_kind_of_tree(preset: str) -> None:
    """The same on all kinds of tree: missing tiers and more levels meet each process."""
    for number in range(len(LEVEL_SETS)):
        check_equal(*both(trouble(preset, number)))


def few(arms: list[Any], *quick: int) -> list[Any]:
    """These arms at once, all others where it is slow."""
    return [arm if k in quick else pytest.param(arm, marks=pytest.mark.slow) for k, arm in enumerate(arms)]


@pytest.mark.parametrize("arm", few([*ARMS], 3, 5))
def test_policies_move_both_alike(arm: str) -> None:
    """Levers change between days in both; a policy seen a day late by one of them would show here."""
    trial = Trial(world_seed=4, seed=9, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["gated"], arm=arm, ticks=80)
    check_equal(*both(trial))


def test_those_who_go_for_pay_agree_where_petitions_are_paid() -> None:
    """Rounds worth more, claims counted on, cases shelved: the three places that read one lever, together."""
    changed = BUSY | PRESETS["roused"] | {"claim.paid_off": 0.8, "types.damages.share": 2.0}
    arm = "compensation(insurance=0.7,calm=0.8,start=10)"
    levels = LEVEL_SETS[1]
    check_equal(*both(Trial(world_seed=6, seed=2, levels=levels, households=8, overrides=changed, arm=arm, ticks=40)))


@pytest.mark.parametrize("arm", few([*ARMS, Shaker(seed=8, start=4, end=70)], 2, 8), ids=str)
def test_a_policy_that_reacts_to_the_books_agrees(arm: str | Shaker) -> None:
    """Each side shows the policy its own books, alone and beside static policies: a figure apart is a lever apart."""
    reacts = Reactor(review_days=5, start=2, end=75)
    overrides = BUSY | PRESETS["outside"] | PRESETS["jammed"] | {"appraisal.review_days": 9, "claim.petition": 4.0}
    overrides |= {"desk.hotline_hours": 1000.0}  # somebody is answered in time
    trial = Trial(
        world_seed=4, seed=9, levels=LEVEL_SETS[2], overrides=overrides, arm=arm, ticks=90, reacts=reacts
    )  # fmt: skip
    run, twin = both(trial)
    check_equal(run, twin)
    (prefix,) = {name.rpartition("own.")[0] for name in run.book.memory if "own." in name}
    shown = {name: int(run.book.memory[f"{prefix}own.sum_{name}"].sum()) for name in COUNTED}
    shown.pop("group_incidents")  # may be few
    assert min(shown.values()) > 5, shown


def test_a_users_own_policy_that_reacts_agrees() -> None:
    """The same door as the library's: a file of one's own that goes where the books say most is accepted."""
    overrides = BUSY | PRESETS["calm"] | {"appraisal.review_days": 10, "staff.office": 2.0}
    arm = f"{OWN}:RovingMediators(share=0.4,start=3)+keep_in_village"
    trial = Trial(world_seed=4, seed=2, levels=LEVEL_SETS[1], overrides=overrides, arm=arm, ticks=90)
    run, twin = both(trial)
    check_equal(run, twin)
    (visits,) = (array for name, array in run.book.memory.items() if name.endswith("visits"))
    assert visits.sum() > 0


@pytest.mark.parametrize("chunk", [1, 7])
def test_chunks_change_nothing(chunk: int) -> None:
    """A run that stops every day is the run that does not stop, and both are the twin's; also where a policy reacts."""
    trial = Trial(
        world_seed=6, seed=2, overrides=BUSY | PRESETS["hot"] | {"appraisal.review_days": 8}, arm=ARMS[2], ticks=90,
        reacts=Reactor(review_days=3, start=1),
    )  # fmt: skip
    check_equal(*both(trial, chunk))


def test_a_built_world_agrees_over_its_burn_in() -> None:
    """The library's classroom, about 3,000 residents with drawn ties: not only worlds made for tests."""
    scenario = load_scenario("classroom", {"time.burn_in": 150})
    world = build_world(scenario)
    twin = TwinModel(scenario, world, (), 5).run(200)
    run = Run(scenario, world, seed=5, keep_events=True)
    run.advance(200)
    check_equal(run, twin)


@pytest.mark.nojit
def test_a_tiny_society_agrees_compiled_or_not() -> None:
    """Also run with the JIT off: the engine's plain Python body is the same engine."""
    trial = Trial(world_seed=2, seed=3, households=8, overrides=BUSY | PRESETS["blocked"], ticks=40)
    run, twin = both(trial)
    check_equal(run, twin)
    assert len(twin.events) > 150


@pytest.mark.slow
def test_the_comparison_meets_every_event_and_every_way_to_end() -> None:
    """A rule that never runs is never compared: the trials above must between them show all that can happen."""
    met: Counter[Any] = Counter()
    for preset in PRESETS:
        ticks = 420 if preset in ("quick", "found") else 150
        trial = Trial(
            world_seed=7, seed=2, levels=LEVEL_SETS[2], households=25, overrides=BUSY | PRESETS[preset], ticks=ticks
        )
        run, twin = both(trial)
        check_equal(run, twin)
        for head, _, _, detail, *_ in rows_of(run.events):
            kind = Event(head >> 16 & 255)
            met[kind] += 1
            if kind == Event.BORN:
                met[Origin(detail >> 32 & 255)] += 1
            elif kind in (Event.ENDED, Event.TALK, Event.REGISTERED, Event.ATTENDED):
                met["way", Way(detail & 255)] += 1
                met["forwarded"] += detail >> 16 & 1
                met["felt fair"] += detail >> 24 & 1
                met["voiced by its end"] += detail >> 32 & 1
            elif kind == Event.REOPENED:
                met["from", State(detail & 255)] += 1
                met["voiced by return"] += detail >> 8 & 1
    ways = set(Way) - {Way.NONE, Way.BLOCKED, Way.RETURNED, Way.NOT_FILED, Way.LUMPED, Way.BROKEN}
    rest = {State.LUMPED, State.SUPPRESSED, State.SETTLED, State.ACCEPTED}
    wanted = {
        *(set(Event) - {Event.LUMPED}),
        *Origin,
        "forwarded",
        "felt fair",
        "voiced by its end",
        "voiced by return",
    }
    wanted |= {("way", way) for way in ways} | {("from", state) for state in rest}
    assert not {one for one in wanted if not met[one]}
