"""Factors by kind of place, one row a type of dispute: what `scenario.sections.kinds` declares."""

from __future__ import annotations

from docs.tables.markdown import markdown, plain
from docs.tables.parameters import SCENARIO
from sim.names import DisputeType, PlaceKind, label
from sim.scenario import load_scenario


def table() -> str:
    """Return the factor on incidence of each type and kind, and in the last row that on ties; 1 is left blank."""
    scenario = load_scenario(SCENARIO)
    kinds = [kind for kind in PlaceKind if kind != PlaceKind.NONE]
    factors = [getattr(scenario.place_kinds, kind.name.lower()) for kind in kinds]
    rows = [(f"{label(kind)} · {label(kind, 'zh')}", kind.name.lower()) for kind in DisputeType]
    lines = []
    for name, field in (*rows, ("strength of ties · 关系强度", "tie")):
        values = [float(getattr(one, field)) for one in factors]
        lines.append([name, *("" if value == 1.0 else plain(value) for value in values)])
    return markdown(["factor on", *(f"{label(kind)} · {label(kind, 'zh')}" for kind in kinds)], lines)
