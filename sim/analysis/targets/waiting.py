"""Targets that this version cannot answer, each with the reason. A process that can answer one takes it from here.

To add a measure: write a function of records in a file of this room, list it in the `MEASURES` of that file under the
target's key, and take the key out of this table; `measured` joins the tables and a test asks for each key once.
"""

from __future__ import annotations

from typing import Final

from sim.analysis.targets.figure import Waits

_ABOVE = Waits(
    zh="这一级在情景的根以上，模型中只有“域外”",
    en="this level lies above the root of every scenario; the model has only what lies outside",
)
WAITING: Final[dict[str, Waits]] = {
    "24.centre": _ABOVE,
    "24.province": _ABOVE,
}
"""By key of the target."""
