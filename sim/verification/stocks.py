"""Stocks against Little's law in whole runs, and the test of stationarity against worlds that are steady or drift.

What enters a stock is read from the history, how long it stays from the scenario's hazards alone; what stands there is
the engine's count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Event, Way
from sim.verification import theory_stocks as theory
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.societies import changed, library, run_of, without
from sim.verification.stocks_planted import DRIFT, POWER, SIZE
from sim.verification.weigh import mean

if TYPE_CHECKING:
    from sim.scenario import Scenario

Array = npt.NDArray[Any]

SOCIETY: Final = "fengqiao_town"
PROCESSES: Final = (
    "gate", "interception", "misreporting", "appraisal", "treatment", "spread", "return_", "wait_heat", "outside",
    "pressing", "promise", "respondent_answer", "load", "place_kinds", "coupling",
)  # fmt: skip
"""What is on: all that a library scenario had from the first, so that the ways into a stock are these few."""
FIRST, LAST = 1095, 3650
"""Days looked at: after three years, when what the run began with has come and gone."""
STOCKS: Final = ("latent_stock", "lumped_stock", "suppressed_stock")
_NAMES: Final = ("latent", "lumped", "suppressed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entered:
    """Ticks of entries into a stock, and the yearly hazard of coming back that each met."""

    tick: Array
    returns: Array


@cache
def lived(seed: int, **other: float) -> tuple[dict[str, Array], dict[str, Entered]]:
    """Daily stocks of a run, and who entered them; `other` hazards of what is given up than the theory is told of."""
    from sim.records import take_series

    scenario, world = library(SOCIETY)
    scenario = changed(scenario, processes=without(scenario, *PROCESSES), lump=other)
    run = run_of(scenario, world, days=LAST, seed=seed)
    run.advance(LAST)
    series = take_series(run)
    return {name: series[name].astype(np.float64) for name in STOCKS}, entries(scenario, *run.events)


def entries(scenario: Scenario, words: Array, numbers: Array) -> dict[str, Entered]:
    """Entries into the stocks by the events that bring them: born; given up or withdrawn; stopped, pressed, shelved."""
    tick = (words[:, 0] >> np.uint64(32)).astype(np.int64) - 4096
    kind = (words[:, 0] >> np.uint64(16)).astype(np.int64) & 0xFF
    way = words[:, 3].astype(np.int64) & 0xFF
    ended = (kind == Event.ENDED) & (tick >= 0)
    blocked = (kind == Event.BLOCKED) & (tick >= 0)
    lumped = ((kind == Event.CLAIM) & (tick >= 0) & (way == 0)) | (ended & (way == Way.WITHDRAWN))
    pressed = ended & np.isin(way, [Way.PRESSED, Way.PROMISE])
    born = (kind == Event.BORN) & (tick >= 0)
    rates = np.where(blocked, float(scenario.suppress.return_rate), numbers[:, 2])
    return {
        "latent_stock": Entered(tick=tick[born], returns=np.zeros(int(born.sum()))),
        "lumped_stock": Entered(tick=tick[lumped], returns=np.full(int(lumped.sum()), float(scenario.lump.reopen))),
        "suppressed_stock": Entered(tick=tick[pressed | blocked], returns=rates[pressed | blocked]),
    }


def _limit(scenario: Scenario, stock: str) -> int:
    return 30000 if stock == "latent_stock" else int(365.0 * float(scenario.lump.limitation_years))


def _little(size: int) -> Looked:
    scenario, _ = library(SOCIETY)
    parts, here, there = [], [], []
    for stock, name in zip(STOCKS, _NAMES, strict=True):
        seen, law = np.empty(size), np.empty(size)
        for seed in range(size):
            stocks, entered = lived(seed + 1)
            came = entered[stock]
            hazards, limit = _hazards(scenario, stock, came.returns), _limit(scenario, stock)
            law[seed] = float(theory.stays(came.tick, hazards, limit, FIRST, LAST).sum()) / (LAST - FIRST)
            seen[seed] = float(stocks[stock][FIRST:LAST].mean())
        off = seen / law - 1.0
        error = float(off.std(ddof=1)) / math.sqrt(size)
        here.append(float(seen.mean()))
        there.append(float(law.mean()))
        weight = mean(float(off.mean()), 0.0, max(error, 1e-6), 0.25)
        parts.append(Part(what=f"{name} stock", seen=here[-1], expected=there[-1], weight=weight, unit="grievances"))
    return Looked(size=size, parts=tuple(parts), curves=tuple(_curve(stock) for stock in STOCKS))


def _curve(stock: str) -> Curve:
    """Of the first run: the stock at the end of each quarter, beside the sum of what each entry has still to stay."""
    scenario, _ = library(SOCIETY)
    stocks, entered = lived(1)
    came = entered[stock]
    days = np.arange(FIRST, LAST, 91)
    longest = FIRST
    expected = []
    for day in days.tolist():
        mine = (came.tick <= day) & (came.tick > day - longest)
        expected.append(theory.still_there(day - came.tick[mine], _hazards(scenario, stock, came.returns[mine])))
    return Curve(
        what=stock.replace("_", " "),
        x_label="day",
        y_label="grievances",
        x=tuple(days.astype(float).tolist()),
        seen=tuple(stocks[stock][days].tolist()),
        expected=tuple(expected),
    )


def _hazards(scenario: Scenario, stock: str, returns: Array) -> Array:
    """Hazard a day of leaving, of each; nobody stays longer than the limitation (the curve looks no further back)."""
    if stock == "latent_stock":
        fades, share = 1.0 / float(scenario.voice.fade_days), float(scenario.voice.share)
        return np.full(len(returns), fades * share / (1.0 - share) + fades)
    forget = float(scenario.lump.forget if stock == "lumped_stock" else scenario.suppress.forget)
    return (returns + forget) / 365.0


CHECKS: Final = (
    Check(
        name="stocks.little",
        room="stocks",
        claim="What is latent, given up or suppressed is what enters a day times how long the hazards let it stay.",
        claim_zh="潜伏、忍让、受压三种存量，各等于每日进入数乘以由强度算得的停留时间。",
        formula="L = λ·W, W = (1 − x^T)/(1 − x), x = exp(−hazard of leaving), T the limitation; edges cut off",
        source="Little 1961, A proof for the queuing formula L = λW",
        power="a stock off by 2 %",
        size_of="runs of ten years",
        size=4,
        most=20,
        slow=40,
        look=_little,
    ),
    SIZE,
    POWER,
    DRIFT,
)
