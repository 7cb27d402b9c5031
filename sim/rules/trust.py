"""How what people live through moves what they believe a forum can do, and how well they think a level means it.

Two things (`definitions` 7): *efficacy belief* by forum and dispute family, which drives claims, and *intent trust* by
level, which drives tone. Both stand at the scenario's anchors and are moved by experience in the form of Tyler,
L <- L + eta (felt - L), with losses that weigh more than gains; what was moved goes back to the anchor slowly. Values
are kept as fixed-point shifts from the anchor, so that the shifts of a day add up in any order.
"""

from __future__ import annotations

from sim.floats import exp_
from sim.jit import njit
from sim.names import Way
from sim.rules.tacitus import GOOD_WORD, good_word

UNIT = 65536.0
"""Fixed-point unit of a shift."""
LEAST_BELIEF = 0.05
"""Nobody thinks that a forum can do nothing at all; the same floor as `claim.belief`."""
DAYS_A_YEAR = 365.0

_CONSENT, _GRANTED = int(Way.CONSENT), int(Way.GRANTED)
_PRESSED, _REJECTED, _PROMISE, _BLOCKED = int(Way.PRESSED), int(Way.REJECTED), int(Way.PROMISE), int(Way.BLOCKED)
_WITHDRAWN, _TIMED_OUT, _RETURNED = int(Way.WITHDRAWN), int(Way.TIMED_OUT), int(Way.RETURNED)
_NOT_FILED, _SENT_BACK, _REFUSED = int(Way.NOT_FILED), int(Way.SENT_BACK), int(Way.REFUSED)


@njit
def left_after(days: int, pull: float) -> float:
    """Share of a shift that is left after `days`: it shrinks exponentially at `pull` a year."""
    return exp_(-pull * days / DAYS_A_YEAR)


@njit
def shifted(units: int, left: float) -> float:
    """A shift of `units` of which this share is left."""
    return units / UNIT * left


@njit
def shift_after(units: int, days: int, pull: float) -> float:
    """A shift of `units` as it stands `days` later. Reading never writes."""
    if days > 0 and units != 0:
        return shifted(units, left_after(days, pull))
    return units / UNIT


@njit
def trusted(anchor: float, shift: float) -> float:
    """Intent trust 0..1 from its anchor and what was lived through and heard."""
    value = anchor + shift
    if value < 0.0:
        return 0.0
    if value > 1.0:
        return 1.0
    return value


@njit
def believed(anchor: float, shift: float) -> float:
    """Believed chance of success, never below LEAST_BELIEF nor above 1."""
    value = anchor + shift
    if value < LEAST_BELIEF:
        return LEAST_BELIEF
    if value > 1.0:
        return 1.0
    return value


@njit
def step(p, value: float, felt: int) -> float:
    """What one experience adds to a value 0..1: `felt` > 0 a gain, < 0 a loss, which weighs `loss` times as much.

    GOOD_WORD is a gain of trust in a level, which may be turned (`rules.tacitus`).
    Sign: Slovic 1993 (trust is easier lost than won); the weights are assumptions.
    """
    gain = p.experience_eta * (1.0 - value)
    loss = -p.experience_eta * p.experience_loss * value
    if felt == GOOD_WORD:
        return good_word(p, value, gain, loss)
    if felt > 0:
        return gain
    if felt < 0:
        return loss
    return 0.0


@njit
def own_units(p, value: float, felt: int) -> int:
    """Fixed-point shift of the one who lived through it: `own` times a step, never past 0 or 1."""
    change = p.experience_own * step(p, value, felt)
    if change > 1.0 - value:
        change = 1.0 - value
    if change < -value:
        change = -value
    return int(UNIT * change)


@njit
def heard_units(p, value: float, felt: int, residents: int) -> int:
    """Fixed-point shift of a whole place of `residents`: a step, times the share of them who hear of one case."""
    share = 1.0
    if p.experience_heard < residents:
        share = p.experience_heard / residents
    return int(UNIT * step(p, value, felt) * share)


@njit
def alarm_units(p, value: float, alarms: int, residents: int) -> int:
    """Fixed-point loss of a place by `alarms` knocks in vain in a review period, heard of like cases, down to 0."""
    share = p.experience_heard * p.experience_alarm * alarms / residents
    if share > 1.0:
        share = 1.0
    return int(UNIT * step(p, value, -1) * share)


@njit
def efficacy_felt(way: int, fair: int) -> int:
    """Whether an end shows the claimant that the forum can help (1), cannot (-1), or tells nothing (0).

    A promise is cheap today (charter 3.6): it counts when it is broken. Who was stopped on the way, was sent down or
    dropped out has not seen the forum at work.
    """
    if way == _CONSENT or way == _GRANTED:
        return 1
    if fair == 1:
        return -1
    if way == _PROMISE or way == _WITHDRAWN or way == _BLOCKED or way == _RETURNED:
        return 0
    return -1


@njit
def intent_felt(way: int, fair: int, decides: int) -> int:
    """Whether an end shows good will (1), its lack (-1) or neither (0); `decides` = 1 where the forum decides.

    Charter 3.11: fair treatment raises trust, also of the loser; delay, empty referral and pressure lower it. Where
    parties do not agree, or one does not come, the mediator is not to blame.
    """
    if way == _CONSENT or way == _GRANTED or fair == 1:
        return 1
    if way == _PROMISE or way == _WITHDRAWN or way == _REFUSED:
        return 0
    if way == _REJECTED and decides == 0:
        return 0
    return -1


@njit
def assertive_worth(p, lost: float) -> float:
    """What lost trust in the levels below adds to petitioning above them and outside.

    Sign: Li 2004, 2008 on trust in intent and assertive action; 0 is inside the range.
    """
    if lost <= 0.0:
        return 0.0
    return p.experience_assertive * lost
