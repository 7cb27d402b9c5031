"""Shocks by the page: on whom they act, how many grievances they add to a day, and which of a day's they spare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sim.draws import hash_text
from sim.names import DisputeType, Purpose
from tests.twin import rulebook as rules
from tests.twin.luck import child_id, counter

if TYPE_CHECKING:
    from tests.twin.model import TwinModel
    from tests.twin.people import Place


@dataclass(frozen=True)
class Blow:
    """One shock as this society meets it: `first` and `last` are ticks, `places` indices of places."""

    key: int
    first: int
    last: int
    factor: float
    places: frozenset[int]
    types: frozenset[DisputeType]

    def falls(self, place: Place, kind: DisputeType, tick: int) -> bool:
        return self.first <= tick <= self.last and place.index in self.places and kind in self.types


def blows_of(scenario: Any, world: Any, burn_in: int) -> list[Blow]:
    """The shocks of a scenario, none where they are switched off."""
    blows = []
    for shock in scenario.shocks if scenario.processes.shocks else ():
        units = scenario.shocked_units(shock)
        places = frozenset(i for i, code in enumerate(world.code) if code in units)
        days = (burn_in + shock.start, burn_in + shock.end - 1)
        blows.append(Blow(int(hash_text(shock.id)), *days, shock.factor, places, frozenset(shock.disputes)))
    return blows


def raised_by(model: TwinModel, blow: Blow, place: Place, kind: DisputeType) -> list[int]:
    """Ids of the candidates that a shock adds to a place and type today."""
    pieces, mean, _ = model.cells[place.index, kind]
    more = rules.raised_mean(mean * float(pieces), blow.factor)
    parts = 1
    while more >= rules.CHUNK_MEAN * parts:
        parts += 1
    share = more / parts
    none = rules.zero_probability(share)
    stream = child_id(Purpose.SHOCK_ID, place.key, blow.key)
    number = 0
    for part in range(parts):
        u = model.luck.uniform(Purpose.SHOCK, stream, model.tick + 4096, kind, part)
        number += rules.poisson_count(u, share, none)
    return [child_id(Purpose.SHOCK_ID, stream, counter(model.tick + 4096, kind, n)) for n in range(number)]


def is_spared(model: TwinModel, place: Place, kind: DisputeType, own_id: int) -> bool:
    """Whether every shock that makes such grievances rarer today leaves this one."""
    return all(
        model.luck.uniform_at(Purpose.SHOCK, own_id, blow.key) < blow.factor
        for blow in model.blows
        if blow.factor < 1.0 and blow.falls(place, kind, model.tick)
    )
