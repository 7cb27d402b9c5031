"""Crowds against thresholds: who joins is the least r = F(r), person by person in the engine, in law by the rules."""

from __future__ import annotations

from functools import partial
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim import draws
from sim.names import DisputeType, Purpose, State
from sim.rules import crowd as rules
from sim.rules.parameters import Parameters, parameter_values
from sim.verification import theory_spread as theory
from sim.verification import weigh
from sim.verification.check import Curve, Looked, Part
from sim.verification.classes import shared
from sim.verification.contagious import ONLY_COURT, SOCIETY
from sim.verification.societies import changed, library, newborn, without

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]

_PEOPLE: Final = 40
_CASES: Final = ((0.9, 12.0, 5.0), (0.9, 12.0, 6.0), (0.9, 12.0, 8.0))
"""Share who have a threshold, mean and spread: below the jump, at it, above (Granovetter 1978, fig. 2)."""


def _with(share: float, mean: float, sigma: float) -> Any:
    values = vars(parameter_values(library(SOCIETY)[0]))
    return Parameters(**{**values, "crowd_share": share, "crowd_mean": mean, "crowd_sigma": sigma})


def _threshold(p: Any, seed: int, key: int) -> int:
    """The threshold of a grievance, by its own draws."""
    purpose = int(Purpose.CROWD)
    u, z = draws.uniform(seed, purpose, key, 0), draws.normal(seed, purpose, key, draws.pack(1, 0, 0, 0))
    return int(rules.own_threshold(p, u, z))


def _reached(share: float, mean: float, sigma: float, active: int) -> float:
    """Chance that so many are enough: thresholds are cut to whole numbers, and are 1 at the least."""
    return share * NormalDist().cdf((active + 1.0 - mean) / sigma) if active >= 1 else 0.0


def look_thresholds(size: int) -> Looked:
    """`size` crowds of forty whom one leads, for each of three laws of thresholds."""
    parts, curves = [], []
    for case, law in enumerate(_CASES):
        p = _with(*law)
        seen = np.zeros(size, int)
        for n in range(size):
            own = [_threshold(p, 70 + case, n * _PEOPLE + k) for k in range(_PEOPLE)]
            active = 1
            while True:
                joined = 1 + sum(int(rules.joins(threshold, active)) for threshold in own)
                if joined == active:
                    break
                active = joined
            seen[n] = active - 1
        chances = theory.crowd(_PEOPLE, 1, partial(_reached, *law))
        groups = theory.merged(chances, 0.02)
        counts = [int(((seen >= first) & (seen < end)).sum()) for first, end in groups]
        what = f"who join; mean {law[1]:g}, spread {law[2]:g}"
        merged = [sum(chances[first:end]) for first, end in groups]
        parts.append(shared(what, counts, [chance / sum(merged) for chance in merged], 20.0))
        beyond = [1.0 - sum(chances[: k + 1]) for k in range(_PEOPLE)]
        curves.append(Curve(what=what, x_label="joined", y_label="share of crowds that are larger",
                            x=tuple(range(_PEOPLE)), seen=tuple(float((seen > k).mean()) for k in range(_PEOPLE)),
                            expected=tuple(beyond)))  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _standing(days: int, sigma: float) -> Run:
    """A society in which complaints about the town pile up unvoiced; who stands up goes to a court that never hears."""
    scenario, world = library("fengqiao_town")
    scenario = changed(
        scenario,
        processes=without(scenario, "crowd"),
        claim={**ONLY_COURT, "weariness": 0.0},
        court={"refuse": 0.0},
        staff={"court_session": 1e5, "content_sigma": 0.0},
        patience={"rate": 0.0},
        voice={"share": 0.5, "fade_days": 6_000.0},
        incidence={"lambda_person": 0.0, "lambda_government": 60.0, "requisition_share": 0.0},
        crowd={"share": 0.8, "mean": 8.0, "sigma": sigma},
    )
    run = newborn(scenario, world, days=days, seed=71)
    run.finish()
    return run


def look_fixed_points(size: int) -> Looked:
    """`size` days of the engine, for four spreads of thresholds: every cause stands at the least r = first + F(r)."""
    off = called = wrong = 0
    found: list[tuple[int, int]] = []
    for sigma in (2.0, 4.0, 6.0, 9.0):
        run = _standing(size, sigma)
        mistaken, joined, pairs = _causes(run)
        wrong += mistaken
        called += joined
        found += pairs
    off = sum(active != least for active, least in found)
    parts = (
        Part(what=f"causes that stand elsewhere than at the least fixed point, of {len(found)}", seen=off, expected=0.0,
             weight=weigh.exact(off, 0), unit="causes"),
        Part(what=f"who joined below their threshold, of {called}", seen=wrong, expected=0.0,
             weight=weigh.exact(wrong, 0) if called > 50 else 0.0, unit="grievances"),
    )  # fmt: skip
    found.sort(key=lambda pair: pair[1])
    least = tuple(float(pair[1]) for pair in found)
    curve = Curve(what="who pursue a cause", x_label="least r = first + F(r)", y_label="in the engine", x=least,
                  seen=tuple(float(pair[0]) for pair in found), expected=least)  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))


def _causes(run: Run) -> tuple[int, int, list[tuple[int, int]]]:
    """Who joined too early, who joined at all, and (active, least fixed point) of every cause with three or more."""
    from sim.engine.marks import CALLED, DISPUTES, JOINED

    st, n = run.state, int(run.state.count[DISPUTES])
    p = Parameters(**vars(run.p))
    rows = np.flatnonzero(st.type[:n] == DisputeType.OFFICE)
    state, joined = st.state[rows], st.tried[rows] & JOINED != 0
    waits = (state == State.LATENT) | (state == State.LUMPED)
    own = np.array([_threshold(p, run.seed, int(key)) for key in st.id[rows].tolist()])
    called = st.tried[rows] & CALLED != 0  # since last night: they stand up tomorrow
    wrong, pairs = 0, []
    for cause in np.unique(st.cause[rows]).tolist():
        here = st.cause[rows] == cause
        active = int(st.cause_active[cause])
        if here.sum() < 3 or (here & called).any():
            continue
        wrong += int((here & joined & ((own > active) | (own == rules.STAYS_OUT))).sum())
        ready = own[here & (joined | waits) & (own != rules.STAYS_OUT)]
        first = active - int((here & joined).sum())
        least = first
        while least and (after := first + int((ready <= least).sum())) != least:
            least = after
        pairs.append((active, least))
    return wrong, int(joined.sum()), pairs
