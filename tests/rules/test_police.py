"""Police: sign, limits and monotony of calling, of staying to be mediated, of an agreement; hours that do not keep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.book import police_false_success
from sim.rules.police import call_probability, minutes_kept, spot_pressed, spot_probability, stays_probability
from tests.rules.numbers import p_with

shares = st.floats(0.0, 1.0)


@given(shares, shares, st.floats(0.3, 0.95), shares)
def test_only_the_hot_call_and_the_hotter_the_more(low: float, more: float, hot: float, call: float) -> None:
    """A cool quarrel calls nobody; at hostility 1 the chance is `call`; in between it never falls."""
    p = p_with(police_hot=hot, police_call=call)
    high = min(1.0, low + more)
    assert 0.0 <= call_probability(p, low) <= call_probability(p, high) <= call + 1e-12
    assert call_probability(p, hot) == 0.0
    assert call_probability(p, 1.0) == pytest.approx(call)


@given(shares, shares, shares)
def test_an_officer_present_never_makes_refusal_likelier(tie: float, score: float, standing: float) -> None:
    """Mediation stays voluntary: presence raises the chance, and does not make it certain."""
    alone, watched = (stays_probability(p_with(police_presence=x), tie, score, standing) for x in (0.0, 1.0))
    assert 0.0 < alone <= watched < 1.0


@given(st.floats(-3.0, 3.0), st.floats(-1.5, 1.5))
def test_skill_may_help_or_harm_and_power_is_needed(logit: float, skill: float) -> None:
    """The sign of the station beside the town office is open; what needs power is not settled at the kerb."""
    plain, other = (spot_probability(p_with(police_skill=x), logit, 0) for x in (0.0, skill))
    assert (other >= plain) == (skill >= 0.0) or other == pytest.approx(plain)
    p = p_with(police_skill=skill)
    assert spot_probability(p, logit, 1) == pytest.approx(other * p.settle_lacking)


def test_presence_presses() -> None:
    """What is signed before an officer is pressed out more often, and more so across a gap of standing."""
    chances = [spot_pressed(p_with(police_presence=x), gap) for x, gap in ((0.0, 0.2), (1.0, 0.2), (1.0, 0.9))]
    assert chances == sorted(chances)
    assert chances[0] < chances[1] < chances[2]


@given(st.integers(0, 5_000), st.integers(1, 2_000), st.integers(0, 900), st.integers(5, 480))
def test_hours_do_not_keep(kept: int, a_day: int, days: int, a_call: int) -> None:
    """Never more than a day's hours or one call's, so that a quiet month is no reserve; never fewer than there were."""
    total = minutes_kept(min(kept, a_day), a_day, days, a_call)
    assert min(kept, a_day) <= total <= max(a_day, a_call)
    assert total == min(min(kept, a_day) + a_day * days, max(a_day, a_call))


def test_what_the_police_did_not_settle_is_hardly_ever_booked_as_settled() -> None:
    """Definitions 2: kappa = kappa_1 delta^4, so that police figures calibrate paper agreement."""
    p = p_with(report_kappa1=1.0, report_delta=0.3, report_m0=0.9)
    assert police_false_success(p) == pytest.approx(0.9 * 0.3**4)
