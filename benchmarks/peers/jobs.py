"""The measurements beside peers, each in a fresh process: a name and JSON in, one line of JSON out (see `fresh`).

Time is seconds of processor after imports and a warm-up; memory what the peak rose by while the work was done.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from benchmarks.machine import peak_mb


def _measured(work: Any, *given: Any) -> tuple[Any, dict[str, float]]:
    before, began = peak_mb(), time.process_time()
    found = work(*given)
    return found, {"seconds": time.process_time() - began, "mb": max(peak_mb() - before, 0.0)}


def _load_kernels(scenario: Any, world: Any) -> None:
    """Run a day of another history, and make every kind of room: what is measured after it loads nothing."""
    from sim.engine.room import rehearse
    from sim.engine.run import Run

    run = Run(scenario, world, seed=2, burn_in=0)
    run.advance(1)
    rehearse(run.state, run.p)


# ------------------------------------------------------------------------------------------------------- one society
def society_engine(scenario: str, ticks: int, seed: int) -> dict[str, Any]:
    """The compiled engine on a small world, from its starting stocks on."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded = load_scenario(scenario)
    world = build_world(loaded)
    _load_kernels(loaded, world)

    def work() -> Any:
        run = Run(loaded, world, seed=seed)
        run.advance(ticks)
        return run

    run, cost = _measured(work)
    from sim.engine.marks import DISPUTES

    return {**cost, "digest": run.digest, "disputes": int(run.state.count[DISPUTES]), "residents": world.n_residents}


def society_mesa(scenario: str, ticks: int, seed: int) -> dict[str, Any]:
    """The readable twin: plain Mesa, one agent a resident, one object a dispute."""
    from sim.scenario import load_scenario
    from sim.world import build_world
    from tests.twin.model import TwinModel

    loaded = load_scenario(scenario)
    world = build_world(loaded)

    def work() -> Any:
        model = TwinModel(loaded, world, (), seed)
        model.run(ticks)
        return model

    model, cost = _measured(work)
    return {**cost, "digest": model.digest, "disputes": len(model.disputes), "residents": world.n_residents}


# ---------------------------------------------------------------------------------------------------- one queue network
def queue_engine(customers: int, kept: str) -> dict[str, Any]:
    """The engine's lines alone; who came with how much work is kept for the others."""
    import numpy as np

    from benchmarks.peers.queues import alone, customers_of

    warm = alone(400)
    warm[0].advance(warm[-1])

    def work() -> Any:
        made, *_, days = alone(customers)
        made.advance(days)
        return made, days

    (made, days), cost = _measured(work)
    given, done = customers_of(made)
    np.savez(kept, line=given.line, came=given.came, work=given.work, engine=done)
    return {**cost, "days": days, "mean_days": float((done - given.came).mean())}


def _given(kept: str) -> Any:
    import numpy as np

    from benchmarks.peers.queues import Given

    with np.load(kept) as stored:
        return Given(line=stored["line"], came=stored["came"], work=stored["work"])


def _peer(name: str, kept: str) -> dict[str, Any]:
    import numpy as np

    from benchmarks.peers import queues

    given = _given(kept)
    work = getattr(queues, f"by_{name}")
    work(queues.Given(line=given.line[:50], came=given.came[:50], work=given.work[:50]))
    done, cost = _measured(work, given)
    np.save(f"{kept}.{name}.npy", done)
    return {**cost, "mean_days": float((done - given.came).mean())}


def queue_simpy(kept: str) -> dict[str, Any]:
    """The same customers in SimPy."""
    return _peer("simpy", kept)


def queue_ciw(kept: str) -> dict[str, Any]:
    """The same customers in Ciw."""
    return _peer("ciw", kept)


def queue_agreement(kept: str) -> dict[str, float]:
    """How far the three are apart: SimPy from Ciw, the engine from SimPy's next evening, at most; and share equal."""
    import numpy as np

    with np.load(kept) as stored:
        came, engine = stored["came"], stored["engine"]
    simpy, ciw = np.load(f"{kept}.simpy.npy"), np.load(f"{kept}.ciw.npy")
    evening = np.maximum(came + 1, np.ceil(simpy - 1e-9) - 1)
    return {
        "simpy_ciw": float(np.abs(simpy - ciw).max()),
        "engine_most": float(np.abs(engine - evening).max()),
        "engine_equal": float(np.mean(engine == evening)),
    }


# --------------------------------------------------------------------------------------------------------- cost curves
def a_year(scenario: str, factor: float, days: int) -> dict[str, Any]:
    """Days of a society from its starting stocks on, with so many times the grievances."""
    from sim.engine.marks import DISPUTES, S_VOICED
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.verification.societies import changed
    from sim.world import build_world

    loaded = load_scenario(scenario)
    if factor != 1.0:
        rates = {name: getattr(loaded.incidence, name) * factor for name in ("lambda_person", "lambda_government")}
        loaded = changed(loaded, incidence=rates)
    began = time.process_time()
    world = build_world(loaded)
    building = time.process_time() - began
    _load_kernels(loaded, world)
    began = time.process_time()
    run = Run(loaded, world, seed=1, burn_in=0)
    starting = time.process_time() - began
    began = time.process_time()
    run.advance(days)
    running = time.process_time() - began
    if run.tick != days:
        raise SystemExit(f"{scenario} has {run.tick} days, not {days}")
    return {
        "residents": int(world.n_residents), "levels": len(loaded.levels), "building": building, "starting": starting,
        "running": running, "mb": peak_mb(), "grievances": int(run.state.count[DISPUTES]),
        "voiced": int(run.state.series[:days, S_VOICED].sum()),
    }  # fmt: skip


def arms_of(scenario: str, numbers: list[int], days: int) -> dict[str, list[dict[str, float]]]:
    """A comparison of so many arms: one burn-in, then each arm branches and runs; the cost of all."""
    from sim.engine.run import Run
    from sim.policies import parse_arm
    from sim.scenario import load_scenario
    from sim.world import build_world

    loaded = load_scenario(scenario)
    world = build_world(loaded)
    _load_kernels(loaded, world)
    found = []
    for number in numbers:
        began = time.process_time()
        burnt = Run(loaded, world, seed=1)
        burnt.advance(burnt.burn_in)
        for k in range(number):
            dose = (k + 1) / number
            arm = burnt.branch(parse_arm(f"keep_in_village(dose={dose:.4f})").policies)
            arm.advance(days)
        found.append({"arms": number, "running": time.process_time() - began})
    return {"found": found}


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](**json.loads(sys.argv[2]))))
