"""The state machine of a dispute, from the data that the engine checks every move against."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.engine.machine import ALLOWED
from sim.names import label


def table() -> str:
    """Return each state with the states it may go to."""
    lines = []
    for state, targets in ALLOWED.items():
        onward = ", ".join(label(target) for target in targets) or "– (end)"
        lines.append([f"{state.name} · {label(state)} · {label(state, 'zh')}", onward])
    return markdown(["state", "may become"], lines)
