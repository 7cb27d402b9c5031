"""小事不出村 (S0): small matters are tried in the village first. Which claims go down is the engine's to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from sim.levers.patch import Patch
from sim.policies.base import Facts, Price, Words, option
from sim.policies.context import Context


@dataclass(frozen=True, kw_only=True, slots=True)
class KeepInVillage:
    """A gate at the lowest forum for claims that look small. Gates bind administrative forums only, never the court.

    The dose scales strictness; what counts as small, the clock and forwarding are the gate's shape and do not scale
    (with strictness 0 they touch nobody).
    """

    facts: ClassVar[Facts] = Facts(
        id="keep_in_village",
        title=Words("小事不出村", "small matters stay in the village"),
        standing="option",
        law=Words(
            "《人民调解法》：调解自愿，不得阻止当事人起诉、仲裁；《信访工作条例》：分级负责。只约束行政渠道，对法院不设门槛。",
            "People's Mediation Law: voluntary, and no bar to suit or arbitration; Petition Regulation: each level "
            "answers for its own. It binds administrative forums only and closes no court door.",
        ),
        price=Price(staff_days=6.0, yuan=1000.0, source="own: a register, hand-over of files and follow-up per unit"),
        levers=("gate_strictness", "gate_threshold", "gate_forward", "gate_clock"),
        direct=(  # a gate sends claims down, and the prospect takes worth off claiming above (claim.gate_cost)
            "claims_sent_down",
            "attempts_above",
            "spill",
            "spill_per_dispute",
            "spill_administrative",
            "petitions",
            "mediated",
        ),
        good=Words(
            "熟人社会里就近、低成本、可持续地和解；上级案件减少。",
            "Short, cheap, lasting settlements among acquaintances; less load above.",
        ),
        harm=Words(
            "需要权限的事、与干部的纠纷、陌生人之间：程序空转、敌意上升，之后更晚更激烈地外溢。",
            "Matters that need authority, quarrels with a cadre, strangers: empty referrals, hostility, and later, "
            "hotter spill.",
        ),
        sources=("S0", "definitions 1, 10", "dry run 1.2, 1.3, 1.10"),
        variants=("forward=0", "forward=1"),
    )

    strictness: float = option(
        0.8, unit="chance", low=0, high=1, zh="全剂量严格度", en="strictness at full dose", source="definitions 10"
    )
    threshold: float = option(
        1.0, unit="× scenario median stake", low=0.01, high=100, zh="“小事”标的上限（相对中位数）",
        en="largest stake that counts as small", source="definitions 10",
    )  # fmt: skip
    forward: float = option(
        0.5, unit="chance", low=0, high=1, zh="首调不成随案上送的机会", en="forwarding after a failed first try",
        source="definitions 10; dry run 1.2",
    )  # fmt: skip
    clock: int = option(
        30, unit="days", low=15, high=60, zh="首调期限", en="clock of the first try", source="definitions 10"
    )

    def patches(self, context: Context) -> Iterable[Patch]:
        """Set the gate for claimants of the target places (a gate is looked up by where the claimant lives)."""
        facts = context.facts
        slot, homes = facts.base, facts.leaf
        yield context.patch("gate_strictness", context.dose * self.strictness, places=homes, slot=slot)
        yield context.patch("gate_threshold", self.threshold * facts.median_stake, places=homes, slot=slot)
        yield context.patch("gate_forward", self.forward, places=homes, slot=slot)
        yield context.patch("gate_clock", self.clock, places=homes, slot=slot)
