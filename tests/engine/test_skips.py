"""Skips and lawful review where tiers are missing: told anew from the claims in the history (`definitions` 1)."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from sim.engine import marks
from sim.engine.run import Run
from sim.names import Event, Forum, Opponent
from tests.engine.societies import UNFOUND
from tests.twin.compare import rows_of
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, Trial

CLIMBING = BUSY | {
    "incidence.lambda_government": 3000.0, "claim.committee": 6.0, "claim.office": 5.0, "claim.petition": 4.5,
    "claim.lump": 1.0, "claim.bilateral": 0.0, "settle.mu_kin": -3.0, "settle.mu_near": -3.0,
}  # fmt: skip
FIRST_SLOT = 2


@cache
def climbed(seed: int) -> Any:
    """A busy run on a random tree of four levels in which tiers are missing, with its history."""
    trial = Trial(world_seed=seed, seed=2, levels=LEVEL_SETS[2], overrides=CLIMBING | UNFOUND)
    run = Run(*trial.society(), seed=trial.seed, keep_events=True)
    run.advance(250)
    return run


def path_of(run: Any, row: int) -> list[int]:
    """Levels of the places that run each tier for the claimant, lowest first."""
    return run.world.place_rank[run.world.anc[int(run.state.place[row])]].tolist()


def claims_of(run: Any) -> dict[int, list[int]]:
    """Levels claimed at, in order, by row of the dispute; lumping and talk are no claims.

    Calling the police claims at the level of their station, a matter put down at a window where it is sent in the end
    and not where its claimant was going, and who speaks for a crowd where the crowd went.
    """
    n = int(run.state.count[marks.DISPUTES])
    rows = {key: row for row, key in enumerate(run.state.id[:n].tolist())}
    ranks = dict(zip(run.state.place_key.tolist(), run.state.place_rank.tolist(), strict=True))
    found: dict[int, list[int]] = {row: [] for row in rows.values()}
    for head, key, other, detail, *_ in rows_of(run.events):
        event, channel = Event(head >> 16 & 255), detail & 255
        if event == Event.CLAIM and channel >= FIRST_SLOT:
            slot = channel - FIRST_SLOT
            outside, court = run.p.n_levels + 1, run.p.n_levels
            tiers = path_of(run, rows[key])
            level = run.p.n_levels if slot == outside else tiers[run.p.court_rank if slot == court else slot]
            if Forum(head >> 8 & 255) == Forum.RECONSIDERATION:  # beside the court, at the place above the respondent's
                level = ranks[other]
            found[rows[key]].append(level)
        elif event == Event.CONTACT:
            found[rows[key]].pop()
        elif event in (Event.CALLED, Event.TOGETHER) or (event == Event.DISPATCHED and not detail >> 8):
            found[rows[key]].append(ranks[other])
    return found


def left_out(run: Any, row: int, claims: list[int]) -> bool:
    """The definition, word for word: a claim at L with an untried level in [H, L-1] that can be tried at all."""
    home, tiers = int(run.state.home[row]), path_of(run, row)
    there = {tiers[slot] for slot in range(run.p.n_levels) if run.p.forum_of_slot[slot] != Forum.NONE}
    return any(
        between in there and between not in claims[:number]
        for number, level in enumerate(claims)
        for between in range(home, level)
    )


@pytest.mark.parametrize("seed", [5, 18])
def test_a_skip_is_a_claim_past_a_forum_that_was_there_and_not_tried(seed: int) -> None:
    """The mark of every dispute, recounted from its claims."""
    run = climbed(seed)
    claims = claims_of(run)
    skipped = {row for row in claims if int(run.state.marks[row]) & marks.SKIPPED}
    assert skipped == {row for row in claims if left_out(run, row, claims[row])}
    assert 10 < len(skipped) < len(claims)


def test_nobody_skips_a_tier_that_is_missing() -> None:
    """Its forum is run by the next place up: going there after the village is going to the next forum there is."""
    gone_up = 0
    for seed in (3, 13):
        run = climbed(seed)
        for row, claims in claims_of(run).items():
            village_then_county = claims[:1] == [0] and set(claims) == {0, 2}
            if path_of(run, row)[:3] == [0, 2, 2] and int(run.state.home[row]) == 0 and village_then_county:
                gone_up += 1
                assert not int(run.state.marks[row]) & marks.SKIPPED
    assert gone_up > 3


def test_the_next_place_up_reviews_lawfully_though_a_tier_is_missing() -> None:
    """Where no county stands between town and city, the city reviews what the town decided."""
    reviewed = 0
    for seed in (2, 18):
        run = climbed(seed)
        for row, claims in claims_of(run).items():
            home = int(run.state.home[row])
            if run.state.opponent[row] == Opponent.GOVERNMENT and home + 1 < run.p.n_levels:
                above = path_of(run, row)[home + 1]
                lawful = bool(int(run.state.marks[row]) & marks.LAWFUL)
                assert not lawful or above in claims
                reviewed += lawful and above > home + 1
    assert reviewed > 0
