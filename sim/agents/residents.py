"""The attributes of a resident: what a reader of the model may ask of one person or of a million."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from sim.agents.columns import Array, Column, Rows, take
from sim.agents.disputes import Dispute
from sim.agents.households import Household
from sim.agents.lookup import disputes_per_resident
from sim.agents.moods import mood_of, moods_of, set_moods
from sim.agents.places import Place
from sim.agents.sets import ColumnAgentSet
from sim.agents.view import View
from sim.engine.marks import NEVER

SHARE: Final = 255.0
"""Standing, legal knowledge and closeness are stored in 1/255."""
SEXES: Final = ("woman", "man")


def _places(model: Any, rows: Rows) -> Array:
    world = model.world
    return np.asarray(world.hh_place[take(world.res_household, rows)])


def _counts(model: Any, rows: Rows) -> Array:
    return take(disputes_per_resident(model.state, model.world.n_residents), rows)


def _count(model: Any, row: int) -> int:
    return len(Resident.at(model, row).disputes)


class Resident(View):
    """One resident of the synthetic society; children included, though only adults are party to disputes."""

    __slots__ = ()

    place = Column(_places, decode=Place, doc="where it lives, the lowest place of the tree")
    household = Column(
        lambda model, rows: take(model.world.res_household, rows),
        decode=Household,
        doc="its household, node of the network",
    )
    urban = Column(lambda model, rows: model.world.place_urban[_places(model, rows)] != 0, doc="lives in an urban unit")
    adult = Column(lambda model, rows: take(model.world.res_adult, rows) != 0, doc="18 or older")
    sex = Column(
        lambda model, rows: take(model.world.res_sex, rows), decode=lambda _, code: SEXES[code], doc="woman or man"
    )
    age_band = Column(lambda model, rows: take(model.world.res_age, rows), doc="0 for minors, then 1 to 5", unit="band")
    standing = Column(
        lambda model, rows: take(model.world.res_standing, rows) / SHARE, doc="power in its society", unit="0..1"
    )
    legal_knowledge = Column(
        lambda model, rows: take(model.world.res_legal, rows) / SHARE, doc="knowledge of law", unit="0..1"
    )
    migrant = Column(lambda model, rows: take(model.world.res_migrant, rows) != 0, doc="registered elsewhere")
    closeness = Column(
        lambda model, rows: take(model.world.res_closeness, rows) / SHARE, doc="closeness to the cadres", unit="0..1"
    )
    mood = Column(moods_of, mood_of, doc="anger, fading by itself", unit="0..1", write=set_moods)
    dispute_count = Column(_counts, _count, doc="voiced disputes it has or had, on either side", unit="disputes")

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Its disputes, as claimant or respondent: grievances that were voiced. In order of birth."""
        voiced = self.model.state.voiced
        return tuple(dispute for dispute in self.grievances if voiced[dispute.row] != NEVER)

    @property
    def grievances(self) -> tuple[Dispute, ...]:
        """The same with those that were never voiced."""
        rows = self.model.lookup.grievances_of(self.model.state, self.row)
        return tuple(Dispute(self.model, row) for row in rows)

    @property
    def neighbours(self) -> ColumnAgentSet:
        """Residents of the households tied to its own as neighbours."""
        tied: ColumnAgentSet = self.household.tied("neighbour")
        return tied

    @property
    def kin(self) -> ColumnAgentSet:
        """Residents of the households tied to its own as kin."""
        tied: ColumnAgentSet = self.household.tied("kin")
        return tied

    @property
    def tied(self) -> ColumnAgentSet:
        """Residents of all households tied to its own, of whatever kind: those whom its quarrels reach."""
        tied: ColumnAgentSet = self.household.tied()
        return tied
