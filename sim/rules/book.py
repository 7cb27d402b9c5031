"""What a forum writes into its books about a case that did not settle (账面).

What truly happened is never changed here. `definitions` section 2: an unsettled case is booked as a success with
probability kappa_f clip(m0 + m, 0, 1), kappa_f = kappa_1 delta^r, r = 0 mediation, 1 petition, 3 court mediation, 4
police; judgments 0.
"""

from __future__ import annotations

from sim.jit import njit
from sim.rules.appraise import clip


@njit
def false_success_probability(p, is_court: int, rank: int, misreport: float) -> float:
    """Chance that an unsettled case is booked as settled; `rank` is the r of the forum."""
    if is_court == 1:
        return 0.0
    kappa = p.report_kappa1
    for _ in range(rank):
        kappa = kappa * p.report_delta
    return kappa * clip(p.report_m0 + misreport, 0.0, 1.0)


@njit
def police_false_success(p) -> float:
    """The same for mediation by the police, r = 4, without a principal who misreports: next to none."""
    return false_success_probability(p, 0, 4, 0.0)
