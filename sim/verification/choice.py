"""Choices of claimants against the multinomial logit: in runs of the engine, and by the claim rules alone.

In the runs all weights but the constants are 0, so that what an option is worth is known from outside: its constant,
and for talk what hostility takes off. By the rules every weight counts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim.names import Event, Forum, Opponent, Origin
from sim.verification import theory_choice as theory
from sim.verification import weigh
from sim.verification.check import Check, Curve, Looked, Part
from sim.verification.choice_by_rules import look_rules
from sim.verification.classes import curve_of, even, shared, tally
from sim.verification.societies import changed, lots
from sim.verification.told import Told, told
from sim.verification.waits import crowded_town

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]

PLAIN: Final[dict[str, Any]] = {
    "claim": dict.fromkeys(
        ("efficacy", "trust", "social_cost", "distance", "threshold", "wait", "fee", "legal", "anger", "allies"), 0.0
    ),
    "talk": {"tie": 0.0},
}
"""What is left of an option's worth: its constant, weariness, and of talk 2 x hostility."""
_CLASSES: Final = 32
TAKEN_AWAY: Final = -1e3
"""Constant of an option that nobody takes."""


def _named(p: Any) -> list[str]:
    """Names of the channels: giving up, talk, slots, the court, outside."""
    slots = [Forum(int(kind)).name.lower() for kind in p.forum_of_slot]
    return ["give up", "talk", *slots, "court", "outside"]


def _first(story: Told) -> tuple[Told, Told]:
    """First claims of grievances that were voiced on their own, and their births."""
    born = story.of(Event.BORN)
    born = born.only(born.detail >> 32 & 255 == Origin.ROOT)
    voiced = story.of(Event.VOICED)
    claims = story.of(Event.CLAIM)
    claims = claims.only(np.lexsort((claims.tick, claims.key))).first()
    row = voiced.at(claims.key)
    fresh = (row >= 0) & (voiced.tick[row] == claims.tick) & (born.at(claims.key) >= 0)
    claims = claims.only(fresh)
    return claims, born.only(born.at(claims.key))


def _worth(p: Any, claims: Told, born: Told) -> Array:
    """What each option is worth to who chooses for the first time: constants, and talk by hostility."""
    n, levels = len(claims), int(p.n_levels)
    worth = np.full((n, levels + 4), theory.CLOSED)
    worth[:, 0] = p.claim_lump
    with_talk = (born.detail >> 8 & 255) <= Opponent.ORGANISATION
    worth[:, 1] = np.where(with_talk, p.claim_bilateral - 2.0 * claims.y, theory.CLOSED)
    for slot in range(levels):
        if int(p.forum_of_slot[slot]):
            worth[:, 2 + slot] = p.claim_const[int(p.forum_of_slot[slot])]
    worth[:, 2 + levels] = p.claim_const[int(Forum.COURT)]
    return worth  # outside is open to who has tried something


def _by_channel(p: Any, chances: Array, chosen: Array) -> Part:
    """Counts of the channels that are ever open, against the mean of everybody's chances."""
    mean = chances.mean(axis=0)
    keep = np.flatnonzero(mean > 0.0)
    seen = np.bincount(chosen, minlength=chances.shape[1])[keep].tolist()
    names = _named(p)
    return shared(f"share of {', '.join(names[k] for k in keep)}", seen, mean[keep].tolist())


def _by_hostility(claims: Told, chances: Array, chosen: Array) -> Curve:
    """Share of talk by how hot the quarrel is."""
    order = np.array_split(np.argsort(claims.y, kind="stable"), 24)
    expected = [float(chances[part, 1].mean()) for part in order]
    return Curve(
        what="talk by hostility", x_label="hostility", y_label="share that talks",
        x=tuple(float(claims.y[part].mean()) for part in order),
        seen=tuple(float((chosen[part] == 1).mean()) for part in order), expected=tuple(expected),
        error=tuple((e * (1.0 - e) / len(part)) ** 0.5 for e, part in zip(expected, order, strict=True)),
    )  # fmt: skip


def _look_shares(size: int) -> Looked:
    run = crowded_town(size, 51, "outside", **PLAIN)
    run.finish()
    p, (claims, born) = run.p, _first(told(run))
    chosen = claims.detail & 255
    worth = _worth(p, claims, born)
    chances = theory.shares(worth)
    best = np.exp(-np.exp(-(claims.x - theory.level(worth))))
    parts = [
        _by_channel(p, chances, chosen),
        even("place of each choice among all", tally(theory.places(chances, chosen, lots(52, len(chosen))), _CLASSES)),
        even("value of what was chosen, as a Gumbel law has it", tally(best, _CLASSES)),
    ]
    for channel in (0, 2):
        own = best[chosen == channel]
        parts.append(even(f"the same, of those who chose {_named(p)[channel]}", tally(own, _CLASSES)))
    curves = [_by_hostility(claims, chances, chosen)]
    curves.append(curve_of("value of what was chosen", "class of the value", tally(best, _CLASSES),
                           [1.0 / _CLASSES] * _CLASSES))  # fmt: skip
    return Looked(size=size, parts=tuple(parts), curves=tuple(curves))


