"""Grievances that beget grievances of other types: sizes of families, and the radius by which a scenario is refused."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import DisputeType, Origin
from sim.scenario import offspring
from sim.scenario.sections.coupling import CoupledPair, Coupling
from sim.verification import theory_spread as theory
from sim.verification import weigh
from sim.verification.check import Curve, Looked, Part
from sim.verification.contagious import spreading
from sim.verification.societies import library, lots

Array = npt.NDArray[Any]

_RING: Final = ("family", "neighbour", "contract")
_NAMES: Final = [kind.name.lower() for kind in DisputeType]


def _coupling(chances: dict[tuple[str, str], float]) -> Coupling:
    """A coupling of these chances alone, ranges or not."""
    base = library("classroom")[0].coupling
    none = {name: 0.0 for name in type(base).model_fields if name != "more"}
    pairs = tuple(
        CoupledPair.model_construct(type=one, raises=other, chance=chance) for (one, other), chance in chances.items()
    )
    return base.model_copy(update={**none, "more": pairs})


def _matrix(chances: dict[tuple[str, str], float]) -> Array:
    matrix = np.zeros((len(_NAMES), len(_NAMES)))
    for (one, other), chance in chances.items():
        matrix[_NAMES.index(one), _NAMES.index(other)] = chance
    return matrix


def look_families(size: int) -> Looked:
    """About `size` roots of all types, three of which raise one another and themselves; radius 0.6."""
    from sim.engine.marks import DISPUTES

    chances = {(one, other): 0.2 for one in _RING for other in _RING}
    chances |= {("labour", "family"): 0.5, ("labour", "labour"): 0.2, ("land", "neighbour"): 0.4}
    days, late = 200, 100
    raised: dict[str, Any] = {"on": ("coupling",), "coupling": _coupling(chances)}
    run = spreading((2,), 0.0, days=days, births=size / (days - late), seed=64, **raised)
    st, n = run.state, int(run.state.count[DISPUTES])
    roots = np.flatnonzero((st.origin[:n] == Origin.ROOT) & (st.born[:n] >= 0) & (st.born[:n] < days - late))
    ids, counts = np.unique(st.root[:n], return_counts=True)
    families = counts[np.searchsorted(ids, st.id[roots])]
    law = theory.families(_matrix(chances))
    ring, alone = [_NAMES.index(name) for name in _RING], [k for k in range(len(law)) if law[k] == 1.0]
    kind = st.type[roots]
    own = families[np.isin(kind, ring)]
    seen, error, expected = float(own.mean()), float(own.std(ddof=1) / len(own) ** 0.5), float(law[ring[0]])
    more = int((families[np.isin(kind, alone)] != 1).sum())
    parts = (
        Part(what="family of a root of the three types", seen=seen, expected=expected, unit="grievances",
             weight=weigh.mean(seen, expected, error, 0.5 * (expected - 1.0))),
        Part(what="families of more than one where a type raises none", seen=more, expected=0.0,
             weight=weigh.exact(more, 0), unit="families"),
    )  # fmt: skip
    shown = [k for k in range(len(law)) if (kind == k).sum() > 20]
    picks = [families[kind == k] for k in shown]
    curve = Curve(
        what="families by the type of their root", x_label="type", y_label="grievances",
        x=tuple(float(k) for k in shown), seen=tuple(float(pick.mean()) for pick in picks),
        expected=tuple(float(law[k]) for k in shown),
        error=tuple(float(pick.std(ddof=1) / len(pick) ** 0.5) for pick in picks),
    )  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))


def look_radius(size: int) -> Looked:
    """`size` couplings of all kinds: the radius that a scenario is judged by, beside the largest eigenvalue."""
    seen, law, uneven = [], [], 0.0
    for n in range(size):
        luck = lots(6500 + n, 2 * len(_NAMES) ** 2).reshape(2, len(_NAMES), -1)
        dense = 0.05 + 0.4 * lots(66, size)[n]
        found = np.argwhere(luck[0] < dense)
        chances = {(_NAMES[i], _NAMES[j]): 0.5 * float(luck[1, i, j]) for i, j in found}
        voiced, mean = float(luck[0, 0, 0]), 0.5 * float(luck[0, 1, 1])
        factors, incidence = luck[1, :, 0].tolist(), luck[0, :, 2].tolist()
        contagion = offspring.shared_by_factor(mean, factors, incidence)
        weighed = sum(c * rate for c, rate in zip(contagion, incidence, strict=True)) / sum(incidence)
        uneven = max(uneven, abs(weighed - mean))
        seen.append(offspring.offspring_radius(_coupling(chances), voiced, contagion))
        law.append(float(np.abs(np.linalg.eigvals(voiced * _matrix(chances) + np.diag(contagion))).max()))
    apart = max(abs(a / b - 1.0) for a, b in zip(seen, law, strict=True))
    parts = (
        Part(what="largest relative distance from the largest eigenvalue", seen=apart, expected=0.0,
             weight=weigh.exact(apart, 0.0, 2e-3)),
        Part(what="mean of R shared out by contagion, less R", seen=uneven, expected=0.0,
             weight=weigh.exact(uneven, 0.0, 1e-12), unit="grievances"),
    )  # fmt: skip
    curve = Curve(what="spectral radius", x_label="largest eigenvalue", y_label="radius", x=tuple(law),
                  seen=tuple(seen), expected=tuple(law))  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))
