"""Every parameter says what it is: unit, range, source, grade, labels in both languages; and keeps its own range."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError

from sim.scenario import Scenario
from sim.scenario.quantity import GRADES, Quantity, Section, number, quantity_of, whole
from sim.scenario.sources import SOURCES


def parameters(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, type[BaseModel], str]]:
    """Yield (dotted key, model, field) of everything below `model` that is a bool, an int or a float."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from parameters(kind, f"{above}{name}.")
        elif kind in (bool, int, float) and name != "schema_version":
            yield above + name, model, name


def declared() -> list[tuple[str, Quantity]]:
    """Return every parameter of a scenario with its declaration."""
    found = []
    for key, model, name in parameters(Scenario):
        quantity = quantity_of(model, name)
        assert quantity is not None, f"{key} is a bare number"
        found.append((key, quantity))
    return found


def test_no_number_of_a_scenario_is_bare() -> None:
    """A number without unit, source, grade and both labels cannot be judged by whoever reads it."""
    for key, quantity in declared():
        assert quantity.unit, key
        assert quantity.zh, key
        assert quantity.en, key
        assert quantity.zh != quantity.en, key
        assert quantity.grade in GRADES, key


def test_every_source_that_a_parameter_cites_is_in_the_table() -> None:
    """A key without its citation would be printed as if it were a source."""
    for key, quantity in declared():
        for cited in quantity.source.split(","):
            assert cited in SOURCES, f"{key} cites {cited}"


def test_no_source_stands_in_the_table_for_nothing() -> None:
    """A citation that nothing cites suggests evidence that the model does not use."""
    cited = {source for _, quantity in declared() for source in quantity.source.split(",")}
    assert set(SOURCES) - cited == set()


def test_a_number_of_our_own_is_graded_as_an_assumption() -> None:
    """Only a source may lift a grade."""
    for key, quantity in declared():
        if quantity.source == "own":
            assert quantity.grade == "assumption", key


def test_every_default_lies_inside_its_own_range() -> None:
    """Pydantic does not check defaults; a default outside its range would fail only when someone writes it down."""
    for key, quantity in declared():
        if isinstance(quantity.default, (int, float)) and not isinstance(quantity.default, bool):
            assert quantity.low is not None, key
            assert quantity.high is not None, key
            assert quantity.low < quantity.high, key
            assert quantity.low <= quantity.default <= quantity.high, key


class Sample(Section):
    """A section for these tests."""

    slope: float = number(0.5, unit="logit", low=0, high=1, zh="斜率", en="slope")
    count: int = whole(3, unit="people", low=1, high=9, zh="人数", en="people")


def test_an_int_may_stand_for_a_float_and_nothing_else_may() -> None:
    """`1` for `1.0` is what people write; a quoted number or a switch is a mistake that must not pass."""
    assert Sample.model_validate({"slope": 1}).slope == 1.0
    assert isinstance(Sample.model_validate({"slope": 1}).slope, float)
    for wrong in ("0.5", True, None, float("nan"), float("inf")):
        with pytest.raises(ValidationError):
            Sample.model_validate({"slope": wrong})
    for wrong in (2.0, "2", True):
        with pytest.raises(ValidationError):
            Sample.model_validate({"count": wrong})


def test_a_section_cannot_be_changed_once_made() -> None:
    """A run must be able to trust that nobody moves its parameters."""
    sample = Sample()
    with pytest.raises(ValidationError):
        sample.slope = 0.2


def test_a_field_without_a_unit_is_no_parameter() -> None:
    """Ids and titles are not numbers of the model and must not be listed as such."""
    assert quantity_of(Scenario, "id") is None
    assert quantity_of(Scenario, "root") is None
