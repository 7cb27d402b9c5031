"""Spread against the branching process and the chain binomial; crowds against thresholds; types against their matrix.

Clusters are those of the engine's own spread in societies where it is all there is (`contagious`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.verification import theory_spread as theory
from sim.verification import weigh
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.classes import even, shared, tally
from sim.verification.contagious import clusters, spreading
from sim.verification.crowds import look_fixed_points, look_thresholds
from sim.verification.kinds import look_families, look_radius
from sim.verification.societies import lots

Array = npt.NDArray[Any]

_UNIT: Final = 65536.0
"""Pressure is counted in whole parts of this (engine.md 4)."""
_DAYS: Final = 300
_LATE: Final = 100
"""Days before the end after which no cluster is begun: all of them have come to their end."""


def _pressure(mean: float, ties: int) -> float:
    """What one failure puts on each of so many tied households, in the whole units that it is counted in."""
    return int(_UNIT * mean / ties) / _UNIT


def _sizes(name: str, seen: Array, chances: list[float], least: float = 0.02) -> tuple[Part, Curve]:
    """Weigh sizes 1, 2, … (the last: that many or more) against their chances; drawn is the share beyond each size."""
    groups = theory.merged(chances, least)
    counts = [int(((seen > first) & (seen <= end)).sum()) for first, end in groups]
    counts[-1] += int((seen > groups[-1][1]).sum())
    merged = [sum(chances[first:end]) for first, end in groups]
    beyond = [1.0 - sum(chances[:k]) for k in range(1, len(chances))]
    shown = [k for k, chance in enumerate(beyond) if chance > 0.5 / len(seen)]
    curve = Curve(
        what=name, x_label="grievances of a cluster", y_label="share of clusters that are larger",
        x=tuple(float(k + 1) for k in shown), seen=tuple(float((seen > k + 1).mean()) for k in shown),
        expected=tuple(beyond[k] for k in shown),
        error=tuple((max(beyond[k] * (1.0 - beyond[k]), 0.0) / len(seen)) ** 0.5 for k in shown),
    )  # fmt: skip
    scale = sum(merged)
    return shared(name, counts, [chance / scale for chance in merged], 20.0), curve


def _look_clusters(size: int) -> Looked:
    """About `size` clusters on either side of R = 1, in groups of 30 households."""
    households, parts, curves = 30, [], []
    for mean in (0.7, 1.6):
        run = spreading((households,), mean, days=_DAYS, births=size / (_DAYS - _LATE), seed=61)
        seen, _ = clusters(run, _DAYS - _LATE)
        part, curve = _sizes(f"R = {mean}, groups of {households}", seen,
                             theory.among_few(households, _pressure(mean, households - 1)))  # fmt: skip
        parts.append(part)
        curves.append(curve)
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _look_progeny(size: int) -> Looked:
    """About `size` clusters in groups of 120 households, where the first few hardly meet themselves."""
    households, most, parts, curves = 120, 4, [], []
    for mean, voiced in ((0.6, 1.0), (1.5, 1.0), (1.2, 0.5)):
        share: dict[str, Any] = {} if voiced == 1.0 else {"voiced": voiced}
        run = spreading((households,), mean, days=_DAYS, births=size / (_DAYS - _LATE), seed=62, **share)
        seen, _ = clusters(run, _DAYS - _LATE)
        children = _children(mean, households - 1, 1.0 / run.p.voice_fade_days, voiced)
        small = theory.otter(children, most)
        chances = [*small, 1.0 - sum(small)]
        counts = [int((seen == k).sum()) for k in range(1, most + 1)]
        side = f"R = {mean}" + ("" if voiced == 1.0 else ", half of them voiced")
        parts.append(
            shared(f"clusters of 1 … {most} and more; {side}", [*counts, len(seen) - sum(counts)], chances, 12.0)
        )
        law = theory.borel(mean, most) if voiced == 1.0 else small
        curves.append(
            Curve(what=side, x_label="grievances of a cluster", y_label="share", x=tuple(range(1, most + 1)),
                  seen=tuple(count / len(seen) for count in counts[:most]), expected=tuple(law),
                  error=tuple((p * (1.0 - p) / len(seen)) ** 0.5 for p in law))
        )  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _children(mean: float, ties: int, fade: float, voiced: float) -> Array:
    """Law of the children of one grievance: none if it is not voiced, else of each tied household one or none."""
    speaks = 1.0
    if voiced < 1.0:
        voice = fade * voiced / (1.0 - voiced)
        speaks = float(-np.expm1(-voice) / -np.expm1(-voice - fade))  # voicing comes first on a day
    children = speaks * theory.binomial(ties, -float(np.expm1(-_pressure(mean, ties))))
    children[0] += 1.0 - speaks
    return children


def _look_degree(size: int) -> Looked:
    """About `size` roots whose households have 2, 8 or 32 ties, of types of their own contagion: first generation."""
    from sim.engine.marks import DISPUTES
    from sim.names import Origin

    groups, mean = (*[3] * 11, *[9] * 4, 33), 0.8
    run = spreading(groups, mean, days=_DAYS, births=size / (_DAYS - _LATE), seed=63, alike=False)
    st, world, n = run.state, run.world, int(run.state.count[DISPUTES])
    _, roots = clusters(run, _DAYS - _LATE)
    ties = np.diff(world.tie_start)[world.res_household[st.claimant[roots]]]
    roots, ties = roots[ties > 0], ties[ties > 0]
    row = {int(cause): k for k, cause in enumerate(st.cause[roots])}
    children = np.zeros(len(roots), int)
    for i in np.flatnonzero(st.origin[:n] == Origin.CONTAGION).tolist():
        k = row.get(int(st.cause[i]), -1)
        children[k] += int(k >= 0 and st.born[i] == st.pushed[roots[k]] + 1)
    factor = run.p.type_contagion[st.type[roots]]
    chance = -np.expm1(-np.floor(_UNIT * mean * factor / ties) / _UNIT)
    law = [theory.binomial(int(d), float(p)).cumsum() for d, p in zip(ties, chance, strict=True)]
    below = np.array([own[k - 1] if k else 0.0 for own, k in zip(law, children.tolist(), strict=True)])
    upto = np.array([own[k] for own, k in zip(law, children.tolist(), strict=True)])
    parts = [even("place of each number among all", tally(below + lots(64, len(roots)) * (upto - below), 16), 20.0)]
    curves = []
    for what, column in (("ties", ties), ("contagion", factor)):
        values = np.unique(column)
        told = [_mean(children, ties, chance, np.flatnonzero(column == value)) for value in values]
        means, laws, errors = zip(*told, strict=True)
        curves.append(Curve(what=f"children by {what}", x_label=what, y_label="children of a root",
                            x=tuple(values.tolist()), seen=means, expected=laws, error=errors))  # fmt: skip
    for what, load in (("contagion", factor), ("fewness of ties", 1.0 / ties)):
        born = float((ties * chance * load).sum())
        excess = float(((children - ties * chance) * load).sum()) / born
        error = float(np.sqrt((ties * chance * (1.0 - chance) * load**2).sum())) / born
        parts.append(Part(what=f"excess of children, weighed by {what}", seen=excess, expected=0.0,
                          weight=weigh.mean(excess, 0.0, error, 0.3)))  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _mean(children: Array, ties: Array, chance: Array, rows: Array) -> tuple[float, float, float]:
    """Mean children of some roots, its expectation and standard error."""
    law = ties[rows] * chance[rows]
    error = float((law * (1.0 - chance[rows])).sum() ** 0.5 / len(rows))
    return float(children[rows].mean()), float(law.mean()), error


def _check(name: str, look: Callable[[int], Looked], size: int, slow: int, size_of: str, **words: Any) -> Check:
    return Check(name=f"spread.{name}", room="spread", look=look, size=size, most=4 * size, slow=slow,
                 size_of=size_of, **words)  # fmt: skip


CHECKS: Final = (
    _check(
        "clusters", _look_clusters, 2_000, 20_000, "clusters on either side of R = 1",
        claim="Sizes of clusters are those of a chain binomial, below R = 1 and above it.",
        claim_zh="聚集规模合于链式二项律，R 小于 1 与大于 1 时皆然。",
        formula="new ~ Binomial(left, 1 - exp(-lambda new)), lambda = R / ties, the first's household once more",
        source="Abbey 1952 (Reed-Frost); Sellke 1983 (order does not matter)",
        power="an R that is off by a twentieth",
    ),
    _check(
        "progeny", _look_progeny, 1_000, 8_000, "clusters on either side of R = 1",
        claim="With many ties clusters have the law of the total progeny of a branching process, voiced or not.",
        claim_zh="联系众多时，聚集规模合于分支过程总后代之律，说出与否皆计。",
        formula="P(k) = P(k have k - 1 children)/k, children Binomial(d, 1 - exp(-R/d)) if voiced; d large: "
                "exp(-R k)(R k)^(k-1)/k!",
        source="Otter 1949; Borel 1942",
        power="an R that is off by a tenth",
    ),
    _check(
        "degree", _look_degree, 6_000, 60_000, "roots",
        claim="A failure brings R children by its type's contagion, whatever the number of ties, short of saturation.",
        claim_zh="一次失败所引发的件数由 R 与类型系数决定，与联系多少无关（饱和除外）。",
        formula="mean children of a place with d ties: d (1 - exp(-R c/d))",
        source="decision 12; Sellke 1983",
        power="children off by a twentieth, or by a tenth where ties are few or a type is hot",
    ),
    _check(
        "families", look_families, 8_000, 400_000, "roots",
        claim="Families of types that raise one another have the mean size that their matrix gives.",
        claim_zh="互相引发的各类纠纷，其家族平均规模由其矩阵给出。",
        formula="mean size of a family: row sums of (1 - M)^-1, M_ij = chance that i raises j",
        source="multi-type branching: Harris 1963, II",
        power="a mean family off by a tenth of its children",
    ),
    _check(
        "radius", look_radius, 60, 1_000, "couplings",
        claim="The radius by which a scenario is refused is the largest eigenvalue of its matrix of children.",
        claim_zh="用以拒绝情景的谱半径即子代矩阵的最大特征值。",
        formula="rho(M) = max |eigenvalue|, M = voiced x coupling + diag(R shared by contagion)",
        source="Perron 1907; Gelfand 1941; Harris 1963, II",
        power="a radius off by two parts in a thousand",
    ),
    _check(
        "thresholds", look_thresholds, 1_000, 20_000, "crowds for each of three laws",
        claim="How many join a crowd has the law that thresholds give it, on either side of the jump.",
        claim_zh="随众人数之律由门槛分布给出，跃变两侧皆然。",
        formula="least r = 1 + #(thresholds <= r); P(k join) = C(n,k) A_k (1 - F(1+k))^(n-k), A_k by recursion",
        source="Granovetter 1978; Daniels 1967; Lefevre and Picard 1990",
        power="a mean threshold off by a tenth",
    ),
    _check(
        "fixed_points", look_fixed_points, 250, 700, "days, for each of four laws",
        claim="In a run every cause stands at the least fixed point of those who have thresholds of their own.",
        claim_zh="运行中每一事由都停在各人门槛的最小不动点上。",
        formula="least r = first + #(thresholds <= r)",
        source="Granovetter 1978 (F(r) = r)",
        power="one cause that stands elsewhere",
    ),
)  # fmt: skip
