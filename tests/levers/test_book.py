"""The lever book: order cannot matter, an end gives back the exact bits, a restored book goes on as the first did."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import PolicyError, RunFailed, StoredFileError
from sim.levers import LEVERS, LeverBook, Patch, PublicFacts, Seen, lever_named
from sim.levers.patch import check_patch, columns
from sim.world import build_world
from tests.levers.tiny import bits, facts_of, scenario, seen_on, town_and_country

WORLD = town_and_country()
FACTS = facts_of(WORLD)
JOINED = tuple(lever for lever in LEVERS if lever.rule != "exclusive")
LAST = 120


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A mover made of ready patches; `every` > 0: it also adds to `audit`, from what it saw and how often it looked."""

    spec: str
    made: tuple[Patch, ...] = ()
    dose: float = 1.0
    start: int = 0
    end: int | None = None
    every: int = 0

    id = "plan"
    levers = tuple(lever.name for lever in LEVERS)

    @property
    def review_days(self) -> int:
        return self.every

    def patches(self, facts: PublicFacts) -> tuple[Patch, ...]:
        for one in self.made:
            check_patch(one, facts, self.spec)
        return self.made

    def new_memory(self, facts: PublicFacts) -> dict[str, Any]:
        return {"looks": np.zeros(1, dtype=np.int64), "sum": np.zeros(facts.n_places)}

    def decide(self, facts: PublicFacts, seen: Seen, memory: dict[str, Any]) -> tuple[Patch, ...]:  # noqa: ARG002
        memory["looks"] += 1
        memory["sum"] += seen.accepted * 0.001
        value = memory["sum"] + 0.01 * memory["looks"]
        rows = np.flatnonzero(seen.accepted % 2 == 1)  # some cells lapse from review to review
        return (patch("audit", value[rows] % 1.0, rows, day=self.start, until=self.end),)


def patch(lever: str, value: Any, rows: Any, slot: int | None = None, day: int = 0, until: int | None = None) -> Patch:
    index = np.asarray(rows, dtype=np.int64).reshape(-1)
    return Patch(
        day=day,
        until=until,
        lever=lever,
        index=index,
        slot=slot,
        operation=lever_named(lever).rule,
        value=np.broadcast_to(np.asarray(value, dtype=np.float64), index.shape).copy(),
    )


@st.composite
def plans(draw: st.DrawFn, levers: Any = JOINED, endless: bool = True) -> tuple[Plan, ...]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, 60))
        end = (
            draw(st.integers(start + 1, LAST - 20) | st.none()) if endless else draw(st.integers(start + 1, LAST - 20))
        )
        patches = []
        for _ in range(draw(st.integers(0, 4))):
            lever = draw(st.sampled_from(levers))
            rows = draw(st.lists(st.integers(0, FACTS.n_places - 1), unique=True, max_size=4))
            slot = draw(st.integers(0, columns(lever, FACTS) - 1)) if len(lever.axes) > 1 else None
            high = min(lever.high, 3.0)
            low = -high if lever.rule == "add" else max(lever.low, 0.0)
            values = [draw(st.floats(low, high)) for _ in rows]
            patches.append(patch(lever.name, values, rows, slot, start, end))
        every = draw(st.sampled_from((0, 0, 7, 30)))
        made.append(Plan(spec=f"plan{number}", made=tuple(patches), start=start, end=end, every=every))
    return tuple(made)


def seen_of(day: int) -> Seen:
    return seen_on(FACTS, day, accepted=(np.arange(FACTS.n_places) * 7 + day) % 11)


def run_to(book: LeverBook, last: int, first: int = -1) -> list[int]:
    """Apply every change day after `first` up to and with `last`; return them."""
    days, day = [], first
    while (later := book.next_change(day)) is not None and later <= last:
        book.apply(later, seen_of(later))
        days.append(later)
        day = later
    return days


def new_book(movers: Any) -> LeverBook:
    return LeverBook(scenario(), WORLD, movers)


@given(plans(), st.randoms(use_true_random=False), st.integers(0, LAST))
def test_the_order_of_policies_changes_no_bit(movers: tuple[Plan, ...], random: Any, day: int) -> None:
    """Two people who list the same policies differently must get one history."""
    shuffled = list(movers)
    random.shuffle(shuffled)
    one, other = new_book(movers), new_book(shuffled)
    assert run_to(one, day) == run_to(other, day)
    assert bits(one.values) == bits(other.values)
    assert bits(one.memory) == bits(other.memory)