def _fork(run: Run, scenario: Any) -> Run:
    """A run that goes on from where `run` stands, under other numbers."""
    from sim.engine.checkpoint import History
    from sim.engine.run import Run
    from sim.engine.state import copied

    history = History(parts=copied(run.state), chain=run._chain, kept=(), memory={})  # noqa: SLF001 - as it branches
    return Run(scenario, run.world, seed=run.seed, burn_in=0, keep_events=True, history=history)


def _look_independence(size: int) -> Looked:
    """On `size` mornings: the day's claims as they are, and as they are where the court is taken away."""
    start = 20
    wanted = {**PLAIN, "claim": {**PLAIN["claim"], "court": 4.0}}
    run = crowded_town(start + size, 53, "outside", **wanted)
    run.advance(start)
    without = changed(run.scenario, claim={"court": TAKEN_AWAY})
    forks = []
    for _ in range(size):
        fork = _fork(run, without)
        fork.advance(1)
        forks.append(told(fork).of(Event.CLAIM))
        run.advance(1)
    story, other = told(run), Told.joined(*forks)
    mine = story.of(Event.CLAIM)
    mine = mine.only(mine.tick >= start)
    row = other.at(mine.key ^ mine.tick.astype(np.uint64), other.key ^ other.tick.astype(np.uint64))
    court = 2 + int(run.p.n_levels)
    stay = (mine.detail & 255) != court
    same = (row >= 0) & (other.detail[row] == mine.detail) & (other.x[row] == mine.x)
    broken = int((stay & ~same).sum())
    lower = int((~stay & (other.x[row] >= mine.x)).sum())
    claims, born = _first(story)
    suits = np.flatnonzero((claims.tick >= start) & ((claims.detail & 255) == court))
    claims, born = claims.only(suits), born.only(suits)
    row = other.at(claims.key ^ claims.tick.astype(np.uint64), other.key ^ other.tick.astype(np.uint64))
    worth = _worth(run.p, claims, born)
    worth[:, court] = theory.CLOSED
    chances, chosen = theory.shares(worth), other.detail[row] & 255
    seen = np.bincount(chosen, minlength=court)[:court].tolist()
    mean = chances.mean(axis=0)
    open_ = [k for k in range(court) if mean[k] > 0.0]
    places = theory.places(chances, chosen, lots(54, len(chosen)))
    parts = (
        Part(what=f"choices that changed though their option was there, of {int(stay.sum())}", seen=broken,
             expected=0.0, weight=weigh.exact(broken, 0), unit="choices"),
        Part(what=f"better off without their option, of {int((~stay).sum())}", seen=lower, expected=0.0,
             weight=weigh.exact(lower, 0), unit="choices"),
        shared("where those who had gone to court go", [seen[k] for k in open_], [float(mean[k]) for k in open_], 12.0),
        even("place of their second choice among all", tally(places, 8), 12.0),
    )  # fmt: skip
    curve = curve_of("where those who had gone to court go", "channel", [seen[k] for k in open_],
                     [float(mean[k]) for k in open_], [float(k) for k in open_])  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))


def _check(name: str, look: Callable[[int], Looked], size: int, slow: int, size_of: str, **words: Any) -> Check:
    return Check(name=f"choice.{name}", room="choice", look=look, size=size, most=4 * size, slow=slow,
                 size_of=size_of, **words)  # fmt: skip


CHECKS: Final = (
    _check(
        "shares", _look_shares, 200, 1_500, "days of a town with twenty-five times its grievances",
        claim="In a run claimants choose by multinomial logit, and what was chosen is worth what Gumbel's law says.",
        claim_zh="运行中当事人按多项 Logit 选择途径，所选途径的价值合于 Gumbel 律。",
        formula="P(k) = exp(V_k) / sum exp(V_j); max of V_j + e_j is Gumbel with location log sum exp(V_j)",
        source="McFadden 1974; Gumbel 1958",
        power="noise of a scale that is off by 5 %",
    ),
    _check(
        "independence", _look_independence, 12, 60, "mornings of such a town",
        claim="Without one option nobody else chooses otherwise, and its choosers go elsewhere in proportion.",
        claim_zh="取走一个途径，他人的选择一概不变，原选者按比例转往他途。",
        formula="draw by draw: argmax over the others unchanged; P(j | k taken away) = P(j)/(1 - P(k))",
        source="independence of irrelevant alternatives: Luce 1959; keyed noise: definitions 5",
        power="one choice that changed; proportions off by a fifth",
    ),
    _check(
        "rules", look_rules, 5_000, 100_000, "choices",
        claim="The claim rules with their keyed noise give logit shares; the second best is the best of the others.",
        claim_zh="申诉规则加其定键噪声给出 Logit 份额，次优者即其余之最优。",
        formula="P(k) = exp(V_k) / sum exp(V_j), V by every weight of the rules",
        source="McFadden 1974; Luce 1959",
        power="noise of a scale that is off by 10 %",
    ),
)  # fmt: skip
