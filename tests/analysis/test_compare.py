"""A comparison is plain JSON: no spill number without its shares, no reported figure without its pair."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from sim.analysis.compare import Comparison, compare_runs
from sim.analysis.identity import CELLS
from sim.analysis.matched import match
from sim.analysis.summary import Summary, summarise
from sim.analysis.table import INDICATORS
from sim.errors import RunFailed
from sim.names import EndState
from sim.records import Mark
from tests.analysis.invented import disputes, records
from tests.analysis.small_runs import taken

SEEDS = (1, 2, 3)
ARM = "keep_in_village"


@cache
def real() -> Comparison:
    """The smallest scenario under the baseline and one system, over three seeds."""
    runs = [summarise(taken(arm, seed)) for seed in SEEDS for arm in ("baseline", ARM)]
    return compare_runs(runs, [match(taken("baseline", seed), taken(ARM, seed)) for seed in SEEDS])


def invented(arm: str, seed: int, spilled: int, lumped: int) -> Summary:
    """A run of ten roots of which some spilled, some were given up, and the rest resolved."""
    rows = [{"marks": int(Mark.ABOVE)}] * spilled + [{"end_state": int(EndState.LUMPED)}] * lumped
    return summarise(records(disputes(*rows, *([{}] * (10 - spilled - lumped))), arm=arm, seed=seed))


def keys_of(data: Any) -> Iterator[str]:
    """Every key anywhere in plain data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from keys_of(value)


def test_the_result_is_plain_json_and_comes_back_the_same() -> None:
    """`--json` prints it, run folders keep it, figures read it."""
    found = real()
    text = json.dumps(found.to_json(), allow_nan=False)
    assert Comparison.from_json(json.loads(text)).to_json() == found.to_json()
    assert found.arms == ("baseline", ARM)
    assert found["confidence"] == "seed only"
    assert found["uncalibrated"] is True


def test_changes_of_cells_sum_to_zero_over_seeds() -> None:
    """The identity holds for means as it holds for every seed."""
    delta = real()["identity"][ARM]["delta"]
    assert list(delta) == list(CELLS)
    assert math.fsum(one["mean"] for one in delta.values()) == pytest.approx(0.0, abs=1e-9)


def test_spill_stands_beside_its_shares_or_the_changes_themselves() -> None:
    """Either the three shares, summing to 1, or, where spill did not change for sure, the changes; never neither."""
    said = real()["spill"][ARM]
    assert (said["shares"] is None) != (said["delta"] is None)
    sure = compare_runs([
        *(invented("baseline", seed, 5, 1) for seed in SEEDS),
        invented("hide", 1, 3, 3), invented("hide", 2, 2, 3), invented("hide", 3, 3, 3),
    ])["spill"]["hide"]  # fmt: skip
    assert sure["told_from_zero"]
    assert sure["delta"] is None
    assert sum(sure["shares"].values()) == pytest.approx(1.0)
    assert sure["shares"]["hide"] == pytest.approx(2 / (7 / 3))


def test_one_seed_gives_no_shares() -> None:
    """With one seed spill cannot be told from unchanged, however large the difference looks."""
    found = compare_runs([invented("baseline", 1, 9, 0), invented("other", 1, 0, 9)])
    assert found["spill"]["other"]["shares"] is None
    assert found["spill"]["other"]["delta"]["spilled"]["mean"] == -9.0
    assert found["levels"]["other"]["spill"]["low"] is None


def test_reported_figures_come_in_pairs_everywhere() -> None:
    """The output types enforce it: wherever "reported" stands, "true" stands beside it."""

    def check(data: Any) -> None:
        if isinstance(data, dict):
            assert ("reported" in data) == ("true" in data)
            for value in data.values():
                check(value)
        elif isinstance(data, list):
            for value in data:
                check(value)

    check(real().to_json())
    for row in INDICATORS:
        assert ("true" in real()["levels"][ARM][row.name]) == (row.kind == "paired")


def test_differences_are_paired_by_seed() -> None:
    """The interval is that of the differences, not the difference of intervals."""
    runs = [invented("baseline", seed, seed, 0) for seed in SEEDS] + [
        invented("x", seed, seed + 1, 0) for seed in SEEDS
    ]
    gap = compare_runs(runs)["differences"]["x"]["spill"]
    assert (gap["mean"], gap["sd"], gap["n"]) == (1.0, 0.0, 3)
    assert gap["told_from_zero"]
    assert gap["variance_ratio"] == 0.0


def test_spill_by_seed_stands_in_the_order_of_the_seeds() -> None:
    """Pictures join the same seed under every arm; in another order they would join strangers."""
    runs = [invented(arm, seed, seed + more, 0) for seed in SEEDS[::-1] for arm, more in (("baseline", 0), ("x", 1))]
    found = compare_runs(runs)
    for arm, more in (("baseline", 0), ("x", 1)):
        said = found["spill"][arm]
        assert said["by_seed"]["administrative"] == [float(seed + more) for seed in SEEDS]
        assert said["administrative"]["mean"] == sum(said["by_seed"]["administrative"]) / len(SEEDS)


def test_seeds_that_an_arm_lacks_are_left_out_and_named() -> None:
    """A run that failed must not make an arm look better than it was on the same seeds."""
    runs = [invented("baseline", seed, 1, 0) for seed in SEEDS] + [invented("x", seed, 2, 0) for seed in (1, 3)]
    found = compare_runs(runs)
    assert found["seeds"] == [1, 3]
    assert found["missing"] == {"x": [2]}
    with pytest.raises(RunFailed, match="needs a seed that all arms have run"):
        compare_runs([invented("baseline", 1, 1, 0), invented("x", 2, 1, 0)])


def test_without_a_baseline_levels_are_told_and_no_differences() -> None:
    """A single run is shown by the same object."""
    found = compare_runs([invented("x", 1, 2, 0)])
    assert found["baseline"] is None
    assert found["differences"] == {}
    assert found["levels"]["x"]["spill"]["mean"] == 2.0


def test_no_place_is_named() -> None:
    """Below county level outcomes are shown by kind of place; a comparison carries not even numbers."""
    text = json.dumps(real().to_json(), ensure_ascii=False)
    assert not {"place_number", "code", "name_zh"} & set(keys_of(real().to_json()))
    assert not any(name in text for name in ("上湾村", "桥头村", "镇中社区", "河东镇", "Shangwan", '"V1"'))


def test_every_difference_of_spill_carries_what_it_was_turned_into() -> None:
    """A table that prints one spill number alone could be taken from the middle of the document."""
    found = real()["differences"][ARM]
    for row in INDICATORS:
        if row.kind == "spill":
            assert (found[row.name]["shares"] is None) != (found[row.name]["delta"] is None)
        else:
            assert "shares" not in found[row.name]
