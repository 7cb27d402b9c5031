"""The numbers that are declared and read by nothing yet, and what stands in their place."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.scenario import WAITING


def table() -> str:
    """Return key, process waited for and neutral stand of each, in both languages."""
    rows = [
        [f"`{key}`", f"{one.process_en} · {one.process_zh}", f"{one.neutral_en} · {one.neutral_zh}"]
        for key, one in WAITING.items()
    ]
    return markdown(["declared, at neutral until its process comes", "process", "what stands until then"], rows)
