"""The escalation chain against the fundamental matrix: where claims end, how often each way is tried, how long.

The matrix is made from the rules' own odds (worth of each way, odds of a session; `chain_careers`); what the engine's
days make of many identical claims must be what the matrix says.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from sim.verification import theory_chain as theory
from sim.verification.chain_careers import ENDS, FIRST, VAIN, careers, ended, matrices, ways_of, worths_of
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.weigh import counts, exact, mean


def _absorption(size: int) -> Looked:
    alone = careers(size)
    end, _, choices = ended(alone, size)
    moves, ends, _, _ = matrices(alone)
    law = theory.absorbed(moves, ends)[0]
    seen = np.bincount(end, minlength=len(ENDS))
    weight = counts(seen[: len(ENDS)].tolist(), law.tolist())
    parts = [
        Part(what=f"ends by {what}" if k else "given up", seen=seen[k] / size, expected=float(law[k]), weight=weight)
        for k, what in enumerate(ENDS)
    ]
    parts.append(_allended(int(seen[len(ENDS) :].sum())))
    steps = theory.steps_to_end(moves, 0, 30)
    top = int(np.flatnonzero(steps * size >= 5.0)[-1]) + 1
    made = np.bincount(np.minimum(choices, top + 1), minlength=top + 2)[1:]
    chances = [*steps[:top].tolist(), float(1.0 - steps[:top].sum())]
    weight = counts(made.tolist(), chances)
    average, expected = float(choices.mean()), float(theory.fundamental(moves)[0].sum())
    parts.append(Part(what="choices made in a career", seen=average, expected=expected, weight=weight))
    error = np.sqrt(law * (1.0 - law) / size)
    by_end = Curve(
        what="ends: " + ", ".join(f"{k} {what}" for k, what in enumerate(ENDS)),
        x_label="end",
        y_label="share of claims",
        x=tuple(float(k) for k in range(len(ENDS))),
        seen=tuple((seen[: len(ENDS)] / size).tolist()),
        expected=tuple(law.tolist()),
        error=tuple(error.tolist()),
    )
    by_step = Curve(
        what="choices until the end",
        x_label="choices",
        y_label="share of claims",
        x=tuple(float(k + 1) for k in range(top)),
        seen=tuple((made[:top] / size).tolist()),
        expected=tuple(steps[:top].tolist()),
        logarithmic=True,
    )
    return Looked(size=size, parts=tuple(parts), curves=(by_end, by_step))


def _allended(under_way: int) -> Part:
    return Part(what="still under way", seen=under_way, expected=0, weight=exact(under_way, 0), unit="claims")


def _times(size: int) -> Looked:
    alone = careers(size)
    _, days, _ = ended(alone, size)
    moves, _, spent, chosen = matrices(alone)
    visits = theory.fundamental(moves)[0]
    expected = float(visits @ spent)
    average, error = float(days.mean()), float(days.std(ddof=1)) / math.sqrt(size)
    parts = [
        Part(what="days to the end", seen=average, expected=expected, weight=mean(average, expected, error, expected),
             unit="days")
    ]  # fmt: skip
    tries = alone.state.visits[:size].astype(np.float64)
    seen, law, errors = [], [], []
    for at, what in enumerate(ENDS[1:-1]):
        column = tries[:, FIRST + at]
        seen.append(float(column.mean()))
        law.append(float(visits @ chosen[:, 1 + at]))
        errors.append(float(column.std(ddof=1)) / math.sqrt(size))
        weight = mean(seen[-1], law[-1], errors[-1], law[-1])
        parts.append(Part(what=f"visits: {what}", seen=seen[-1], expected=law[-1], weight=weight))
    curve = Curve(
        what="visits by way: " + ", ".join(f"{k} {what}" for k, what in enumerate(ENDS[1:-1])),
        x_label="way",
        y_label="mean visits of a claim",
        x=tuple(float(k) for k in range(len(law))),
        seen=tuple(seen),
        expected=tuple(law),
        error=tuple(errors),
    )
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _tries(size: int) -> Looked:
    alone = careers(size, VAIN)
    end, _, _ = ended(alone, size)
    ways = ways_of(alone)
    worths = worths_of(alone, (0,) * len(ways), ways)
    parts = [_allended(int(np.count_nonzero(end)))]
    curves: list[Curve] = []
    for way, worth in zip(ways, worths[1:], strict=True):
        most = 2 if way.channel == FIRST + alone.p.n_levels else way.most
        law = theory.tries(math.exp(worths[0] - worth), most)
        seen = np.bincount(alone.state.visits[:size, way.channel], minlength=most + 1)
        name = ENDS[way.channel - FIRST + 1]
        average, expected = float(seen @ np.arange(most + 1)) / size, float(np.array(law) @ np.arange(most + 1))
        weight = counts(seen.tolist(), law)
        parts.append(Part(what=f"tries: {name}", seen=average, expected=expected, weight=weight))
        if len(curves) < 2:
            curves.append(
                Curve(
                    what=f"tries of the {name} before giving up",
                    x_label="tries",
                    y_label="share of claims",
                    x=tuple(float(k) for k in range(most + 1)),
                    seen=tuple((seen / size).tolist()),
                    expected=tuple(law),
                    error=tuple(math.sqrt(share * (1.0 - share) / size) for share in law),
                )
            )
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


CHECKS: Final = (
    Check(
        name="chain.absorption",
        room="chain",
        claim="With capacity without end, claims end where the fundamental matrix of the rules' own odds says.",
        claim_zh="处理能力无限时，诉求终于何处与由规则机会所成的基本矩阵一致。",
        formula="B = (I − Q)⁻¹ R from the state of nothing tried; P(ends at choice n) = 1'Qⁿ⁻¹(I − Q)1",
        source="Kemeny and Snell 1960, Finite Markov Chains, theorems 3.2.1 and 3.3.7",
        power="an end's share off by 0.025, giving up worth 0.1 more",
        size_of="claims",
        size=20000,
        most=80000,
        slow=400000,
        look=_absorption,
    ),
    Check(
        name="chain.times",
        room="chain",
        claim="The same claims take as long, and try each way as often, as the fundamental matrix says.",
        claim_zh="同样的诉求历时多久、各途径试过几次，均与基本矩阵一致。",
        formula="days = (I − Q)⁻¹ w; visits of a way = (I − Q)⁻¹ (its chance by state)",
        source="Kemeny and Snell 1960, theorem 3.3.5, with mean days w of a choice",
        power="days off by 3 %, visits of the rarest way off by a tenth",
        size_of="claims",
        size=20000,
        most=80000,
        slow=200000,
        look=_times,
    ),
    Check(
        name="chain.tries",
        room="chain",
        claim="The noise of a way stays with a claim until that way is tried: tries in vain are beta-geometric.",
        claim_zh="途径的随机偏好在试用之前不变：徒劳的次数服从贝塔几何分布，而非逐次独立。",
        formula="P(n tries) = a·B(a + 1, n + 1), a = exp(worth of giving up − worth of the way); the rest at the most",
        source="McFadden 1974 with noise that stays (docs/day.md, Choose); beta-geometric: Weinberg and Gladen 1986",
        power="choices drawn anew each time, a worth off by 0.1",
        size_of="claims",
        size=10000,
        most=80000,
        slow=200000,
        look=_tries,
    ),
)
