"""The claim rules with their keyed noise against the multinomial logit: every weight counts, no society is run."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim import draws
from sim.names import Forum, Purpose
from sim.rules import claim as rules
from sim.rules.parameters import read_parameters
from sim.verification import theory_choice as theory
from sim.verification.check import Curve, Looked
from sim.verification.classes import even, shared, tally
from sim.verification.societies import library, lots

Array = npt.NDArray[Any]

_CLASSES: Final = 32
_TRAITS: Final = (
    "stake", "tie", "hostility", "attempts", "trust", "standing", "legal", "mood", "allies", "wait", "failures",
)  # fmt: skip


def _worth_by_rules(p: Any, n: int) -> Array:
    """What each option is worth by the claim rules to n people and quarrels of all kinds."""
    luck = {name: lots(550 + k, n).tolist() for k, name in enumerate(_TRAITS)}
    top = int(p.top - p.base)
    rows = []
    for i in range(n):
        one = {name: column[i] for name, column in luck.items()}
        attempts, failures = int(4 * one["attempts"]), int(3 * one["failures"])
        stake = p.stake_median * float(np.exp(4.0 * (one["stake"] - 0.5)))
        score = rules.stake_score(stake, p.stake_median, p.stake_sigma)
        anger = rules.anger_worth(p, one["mood"], 12.0 * one["allies"])
        row = [rules.lump_utility(p, attempts), rules.talk_utility(p, one["tie"], one["hostility"], attempts)]
        kinds = [int(kind) for kind in p.forum_of_slot if int(kind)]
        for step, forum in enumerate([*kinds, int(Forum.COURT), int(Forum.OUTSIDE)]):
            believed = rules.belief(float(p.belief_forum[forum]), failures, p.claim_belief_penalty)
            worth = rules.forum_worth(p, float(p.claim_const[forum]), believed, score, one["trust"])
            worth -= rules.escalation_cost(p, min(step, top + 1), top, one["tie"], one["standing"])
            worth -= rules.wait_cost(p, 90.0 * one["wait"])
            if forum == Forum.COURT:
                worth -= rules.court_cost(p, stake, one["legal"])
            elif forum in (Forum.PETITION, Forum.OUTSIDE):
                worth += anger
            row.append(worth)
        rows.append(row)
    return np.array(rows)


def _noise(n: int, options: int, visit: int = 0) -> Array:
    """The model's own noise: of each dispute by forum kind, level and visit."""
    purpose = int(Purpose.CHOICE)
    ids = [draws.child_id(int(Purpose.ROOT_ID), i, 0) for i in range(n)]
    keys = [draws.pack(k, k, visit, 0) for k in range(options)]
    return np.array([[draws.gumbel(1, purpose, one, key) for key in keys] for one in ids])


def look_rules(size: int) -> Looked:
    """Choices of `size` people in quarrels of all kinds."""
    p = read_parameters(library("fengqiao_town")[0])
    worth = _worth_by_rules(p, size)
    value = worth + _noise(size, worth.shape[1])
    chances, chosen = theory.shares(worth), value.argmax(axis=1)
    seen = np.bincount(chosen, minlength=worth.shape[1]).tolist()
    mean = chances.mean(axis=0).tolist()
    best = np.exp(-np.exp(-(value.max(axis=1) - theory.level(worth))))
    ranks = np.argsort(-value, axis=1, kind="stable")
    # the second of a ranking is the first without the first (Luce's axiom, draw by draw)
    rest = worth.copy()
    rest[np.arange(size), chosen] = theory.CLOSED
    second = theory.places(theory.shares(rest), ranks[:, 1], lots(562, size))
    parts = (
        shared("shares of the options", seen, mean),
        even("place of each choice among all", tally(theory.places(chances, chosen, lots(561, size)), _CLASSES)),
        even("value of what was chosen, as a Gumbel law has it", tally(best, _CLASSES)),
        even("place of the second best among the others", tally(second, _CLASSES)),
    )
    order = np.array_split(np.argsort(chances[:, 0], kind="stable"), 20)
    expected = [float(chances[part, 0].mean()) for part in order]
    curve = Curve(
        what="giving up", x_label="chance by the logit", y_label="share", x=tuple(expected),
        seen=tuple(float((chosen[part] == 0).mean()) for part in order), expected=tuple(expected),
        error=tuple((e * (1.0 - e) / len(part)) ** 0.5 for e, part in zip(expected, order, strict=True)),
    )  # fmt: skip
    return Looked(size=size, parts=parts, curves=(curve,))
