"""Campaigns (专项行动): from when, how long, how often again, how hard, and at which places. Not what they do.

A campaign is part of the scenario, like a shock: every arm meets it. It reaches the places that run a forum; where it
acts is said as for a shock, but a level or a place above the lowest is meant itself.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from sim.scenario.aims import codes_meant
from sim.scenario.places import PlaceTable
from sim.scenario.quantity import Section, number, whole
from sim.scenario.refuse import HERE, refusal
from sim.scenario.shocks import LAST_DAY


class Campaign(Section):
    """One campaign. Days are policy days; `period` 0 means once."""

    id: str = Field(pattern=r"^[A-Za-z0-9_]+$")
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)
    start: int = whole(unit="day", low=0, high=LAST_DAY, zh="开始日", en="first day of the campaign")
    length: int = whole(unit="days", low=1, high=LAST_DAY, zh="历时", en="days that it lasts")
    period: int = whole(0, unit="days", low=0, high=LAST_DAY, zh="周期", en="days from one beginning to the next")
    intensity: float = number(unit="intensity", low=0, high=1, zh="力度", en="how hard it presses, 0 to 1")
    places: str = ""

    @model_validator(mode="after")
    def _ends_before_it_begins_anew(self) -> Self:
        if 0 < self.period < self.length:
            rule = f"{HERE}.period must be 0 (once) or at least its length ({self.length} days)"
            raise refusal(rule, self.period, "Give more days from one beginning to the next", at=("period",))
        return self


def places_of(campaign: Campaign, tree: PlaceTable, level_ids: tuple[str, ...]) -> frozenset[str]:
    """Return the codes of the places that a campaign reaches. Raises ScenarioError, without file and line."""
    return codes_meant(f"campaign {campaign.id}", campaign.places, tree, level_ids, above=True)
