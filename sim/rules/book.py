"""What a forum writes into its books about a case that did not settle (账面).

What truly happened is never changed here. `definitions` section 2: an unsettled case is booked as a success with
probability kappa_f clip(m0 + m, 0, 1), kappa_f = kappa_1 delta^r, r = 0 mediation, 1 petition, 4 police; judgments 0.
"""

from __future__ import annotations

from sim.jit import njit
from sim.rules.appraise import clip


@njit
def false_success_probability(p, is_court: int, is_petition: int, misreport: float) -> float:
    """Chance that an unsettled case is booked as settled."""
    if is_court == 1:
        return 0.0
    kappa = p.report_kappa1
    if is_petition == 1:
        kappa = kappa * p.report_delta
    return kappa * clip(p.report_m0 + misreport, 0.0, 1.0)


@njit
def police_false_success(p) -> float:
    """The same for mediation by the police, r = 4, without a principal who misreports: next to none."""
    square = p.report_delta * p.report_delta
    return p.report_kappa1 * square * square * clip(p.report_m0, 0.0, 1.0)
