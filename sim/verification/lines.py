"""Lines against queueing theory: Lindley's recursion, Geo/Geo/c and its limit Erlang C, clocks, reneging, departments.

The line's own rule of saved hours is stated where it matters: a line that is not empty keeps whatever minutes nobody
could use, an empty one at most those of a mean session. `lindley` holds it to the minute; the textbook's servers save
nothing, and there (`geo_geo_c`, `erlang_c`, `reneging`) the driver lets unused minutes lapse every evening.
"""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.verification import theory_queues as theory
from sim.verification.alone import NEUTRAL, Alone, quiet
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.lines_driven import NO_CLOCK, Queue, drive, luck, sure
from sim.verification.lines_waiting import CLOCKS, DEPARTMENTS, RENEGING, law_curve
from sim.verification.weigh import counts, exact, mean

Array = npt.NDArray[Any]

QUEUE: Final = Queue(arrival=0.55, service=0.3, servers=3)
LOADS: Final = (0.7, 0.9, 1.05)
TICKS_A_DAY: Final = (1, 2, 4, 8)
WARM: Final = 60
"""Days from empty lines on that are not told."""


# ------------------------------------------------------------------------------------------------- Lindley, exactly
def _lindley(size: int) -> Looked:
    alone, lines = _one_by_one(size)
    line, joined, closed, work = alone.filings("line", "opened", "closed", "work")
    saved = int(alone.p.mean_minutes[int(alone.p.forum_of_slot[0])])
    late, curves = 0, []
    for number, minutes in lines.items():
        mine = np.flatnonzero(line == number)
        expected = np.array(theory.lindley(joined[mine].tolist(), work[mine].tolist(), minutes, saved))
        late += int(np.count_nonzero(closed[mine] != expected))
        few = mine[:150]
        curves.append(
            Curve(
                what=f"a line of {minutes} minutes a day",
                x_label="customer, in order",
                y_label="days until heard",
                x=tuple(float(k) for k in range(len(few))),
                seen=tuple((closed - joined)[few].astype(float).tolist()),
                expected=tuple((expected[:150] - joined[few]).astype(float).tolist()),
            )
        )
    part = Part(what="customers who leave on another day", seen=late, expected=0, weight=exact(late, 0))
    return Looked(size=size, parts=(part,), curves=tuple(curves[: len(LOADS)]))


def _one_by_one(size: int) -> tuple[Alone, dict[int, int]]:
    """Customers with content of their own who settle in one session, and the minutes of each line."""
    gap, hours = 1.5, 180.0
    pair = quiet(*NEUTRAL, ("settle.mu_near", sure()), ("staff.content_sigma", 0.7))
    lines = len(np.flatnonzero(np.asarray(pair[1].place_leaf)))
    days = int(size / lines * gap * 1.6) + 400
    alone = Alone(pair, days, clock_days=NO_CLOCK)
    minutes = {}
    for k, place in enumerate(alone.places.tolist()):
        number = alone.line_at(place, 0)
        minutes[number] = alone.state.line_minutes[number] = int(hours / gap / LOADS[k % len(LOADS)])
    steps = -gap * np.log(luck(1, size))
    ticks = np.concatenate([np.cumsum(steps[k::lines]).astype(np.int64) for k in range(lines)])
    alone.send(ticks, np.repeat(alone.places, [len(steps[k::lines]) for k in range(lines)]), 0)
    alone.advance(days)
    return alone, minutes


# ------------------------------------------------------------------------------------------------------- Geo/Geo/c
def _geo_geo_c(size: int) -> Looked:
    driven = drive(QUEUE, size)
    before, gone = driven.present[:, :-1], driven.settled[:, 1:]
    parts = []
    for busy in range(1, QUEUE.servers + 1):
        done = gone[np.minimum(before, QUEUE.servers) == busy]
        seen = np.bincount(np.minimum(done, busy), minlength=busy + 1)
        weight = counts(seen.tolist(), theory.binomial(busy, QUEUE.service).tolist())
        share = float(done.mean()) / busy
        parts.append(Part(what=f"done in a tick, {busy} busy", seen=share, expected=QUEUE.service, weight=weight))
    law = theory.geo_geo_c(QUEUE.arrival, QUEUE.service, QUEUE.servers)
    expected = float(law @ np.arange(len(law)))
    here, error = driven.mean_of(driven.present)
    weight = mean(here, expected, error, expected)
    parts.append(Part(what="mean number present", seen=here, expected=expected, weight=weight, unit="cases"))
    return Looked(size=size, parts=tuple(parts), curves=(law_curve(driven, law),))


