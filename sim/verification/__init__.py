"""The model against answers that are known without it: queues, chains, choice, spread, hazards, stocks, draws, worlds.

Each check is declared by `Check`, weighed by odds and carried to a verdict by `verify`; `fengqiao verify` runs them.
"""

from __future__ import annotations

from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.registry import checks
from sim.verification.verify import Verified, verdict_of, verify

__all__ = ["Check", "checks", "Curve", "Looked", "Part", "verdict_of", "Verified", "verify"]
