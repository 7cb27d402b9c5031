"""The measurements themselves, each done in a fresh process by `fresh`: a name and JSON in, one line of JSON out.

A time is a pair, seconds of wall clock and of processor inside the process, after its imports: on an idle machine the
two agree, beside other work only the second means something. Every process of the model is on and incidence is that of
the scenario, unless the caller overrides it; disputes and events are reported beside every time.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from benchmarks.machine import peak_mb

YEAR = 365
Time = tuple[float, float]
"""Seconds of wall clock, seconds of processor."""


def compile_everything() -> dict[str, Any]:
    """Compile whatever is not kept yet, and take the path of each later measurement once."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario("classroom")
    run = Run(scenario, build_world(scenario), seed=1, keep_events=True)
    run.advance(2 * YEAR)
    return {"digest": run.digest}


def compile_and_listen() -> dict[str, Any]:
    """The same, and how long each kernel took."""
    from benchmarks.listening import own_times

    return {"kernels": own_times(compile_everything)}


def yardstick(values: int = 400_000, repeats: int = 15) -> dict[str, float]:
    """Nanoseconds of processor of the three things a run is made of: two machines are told apart by these.

    A key is drawn by a compiled loop; `exp_` and `log_` over numbers between 0.1 and 1.1. The least of `repeats`.
    """
    import numpy as np

    from sim.draws import key as untyped_key
    from sim.floats import exp_, log_
    from sim.jit import njit

    key: Any = untyped_key

    @njit
    def keys(given: Any) -> Any:
        found = np.uint64(0)
        for i in range(len(given)):
            found ^= key(7, 1, np.uint64(i), np.uint64(3))
        return found

    @njit
    def exps(given: Any) -> float:
        total = 0.0
        for x in given:
            total += exp_(x)
        return total

    @njit
    def logs(given: Any) -> float:
        total = 0.0
        for x in given:
            total += log_(x)
        return total

    given = 0.1 + (np.arange(values) * 0.6180339887498949) % 1.0
    found = {}
    for name, loop in (("a keyed draw", keys), ("exp_", exps), ("log_", logs)):
        loop(given)
        found[name] = min(_timed(loop, given)[1][1] for _ in range(repeats)) / values * 1e9
    return found


def build(scenario: str) -> dict[str, Any]:
    """Build a world, or map the one that is kept."""
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded, reading = _timed(load_scenario, scenario)
    world, building = _timed(build_world, loaded)
    people = int(world.n_residents)
    return {"reading": reading, "building": building, "residents": people, "peak_mb": peak_mb()}


def years(scenario: str, ticks: int, overrides: dict[str, Any], seed: int = 1) -> dict[str, Any]:
    """Read, build or map, start and run `ticks` days in one go, as a user's run does; nothing is kept beside it."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded, reading = _timed(load_scenario, scenario, overrides)
    world, building = _timed(build_world, loaded)
    run, starting = _timed(Run, loaded, world, seed=seed)
    _, running = _timed(run.advance, ticks)
    if run.tick != ticks:
        raise SystemExit(f"{scenario} has {run.tick} days, not {ticks}: the horizon is too near")
    return {
        "reading": reading,
        "building": building,
        "starting": starting,
        "running": running,
        "peak_mb": peak_mb(),
        "digest": run.digest,
        **_what_happened(run, ticks),
    }


def events(scenario: str, ticks: int, overrides: dict[str, Any], seed: int = 1) -> dict[str, Any]:
    """Count the events of the same run: keeping them costs memory, so it is done apart."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded = load_scenario(scenario, overrides)
    run = Run(loaded, build_world(loaded), seed=seed, keep_events=True)
    before = len(run.events[0])
    run.advance(ticks)
    return {"events": len(run.events[0]) - before, "digest": run.digest}


