"""How kinds of place differ: which types of dispute they bring more or less of, and how strong ties between people are.

Only proportions matter: incidence is divided by its mean over the adults of the society, so that kinds decide where
disputes arise and not how many. Every factor is an assumption by reading of the sources (the city as a wide area with
dual structure); 1 is inside every range, since not even the signs are measured.
"""

from __future__ import annotations

from typing import Any, Final

from sim.scenario.quantity import Section, number
from sim.scenario.types import TYPE_IDS

LOWEST: Final = 0.2
HIGHEST: Final = 5.0


def _factor(zh: str, en: str) -> Any:
    return number(1.0, unit="factor", low=LOWEST, high=HIGHEST, source="S1S4", zh=zh, en=en)


class KindFactors(Section):
    """One kind of place: a factor on the incidence of each type, and one on the strength of ties between residents."""

    family: float = _factor("婚姻家庭", "family")
    neighbour: float = _factor("邻里", "neighbours")
    housing: float = _factor("房屋宅基地", "housing")
    property: float = _factor("物业", "property management")
    contract: float = _factor("合同", "contract")
    consumer: float = _factor("消费", "consumer")
    labour: float = _factor("劳动", "labour")
    production: float = _factor("生产经营", "production")
    damages: float = _factor("损害赔偿", "damages")
    medical: float = _factor("医疗", "medical")
    traffic: float = _factor("道路交通", "traffic")
    land: float = _factor("山林土地", "land and forest")
    requisition: float = _factor("征地拆迁", "requisition")
    environment: float = _factor("环境", "environment")
    office: float = _factor("干部与部门作风", "conduct of cadre or department")
    tie: float = number(
        1.0, unit="factor", low=0.3, high=1.2, source="S1S4", zh="居民之间的关系强度", en="strength of ties"
    )

    def by_type(self) -> tuple[float, ...]:
        """Return the factors on incidence in the order of :class:`sim.names.DisputeType`."""
        return tuple(float(getattr(self, name)) for name in TYPE_IDS)


class PlaceKinds(Section):
    """Factors by kind of place, over those of an ordinary place of the society."""

    village: KindFactors = KindFactors(property=0.2, labour=0.8, consumer=0.7, land=1.5)
    community: KindFactors = KindFactors(property=2.0, consumer=1.3, labour=1.2, land=0.3, requisition=0.7, tie=0.8)
    urban_village: KindFactors = KindFactors(
        housing=1.5, neighbour=1.2, labour=1.5, requisition=2.5, environment=1.5, land=0.8, tie=0.7
    )
    resettlement: KindFactors = KindFactors(
        property=3.0, housing=1.3, family=1.2, requisition=1.5, office=1.3, land=0.4, tie=0.8
    )
    old_estate: KindFactors = KindFactors(
        property=2.5, neighbour=1.3, housing=1.2, environment=1.3, land=0.3, requisition=0.8, tie=0.9
    )
    town_centre: KindFactors = KindFactors(property=1.5, consumer=1.5, contract=1.3, traffic=1.2, land=0.5, tie=0.9)
    special: KindFactors = KindFactors(labour=2.5, production=1.5, environment=1.5, family=0.6, land=0.3, tie=0.7)
