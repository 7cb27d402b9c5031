"""One queue network in three programs: 31 lines of a town, the same customers with the same work, by key.

Each returns the day on which every customer is done, as a fraction where the program has fractions. In SimPy and Ciw a
line is one server and a customer's service his minutes over the line's minutes a day, which is what both have for it;
hours are saved by nobody, so that all three are the same first-in-first-out line but for the engine's whole days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.verification.alone import NEUTRAL, Alone, quiet
from sim.verification.lines_driven import NO_CLOCK, luck, sure

Array = npt.NDArray[Any]

GAP, SESSION, LOAD = 1.5, 180.0, 0.9
"""Days between customers of a line, minutes of a mean session, load."""
MINUTES: Final = int(SESSION / GAP / LOAD)


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """Line, day of coming and minutes of each customer, in the order of lines and then of coming."""

    line: Array
    came: Array
    work: Array


def alone(customers: int) -> tuple[Alone, Array, Array, int]:
    """The engine with its customers sent in, their days and places, and how many days they need."""
    pair = quiet(*NEUTRAL, ("settle.mu_near", sure()), ("staff.content_sigma", 0.7))
    lines = int(np.count_nonzero(np.asarray(pair[1].place_leaf)))
    days = int(customers / lines * GAP * 1.5) + 600
    made = Alone(pair, days, clock_days=NO_CLOCK, mean_minutes=np.zeros_like(NO_CLOCK))
    for place in made.places.tolist():
        made.state.line_minutes[made.line_at(place, 0)] = MINUTES
    steps = -GAP * np.log(luck(1, customers))
    came = np.concatenate([np.cumsum(steps[k::lines]).astype(np.int64) for k in range(lines)])
    places = np.repeat(made.places, [len(steps[k::lines]) for k in range(lines)])
    made.send(came, places, 0)
    return made, came, places, days


def customers_of(done: Alone) -> tuple[Given, Array]:
    """Who came to which line with how much work, as the engine drew it, and the day each was done."""
    line, came, closed, work = done.filings("line", "opened", "closed", "work")
    order = np.lexsort((np.arange(len(line)), line))
    given = Given(line=line[order], came=came[order], work=work[order])
    return given, closed[order].astype(np.float64)


def by_simpy(given: Given) -> Array:
    """A process a customer, a resource a line."""
    import simpy

    world = simpy.Environment()
    servers = {number: simpy.Resource(world, capacity=1) for number in np.unique(given.line).tolist()}
    done = np.empty(len(given.line))

    def customer(k: int, line: int, came: int, days: float) -> Any:
        yield world.timeout(came)
        with servers[line].request() as mine:
            yield mine
            yield world.timeout(days)
        done[k] = world.now

    rows = zip(given.line.tolist(), given.came.tolist(), (given.work / MINUTES).tolist(), strict=True)
    for k, (line, came, days) in enumerate(rows):
        world.process(customer(k, line, came, days))
    world.run()
    return done


def by_ciw(given: Given) -> Array:
    """A node a line, a class of customers for each node, arrivals and services from lists."""
    import ciw

    lines = np.unique(given.line).tolist()
    arrivals, services, order = [], [], []
    for line in lines:
        mine = np.flatnonzero(given.line == line)
        came, work = given.came[mine].astype(float), given.work[mine] / MINUTES
        arrivals.append(ciw.dists.Sequential([*np.diff(came, prepend=0.0).tolist(), float("inf")]))
        services.append(ciw.dists.Sequential(work.tolist()))
        order.append(mine)
    network = ciw.create_network(
        arrival_distributions=arrivals,
        service_distributions=services,
        number_of_servers=[1] * len(lines),
        routing=np.zeros((len(lines), len(lines))).tolist(),
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(len(given.line), method="Finish")
    done = np.empty(len(given.line))
    by_node: dict[int, list[float]] = {}
    for record in sorted(simulation.get_all_records(), key=lambda one: one.exit_date):
        by_node.setdefault(record.node, []).append(record.exit_date)
    for node, mine in enumerate(order):
        done[mine] = by_node[node + 1]  # first in, first out: they leave in the order in which they came
    return done
