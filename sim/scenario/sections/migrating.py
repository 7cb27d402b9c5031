"""Migrants and locals: how many there are in each kind of place, and what being registered elsewhere changes.

A migrant is a resident who is not registered where they live. Shares are assumptions; that they are high where people
have moved to is derived from register and resident totals (0.71 registered for one resident of an urban unit). What it
changes is told in S4 (migrants and locals) and measured nowhere: "no effect" is inside every range.
"""

from __future__ import annotations

from typing import Any

from sim.scenario.quantity import Section, number


def _share(value: float, zh: str, en: str) -> Any:
    return number(value, unit="share", low=0, high=0.95, source="TR", zh=f"{zh}外来人口所占", en=f"migrants, {en}")


class Migrants(Section):
    """Share of households that are registered elsewhere by kind of place, and what that changes for who lives there."""

    village: float = _share(0.08, "普通村", "ordinary village")
    community: float = _share(0.35, "普通社区", "ordinary community")
    urban_village: float = _share(0.65, "城中村", "urban village")
    resettlement: float = _share(0.15, "安置小区", "resettlement estate")
    old_estate: float = _share(0.35, "老旧小区", "old estate")
    town_centre: float = _share(0.30, "镇中心", "town centre")
    special: float = _share(0.60, "特殊区域", "special area")
    reach: float = number(
        0.4, unit="utility", low=0, high=2, source="S4M", zh="外来人口到本地调解机构的隔阂",
        en="what keeps a migrant from the committee and the town office",
    )  # fmt: skip
    court: float = number(
        0.3,
        unit="utility",
        low=0,
        high=2,
        source="S4M",
        zh="外来人口打官司的额外成本",
        en="what a suit costs a migrant more",
    )
    tie: float = number(
        0.6, unit="factor", low=0.2, high=1.2, source="S4M", zh="外来与本地之间的关系强度",
        en="strength of a tie between a migrant and a local",
    )  # fmt: skip
    voice: float = number(
        0.8, unit="factor", low=0.3, high=1.5, source="S4M", zh="外来人口说出的份额（相对本地）",
        en="share of a migrant's grievances that is voiced, over a local's",
    )  # fmt: skip