@given(plans(endless=False))
def test_when_all_policies_have_ended_the_baseline_is_back_to_the_bit(movers: tuple[Plan, ...]) -> None:
    """A rounding left behind would be a policy that never ends."""
    book, baseline = new_book(movers), new_book(())
    run_to(book, LAST)
    assert bits(book.values) == bits(baseline.values)
    assert book.next_change(LAST) is None


@given(plans(), st.integers(-1, LAST), st.integers(0, LAST))
def test_a_restored_book_goes_on_as_the_first_did(movers: tuple[Plan, ...], day: int, later: int) -> None:
    """Stop and resume must give the same digest, so levers and memories must come back exactly."""
    first, second = new_book(movers), new_book(movers)
    run_to(first, day)
    kept = copy.deepcopy(first.memory)
    run_to(second, later)  # whatever it did before
    second.restore(day, kept)
    assert bits(second.values) == bits(first.values)
    assert bits(second.memory) == bits(first.memory)
    assert run_to(first, LAST, day) == run_to(second, LAST, day)
    assert bits(second.values) == bits(first.values)


@given(plans(), st.integers(-3, LAST))
def test_nothing_changes_on_a_day_that_is_not_due(movers: tuple[Plan, ...], day: int) -> None:
    """The engine runs from change to change without asking in between."""
    book = new_book(movers)
    run_to(book, day)
    before = bits(book.values)
    assert book.apply(day, seen_of(day)) == []  # a second time on the same day, or a day without change
    assert bits(book.values) == before
    assert book.is_due(day + 1) == (book.next_change(day) == day + 1)


@given(plans(), st.integers(0, LAST))
def test_every_value_stays_within_its_bounds(movers: tuple[Plan, ...], day: int) -> None:
    """Processes read levers without checking them."""
    book = new_book(movers)
    run_to(book, day)
    for lever in LEVERS:
        assert ((book.values[lever.name] >= lever.low) & (book.values[lever.name] <= lever.high)).all()


@given(plans(), st.integers(0, LAST))
def test_values_are_what_the_rules_say_cell_by_cell(movers: tuple[Plan, ...], day: int) -> None:
    """A second, plainer reading of add, multiply and max."""
    movers = tuple(Plan(spec=m.spec, made=m.made, start=m.start, end=m.end) for m in movers)
    book = new_book(movers)
    run_to(book, day)
    for lever in JOINED:
        expected = new_book(()).values[lever.name].reshape(FACTS.n_places, -1)
        touched = np.zeros_like(expected, dtype=bool)
        for one in (one for mover in movers for one in mover.made if one.lever == lever.name):
            if one.day <= day and (one.until is None or day < one.until):
                for row, value in zip(one.index, one.value, strict=True):
                    old = expected[row, one.slot or 0]
                    joined = {"add": old + value, "multiply": old * value, "max": max(old, value)}[lever.rule]
                    expected[row, one.slot or 0] = joined
                    touched[row, one.slot or 0] = True
        expected[touched] = np.clip(expected[touched], lever.low, lever.high)
        np.testing.assert_allclose(
            book.values[lever.name].reshape(FACTS.n_places, -1), expected, rtol=1e-12, atol=1e-12
        )


@pytest.mark.parametrize("lever", LEVERS, ids=lambda lever: lever.name)
def test_touching_a_lever_at_its_neutral_value_changes_no_byte(lever: Any) -> None:
    """The placebo of `definitions` 9, and it may stand in nobody's way either."""
    base = new_book(()).values[lever.name]
    neutral = {"add": 0.0, "multiply": 1.0}.get(lever.rule, base.flat[0])
    slot = 0 if len(lever.axes) > 1 else None
    placebo = Plan(spec="placebo", made=(patch(lever.name, neutral, range(FACTS.n_places), slot),))
    book = new_book((placebo,))
    assert book.next_change(-1) is None
    assert bits(book.values) == bits(new_book(()).values)


def test_an_empty_dose_is_no_policy() -> None:
    """Dose 0 must be the baseline to the byte, memory included."""
    off = Plan(spec="off", made=(patch("audit", 0.5, [1]),), dose=0.0, every=30)
    book = new_book((off,))
    assert book.next_change(-1) is None
    assert book.memory == {}


