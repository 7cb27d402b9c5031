"""Every indicator of a comparison: name, unit, kind, definition."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.analysis import INDICATORS


def table() -> str:
    """Return one row an indicator, in the order in which they are shown."""
    rows = [[f"`{row.name}`", f"{row.en} · {row.zh}", row.unit, row.kind, row.definition] for row in INDICATORS]
    return markdown(["name", "indicator", "unit", "kind", "what is counted"], rows)
