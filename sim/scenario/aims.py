"""Where a shock or a campaign acts, in the words in which policies say it: kinds, levels and places, joined by |.

Within one kind of word the choices add up, between kinds all must hold. What it means for each: `shocks`, `campaigns`.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Final

from sim.errors import ScenarioError
from sim.scenario.places import PlaceTable

KINDS: Final = ("urban", "rural")
PREFIXES: Final = ("place", "level", "kind")


def sorted_words(owner: str, places: str, tree: PlaceTable, level_ids: tuple[str, ...]) -> dict[str, set[str]]:
    """Sort the words of a target by what they mean. `owner` names it in messages. Raises ScenarioError."""
    known = {"kind": set(KINDS), "level": set(level_ids), "place": set(tree.code)}
    words: dict[str, set[str]] = {name: set() for name in known}
    for raw in places.split("|") if places.strip() else ():
        prefix, colon, rest = raw.strip().partition(":")
        word = rest.strip() if colon else prefix
        if not word or (colon and prefix not in PREFIXES):
            hint = "Write e.g. rural, village, 330681102 or rural|330681102"
            raise refused(owner, "must be words joined by |", repr(places), hint)
        name = prefix if colon else next((kind for kind in known if word in known[kind]), "place")
        if word not in known[name]:
            near = difflib.get_close_matches(word, [*KINDS, *level_ids, *tree.code], n=1)
            hint = f"Did you mean {near[0]!r}" if near else "Use urban, rural, a level or the code of a place"
            raise refused(owner, "must be kinds, levels or places of the scenario", repr(word), hint)
        words[name].add(word)
    return words


def holds(words: Mapping[str, set[str]], tree: PlaceTable, row: int, kind: str) -> bool:
    """Whether a row of the tree is meant; `kind` is urban, rural, or "" where it is neither."""
    return (
        (not words["kind"] or kind in words["kind"])
        and (not words["level"] or tree.level[row] in words["level"])
        and (not words["place"] or not words["place"].isdisjoint(_with_above(tree, row)))
    )


def kind_of(tree: PlaceTable, row: int) -> str:
    """Urban or rural: the class of a lowest place."""
    return "urban" if 100 <= tree.urban_class[row] < 200 else "rural"


def codes_meant(
    owner: str, places: str, tree: PlaceTable, level_ids: tuple[str, ...], *, above: bool
) -> frozenset[str]:
    """Return the codes of the places that the words of a target mean; above the lowest only where `above` says so.

    `owner` names it in messages. Raises ScenarioError, without file and line; also where no place is meant.
    """
    words = sorted_words(owner, places, tree, level_ids)
    mothers = set(tree.parent)
    found = set()
    for row, code in enumerate(tree.code):
        lowest = code not in mothers
        kind = kind_of(tree, row) if lowest else ""
        if (lowest or above) and not tree.virtual[row] and holds(words, tree, row, kind):
            found.add(code)
    if not found:
        people = "" if above else " where people live"
        raise refused(owner, f"must name at least one place{people}", repr(places), "Widen them")
    return frozenset(found)


def _with_above(tree: PlaceTable, row: int) -> set[str]:
    parent_of = dict(zip(tree.code, tree.parent, strict=True))
    path, code = set(), tree.code[row]
    while code in parent_of:
        path.add(code)
        code = parent_of[code]
    return path


def refused(owner: str, rule: str, got: str, repair: str) -> ScenarioError:
    """The error that tells what is wrong with a target."""
    return ScenarioError(f"the places of {owner} {rule}, got {got}. {repair}.")
