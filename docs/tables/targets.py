"""The official figures as a table: value, range, source, kind, what is counted, and what a run gives for each today."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.analysis.targets import KIND_WORDS, TARGETS, UNIT_WORDS, WAITING, Target


def table() -> str:
    """Return every row of the list, in both languages."""
    head = ["#", "figure", "observed", "range", "year, issuer", "grade", "kind", "what is counted, in a run", "today"]
    return markdown(head, [_cells(row) for row in TARGETS])


def kinds() -> str:
    """Return what the letters of the kinds mean."""
    return markdown(["kind", "meaning"], [[kind, f"{en} · {zh}"] for kind, (zh, en) in KIND_WORDS.items()])


def _cells(row: Target) -> list[str]:
    scale, sign = (100.0, " %") if row.unit == "share" else (1.0, "")
    unit = "" if row.unit == "share" else f" {UNIT_WORDS[row.unit][1]}"
    value, low, high = (f"{scale * number:.4g}" for number in (row.value, row.low, row.high))
    waits = WAITING.get(row.key)
    today = "computed" if waits is None else waits.en
    source = ", ".join(part for part in (row.year, row.issuer) if part)
    return [
        str(row.number), f"{row.en} · {row.zh}", f"{value}{sign}{unit}", f"{low} … {high}{sign}", source, row.grade,
        row.kind, f"{row.of_en} · {row.of_zh}", today,
    ]  # fmt: skip
