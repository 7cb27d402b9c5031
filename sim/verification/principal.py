"""The principal's answer to the appraisal against its closed form: best answer, corners, peak, regimes, fixed points.

The engine's own kernel answers, one place a case, under levers set place by place (`engine.institutions`).
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
import numpy.typing as npt

from sim.verification import theory_principal as theory
from sim.verification import weigh
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.resting import look_resting
from sim.verification.societies import library, lots, run_of

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]

STATED: Final = theory.Case(
    w_u=0.0, w_z=0.0, u=0.5, z=0.4, a=0.1, x=3.0, b=0.05, y=2.0, v=0.2, q=0.6, g=1.0, k=0.6, c=1.0, paper=0.0, tau=0.0
)
"""The numbers at which definitions 6 states the peak."""
UNBOUNDED: Final = -1e6
"""Paperwork that leaves hours without end."""
_LEVERS: Final = {"w_u": "appraisal_w_u", "w_z": "appraisal_w_z", "a": "audit", "b": "exposure"}
_NUMBERS: Final = {
    "u": "appraisal_start_u", "z": "appraisal_start_z", "x": "appraisal_audit_penalty",
    "y": "appraisal_exposure_penalty", "v": "appraisal_public_spirit", "g": "appraisal_misreport_cost",
    "k": "appraisal_suppress_cost", "c": "appraisal_effort_cost", "q": "settle_effort_gain",
    "paper": "appraisal_paper", "tau": "appraisal_suppress_hours",
}  # fmt: skip
_RANGES: Final = {
    "w_u": (0, 4), "w_z": (0, 4), "u": (0, 1), "z": (0, 1), "a": (0, 1), "b": (0, 1), "x": (0, 2), "y": (0, 2),
    "v": (0, 1), "g": (0.2, 2), "k": (0.2, 2), "c": (0.2, 3), "q": (0.2, 1), "paper": (0, 0.8), "tau": (0, 0.6),
}  # fmt: skip


@functools.cache
def _stage() -> Run:
    """A run whose places answer; each question writes its weights and chances over the last one's."""
    return run_of(*library("fengqiao_town"), days=1)


def answers(case: theory.Case, **by_place: Array) -> Array:
    """Return float64[n, 3] of m, s, e that the engine gives to n places; `by_place` are weights and chances of each."""
    from sim.engine import institutions
    from sim.rules.parameters import Parameters

    run, answer = _stage(), cast("Any", institutions.first_answers)
    values = {**vars(run.p), "on_appraisal": 1, "on_misreporting": 1, "on_interception": 1}
    numbers = Parameters(**{**values, **{name: getattr(case, key) for key, name in _NUMBERS.items()}})
    places = len(run.world.place_key)
    given = {key: by_place.get(key, np.full(1, getattr(case, key))) for key in _LEVERS}
    n = max(len(column) for column in given.values())
    found = []
    for first in range(0, n, places):
        for key, name in _LEVERS.items():
            column = getattr(run.state, name)
            column[:] = np.resize(np.broadcast_to(given[key], n)[first : first + places], places)
        answer(run.state.record, numbers)
        state = run.state
        found.append(np.stack([state.misreporting, state.suppression, state.effort], axis=1))
    joined: Array = np.concatenate(found)[:n]
    return joined


def drawn(size: int) -> list[theory.Case]:
    """Return `size` cases all over the range of every number."""
    columns = {key: low + (high - low) * lots(700 + i, size) for i, (key, (low, high)) in enumerate(_RANGES.items())}
    return [theory.Case(**{key: float(column[n]) for key, column in columns.items()}) for n in range(size)]


def _look_best(size: int) -> Looked:
    cases = drawn(size)
    seen = np.concatenate([answers(case) for case in cases])
    best = np.array([theory.best(case) for case in cases])
    names = ("misreporting", "suppression", "effort")
    order = np.argsort(best[:, 0], kind="stable")
    parts = [
        Part(what=f"largest distance of {name} from the best answer", seen=float(gap), expected=0.0,
             weight=weigh.exact(float(gap), 0.0, 1e-6))
        for name, gap in zip(names, np.abs(seen - best).max(axis=0), strict=True)
    ]  # fmt: skip
    curves = [
        Curve(what=name, x_label="best answer", y_label="answer", x=tuple(best[order, k].tolist()),
              seen=tuple(seen[order, k].tolist()), expected=tuple(best[order, k].tolist()))
        for k, name in enumerate(names)
    ]  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _broken(what: str, count: int) -> Part:
    return Part(what=what, seen=float(count), expected=0.0, weight=weigh.exact(count, 0), unit="cases")


