"""Whom a grievance is against: the kind by the shares of the type, then the person, unit, collective or level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import DisputeType, Opponent, Purpose
from tests.twin.dispute import Respondent
from tests.twin.luck import child_id

if TYPE_CHECKING:
    from tests.twin.model import TwinModel
    from tests.twin.people import Household, Place, Resident

KIN_TIES = frozenset({1, 4})
NEIGHBOUR_TIES = frozenset({0})
FIRST_ORGANISATION = 1 << 20
COLLECTIVE_NUMBER = 1 << 21
GOVERNMENT_NUMBER = 1 << 22


def draw_respondent(model: TwinModel, own_id: int, kind: DisputeType, claimant: Resident) -> Respondent:
    """Draw the respondent of a root."""
    opponent = _opponent(model, own_id, kind)
    x = model.luck.uniform(Purpose.RESPONDENT, own_id, 0)
    if opponent == Opponent.BEYOND:
        return Respondent(opponent, child_id(Purpose.HOUSEHOLD, own_id, 1), None, model.p.standing_opponent[opponent])
    if opponent == Opponent.ORGANISATION:
        return _organisation(model, claimant.place, x)
    if opponent == Opponent.COLLECTIVE:
        return authority(model, opponent, claimant.place.run[model.p.base])
    if opponent == Opponent.GOVERNMENT:
        return authority(model, opponent, claimant.place.run[_deciding_slot(model, own_id, kind)])
    household = _household(model, opponent, claimant, x)
    person = adult_of(household, model.luck.uniform(Purpose.RESPONDENT, own_id, 1))
    return Respondent(opponent, person.key, person.place, person.standing, person)


def authority(model: TwinModel, kind: Opponent, place: Place) -> Respondent:
    """A village collective, or a level of government, as the respondent."""
    number = COLLECTIVE_NUMBER if kind == Opponent.COLLECTIVE else GOVERNMENT_NUMBER
    power = place.level if kind == Opponent.GOVERNMENT else 0
    key = child_id(Purpose.HOUSEHOLD, place.key, number)
    return Respondent(kind, key, place, model.p.standing_opponent[kind], power=power)


def _opponent(model: TwinModel, own_id: int, kind: DisputeType) -> Opponent:
    return Opponent(_first_above(model.p.type_opponent[kind], model.luck.uniform(Purpose.OPPONENT, own_id)))


def _first_above(cumulative: list[float], u: float) -> int:
    """The first entry whose cumulative share exceeds `u`; the last entry with a share where none does."""
    last = len(cumulative) - 1
    for i, total in enumerate(cumulative):
        if total > u:
            return i
        if total > (cumulative[i - 1] if i else 0.0):
            last = i
    return last


def _deciding_slot(model: TwinModel, own_id: int, kind: DisputeType) -> int:
    if model.luck.uniform(Purpose.POWER_TIED, own_id, 0) < model.p.stake_authority_tie:
        u = model.luck.uniform(Purpose.STAKE, own_id)
    else:
        u = model.luck.uniform(Purpose.POWER, own_id)
    return _first_above(model.p.type_power[kind], u)


def _organisation(model: TwinModel, place: Place, x: float) -> Respondent:
    p = model.p
    number = max(1, int(len(place.residents) * p.relation_organisations / 1000.0))
    key = child_id(Purpose.HOUSEHOLD, place.key, FIRST_ORGANISATION + int(x * number))
    seat = place.run[p.office_slot]
    return Respondent(Opponent.ORGANISATION, key, seat, p.standing_opponent[Opponent.ORGANISATION])


def _household(model: TwinModel, opponent: Opponent, claimant: Resident, x: float) -> Household:
    own = claimant.household
    if opponent in (Opponent.KIN, Opponent.NEIGHBOUR):
        wanted = KIN_TIES if opponent == Opponent.KIN else NEIGHBOUR_TIES
        tied = [household for household, kind in own.ties if kind in wanted] or [household for household, _ in own.ties]
        if tied:
            return tied[int(x * len(tied))]
    p, place = model.p, claimant.place
    area = {
        Opponent.SAME_TOWN: place.run[p.office_slot],
        Opponent.SAME_COUNTY: place.run[p.county_slot],
        Opponent.SAME_ROOT: place.run[p.top],
    }.get(opponent, place.run[p.base])
    households = area.households_below
    i = int(x * len(households))
    if households[i] is own:
        i = (i + 1) % len(households)
    return households[i]


def adult_of(household: Household, y: float) -> Resident:
    members = household.members
    first = int(y * len(members))
    for step in range(len(members)):
        person = members[(first + step) % len(members)]
        if person.adult:
            return person
    return members[first]
