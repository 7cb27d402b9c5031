"""Random runs for Hypothesis: small societies, parameters over their declared ranges, switches, policies, seeds."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from hypothesis import strategies as st

from sim.levers import LEVERS, Patch, PublicFacts
from sim.policies import parse_arm
from sim.scenario.campaigns import Campaign
from sim.scenario.quantity import quantity_of
from sim.scenario.schema import Scenario
from sim.scenario.sections.coupling import CoupledPair
from sim.scenario.sections.kinds import KindFactors, PlaceKinds
from sim.scenario.shocks import Shock
from sim.scenario.types import TYPE_IDS
from tests.twin.reactor import Reactor
from tests.twin.small import LEVEL_SETS, small_society

SECTIONS: Final = (
    "incidence", "voice", "stake", "relation", "claim", "talk", "answer", "settle", "press", "promise", "court",
    "petition", "clocks", "patience", "gate", "heat", "suppress", "lump", "returns", "outside", "appraisal", "report",
    "migrants", "cadres", "ties", "border",
    "spread", "treatment", "coupling", "initial", "joint", "misroute", "finding", "padding", "prefiling", "perform",
    "appeal", "confirm", "experience", "gathering", "spiral", "crowd", "profit", "campaign", "emergency", "tacitus",
    "arbitration", "posts", "skill", "turnover", "fatigue", "paperwork", "volunteers", "learning",
    "police", "windows", "contacts", "desk", "docket", "reconsideration",
)  # fmt: skip
SHOCKS: Final = (
    # places R0 and R1 are in every tree; between them: more and fewer, everywhere and somewhere, overlapping
    Shock(
        id="line", zh="征", en="requisition", kind="grey_rhino", start=5, end=60, places="R0", factor=6.0,
        types=("requisition", "family:land"),
    ),
    Shock(id="shut", zh="停", en="lockdown", kind="black_swan", start=20, end=45, places="R0|R1", factor=0.3),
    Shock(id="works", zh="厂", en="closing", kind="grey_rhino", start=30, end=90, types=("labour",), factor=90.0),
)  # fmt: skip
CAMPAIGNS: Final = (
    # at towns only and everywhere, coming again and once, over each other and over each other's sag
    Campaign(id="sweep", zh="排", en="sweep", start=8, length=15, period=40, intensity=1.0, places="R"),
    Campaign(id="towns", zh="镇", en="towns", start=12, length=30, intensity=0.6, places="town"),
)
CIRCLE: Final = (
    CoupledPair(type="family", raises="neighbour", chance=0.4),
    CoupledPair(type="neighbour", raises="family", chance=0.3),
    CoupledPair(type="office", raises="office", chance=0.2),
)
BUSY: Final = {
    "time.burn_in": 10, "incidence.lambda_person": 3000.0, "incidence.lambda_government": 900.0,
    "processes.docket": False,
}  # fmt: skip
"""Many grievances in few people. Suits of organisations, which need the court of a large county, where asked for."""
PRESETS: Final[dict[str, dict[str, Any]]] = {
    # what a library scenario seldom shows, made common
    "calm": {"confirm.share": 0.6},
    "blocked": {
        "appraisal.w_u": 2.0, "appraisal.w_z": 3.0, "appraisal.exposure": 0.0, "appraisal.audit": 0.0,
        "claim.outside": 4.0, "suppress.leak_outside": 0.9, "treatment.pi": 0.5,
    },
    "hot": {"spread.R": 0.8, "spread.pushes": 0.2, "spread.hot": 0.1, "heat.failure": 0.3, "treatment.pi": 0.5},
    "gated": {"gate.strictness": 0.8, "gate.forward": 0.9, "claim.petition": 6.0, "claim.office": 6.0},
    "authority": {
        "incidence.lambda_government": 3000.0, "gate.strictness": 0.6, "claim.petition": 6.0, "claim.lump": 1.0,
    },
    "outside": {
        "clocks.outside": 15, "claim.outside": 4.0, "claim.lump": 2.0, "claim.weariness": 1.0, "outside.p_out": 0.05,
        "heat.failure": 0.3,
    },
    "answered": {
        # sent back from outside to an office below the one that has answered
        "incidence.lambda_government": 3000.0, "claim.petition": 4.0, "claim.weariness": 0.0, "claim.office": -2.0,
    },
    "mixed": {
        "incidence.lambda_government": 2000.0, "shocks": SHOCKS, "coupling.more": CIRCLE,
        "coupling.requisition_family": 0.5, "coupling.requisition_land": 0.4, "coupling.housing_neighbour": 0.3,
    },
    "fragmented": {
        "claim.office": 6.0, "claim.petition": 6.0, "claim.lump": 1.0, "joint.turnout": 0.5, "joint.blame_days": 9,
        "joint.heat": 0.1, "joint.uncalled": 0.5, "joint.lead": 0.4, "misroute.p": 0.4,
        "settle.sessions": 4, "types.neighbour.departments.two": 0.2, "types.neighbour.departments.four": 0.1,
    },
    "found": {
        "voice.fade_days": 365.0, "voice.share": 0.3, "finding.calm": 1.0, "finding.false_share": 3.0,
        "padding.pad": 0.6, "returns.base": 0.8, "appraisal.review_days": 11,
    },
    "windowed": {
        "windows.hotline": 0.4, "windows.one_stop": 0.4, "windows.wrong_hotline": 0.4, "windows.wrong_one_stop": 0.3,
        "windows.days": 1, "claim.lump": 1.0, "claim.max_visits": 1, "incidence.lambda_government": 2000.0,
        "processes.window_hours": False,
    },
    "jammed": {
        "contacts.hotline": 20_000.0, "contacts.centre": 3_000.0, "contacts.response": 4.0, "contacts.met": 0.2,
        "contacts.grievance": 0.1, "desk.hotline_hours": 400.0, "desk.centre_hours": 150.0,
        "desk.office_share": 0.3, "desk.claim_minutes": 60, "windows.hotline": 0.5, "windows.one_stop": 0.5,
        "windows.wrong_hotline": 0.4, "windows.days": 1, "claim.lump": 1.0, "appraisal.review_days": 14,
    },
    "asked": {
        "contacts.hotline": 20_000.0, "contacts.grievance": 0.1, "contacts.met": 0.4, "contacts.response": 4.0,
        "processes.window_hours": False,
    },
    "called": {
        "police.hot": 0.4, "police.call": 0.9, "police.hours": 60.0, "police.minutes": 5, "heat.failure": 0.3,
        "talk.base": -1.0, "police.skill": 0.7, "spiral.strength": 0.4,
    },
    "driven": {
        "campaigns": CAMPAIGNS, "campaign.sag": 0.8, "campaign.sag_days": 12, "campaign.w_u": 2.0, "campaign.w_z": 1.0,
        "campaign.hours": 0.9, "appraisal.exposure": 0.0, "appraisal.review_days": 7, "claim.petition": 6.0,
        "claim.lump": 1.0, "claim.outside": 4.0, "clocks.outside": 15,
        "emergency.enter": 3000.0, "emergency.leave": 2000.0,
        "emergency.least": 2, "emergency.periods": 2, "emergency.surge": 2.0, "emergency.routine": 0.5,
        "emergency.w_u": -0.4,
    },
    "roused": {
        "incidence.lambda_government": 3000.0, "spiral.strength": 0.4, "crowd.share": 0.8, "crowd.mean": 2.0,
        "crowd.sigma": 1.0, "profit.share": 0.3, "profit.pays": 2.0, "profit.again": 5.0, "claim.petition": 4.0,
        "claim.lump": 4.0, "spread.R": 0.6, "spread.pushes": 0.2, "spread.hot": 0.2, "returns.base": 0.8,
    },
    "staffed": {
        "claim.office": 5.0, "claim.petition": 4.0, "claim.lump": 1.0, "settle.skill": 1.0, "settle.sessions": 4,
        "skill.person": 1.2, "skill.family": 0.8, "turnover.full_time": 2.0, "turnover.part_time": 2.0,
        "turnover.clerk": 2.0, "turnover.grid": 2.0, "turnover.vacancy_days": 6, "turnover.contract_days": 30,
        "turnover.renewal": 0.3, "fatigue.free": 0.1, "fatigue.drop": 0.5, "fatigue.memory": 7.0,
        "volunteers.reconsider": 0.5, "volunteers.toil": -3.0, "volunteers.benefit": 0.3, "learning.gain": 1.0,
        "learning.sessions": 5.0, "appraisal.review_days": 7, "posts.hours_part_time": 0.2,
        "posts.hours_volunteer": 0.1, "posts.hours_full_time": 0.5, "posts.hours_clerk": 0.5,
    },
    "court": {
        "claim.court": 8.0, "claim.lump": 1.0, "claim.fee": 0.0, "court.refuse": 0.02, "prefiling.offer": 0.45,
        "prefiling.hours": 5_000_000.0, "prefiling.notice": 1, "prefiling.confirm": 0.5, "staff.court": 2000.0,
        "returns.base": 0.8, "perform.days": 7.0, "perform.enforce_days": 15.0, "appeal.base": 0.0, "appeal.window": 10,
        "appeal.clock": 30, "confirm.share": 0.5, "confirm.granted": 0.7, "confirm.days": 5.0, "confirm.hours": 2.0,
    },
    "labour": {
        "types.labour.share": 1.5, "types.labour.exclusive": 0.4, "claim.court": 8.0, "claim.lump": 1.0,
        "incidence.lambda_person": 1000.0, "arbitration.grant": 0.5, "appeal.merit": 4.0, "appeal.stake": 1.0,
        "arbitration.hours": 60_000.0, "arbitration.session": 4.0, "arbitration.sue": 0.5, "arbitration.clock": 45,
        "arbitration.final_stake": 12_000.0, "arbitration.window": 10, "settle.mu_money": -1.5,
        "returns.base": 0.8, "perform.days": 7.0, "perform.enforce_days": 15.0, "appeal.base": 0.0, "appeal.clock": 30,
    },
    "reviewed": {
        "incidence.lambda_government": 3000.0, "reconsideration.claim": 6.0, "claim.lump": 1.0, "claim.court": 4.0,
        "reconsideration.hours": 40_000.0, "reconsideration.session": 4.0, "reconsideration.sue": 0.5,
        "reconsideration.grant": 0.4, "reconsideration.window": 10, "reconsideration.clock": 60, "appeal.merit": 4.0,
        "settle.mu_office": -2.0, "appeal.base": 0.0, "appeal.clock": 30, "perform.days": 7.0, "returns.base": 0.8,
    },
    "docketed": {
        "processes.docket": True,
        "docket.suits": 14.0, "court.organisation_docket": 0.85, "docket.mediated": 0.4, "claim.court": 8.0,
        "claim.lump": 1.0, "claim.fee": 0.0, "prefiling.offer": 0.45, "prefiling.hours": 5_000_000.0,
        "prefiling.notice": 1, "staff.court": 2000.0, "skill.person": 1.2,
        "fatigue.free": 0.1, "fatigue.drop": 0.5, "fatigue.memory": 7.0,
    },
    "gathering": {
        "gathering.size": 2, "gathering.pause": 5, "spread.R": 0.6, "spread.pushes": 0.1, "spread.hot": 0.1,
        "heat.failure": 0.3, "incidence.lambda_government": 900.0, "claim.petition": 4.0, "claim.lump": 1.0,
    },
    "distrusting": {
        "experience.eta": 0.05, "experience.loss": 4.0, "experience.own": 20.0, "experience.heard": 500.0,
        "tacitus.mark": 0.7, "tacitus.strength": 0.8,
        "experience.assertive": 4.0, "experience.alarm": 1.0, "claim.trust": 3.0, "claim.efficacy": 4.0,
        "incidence.lambda_government": 2500.0, "promise.share": 0.8, "claim.lump": 1.0, "suppress.return_rate": 12.0,
        "appraisal.review_days": 11,
    },
    "bordering": {
        "border.water": 500.0, "border.forest": 200.0, "border.minerals": 200.0, "border.commuting": 400.0,
        "border.upper": 0.5, "claim.office": 5.0, "claim.lump": 1.0, "joint.blame_days": 5, "border.heat": 0.3,
    },
    "quick": {
        "lump.limitation_years": 1.0, "returns.base": 0.8, "lump.reopen": 2.0, "suppress.return_rate": 12.0,
        "processes.trust": False, "processes.volunteers": False,
    },
    "worn": {  # a town office whose hours for demands run out
        "contacts.hotline": 20_000.0, "contacts.centre": 3_000.0, "contacts.grievance": 0.1, "contacts.minutes": 60,
        "desk.hotline_hours": 400.0, "desk.centre_hours": 150.0, "desk.office_share": 0.3, "windows.hotline": 0.5,
        "windows.one_stop": 0.5, "windows.days": 1, "claim.lump": 1.0, "appraisal.review_days": 14,
    },
}  # fmt: skip
ARMS: Final = (
    "baseline",
    "keep_in_village(start=5)",
    "keep_in_village(forward=1)+petition_quota",
    "petition_quota(dose=0.6,start=20,end=60)",
    "resource_sinking(start=3,end=50)",
    "keep_in_village(dose=0.4)+petition_quota(start=30)+resource_sinking",
    "compensation(insurance=0.8,calm=0.7,start=5)",
    "compensation(calm=1,end=50)+petition_quota",
)


def _declared() -> dict[str, tuple[float, float, bool]]:
    found: dict[str, tuple[float, float, bool]] = {}
    for section in SECTIONS:
        model: Any = Scenario.model_fields[section].annotation
        for name in model.model_fields:
            quantity = quantity_of(model, name)
            if quantity is not None and quantity.low is not None and quantity.high is not None:
                whole = isinstance(quantity.default, int)
                found[f"{section}.{name}"] = (float(quantity.low), float(quantity.high), whole)
    return found


PARAMETERS: Final = _declared()
SWITCHES: Final = tuple(f"processes.{name}" for name in type(Scenario.model_fields["processes"].default).model_fields)


@dataclass(frozen=True, kw_only=True)
class Shaker:
    """A policy that moves every lever at once, at random places, for a while: no system, only a test of the wiring."""

    seed: int
    start: int
    end: int | None
    id: str = "shaker"
    dose: float = 1.0
    review_days: int = 0
    levers: tuple[str, ...] = tuple(lever.name for lever in LEVERS)

    @property
    def spec(self) -> str:
        return f"shaker({self.seed},{self.start},{self.end})"

    def patches(self, facts: PublicFacts) -> tuple[Patch, ...]:
        """One patch per lever and column, on most of the places."""
        rng = random.Random(self.seed)
        done = []
        for lever in LEVERS:
            width = 1 if len(lever.axes) == 1 else facts.n_levels + (lever.axes[1] == "line")
            for column in range(width):
                index = np.array([i for i in range(facts.n_places) if rng.random() < 0.7], np.int64)
                high = {
                    "gate_threshold": 50_000.0,
                    "capacity": 3.0,
                    "gate_clock": 40.0,
                    "detection": 5.0,
                    "loss_cover": 0.9,
                }.get(lever.name, 1.0)
                value = np.array([max(lever.low, rng.choice((0.0, 1.0, rng.random())) * high) for _ in index])
                slot = None if len(lever.axes) == 1 else column
                done.append(
                    Patch(
                        day=self.start, until=self.end, lever=lever.name, index=index, slot=slot, operation=lever.rule,
                        value=value,
                    )
                )  # fmt: skip
        return tuple(done)

    def new_memory(self, _facts: PublicFacts) -> dict[str, Any]:
        return {}

    def decide(self, *_seen: Any) -> tuple[Patch, ...]:
        raise AssertionError("a static policy is never asked")


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One run to compare. `overrides` are dotted keys over the library's parameters; `reacts` joins the arm."""

    world_seed: int
    seed: int
    levels: tuple[str, ...] = LEVEL_SETS[1]
    households: int = 40
    overrides: dict[str, Any] = field(default_factory=dict)
    arm: str | Shaker = "baseline"
    ticks: int = 90
    reacts: Reactor | None = None

    def society(self) -> tuple[Any, Any]:
        """(scenario, world)."""
        return small_society(self.world_seed, self.levels, self.overrides, self.households)

    def policies(self) -> tuple[Any, ...]:
        """The movers of the arm."""
        fixed = (self.arm,) if isinstance(self.arm, Shaker) else parse_arm(self.arm).policies
        return fixed if self.reacts is None else (*fixed, self.reacts)


