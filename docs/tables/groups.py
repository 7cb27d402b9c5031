"""How groups are formed and what is measured in each."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.analysis.fairness import DENOMINATORS, GROUPS, MEASURES, NAMES, WAITING


def table() -> str:
    """Return the ways to form groups, and those that wait for a process."""
    rows = [[f"{en} · {zh}", ", ".join(group[2] for group in GROUPS[name])] for name, (zh, en) in NAMES.items()]
    rows += [[f"{en} · {zh}", f"*{why}*"] for zh, en, _, why in WAITING]
    return markdown(["by", "groups"], rows)


def measures() -> str:
    """Return what is measured in a group."""
    rows = [
        [f"{en} · {zh}", f"{DENOMINATORS[name][1]} · {DENOMINATORS[name][0]}"] for name, (zh, en) in MEASURES.items()
    ]
    return markdown(["figure", "of what"], rows)
