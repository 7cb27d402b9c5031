"""The monotone coupling: with the same luck a larger hazard never makes anything happen later. Exact, draw by draw.

First by the rules themselves, then in pairs of runs of which the second has the larger hazard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim import draws
from sim.names import Event, Way
from sim.rules import finding, relapse, voice
from sim.rules.parameters import read_parameters
from sim.verification import weigh
from sim.verification.check import Curve, Looked, Part
from sim.verification.looking import Looking
from sim.verification.societies import library, lots
from sim.verification.told import Told, told
from sim.verification.waits import busy, crowded_town

Array = npt.NDArray[Any]

_FAR = 30_000
_NEVER = 1 << 40
_FEWER: Final[dict[str, Any]] = {"incidence": {"lambda_person": 100.0, "lambda_government": 40.0}}
"""Fewer grievances than the other checks ask for: here every one counts."""


def _later(what: str, before: Array, after: Array) -> Part:
    """Count what happens later under the larger hazard; what never happened before may be late after."""
    late = int((after > before).sum())
    part = f"{what}: later under the larger hazard, of {int((before < _NEVER).sum())}"
    return Part(what=part, seen=late, expected=0.0, weight=weigh.exact(late, 0), unit="cases")


def _by_rules(size: int) -> Iterator[Part]:
    """Two rates a draw, from a thousandth to ten a day, and the rates by what they rise with."""
    luck = [float(draws.exponential(1, 14, n, 0)) for n in range(size)]
    rates = np.sort(10.0 ** (-5.0 + 6.0 * lots(41, 2 * size).reshape(size, 2)), axis=1).tolist()
    days = [[voice.whole_days(e, r, _FAR) for r in pair] for e, pair in zip(luck, rates, strict=True)]
    yield _later("days until a draw is used up", *np.array(days).T)
    needs = [[finding.exposure_needed(e, r) for r in pair] for e, pair in zip(luck, rates, strict=True)]
    needs = [[_NEVER if need == finding.NOT_FOUND else need for need in pair] for pair in needs]
    yield _later("exposure that finds", *np.array(needs).T)
    p = read_parameters(library("fengqiao_town")[0])
    shares = np.sort(0.01 + 0.98 * lots(42, 2 * size).reshape(size, 2), axis=1).tolist()
    yield _later("voicing by its share", *(-np.array([[voice.voice_rate(s, 60.0) for s in pair] for pair in shares]).T))
    felt = np.sort(lots(43, 2 * size).reshape(size, 2), axis=1).tolist()
    by_anger: dict[str, Callable[[float], float]] = {
        "return by the hostility left": lambda h: relapse.return_rate(p, h, 0.0),
        "return by what was not kept": lambda h: relapse.return_rate(p, 0.5, h),
        "finding by hostility": lambda h: finding.detection_rate(p, h),
    }
    for what, rate in by_anger.items():
        yield _later(what, *(-np.array([[rate(h) for h in pair] for pair in felt]).T))


def _when(events: Told, keys: Array) -> Array:
    row = events.at(keys)
    return np.where(row >= 0, events.tick[row] if len(events) else 0, _NEVER)


def _first_ends(story: Told) -> Told:
    """First ends of all disputes: a case that ended, a talk, a lumping."""
    lumped = np.isin(story.kind, int(Event.CLAIM)) & (story.detail & 255 == 0)
    ends = story.only(np.isin(story.kind, [int(Event.ENDED), int(Event.TALK), int(Event.NOT_FILED)]) | lumped)
    return ends.only(np.lexsort((ends.tick, ends.key))).first()


def _agreed(one: Told, other: Told) -> Array:
    """Ids of disputes whose first end was an agreement by talk on the same day, in the same mood, in both runs."""
    ends = [_first_ends(story) for story in (one, other)]
    ends = [e.only((e.kind == Event.TALK) & (e.detail == Way.CONSENT)) for e in ends]
    both = np.intersect1d(ends[0].key, ends[1].key)
    ticks = [e.tick[e.at(both)] for e in ends]
    moods = [e.y[e.at(both)] for e in ends]  # a return hangs on the hostility left as well
    agreed: Array = both[(ticks[0] == ticks[1]) & (moods[0] == moods[1])]
    return agreed


def _by_runs(days: int) -> Iterator[tuple[Part, Curve]]:
    yield _pair("voiced", _voicing(days, 1.0), _voicing(days, 2.0), Event.VOICED)
    hard = {"finding": {"rate": 4.0}, **_FEWER}
    one, other = (told(busy(days, 45, "detection", policies=(Looking(factor=f),), **hard)) for f in (1.0, 1.25))
    yield _pair("found", one, other, Event.FOUND)
    one, other = (told(busy(days, 46, "return_", returns={"base": base})) for base in (0.8, 1.6))
    yield _pair("back after an agreement", one, other, Event.REOPENED, _agreed(one, other))
    cases = [told(busy(days, 47, patience={"rate": rate}, **_FEWER)) for rate in (1.0, 4.0)]
    ends = [_first_ends(story) for story in cases]
    firsts = [story.of(Event.ACCEPTED).first() for story in cases]
    both = np.intersect1d(firsts[0].key, firsts[1].key)
    rows = [first.at(both) for first in firsts]
    ticks = [first.tick[row] for first, row in zip(firsts, rows, strict=True)]
    fresh = [_when(end, both) >= tick for end, tick in zip(ends, ticks, strict=True)]
    same = (ticks[0] == ticks[1]) & fresh[0] & fresh[1]
    patience = [first.y[row][same] for first, row in zip(firsts, rows, strict=True)]
    waits = [days_left - ticks[0][same] for days_left in patience]
    yield _later("end of the patience of a first case", *waits), _scatter("patience of a first case", *waits)


def _voicing(days: int, factor: float) -> Told:
    """A town whose hazard of voicing is `factor` times what it was; all else, and who is born, as it was."""
    run = crowded_town(days, 44, **_FEWER)
    run.state.voice_of[:] = run.state.voice_of * factor
    run.finish()
    return told(run)


def _pair(what: str, one: Told, other: Told, kind: Event, keys: Array | None = None) -> tuple[Part, Curve]:
    born = [story.of(Event.BORN) for story in (one, other)]
    if keys is None:
        roots = born[0].only((born[0].detail >> 32 & 255 == 0) & (born[0].tick >= 0))
        keys = roots.key[born[1].at(roots.key) >= 0]
    when = [_when(story.of(kind), keys) for story in (one, other)]
    start = born[0].tick[born[0].at(keys)]
    happened = when[0] < _NEVER
    shown = [tick[happened] - start[happened] for tick in when]
    return _later(what, *when), _scatter(what, *shown)


def _scatter(what: str, before: Array, after: Array) -> Curve:
    """The day under the larger hazard by that under the smaller: nothing above the diagonal."""
    order = np.argsort(before, kind="stable")[:: max(1, len(before) // 300)]
    x = tuple(float(day) for day in before[order])
    return Curve(what=what, x_label="days, smaller hazard", y_label="days, larger hazard", x=x,
                 seen=tuple(float(day) for day in after[order]), expected=x)  # fmt: skip


def look_coupling(size: int) -> Looked:
    """Draws by the rules: `size`; days of the runs: a tenth of it."""
    told_by_runs = list(_by_runs(size // 8))
    parts = [*_by_rules(size), *(part for part, _ in told_by_runs)]
    return Looked(size=size, parts=tuple(parts), curves=tuple(curve for _, curve in told_by_runs))
