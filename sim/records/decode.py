"""Decides how an event of the canonical history reads as a row: words for numbers, days for ticks, kinds for places.

The layout of events is `docs/day.md`. A place is its kind or its level, and a number; never a name, code or key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.engine.marks import FIRST_TICK
from sim.names import (
    OF_A_LEVEL,
    OF_A_PLACE,
    OF_A_POST,
    OF_NO_DISPUTE,
    BorderMatter,
    Department,
    DisputeType,
    Event,
    Forum,
    Opponent,
    Origin,
    PlaceKind,
    Source,
    StaffKind,
    State,
    Way,
    label,
)
from sim.records.society import Society

if TYPE_CHECKING:
    from sim.world import World

Array = npt.NDArray[Any]
Columns = dict[str, Array]

COLUMNS: Final = (
    "day", "phase", "event", "dispute", "forum", "level", "place", "root", "type", "opponent", "origin", "way",
    "booked", "forwarded", "number", "x", "y", "z",
)  # fmt: skip
"""Columns of an event row, in order; what `number`, x, y and z are for each event is in the codebook."""

_WAYS: Final = (Event.TALK, Event.REGISTERED, Event.ENDED, Event.ATTENDED)
_OF_A_LEVEL: Final = tuple(sorted(OF_A_LEVEL))
_OF_NO_DISPUTE: Final = tuple(sorted(OF_NO_DISPUTE))
_OF_A_PLACE: Final = tuple(sorted(OF_A_PLACE))
_OF_A_POST: Final = tuple(sorted(OF_A_POST))
_PLACED: Final = (
    *_OF_A_POST,
    Event.CLAIM, Event.BLOCKED, Event.RETURNED, Event.NOT_FILED, Event.FORWARDED, Event.ACCEPTED, Event.CONSENT,
    Event.SESSION, Event.ENDED, Event.FOUND, Event.DEPARTMENTS, Event.MISROUTED, Event.RESUMED, Event.OFFERED,
    Event.TRIAL, Event.KEPT, Event.BROKEN, Event.ENFORCEMENT, Event.APPEAL, Event.APPEAL_DECIDED, Event.CALLED,
    Event.ATTENDED, Event.DISPATCHED, Event.AWARD, Event.CONFIRMATION, Event.STEP, Event.GROUP, Event.TOGETHER,
    Event.BORDER,
)  # fmt: skip

_NUMBERED: Final = (
    Event.RETURNED, Event.FORWARDED, Event.ACCEPTED, Event.FALSE_ALARMS, Event.PADDED, Event.OFFERED, Event.BROKEN,
    Event.ENFORCEMENT, Event.APPEAL, Event.APPEAL_DECIDED, Event.CONFIRMATION, Event.STEP, Event.EMERGENCY,
    Event.CAMPAIGN, Event.TRUST, Event.DESK, Event.AWARD, Event.BORDER,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class PlaceNames:
    """What a place is called in an export, found by its key: `keys` sorted uint64[n], `names` in the same order."""

    keys: Array
    names: Array

    def of(self, keys: Array) -> Array:
        """Return the name of each key, "" for keys that are no place's."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.names[at], "")


def place_names(world: World, society: Society, lang: str) -> PlaceNames:
    """Return what the places of a world are called: those of the lowest level by kind, others by level, and a number.

    A place above the lowest level that has none below it is called by both, so that no two have one name.
    """
    names = []
    for row in range(world.n_places):
        rank, kind = int(world.place_rank[row]), PlaceKind(int(world.place_kind[row]))
        words = [label(kind, lang)] if kind != PlaceKind.NONE else []
        if rank > 0 or not words:
            words.insert(0, society.level_name(rank, lang))
        names.append(f"{' '.join(words)} {int(world.place_number[row])}")
    order = np.argsort(world.place_key, kind="stable")
    return PlaceNames(keys=world.place_key[order], names=np.array(names, dtype=object)[order])


