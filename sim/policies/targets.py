"""Where a policy acts: places by code, level, or urban and rural kind. Reads `rural|330681102` and finds the places.

Within one kind of word the choices add up, between kinds they must all hold: `rural|330681102|330681105` is the rural
units of two towns. A prefix (`place:`, `level:`, `kind:`, `type:`) settles what a word means.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sim.errors import PolicyError, complain
from sim.levers.public import PublicFacts
from sim.names import DisputeType

KINDS: Final = ("urban", "rural")
PREFIXES: Final = ("place", "level", "kind", "type")
TYPES: Final = tuple(member.name.lower() for member in DisputeType)


@dataclass(frozen=True, kw_only=True, slots=True)
class Targets:
    """Words of a target, as given. Empty means everywhere. `words` are levels or place codes: the world tells which."""

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    types: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Canonical form, "" for everywhere."""
        parts = [*self.kinds, *self.words]
        parts += [f"{name}:{word}" for name in ("level", "place", "type") for word in getattr(self, name + "s")]
        return "|".join(sorted(set(parts)))


EVERYWHERE: Final = Targets()


def parse_targets(text: str, place: str) -> Targets:
    """Read the form of the command line. `place` names the policy in messages. Raises PolicyError."""
    found: dict[str, list[str]] = {"kinds": [], "levels": [], "places": [], "words": [], "types": []}
    for raw in text.split("|"):
        prefix, colon, rest = raw.strip().partition(":")
        word = rest.strip() if colon else prefix
        if not word or (colon and prefix not in PREFIXES):
            repair = "Write e.g. targets=rural, targets=town, targets=330681102 or rural|330681102"
            raise PolicyError(complain(place, "targets must be words joined by |", repr(text), repair))
        if not colon:
            prefix = "kind" if word in KINDS else "type" if word in TYPES else "word"
        _known(prefix, word, place)
        found[prefix + "s"].append(word)
    return Targets(**{name: tuple(dict.fromkeys(words)) for name, words in found.items()})


def target_places(targets: Targets, facts: PublicFacts, place: str) -> NDArray[np.bool_]:
    """Return the mask bool[n_places] of the targets. A place code brings all below it. Raises PolicyError.

    Only the lowest units are urban or rural, so a kind leaves towns and counties out.
    """
    if targets.types:
        rule, repair = "no lever has an axis of dispute types in this version", "Leave the types out of the targets"
        raise PolicyError(complain(place, rule, "|".join(targets.types), repair))
    levels = [*targets.levels, *(word for word in targets.words if word in facts.levels)]
    codes = [*targets.places, *(word for word in targets.words if word not in facts.levels)]
    mask = np.ones(facts.n_places, dtype=np.bool_)
    if targets.kinds:
        mask &= np.isin(np.array(facts.kinds), targets.kinds)
    if levels:
        for level in levels:
            if level not in facts.levels:
                raise _unknown(level, facts, place)
        mask &= np.isin(facts.rank, [facts.levels.index(level) for level in levels])
    if codes:
        parts = [facts.below(code) for code in codes]
        for code, part in zip(codes, parts, strict=True):
            if part is None:
                raise _unknown(code, facts, place)
        mask &= np.logical_or.reduce([part for part in parts if part is not None])
    if not mask.any():
        raise PolicyError(complain(place, "targets must name at least one place", repr(targets.text), "Widen them"))
    return mask


def _known(prefix: str, word: str, place: str) -> None:
    allowed = {"kind": KINDS, "type": TYPES}.get(prefix)
    if allowed is not None and word not in allowed:
        near = difflib.get_close_matches(word, allowed, n=1)
        repair = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(allowed)}"
        raise PolicyError(complain(place, f"target {prefix} must be a known one", repr(word), repair))


def _unknown(word: str, facts: PublicFacts, place: str) -> PolicyError:
    near = difflib.get_close_matches(word, [*KINDS, *facts.levels, *facts.codes], n=1)
    words = ", ".join((*KINDS, *facts.levels))
    repair = f"Did you mean {near[0]!r}" if near else f"Use {words}, or the code of a place of the scenario"
    return PolicyError(complain(place, "target must be a kind, a level or a place of the scenario", repr(word), repair))
