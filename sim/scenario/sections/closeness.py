"""How close residents are to the cadres, and what that does at a gate, in a decision, and for who is made to sign.

That the well connected fare better is told of many places and measured for none that the model knows: every number is
an assumption, and "no effect" is inside every range.
"""

from __future__ import annotations

from sim.scenario.quantity import Section, number


class Cadres(Section):
    """Closeness 0..1 has a mean of 0.5, so that what one gains another loses."""

    standing: float = number(
        0.3, unit="share", low=0, high=1, zh="亲近干部程度中由地位而来的部分", en="share of closeness that is standing"
    )
    gate: float = number(
        0.4, unit="share", low=-1, high=1, zh="亲近者较少被退回", en="how much less the closest are sent back by a gate"
    )
    grant: float = number(
        0.6,
        unit="logit",
        low=-2,
        high=2,
        zh="亲近者的请求较易获准",
        en="how much closeness moves a decision on a claim",
    )
    press: float = number(
        0.6, unit="logit", low=-2, high=2, zh="对方较亲近时的受压", en="how much the other side's closeness presses"
    )
