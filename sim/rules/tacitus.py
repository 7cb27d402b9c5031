"""The Tacitus flip: once a word is no longer believed, good news of it lowers trust as bad news does (off by default).

Charter 3.11 and `definitions` 7: below a floor good acts are disbelieved too, so that recovery is slow. Where the mark
lies, and how much of good news turns, nobody has measured: the strength is 0 by default.
"""

from __future__ import annotations

from sim.jit import njit

GOOD_WORD = 2
"""An experience that shows the good will of a level, told apart from one that shows what a forum can do."""


@njit
def good_word(p, value: float, gain: float, loss: float) -> float:
    """What good news of a level adds to trust `value` in it: `gain`, or below the mark by strength that of bad news.

    `loss` < 0 is what bad news would add. Unchanged at strength 0, at the mark and above it.
    """
    if p.on_tacitus == 0 or value >= p.tacitus_mark:
        return gain
    return (1.0 - p.tacitus_strength) * gain + p.tacitus_strength * loss
