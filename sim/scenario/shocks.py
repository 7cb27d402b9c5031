"""Shocks: for some days, at some places, some types of grievance arise more or less often. What reaches whom, and when.

A shock acts on roots only, and on nothing that a policy can move. Where it acts is said in the words in which policies
say it (`aims`): `urban`, `rural`, a level, the code of a place (with all below it). How it thins or raises:
`engine.shocks`.
"""

from __future__ import annotations

import difflib
from typing import Annotated, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from sim.names import FAMILY_OF_TYPE, DisputeFamily, DisputeType
from sim.scenario.aims import codes_meant
from sim.scenario.places import PlaceTable
from sim.scenario.quantity import Section, number, whole
from sim.scenario.refuse import HERE, refusal
from sim.scenario.types import TYPE_IDS

FAMILY_IDS: Final = tuple(member.name.lower() for member in DisputeFamily)
LAST_DAY: Final = 14_600


def _known_types(given: object) -> object:
    """Refuse a word that is neither a type nor `family:` with a dispute family; hand back what is no list."""
    if not isinstance(given, (list, tuple)):
        return given
    words = (*TYPE_IDS, *(f"family:{name}" for name in FAMILY_IDS))
    for at, word in enumerate(given):
        if word not in words:
            near = difflib.get_close_matches(str(word), words, n=1, cutoff=0.5)
            hint = f"Did you mean {near[0]!r}" if near else 'Write a type, or "family:near" for a dispute family'
            raise refusal("a type of a shock must be a known one", repr(word), hint, at=(at,))
    return tuple(given)


class Shock(Section):
    """One shock. Days are policy days: `start` is the first day of it, `end` the first day after it."""

    id: str = Field(pattern=r"^[A-Za-z0-9_]+$")
    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)
    kind: Literal["grey_rhino", "black_swan"]
    start: int = whole(unit="day", low=0, high=LAST_DAY, zh="开始日", en="first day of the shock")
    end: int = whole(unit="day", low=1, high=LAST_DAY, zh="结束日", en="first day after the shock")
    places: str = ""
    types: Annotated[tuple[str, ...], BeforeValidator(_known_types), Field(strict=False)] = ()
    factor: float = number(unit="factor", low=0.01, high=100, zh="发生强度系数", en="factor on how often they arise")

    @model_validator(mode="after")
    def _has_days(self) -> Self:
        if self.end <= self.start:
            rule = f"{HERE}.end must come after its start (day {self.start})"
            raise refusal(rule, self.end, "Give the first day after the shock", at=("end",))
        return self

    @property
    def disputes(self) -> tuple[DisputeType, ...]:
        """The types of dispute that it acts on; all where the file names none."""
        families = {word.removeprefix("family:") for word in self.types if word.startswith("family:")}
        return tuple(
            kind
            for kind in DisputeType
            if not self.types or TYPE_IDS[kind] in self.types or FAMILY_OF_TYPE[kind].name.lower() in families
        )


def units_of(shock: Shock, tree: PlaceTable, level_ids: tuple[str, ...]) -> frozenset[str]:
    """Return the codes of the lowest places that a shock reaches. Raises ScenarioError, without file and line."""
    return codes_meant(f"shock {shock.id}", shock.places, tree, level_ids, above=False)
