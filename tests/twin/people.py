"""Residents, households and places as plain objects, made once from the world's columns. What they do is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import mesa

from sim.names import Purpose, TieKind
from tests.twin.luck import child_id
from tests.twin.rulebook import UNIT, mood_after
from tests.twin.trusting import Shifts

if TYPE_CHECKING:
    from tests.twin.model import TwinModel


@dataclass(eq=False)
class Place:
    """A jurisdiction. `run[r]` is the place that runs slot r for its people; `level` is its own rank."""

    index: int
    key: int
    level: int
    urban: int
    kind: int
    run: list[Place] = field(default_factory=list, repr=False)
    households: list[Household] = field(default_factory=list, repr=False)
    households_below: list[Household] = field(default_factory=list, repr=False)
    residents: list[Resident] = field(default_factory=list, repr=False)
    shifts: Shifts = field(default_factory=Shifts, repr=False)

    @property
    def adults(self) -> int:
        return sum(1 for resident in self.residents if resident.adult)


@dataclass(eq=False)
class Household:
    """A node of the network. `ties` holds (other household, kind) in the world's order."""

    key: int
    place: Place
    members: list[Resident] = field(default_factory=list, repr=False)
    ties: list[tuple[Household, int]] = field(default_factory=list, repr=False)

    def bond(self, other: Household) -> int:
        """0 if it is not tied to the other household, else the kind of their tie + 1."""
        return next((kind + 1 for household, kind in self.ties if household is other), 0)


class Resident(mesa.Agent):
    """A resident: `mood` is what is felt on the morning of the day, whatever was last written into `mood_units`."""

    def __init__(
        self,
        model: TwinModel,
        household: Household,
        number: int,
        adult: int,
        standing: int,
        legal: int,
        migrant: int,
        closeness: int,
    ) -> None:
        super().__init__(model)
        self.household = household
        self.place = household.place
        self.key = child_id(Purpose.HOUSEHOLD, household.key, number)
        self.adult = adult == 1
        self.standing = standing / 255
        self.legal = legal / 255
        self.migrant = migrant
        self.closeness = closeness / 255
        self.mood_units = 0
        self.mood_day = 0
        self.mood = 0.0
        self.shifts = Shifts()

    def wake(self) -> None:
        """Feel the mood of the morning; reading writes nothing that the rules read again."""
        self.mood = self.mood_on(self.model.tick) if self.mood_units else 0.0

    def mood_on(self, tick: int) -> float:
        p = self.model.p
        return mood_after(self.mood_units, tick - self.mood_day, p.spread_mood_half_life, p.spread_mood_cap)

    def push_mood(self, units: int) -> None:
        """Add fixed-point mood today; what was there is first decayed to today."""
        today = self.model.tick
        if self.mood_day != today:
            self.mood_units = int(UNIT * self.mood_on(today)) if self.mood_units else 0
            self.mood_day = today
        self.mood_units += units


def settle_people(model: TwinModel, world: Any) -> list[Place]:
    """Make every place, household and resident of the world, in the order of its rows."""
    columns = (world.place_key, world.place_rank, world.place_urban, world.place_kind)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    places = [Place(i, *row) for i, row in enumerate(rows)]
    for place, path in zip(places, world.anc.tolist(), strict=True):
        place.run = [places[i] for i in path]
    households = _households(model, world, places)
    online = frozenset() if model.p.on_tie_kinds else {TieKind.ONLINE}
    starts, to, kinds = world.tie_start.tolist(), world.tie_to.tolist(), world.tie_kind.tolist()
    for row, household in enumerate(households):
        household.ties = [
            (households[to[i]], kinds[i]) for i in range(starts[row], starts[row + 1]) if kinds[i] not in online
        ]
    return places


def _households(model: TwinModel, world: Any, places: list[Place]) -> list[Household]:
    households: list[Household] = []
    first, of_place = world.hh_first.tolist(), world.hh_start.tolist()
    columns = (world.res_adult, world.res_standing, world.res_legal, world.res_migrant, world.res_closeness)
    traits = list(zip(*(column.tolist() for column in columns), strict=True))
    for place in places:
        for row in range(of_place[place.index], of_place[place.index + 1]):
            key = child_id(Purpose.HOUSEHOLD, place.key, row - of_place[place.index])
            household = Household(key, place)
            for number, i in enumerate(range(first[row], first[row + 1])):
                household.members.append(Resident(model, household, number, *traits[i]))
            place.residents.extend(household.members)
            place.households.append(household)
            households.append(household)
    for place in places:
        if place.households:
            for above in dict.fromkeys([place, *place.run]):
                above.households_below.extend(place.households)
    return households
