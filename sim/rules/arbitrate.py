"""Labour arbitration: which disputes must go there first, what it costs, and whether whoever lost sues.

Labour Dispute Mediation and Arbitration Law 2007, in force 2008: arts. 5 and 50 (arbitration before a suit; the loser
may sue within 15 days), 42 (the tribunal tries mediation first), 43 (45 days, 15 more; then the party may sue), 47 and
48 (small money claims: final for the employer, not for the worker), 53 (no fee). How many sue is an assumption, and so
are the weights, which are those of an appeal.
"""

from __future__ import annotations

from typing import Final

from sim.floats import sigmoid
from sim.jit import njit
from sim.names import DisputeType, Opponent

_LABOUR: Final = int(DisputeType.LABOUR)
_ORGANISATION: Final = int(Opponent.ORGANISATION)


@njit
def arbitration_first(kind: int, opponent: int) -> int:
    """1 for a labour dispute with an employer; whoever works for a private person may go to court at once."""
    return 1 if kind == _LABOUR and opponent == _ORGANISATION else 0


@njit
def arbitration_cost(p, legal: float) -> float:
    """It asks for legal knowledge (0..1; 0.5 is neutral) as a court does, and for no fee."""
    return -p.claim_legal * (legal - 0.5)


@njit
def contest_probability(p, base: float, stake_score: float, own_merit: float, hostility: float) -> float:
    """Chance that the loser goes on to court; `own_merit` 0..1 is the merit of the loser's side, `base` a logit."""
    return sigmoid(
        base
        + p.appeal_stake * (stake_score - 0.5)
        + p.appeal_merit * (own_merit - 0.5)
        + p.appeal_hostility * (hostility - 0.5)
    )


@njit
def sue_probability(p, stake_score: float, own_merit: float, hostility: float) -> float:
    """Chance that the loser takes an award to court."""
    return contest_probability(p, p.arbitration_sue, stake_score, own_merit, hostility)


@njit
def final_for_employer(p, stake: float) -> int:
    """1 if an award against the employer over this stake, in yuan, is final at once."""
    return 1 if stake <= p.arbitration_final_stake else 0