# -------------------------------------------------------------------------------------- Erlang C, as the tick shrinks
def _erlang_c(size: int) -> Looked:
    """`size` days in each line; the tick is 1, 1/2, 1/4 and 1/8 of a day."""
    servers = QUEUE.servers
    expected = theory.erlang_c(QUEUE.arrival / QUEUE.service, servers)
    ticks = [1.0 / n for n in TICKS_A_DAY]
    seen, errors, laws = [], [], []
    for n in TICKS_A_DAY:
        finer = Queue(arrival=QUEUE.arrival / n, service=QUEUE.service / n, servers=servers)
        driven = drive(finer, size * n, warm=WARM * n, stream=10 + n)
        share, error = driven.mean_of(driven.present >= servers)
        seen.append(share)
        errors.append(error)
        laws.append(float(theory.geo_geo_c(finer.arrival, finer.service, servers)[servers:].sum()))
    parts = [
        Part(what=f"all busy, tick of 1/{n} day", seen=s, expected=x, weight=mean(s, x, e, x))
        for n, s, x, e in zip(TICKS_A_DAY, seen, laws, errors, strict=True)
    ]
    limit, error = _limit(ticks[1:], seen[1:], errors[1:])
    weight = mean(limit, expected, error, expected)
    parts.append(Part(what="all busy, as the tick goes to 0", seen=limit, expected=expected, weight=weight))
    theirs, their_error = _ciw(size)
    weight = mean(limit, theirs, math.hypot(error, their_error), expected)
    parts.append(Part(what="the same, beside those who wait in Ciw", seen=limit, expected=theirs, weight=weight))
    curve = Curve(
        what="the line approaches Erlang C (at tick 0)",
        x_label="tick, days",
        y_label="chance that all servers are busy",
        x=(*ticks, 0.0),
        seen=(*seen, limit),
        expected=(*laws, expected),
        error=(*errors, error),
    )
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _limit(ticks: list[float], seen: list[float], errors: list[float]) -> tuple[float, float]:
    """Value at tick 0 of the straight line through what was seen, weighed by its errors, and its standard error."""
    weights = 1.0 / np.square(errors)
    design = np.vander(ticks, 2, increasing=True)
    spread = np.linalg.inv(design.T @ (weights[:, None] * design))
    found = spread @ design.T @ (weights * np.array(seen))
    return float(found[0]), math.sqrt(float(spread[0, 0]))


def _ciw(days: int) -> tuple[float, float]:
    """Share of customers who wait in Ciw's M/M/c, and its standard error; its customers are keyed too."""
    import ciw

    n = int(20 * days * QUEUE.arrival)
    gaps, services = -np.log(luck(5, n)) / QUEUE.arrival, -np.log(luck(6, n)) / QUEUE.service
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Sequential([*gaps.tolist(), 1e9])],
        service_distributions=[ciw.dists.Sequential(services.tolist())],
        number_of_servers=[QUEUE.servers],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(n, method="Finish")
    records = sorted(simulation.get_all_records(), key=lambda record: record.arrival_date)
    waits = np.array([record.waiting_time > 0.0 for record in records], dtype=float)
    batches = waits[: len(waits) // 64 * 64].reshape(64, -1)
    return float(waits.mean()), float(batches.mean(axis=1).std(ddof=1)) / 8.0


CHECKS: Final = (
    Check(
        name="lines.lindley",
        room="lines",
        claim="Each customer of a line leaves on the day that Lindley's recursion says, hours saved included.",
        claim_zh="队列中每个案件的离队之日与林德利递推（含结存工时）逐日一致。",
        formula="F = max(F', joined·minutes − saved) + work; day = max(joined + 1, ⌈F/minutes⌉ − 1)",
        source="Lindley 1952, The theory of queues with a single server; saved hours: docs/day.md, phases 3 and 4",
        power="one customer a day late",
        size_of="customers",
        size=3000,
        most=3000,
        slow=30000,
        look=_lindley,
    ),
    Check(
        name="lines.geo_geo_c",
        room="lines",
        claim="A line of c sessions a tick with sessions that settle at a constant chance is Geo/Geo/c.",
        claim_zh="每刻c次、每次以固定机会办结的队列即 Geo/Geo/c 队列。",
        formula="n' = n − Bin(min(n, c), q) + Bernoulli(a), and the stationary law of that chain",
        source="Hunter 1983, Mathematical Techniques of Applied Probability 2; hours that nobody used lapse",
        power="a service chance off by 2 %, a mean number off by a tenth; hours kept overnight",
        size_of="ticks",
        size=2500,
        most=20000,
        slow=100000,
        look=_geo_geo_c,
    ),
    Check(
        name="lines.erlang_c",
        room="lines",
        claim="As the tick shrinks the line becomes M/M/c: Erlang C, and the same queue in Ciw.",
        claim_zh="时间步缩短时队列趋于 M/M/c：合于爱尔朗C公式，也合于 Ciw 的同一队列。",
        formula="P(n ≥ c) = C(c, a/q) at tick 0; the law of Geo/Geo/c at each tick",
        source="Erlang 1917; Ciw 3 (Palmer et al. 2019)",
        power="a share of busy time off by a tenth",
        size_of="days",
        size=600,
        most=8000,
        slow=16000,
        look=_erlang_c,
        needs=("ciw",),
    ),
    CLOCKS,
    RENEGING,
    DEPARTMENTS,
)