def decode(words: Array, numbers: Array, *, burn_in: int, society: Society, places: PlaceNames, lang: str) -> Columns:
    """Return the columns of events, `words` uint64[n, 4] and `numbers` float64[n, 3]; cells without meaning are ""."""
    head, key, other, detail = (words[:, i] for i in range(4))
    kind = _byte(head, 16)
    born, ended = kind == Event.BORN, kind == Event.ENDED
    entered = ended | (kind == Event.ATTENDED)
    review = np.isin(kind, _OF_A_PLACE)
    nobody = np.isin(kind, _OF_NO_DISPUTE)
    of_level = np.isin(kind, _OF_A_LEVEL)
    rank = np.where(of_level, key, _byte(head, 0).astype(np.uint64)).astype(np.int64)
    way = np.isin(kind, _WAYS)
    lump = (kind == Event.CLAIM) & (_byte(head, 8) == Forum.NONE)  # choosing to give up is a claim nowhere
    tick = (head >> np.uint64(32)).astype(np.int64) - FIRST_TICK
    held = np.where(review, key, np.where(np.isin(kind, _PLACED), other, np.uint64(0)))
    values = numbers.copy()
    lines = kind == Event.ACCEPTED  # clock and patience are ticks; a court case has no clock
    values[lines, 0] = np.where(values[lines, 0] > 0, values[lines, 0] - burn_in, np.nan)
    values[lines, 1] -= burn_in
    columns = {
        "day": tick - burn_in,
        "phase": _byte(head, 24),
        "event": np.array([e.name.lower() for e in _members(Event)], dtype=object)[kind],
        "dispute": np.where(nobody, "", _hex(key)),
        "forum": np.where(_byte(head, 8) > 0, _labels(Forum, lang)[_byte(head, 8)], ""),
        "level": np.where(of_level | (_byte(head, 8) > Forum.BILATERAL), _level_names(society, lang)[rank & 255], ""),
        "place": places.of(held),
        "root": np.where(born, _hex(other), ""),
        "type": np.where(born, _pick(DisputeType, _byte(detail, 0), lang), ""),
        "opponent": np.where(born, _pick(Opponent, _byte(detail, 8), lang), ""),
        "origin": np.where(born, _pick(Origin, _byte(detail, 32), lang), ""),
        "border": np.where(born & (detail >> np.uint64(60) > 0), _pick(BorderMatter, _byte(detail, 60), lang), ""),
        "way": np.where(lump, label(Way.LUMPED, lang), np.where(way, _pick(Way, _byte(detail, 0), lang), "")),
        "booked": np.where(entered, _digits(_byte(detail, 8)), ""),
        "forwarded": np.where(ended, _digits(_byte(detail, 16)), ""),
        "number": _number(kind, detail, society, lang),
    }
    return columns | {name: values[:, i] for i, name in enumerate("xyz")}


def _number(kind: Array, detail: Array, society: Society, lang: str) -> Array:
    """Return the rest of an event's detail as text: see the codebook."""
    done = np.full(len(kind), "", dtype=object)
    born = kind == Event.BORN
    levels = _level_names(society, lang)
    done[born] = levels[_byte(detail[born], 16)]
    reopened = kind == Event.REOPENED
    done[reopened] = _pick(State, _byte(detail[reopened], 0), lang)
    plain = np.isin(kind, _NUMBERED)
    told = np.where(kind == Event.BROKEN, detail & np.uint64(0xFF), detail)  # above: whether it is known by that
    done[plain] = told[plain].astype(str)
    sent = kind == Event.DISPATCHED
    done[sent] = _digits(_byte(detail[sent], 8))
    asked = (kind == Event.DEMANDS) | (kind == Event.DOCKET)
    treated = kind == Event.TREATED
    done[treated] = [
        " ".join(str(word >> shift & 0xFFFF) for shift in (0, 16, 32, 48)) for word in detail[treated].tolist()
    ]
    done[asked] = [" ".join(str(word >> shift & 0xFFFF) for shift in (0, 16, 32)) for word in detail[asked].tolist()]
    post = np.isin(kind, _OF_A_POST)
    done[post] = _pick(StaffKind, _byte(detail[post], 0), lang)
    crowds = kind == Event.GROUP
    done[crowds] = (detail[crowds] & np.uint64(0xFFFF)).astype(str)
    found = kind == Event.FOUND
    done[found] = _pick(Source, _byte(detail[found], 0), lang)
    session = kind == Event.SESSION
    done[session] = (_byte(detail[session], 0) + 1).astype(str)
    called = kind == Event.DEPARTMENTS
    done[called] = _turnout(detail[called], lang)
    fair = (kind == Event.ENDED) & ((_byte(detail, 24) & 1) > 0)
    done[fair] = "1"
    return done


def _turnout(detail: Array, lang: str) -> list[str]:
    """Return who was called, each with + if they came and - if not, by the names of `Department`."""
    told = []
    for word in detail.tolist():
        came, needed = word >> 16 & 0xFFFF, word >> 32 & 0xFFFF
        some = [one for one in Department if needed >> one & 1]
        told.append(" ".join(f"{'+' if came >> one & 1 else '-'}{label(one, lang)}" for one in some))
    return told


def _byte(words: Array, shift: int) -> Array:
    return ((words >> np.uint64(shift)) & np.uint64(255)).astype(np.int64)


def _hex(keys: Array) -> Array:
    return np.array([f"{key:016x}" for key in keys.tolist()], dtype=object)


def _digits(values: Array) -> Array:
    return values.astype(str).astype(object)


def _members(kind: type[IntEnum]) -> list[IntEnum]:
    """Return the members by value; gaps hold the first member, which then is never asked for."""
    first = next(iter(kind))
    by_value = {int(member): member for member in kind}
    return [by_value.get(value, first) for value in range(max(by_value) + 1)]


def _labels(kind: type[IntEnum], lang: str) -> Array:
    return np.array([label(member, lang) for member in _members(kind)], dtype=object)


def _pick(kind: type[IntEnum], values: Array, lang: str) -> Array:
    labels = _labels(kind, lang)
    return labels[np.minimum(values, len(labels) - 1)]


def _level_names(society: Society, lang: str) -> Array:
    names = np.full(256, "", dtype=object)
    for rank in range(society.n_levels + 1):
        names[rank] = society.level_name(rank, lang)
    return names
