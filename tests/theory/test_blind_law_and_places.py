"""Law, stated defaults, and counts of places beside a second entry, typed from law texts, definitions and raw tables.

Same blindness as `test_blind_reentry`. What the law has and the model has not is listed here too, so that nobody takes
silence for agreement; reasons stand in decision 73.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sim.rules.claim import court_cost, court_fee
from sim.rules.steps import MOST_STEPS, office_open
from sim.scenario import load_scenario
from sim.world.places import order_places
from sim.world.population import populate
from tests.rules.numbers import p_with
from tests.theory.blind import law, places, rules

TABLES = Path(__file__).parents[2] / "scenarios" / "places"
NAMES = sorted(places.ROOTS)

CLOCKS = {
    "people_mediation": ("clocks.committee", "clocks.office"),
    "court_prefiling": ("prefiling.clock",),
    "petition_handle": ("clocks.petition",),
    "petition_review": ("petition.review_clock",),
    "petition_rereview": ("petition.review_clock",),
    "court_ordinary": ("court.clock",),
    "court_appeal_lodge": ("appeal.window",),
    "court_appeal": ("appeal.clock",),
    "arbitration_to_suit": ("arbitration.window",),
}
"""Clocks of the law and where the scenario has them."""
WITHIN = {"enforcement": "perform.enforce_days", "ask_confirmation": "confirm.days"}
"""Clocks that the law caps and the model fills with a usual time below the cap."""
TOGETHER = {"arbitration.clock": ("arbitration", "arbitration_extension")}
"""A clock of the scenario that is the sum of two of the law."""
EXTENDED = {"arbitration.clock": ("arbitration", "arbitration_extension")}
"""Clocks that the model runs with the extension that the law allows."""
NOT_MODELLED = {
    "labour_mediation", "arbitration_limitation",
    "petition_register", "petition_extension", "petition_ask_review", "petition_ask_rereview",
    "court_docket", "court_small", "court_summary", "enforcement_apply",
    "reconsider_apply", "reconsider", "reconsider_extension",
    "administrative_suit_after_reconsideration", "administrative_suit",
}  # fmt: skip
FEE_AS_BUILT_UP_TO = 500_000.0
"""Yuan. Above it the rule goes on at 1.5 % where the law takes 1 % and less: known, see decision 73."""


@cache
def library(name: str) -> Any:
    """A scenario of the library."""
    return load_scenario(name)


def parameter(path: str, name: str = "zhuji") -> float:
    """The value of a parameter by its path."""
    section, _, key = path.partition(".")
    return float(getattr(getattr(library(name), section), key))


@cache
def settled(name: str) -> tuple[Any, Any]:
    """Tree and population of a scenario."""
    scenario = library(name)
    tree = order_places(scenario.read_places(), scenario.level_ids)
    return tree, populate(scenario, tree)


@pytest.mark.parametrize("name", CLOCKS)
def test_clocks_are_those_of_the_law(name: str) -> None:
    """Clocks are inputs of grade A: there is nothing to tune."""
    for path in CLOCKS[name]:
        assert parameter(path) == law.CLOCKS[name][0], law.CLOCKS[name][1]


def test_extended_clocks_hold_the_extension() -> None:
    """The longest lawful time, where that is what the model runs."""
    for path, names in EXTENDED.items():
        assert parameter(path) == sum(law.CLOCKS[name][0] for name in names)


def test_usual_times_stay_below_what_the_law_allows() -> None:
    """A usual time is an assumption, but it must be a lawful one."""
    for name, path in WITHIN.items():
        assert 0 < parameter(path) <= law.CLOCKS[name][0], law.CLOCKS[name][1]
    for path, parts in TOGETHER.items():
        assert parameter(path) == sum(law.CLOCKS[part][0] for part in parts)
    assert parameter("lump.limitation_years") * 365 == law.CLOCKS["civil_limitation"][0]


def test_every_clock_of_the_law_is_modelled_or_said_to_be_missing() -> None:
    """A clock that nobody thought of is not the same as one that was left out."""
    sums = [part for parts in TOGETHER.values() for part in parts]
    found = {*CLOCKS, *WITHIN, *sums, "civil_limitation", *NOT_MODELLED}
    assert found == set(law.CLOCKS)
    assert len(found) == len(CLOCKS) + len(WITHIN) + len(sums) + 1 + len(NOT_MODELLED)


@pytest.mark.parametrize("claim", [1.0, 9_999.0, 10_000.0, 32_000.0, 100_000.0, 150_000.0, 200_000.0, 400_000.0, 5e5])
def test_a_suit_costs_what_the_decree_says(claim: float) -> None:
    """The one fee of the model: bands are progressive, each rate on its own part."""
    assert claim <= FEE_AS_BUILT_UP_TO
    assert court_fee(claim) == pytest.approx(law.court_fee(claim), rel=1e-12)


def test_half_fees_are_what_a_claimant_expects() -> None:
    """Half if mediated, withdrawn or summary: an expected fee, by the share of such suits."""
    for claim in (8_000.0, 60_000.0, 300_000.0):
        share = parameter("court.half")
        due = (1.0 - share) * law.court_fee(claim) + share * law.court_fee(claim, "mediated")
        p = p_with(on_half_fees=1)
        assert court_cost(p, claim, 0.5) == pytest.approx(p.claim_fee * min(2.0, 20.0 * due / claim), rel=1e-12)


def test_above_half_a_million_the_rule_asks_more_than_the_law() -> None:
    """Known and not mended yet, since histories would change: whoever mends it takes this test away."""
    assert court_fee(1e6) - law.court_fee(1e6) == pytest.approx(0.005 * 5e5)


def test_a_petition_has_three_steps_each_one_level_up() -> None:
    """Handling, review, re-review, then closed."""
    assert len(law.PETITION_STEPS) == MOST_STEPS
    assert [office_open(steps, 2, 2) for steps in range(4)] == [1, 1, 1, 0]
    assert [office_open(1, 2, level) for level in range(4)] == [0, 0, 1, 0]


STATED = {
    "appraisal.w_u": rules.APPRAISAL["w"],
    "appraisal.w_z": rules.APPRAISAL["w"],
    "appraisal.audit": rules.APPRAISAL["a"],
    "appraisal.audit_penalty": rules.APPRAISAL["x"],
    "appraisal.exposure": rules.APPRAISAL["b"],
    "appraisal.exposure_penalty": rules.APPRAISAL["y"],
    "appraisal.public_spirit": rules.APPRAISAL["v"],
    "appraisal.effort_cost": rules.APPRAISAL["c"],
    "appraisal.misreport_cost": rules.APPRAISAL["g"],
    "appraisal.suppress_cost": rules.APPRAISAL["k"],
    "appraisal.suppress_hours": rules.APPRAISAL["tau"],
    "appraisal.prior_weight": rules.SHRINK_CASES,
    "settle.effort_gain": rules.APPRAISAL["q"],
    "settle.lacking": rules.WITHOUT_POWER,
    "joint.turnout": rules.TURN_OUT,
    "report.m0": rules.M0,
    "report.kappa1": rules.KAPPA_1,
    "report.delta": rules.DELTA,
    "claim.social_cost": rules.SOCIAL_COST,
    "claim.threshold": rules.THRESHOLD,
    "returns.base": rules.RETURN_A_YEAR,
    "returns.hostility": rules.RETURN_HOSTILITY,
    "returns.unkept": rules.RETURN_UNKEPT,
    "returns.confirmed": rules.RETURN_CONFIRMED,
    "experience.eta": rules.TRUST_STEP,
    "experience.loss": rules.LOSS_RATIO,
    "experience.pull": rules.TRUST_PULL,
    "press.hostility": rules.PRESS_HOSTILITY,
    "press.decay": rules.PRESS_DECAY_A_YEAR,
    "gate.referral_hostility": rules.REFERRAL_HOSTILITY,
    "voice.share": rules.SHARE_VOICED,
    "lump.forget": rules.FORGETTING_A_YEAR,
    "suppress.forget": rules.FORGETTING_A_YEAR,
    "spread.R": rules.MEAN_CHILDREN,
    "treatment.pi": rules.TREATMENT_CHILD,
    "incidence.lambda_person": rules.VOICED_PERSON,
    "incidence.lambda_government": rules.VOICED_GOVERNMENT,
    "incidence.adult_share": places.ADULT_SHARE,
    "world.household_size": places.HOUSEHOLD,
}
STATED |= {f"settle.{name}": value for name, value in rules.SETTLE.items()}
STATED |= {f"trust.{level}": value for level, value in rules.TRUST_START.items()}


@pytest.mark.parametrize("path", STATED)
def test_defaults_are_those_of_the_definitions(path: str) -> None:
    """A default that drifted from the text would be a fit that nobody declared."""
    assert parameter(path) == STATED[path]


@pytest.mark.parametrize("name", NAMES)
def test_tables_hold_as_many_places_as_the_bureau_lists(name: str) -> None:
    """Counted twice by different code, and typed."""
    typed = {
        "towns": places.TOWNS[name],
        "units": places.UNITS[name],
        "villages": places.VILLAGES[name],
        "communities": places.COMMUNITIES[name],
        "virtual": places.VIRTUAL[name],
        "rural": places.RURAL[name],
    }
    assert places.recount(TABLES / f"{name}.csv") == typed
    tree, _ = settled(name)
    assert tree.code[0] == places.ROOTS[name]
    assert tuple(library(name).level_ids) == places.LEVELS[name]
    assert tree.rank.count(1) == typed["towns"]
    assert tree.rank.count(0) == typed["units"]
    assert sum(tree.virtual) == typed["virtual"]
    rural = [r for r in range(len(tree)) if tree.rank[r] == 0 and not tree.is_urban(r) and not tree.virtual[r]]
    assert len(rural) == typed["rural"]


@pytest.mark.parametrize("name", sorted(places.RESIDENTS))
def test_residents_add_up_to_the_census(name: str) -> None:
    """Largest remainders: totals hold to the person."""
    tree, people = settled(name)
    units = [row for row in range(len(tree)) if tree.is_unit(row)]
    assert int(people.resident[0]) == int(people.resident[units].sum()) == places.RESIDENTS[name]
    assert all(people.resident[row] == 0 for row in units if tree.virtual[row])


def test_shaoxings_counties_and_pinggus_town_are_as_shared_out_by_hand() -> None:
    """Two by census, four by their residents of 2023, to the person; one town by its own census figure."""
    tree, people = settled("shaoxing")
    assert {code: people.resident[tree.code.index(code)] for code in places.COUNTIES_OF_SHAOXING} == (
        places.COUNTIES_OF_SHAOXING
    )
    tree, people = settled("pinggu")
    assert people.resident[tree.code.index(places.YUYANG[0])] == places.YUYANG[1]


@pytest.mark.parametrize(("name", "county"), places.RURAL_RESIDENTS)
def test_rural_units_hold_what_the_urban_share_leaves_them(name: str, county: str) -> None:
    """Raked to urban and rural totals, within a person of rounding."""
    tree, people = settled(name)
    row = tree.code.index(county)
    units = [unit for unit in range(row, tree.end[row]) if tree.is_unit(unit) and not tree.is_urban(unit)]
    assert int(people.resident[units].sum()) == pytest.approx(places.RURAL_RESIDENTS[name, county], abs=1.0)


def test_only_two_counties_are_not_raked() -> None:
    """Yuecheng's rural units would be towns of 13,000; Pukou has none."""
    left = {code for name in places.RESIDENTS for code, _ in settled(name)[1].not_raked}
    assert left == {"330602", "320111"}


def test_fengqiao_keeps_its_units_from_zhuji_and_the_register_its_total() -> None:
    """The town alone and the town in its county are one society."""
    tree, people = settled("zhuji")
    assert int(people.registered[0]) == places.REGISTERED["zhuji"]
    small, alone = settled("fengqiao_town")
    units = [row for row in range(len(small)) if small.rank[row] == 0]
    assert len(units) == places.UNITS["fengqiao_town"]
    for row in units:
        assert alone.resident[row] == people.resident[tree.code.index(small.code[row])]
