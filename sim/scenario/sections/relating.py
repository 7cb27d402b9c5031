"""How close and how powerful the other side is, by kind of respondent. Shares of the kinds stand in the type table."""

from __future__ import annotations

from sim.scenario.quantity import Section, number


def _tie(value: float, zh: str, en: str) -> float:
    declared: float = number(value, unit="tie 0..1", low=0, high=1, zh=f"与{zh}的关系强度", en=f"tie to {en}")
    return declared


def _standing(value: float, zh: str, en: str) -> float:
    declared: float = number(value, unit="standing 0..1", low=0, high=1, zh=f"{zh}的地位", en=f"standing of {en}")
    return declared


class Relation(Section):
    """Tie and standing of a respondent who is no drawn resident, and how many organisations people deal with."""

    tie_kin: float = _tie(0.9, "亲属", "kin")
    tie_neighbour: float = _tie(0.7, "邻居", "a neighbour")
    tie_same_unit: float = _tie(0.4, "同村（社区）人", "someone of the same village")
    tie_same_town: float = _tie(0.2, "同镇人", "someone of the same town")
    tie_same_county: float = _tie(0.1, "同县人", "someone of the same county")
    tie_same_root: float = _tie(0.05, "同市人", "someone of the same prefecture")
    tie_beyond: float = _tie(0.0, "外地人", "someone from beyond")
    tie_organisation: float = _tie(0.1, "单位", "an organisation")
    tie_collective: float = _tie(0.3, "村集体", "the village collective")
    tie_government: float = _tie(0.05, "政府机关", "a level of government")
    standing_beyond: float = _standing(0.5, "外地人", "someone from beyond")
    standing_organisation: float = _standing(0.75, "单位", "an organisation")
    standing_collective: float = _standing(0.8, "村集体", "the village collective")
    standing_government: float = _standing(0.9, "政府机关", "a level of government")
    organisations: float = number(
        5.0,
        unit="per 1,000 residents",
        low=0.1,
        high=50,
        zh="每千人打交道的单位数",
        en="organisations that the people of a unit deal with",
    )
