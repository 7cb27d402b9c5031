"""The escalation chain against the fundamental matrix: where claims end, how often each way is tried, how long.

With capacity without end, and hostility that nothing heats, a career is an absorbing Markov chain: its state is how
often each way was tried in vain. The matrix is made from the rules' own odds (worth of each way, odds of a session);
what the engine's days make of many identical claims must be what the matrix says.
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
from sim.verification import theory_chain as theory
from sim.verification.alone import NEUTRAL, Alone, quiet
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.weigh import counts, exact, mean

Array = npt.NDArray[Any]

STAKE, TIE, HOSTILITY, MERIT = 20000.0, 0.4, 0.35, 0.5
COOL: Final = (("heat.failure", 0.0), ("heat.refused", 0.0), ("talk.heat", 0.0), ("lump.forget", 0.0))
"""Nothing heats a quarrel, and what is given up stays so: careers without a memory but of what was tried.

All claims are one resident's, whose mood and allies count for nothing.
"""
LONG: Final = (
    ("claim.decide_days", 10.0),
    ("claim.lump", 1.5),
    ("settle.mu_near", -1.0),
    ("settle.sessions", 2),
    ("court.refuse", 0.2),
)
"""Few give up and few sessions settle, so that careers go through many ways."""
MINUTES: Final = 2**30
"""Minutes of a line a day: everybody who waits is heard."""
HORIZON: Final = 900
ENDS: Final = ("given up", "talk", "committee", "office", "petition", "court", "loss felt fair")
_TALK, _FIRST, _MOST_SUITS, _MOST_TALKS = 1, 2, 2, 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A way from one choice to the next: its channel, most visits, chances of ending it well or fairly, mean days."""

    channel: int
    most: int
    settles: float
    fair: float
    days: float


# ------------------------------------------------------------------------------------------------ what the engine does
def careers(size: int) -> Alone:
    """`size` identical claims of one resident, voiced on the first ticks, each lived to its end; both checks look."""
    return _lived(size, Alone)


@cache
def _lived(size: int, make: type[Alone]) -> Alone:
    alone = make(quiet(*_settings()), HORIZON)
    st, start = alone.state, np.arange(size) % 20
    alone.send(
        start, np.full(size, alone.places[0]), 0,
        transfer=0, stake=STAKE, tie=TIE, hostility=HOSTILITY, merit=MERIT, last_end=-1,
    )  # fmt: skip
    st.line_minutes[:] = MINUTES
    alone.advance(HORIZON)
    return alone


def _settings() -> tuple[tuple[str, Any], ...]:
    kept = tuple(pair for pair in NEUTRAL if pair[0] in {"staff.content_sigma", "patience.rate", "lump.reopen"})
    return (*kept, *COOL, *LONG, ("claim.wait", 0.0), ("claim.allies", 0.0), ("claim.anger", 0.0))


def _ended(alone: Alone, size: int) -> tuple[Array, Array, Array]:
    """Index into ENDS of each claim (len(ENDS) if it is still under way), its days, and its choices."""
    st = alone.state
    channel, state = st.channel[:size].astype(np.int64), st.state[:size]
    end = np.full(size, len(ENDS))
    end[state == State.SETTLED] = channel[state == State.SETTLED]
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


def _ways(alone: Alone) -> list[Way]:
    """Talk, the forums by slot, and the court, with the odds that the rules give the claim there."""
    p, st, given = alone.p, alone.state, alone.numbers
    place, family = int(alone.places[0]), int(p.type_family[int(st.type[0])])
    gap = 0.0
    chance = _rule("settle.talk_probability")(given, TIE, HOSTILITY, gap)
    ways = [Way(channel=_TALK, most=_MOST_TALKS, settles=chance, fair=0.0, days=float(int(p.talk_days)))]
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
            Way(channel=_FIRST + slot, most=int(p.claim_max_visits), settles=1.0 - lost, fair=0.0,
                days=(1.0 - lost) / once)
        )  # fmt: skip
    heard = 1.0 - float(p.court_refuse)
    grant = heard * _rule("decide.grant_probability")(p.court_grant, p.court_merit, MERIT)
    fair = (heard - grant) * _rule("decide.fair_probability")(p.court_fair, HOSTILITY)
    ways.append(Way(channel=_FIRST + p.n_levels, most=_MOST_SUITS, settles=grant, fair=fair, days=heard))
    return ways


def _worths(alone: Alone, tried: tuple[int, ...], ways: list[Way]) -> list[float]:
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
        if way.channel == _TALK:
            found.append(claim("claim.talk_utility")(given, TIE, HOSTILITY, attempts))
            continue
        court = way.channel == _FIRST + p.n_levels
        slot = int(p.court_rank) if court else way.channel - _FIRST
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
    ways = _ways(alone)
    states = list(itertools.product(*(range(way.most + 1) for way in ways)))
    number = {state: k for k, state in enumerate(states)}
    moves, ends = np.zeros((len(states), len(states))), np.zeros((len(states), len(ENDS)))
    days, chosen = np.zeros(len(states)), np.zeros((len(states), len(ways) + 1))
    pause = 1.0 / (1.0 - math.exp(-1.0 / alone.p.claim_decide_days))
    for k, tried in enumerate(states):
        worths = np.array(_worths(alone, tried, ways))
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


