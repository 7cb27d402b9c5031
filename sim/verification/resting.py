"""Fixed points of the principal's answer against those of theory, one and several."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from sim.rules.parameters import parameter_values
from sim.verification import answering, weigh
from sim.verification import theory_principal as theory
from sim.verification.check import Curve, Looked, Part
from sim.verification.societies import library, lots

_NUMBERS = {
    "w_u": "appraisal_w_u", "w_z": "appraisal_w_z", "a": "appraisal_audit", "x": "appraisal_audit_penalty",
    "b": "appraisal_exposure", "y": "appraisal_exposure_penalty", "v": "appraisal_public_spirit",
    "g": "appraisal_misreport_cost", "k": "appraisal_suppress_cost", "c": "appraisal_effort_cost",
    "q": "settle_effort_gain", "paper": "appraisal_paper", "tau": "appraisal_suppress_hours",
    "u": "appraisal_start_u", "z": "appraisal_start_z",
}  # fmt: skip
_RANGES = {
    "w_u": (0, 3), "w_z": (0, 3), "u": (0.1, 0.9), "z": (0, 1), "a": (0, 0.5), "b": (0, 0.3), "x": (0, 3),
    "y": (0, 3), "v": (0, 1), "g": (0.3, 2), "k": (0.3, 2), "c": (0.5, 3), "q": (0.3, 1), "paper": (0, 0.6),
    "tau": (0, 0.6),
}  # fmt: skip


def look_resting(size: int) -> Looked:
    """`size` principals from all over the prior: how many fixed points, and where."""
    base = vars(parameter_values(library("fengqiao_town")[0]))
    luck = {key: lots(720 + n, size) for n, key in enumerate(_RANGES)}
    reference = lots(760, size)
    counted = several = 0
    apart, x, seen = 0.0, [], []
    for n in range(size):
        case = {key: low + (high - low) * float(luck[key][n]) for key, (low, high) in _RANGES.items()}
        effort = 0.2 + 0.6 * float(reference[n])
        own: dict[str, Any] = {name: case[key] for key, name in _NUMBERS.items()}
        on = {"on_appraisal": 1, "on_misreporting": 1, "on_interception": 1, "settle_effort_reference": effort}
        found = [rest.unsettled for rest in answering.resting_points(SimpleNamespace(**{**base, **own, **on}))]
        law = theory.resting(theory.Case(**case), effort)
        counted += int(len(found) != len(law))
        several += int(len(law) > 1)
        if len(found) == len(law):
            apart = max([apart, *(abs(one - other) for one, other in zip(found, law, strict=True))])
            x += law
            seen += found
    parts = (
        Part(what=f"principals with another number of fixed points, of {size}, {several} of them with several",
             seen=counted, expected=0.0, weight=weigh.exact(counted, 0) if several else 0.0, unit="principals"),
        Part(what="largest distance of a fixed point", seen=apart, expected=0.0, weight=weigh.exact(apart, 0.0, 1e-9)),
    )  # fmt: skip
    curve = Curve(what="fixed points", x_label="unsettled, by pieces", y_label="found by search", x=tuple(x),
                  seen=tuple(seen), expected=tuple(x))  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))