@st.composite
def trials(draw: st.DrawFn, ticks: tuple[int, ...] = (60, 90, 130)) -> Trial:
    """Any run that takes the twin about a tenth of a second."""
    overrides: dict[str, Any] = dict(BUSY) | PRESETS[draw(st.sampled_from(sorted(PRESETS)))]
    for key in draw(st.lists(st.sampled_from(sorted(PARAMETERS)), unique=True, max_size=40)):
        low, high, whole = PARAMETERS[key]
        if not key.startswith("incidence.lambda"):
            overrides[key] = draw(st.integers(int(low), int(high)) if whole else st.floats(low, high))
    for key in draw(st.lists(st.sampled_from(SWITCHES), unique=True, max_size=3)):
        overrides[key] = False
    if draw(st.booleans()):
        overrides["processes.docket"] = True
    overrides["shocks"] = tuple(
        shock.model_copy(update={"id": f"{shock.id}{at}"})
        for at, shock in enumerate(draw(st.lists(shocks(), max_size=3)) or overrides.get("shocks", ()))
    )
    overrides["campaigns"] = tuple(
        one.model_copy(update={"id": f"{one.id}{at}"})
        for at, one in enumerate(draw(st.lists(campaigns(), max_size=2)) or overrides.get("campaigns", ()))
    )
    for name in draw(st.lists(st.sampled_from(sorted(PlaceKinds.model_fields)), unique=True, max_size=4)):
        overrides[f"place_kinds.{name}"] = draw(kind_factors())
    shaker = st.builds(
        Shaker, seed=st.integers(0, 10**6), start=st.integers(0, 40), end=st.one_of(st.none(), st.integers(41, 80))
    )
    reacts = draw(st.one_of(st.none(), reactors()))
    if reacts is not None:  # the library's thirty days would leave most of these runs one period to see
        overrides["appraisal.review_days"] = draw(st.sampled_from((7, 13, 30)))
    return Trial(
        world_seed=draw(st.integers(0, 10**6)),
        seed=draw(st.one_of(st.integers(0, 3), st.integers(0, 2**63))),
        levels=draw(st.sampled_from(LEVEL_SETS)),
        households=draw(st.sampled_from((10, 25, 45))),
        overrides=overrides,
        arm=draw(st.one_of(st.sampled_from(ARMS), shaker)),
        ticks=draw(st.sampled_from(ticks)),
        reacts=reacts,
    )


