"""Matters across a border: which places have one, what comes up there, and whether the two places meet over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.names import Event, Opponent, Phase, Purpose
from tests.twin import rulebook as rules
from tests.twin.dispute import Respondent
from tests.twin.luck import child_id, counter
from tests.twin.respondent import adult_of, authority

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Place, Resident

AS_TYPE = 15


def neighbours_of(model: TwinModel, world: Any) -> dict[int, list[Place]]:
    """Siblings that follow one another, of one rank, from the town up, where people live."""
    found: dict[int, list[Place]] = {place.index: [] for place in model.places}
    if not model.p.on_borders:
        return found
    last: dict[int, Place] = {}
    for place, parent in zip(model.places, world.place_parent.tolist(), strict=True):
        if parent < 0 or place.level < model.p.office_slot or not place.households_below:
            continue
        before = last.get(parent)
        if before is not None and before.level == place.level:
            found[before.index].append(place)
            found[place.index].append(before)
        last[parent] = place
    return found


def sides(model: TwinModel, place: Place) -> list[Place]:
    """The places above a lowest place that border on another, lowest first."""
    path = [(r, place.run[r]) for r in range(model.p.office_slot, model.p.top)]
    return [here for r, here in path if here.level == r and model.neighbours[here.index]]


def candidates(model: TwinModel, place: Place) -> int:
    """How many come up across the borders of a place today."""
    p = model.p
    everything = rules.border_rate(p.border_water, p.border_forest, p.border_minerals, p.border_commuting)
    mean = everything / 1000.0 / 365.0 * p.incidence_majorant / p.voice_share * place.adults
    if mean == 0.0 or not sides(model, place):
        return 0
    pieces = max(1, -int(-mean // rules.CHUNK_MEAN))
    total = 0
    for piece in range(pieces):
        u = model.luck.uniform(Purpose.ROOT_COUNT, place.key, model.tick + 4096, AS_TYPE, piece)
        total += rules.poisson_count(u, mean / pieces, rules.zero_probability(mean / pieces))
    return total


def id_of(model: TwinModel, place: Place, number: int) -> int:
    return child_id(Purpose.ROOT_ID, place.key, counter(model.tick + 4096, AS_TYPE, number))


def matter(model: TwinModel, own_id: int) -> int:
    return int(rules.matter_of(model.p, model.luck.uniform(Purpose.BORDER, own_id, 0)))


def across(model: TwinModel, own_id: int, claimant: Resident) -> Respondent:
    """Who is on the other side."""
    p = model.p

    def luck(which: int) -> float:
        return model.luck.uniform(Purpose.BORDER, own_id, which)

    here, x = None, luck(1)
    for here in sides(model, claimant.place):  # noqa: B007 - the last one tried is the one
        if x >= p.border_upper:
            break
        x /= p.border_upper
    assert here is not None
    beyond = model.neighbours[here.index]
    households = beyond[int(luck(2) * len(beyond))].households_below
    household = households[int(luck(3) * len(households))]
    if luck(4) < rules.collective_share(p, matter(model, own_id)):
        return authority(model, Opponent.COLLECTIVE, household.place.run[p.base])
    kind = Opponent.SAME_COUNTY if here.level == p.office_slot else Opponent.SAME_ROOT
    person = adult_of(household, luck(5))
    return Respondent(kind, person.key, person.place, person.standing, person)


def meet(model: TwinModel, dispute: Dispute, case: Case) -> int:
    """0: the forum's place goes on alone, 1: that across joins, 2: the matter is passed on."""
    p, key = model.p, (case.forum, case.slot, case.visit, case.sessions)
    chance = rules.join_probability(p, float(model.levers["border_join"][case.place.index]))
    met = 0
    if model.luck.uniform(Purpose.BORDER_JOIN, dispute.id, *key) < chance:
        met = 1
    elif model.luck.uniform(Purpose.BORDER_BLAME, dispute.id, *key) < p.border_blame:
        met = 2
        dispute.hostility = rules.heated(dispute.hostility, p.border_heat)
    model.note(
        Phase.SERVE, Event.BORDER, dispute, forum=case.forum, slot=case.slot, place=case.place,
        detail=met, x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip
    return met
