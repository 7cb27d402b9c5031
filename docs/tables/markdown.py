"""How a generated table looks: Markdown, numbers without needless digits. What stands in it is its caller's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def markdown(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; a bar inside a cell is escaped."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def plain(value: float | bool) -> str:
    """Return a value as people write it: 10,000 and 0.05; a switch as on or off."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if abs(value) >= 1e9:
        return f"{value:.2g}"
    return f"{value:,.10g}"
