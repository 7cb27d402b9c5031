"""Shocks: for some days, at some places, some types of grievance arise more or less often. What reaches whom, and when.

A shock acts on roots only, and on nothing that a policy can move. Where it acts is said in the words in which policies
say it: `urban`, `rural`, a level, the code of a place (with all below it), joined by |; within one kind of word the
choices add up, between kinds all must hold. How it thins or raises: `engine.shocks`.
"""

from __future__ import annotations

import difflib
from typing import Annotated, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from sim.errors import ScenarioError
from sim.names import FAMILY_OF_TYPE, DisputeFamily, DisputeType
from sim.scenario.places import PlaceTable
from sim.scenario.quantity import Section, number, whole
from sim.scenario.refuse import HERE, refusal
from sim.scenario.types import TYPE_IDS

FAMILY_IDS: Final = tuple(member.name.lower() for member in DisputeFamily)
KINDS: Final = ("urban", "rural")
PREFIXES: Final = ("place", "level", "kind")
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


def check_ids(shocks: tuple[Shock, ...]) -> None:
    """Refuse two shocks of one id: their luck would be one."""
    seen: set[str] = set()
    for at, shock in enumerate(shocks):
        if shock.id in seen:
            raise refusal("ids of shocks must differ", repr(shock.id), "Rename one", at=("shocks", at, "id"))
        seen.add(shock.id)


def units_of(shock: Shock, tree: PlaceTable, level_ids: tuple[str, ...]) -> frozenset[str]:
    """Return the codes of the lowest places that a shock reaches. Raises ScenarioError, without file and line."""
    words = _sorted_words(shock, tree, level_ids)
    parent_of = dict(zip(tree.code, tree.parent, strict=True))
    mothers = set(tree.parent)
    found = set()
    for row, code in enumerate(tree.code):
        if code in mothers or tree.virtual[row]:
            continue
        kind = "urban" if 100 <= tree.urban_class[row] < 200 else "rural"
        if (
            (not words["kind"] or kind in words["kind"])
            and (not words["level"] or tree.level[row] in words["level"])
            and (not words["place"] or not words["place"].isdisjoint(_with_above(code, parent_of)))
        ):
            found.add(code)
    if not found:
        raise _refused(shock, "must name at least one place where people live", repr(shock.places), "Widen them")
    return frozenset(found)


def _with_above(code: str, parent_of: dict[str, str]) -> set[str]:
    path = set()
    while code in parent_of:
        path.add(code)
        code = parent_of[code]
    return path


def _sorted_words(shock: Shock, tree: PlaceTable, level_ids: tuple[str, ...]) -> dict[str, set[str]]:
    """Sort the words of a target by what they mean."""
    known = {"kind": set(KINDS), "level": set(level_ids), "place": set(tree.code)}
    words: dict[str, set[str]] = {name: set() for name in known}
    for raw in shock.places.split("|") if shock.places.strip() else ():
        prefix, colon, rest = raw.strip().partition(":")
        word = rest.strip() if colon else prefix
        if not word or (colon and prefix not in PREFIXES):
            hint = "Write e.g. rural, village, 330681102 or rural|330681102"
            raise _refused(shock, "must be words joined by |", repr(shock.places), hint)
        name = prefix if colon else next((kind for kind in known if word in known[kind]), "place")
        if word not in known[name]:
            near = difflib.get_close_matches(word, [*KINDS, *level_ids, *tree.code], n=1)
            hint = f"Did you mean {near[0]!r}" if near else "Use urban, rural, a level or the code of a place"
            raise _refused(shock, "must be kinds, levels or places of the scenario", repr(word), hint)
        words[name].add(word)
    return words


def _refused(shock: Shock, rule: str, got: str, repair: str) -> ScenarioError:
    return ScenarioError(f"the places of shock {shock.id} {rule}, got {got}. {repair}.")
