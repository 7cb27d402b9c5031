"""The core rules beside a second entry, typed from their sources by someone who had not seen the first.

`tests/theory/blind/rules.py` was written and committed before its author opened the rules. What both state is equal to
1e-12; where the code says more than the text (decision 73) the comparison is made where the addition is neutral.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from sim.analysis.mottoes import sizes
from sim.rules import appraise, book, claim, departments, relapse, settle, spread, trust, voice
from sim.rules.home import home_level
from tests.analysis.invented import records
from tests.rules.numbers import p_with
from tests.theory.blind import rules

SAME = {"rel": 1e-12, "abs": 1e-12}
"""`sim.floats` has its own exp and log, whose last bit may differ from the system's."""
PARTS = (0.0, 0.15, 0.5, 0.9, 1.0)


def test_the_principal_answers_as_the_definitions_say() -> None:
    """Misreporting, suppression and effort decide what the books say: a slip here is a slip in every policy."""
    base = rules.APPRAISAL
    for w, u, z, a, b in product((0.0, 0.5, 1.2, 3.0), PARTS, PARTS, (0.0, 0.1, 0.6), (0.0, 0.05, 0.4)):
        m, s = rules.misreport(w, u, a, base["x"], base["g"]), rules.suppress(w, u, z, b, base["y"], base["k"])
        e = rules.effort(
            q=base["q"], v=base["v"], w_u=w, w_z=w, goes_up=z, c=base["c"], m=m, s=s, paper=0.3, tau=base["tau"]
        )
        assert appraise.misreport(w, u, a, base["x"], base["g"]) == pytest.approx(m, **SAME)
        assert appraise.suppress(w, u, z, b, base["y"], base["k"]) == pytest.approx(s, **SAME)
        hours = appraise.hours_left(0.3, base["tau"], s)
        seen = appraise.effort(base["q"], base["v"], w * (1.0 - m), w * z * (1.0 - s), base["c"], hours)
        assert seen == pytest.approx(e, **SAME)


def test_effort_is_highest_at_the_weight_that_theory_names() -> None:
    """The inverted U is the reason why more pressure is not more settling."""
    base, u, z = rules.APPRAISAL, 0.5, 0.4
    numbers = {name: base[name] for name in "axgbyk"}
    peak = rules.weight_of_most_effort(**numbers, goes_up=z, unsettled=u)
    assert peak == pytest.approx(1.39, abs=0.005), "as the definitions have it"

    def effort(w: float) -> float:
        m = appraise.misreport(w, u, base["a"], base["x"], base["g"])
        s = appraise.suppress(w, u, z, base["b"], base["y"], base["k"])
        return float(appraise.effort(base["q"], base["v"], w * (1.0 - m), w * z * (1.0 - s), base["c"], 9.0))

    assert effort(peak) > max(effort(peak - 0.01), effort(peak + 0.01))


def test_what_a_principal_knows_is_drawn_towards_his_level() -> None:
    """An empty window is no division by zero, and two cases are no verdict."""
    for hits, cases, mean in product((0, 1, 4), (0, 4, 40), (0.0, 0.3, 1.0)):
        seen = appraise.shrink(float(hits), float(cases), mean, rules.SHRINK_CASES)
        assert seen == pytest.approx(rules.shrunk(hits, cases, mean), **SAME)


@pytest.mark.parametrize("forum", [*rules.STEPS_OF_BOOKING, "judgment"])
def test_unsettled_cases_are_booked_as_settled_by_the_same_odds(forum: str) -> None:
    """The whole reporting layer hangs on it."""
    rank = rules.STEPS_OF_BOOKING.get(forum, 0)
    for m in PARTS:
        seen = book.false_success_probability(p_with(), int(forum == "judgment"), rank, m)
        assert seen == pytest.approx(rules.booked(forum, m), **SAME)


def test_home_is_the_highest_of_three_levels() -> None:
    """Home is the zero of every measure of spill."""
    for ancestor, power, village in product(range(4), range(4), (False, True)):
        first = home_level(ancestor, power, 1 if village else 0)
        assert first == rules.home_level(ancestor, power, opponent_is_village=village)


def test_small_big_and_beyond_are_the_same_classes() -> None:
    """小事 and 大事 are what the mottoes count."""
    held = records()
    median = held.society.median_stake
    rows = list(product((median - 1.0, median, median + 1.0), range(4), range(3)))
    stake, home, k = (np.array(column) for column in zip(*rows, strict=True))
    first = [("small", "big", "beyond")[size] for size in sizes(stake, home, k, held)]
    assert first == [rules.size_class(s, median, int(n), int(h)) for s, h, n in rows]


