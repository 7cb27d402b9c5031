"""Decides what a change of spill was turned into, over seeds: the three shares, or the changes themselves.

The shares are given only where the change of spill can be told from 0 (`definitions` 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sim.analysis.identity import CELLS, shares_of
from sim.analysis.over_seeds import mean, mean_dict, paired_change, shown
from sim.analysis.summary import Summary
from sim.analysis.uncertainty import NO_LESS, interval

SPILL_COUNTS: Final = (
    "headline", "administrative", "outside", "judicial", "judicial_any", "lawful_review", "attempts_above",
    "intercepted", "escalated", "skipped", "horizontal", "incidents", "incidents_across", "grouped",
)  # fmt: skip
"""Counts of `spill.Spill` that a comparison carries, per 1,000 adult-years."""

BY_SEED: Final = ("headline", "administrative", "outside", "judicial")
"""Those of them that it also carries seed by seed, for pictures that join the same seed under every arm."""


def identity_over(base: Sequence[Summary] | None, runs: Sequence[Summary]) -> dict[str, Any]:
    """Cells per seed (mean), and, beside the baseline, their changes with the three shares or without."""
    done: dict[str, Any] = {
        "roots": mean([one.identity.roots for one in runs]),
        "cells": {name: mean([one.identity.cells[name] for one in runs]) for name in CELLS},
        "spilled_by_end": mean_dict([one.identity.spilled_by_end for one in runs]),
        "outside_roots": mean([one.identity.outside_roots for one in runs]),
    }
    if base is None:
        return done
    deltas = {
        name: interval([b.identity.cells[name] - a.identity.cells[name] for a, b in zip(base, runs, strict=True)])
        for name in CELLS
    }
    shares = shares_of({name: one.mean for name, one in deltas.items()})
    told = deltas["spilled"].told_from_zero
    said = {"resolve": shares.resolve, "hide": shares.hide, "moved": shares.moved} if shares and told else None
    return done | {
        "delta": {name: shown(one) for name, one in deltas.items()},
        "spill_told_from_zero": told,
        "shares": said,
    }


def spill_over(base: Sequence[Summary] | None, runs: Sequence[Summary]) -> dict[str, Any]:
    """Spill per 1,000 adult-years and per dispute; beside the baseline the change, with its shares or the changes.

    `by_seed` holds the rates of `BY_SEED`, one a seed, in the order of `runs`.
    """

    def rate(one: Summary, name: str) -> float:
        return one.spill.per_1000(float(getattr(one.spill, name)))

    def over(rates: list[float]) -> dict[str, Any]:
        return shown(interval(rates, within=NO_LESS))

    done: dict[str, Any] = {name: over([rate(one, name) for one in runs]) for name in SPILL_COUNTS}
    done["by_seed"] = {name: [rate(one, name) for one in runs] for name in BY_SEED}
    done["per_dispute"] = over([one.spill.per_dispute(one.spill.headline) for one in runs])
    if base is None:
        return done
    change = {
        name: paired_change([rate(one, name) for one in base], [rate(one, name) for one in runs])
        for name in SPILL_COUNTS
    }
    turned = identity_over(base, runs)
    return done | {"change": change, "told_from_zero": turned["spill_told_from_zero"]} | turned_into(base, runs)


def turned_into(base: Sequence[Summary], runs: Sequence[Summary]) -> dict[str, Any]:
    """The three shares of a change of spill, or, where it cannot be told from none, the changes of all cells."""
    found = identity_over(base, runs)
    return {"shares": found["shares"], "delta": None if found["shares"] else found["delta"]}
