"""The table of digests keeps one entry a platform, says when a promise is broken, and names what was not tried."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.evidence.digests import CONDITIONS, DATA, PAGE, RUNS, environment
from benchmarks.evidence.platforms import added, platform_page, this_platform, untried, verdict


def entry(digest: str = "aa", **told: str) -> dict[str, Any]:
    """An entry of some platform."""
    found = {name: {"classroom": digest} for name in ("compiled", "JIT off")}
    return {"platform": {**this_platform(), **told}, "about": {"model_version": "1"}, "digests": found}


def test_a_platform_has_one_entry() -> None:
    """Two rows of one machine would look like two machines."""
    first, again, other = entry(day="a"), entry(day="b"), entry(numba="0.64.0")
    assert added([first], again) == [again]
    assert added([first], other) == [first, other]


def test_a_condition_that_is_run_again_joins_the_others() -> None:
    """A long command is asked for in parts; the parts already found stay."""
    part = {**entry("bb"), "digests": {"masked processor": {"classroom": "aa"}}}
    joined = added([entry()], part)
    assert [set(one["digests"]) for one in joined] == [{"compiled", "JIT off", "masked processor"}]
    assert "not run" in platform_page([*joined, entry(numba="0.64.0")])


def test_entries_of_another_version_of_the_model_go() -> None:
    """Their digests belong to another history, and would look like a broken promise."""
    new = {**entry(numba="0.64.0"), "about": {"model_version": "2"}}
    assert added([entry()], new) == [new]


def test_a_digest_that_differs_is_named() -> None:
    """The page may never say that all is well because nobody compared."""
    assert "one digest" in verdict([entry(), entry(numba="0.64.0")])
    assert "Digests differ** for: classroom" in verdict([entry(), entry("bb", numba="0.64.0")])
    assert "Digests differ" in platform_page([entry(), entry("bb", numba="0.64.0")])


def test_what_was_not_tried_is_said_until_it_is() -> None:
    """Silence about a system is read as a promise."""
    assert "macOS" in untried([entry(system="Linux")])
    assert "macOS" not in untried([entry(system="Linux"), entry(system="Darwin")])


def test_each_condition_has_kernels_of_its_own_and_sets_what_it_says() -> None:
    """A kernel compiled for this processor, read by the masked process, would prove nothing."""
    told = {name: environment(name) for name in CONDITIONS}
    assert len({one["FENGQIAO_CACHE_DIR"] for one in told.values()}) == len(CONDITIONS)
    assert told["JIT off"]["NUMBA_DISABLE_JIT"] == "1"
    assert told["every index checked"]["NUMBA_BOUNDSCHECK"] == "1"
    assert told["masked processor"]["NUMBA_CPU_NAME"] == "generic"
    assert told["masked processor"]["NPY_DISABLE_CPU_FEATURES"]


def test_the_page_is_written_from_the_data() -> None:
    """A digest that was corrected by hand is none."""
    entries = json.loads(DATA.read_text("utf-8"))
    assert PAGE.read_text("utf-8") == platform_page(entries)
    for one in entries:
        assert {run for found in one["digests"].values() for run in found} <= set(RUNS)
