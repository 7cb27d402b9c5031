"""The governance index: how much each component weighs, and where a quantity without a bound counts as half."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from sim.scenario.quantity import Section, number
from sim.scenario.refuse import refusal


def _weight(value: float, zh: str, en: str) -> float:
    declared: float = number(value, unit="weight", low=0, high=1, zh=f"权重：{zh}", en=f"weight of {en}")
    return declared


class Governance(Section):
    """Weights (divided by their sum) and scales. They judge a history and change none: no rule reads them.

    Every component is what happened in the model; figures of the books are not among them and cannot be.
    """

    weight_resolution: float = _weight(0.25, "实质化解", "true resolution")
    weight_spill: float = _weight(0.15, "不外溢", "no spill")
    weight_time: float = _weight(0.1, "化解用时", "time to true resolution")
    weight_trust: float = _weight(0.1, "信任", "trust")
    weight_fairness: float = _weight(0.15, "公平", "fairness")
    weight_cost: float = _weight(0.1, "成本", "cost")
    weight_suppressed: float = _weight(0.15, "不压下", "few suppressed")
    half_days: float = number(
        60.0, unit="days", low=5, high=365, zh="化解用时记半分之处", en="time to true resolution that scores a half"
    )
    half_yuan: float = number(
        5_000.0,
        unit="yuan",
        low=100,
        high=100_000,
        zh="每件实质化解费用记半分之处",
        en="cost of a true resolution that scores a half",
    )
    half_stock: float = number(
        5.0,
        unit="per 1,000 adults",
        low=0.1,
        high=100,
        zh="被压下存量记半分之处",
        en="suppressed stock that scores a half",
    )

    @model_validator(mode="after")
    def _tells_what_happened(self) -> Self:
        if self.weight_resolution + self.weight_suppressed <= 0.0:
            rule = "governance.weight_resolution and weight_suppressed must not both be 0 (an index of spill and cost"
            rule += " alone cannot tell settling from hiding)"
            raise refusal(rule, "0 and 0", "Give one of them a weight", at=("weight_resolution",))
        return self