@st.composite
def shocks(draw: st.DrawFn) -> Shock:
    """Any shock of the first hundred days at a place that is in every tree."""
    start = draw(st.integers(0, 60))
    return Shock(
        id="any",
        zh="震",
        en="any",
        kind="black_swan",
        start=start,
        end=start + draw(st.integers(1, 40)),
        places=draw(st.sampled_from(("", "R0", "R1", "place:R0|R1"))),
        types=tuple(draw(st.lists(st.sampled_from((*TYPE_IDS, "family:near")), unique=True, max_size=4))),
        factor=draw(st.one_of(st.floats(0.01, 1.0), st.floats(1.0, 12.0))),
    )


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    """Any campaign of the first days at a place or level that is in every tree."""
    length = draw(st.integers(1, 40))
    return Campaign(
        id="any",
        zh="专",
        en="any",
        start=draw(st.integers(0, 50)),
        length=length,
        period=draw(st.sampled_from((0, length, length + 1, length + 30))),
        intensity=draw(st.floats(0.0, 1.0)),
        places=draw(st.sampled_from(("", "R0", "R1", "town", "place:R0|R1"))),
    )


def kind_factors() -> st.SearchStrategy[KindFactors]:
    """Any factors of a kind of place."""
    some = {name: st.floats(0.2, 5.0) for name in ("family", "neighbour", "housing", "requisition", "land", "office")}
    return st.builds(KindFactors, **some, tie=st.floats(0.3, 1.2))


def reactors() -> st.SearchStrategy[Reactor]:
    """Dynamic policies with a rhythm, a start and an end of their own."""
    return st.builds(
        Reactor,
        review_days=st.sampled_from((1, 5, 20)),
        start=st.integers(0, 40),
        end=st.one_of(st.none(), st.integers(41, 80)),
    )
