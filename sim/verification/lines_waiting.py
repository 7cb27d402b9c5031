"""Checks of waiting: clocks and patience in a line that nobody serves, reneging in one that is served, departments."""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Department, Way
from sim.verification import theory_queues as theory
from sim.verification.alone import NEUTRAL, Alone, quiet
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.lines_driven import NO_CLOCK, Driven, Queue, batches, drive, luck, sure
from sim.verification.weigh import counts, exact, mean

Array = npt.NDArray[Any]

CLOCK, HAZARD = 30, 0.03
"""Days until a case lapses (the library's for a committee), and chance a day of losing patience."""
CROWDED: Final = Queue(arrival=0.8, service=0.25, servers=3, rate=0.05)
MOST_NEEDED: Final = 4


# ---------------------------------------------------------------------------------------------------------- clocks
def _clocks(size: int) -> Looked:
    alone = Alone(quiet(*NEUTRAL, ("patience.rate", 365.0 * HAZARD)), 60 + CLOCK + 2)
    alone.send(np.arange(size) % 60, alone.places[np.arange(size) % len(alone.places)], 0)
    alone.advance(60 + CLOCK + 2)
    opened, closed, way = alone.filings("opened", "closed", "way")
    days = closed - opened
    law = theory.patience_chances(HAZARD, CLOCK)
    seen = np.bincount(np.where(way == Way.WITHDRAWN, days, CLOCK + 1), minlength=CLOCK + 2)[1:]
    weeks = [int(one.sum()) for one in np.split(seen, range(5, CLOCK + 1, 5))]
    chances = [float(one.sum()) for one in np.split(law, range(5, CLOCK + 1, 5))]
    waited = float(days.mean())
    expected = (1.0 - math.exp(-HAZARD * CLOCK)) / (1.0 - math.exp(-HAZARD))
    error = float(days.std(ddof=1)) / math.sqrt(size)
    timed_out = float(np.mean(way == Way.TIMED_OUT))
    parts = (
        Part(what="share that lapses", seen=timed_out, expected=float(law[-1]), weight=counts(weeks, chances)),
        Part(what="mean days in line", seen=waited, expected=expected, weight=mean(waited, expected, error, 5.0),
             unit="days"),
    )  # fmt: skip
    left = 1.0 - np.cumsum(seen[:CLOCK]) / size
    curve = Curve(
        what=f"hazard {HAZARD} a day, clock of {CLOCK} days",
        x_label="days in line",
        y_label="share still waiting",
        x=tuple(float(day) for day in range(1, CLOCK + 1)),
        seen=tuple(left.tolist()),
        expected=tuple(np.exp(-HAZARD * np.arange(1, CLOCK + 1)).tolist()),
        error=tuple(np.sqrt(left * (1.0 - left) / size).tolist()),
    )
    return Looked(size=size, parts=parts, curves=(curve,))


CLOCKS: Final = Check(
    name="lines.clocks",
    room="lines",
    claim="Where nobody is served, patience is exponential, and the clock ends what is left of it.",
    claim_zh="无人受理时，等待者以固定强度退出，期限届满者逾期终结。",
    formula="P(waits > n) = exp(−r·n) for n < clock; P(lapses) = exp(−r·clock); mean (1 − exp(−r·clock))/(1 − exp(−r))",
    source="Feller 1968, vol. 1, XIII (geometric waiting times, truncated); days: docs/day.md, phase 3",
    power="a hazard off by 7 %, a clock of 29 days",
    size_of="cases",
    size=12000,
    most=48000,
    slow=200000,
    look=_clocks,
)


# --------------------------------------------------------------------------------------------------------- reneging
def _reneging(size: int) -> Looked:
    driven = drive(CROWDED, size)
    law = theory.geo_geo_c(CROWDED.arrival, CROWDED.service, CROWDED.servers, CROWDED.leaving, most=60)
    present = float(law @ np.arange(len(law)))
    unserved = present * CROWDED.leaving / CROWDED.arrival
    nights, out = int(driven.present[:, :-1].sum()), int(driven.gone[:, 1:].sum())
    odds = [CROWDED.leaving, 1.0 - CROWDED.leaving]
    weight = counts([out, nights - out], odds)
    parts = [Part(what="drops out a case and tick", seen=out / nights, expected=odds[0], weight=weight)]
    for what, series, expected in (
        ("mean number present", driven.present, present),
        ("share that leaves unserved", driven.gone / CROWDED.arrival, unserved),
        ("share served", driven.settled / CROWDED.arrival, 1.0 - unserved),
    ):
        seen, error = driven.mean_of(series)
        parts.append(Part(what=what, seen=seen, expected=expected, weight=mean(seen, expected, error, expected)))
    return Looked(size=size, parts=tuple(parts), curves=(law_curve(driven, law),))


