"""The principal's answer to the appraisal: how much to misreport, to suppress and to work. Closed form, testable.

`definitions` section 6, from the principal-agent problem of `targets.md` (c):
B - w (escalated (1-s) + unresolved (1-m)) - c(e) - k(s) - g(m) - x P(audit) m - y P(exposed) s.
"""

from __future__ import annotations

from sim.jit import njit


@njit
def clip(x: float, low: float, high: float) -> float:
    """`x` kept within [low, high]; `low` wins where the bounds cross."""
    if x > high:
        x = high
    if x < low:
        return low
    return x


@njit
def shrink(hits: float, cases: float, prior: float, weight: float) -> float:
    """A share from few cases, drawn towards the level's mean `prior` with the weight of `weight` cases."""
    if cases + weight <= 0.0:
        return prior
    return (hits + weight * prior) / (cases + weight)


@njit
def misreport(w_u: float, unsettled: float, audit: float, penalty: float, cost: float) -> float:
    """m* = clip((w_u u - a x)/g, 0, 1)."""
    return clip((w_u * unsettled - audit * penalty) / cost, 0.0, 1.0)


@njit
def suppress(w_z: float, unsettled: float, up: float, exposure: float, penalty: float, cost: float) -> float:
    """s* = clip((w_z u z - b y)/k, 0, 1); audit of the books plays no part in it."""
    return clip((w_z * unsettled * up - exposure * penalty) / cost, 0.0, 1.0)


@njit
def effort(gain: float, spirit: float, on_paper: float, on_flow: float, cost: float, hours: float) -> float:
    """e* = clip(q [v + w_u (1-m) + w_z z (1-s)] / c, 0, hours); `on_paper` = w_u (1-m), `on_flow` = w_z z (1-s)."""
    top = hours
    if top < 0.0:
        top = 0.0
    return clip(gain * (spirit + on_paper + on_flow) / cost, 0.0, top)


@njit
def hours_left(paper: float, suppress_hours: float, suppression: float) -> float:
    """Share of the hours left for cases: 1 - paper - tau s."""
    return 1.0 - paper - suppress_hours * suppression
