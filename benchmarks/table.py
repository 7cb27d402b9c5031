"""Prints a Markdown table, so that what the terminal shows can be pasted into RESULTS.md as it stands."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a titled table; every column but the first is aligned to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|---|" + "---:|" * (len(head) - 1))
    for row in cells:
        print("| " + " | ".join(row) + " |")


def seconds(value: float) -> str:
    """Return a time with three significant digits and its unit."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value * 1e9:.3g} ns"


def whole(value: float) -> str:
    """Return a number without decimals, thousands parted."""
    return f"{value:,.0f}"
