"""Faults as small as the checks that weigh classes say they notice at their first size (`Check.power`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from sim.verification import theory_chain, theory_queues, world_people, world_ties
from sim.verification.lines_waiting import CROWDED, HAZARD
from tests.theory.faults.lines import numbers

_ABSORBED, _TRIES, _BINOMIAL = theory_chain.absorbed, theory_chain.tries, theory_queues.binomial
_SIZES, _DEGREES = world_people.household_sizes, world_ties.ring_degrees


def moved(law: Any, at: int, by: float) -> Any:
    """The law with one chance higher by `by`, the others lower in proportion."""
    changed = np.array(law, dtype=np.float64)
    rest = float(changed.sum()) - float(changed[at])
    higher = float(changed[at]) + by
    changed *= (rest - by) / rest
    changed[at] = higher
    return changed


def ends(at: int, by: float) -> Callable[..., Any]:
    """Claims end at `at` more often than the matrix says."""

    def faulty(*given: Any) -> Any:
        law = _ABSORBED(*given).copy()
        law[0] = moved(law[0], at, by)
        return law

    return faulty


def _fault(check: str, target: str, by: object, why: str) -> dict[str, Any]:
    return {"check": check, "target": f"sim.verification.{target}", "by": by, "why": why}


STATED: list[dict[str, Any]] = [
    *(_fault("chain.absorption", "theory_chain:absorbed", ends(k, 0.025), f"end {k} 0.025 up") for k in range(6)),
    _fault("chain.tries", "theory_chain:tries", lambda odds, most: _TRIES(odds * np.exp(0.1), most), "worth 0.1 up"),
    _fault("chain.tries", "theory_chain:tries", lambda odds, most: _TRIES(odds / np.exp(0.1), most), "worth 0.1 down"),
    *(
        _fault("lines.clocks", "lines_waiting:Alone", numbers(patience_rate=365.0 * HAZARD * f), f"hazard times {f}")
        for f in (0.93, 1.07)
    ),
    *(
        _fault(
            "lines.reneging", "lines_driven:Alone", numbers(patience_rate=365.0 * CROWDED.rate * f), f"hazard times {f}"
        )
        for f in (0.96, 1.04)
    ),
    *(
        _fault("lines.departments", "lines_waiting:Alone", numbers(joint_turnout=p), f"turn-out {p}")
        for p in (0.58, 0.62)
    ),
    *(
        _fault("lines.geo_geo_c", "theory_queues:binomial", lambda n, p, f=f: _BINOMIAL(n, p * f), f"service times {f}")
        for f in (0.98, 1.02)
    ),
    *(
        _fault(
            "world.sizes", "world_people:household_sizes", lambda *given, k=k: moved(_SIZES(*given), k, 0.02),
            f"households of {k + 1} 0.02 up",
        )
        for k in range(6)
    ),
    *(
        _fault(
            "world.degrees", "world_ties:ring_degrees", lambda *given, k=k: moved(_DEGREES(*given), k, 0.025),
            f"degree {k} 0.025 up",
        )
        for k in range(1, 7)
    ),
    *(_fault("world.far", "world_ties:NEAR", near, f"{near} are near") for near in (0.69, 0.71)),
]  # fmt: skip
