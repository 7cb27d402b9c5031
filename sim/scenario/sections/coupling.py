"""How often a voiced dispute of one type raises a grievance of another type in the same household.

A requisition divides a family over who gets what; wages that are not paid are felt at home; a producer who cannot
deliver breaks a contract. That such chains exist is told in the sources; how often is not: every chance is an
assumption, and 0 is in its range. Two types without a chance here are not coupled, unless `more` says so.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sim.scenario.quantity import Section, number

TypeId = Literal[
    "family", "neighbour", "housing", "property", "contract", "consumer", "labour", "production", "damages", "medical",
    "traffic", "land", "requisition", "environment", "office",
]  # fmt: skip
HIGHEST = 0.5
"""Highest chance that may be declared: above it two types would be one."""


class CoupledPair(Section):
    """Two more types that a scenario couples: a voiced dispute of `type` raises one of type `raises`."""

    type: TypeId
    raises: TypeId
    chance: float = number(unit="chance", low=0, high=HIGHEST, zh="连带机会", en="chance per voiced dispute")


def _chance(default: float, zh: str, en: str) -> float:
    chance: float = number(default, unit="chance", low=0, high=HIGHEST, source="S2", zh=zh, en=en)
    return chance


class Coupling(Section):
    """Chances per voiced dispute, named <type>_<type it raises>; `more` adds pairs that stand in no line here."""

    requisition_family: float = _chance(0.06, "征迁引发家庭纠纷", "a requisition raises a family quarrel")
    requisition_housing: float = _chance(0.05, "征迁引发房屋宅基地纠纷", "a requisition raises one over housing")
    requisition_land: float = _chance(0.04, "征迁引发山林土地纠纷", "a requisition raises one over land")
    labour_family: float = _chance(0.04, "劳动纠纷引发家庭纠纷", "a labour dispute raises a family quarrel")
    production_contract: float = _chance(
        0.05, "生产经营引发合同纠纷", "a production dispute raises one over a contract"
    )
    housing_neighbour: float = _chance(0.04, "房屋宅基地引发邻里纠纷", "a housing dispute raises one with a neighbour")
    land_neighbour: float = _chance(0.03, "山林土地引发邻里纠纷", "a land dispute raises one with a neighbour")
    damages_family: float = _chance(0.02, "损害赔偿引发家庭纠纷", "a damages dispute raises a family quarrel")
    more: tuple[CoupledPair, ...] = Field(default=(), strict=False)
