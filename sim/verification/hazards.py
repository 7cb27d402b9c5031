"""Waits of the calendar against their hazards, in runs of the engine: voicing, finding, return and drop-out.

Every wait is one Exp(1) draw used up by a hazard. Voicing and finding stand here; what rests or waits in line:
`returns`; that a larger hazard is never later: `coupling`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Event
from sim.verification import weigh
from sim.verification.check import Check, Looked, Part
from sim.verification.classes import even, tally
from sim.verification.coupling import look_coupling
from sim.verification.looking import STEPS, Looking, looked_for
from sim.verification.returns import look_dropout, look_return
from sim.verification.societies import lots
from sim.verification.theory_hazards import NOT_YET, places_of
from sim.verification.told import told
from sim.verification.waits import CLASSES, YEAR, births, busy, causes, outcomes, survival

Array = npt.NDArray[Any]


def _look_voice(size: int) -> Looked:
    """Roots of `size` days: locals and migrants are voiced at hazards of their own, and fade at one."""
    run = busy(size, 21, "migration")
    story, p = told(run), run.p
    born = births(story)
    order = np.argsort(run.state.id)
    rows = order[np.searchsorted(run.state.id[order], born.key)]
    migrant = run.world.res_migrant[run.state.claimant[rows]].astype(int)
    adult = run.world.res_adult > 0
    mixed = float(run.world.res_migrant[adult].mean())
    local = p.voice_share / (1.0 - mixed + mixed * p.migrants_voice)
    share = np.array([local, local * p.migrants_voice])
    fade = 1.0 / p.voice_fade_days
    voice = (fade * share / (1.0 - share))[migrant]
    days, cause = outcomes(run, born, story, (Event.VOICED, Event.FADED))
    hazards = [voice, np.full(len(voice), fade)]
    waited = np.where(cause == NOT_YET, days, days - 1)
    seen = tally(places_of((voice + fade) * waited, hazards, cause, lots(31, len(days))), CLASSES)
    parts = [even("place of each wait among all", seen), *causes("voiced or faded", hazards, cause)]
    for side, name in enumerate(("local", "migrant")):
        parts += causes(f"voiced or faded, {name}", [h[migrant == side] for h in hazards], cause[migrant == side])
    reach = run.tick - 1 - born.tick
    curve = survival("latent grievances", reach, days, lambda day: np.exp(-(voice + fade) * (day - 1)), size - 1)
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _look_detection(size: int) -> Looked:
    """Roots of `size` days, looked for as by `looking.STEPS`: found, voiced or faded, whichever comes first."""
    run = busy(size, 22, "detection", policies=(Looking(),), finding={"rate": 4.0})
    story, p = told(run), run.p
    born = births(story)
    looked = looked_for(size)
    rate = p.finding_rate * (p.finding_calm + born.y) / YEAR
    fade = 1.0 / p.voice_fade_days
    voice = fade * p.voice_share / (1.0 - p.voice_share)
    days, cause = outcomes(run, born, story, (Event.VOICED, Event.FOUND, Event.FADED))
    waited = np.where(cause == NOT_YET, days, days - 1)

    def integrated(day: Array | int) -> Array:
        """Hazard of being found from the evening of birth to the evening of the `day`-th day after."""
        hazard: Array = rate * (looked[born.tick + day + 1] - looked[born.tick + 1])
        return hazard

    found = integrated(days) - integrated(days - 1)
    n = len(days)
    hazards = [np.full(n, voice), found, np.full(n, fade)]
    before = (voice + fade) * waited + integrated(waited)
    parts = [even("place of each wait among all", tally(places_of(before, hazards, cause, lots(32, n)), CLASSES))]
    day = born.tick + days
    edges = [*(start for start, _ in STEPS), size]
    for (start, level), end in zip(STEPS, edges[1:], strict=True):
        here = (day >= start) & (day < end) & (cause != NOT_YET)
        if here.sum() > 50:
            parts += causes(f"voiced, found or faded at lever {level:g}", [h[here] for h in hazards], cause[here])
    idle = int(((cause == 1) & (found <= 0.0)).sum())
    parts.append(Part(what="found while nobody looked", seen=idle, expected=0.0, weight=weigh.exact(idle, 0)))
    reach = run.tick - 1 - born.tick
    early = born.tick < 30

    def left(at: int) -> Array:
        still: Array = np.exp(-(voice + fade) * (at - 1) - integrated(np.minimum(at - 1, reach)))
        return still

    curve = survival("born in the first month, under a lever that moves", np.where(early, reach, 0), days, left,
                      size - 40)  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


def _check(name: str, look: Callable[[int], Looked], size: int, slow: int, size_of: str, **words: Any) -> Check:
    return Check(name=f"hazards.{name}", room="hazards", look=look, size=size, most=3 * size, slow=slow,
                 size_of=size_of, **words)  # fmt: skip


CHECKS: Final = (
    _check(
        "voice",
        _look_voice,
        500,
        1_500,
        "days of a town with twenty-five times its grievances",
        claim="Latent grievances wait as two competing hazards say, those of locals and of migrants each by their own.",
        claim_zh="潜在矛盾按说出与淡去两种强度竞争等待，本地与外来各依其强度。",
        formula="P(waits beyond day k) = exp(-(v + f) k); v = f r/(1 - r), r the share voiced",
        source="competing risks: Cox 1959; places of waits: Cox and Snell 1968",
        power="a hazard off by 5 %",
    ),
    _check(
        "detection",
        _look_detection,
        400,
        1_000,
        "days under a lever that moves four times",
        claim="Looking finds by the exposure that has added up, whenever the lever moved.",
        claim_zh="发现取决于累计的寻找，无论力度何时变动。",
        formula="P(not found by day t) = exp(-rate x sum of the lever over the days since birth)",
        source="integrated hazard: Cox and Snell 1968; decision 28",
        power="a rate off by 5 %, timers that stay when the lever moves",
    ),
    _check(
        "return",
        look_return,
        700,
        2_000,
        "days of a town with twenty-five times its grievances",
        claim="What rests comes back, is forgotten or is closed by its hazards and its limit, however it came to rest.",
        claim_zh="止息的纠纷按各自强度回流、淡忘或逾期终结，不论因何止息。",
        formula="return a year: base exp(theta_h h + theta_u unkept), given up: reopen; against forget; a limit",
        source="competing risks: Cox 1959; definitions 10",
        power="a hazard off by 10 %",
    ),
    _check(
        "dropout",
        look_dropout,
        400,
        6_000,
        "days of a town with twenty-five times its grievances",
        claim="Who waits in line leaves by one chance a day, and patience is new for every case.",
        claim_zh="排队者每日以同一机会退出，每件案子的耐心各自独立。",
        formula="P(patience = k days) = exp(-r (k - 1)) (1 - exp(-r)); drop-outs a case-day: 1 - exp(-r)",
        source="memoryless waits; occurrence over exposure: Aalen 1978",
        power="a hazard off by 5 %, patience that two cases share",
    ),
    _check(
        "coupling",
        look_coupling,
        1_000,
        10_000,
        "draws by the rules, and eighths of a day of the runs",
        claim="With the same luck a larger hazard never makes anything happen later.",
        claim_zh="运气相同，强度更大者绝不更晚发生。",
        formula="E/h is falling in h for every draw E",
        source="monotone coupling: Lindvall 1992, II.2",
        power="one case that is later",
    ),
)
