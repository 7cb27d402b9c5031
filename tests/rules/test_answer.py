"""Whether parties come to the table: signs, limits and the neutral value of compulsion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.answer import claimant_consent, respondent_consent
from tests.rules.numbers import p_with

share = st.floats(0, 1)


@given(share, share, share, share, st.floats(0.01, 0.5))
def test_who_comes(tie: float, score: float, standing: float, compulsion: float, more: float) -> None:
    """Consent rises with the tie and the shadow of court, falls with own power (`definitions` 7)."""
    p = p_with()
    chance = respondent_consent(p, tie, score, standing, compulsion)
    assert 0.0 < chance < 1.0
    assert respondent_consent(p, tie + more, score, standing, compulsion) > chance
    assert respondent_consent(p, tie, score + more, standing, compulsion) > chance
    assert respondent_consent(p, tie, score, standing + more, compulsion) < chance
    assert respondent_consent(p, tie, score, standing, compulsion + more) > chance


def test_with_no_effects_the_base_decides() -> None:
    """At 0 slopes everybody comes with the same chance: the neutral world of `definitions` 9."""
    p = p_with(answer_base=0.0, answer_tie=0.0, answer_shadow=0.0, answer_power=0.0, answer_compelled=0.0)
    assert {respondent_consent(p, t, t, t, t) for t in (0.0, 0.3, 1.0)} == {0.5}


@given(st.floats(0, 1, exclude_min=True))
def test_a_claim_lodged_freely_needs_no_consent(compulsion: float) -> None:
    """Only a claimant sent down by a gate is asked; the chance is the scenario's, whatever the strictness."""
    p = p_with(answer_claimant_agrees=0.37)
    assert claimant_consent(p, 0.0) == 1.0
    assert claimant_consent(p, compulsion) == pytest.approx(0.37)