def _look_corners(size: int) -> Looked:
    broken = dict.fromkeys(("w = 0: m = s = 0", "a x >= w_u u: m = 0", "b y >= w_z u z: s = 0", "s knows no a",
                            "m knows no b", "paper = 1: e = 0", "m = s = 1: e = q v / c"), 0)  # fmt: skip
    for case in drawn(size):
        n = 3
        idle = answers(case, w_u=np.zeros(1), w_z=np.zeros(1))[0]
        audited = answers(theory.changed(case, x=1.001 * case.w_u * case.u / max(case.a, 1e-9)))[0]
        exposed = answers(theory.changed(case, y=1.001 * case.w_z * case.u * case.z / max(case.b, 1e-9)))[0]
        by_audit = answers(case, a=np.linspace(0.0, 1.0, n))
        by_exposure = answers(case, b=np.linspace(0.0, 1.0, n))
        papered = answers(theory.changed(case, paper=1.0))[0]
        driven = theory.changed(case, u=0.5 + 0.5 * case.u, z=0.5 + 0.5 * case.z, paper=UNBOUNDED)
        hidden = answers(driven, w_u=np.full(1, 1e3), w_z=np.full(1, 1e3))[0]
        broken["w = 0: m = s = 0"] += int(idle[0] != 0.0 or idle[1] != 0.0)
        broken["a x >= w_u u: m = 0"] += int(audited[0] != 0.0)
        broken["b y >= w_z u z: s = 0"] += int(exposed[1] != 0.0)
        broken["s knows no a"] += int(len(set(by_audit[:, 1].tolist())) > 1)
        broken["m knows no b"] += int(len(set(by_exposure[:, 0].tolist())) > 1)
        broken["paper = 1: e = 0"] += int(papered[2] != 0.0)
        level = case.q * case.v / case.c
        broken["m = s = 1: e = q v / c"] += int(hidden[0] != 1.0 or hidden[1] != 1.0 or abs(hidden[2] - level) > 1e-12)
    return Looked(size=size, parts=tuple(_broken(what, count) for what, count in broken.items()))


def _by_weight(size: int, case: theory.Case, top: float = 4.0) -> tuple[Array, Array]:
    """Answers without a cap of hours, by one weight on both."""
    w = np.linspace(0.0, top, size + 1)
    return w, answers(theory.changed(case, paper=UNBOUNDED), w_u=w, w_z=w)


def _look_peak(size: int) -> Looked:
    w, seen = _by_weight(size, STATED)
    peak = theory.peak(STATED)
    at = float(w[int(np.argmax(seen[:, 2]))])
    slope = np.sign(np.round(np.diff(seen[:, 2]), 12))
    turns = int(np.count_nonzero(np.diff(slope[slope != 0])))
    line = np.array([theory.effort_by_weight(STATED, float(x)) for x in w])
    parts = (
        Part(what="weight at which effort is highest", seen=at, expected=peak,
             weight=weigh.exact(at, peak, 4.0 / size)),
        Part(what="the same, as definitions 6 states it", seen=round(peak, 2), expected=1.39,
             weight=weigh.exact(round(peak, 2), 1.39)),
        Part(what="turns of effort over the weight", seen=turns, expected=1, weight=weigh.exact(turns, 1)),
        Part(what="largest distance from the parabola", seen=float(np.abs(seen[:, 2] - line).max()), expected=0.0,
             weight=weigh.exact(float(np.abs(seen[:, 2] - line).max()), 0.0, 1e-12)),
    )  # fmt: skip
    curve = Curve(what="effort over the weight of the appraisal", x_label="w", y_label="effort", x=tuple(w.tolist()),
                  seen=tuple(seen[:, 2].tolist()), expected=tuple(line.tolist()))  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))


