"""Which processes the walking skeleton has: what came later is switched off where its goals are measured.

The goals for a small society and for Zhuji were set when there was nothing else.
"""

from __future__ import annotations

from typing import Any, Final

from sim.scenario.sections.running import Processes

SKELETON: Final = (
    "gate", "interception", "misreporting", "appraisal", "treatment", "spread", "return_", "wait_heat", "outside",
    "pressing", "promise", "respondent_answer", "load",
)  # fmt: skip

LATER: Final = tuple(name for name in Processes.model_fields if name not in SKELETON)

LATER_OFF: Final[dict[str, Any]] = {f"processes.{name}": False for name in LATER}
"""Overrides that leave the skeleton."""

ARMS: Final[dict[str, dict[str, Any]]] = {"every process": {}, "those of the walking skeleton": LATER_OFF}
