"""信访考核、一票否决: counts of petitions decide careers. Diagnostic: run to show what it does, no advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from sim.levers.patch import Patch
from sim.policies.base import Facts, Price, Words, option
from sim.policies.context import Context


@dataclass(frozen=True, kw_only=True, slots=True)
class PetitionQuota:
    """Raises the appraisal weight on cases passed upward (w_z), and nothing else unless `exposure` is given.

    How principals answer - effort, suppression, misreporting - is `rules.appraise`; exposure (b) is the quota's
    counterweight, audit of the books (a) is not (`definitions` 6: s* does not depend on a).
    """

    facts: ClassVar[Facts] = Facts(
        id="petition_quota",
        title=Words("信访考核（一票否决）", "petition quota"),
        standing="diagnostic",
        law=Words(
            "信访是权利，《信访工作条例》不许压制、打击报复信访人。仅作诊断。",
            "Petitioning is a right, and the Petition Regulation forbids suppression and reprisal. Diagnostic only.",
        ),
        price=Price(staff_days=3.0, yuan=0.0, source="own: counting, notices and meetings per place"),
        levers=("appraisal_w_z", "exposure"),
        direct=(  # a claim stopped on the way reaches no window: no petition, and no spill by definition
            "suppression_chosen",
            "intercepted",
            "petitions",
            "spill",
            "spill_per_dispute",
            "spill_administrative",
            "spill_outside",
        ),
        good=Words(
            "若压制易被曝光，则更多精力用于就地化解。",
            "Where abuse is readily exposed, more effort goes into settling cases below.",
        ),
        harm=Words(
            "登记的信访减少，被压下的存量增加，回流更晚更激烈。",
            "Fewer registered petitions, a larger suppressed stock, later and hotter returns.",
        ),
        sources=("systems: petition_quota", "definitions 6"),
        variants=("exposure=0.3",),
    )

    weight: float = option(
        1.5,
        unit="appraisal weight added to w_z",
        low=0,
        high=5,
        zh="全剂量增加的考核权重",
        en="weight added at full dose",
    )
    exposure: float = option(
        0.0, unit="chance added to b", low=0, high=1, zh="全剂量增加的曝光机会",
        en="exposure of abuse added at full dose", source="definitions 6",
    )  # fmt: skip

    def patches(self, context: Context) -> Iterable[Patch]:
        """Add to w_z (and b) of the principals at the target places that run a forum."""
        principals = context.facts.administers
        yield context.patch("appraisal_w_z", context.dose * self.weight, places=principals)
        if self.exposure > 0.0:
            yield context.patch("exposure", context.dose * self.exposure, places=principals)
