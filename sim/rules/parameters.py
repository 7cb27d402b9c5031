"""The parameter record `p`: every number of a resolved scenario that a rule or step reads.

Flat, and read-only by custom. Fields are `<section>_<name>`; arrays by dispute type, forum, opponent or level are
derived here once. What the numbers mean, with unit, range, source and grade, is declared in `sim.scenario.sections`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from sim.jit import record_class
from sim.names import (
    FAMILY_OF_TYPE,
    Department,
    DisputeFamily,
    DisputeType,
    Forum,
    Opponent,
    PlaceKind,
    StaffKind,
    TieKind,
)
from sim.rules.voice import voice_rate
from sim.scenario.offspring import coupling_matrix
from sim.scenario.quantity import Section
from sim.scenario.sections import (
    aftermath,
    arbitrating,
    arising,
    bonds,
    bordering,
    claiming,
    closeness,
    finding,
    forums,
    gathering,
    governing,
    joining,
    litigating,
    migrating,
    policing,
    reconsidering,
    relating,
    running,
    serving,
    settling,
    spreading,
    staffing,
    surging,
    trusting,
    unproved,
    windowing,
)

if TYPE_CHECKING:
    from sim.scenario import Scenario

_SECTIONS: Final[dict[str, type[Section]]] = {
    "incidence": arising.Incidence,
    "voice": arising.Voice,
    "finding": finding.Finding,
    "stake": arising.Stake,
    "relation": relating.Relation,
    "migrants": migrating.Migrants,
    "cadres": closeness.Cadres,
    "ties": bonds.Ties,
    "border": bordering.Border,
    "claim": claiming.Claim,
    "talk": claiming.Talk,
    "answer": claiming.Answer,
    "settle": settling.Settle,
    "press": settling.Press,
    "promise": settling.Promise,
    "joint": joining.Joint,
    "misroute": joining.Misroute,
    "windows": windowing.Windows,
    "contacts": windowing.Contacts,
    "desk": windowing.Desk,
    "police": policing.Police,
    "court": forums.Court,
    "prefiling": litigating.Prefiling,
    "arbitration": arbitrating.Arbitration,
    "reconsideration": reconsidering.Reconsideration,
    "confirm": litigating.Confirm,
    "perform": litigating.Perform,
    "appeal": litigating.Appeal,
    "petition": forums.Petition,
    "clocks": forums.Clocks,
    "patience": forums.Patience,
    "gate": forums.Gate,
    "heat": aftermath.Heat,
    "suppress": aftermath.Suppress,
    "lump": aftermath.Lump,
    "returns": aftermath.Returns,
    "outside": aftermath.Outside,
    "appraisal": governing.Appraisal,
    "report": governing.Report,
    "padding": finding.Padding,
    "campaign": surging.CampaignEffect,
    "emergency": surging.Emergency,
    "spread": spreading.Spread,
    "gathering": gathering.Gathering,
    "treatment": spreading.Treatment,
    "experience": trusting.Experience,
    "tacitus": unproved.Tacitus,
    "spiral": unproved.Spiral,
    "crowd": unproved.Crowd,
    "profit": unproved.Profit,
    "staff": staffing.Staff,
    "skill": serving.Skill,
    "turnover": serving.Turnover,
    "fatigue": serving.Fatigue,
    "paperwork": serving.Paperwork,
    "volunteers": serving.Volunteers,
    "learning": serving.Learning,
    "initial": staffing.Initial,
}

_KIND: Final = {"float": "f8", "int": "i8", "bool": "i8"}


def _scalar_fields() -> dict[str, str]:
    fields: dict[str, str] = {}
    for section, model in _SECTIONS.items():
        for name, field in model.model_fields.items():
            kind = getattr(field.annotation, "__name__", "")
            if kind in _KIND:
                fields[f"{section}_{name}"] = _KIND[kind]
    for name in running.Processes.model_fields:
        fields[f"on_{name}"] = "i8"
    return fields


_TREE: Final = {
    "n_levels": "i8",
    "base": "i8",
    "office_slot": "i8",
    "county_slot": "i8",
    "top": "i8",
    "court_rank": "i8",
}
_ARRAYS: Final = {
    "type_rate": "f8[:]",  # voiced roots a year per adult
    "type_shift": "f8[:]",
    "type_hostility": "f8[:]",
    "type_contagion": "f8[:]",
    "type_exclusive": "f8[:]",
    "type_opponent": "f8[:,:]",  # [type, opponent] cumulative shares
    "type_power": "f8[:,:]",  # [type, slot] cumulative weights
    "type_coupled": "f8[:,:]",  # [type, type it raises] chance per voiced dispute
    "type_departments": "f8[:,:]",  # [type, number needed] cumulative chances
    "type_order": "i8[:,:]",  # [type, place in its order] departments, -1 behind the last
    "type_family": "i8[:]",
    "settle_mu": "f8[:]",  # [dispute family]
    "trust_level": "f8[:]",  # [slot], last = outside
    "belief_forum": "f8[:]",  # [forum]
    "claim_const": "f8[:]",  # [forum]
    "session_hours": "f8[:]",  # [forum]
    "mean_minutes": "i8[:]",  # [forum] minutes of a mean session
    "clock_days": "i8[:]",  # [forum]
    "forum_of_slot": "i8[:]",  # [slot]
    "tie_opponent": "f8[:]",  # [opponent]
    "standing_opponent": "f8[:]",  # [opponent]; residents 0
    "staff_fit": "f8[:,:]",  # [kind of staff, dispute family] skill of the kind
    "leave_rate": "f8[:]",  # [kind of staff] a year; contracted: 0, their contracts end
    "kind_incidence": "f8[:,:]",  # [kind of place, type] factor, 1 where kinds are off
    "tie_spread": "f8[:]",  # [kind of tie] weight, 1 where kinds of tie are off
    "tie_ally": "f8[:]",  # [0 if by no tie, else kind of tie + 1] weight of an ally
    "tie_consent": "f8[:]",  # [the same, tie between the parties] logit
    "kind_tie": "f8[:]",  # [kind of place] factor, 1 where kinds are off
}
_DERIVED: Final = {"voice_hazard": "f8", "fade_hazard": "f8", "coupled_most": "i8"}

Parameters = record_class("Parameters", __name__, {**_scalar_fields(), **_TREE, **_DERIVED, **_ARRAYS})


def read_parameters(scenario: Scenario) -> Any:
    """Return the parameter record of a resolved scenario, as kernels take it (shapes: see `_ARRAYS`)."""
    return Parameters(**vars(parameter_values(scenario)))


def parameter_values(scenario: Scenario) -> SimpleNamespace:
    """Return the same numbers for Python: reading them compiles nothing."""
    values: dict[str, Any] = {}
    for section, model in _SECTIONS.items():
        part = getattr(scenario, section)
        for name in model.model_fields:
            field = f"{section}_{name}"
            if field in Parameters.FIELDS:
                cast = float if Parameters.FIELDS[field] == "f8" else int
                values[field] = cast(getattr(part, name))
    for name in running.Processes.model_fields:
        values[f"on_{name}"] = int(getattr(scenario.processes, name))
    tree = _tree(scenario)
    values.update(tree)
    values.update(_types(scenario, tree["n_levels"], tree["office_slot"]))
    values.update(_forums(scenario))
    values.update(_coupling(scenario))
    values.update(_kinds(scenario))
    values.update(_bonds(scenario))
    values.update(_staff(scenario))
    values["voice_hazard"] = voice_rate(float(scenario.voice.share), float(scenario.voice.fade_days))
    values["fade_hazard"] = 1.0 / float(scenario.voice.fade_days)
    return SimpleNamespace(**values)


def _tree(scenario: Scenario) -> dict[str, int]:
    """Ranks that the rules speak of: lowest forum, town office, county, top, court."""
    kinds = [level.forum for level in scenario.levels]
    top = len(kinds) - 1
    base = next(r for r, kind in enumerate(kinds) if kind != "none")
    offices = [r for r, kind in enumerate(kinds) if kind == "office"]
    office = offices[0] if offices else top
    return {
        "n_levels": len(kinds),
        "base": base,
        "office_slot": office,
        "county_slot": min(office + 1, top),
        "top": top,
        "court_rank": scenario.court_rank,
    }


def _types(scenario: Scenario, n_levels: int, office: int) -> dict[str, Any]:
    rows = [scenario.types[member.name.lower()] for member in DisputeType]
    rate = np.array(scenario.type_incidence, dtype=np.float64) / 1000.0
    opponents = [[float(getattr(row.opponents, o.name.lower())) for o in Opponent] for row in rows]
    power = [_power_by_slot(row.power, n_levels, office) for row in rows]
    return {
        "type_rate": rate,
        "type_shift": np.array([row.stake_shift for row in rows], dtype=np.float64),
        "type_hostility": np.array([row.hostility for row in rows], dtype=np.float64),
        "type_contagion": np.array([row.spread for row in rows], dtype=np.float64),
        "type_exclusive": np.array([row.exclusive for row in rows], dtype=np.float64),
        "type_opponent": _running_totals(opponents),
        "type_power": _running_totals(power),
        "type_departments": _running_totals([list(row.departments.chances()) for row in rows]),
        "type_order": _orders([row.departments.order for row in rows]),
        "type_family": np.array([int(f) for f in FAMILY_OF_TYPE], dtype=np.int64),
        "settle_mu": np.array(
            [getattr(scenario.settle, f"mu_{f.name.lower()}") for f in DisputeFamily], dtype=np.float64
        ),
    }


def _orders(rows: list[tuple[str, ...]]) -> NDArray[np.int64]:
    """The departments of each type by number, in its order, -1 behind the last."""
    table = np.full((len(rows), len(Department)), -1, dtype=np.int64)
    for kind, names in enumerate(rows):
        for place, name in enumerate(names):
            table[kind, place] = int(Department[name.upper()])
    return table


def _power_by_slot(power: Any, n_levels: int, office: int) -> list[float]:
    """Weights of the slots that can grant the remedy, 0 below the town office; they sum to 1."""
    weights = [0.0] * n_levels
    total = 0.0
    for k, weight in enumerate((power.town, power.county, power.city)):
        weights[min(office + k, n_levels - 1)] += weight
    for weight in weights:
        total += weight
    return [weight / max(total, 1e-12) for weight in weights]


def _running_totals(rows: list[list[float]]) -> NDArray[np.float64]:
    """Running totals of each row from the left, in a stated order: the same bits on any machine."""
    table = np.zeros((len(rows), len(rows[0])), dtype=np.float64)
    for i, row in enumerate(rows):
        total = 0.0
        for k, share in enumerate(row):
            total += share
            table[i, k] = total
    return table


def _coupling(scenario: Scenario) -> dict[str, Any]:
    """Chances of coupling, all 0 where it is off; and the most types that one type is coupled to."""
    rows = coupling_matrix(scenario.coupling)
    on = scenario.processes.coupling
    chances = np.array([[chance if on else 0.0 for chance in row] for row in rows], dtype=np.float64)
    return {"type_coupled": chances, "coupled_most": max(int(np.count_nonzero(row)) for row in chances)}


def _kinds(scenario: Scenario) -> dict[str, Any]:
    """Factors by kind of place, all 1 where kinds are off."""
    incidence = np.ones((len(PlaceKind), len(DisputeType)), dtype=np.float64)
    tie = np.ones(len(PlaceKind), dtype=np.float64)
    if scenario.processes.place_kinds:
        for kind in PlaceKind:
            if kind != PlaceKind.NONE:
                factors = getattr(scenario.place_kinds, kind.name.lower())
                incidence[kind], tie[kind] = factors.by_type(), factors.tie
    return {"kind_incidence": incidence, "kind_tie": tie}


def _bonds(scenario: Scenario) -> dict[str, Any]:
    """Weights by kind of tie, neutral where kinds of tie are off."""
    ties, on = scenario.ties, scenario.processes.tie_kinds
    names = ["neighbour" if kind == TieKind.OTHER_BLOCK else kind.name.lower() for kind in TieKind]
    spread = [float(getattr(ties, f"spread_{name}")) if on else 1.0 for name in names]
    ally = [float(getattr(ties, f"ally_{name}")) if on else 1.0 for name in names]
    consent = [float(getattr(ties, f"consent_{name}")) if on else 0.0 for name in names]
    return {
        "tie_spread": np.array(spread, dtype=np.float64),
        "tie_ally": np.array([1.0, *ally], dtype=np.float64),
        "tie_consent": np.array([0.0, *consent], dtype=np.float64),
    }


def _staff(scenario: Scenario) -> dict[str, Any]:
    """Skill of each kind of staff by dispute family, and how often its people leave."""
    side = ("near", "near", "technical", "technical", "authority", "authority")  # by DisputeFamily
    fit = np.zeros((len(StaffKind), len(DisputeFamily)), dtype=np.float64)
    leave = np.zeros(len(StaffKind), dtype=np.float64)
    for name in ("part_time", "volunteer", "grid", "industry", "contracted", "clerk"):
        for family in DisputeFamily:
            fit[StaffKind[name.upper()], family] = getattr(scenario.skill, f"{name}_{side[family]}")
    for name in ("full_time", "part_time", "volunteer", "grid", "industry", "clerk", "judge"):
        leave[StaffKind[name.upper()]] = getattr(scenario.turnover, name)
    return {"staff_fit": fit, "leave_rate": leave}


def _by_number(row: Mapping[Forum, float]) -> NDArray[np.float64]:
    """A number for each kind of forum, 0 where none is given."""
    table = np.zeros(max(Forum) + 1, dtype=np.float64)
    for forum, value in row.items():
        table[forum] = value
    return table


def _forums(scenario: Scenario) -> dict[str, Any]:
    claim, clocks, staff, relation = scenario.claim, scenario.clocks, scenario.staff, scenario.relation
    before, labour, above = scenario.prefiling, scenario.arbitration, scenario.reconsideration
    law = (Forum.COURT, Forum.ARBITRATION)  # whoever goes to arbitration goes to law: belief and constant begin alike
    by_forum: dict[str, dict[Forum, float]] = {
        "belief_forum": {
            Forum.COMMITTEE: claim.belief_committee,
            Forum.OFFICE: claim.belief_office,
            Forum.PETITION: claim.belief_petition,
            **dict.fromkeys(law, claim.belief_court),
            Forum.RECONSIDERATION: above.belief,
            Forum.OUTSIDE: claim.belief_outside,
        },
        "claim_const": {
            Forum.COMMITTEE: claim.committee,
            Forum.OFFICE: claim.office,
            Forum.PETITION: claim.petition,
            **dict.fromkeys(law, claim.court),
            Forum.RECONSIDERATION: above.claim,
            Forum.OUTSIDE: claim.outside,
        },
        "session_hours": {
            Forum.COMMITTEE: staff.committee_session,
            Forum.OFFICE: staff.office_session,
            Forum.PETITION: staff.petition_session,
            Forum.COURT: staff.court_session,
            Forum.PREFILING: before.session,
            Forum.ARBITRATION: labour.session,
            Forum.RECONSIDERATION: above.session,
        },
    }
    values: dict[str, Any] = {name: _by_number(row) for name, row in by_forum.items()}
    values["mean_minutes"] = np.array([int(60.0 * h) for h in values["session_hours"]], dtype=np.int64)
    days = {
        Forum.COMMITTEE: clocks.committee,
        Forum.OFFICE: clocks.office,
        Forum.PETITION: clocks.petition,
        Forum.COURT: scenario.court.clock,
        Forum.PREFILING: before.clock,
        Forum.ARBITRATION: labour.clock,
        Forum.RECONSIDERATION: above.clock,
    }
    values["clock_days"] = _by_number(days).astype(np.int64)
    names = {"none": Forum.NONE, "committee": Forum.COMMITTEE, "office": Forum.OFFICE, "petition": Forum.PETITION}
    values["forum_of_slot"] = np.array([int(names[level.forum]) for level in scenario.levels], dtype=np.int64)
    values["trust_level"] = np.array([*scenario.trust_by_rank], dtype=np.float64)
    values["tie_opponent"] = np.array([getattr(relation, f"tie_{o.name.lower()}") for o in Opponent], dtype=np.float64)
    values["standing_opponent"] = np.array(
        [getattr(relation, f"standing_{o.name.lower()}", 0.0) for o in Opponent], dtype=np.float64
    )
    return values
