"""How groups are formed and what is measured in each."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.analysis.fairness import DENOMINATORS, GROUPS, MEASURES, NAMES


def table() -> str:
    """Return the ways to form groups."""
    rows = [[f"{en} · {zh}", ", ".join(group[2] for group in GROUPS[name])] for name, (zh, en) in NAMES.items()]
    return markdown(["by", "groups"], rows)


def measures() -> str:
    """Return what is measured in a group."""
    rows = [
        [f"{en} · {zh}", f"{DENOMINATORS[name][1]} · {DENOMINATORS[name][0]}"] for name, (zh, en) in MEASURES.items()
    ]
    return markdown(["figure", "of what"], rows)
