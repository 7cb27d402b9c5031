"""Faults planted in the chain of escalation: each makes its check fail."""

from __future__ import annotations

from typing import Any

from sim.verification import chain_careers
from sim.verification.alone import Alone, quiet
from sim.verification.chain_careers import ONCE
from tests.theory.faults.lines import numbers

FAULTS: list[dict[str, Any]] = [
    {
        "check": "chain.absorption",
        "target": "sim.verification.chain:careers",
        "by": lambda size, under=ONCE: _other(size, under, claim_lump=1.6),
        "why": "giving up is worth 0.1 more",
    },
    {
        "check": "chain.times",
        "target": "sim.verification.chain:careers",
        "by": lambda size, under=ONCE: _other(size, under, claim_decide_days=9.0),
        "why": "claimants think it over for a day less",
    },
    {
        "check": "chain.tries",
        "target": "sim.verification.theory_chain:tries",
        "by": lambda odds, most: [*(odds * (1 + odds) ** (-n - 1) for n in range(most)), (1 + odds) ** -most],
        "why": "each choice is drawn anew",
    },
]


def _other(size: int, under: Any, **given: float) -> Any:
    """The careers under another number, beside the matrix that knows nothing of it."""
    alone = chain_careers._lived.__wrapped__(size, under, numbers(**given))
    alone.numbers = Alone(quiet(*chain_careers.settings(under)), 2).numbers
    return alone
