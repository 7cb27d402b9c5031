"""What is counted of a run beside a second entry of the definitions: cells, shares, right level, marks of claims."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from sim.analysis.cohort import cohort_of
from sim.analysis.identity import CELLS, family_cells, shares_of
from sim.analysis.right_level import CLASSES, last_forum, level_classes
from sim.names import EndState, Event, Forum, Opponent, Way
from sim.records import NEVER, Mark, Records, Tried, take_records
from tests.analysis.invented import ledgers
from tests.theory.blind import ledger as second_entry
from tests.theory.blind import rules
from tests.twin.compare import rows_of


@given(ledgers())
@settings(max_examples=25)
def test_each_root_family_stands_in_the_cell_of_the_text(drawn: Records) -> None:
    """The answer to the question of the model is a count of these cells."""
    ledger = drawn.disputes
    cells, _ = family_cells(drawn)
    for root, cell in zip(cohort_of(drawn).roots, cells, strict=True):
        family = [i for i in range(len(ledger)) if ledger.family[i] == root]
        marks = 0
        for i in family:
            marks |= int(ledger.marks[i])
        states = [EndState(int(ledger.end_state[i])).name.lower() for i in family if ledger.voiced[i] != NEVER]
        second = second_entry.family_cell(
            ["active" if state == "outside_open" else state for state in states],
            spilled=marks & (Mark.ABOVE | Mark.BEYOND) > 0,
            court=marks & Mark.COURT_ABOVE > 0,
            carried=marks & Mark.CARRIED > 0,
            found=any(ledger.end_state[i] == EndState.PREVENTED for i in family),
        )
        assert CELLS[cell] == second


def test_the_three_shares_are_the_same() -> None:
    """Resolve, hide, moved: the headline of every comparison."""
    for seed in range(20):
        change = dict(zip(CELLS, np.random.default_rng(seed).integers(-9, 9, len(CELLS)).tolist(), strict=True))
        change["spilled"] = -sum(count for name, count in change.items() if name != "spilled")
        first = shares_of(change)
        if first is not None:
            assert (first.resolve, first.hide, first.moved) == pytest.approx(second_entry.shares(change), abs=1e-12)


@given(ledgers())
@settings(max_examples=25)
def test_the_right_level_is_judged_the_same(drawn: Records) -> None:
    """Moving up can be right: the class says when."""
    ledger, files = drawn.disputes, drawn.cases
    last, first = last_forum(drawn), level_classes(drawn)
    for i in range(len(ledger)):
        home, power, tried = int(ledger.home[i]), int(ledger.power[i]), int(ledger.tried[i])
        failed = any(
            files.sessions[c] > 0 and files.way[c] not in (Way.CONSENT, Way.GRANTED) and power <= files.level[c] <= home
            for c in range(len(files.dispute))
            if files.dispute[c] == i
        )
        level, at_court = max(int(ledger.at_level[i]), 0), last[i] in (Forum.COURT, Forum.PREFILING, Forum.ARBITRATION)
        reached = tried & Tried.REACHED_REMEDY > 0
        review = ledger.opponent[i] == Opponent.GOVERNMENT and level == ledger.review_level[i] and not at_court
        second = second_entry.right_level(
            level,
            power,
            home,
            exclusive_reached=None if not ledger.exclusive[i] or (reached and not at_court) else reached,
            failed_between=failed,
            sessions=int(tried & Tried.HEARD > 0),
            lawful_review=bool(review),
        )
        assert ("right", "held_below", "lifted_needlessly", "lifted_after_try", "never_heard")[first[i]] == second
    assert len(CLASSES) == 5


OTHER_WAYS = tuple(f"processes.{name}" for name in ("gatherings", "appeal", "arbitration", "police", "windows"))
"""Ways to a forum that are no claim of the party at its door, or more than one claim in a channel."""


def test_claims_of_a_real_run_spill_escalate_and_skip_as_defined() -> None:
    """Marks set by the engine, and once more from the claims in its history, on a tree without missing tiers."""
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    scenario = load_scenario("classroom", dict.fromkeys(OTHER_WAYS, False))
    run = Run(scenario, build_world(scenario), seed=5, keep_events=True)
    run.advance(700)
    claims, stopped = _claims(run)
    found = take_records(run).disputes
    seen: dict[str, int] = {"spilled": 0, "escalated": 0, "skipped": 0}
    for i in range(len(found)):
        by_itself = {0} if int(found.tried[i]) & Tried.FOUND else set[int]()  # the village took it up: tried, no claim
        home, tried, mine = int(found.home[i]), set[int](), {"spilled": False, "escalated": False, "skipped": False}
        for tick, level in claims.get(int(found.id[i]), []):
            lodged = (int(found.id[i]), tick) not in stopped
            inside = home < len(scenario.levels)
            mine["spilled"] |= inside and rules.is_spill(level, home, lodged_by_party=lodged)
            mine["escalated"] |= bool(tried) and rules.is_escalation(level, max(tried))
            mine["skipped"] |= rules.is_skip(level, home, tried | by_itself)
            tried.add(level)
        marks, bits = int(found.marks[i]), int(found.tried[i])
        if marks & Mark.LEGACY:
            continue  # part of its claims lies before the run
        assert mine["spilled"] == (marks & (Mark.ABOVE | Mark.BEYOND | Mark.COURT_ABOVE) > 0)
        assert mine["escalated"] == (bits & Tried.ESCALATED > 0)
        assert mine["skipped"] == (marks & Mark.SKIPPED > 0)
        for name, happened in mine.items():
            seen[name] += happened
    assert min(seen.values()) >= 15, seen


def _claims(run: Any) -> tuple[dict[int, list[tuple[int, int]]], set[tuple[int, int]]]:
    """(tick, level) of each dispute's claims at forums, in order; and (dispute, tick) of those stopped on the way."""
    claims: dict[int, list[tuple[int, int]]] = {}
    stopped = set()
    for head, dispute, *_ in rows_of(run.events):
        tick, kind, forum, slot = head >> 32, head >> 16 & 255, head >> 8 & 255, head & 255
        if kind == Event.CLAIM and forum not in (Forum.NONE, Forum.BILATERAL):
            claims.setdefault(dispute, []).append((tick, slot))
        elif kind == Event.BLOCKED:
            stopped.add((dispute, tick))
    return claims, stopped