# ------------------------------------------------------------------------------------------------------------- checks
def _absorption(size: int) -> Looked:
    alone = careers(size)
    end, _, choices = _ended(alone, size)
    moves, ends, _, _ = matrices(alone)
    law = theory.absorbed(moves, ends)[0]
    seen = np.bincount(end, minlength=len(ENDS))
    weight = counts(seen[: len(ENDS)].tolist(), law.tolist())
    parts = [
        Part(what=f"ends by {what}" if k else "given up", seen=seen[k] / size, expected=float(law[k]), weight=weight)
        for k, what in enumerate(ENDS)
    ]
    parts.append(_all_ended(int(seen[len(ENDS) :].sum())))
    steps = theory.steps_to_end(moves, 0, 30)
    top = int(np.flatnonzero(steps * size >= 5.0)[-1]) + 1
    made = np.bincount(np.minimum(choices, top + 1), minlength=top + 2)[1:]
    chances = [*steps[:top].tolist(), float(1.0 - steps[:top].sum())]
    weight = counts(made.tolist(), chances)
    average, expected = float(choices.mean()), float(theory.fundamental(moves)[0].sum())
    parts.append(Part(what="choices made in a career", seen=average, expected=expected, weight=weight))
    error = np.sqrt(law * (1.0 - law) / size)
    by_end = Curve(
        what="ends: " + ", ".join(f"{k} {what}" for k, what in enumerate(ENDS)),
        x_label="end",
        y_label="share of claims",
        x=tuple(float(k) for k in range(len(ENDS))),
        seen=tuple((seen[: len(ENDS)] / size).tolist()),
        expected=tuple(law.tolist()),
        error=tuple(error.tolist()),
    )
    by_step = Curve(
        what="choices until the end",
        x_label="choices",
        y_label="share of claims",
        x=tuple(float(k + 1) for k in range(top)),
        seen=tuple((made[:top] / size).tolist()),
        expected=tuple(steps[:top].tolist()),
        logarithmic=True,
    )
    return Looked(size=size, parts=tuple(parts), curves=(by_end, by_step))


def _all_ended(under_way: int) -> Part:
    return Part(what="still under way", seen=under_way, expected=0, weight=exact(under_way, 0), unit="claims")


def _times(size: int) -> Looked:
    alone = careers(size)
    _, days, _ = _ended(alone, size)
    moves, _, spent, chosen = matrices(alone)
    visits = theory.fundamental(moves)[0]
    expected = float(visits @ spent)
    average, error = float(days.mean()), float(days.std(ddof=1)) / math.sqrt(size)
    parts = [
        Part(what="days to the end", seen=average, expected=expected, weight=mean(average, expected, error, expected),
             unit="days")
    ]  # fmt: skip
    tries = alone.state.visits[:size].astype(np.float64)
    seen, law, errors = [], [], []
    for at, what in enumerate(ENDS[1:-1]):
        column = tries[:, _TALK + at]
        seen.append(float(column.mean()))
        law.append(float(visits @ chosen[:, 1 + at]))
        errors.append(float(column.std(ddof=1)) / math.sqrt(size))
        weight = mean(seen[-1], law[-1], errors[-1], law[-1])
        parts.append(Part(what=f"visits: {what}", seen=seen[-1], expected=law[-1], weight=weight))
    curve = Curve(
        what="visits by way: " + ", ".join(f"{k} {what}" for k, what in enumerate(ENDS[1:-1])),
        x_label="way",
        y_label="mean visits of a claim",
        x=tuple(float(k) for k in range(len(law))),
        seen=tuple(seen),
        expected=tuple(law),
        error=tuple(errors),
    )
    return Looked(size=size, parts=tuple(parts), curves=(curve,))


CHECKS: Final = (
    Check(
        name="chain.absorption",
        room="chain",
        claim="With capacity without end, claims end where the fundamental matrix of the rules' own odds says.",
        claim_zh="处理能力无限时，诉求终于何处与由规则机会所成的基本矩阵一致。",
        formula="B = (I − Q)⁻¹ R from the state of nothing tried; P(ends at choice n) = 1'Qⁿ⁻¹(I − Q)1",
        source="Kemeny and Snell 1960, Finite Markov Chains, theorems 3.2.1 and 3.3.7",
        power="an end's share off by 0.01, a constant of one way off by 0.1",
        size_of="claims",
        size=20000,
        most=80000,
        slow=200000,
        look=_absorption,
    ),
    Check(
        name="chain.times",
        room="chain",
        claim="The same claims take as long, and try each way as often, as the fundamental matrix says.",
        claim_zh="同样的诉求历时多久、各途径试过几次，均与基本矩阵一致。",
        formula="days = (I − Q)⁻¹ w; visits of a way = (I − Q)⁻¹ (its chance by state)",
        source="Kemeny and Snell 1960, theorem 3.3.5, with mean days w of a choice",
        power="days off by 3 %, visits of the rarest way off by a tenth",
        size_of="claims",
        size=20000,
        most=80000,
        slow=200000,
        look=_times,
    ),
)
