"""A kept result speaks of one scenario, one source and one version; any other makes it stale, by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.evidence.guards import PAGE, guards, kept, staleness
from benchmarks.evidence.guards_page import page
from sim.guards import fingerprint, stale
from sim.guards.fresh import policy_source
from sim.policies import policy_ids
from sim.scenario import load_scenario


def test_each_part_of_a_fingerprint_makes_it_stale() -> None:
    """What changed is named, so that nobody has to guess why a page is old."""
    now = fingerprint(load_scenario("classroom"), "keep_in_village", "3 seeds")
    assert stale(now, now) == ()
    other = fingerprint(load_scenario("classroom", {"settle.tie": 0.4}), "petition_quota", "4 seeds")
    assert set(stale(other, now)) == {"scenario", "policy", "asked"}
    assert stale({**now, "model_version": "0"}, now) == ("model_version",)


def test_a_system_is_known_by_its_source_and_what_it_leans_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A helper module that changes changes the policy."""
    from sim.guards import fresh

    names = fresh._modules("sim.policies.resource_sinking")
    assert names == {"sim.policies.resource_sinking", "sim.policies.apportion"}
    before, real = policy_source("resource_sinking"), fresh._path
    monkeypatch.setattr(fresh, "_path", lambda name: Path(__file__) if name.endswith("apportion") else real(name))
    assert policy_source("resource_sinking") != before


def test_every_registered_system_is_told_or_said_to_be_missing() -> None:
    """A system that joins without its guards is named on the page."""
    said = staleness({})
    assert all(set(rows) == set(policy_ids()) for rows in said.values())
    text = page({}, said)
    assert "**Stale.**" in text
    every = ", ".join(f"`{system}`" for system in policy_ids())
    for guard in guards():
        assert f"- *{guard.name.replace('_', ' ')}*, not run: {every}" in text
    assert "**Stale.**" not in page({}, {name: dict.fromkeys(rows, ()) for name, rows in said.items()})


@pytest.mark.slow
def test_the_page_is_fresh_or_says_what_is_stale() -> None:
    """Write it again (`python -m benchmarks.evidence.guards page`), or run what has changed (without `page`)."""
    assert PAGE.read_text("utf-8") == page(kept(), staleness(kept()))