def test_a_session_settles_by_the_same_slopes() -> None:
    """Compared where the code's additions are neutral: effort of reference, load of 0.7, knowledge around one half."""
    p = p_with()
    for tie, heat, gap, load, strictness in product(PARTS, PARTS, (0.0, 0.7), (0.7, 1.4), (0.0, 0.4, 1.0)):
        for level, known in enumerate(rules.KNOWLEDGE.values()):
            knowledge = settle.knowledge_at(p, level, 0, 0, 0.0)
            assert knowledge == known
            first = settle.session_logit(p, 1.4, tie, heat, gap, knowledge) + settle.burden_logit(
                p, load, strictness, 0
            )
            values = {"tie": tie, "hostility": heat, "gap": gap, "load": load - 0.7, "compulsion": strictness**1.5}
            for power in (True, False):
                second = rules.settle(
                    1.4 - 0.5 * rules.SETTLE["knowledge"], power, knowledge=known, skill=0.0, **values
                )
                seen = settle.session_probability(p, first, float(p.settle_effort_reference), int(not power))
                assert seen == pytest.approx(second, **SAME)
    assert p.settle_skill == rules.SETTLE["skill"]


def test_all_departments_must_turn_up() -> None:
    """p to the power k: 看得见管不了 in one number."""
    each = departments.turnout_probability(p_with(), 0, 0.0)
    assert [each**k for k in range(5)] == pytest.approx([rules.all_turn_up(k) for k in range(5)], **SAME)


def test_going_up_costs_by_level_and_tie() -> None:
    """Counted from the lowest forum, for somebody of no standing (decision 73)."""
    still = p_with(claim_distance=0.0, claim_threshold=0.0)
    for level, tie in product(range(4), PARTS):
        assert claim.escalation_cost(still, level, 3, tie, 0.0) == pytest.approx(rules.social_cost(level, tie), **SAME)


def test_closed_disputes_return_at_the_same_rate() -> None:
    """A resolution is true only if it holds; confirmation is applied to this rate by the engine."""
    p = p_with()
    for heat, unkept in product(PARTS, (0.0, 1.0)):
        first = relapse.return_rate(p, heat, unkept)
        assert first == pytest.approx(rules.return_hazard(heat, unkept, confirmed=False), **SAME)
        confirmed = first * p.returns_confirmed
        assert confirmed == pytest.approx(rules.return_hazard(heat, unkept, confirmed=True), **SAME)


def test_trust_moves_by_the_step_of_tyler() -> None:
    """Felt justice is 1 or 0 here; a loss weighs two and a half times a gain."""
    for value, felt in product(PARTS, (1, -1)):
        after = value + trust.step(p_with(), value, felt)
        assert after == pytest.approx(rules.trust_after(value, float(felt > 0)), **SAME)
    year = trust.shift_after(int(trust.UNIT), 365, rules.TRUST_PULL)
    assert year == pytest.approx(1.0 - rules.by_day(rules.TRUST_PULL, 365.0), **SAME)


def test_pressing_and_referring_heat_a_calm_dispute_by_what_is_stated() -> None:
    """On a dispute that is already hot the code adds that share of what is left to 1 (decision 73): never more."""
    p = p_with()
    for kind, amount in (("pressed", p.press_hostility), ("referred", p.gate_referral_hostility)):
        assert relapse.heated(0.0, amount) == pytest.approx(rules.hostility_after(0.0, **{kind: True}), **SAME)
        for heat in PARTS:
            assert heat <= relapse.heated(heat, amount) <= rules.hostility_after(heat, **{kind: True}) + 1e-12
    cooled = 1.0 - rules.by_day(rules.PRESS_DECAY_A_YEAR, 100.0)
    assert relapse.cooled(1.0, 100, p.press_decay) == pytest.approx(cooled, **SAME)


def test_the_stated_share_is_voiced_and_pressure_is_one_exponential() -> None:
    """Two competing exponentials: voicing over voicing and fading."""
    p = p_with()
    rate = voice.voice_rate(rules.SHARE_VOICED, p.voice_fade_days)
    assert rate / (rate + 1.0 / p.voice_fade_days) == pytest.approx(rules.SHARE_VOICED, **SAME)
    for pressure in (0.1, 1.0, 3.0):
        pressed, units = rules.fires(pressure), int(pressure * spread.UNIT)
        draws = (np.arange(20_000) + 0.5) / 20_000
        reached = np.mean([spread.fires(need, units) for need in -np.log1p(-draws)])
        assert reached == pytest.approx(pressed, abs=2e-4)