def law_curve(driven: Driven, law: Array) -> Curve:
    """How often so many cases were in line, beside the law."""
    q, top = driven.queue, int(np.flatnonzero(law > 1e-4)[-1])
    shares = [batches(driven.present == k) for k in range(top + 1)]
    more = f", impatience {q.rate}" if q.rate > 0.0 else ""
    return Curve(
        what=f"{q.servers} servers, arrivals {q.arrival}, service {q.service}{more} a tick",
        x_label="cases in line",
        y_label="share of ticks",
        x=tuple(float(k) for k in range(top + 1)),
        seen=tuple(float(one.mean()) for one in shares),
        expected=tuple(law[: top + 1].tolist()),
        error=tuple(float(one.std(ddof=1)) / math.sqrt(len(one)) for one in shares),
    )


RENEGING: Final = Check(
    name="lines.reneging",
    room="lines",
    claim="An overloaded line whose customers lose patience settles at the law of Erlang A in discrete time.",
    claim_zh="有人等不及而退出的超负荷队列，稳定于离散时间的爱尔朗A分布。",
    formula="n' = m − Bin(min(m, c), q) + Bernoulli(a), m = n − Bin(n, 1 − exp(−r)); unserved = E[n]·(1 − exp(−r))/a",
    source="Palm 1957; Baccelli and Hebuterne 1981; the chain written for ticks of a day",
    power="a hazard off by 4 %, a share unserved off by 5 %",
    size_of="ticks",
    size=2500,
    most=20000,
    slow=100000,
    look=_reneging,
)


# ------------------------------------------------------------------------------------------------------ departments
def _departments(size: int) -> Looked:
    came, worked, needed, chance = _called(size)
    parts, shares = [], []
    for k in range(1, MOST_NEEDED + 1):
        mine = needed == k
        whole = int(np.count_nonzero(came[mine] == k))
        law = theory.binomial(k, chance).tolist()
        weight = counts(np.bincount(came[mine], minlength=k + 1).tolist(), law, 5.0)
        share = whole / int(np.count_nonzero(mine))
        shares.append(share)
        parts.append(Part(what=f"{k} needed, all come", seen=share, expected=chance**k, weight=weight))
        held = int(np.count_nonzero(worked[mine]))
        weight = exact(held, whole)
        parts.append(
            Part(what=f"{k} needed, sessions held and with all there", seen=held, expected=whole, weight=weight)
        )
    each = size / MOST_NEEDED
    curve = Curve(
        what=f"turn-out of {chance:.2f} each",
        x_label="departments needed",
        y_label="share of sessions that are held",
        x=tuple(float(k) for k in range(1, MOST_NEEDED + 1)),
        seen=tuple(shares),
        expected=tuple(chance**k for k in range(1, MOST_NEEDED + 1)),
        error=tuple(math.sqrt(share * (1.0 - share) / each) for share in shares),
    )
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _called(size: int) -> tuple[Array, Array, Array, float]:
    """Of each first session before a town office: who came, whether it was held, how many were needed; and p."""
    days = 62
    pair = quiet(*NEUTRAL, ("settle.mu_near", sure()), ("settle.sessions", 1))
    alone = Alone(pair, days, clock_days=NO_CLOCK)
    office = int(alone.p.office_slot)
    number = 1 + np.arange(size) % MOST_NEEDED
    first = (luck(3, size) * len(Department)).astype(np.int64)
    masks = [
        sum(1 << (int(f) + turn) % len(Department) for turn in range(k)) for f, k in zip(first, number, strict=True)
    ]
    places = alone.places[np.arange(size) % len(alone.places)]
    alone.send(np.arange(size) % 60, places, office, needs=np.array(masks), departments=number)
    alone.state.line_minutes[alone.line_at(int(alone.places[0]), office)] = 10**8
    alone.advance(days)
    row, joint, work, missing = alone.filings("dispute", "joint", "work", "missing")
    chance = float(alone.p.joint_turnout) + float(alone.state.turnout[int(alone.state.anc[places[0], office])])
    return joint // work, missing == 0, number[row], chance


DEPARTMENTS: Final = Check(
    name="lines.departments",
    room="lines",
    claim="A session to which k departments are called is held with chance p to the power of k.",
    claim_zh="须k个部门会办的一次调处，以p的k次方的机会开成。",
    formula="came ~ Bin(k, p); held = p^k",
    source="independent turn-out, charter 3.5; binomial law (Bernoulli 1713)",
    power="a turn-out off by 0.02, or departments that come together",
    size_of="cases",
    size=48000,
    most=96000,
    slow=200000,
    look=_departments,
)
