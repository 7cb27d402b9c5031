"""Claims about the first difference of two runs: it is the first, it names its rule, and equal runs have none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.names import OF_NO_DISPUTE, Event
from sim.records import read_run, take_records
from sim.records.rerun import start_again
from sim.studies import first_difference, runs_of
from sim.studies.career import read_step
from sim.studies.part import RULES

ROOT = Path(__file__).parents[2]


def first_by_hand(one: Path, other: Path) -> int:
    """Return the day on which the plain event lists part."""
    lists = []
    for folder in (one, other):
        run = start_again(read_run(folder), keep_events=True)
        run.finish()
        words, numbers = run.events
        lists.append(list(zip(words.tolist(), numbers.view(np.uint64).tolist(), strict=True)))
        burn_in = run.burn_in
    pairs = zip(*lists, strict=False)
    at = next(number for number, (left, right) in enumerate(pairs) if left != right)
    heads = [events[at][0][0] >> 32 for events in lists]
    return int(min(heads)) - 4096 - burn_in


def test_the_first_difference_is_the_first(compared: Path) -> None:
    """A later one is a consequence, and sends whoever looks for a cause the wrong way."""
    base, gate, _ = runs_of(compared)
    found = first_difference(base, gate)
    assert found is not None
    assert found.day == first_by_hand(base, gate)
    assert found.one != found.other
    assert (ROOT / found.rule).is_file()


def test_equal_runs_have_none(compared: Path) -> None:
    """Two runs of one seed and arm are one history."""
    base = runs_of(compared)[0]
    assert first_difference(base, base) is None


def test_it_is_the_same_from_either_side(compared: Path) -> None:
    """Exchanging the runs exchanges the sides, and nothing else."""
    base, gate, _ = runs_of(compared)
    one, other = first_difference(base, gate), first_difference(gate, base)
    assert one is not None
    assert other is not None
    assert (one.day, one.one, one.other) == (other.day, other.other, other.one)


def test_two_seeds_part_at_once(compared: Path) -> None:
    """Everything is drawn with the seed in its key."""
    found = first_difference(runs_of(compared, 1)[0], runs_of(compared, 2)[0])
    assert found is not None
    assert found.day <= 0
    assert (found.one is None) or (found.other is None)


@pytest.mark.parametrize("event", list(Event))
def test_every_event_has_its_rule(event: Event) -> None:
    """A pointer to a file that is gone is worse than none."""
    assert (ROOT / RULES[event]).is_file()


def test_what_is_of_no_dispute_is_known_to_be(compared: Path) -> None:
    """Looked for among disputes, the key of a level or a cause is found nowhere, and `diff` and `explain` break off."""
    run = start_again(read_run(runs_of(compared)[0]), keep_events=True)
    run.finish()
    words, numbers = run.events
    kinds = (words[:, 0] >> np.uint64(16)) & np.uint64(0xFF)
    found = np.isin(words[:, 1], take_records(run).disputes.id)
    assert (found == ~np.isin(kinds, sorted(OF_NO_DISPUTE))).all()
    trust = np.flatnonzero(kinds == Event.TRUST)
    assert len(trust) > 0
    levels = {read_step(words[at], numbers[at], run.world, run.burn_in).level for at in trust}
    assert levels == set(range(run.world.n_levels + 1))
