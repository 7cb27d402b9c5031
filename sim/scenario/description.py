"""Every parameter of a scenario as a row: value, unit, range, source, grade, label. Laying rows out is the caller's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from sim.scenario.quantity import Quantity, quantity_of
from sim.scenario.schema import Scenario
from sim.scenario.sources import cite
from sim.scenario.waiting import WAITING


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """One parameter. `low` and `high` are inclusive, None for a switch; `source` is the citation in full."""

    key: str
    value: float | int | bool
    unit: str
    low: float | None
    high: float | None
    source: str
    grade: str
    label: str


def describe(scenario: Scenario, lang: str = "en") -> tuple[Described, ...]:
    """Return one row per parameter, sections in the order of the form; labels in `lang` ("zh" or "en").

    The label of a number that nothing reads yet says so (`waiting`).
    """
    own = {row.key: row for row in scenario.provenance}
    rows = []
    for key, value, quantity in _parameters(scenario, ""):
        said = own.get(key)
        rows.append(
            Described(
                key=key,
                value=value,
                unit=quantity.unit,
                low=quantity.low,
                high=quantity.high,
                source=said.source if said else cite(quantity.source),
                grade=said.grade if said else quantity.grade,
                label=(quantity.zh if lang == "zh" else quantity.en)
                + (WAITING[key].note(lang) if key in WAITING else ""),
            )
        )
    return tuple(rows)


def _parameters(model: BaseModel, above: str) -> Iterator[tuple[str, float | int | bool, Quantity]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _parameters(value, f"{above}{name}.")
        else:
            quantity = quantity_of(type(model), name)
            if quantity is not None:
                yield above + name, value, quantity
