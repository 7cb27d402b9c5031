"""A comparison that nothing can fail shows nothing: slips planted in the first version, each noticed by the second."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.theory import test_blind_law_and_places as law_and_places
from tests.theory import test_blind_reentry as core

SLIPS: tuple[tuple[str, Any, Callable[[], None], str], ...] = (
    ("sim.rules.appraise:misreport", lambda w, u, _audit, _penalty, g: min(1.0, max(0.0, w * u / g)),
     core.test_the_principal_answers_as_the_definitions_say, "no audit in misreporting"),
    ("sim.rules.appraise:effort", lambda q, v, m, _up, c, h: min(h, q * (v + m) / c),
     core.test_the_principal_answers_as_the_definitions_say, "no weight of what goes up in effort"),
    ("sim.rules.appraise:shrink", lambda hits, cases, mean, _weight: hits / cases if cases else mean,
     core.test_what_a_principal_knows_is_drawn_towards_his_level, "no shrinkage"),
    ("sim.rules.settle:burden_logit", lambda p, load, _strictness, _out: p.settle_load * (load - 0.7),
     core.test_a_session_settles_by_the_same_slopes, "no compulsion"),
    ("sim.rules.relapse:return_rate", lambda p, heat, _unkept: p.returns_base * (1.0 + p.returns_hostility * heat),
     core.test_closed_disputes_return_at_the_same_rate, "a linear hazard"),
    ("sim.rules.trust:step", lambda p, value, felt: p.experience_eta * ((1.0 - value) if felt > 0 else -value),
     core.test_trust_moves_by_the_step_of_tyler, "losses that weigh as gains"),
    ("sim.rules.relapse:heated", lambda heat, amount: heat + 2.0 * amount * (1.0 - heat),
     core.test_pressing_and_referring_heat_a_calm_dispute_by_what_is_stated, "twice the hurt"),
    ("sim.rules.claim:escalation_cost", lambda p, _level, _top, tie, _standing: p.claim_social_cost * tie,
     core.test_going_up_costs_by_level_and_tie, "a cost that does not grow with level"),
    ("tests.theory.test_blind_law_and_places:office_open", lambda *_: 1,
     law_and_places.test_a_petition_has_three_steps_each_one_level_up, "a fourth step"),
    ("tests.theory.test_blind_law_and_places:court_fee", lambda claim: 50.0 + 0.025 * max(0.0, claim - 1e4),
     lambda: law_and_places.test_a_suit_costs_what_the_decree_says(150_000.0), "one band of fees"),
)  # fmt: skip


@pytest.mark.parametrize(("target", "slip", "compare", "why"), SLIPS, ids=[why for *_, why in SLIPS])
def test_a_planted_slip_is_noticed(
    target: str, slip: Any, compare: Callable[[], None], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One for each rule that was typed twice and has a form to get wrong."""
    module, _, name = target.partition(":")
    monkeypatch.setattr(importlib.import_module(module), name, slip)
    with pytest.raises(AssertionError):
        compare()
