"""Claims about what the weighing of classes finds: the power that a check states is the power that it has."""

from __future__ import annotations

import importlib
import math

import pytest

from sim.verification import checks, verdict_of
from sim.verification.weigh import counts, smallest
from tests.theory.faults.stated import STATED

CHECKS = {check.name: check for check in checks()}


@pytest.mark.slow
@pytest.mark.parametrize("fault", STATED, ids=lambda fault: f"{fault['check']}: {fault['why']}")
def test_a_departure_of_the_stated_size_is_found_at_the_first_size(
    fault: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads what a check would notice must not have to take it on trust."""
    module, _, attribute = str(fault["target"]).partition(":")
    monkeypatch.setattr(importlib.import_module(module), attribute, fault["by"])
    check = CHECKS[str(fault["check"])]
    looked = check.look(check.size)
    assert verdict_of(looked.weight) == "fails", looked.parts


CASES = [
    ("pairing.one_luck, first size", [0.11, 0.89], 4_000, 0, 20.0, 0.02),
    ("pairing.one_luck, slow", [0.11, 0.89], 200_000, 0, 20.0, 0.05 * 0.11),
    (
        "chain.absorption, slow, rarest end",
        [0.2434, 0.4381, 0.1895, 0.0470, 0.0451, 0.0369],
        400_000,
        5,
        100.0,
        0.00185,
    ),
    ("lines.departments, slow, one needed", [0.4, 0.6], 50_000, 0, 5.0, 0.05 * 0.4),
    ("lines.reneging, slow", [0.0488, 0.9512], 11_000_000, 0, 100.0, 0.05 * 0.0488),
    ("lines.geo_geo_c, slow", [0.343, 0.441, 0.189, 0.027], 960_000, 3, 100.0, 0.05 * 0.027),
    ("world.far, slow", [0.7, 0.3], 488_000, 1, 100.0, 0.05 * 0.3),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_small_fault_does_not_pass_at_the_slow_size(case: tuple[str, list[float], int, int, float, float]) -> None:
    """Five per cent of a class is what the slow looks are for."""
    _, chances, n, at, odds, most = case
    assert smallest(chances, n, at, odds) <= most


def test_the_smallest_departure_is_where_the_weight_turns() -> None:
    """Just above it the claim fails, just below it does not; more cases find less, and a forgiving alternative more."""
    chances, n = [0.2, 0.3, 0.5], 10_000
    found = smallest(chances, n, 0)
    for more, verdict in ((1.01 * found, "fails"), (0.99 * found, "undecided")):
        seen = [n * (0.2 + more), *(n * p * (0.8 - more) / 0.8 for p in chances[1:])]
        assert verdict_of(counts(seen, chances)) == verdict
    assert smallest(chances, 4 * n, 0) < found < smallest(chances, n, 0, odds=1.0)
    assert smallest([0.999, 0.001], 10, 0) == math.inf
