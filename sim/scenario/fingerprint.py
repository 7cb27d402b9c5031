"""What a fingerprint covers: all that a history, or a world, can depend on; no label, source or path."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.scenario.schema import Scenario

_LABELS = {"id", "title", "provenance", "places", "population", "levels"}


def fingerprint(scenario: Scenario) -> str:
    """Return sha256 over the canonical resolved form of the scenario and the content of its tables."""
    rest = scenario.model_dump(mode="json", exclude=_LABELS)
    return _digest({**rest, **_tree(scenario)})


def world_fingerprint(scenario: Scenario) -> str:
    """Return sha256 over what :func:`sim.world.build_world` reads."""
    return _digest(
        {
            **_tree(scenario),
            "root": scenario.root,
            "court": scenario.court_rank,
            "world": scenario.world.model_dump(mode="json"),
            "staff": scenario.staff.model_dump(mode="json"),
            "adult_share": scenario.incidence.adult_share,
        }
    )


def _tree(scenario: Scenario) -> dict[str, Any]:
    population = scenario.population
    return {
        "levels": [(level.id, level.forum) for level in scenario.levels],
        "places": scenario.read_places().digest,
        "population": {
            "rule": population.rule,
            "year": population.year,
            "over": scenario.read_population_places().digest,
            "totals": [(fact.code, fact.year, fact.measure, fact.value) for fact in population.totals],
            "registered": [(fact.code, fact.rural, fact.urban) for fact in population.registered],
        },
    }


def _digest(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()
