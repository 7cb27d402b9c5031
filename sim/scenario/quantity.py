"""What a parameter is: a value with unit, range, source, grade and label in one line; and how to read that line back.

The sections declare parameters with :func:`number`, :func:`whole` and :func:`switch`. Validation itself is pydantic's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

Grade = Literal["A", "B", "C", "assumption"]
GRADES: Final[tuple[str, ...]] = ("A", "B", "C", "assumption")


class Section(BaseModel):
    """A table of a scenario file: frozen, strict (an int may stand for a float), no key that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """The declaration of one parameter. `low` and `high` are inclusive; None for a switch or an open end."""

    default: object
    unit: str
    low: float | None
    high: float | None
    source: str
    grade: str
    zh: str
    en: str


def number(
    default: Any = ...,
    *,
    unit: str,
    low: float,
    high: float,
    zh: str,
    en: str,
    source: str = "own",
    grade: Grade = "assumption",
) -> Any:
    """Declare a real parameter; `source` names keys of `sources.SOURCES`, separated by commas."""
    extra: dict[str, Any] = {"unit": unit, "source": source, "grade": grade, "zh": zh}
    return Field(default=default, ge=low, le=high, allow_inf_nan=False, title=en, json_schema_extra=extra)


def whole(
    default: Any = ...,
    *,
    unit: str,
    low: int,
    high: int,
    zh: str,
    en: str,
    source: str = "own",
    grade: Grade = "assumption",
) -> Any:
    """Declare a parameter that is a whole number (a count, a number of days)."""
    extra: dict[str, Any] = {"unit": unit, "source": source, "grade": grade, "zh": zh}
    return Field(default=default, ge=low, le=high, title=en, json_schema_extra=extra)


def switch(default: bool = True, *, zh: str, en: str) -> Any:
    """Declare an on/off switch of a process."""
    extra: dict[str, Any] = {"unit": "on/off", "source": "own", "grade": "assumption", "zh": zh}
    return Field(default=default, title=en, json_schema_extra=extra)


def quantity_of(model: type[BaseModel], name: str) -> Quantity | None:
    """Return the declaration of field `name` of `model`, or None where the field is no parameter."""
    field = model.model_fields[name]
    extra = field.json_schema_extra
    if not isinstance(extra, dict) or "unit" not in extra:
        return None
    limits: dict[str, float] = {}
    for rule in field.metadata:
        for bound in ("ge", "le"):
            if getattr(rule, bound, None) is not None:
                limits[bound] = getattr(rule, bound)
    return Quantity(
        default=None if field.is_required() else field.default,
        unit=str(extra["unit"]),
        low=limits.get("ge"),
        high=limits.get("le"),
        source=str(extra["source"]),
        grade=str(extra["grade"]),
        zh=str(extra["zh"]),
        en=str(field.title),
    )
