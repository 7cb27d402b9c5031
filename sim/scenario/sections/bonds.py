"""What ties of different kinds carry: who comes to the table, whose fellow feeling counts, and how anger travels.

That kin, neighbours, workmates and netizens are tied by different things is told in S0 (a mixed society of
acquaintances, strangers and netizens); how much each carries is an assumption. 1 (for consent 0) is inside every range.
"""

from __future__ import annotations

from typing import Any

from sim.scenario.quantity import Section, number


def _spread(value: float, zh: str, en: str) -> Any:
    return number(
        value, unit="weight", low=0, high=3, source="S0M", zh=f"怒气扩散：{zh}", en=f"spread along ties to {en}"
    )


def _ally(value: float, zh: str, en: str) -> Any:
    text = f"an ally who came by {en} counts as"
    return number(value, unit="allies", low=0, high=3, source="S0M", zh=f"同路人的分量：{zh}", en=text)


def _consent(value: float, zh: str, en: str) -> Any:
    return number(
        value, unit="logit", low=-1, high=1, source="S0M", zh=f"对方到场：{zh}", en=f"consent to come, of {en}"
    )


class Ties(Section):
    """Weights by kind of tie; those to another block of the unit count as neighbours."""

    online: float = number(
        1.0,
        unit="ties per household",
        low=0,
        high=5,
        source="S0M",
        zh="网友联系",
        en="online ties, anywhere in the tree",
    )
    spread_neighbour: float = _spread(1.0, "邻居", "neighbours")
    spread_kin: float = _spread(1.2, "亲属", "kin")
    spread_work: float = _spread(0.8, "同事", "workmates")
    spread_far: float = _spread(0.5, "远亲", "far kin")
    spread_online: float = _spread(0.6, "网友", "netizens")
    ally_neighbour: float = _ally(1.0, "邻居", "a neighbour")
    ally_kin: float = _ally(1.2, "亲属", "kin")
    ally_work: float = _ally(1.0, "同事", "a workmate")
    ally_far: float = _ally(0.7, "远亲", "far kin")
    ally_online: float = _ally(0.5, "网友", "an online tie")
    consent_neighbour: float = _consent(0.1, "邻居", "neighbours")
    consent_kin: float = _consent(0.2, "亲属", "kin")
    consent_work: float = _consent(0.1, "同事", "workmates")
    consent_far: float = _consent(0.1, "远亲", "far kin")
    consent_online: float = _consent(-0.1, "网友", "netizens")
