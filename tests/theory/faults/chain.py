"""Faults planted in the chain of escalation: each makes its check fail."""

from __future__ import annotations

from typing import Any

from tests.theory.faults.lines import numbers

FAULTS: list[dict[str, Any]] = [
    {
        "check": "chain.absorption",
        "target": "sim.verification.chain:careers",
        "by": lambda size: _other(size, claim_lump=1.6),
        "why": "giving up is worth 0.1 more",
    },
    {
        "check": "chain.times",
        "target": "sim.verification.chain:careers",
        "by": lambda size: _other(size, claim_decide_days=9.0),
        "why": "claimants think it over for a day less",
    },
]


def _other(size: int, **given: float) -> Any:
    """The careers under another number, beside the matrix that knows nothing of it."""
    from sim.verification import chain

    alone = chain._lived.__wrapped__(size, numbers(**given))
    alone.numbers = chain.Alone(chain.quiet(*chain._settings()), 2).numbers
    return alone
