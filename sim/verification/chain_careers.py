"""Identical claims lived to their ends by the engine, and the chain that the rules' own odds make of them.

With capacity without end, and hostility that nothing heats, a career is an absorbing Markov chain: its state is which
ways were tried in vain.
"""

from __future__ import annotations

import importlib
import itertools
import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Forum, State
from sim.verification.alone import NEUTRAL, Alone, quiet

Array = npt.NDArray[Any]

STAKE, TIE, HOSTILITY, MERIT = 20000.0, 0.4, 0.35, 0.5
COOL: Final = (("heat.failure", 0.0), ("heat.refused", 0.0), ("talk.heat", 0.0), ("lump.forget", 0.0))
"""Nothing heats a quarrel, and what is given up stays so: careers without a memory but of what was tried.

All claims are one resident's, whose mood and allies count for nothing.
"""
ONCE: Final = (
    ("claim.decide_days", 10.0),
    ("claim.lump", 2.0),
    ("claim.bilateral", -60.0),
    ("claim.weariness", 0.0),
    ("claim.max_visits", 1),
    ("settle.mu_near", -0.5),
    ("settle.sessions", 2),
    ("court.refuse", 0.0),
    ("court.fair", 2.0),
)
"""Each way is tried once at most, nobody grows weary, few sessions settle, and what a court decides is felt fair.

The noise of a way stays with a claim until that way is tried (docs/day.md, *Choose*), so that careers are a chain only
where no way comes twice: then choosing the best of what is left is logit at every step (Luce 1959, Plackett 1975).
"""
VAIN: Final = (
    *ONCE,
    ("claim.lump", 4.6),
    ("claim.max_visits", 9),
    ("claim.belief_penalty", 0.0),
    ("settle.mu_near", -60.0),
    ("settle.sessions", 1),
    ("court.refuse", 1.0),
)
"""Every try is in vain and none makes the next less attractive."""
MINUTES: Final = 2**30
"""Minutes of a line a day: everybody who waits is heard."""
HORIZON: Final = 900
ENDS: Final = ("given up", "committee", "office", "petition", "court", "loss felt fair")
FIRST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A way from one choice to the next: its channel, most visits, chances of ending it well or fairly, mean days."""

    channel: int
    most: int
    settles: float
    fair: float
    days: float


# ------------------------------------------------------------------------------------------------ what the engine does
def careers(size: int, under: tuple[tuple[str, Any], ...] = ONCE) -> Alone:
    """`size` identical claims of one resident, voiced on the first ticks, each lived to its end."""
    return _lived(size, under, Alone)


@cache
def _lived(size: int, under: tuple[tuple[str, Any], ...], make: type[Alone]) -> Alone:
    alone = make(quiet(*settings(under)), HORIZON)
    st, start = alone.state, np.arange(size) % 20
    alone.send(
        start, np.full(size, alone.places[0]), 0,
        transfer=0, stake=STAKE, tie=TIE, hostility=HOSTILITY, merit=MERIT, last_end=-1,
    )  # fmt: skip
    st.line_minutes[:] = MINUTES
    alone.advance(HORIZON)
    return alone


def settings(under: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
    """Numbers of a society whose claims know of nothing but what they tried."""
    kept = tuple(pair for pair in NEUTRAL if pair[0] in {"staff.content_sigma", "patience.rate", "lump.reopen"})
    return (*kept, *COOL, *under, ("claim.wait", 0.0), ("claim.allies", 0.0), ("claim.anger", 0.0))


def ended(alone: Alone, size: int) -> tuple[Array, Array, Array]:
    """Index into ENDS of each claim (len(ENDS) if it is still under way), its days, and its choices."""
    st = alone.state
    channel, state = st.channel[:size].astype(np.int64), st.state[:size]
    end = np.full(size, len(ENDS))
    end[state == State.SETTLED] = channel[state == State.SETTLED] - 1
    end[state == State.ACCEPTED] = len(ENDS) - 1
    end[state == State.LUMPED] = 0
    days = st.last_end[:size].astype(np.int64) - st.born[:size]
    choices = st.visits[:size].sum(axis=1, dtype=np.int64)
    return end, days, choices


# ------------------------------------------------------------------------------------------------- what the rules say
def _rule(name: str) -> Any:
    """A rule of the model, `module.name` below `sim.rules`."""
    module, _, function = name.partition(".")
    return getattr(importlib.import_module(f"sim.rules.{module}"), function)


def ways_of(alone: Alone) -> list[Way]:
    """The forums by slot, and the court, with the odds that the rules give the claim there."""
    p, st, given = alone.p, alone.state, alone.numbers
    place, family = int(alone.places[0]), int(p.type_family[int(st.type[0])])
    gap = 0.0
    ways = []
    base = int(st.place_rank[int(st.anc[place, p.base])])
    tries = int(p.settle_sessions)
    for slot in range(p.n_levels):
        level = int(st.place_rank[int(st.anc[place, slot])])
        knows = _rule("settle.knowledge_at")(given, level, base, int(st.place_urban[place]), 0.0)
        logit = _rule("settle.session_logit")(given, float(p.settle_mu[family]), TIE, HOSTILITY, gap, knows)
        logit += _rule("settle.burden_logit")(given, 0.0, 0.0, 0)
        once = _rule("settle.session_probability")(given, logit, float(st.effort[int(st.anc[place, slot])]), 0)
        lost = (1.0 - once) ** tries
        ways.append(
            Way(channel=FIRST + slot, most=int(p.claim_max_visits), settles=1.0 - lost, fair=0.0,
                days=(1.0 - lost) / once)
        )  # fmt: skip
    heard = 1.0 - float(p.court_refuse)
    grant = heard * _rule("decide.grant_probability")(p.court_grant, p.court_merit, MERIT)
    fair = heard - grant
    ways.append(Way(channel=FIRST + p.n_levels, most=1, settles=grant, fair=fair, days=heard))
    return ways


def worths_of(alone: Alone, tried: tuple[int, ...], ways: list[Way]) -> list[float]:
    """Utility of giving up and of each way; -inf where it was tried as often as may be."""
    p, st, claim, given = alone.p, alone.state, _rule, alone.numbers
    attempts, place, person = sum(tried), int(alone.places[0]), int(st.claimant[0])
    standing, legal = float(st.res_standing[person]) / 255.0, float(st.res_legal[person]) / 255.0
    score = claim("claim.stake_score")(STAKE, p.stake_median, p.stake_sigma)
    found = [claim("claim.lump_utility")(given, attempts)]
    for way, visits in zip(ways, tried, strict=True):
        if visits >= way.most:
            found.append(-math.inf)
            continue
        court = way.channel == FIRST + p.n_levels
        slot = int(p.court_rank) if court else way.channel - FIRST
        forum = int(Forum.COURT) if court else int(p.forum_of_slot[slot])
        level = int(st.place_rank[int(st.anc[place, slot])])
        believed = claim("claim.belief")(float(p.belief_forum[forum]), visits, p.claim_belief_penalty)
        worth = claim("claim.forum_worth")(
            given, float(p.claim_const[forum]), believed, score, float(p.trust_level[level])
        )  # fmt: skip
        worth -= claim("claim.escalation_cost")(given, slot - p.base, p.top - p.base, TIE, standing)
        found.append(worth - (claim("claim.court_cost")(given, STAKE, legal) if court else 0.0))
    return found


def matrices(alone: Alone) -> tuple[Array, Array, Array, Array]:
    """Q between counts of tries in vain, R into ENDS, mean days of a choice, and chance of each way by state."""
    ways = ways_of(alone)
    states = list(itertools.product(*(range(way.most + 1) for way in ways)))
    number = {state: k for k, state in enumerate(states)}
    moves, ends = np.zeros((len(states), len(states))), np.zeros((len(states), len(ENDS)))
    days, chosen = np.zeros(len(states)), np.zeros((len(states), len(ways) + 1))
    pause = 1.0 / (1.0 - math.exp(-1.0 / alone.p.claim_decide_days))
    for k, tried in enumerate(states):
        worths = np.array(worths_of(alone, tried, ways))
        odds = np.exp(worths - worths.max())
        odds /= odds.sum()
        chosen[k] = odds
        ends[k, 0] = odds[0]
        for at, (way, chance) in enumerate(zip(ways, odds[1:].tolist(), strict=True)):
            if chance == 0.0:
                continue
            failed = 1.0 - way.settles - way.fair
            ends[k, 1 + at] += chance * way.settles
            ends[k, -1] += chance * way.fair
            days[k] += chance * (way.days + failed * pause)
            moves[k, number[tuple(n + (here == at) for here, n in enumerate(tried))]] += chance * failed
    return moves, ends, days, chosen
