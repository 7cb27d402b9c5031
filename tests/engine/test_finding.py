"""Finding early and padding in the engine: what they do to a society, what they leave alone, and nothing when off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.levers import Patch
from sim.names import EndState, Event, Origin, State
from sim.records import take_records
from sim.scenario import load_scenario
from sim.world import build_world
from tests.engine.before import NUMBERS
from tests.engine.history import history_of, roots_of
from tests.engine.invariants import broken
from tests.engine.societies import changed, society
from tests.engine.test_before import LATER
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS, Trial

OFF = {f"processes.{name}": False for name in LATER} | NUMBERS
BEFORE = {
    # digests of runs from before there was finding or padding
    "classroom": "acbb36199e9b9896483ba268c9f84aebbe181bb2140dafbed0dbb100874f42c1",
    "fengqiao_town": "9d1863cf65c009a468b4ec8b8cae181c285393893bf0119187bdca647cba851f",
    "authority": "84aa56cdef5a97fb6b6b146e684ba26412f34fd891e3d3c6bbca341273e0d6b3",
    "blocked": "cd337ce8f119ce6920e1a60e536cbd9d5a407dee5e56f61518cc449fb6a73163",
    "hot": "fdc223f831ae2fa73748648eabf2c9eac3ce37672dcbf6b8999188c96e813001",
}


@dataclass(frozen=True, kw_only=True)
class Looking:
    """A policy that looks `factor` times as hard, everywhere, from `start` to `end`."""

    factor: float
    start: int = 0
    end: int | None = None
    id: str = "looking"
    dose: float = 1.0
    review_days: int = 0
    levers: tuple[str, ...] = ("detection",)

    @property
    def spec(self) -> str:
        return f"looking({self.factor},{self.start},{self.end})"

    def patches(self, facts: Any) -> tuple[Patch, ...]:
        everywhere = np.arange(facts.n_places)
        value = np.full(facts.n_places, self.factor)
        return (
            Patch(
                day=self.start, until=self.end, lever="detection", index=everywhere, slot=None, operation="multiply",
                value=value,
            ),
        )  # fmt: skip

    def new_memory(self, _facts: Any) -> dict[str, Any]:
        return {}

    def decide(self, *_seen: Any) -> tuple[Patch, ...]:
        raise AssertionError("a static policy is never asked")


def run_with(policies: tuple[Any, ...] = (), ticks: int = 220, **numbers: float) -> Run:
    """A small society in which much is latent for long; section__name=value changes a number."""
    sections: dict[str, dict[str, Any]] = {}
    for key, value in numbers.items():
        section, _, name = key.partition("__")
        sections.setdefault(section, {})[name] = value
    pair = changed(society(5, BUSY | PRESETS["found"], levels=LEVEL_SETS[1], households=60), **sections)
    run = Run(*pair, policies, seed=4, burn_in=0, keep_events=True)
    run.advance(ticks)
    return run


def found_days(run: Run) -> dict[int, int]:
    """Tick of finding by root: children need not exist in another arm."""
    found, st = history_of(run).of(Event.FOUND), run.state
    roots = set(st.id[st.origin == Origin.ROOT].tolist())
    return {key: tick for key, tick in zip(found.key.tolist(), found.tick.tolist(), strict=True) if key in roots}


@pytest.mark.parametrize("name", ["classroom", "fengqiao_town"])
def test_switched_off_the_library_has_the_history_it_had(name: str) -> None:
    """To the bit: digests were recorded before the first line of this process was written."""
    burn_in, days = {"classroom": (30, 200), "fengqiao_town": (60, 120)}[name]
    scenario = load_scenario(name, {"time.burn_in": burn_in, **OFF})
    run = Run(scenario, build_world(scenario), seed=3)
    run.advance(days)
    assert run.digest == BEFORE[name]


@pytest.mark.parametrize("preset", ["authority", "blocked", "hot"])
def test_switched_off_a_random_society_has_the_history_it_had(preset: str) -> None:
    """The same where much more happens, and under a policy."""
    overrides: dict[str, Any] = dict(BUSY) | PRESETS[preset] | OFF
    trial = Trial(
        world_seed=21, seed=5, levels=LEVEL_SETS[2], overrides=overrides, ticks=90, arm="keep_in_village(start=5)"
    )
    run = Run(*trial.society(), trial.policies(), seed=trial.seed)
    run.advance(trial.ticks)
    assert run.digest == BEFORE[preset]


def test_roots_are_the_same_on_and_off() -> None:
    """Looking moves no root: what is felt is exogenous, and paired between arms (definitions 5)."""
    births = [roots_of(run) for run in (run_with(), run_with((Looking(factor=5.0),)), run_with((Looking(factor=0.0),)))]
    assert births[0] == births[1] == births[2]


def test_more_looking_finds_the_same_sooner_and_more_besides() -> None:
    """The promise of one Exp(1): at lever 3 everyone found at lever 1 is found no later, unless they speak before."""
    plain, harder = found_days(run_with()), found_days(run_with((Looking(factor=3.0),)))
    assert len(harder) > 1.3 * len(plain) > 30
    assert not plain.keys() - harder.keys()
    assert all(harder[key] <= day for key, day in plain.items())
    assert sum(harder[key] < day for key, day in plain.items()) > len(plain) / 2


def test_a_lever_that_moves_while_grievances_wait_keeps_what_was_looked_so_far() -> None:
    """Integrated hazard: looking that stops on day 60 and comes back on day 120 finds exactly sixty days later."""
    pause = found_days(run_with((Looking(factor=0.0, start=60, end=120),)))
    plain = found_days(run_with())
    assert {key: day for key, day in pause.items() if day < 60} == {key: day for key, day in plain.items() if day < 60}
    assert not [day for day in pause.values() if 60 <= day < 120]
    later = {key: day for key, day in pause.items() if day >= 120}
    both = later.keys() & plain.keys()
    born = run_with(ticks=1).state  # those of the starting stock, latent all along
    stock = set(born.id[: int(born.count[marks.DISPUTES])].tolist())
    assert both & stock
    assert all(later[key] == plain[key] + 60 for key in both & stock)


def test_a_run_that_is_branched_and_stopped_every_day_finds_on_the_same_days() -> None:
    """Exposure is state: it is kept by checkpoints and branches, also on the day on which the lever moves."""
    arm = (Looking(factor=3.0, start=40, end=90),)
    whole = run_with(arm)
    base = run_with(ticks=40)
    branch = base.branch(arm)
    while branch.tick < 220:
        branch.advance(1)
    assert branch.digest == whole.digest


def test_what_is_found_is_opened_by_the_lowest_forum_and_spills_nothing() -> None:
    """No claim, no spill: the first case stands at the base, and nobody has lodged anything yet."""
    run = run_with()
    st, n = run.state, int(run.state.count[marks.FILINGS])
    found = np.flatnonzero(st.filing_found[:n])
    assert len(found) > 30
    assert (st.filing_channel[found] == 2 + int(run.p.base)).all()
    assert (st.filing_referred[found] == 0).all()
    first: dict[int, int] = {}
    for row, dispute in enumerate(st.filing_dispute[:n].tolist()):
        first.setdefault(dispute, row)
    assert all(first[int(st.filing_dispute[row])] == row for row in found)
    quiet = (st.voiced == marks.NEVER) & ((st.tried & marks.FOUND) > 0)
    assert quiet.any()
    spilled = marks.ABOVE | marks.BEYOND | marks.COURT_ABOVE | marks.CARRIED | marks.ATTEMPTED | marks.SKIPPED
    assert not (st.marks[quiet] & spilled).any()
    assert broken(run) == []


def test_what_is_settled_early_is_prevented_and_what_is_not_is_voiced_that_day() -> None:
    """Definitions 4: found and settled before voiced. Any other end is known to a third party."""
    run = run_with(ticks=400)
    ledger = take_records(run).disputes
    found = (ledger.tried & marks.FOUND) > 0
    prevented = ledger.end_state == EndState.PREVENTED
    assert prevented.sum() > 10
    assert (found & (ledger.voiced == marks.NEVER))[prevented].all()
    assert np.isin(ledger.state[prevented], (State.SETTLED, State.FINAL)).all()
    ended = history_of(run).of(Event.ENDED)
    known = ended.only(ended.detail >> 32 & 1 == 1)
    assert len(known) > 10
    day = dict(zip(ledger.id.tolist(), ledger.voiced.tolist(), strict=True))
    assert all(day[key] == tick for key, tick in zip(known.key.tolist(), known.tick.tolist(), strict=True))
    back = history_of(run).of(Event.REOPENED)
    back = back.only(back.detail >> 8 & 1 == 1)
    assert len(back) > 0
    assert all(day[key] == tick for key, tick in zip(back.key.tolist(), back.tick.tolist(), strict=True))


def test_finding_prevents_some_and_brings_others_out() -> None:
    """Paired effect, for good and for ill: some who would have spoken never need to; some who would have forgotten are
    known, and not settled. Which of the two prevails is not laid down."""
    on, off = (take_records(run_with(ticks=400, processes__detection=on)).disputes for on in (True, False))
    born = [set(one.id[(one.born >= 0) & (one.origin == Origin.ROOT)].tolist()) for one in (on, off)]
    assert born[0] == born[1]
    prevented = born[0] & set(on.id[on.end_state == EndState.PREVENTED].tolist())
    assert len(prevented & set(off.id[off.voiced != marks.NEVER].tolist())) > 3
    faded = born[0] & set(off.id[off.state == State.FADED].tolist())
    known = set(on.id[((on.tried & marks.FOUND) > 0) & (on.voiced != marks.NEVER)].tolist())
    assert len(faded & known) > 3
    assert not ((off.tried & marks.FOUND) > 0).any()
    assert not (off.end_state == EndState.PREVENTED).any()


def test_nobody_is_found_where_nobody_works() -> None:
    """A committee without hours opens nothing: the grievance stays latent, is voiced or fades, and is not lost."""
    run = run_with(staff__committee_session=1.0)
    pair = changed(society(5, BUSY | PRESETS["found"], levels=LEVEL_SETS[1], households=60))
    pair[1].minutes[:, int(run.p.base)] = 0
    idle = Run(*pair, seed=4, burn_in=0)
    idle.advance(220)
    assert int(idle.state.series[:, marks.S_FOUND].sum()) == 0
    assert int(idle.state.series[:, marks.S_FALSE_ALARMS].sum()) == 0
    assert broken(idle) == []


def test_false_alarms_follow_their_share_and_cost_hours() -> None:
    """None at share 0; more of them with more looking, one upon the other; their minutes leave the lowest line."""
    alarms = {
        (share, factor): int(
            run_with((Looking(factor=factor),), finding__false_share=share).state.series[:, marks.S_FALSE_ALARMS].sum()
        )
        for share, factor in ((0.0, 1.0), (1.0, 1.0), (5.0, 1.0), (1.0, 4.0))
    }
    assert alarms[0.0, 1.0] == 0 < alarms[1.0, 1.0] < min(alarms[5.0, 1.0], alarms[1.0, 4.0])
    served = [
        int(run_with(finding__false_share=5.0, finding__false_minutes=minutes).state.series[:, marks.S_SESSIONS].sum())
        for minutes in (0, 240)
    ]
    assert served[1] < served[0]


def test_padding_without_paperwork_leaves_the_true_ledger_alone() -> None:
    """Reported ledger only: with no minutes and no policy that reads the books, not one event of a dispute moves."""
    runs = [run_with(padding__pad=pad, padding__minutes=0) for pad in (0.0, 0.6)]
    words = []
    for run in runs:
        history = run.events[0]
        words.append(history[(history[:, 0].astype(np.int64) >> 16 & 255) != Event.PADDED])
    assert np.array_equal(*words)
    padded = [run.state.series[:, marks.S_PADDED : marks.S_PADDED + 7].sum(axis=0) for run in runs]
    assert not padded[0].any()
    assert padded[1][:2].sum() > 20
    assert not padded[1][2:].any()  # the classroom's third level is a petition office: not of people's mediation


def test_padded_entries_are_what_institutions_see() -> None:
    """Policies see the padded figures: accepted and booked rise by the same entries, and nothing else does."""
    from sim.engine.seen import reported_figures

    seen = []
    for pad in (0.0, 0.6):
        run = run_with(padding__pad=pad, padding__minutes=0, ticks=220)
        days = int(run.p.appraisal_review_days)
        seen.append(reported_figures(run.state, run.book.facts, tick=run.tick, day=run.day, review_days=days))
    more = seen[1].accepted - seen[0].accepted
    assert more.sum() > 0
    assert np.array_equal(more, seen[1].booked_success - seen[0].booked_success)
    assert np.array_equal(seen[0].registered_petitions, seen[1].registered_petitions)


def test_paperwork_takes_hours_from_cases() -> None:
    """Hours are what padding costs in truth."""
    sessions = [
        int(run_with(padding__minutes=minutes).state.series[:, marks.S_SESSIONS : marks.S_SESSIONS + 2].sum())
        for minutes in (0, 120)
    ]
    assert sessions[1] < sessions[0]