def test_arrays_are_written_in_place() -> None:
    """The engine's kernels hold these arrays for a whole run."""
    book = new_book((Plan(spec="one", made=(patch("audit", 0.5, [1], day=3, until=9),)),))
    held = dict(book.values)
    run_to(book, 3)
    assert all(book.values[name] is array for name, array in held.items())
    assert held["audit"][1] == pytest.approx(0.6)
    assert all(array.flags.c_contiguous and array.dtype == np.float64 for array in held.values())


def test_apply_names_what_changed() -> None:
    """The engine works minutes out anew only when capacity moved."""
    made = (patch("audit", 0.5, [1], day=3), patch("capacity", 2.0, [1], 0, day=3, until=9))
    book = new_book((Plan(spec="one", made=made),))
    assert book.next_change(-730) == 3
    assert sorted(book.apply(3, None)) == ["audit", "capacity"]
    assert book.next_change(3) == 9
    assert book.apply(9, None) == ["capacity"]


def test_policies_that_exclude_one_another_are_refused_before_the_run() -> None:
    """A conflict in month nine would throw the whole run away."""
    one = Plan(spec="one", made=(patch("gate_forward", 0.0, [2], 0, day=0, until=50),))
    other = Plan(spec="other", made=(patch("gate_forward", 1.0, [2], 0, day=40),))
    with pytest.raises(PolicyError, match="one and other: gate_forward takes one value"):
        new_book((one, other))
    later = Plan(spec="other", made=(patch("gate_forward", 1.0, [2], 0, day=50),))
    book = new_book((one, later))
    run_to(book, 50)
    assert book.values["gate_forward"][2, 0] == 1.0


def test_policies_that_agree_on_an_exclusive_lever_may_stand_together() -> None:
    """Agreement is no conflict."""
    one, other = (Plan(spec=name, made=(patch("gate_forward", 0.0, [2], 0),)) for name in ("one", "other"))
    book = new_book((one, other))
    run_to(book, 0)
    assert book.values["gate_forward"][2, 0] == 0.0


def test_the_same_policy_twice_is_refused() -> None:
    """Doses would add up unseen."""
    one = Plan(spec="one", made=(patch("audit", 0.2, [1]),))
    with pytest.raises(PolicyError, match="stand once"):
        new_book((one, one))


def test_a_review_without_anything_seen_fails_clearly() -> None:
    """A caller that forgets the reported ledger must not get a silent no-op."""
    book = new_book((Plan(spec="one", every=30),))
    with pytest.raises(RunFailed, match="one: needs what is seen on day 0"):
        book.apply(0, None)


def test_a_review_happens_once_a_day() -> None:
    """A run that stops and goes on applies the same day twice; a policy must not count it twice."""
    book = new_book((Plan(spec="one", every=30),))
    book.apply(0, seen_of(0))
    once = bits(book.memory)
    book.apply(0, seen_of(0))
    assert bits(book.memory) == once
    again = new_book((Plan(spec="one", every=30),))
    again.restore(0, book.memory)
    again.apply(0, seen_of(0))
    assert bits(again.memory) == once


def test_memory_of_other_policies_is_refused() -> None:
    """A checkpoint of another arm would put its levers into this one."""
    one, other = (
        new_book((Plan(spec="one", every=30),)),
        new_book((Plan(spec="two", every=30), Plan(spec="a", every=7))),
    )
    with pytest.raises(StoredFileError, match="same policies"):
        one.restore(3, other.memory)
    with pytest.raises(StoredFileError):
        one.restore(3, {})


def test_an_arm_may_branch_from_a_burn_in_without_memory() -> None:
    """Burn-in is run once, by a book without policies; every arm starts from its checkpoint."""
    book = new_book((Plan(spec="one", every=30),))
    run_to(book, 60)
    book.restore(-1, {})
    assert bits(book.values) == bits(new_book(()).values)
    assert book.memory["p0.plan.own.looks"][0] == 0


def test_a_built_world_is_read_as_it_is() -> None:
    """The other tests use invented columns; these must be the world's own names and meanings."""
    world = build_world(scenario(), cache=False)
    book = LeverBook(scenario(), world)
    assert book.facts.codes == ("C", "T1", "V1", "V2", "V3")
    assert book.facts.kinds == ("", "", "rural", "rural", "urban")
    assert book.facts.resident.tolist() == [3000, 3000, 1240, 860, 900]
    assert (book.facts.minutes == world.minutes).all()
    assert book.facts.base == 0
