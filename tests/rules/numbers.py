"""The parameter record of the classroom with some numbers changed, for rules that take `p`."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _defaults() -> dict[str, Any]:
    from sim.rules.parameters import parameter_values
    from sim.scenario import load_scenario

    return vars(parameter_values(load_scenario("classroom")))


def p_with(**changed: float) -> Any:
    """The record at the library's defaults, with the fields that are named replaced."""
    from sim.rules.parameters import Parameters

    unknown = changed.keys() - _defaults().keys()
    if unknown:
        raise KeyError(sorted(unknown))
    return Parameters(**_defaults() | changed)
