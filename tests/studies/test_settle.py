"""Claims about the burn-in of a study: made longer until the society has settled, and refused with its reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.analysis import LineLoad
from sim.errors import NotStationary, ScenarioError
from sim.records import KINDS_OF_LINE, Series
from sim.scenario import load_scenario
from sim.studies import Watch, make_plan
from sim.studies.settle import settle
from sim.studies.stretches import BurnIn

TASK = "sim.studies.settle.burn_in"


def line(offered: float) -> LineLoad:
    return LineLoad(
        kind="slot0",
        forum=2,
        slot=0,
        level=0,
        accepted=100,
        sessions=90,
        used=1000,
        available=1000,
        offered=offered,
        waiting=5,
    )


def society(settles_at: int, offered: float = 0.5) -> Any:
    """Return a stand-in for the burn-in: its lumped stock rises until day `settles_at`."""

    def burn_in(scenario: Any, seed: int, days: int, scratch: str) -> BurnIn:
        columns = {name: np.full(days, 100 + seed, dtype=np.int64) for name in ("voiced", "suppressed_stock")}
        columns |= {f"{what}_{kind}": np.full(days, 9) for what in ("sessions", "line") for kind in KINDS_OF_LINE}
        columns["lumped_stock"] = np.minimum(np.arange(days), settles_at) + 1
        return BurnIn(seed=seed, series=Series(first_day=-days, columns=columns), loads=(line(offered),))

    return burn_in


@pytest.mark.parametrize(("settles_at", "days"), [(0, 730), (600, 1095), (1000, 1460), (1400, 1825)])
@pytest.mark.parametrize("seeds", [2, 6])
def test_it_is_made_longer_until_it_has_settled(
    settles_at: int, days: int, seeds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drift that is taken for the effect of a policy would be the worst of errors."""
    monkeypatch.setattr(TASK, society(settles_at))
    longer: list[tuple[int, int, tuple[str, ...]]] = []
    watch = Watch(longer=lambda *said: longer.append(said))
    found = settle(make_plan("classroom", "baseline", seeds), tmp_path, workers=1, watch=watch)
    assert found.days == days
    assert [one[:2] for one in longer] == [(end, end + 365) for end in range(730, days, 365)]
    assert all(one[2] == ("lumped_stock",) for one in longer)


def test_what_never_settles_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user must learn which series drifts, or he will only raise the limit."""
    monkeypatch.setattr(TASK, society(10_000))
    with pytest.raises(NotStationary, match="lumped_stock"):
        settle(make_plan("classroom", "baseline", 3), tmp_path, workers=1, watch=Watch())


def test_a_limit_between_two_steps_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The longest length that the scenario allows must get its chance."""
    monkeypatch.setattr(TASK, society(600))
    scenario = load_scenario("classroom", {"time.burn_in_max": 990})
    assert settle(make_plan(scenario, "baseline", 2), tmp_path, workers=1, watch=Watch()).days == 990


def test_more_work_than_hours_is_refused_unless_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that only grows has no steady state; whoever studies one must say so."""
    monkeypatch.setattr(TASK, society(0, offered=1.2))
    with pytest.raises(ScenarioError, match=r"ρ = 1\.20"):
        settle(make_plan("classroom", "baseline", 2), tmp_path, workers=1, watch=Watch())
    allowed = load_scenario("classroom", {"overloaded": "allowed"})
    found = settle(make_plan(allowed, "baseline", 2), tmp_path, workers=1, watch=Watch())
    assert "line_slot0" in found.verdict.exempt
    assert found.loads[0].accepted == 200


def test_seeds_are_judged_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A load just above one in one seed and below in the next is a load below one."""
    loads = iter([1.1, 0.7])

    def burn_in(scenario: Any, seed: int, days: int, scratch: str) -> BurnIn:
        return society(0, offered=next(loads))(scenario, seed, days, scratch)

    monkeypatch.setattr(TASK, burn_in)
    found = settle(make_plan("classroom", "baseline", 2), tmp_path, workers=1, watch=Watch())
    assert found.loads[0].offered == pytest.approx(0.9)
