"""What paying does to a matter: an insured loss leaves less to ask for; a petition that is paid off draws others.

S1 (insurance of public order); Gui, Yin and Nie 2020 (paying for calm makes claims). Who pays how much is a policy's;
without one, each rule gives back what it was given, to the bit. Which types an insurer covers is an assumption.
"""

from __future__ import annotations

from sim.jit import njit
from sim.names import DisputeType

_DAMAGES, _MEDICAL, _TRAFFIC = int(DisputeType.DAMAGES), int(DisputeType.MEDICAL), int(DisputeType.TRAFFIC)


@njit
def is_insured(kind: int) -> int:
    """1 for the types whose matter is a loss that an insurer can pay: damages, medical, traffic."""
    if kind == _DAMAGES or kind == _MEDICAL or kind == _TRAFFIC:
        return 1
    return 0


@njit
def stake_left(stake: float, kind: int, cover: float) -> float:
    """Yuan that are still at stake where `cover` 0..0.9 of an insured loss is paid. Sign: never more than before."""
    if is_insured(kind) == 0:
        return stake
    return stake * (1.0 - cover)


@njit
def counted_on(p, believed: float, calm: float) -> float:
    """Believed success of a petition where an unsettled one is paid off with chance `calm`. Sign: never lower."""
    return believed + (1.0 - believed) * p.claim_paid_off * calm


@njit
def shelved_share(share: float, calm: float) -> float:
    """Chance that a matter the office could not settle is shelved: with a promise as ever, or else with a payment."""
    return share + (1.0 - share) * calm