def _look_regimes(size: int) -> Looked:
    parts = []
    for case in (STATED, theory.changed(STATED, u=0.3, z=0.7, g=0.5, k=1.2, a=0.2, v=0.5)):
        w, seen = _by_weight(size, case, 8.0)
        honest, hidden = theory.regimes(case)
        low, high = seen[w < honest], seen[w > hidden]
        rising = np.diff(low[:, 2]) / np.diff(w[w < honest])
        slope = case.q * (1.0 + case.z) / case.c
        level = case.q * case.v / case.c
        worst = float(np.abs(rising - slope).max())
        flat = float(np.abs(high[:, 2] - level).max())
        books = float(low[:, :2].max() + (1.0 - high[:, :2]).max())
        parts += [
            Part(what=f"below w = {honest:.2f}: slope of effort", seen=float(rising.mean()), expected=slope,
                 weight=weigh.exact(worst, 0.0, 1e-9)),
            Part(what=f"above w = {hidden:.2f}: effort is what public spirit gives", seen=float(high[:, 2].mean()),
                 expected=level, weight=weigh.exact(flat, 0.0, 1e-12)),
            Part(what="hidden below, and not hidden above", seen=books, expected=0.0, weight=weigh.exact(books, 0.0)),
        ]  # fmt: skip
    w, seen = _by_weight(size, STATED)
    hidden_share = seen[:, 0].tolist()
    expected = [min(1.0, max(0.0, (x * STATED.u - STATED.a * STATED.x) / STATED.g)) for x in w.tolist()]
    curve = Curve(what="misreporting over the weight", x_label="w", y_label="m", x=tuple(w.tolist()),
                  seen=tuple(hidden_share), expected=tuple(expected))  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _check(name: str, look: Any, size: int, **words: Any) -> Check:
    return Check(name=f"principal.{name}", room="principal", look=look, size=size, most=size, slow=8 * size, **words)


CHECKS: Final = (
    _check(
        "best_answer", _look_best, 60,
        claim="Misreporting, suppression and effort are the principal's best answers to the appraisal.",
        claim_zh="虚报、压制与用心都是主事者对考核的最优回应。",
        formula="argmax of -w_u u (1-m) - g m^2/2 - a x m; -w_z u z (1-s) - k s^2/2 - b y s; "
                "q e (v + w_u (1-m) + w_z z (1-s)) - c e^2/2, 0 <= e <= 1 - paper - tau s",
        source="Holmstrom and Milgrom 1991 (several tasks); definitions 6",
        power="an answer off by 1e-6 anywhere in the range of its fifteen numbers",
        size_of="cases",
    ),
    _check(
        "corners", _look_corners, 12,
        claim="At its corners the answer is what it must be: nothing is hidden where hiding does not pay.",
        claim_zh="边界处的回应各如其分：隐瞒无利，则无所隐瞒。",
        formula="w = 0: m = s = 0; a x >= w_u u: m = 0; b y >= w_z u z: s = 0; ds/da = dm/db = 0; paper = 1: e = 0; "
                "w large: m = s = 1, e = q v / c",
        source="definitions 6",
        power="one case in which a corner does not hold",
        size_of="cases",
    ),
    _check(
        "peak", _look_peak, 2000,
        claim="Effort is an inverted U in the weight of the appraisal, with its peak at 1.39.",
        claim_zh="用心随考核权重先升后降，顶点在 1.39。",
        formula="w = [1 + a x/g + z (1 + b y/k)] / [2 u (1/g + z^2/k)]",
        source="definitions 6",
        power="a peak that is off by 0.002, a second turn, effort off by 1e-12",
        size_of="weights between 0 and 4",
    ),
    _check(
        "regimes", _look_regimes, 2000,
        claim="There are two regimes: below one weight books are honest and effort rises by a line, "
              "above another everything is hidden and effort is what public spirit gives.",
        claim_zh="两种状态：权重低时账面如实、用心直线上升；权重高时尽皆隐瞒，用心只剩公心所致。",
        formula="w < min(a x/u, b y/(u z)): de/dw = q (1 + z)/c; w > max((g + a x)/u, (k + b y)/(u z)): e = q v/c",
        source="definitions 6",
        power="a slope off by 1e-9, a level off by 1e-12",
        size_of="weights between 0 and 8",
    ),
    _check(
        "fixed_points",
        look_resting,
        150,
        claim="Where a place's answer comes to rest is found, and so is every case of more than one place.",
        claim_zh="主事者的回应停在何处皆可求得，多于一处者无一遗漏。",
        formula="u = T(u), T(u) = 1 - (1 - u_ref) (1 - q + q e(m(u), s(u))/e_ref), line by line",
        source="definitions 4 and 6; Granovetter 1978 on r = F(r)",
        power="one fixed point that is missed or moved by 1e-9",
        size_of="principals from all over the prior",
    ),
)  # fmt: skip
