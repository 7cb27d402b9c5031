"""How many of the numbers are assumptions: counted, never estimated."""

from __future__ import annotations

from docs.tables.markdown import markdown
from docs.tables.parameters import rows
from sim.scenario.quantity import GRADES


def counted(*, in_type_table: bool) -> dict[str, int]:
    """Return the number of parameters by grade, inside or outside the type table; switches are no numbers."""
    found = [r for r in rows("en") if r.key.startswith("types.") == in_type_table and not isinstance(r.value, bool)]
    return {grade: sum(row.grade == grade for row in found) for grade in GRADES}


def table() -> str:
    """Return the counts by grade."""
    outside, inside = counted(in_type_table=False), counted(in_type_table=True)
    lines = [[name, *counts.values(), sum(counts.values()), share(counts)] for name, counts in (
        ("outside the type table", outside),
        ("cells of the type table", inside),
    )]  # fmt: skip
    head = ["", "A: read at the issuer", "B: reported by others", "C: from memory", "assumption", "all", "assumed"]
    return markdown(head, lines)


def share(counts: dict[str, int]) -> str:
    """Return the share of assumptions in whole per cent."""
    return f"{100 * counts['assumption'] / sum(counts.values()):.0f} %"
