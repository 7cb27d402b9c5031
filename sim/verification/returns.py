"""Waits of disputes at rest and of cases in line against their hazards: return, forgetting, drop-out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Event, Forum, Way
from sim.verification import weigh
from sim.verification.check import Looked, Part
from sim.verification.classes import curve_of, even, tally
from sim.verification.societies import lots
from sim.verification.theory_hazards import NOT_YET, places_of
from sim.verification.told import Told, told
from sim.verification.waits import CLASSES, FEW, YEAR, busy, causes, survival

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]


def _rests(story: Told, p: Any) -> dict[str, tuple[Told, Array, float]]:
    """Events by which disputes come to rest, with the yearly hazards of coming back and of being forgotten."""
    ended, talks, claims = story.of(Event.ENDED), story.of(Event.TALK), story.of(Event.CLAIM)
    way, accepted, carried = ended.detail & 255, ended.detail >> 24 & 1, ended.detail >> 16 & 1
    calm = ended.only(((way == Way.CONSENT) | (way == Way.GRANTED) | (accepted == 1)) & (carried == 0))
    pressed = ended.only((way == Way.PRESSED) | (way == Way.PROMISE))
    agreed = talks.only(talks.detail == Way.CONSENT)
    lumped = claims.only(claims.detail & 255 == 0)
    withdrawn = ended.only(way == Way.WITHDRAWN)

    def joined(*pairs: tuple[Told, Array]) -> tuple[Told, Array]:
        return Told.joined(*(events for events, _ in pairs)), np.concatenate([column for _, column in pairs])

    def comes_back(hostility: Array, unkept: float) -> Array:
        rate: Array = p.returns_base * np.exp(p.returns_hostility * hostility + p.returns_unkept * unkept)
        return rate

    settled, lasting = joined((calm, calm.x), (agreed, agreed.y))
    given_up, _ = joined((lumped, lumped.x), (withdrawn, withdrawn.x))
    return {
        "settled": (settled, comes_back(lasting, 0.0), 0.0),
        "signed under pressure or for a promise": (pressed, comes_back(pressed.x, 1.0), p.suppress_forget),
        "given up": (given_up, np.full(len(given_up), p.lump_reopen), p.lump_forget),
    }


def _awakening(story: Told, rests: Told) -> tuple[Array, Array, Array]:
    """Of each rest: whether it ended, on which tick, and 0 if the dispute came back then, 1 if it was closed."""
    wakes = story.of(Event.REOPENED, Event.FORGOTTEN, Event.FINAL)
    wakes = wakes.only(np.lexsort((wakes.tick, wakes.key)))
    at = np.searchsorted(wakes.key, rests.key)
    last = len(wakes) - 1
    while True:  # a dispute may have come back before
        here = np.minimum(at, last)
        earlier = (at <= last) & (wakes.key[here] == rests.key) & (wakes.tick[here] <= rests.tick)
        if not earlier.any():
            break
        at = at + earlier
    ended = (at <= last) & (wakes.key[here] == rests.key)
    return ended, wakes.tick[here], np.where(wakes.kind[here] == Event.REOPENED, 0, 1)


_OWN: Final[dict[str, Any]] = {
    "lump": {"reopen": 1.5, "forget": 0.5, "limitation_years": 0.5},
    "returns": {"base": 0.8},
    "promise": {"share": 0.4},
    "suppress": {"forget": 3.0},
}
"""Hazards large enough, and a limit near enough, for a run of two years to meet them all."""


def look_return(size: int) -> Looked:
    """All that came to rest within `size` days: it comes back, is forgotten or closed for good, or rests still."""
    run = busy(size, 23, "return_", "pressing", "promise", **_OWN)
    story, p = told(run), run.p
    limit = int(YEAR * p.lump_limitation_years)
    parts, curves, risks = [], [], []
    for number, (kind, (rests, yearly, forgets)) in enumerate(_rests(story, p).items()):
        ended, tick, by = _awakening(story, rests)
        reach = run.tick - 1 - rests.tick
        days = np.where(ended, tick - rests.tick, reach)
        hazards = [yearly / YEAR, np.full(len(days), forgets / YEAR)]
        total = hazards[0] + hazards[1]
        closed = ended & (by == 1) & (days == limit)  # at its limit a matter is closed whatever its luck
        cause = np.where(ended & ~closed, by, NOT_YET)
        waited = np.where(cause == NOT_YET, np.where(closed, limit - 1, days), days - 1)
        before = total * waited + np.where(closed, hazards[0], 0.0)
        places = places_of(before, hazards, cause, lots(330 + number, len(days)))
        parts.append(even(f"place of each wait among all, {kind}", tally(places, CLASSES), FEW))
        late = int((days > limit).sum())
        what = f"at rest beyond the limit, {kind}"
        parts.append(Part(what=what, seen=late, expected=0.0, weight=weigh.exact(late, 0), unit="disputes"))
        curves.append(survival(kind, reach, days, partial(_left, total), min(size - 2, limit)))
        if forgets > 0.0:
            risks.append((hazards, cause))
    both = [np.concatenate([hazards[k] for hazards, _ in risks]) for k in (0, 1)]
    parts += causes("back or forgotten", both, np.concatenate([cause for _, cause in risks]))
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _left(hazard: Array, day: int) -> Array:
    """Chance to rest still in the morning of the day."""
    chance: Array = np.exp(-hazard * (day - 1))
    return chance


def look_dropout(size: int) -> Looked:
    """Cases of `size` days: the day on which patience ends, and who leaves the lines by it."""
    run = busy(size, 24, patience={"rate": 4.0})
    story, p = told(run), run.p
    accepted = story.of(Event.ACCEPTED)
    daily = p.patience_rate / YEAR
    days = accepted.y - accepted.tick
    n = len(days)
    cause = np.zeros(n, int)
    seen = tally(places_of(daily * (days - 1.0), [np.full(n, daily)], cause, lots(34, n)), CLASSES)
    parts = [even("place of each patience among all", seen)]
    twice = accepted.only(np.lexsort((accepted.tick, accepted.key)))
    again = np.flatnonzero(twice.key[1:] == twice.key[:-1])
    one, other = (places_of(daily * (twice.y[k] - twice.tick[k] - 1.0), [np.full(len(k), daily)],
                            np.zeros(len(k), int), lots(35, len(k))) for k in (again, again + 1))  # fmt: skip
    for third in range(3):  # who waits for another case has mostly been patient before: each third by itself
        own = other[(one * 3).astype(int) == third]
        parts.append(
            even(
                f"patience after a case of the {('shortest', 'middle', 'longest')[third]} patience", tally(own, 4), FEW
            )
        )
    parts.append(_leaving(run, story, daily))
    curve = curve_of("patience", "class of a patience among all", seen, [1.0 / CLASSES] * CLASSES)
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _leaving(run: Run, story: Told, daily: float) -> Part:
    """Drop-outs over case-days in line: a hazard without memory has one chance a day whatever else ends waits."""
    st, n = run.state, len(story.of(Event.ACCEPTED))
    opened, closed = st.filing_opened[:n].astype(int), st.filing_closed[:n].astype(int)
    own = (opened >= 0) & (st.filing_forum[:n] != Forum.POLICE)
    open_still = closed < opened
    waited = np.where(open_still, run.tick - 1, closed) - opened
    left = own & ~open_still & (st.filing_way[:n] == Way.WITHDRAWN)
    case_days, chance = float(waited[own].sum()), -np.expm1(-daily)
    seen = float(left.sum()) / case_days
    error = float(np.sqrt(chance * (1.0 - chance) / case_days))
    return Part(what="drop-outs a case-day in line", seen=seen, expected=float(chance), unit="1/day",
                weight=weigh.mean(seen, float(chance), error, 0.3 * float(chance)))  # fmt: skip
