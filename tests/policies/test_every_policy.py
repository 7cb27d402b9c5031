"""What each policy declares about itself, held against what it does. A new system is under these tests at once."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from sim.analysis import INDICATORS
from sim.levers import LEVERS, LeverBook
from sim.policies import Arm, cost, parse_arm, rankable
from sim.policies.base import GRADES, PROCESS, options_of
from tests.levers.tiny import bits, scenario
from tests.policies.every import EVERY, LIBRARY, NAMES, WORLD, book_on, changed, enacted, figures

pytestmark = pytest.mark.parametrize("text", EVERY, ids=NAMES)
BASE = bits(LeverBook(scenario(), WORLD, ()).values)


def test_it_moves_what_it_declares_and_nothing_else(text: str) -> None:
    """The declaration is what a reader trusts: an undeclared lever is a hidden effect, an unmoved one a promise."""
    policy = enacted(text)
    moved = set(changed(book_on(0, policy)))
    assert moved
    assert moved <= set(policy.levers)
    if text in LIBRARY:
        arms = [enacted(one) for one in LIBRARY if one.partition("(")[0] == policy.name]
        stretched = [enacted(policy.name, clock=20)] if "gate_clock" in policy.levers else []
        assert set().union(*(changed(book_on(0, one)) for one in arms + stretched)) == set(policy.levers)


def test_dose_zero_changes_no_byte(text: str) -> None:
    """An arm with an empty dose must be the baseline, or comparisons measure the machinery."""
    book = book_on(400, enacted(text, dose=0))
    assert bits(book.values) == BASE
    assert book.next_change(-1) is None
    assert enacted(text, dose=0).patches(book.facts) == ()
    assert enacted(text, dose=0).decide(book.facts, figures(book.facts, 0), {}) == ()


def test_half_a_dose_is_not_the_full_one_and_not_nothing(text: str) -> None:
    """A dose that does nothing between its ends is no dose."""
    half, full = (bits(book_on(0, enacted(text, dose=dose)).values) for dose in (0.5, 1))
    assert half != BASE
    assert half != full


def test_it_keeps_to_its_dates(text: str) -> None:
    """Timing is half of a policy; and after its end the baseline must be back to the bit."""
    policy = enacted(text, start=30, end=95)
    assert bits(book_on(29, policy).values) == BASE
    assert bits(book_on(30, policy).values) != BASE
    assert bits(book_on(94, policy).values) != BASE
    assert bits(book_on(95, policy).values) == BASE


@pytest.mark.parametrize("words", ["rural", "urban", "P4", "P1|P4", "village", "town|city"])
def test_it_keeps_to_its_targets(text: str, words: str) -> None:
    """A pilot in one town must leave every other place as it was."""
    policy = enacted(text, targets=words)
    inside = policy.context(LeverBook(scenario(), WORLD, ()).facts).targets
    for mask in changed(book_on(0, policy)).values():
        assert not mask[~inside].any()


@pytest.mark.parametrize("dose", [0.01, 1])
def test_levers_stay_within_their_bounds(text: str, dose: float) -> None:
    """Processes read levers without checking them."""
    book = book_on(60, enacted(text, dose=dose))
    for lever in LEVERS:
        assert ((book.values[lever.name] >= lever.low) & (book.values[lever.name] <= lever.high)).all()


def test_both_languages_are_written(text: str) -> None:
    """Half of the readers read one of them."""
    facts = enacted(text).facts
    for words in (facts.title, facts.law, facts.good, facts.harm):
        assert any("一" <= sign <= "鿿" for sign in words.zh)
        assert words.en.strip()
        assert not any("一" <= sign <= "鿿" for sign in words.en)


def test_it_names_a_harm_and_keeps_to_the_wording(text: str) -> None:
    """No winner by construction; and no forecast in our own voice."""
    facts = enacted(text).facts
    for words in (facts.good, facts.harm):
        assert not {"will", "predict", "predicts"} & set(words.en.lower().replace(",", " ").split())
        assert "预测" not in words.zh


def test_what_is_direct_can_be_looked_up(text: str) -> None:
    """A direct indicator is never a proof (`definitions` 9); one by a name of its own could not be told apart."""
    direct = enacted(text).facts.direct
    assert set(direct) <= {*PROCESS, *(row.name for row in INDICATORS)}
    assert len(set(direct)) == len(direct)
    assert not {"true_resolution", "held_below_competence"} & set(direct)
    assert set(parse_arm(f"{text}+keep_in_village(dose=0.3)").direct) >= {*direct, "spill"}


def test_its_price_is_a_price(text: str) -> None:
    """A cost below nothing would make doing more of anything look free."""
    policy = enacted(text)
    price = policy.facts.price
    assert price.grade in GRADES
    assert price.source
    full, half = cost(policy, scenario(), WORLD, 365), cost(enacted(text, dose=0.5), scenario(), WORLD, 365)
    assert min(full) >= 0
    assert max(full) > 0
    assert sum(half) < sum(full)
    assert cost(policy, scenario(), WORLD, 0) == (0, 0)
    assert cost(enacted(text, dose=0), scenario(), WORLD, 365) == (0, 0)
    late = enacted(text, start=100, end=173)
    assert cost(late, scenario(), WORLD, 730).staff_days == pytest.approx(full.staff_days * 73 / 365)


def test_options_lie_within_their_bounds_and_have_a_source(text: str) -> None:
    """Each number has unit, range, source and grade."""
    for one in options_of(type(enacted(text).policy)).values():
        assert one.low <= one.default <= one.high
        assert one.unit
        assert one.zh
        assert one.en
        assert one.source
        assert one.grade in GRADES


def test_a_diagnostic_is_never_ranked(text: str) -> None:
    """It is run to show harm; a ranking would recommend it."""
    arm = parse_arm(text)
    joined = parse_arm(f"{text}+keep_in_village(dose=0.3)")
    kept = rankable((Arm(), arm, joined))
    diagnostic = arm.policies[0].facts.standing == "diagnostic"
    assert (arm in kept) is not diagnostic
    assert (joined in kept) is not diagnostic


def test_its_text_gives_the_same_policy_back(text: str) -> None:
    """A run folder keeps the text; a re-run must be the same run, in another process too."""
    arm = parse_arm(text)
    again = parse_arm(arm.spec, arm.sources)
    sent = pickle.loads(pickle.dumps(arm))  # noqa: S301 - our own bytes
    for other in (again, sent):
        assert other.spec == arm.spec
        assert other.sources == arm.sources
        assert bits(book_on(60, *other.policies).values) == bits(book_on(60, *arm.policies).values)
    (one,) = arm.policies
    assert pickle.loads(pickle.dumps(one)).spec == one.spec  # noqa: S301
    assert "/" not in arm.spec


def test_it_may_stand_beside_every_other_in_any_order(text: str) -> None:
    """Policies add up; an order of mention is no order of law."""
    for other in EVERY:
        if other.partition("(")[0] == text.partition("(")[0]:
            continue
        one, two = enacted(text), enacted(other, dose=0.5, start=20)
        assert bits(book_on(60, one, two).values) == bits(book_on(60, two, one).values)


def test_it_reads_no_clock_and_no_dice(text: str) -> None:
    """The same facts must give the same patches, or a re-run has another digest."""
    facts = LeverBook(scenario(), WORLD, ()).facts
    first, second = enacted(text).patches(facts), enacted(text).patches(facts)
    assert len(first) == len(second)
    for one, other in zip(first, second, strict=True):
        assert (one.lever, one.slot, one.day, one.until) == (other.lever, other.slot, other.day, other.until)
        assert np.array_equal(one.index, other.index)
        assert one.value.tobytes() == other.value.tobytes()