def many_small(runs: int, overrides: dict[str, Any] | None = None) -> dict[str, Any]:
    """One year of the classroom, many times in one process: the whole run, and of it the days alone."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded = load_scenario("classroom", overrides or {})
    world = build_world(loaded)
    whole, days, voiced, happened = [], [], [], []
    for seed in range(runs + 20):
        began = _now()
        run = Run(loaded, world, seed=seed)
        started = _now()
        run.advance(YEAR)
        run.digest  # noqa: B018 - a run is done when its history is digested
        if seed >= 20:  # the first are the warm-up
            whole.append(_since(began))
            days.append(_since(started))
            voiced.append(_voiced(run, 0, YEAR))
    for seed in range(20, 40):
        run = Run(loaded, world, seed=seed, keep_events=True)
        before = len(run.events[0])
        run.advance(YEAR)
        happened.append(len(run.events[0]) - before)
    return {
        "run": _median(whole),
        "days": _median(days),
        "voiced": sum(voiced) / len(voiced),
        "events": sum(happened) / len(happened),
        "residents": int(world.n_residents),
        "peak_mb": peak_mb(),
    }


def overload(arms: dict[str, dict[str, Any]], ticks: int, seed: int = 1) -> dict[str, Any]:
    """Run Zhuji as it is and beyond its capacity, one after the other in this process, year by year."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    found = {}
    for name, overrides in arms.items():
        loaded = load_scenario("zhuji", overrides)
        run = Run(loaded, build_world(loaded), seed=seed)
        rows = []
        for year in range(ticks // YEAR):
            before = int(run.state.touch.sum())
            _, running = _timed(run.advance, YEAR)
            first, last = year * YEAR, (year + 1) * YEAR
            rows.append(
                {
                    "day": (running[0] / YEAR, running[1] / YEAR),
                    "touched": (int(run.state.touch.sum()) - before) / YEAR,
                    "sessions": _summed(run, "sessions", first, last) / YEAR,
                    "lodged": _summed(run, "accepted", first, last) / YEAR,
                    "in_line": _summed(run, "line", last - 1, last),
                }
            )
        found[name] = rows
    return found


def side_by_side(tasks: int, ticks: int) -> dict[str, Any]:
    """Run the same seeds of Zhuji with one worker and with two, in turn; the best of three pairs.

    The crew is started once before: a comparison starts it once for all its runs.
    """
    from sim.studies.executor import run_tasks
    from sim.studies.task import Task

    def crew(workers: int, number: int) -> float:
        given = [Task(name=f"seed {seed}", work=one_of_many, given=(seed, ticks)) for seed in range(1, number + 1)]
        began = time.perf_counter()
        for done in run_tasks(given, workers=workers):
            if done.error is not None:
                raise done.error
        return time.perf_counter() - began

    crew(2, 2)
    alone, together = [], []
    for _ in range(3):
        alone.append(crew(1, tasks))
        together.append(crew(2, tasks))
    one, two = max(zip(alone, together, strict=True), key=lambda pair: pair[0] / pair[1])
    return {"alone": one, "together": two}


def one_of_many(seed: int, ticks: int) -> str:
    """One run of Zhuji in a worker."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.studies.stretches import world_of

    loaded = load_scenario("zhuji")
    run = Run(loaded, world_of(loaded), seed=seed)
    run.advance(ticks)
    return run.digest


def engine(scenario: str, ticks: int, repeats: int, changed: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run a small world with the engine to its digest; with the JIT off it is the same source as plain Python.

    `digest_seconds`: what of it went into ordering and hashing the history.
    """
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded = load_scenario(scenario, changed or {})
    world = build_world(loaded)
    times, hashing = [], []
    with _clocked(Run, "_collect") as spent:
        for _ in range(repeats):
            run = Run(loaded, world, seed=1)
            spent.clear()
            digest, running = _timed(lambda run=run: run.advance(ticks) or run.digest)
            times.append(running)
            hashing.append(_sum(spent))
    told = {"seconds": _median(times), "digest_seconds": _median(hashing), "digest": digest}
    return told | {"residents": int(world.n_residents)}


def twin(scenario: str, ticks: int, changed: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run the same small world with the readable twin, to its digest; `digest_seconds` as in `engine`."""
    from sim.scenario import load_scenario
    from sim.world import build_world
    from tests.twin.history import History
    from tests.twin.model import TwinModel

    loaded = load_scenario(scenario, changed or {})
    model = TwinModel(loaded, build_world(loaded), (), 1)
    with _clocked(History, "close_day") as spent:
        digest, running = _timed(lambda: model.run(ticks).digest)
    events = sum((row[0] >> 32) >= 4096 for row in model.events)
    told = {"seconds": running, "digest_seconds": _sum(spent), "digest": digest}
    return told | {"events": events, "disputes": len(model.disputes)}


def _now() -> Time:
    return time.perf_counter(), time.process_time()


def _since(began: Time) -> Time:
    wall, processor = _now()
    return wall - began[0], processor - began[1]


def _timed(work: Any, *given: Any, **more: Any) -> tuple[Any, Time]:
    began = _now()
    value = work(*given, **more)
    return value, _since(began)


@contextmanager
def _clocked(owner: Any, method: str) -> Iterator[list[Time]]:
    """Time every call of a method; the list fills while the block runs."""
    work, spent = getattr(owner, method), []

    def clocked(*given: Any) -> Any:
        value, taken = _timed(work, *given)
        spent.append(taken)
        return value

    setattr(owner, method, clocked)
    try:
        yield spent
    finally:
        setattr(owner, method, work)


def _sum(times: list[Time]) -> Time:
    return sum(wall for wall, _ in times), sum(processor for _, processor in times)


def _median(times: list[Time]) -> Time:
    return median(wall for wall, _ in times), median(processor for _, processor in times)


def _what_happened(run: Any, ticks: int) -> dict[str, float]:
    from sim.engine.marks import DISPUTES

    disputes = int(run.state.count[DISPUTES])
    return {"grievances": disputes, "voiced_a_year": _voiced(run, 0, ticks) * YEAR / ticks}


def _voiced(run: Any, first: int, last: int) -> int:
    from sim.engine.marks import S_VOICED

    return int(run.state.series[first:last, S_VOICED].sum())


def _summed(run: Any, what: str, first: int, last: int) -> float:
    """Return the sum of a daily count over all kinds of line."""
    from sim.engine.marks import LINE_KINDS, SERIES

    columns = [SERIES.index(f"{what}_{kind}") for kind in LINE_KINDS]
    return float(run.state.series[first:last, columns].sum())


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](**json.loads(sys.argv[2]))))
