"""Whether an attribute of an agent may be written, and writing it: columns of one's own, and the few that say so."""

from __future__ import annotations

from typing import Any

from sim.agents.columns import Column, Rows
from sim.agents.refusals import read_only, unknown


def check(model: Any, kind: type[Any], name: str, value: Any) -> None:
    """Raise an error where a write to this attribute would be refused: UnknownName, ReadOnly or BadInput."""
    if model.own.find(kind, name) is not None:
        model.own.check(kind, name, value)
        return
    column = getattr(kind, name, None)
    if isinstance(column, Column) and column.write is not None:
        return
    if hasattr(kind, name):
        raise read_only(kind.__name__, name)
    raise unknown(kind, name)


def write(model: Any, kind: type[Any], name: str, rows: Rows, value: Any) -> None:
    """Set an attribute of these agents to one value. Raises what :func:`check` raises, before anything is written."""
    check(model, kind, name, value)
    if model.own.find(kind, name) is not None:
        model.own.write(kind, name, rows, value)
        return
    getattr(kind, name).write(model, rows, value)
