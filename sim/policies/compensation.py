"""花钱买平安 / 治安保险 (S1): insured losses are paid, or petitions that were not settled are paid off. Diagnostic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from sim.levers.patch import Patch
from sim.policies.base import Facts, Price, Words, option
from sim.policies.context import Context


@dataclass(frozen=True, kw_only=True, slots=True)
class Compensation:
    """Pays a share of insured losses (`insurance`), or petitioners for their calm (`calm`); each alone or both.

    It sets no claim and no end. Insurance leaves less at stake when claimants choose; payment shelves what a petition
    office could not settle, and is what others come to count on. Both hold for open matters too.
    """

    facts: ClassVar[Facts] = Facts(
        id="compensation",
        title=Words("花钱买平安、治安保险", "compensation"),
        standing="diagnostic",
        law=Words(
            "保险属自愿合同；以支付换取不再信访没有法律依据，《信访工作条例》要求依法按政策处理。仅作诊断。",
            "Insurance is a voluntary contract; to pay for not petitioning has no basis in law, and the Petition "
            "Regulation asks for an answer by law and policy. Diagnostic only.",
        ),
        price=Price(
            staff_days=2.0, yuan=12_000.0, source="own: premiums of 30 yuan for 400 households a place, or as much paid"
        ),
        levers=("loss_cover", "calm_pay"),
        direct=(  # payments are known to who chooses (claim.paid_off), and shelve what would be rejected
            "petitions",
            "spill",
            "spill_per_dispute",
            "spill_administrative",
            "attempts_above",
            "suppressed",
        ),
        good=Words(
            "损失得到赔付，争执在起点就平息。",
            "Losses are paid, and quarrels over them stop at the start.",
        ),
        harm=Words(
            "花钱买平安：事情搁置而未了，来要钱的更多，以后回流。",
            "Paid for calm, a matter is shelved and not settled; more come to be paid, and come back.",
        ),
        sources=("S1", "targets (b) 10", "systems: compensation"),
        variants=("insurance=0,calm=0.5", "calm=0.5"),
    )

    insurance: float = option(
        0.5, unit="share of an insured loss", low=0, high=0.9, zh="全剂量赔付损失的份额",
        en="share of an insured loss that is paid at full dose", source="S1",
    )  # fmt: skip
    calm: float = option(
        0.0, unit="chance", low=0, high=1, zh="全剂量下未化解的信访得到支付的机会",
        en="chance at full dose that an unsettled petition is paid off",
    )  # fmt: skip

    def patches(self, context: Context) -> Iterable[Patch]:
        """Set what claimants of the target places are paid (looked up by where the claimant lives)."""
        homes = context.facts.leaf
        if self.insurance > 0.0:
            yield context.patch("loss_cover", context.dose * self.insurance, places=homes)
        if self.calm > 0.0:
            yield context.patch("calm_pay", context.dose * self.calm, places=homes)
