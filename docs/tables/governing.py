"""The components of the governance index: what they are, which way is better, how they become a score."""

from __future__ import annotations

from docs.tables.markdown import markdown, plain
from sim.analysis.governing import COMPONENTS
from sim.scenario.sections.judging import Governance


def table() -> str:
    """Return one row a component."""
    usual = Governance()
    rows = [
        [
            f"{row.en} · {row.zh}", row.unit, "more" if row.better > 0 else "less", row.score_en,
            plain(getattr(usual, f"weight_{row.name}")), row.note_en,
        ]
        for row in COMPONENTS
    ]  # fmt: skip
    return markdown(["component", "unit", "better", "score 0…1", "weight (assumption)", "note"], rows)
