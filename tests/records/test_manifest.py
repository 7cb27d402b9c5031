"""A manifest says what a run was: enough to run it again, and to know which code and policies made it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sim.names import MODEL_VERSION
from sim.policies import parse_arm
from sim.records.manifest import manifest_from, manifest_of, versions
from tests.analysis.small_runs import burnt_in, finished, society, taken

OWN = Path(__file__).parents[2] / "experiments" / "own_policy" / "mine.py"


def test_it_identifies_the_run() -> None:
    """Scenario, world, seed, policies and history: each by its own fingerprint or digest."""
    scenario, world = society()
    run = finished("keep_in_village")
    found = manifest_of(run)
    assert (found.scenario, found.fingerprint) == (scenario.id, scenario.fingerprint)
    assert (found.world_digest, found.digest) == (world.digest, run.digest)
    assert (found.seed, found.arm, found.burn_in) == (1, "keep_in_village", run.burn_in)
    assert (found.last_day, found.complete, found.model_version) == (729, True, MODEL_VERSION)
    assert found.uncalibrated


def test_a_diagnostic_policy_marks_the_whole_arm() -> None:
    """Runs that show harm are never ranked: the mark must travel with the result."""
    arm = parse_arm("petition_quota+keep_in_village")
    found = manifest_of(burnt_in().branch(arm.policies))
    assert (found.standing, found.arm) == ("diagnostic", arm.spec)
    assert found.arm_title == {"zh": arm.title.zh, "en": arm.title.en}
    assert not found.complete
    assert manifest_of(burnt_in()).standing == "option"
    assert manifest_of(burnt_in()).arm_title["zh"] == "现状（基线）"


def test_a_users_own_policy_is_named_by_its_text() -> None:
    """Two files of one name are two policies: the sha256 of the text tells them apart."""
    arm = parse_arm(f"{OWN}:EveningHours")
    found = manifest_of(burnt_in().branch(arm.policies))
    assert found.sources == {"mine.py": hashlib.sha256(OWN.read_bytes()).hexdigest()}
    assert str(OWN.parent) not in json.dumps(found.to_json())


def test_it_comes_back_from_json_the_same() -> None:
    """What is stored is what is read."""
    found = taken("keep_in_village").manifest
    assert manifest_from(json.loads(json.dumps(found.to_json()))) == found
    assert found.policy_cost.staff_days > 0.0


def test_versions_are_told_and_no_machine() -> None:
    """A digest mismatch is explained by versions; a path or a host's name explains nothing and gives away much."""
    found = versions()
    assert {"python", "numpy", "numba", "mesa", "fengqiao"} <= set(found)
    assert "/" not in "".join(found.values())


def test_shares_at_the_bounds_of_an_answer_are_kept() -> None:
    """Where misreporting stands at 1, effort is exactly 0: such silent corners belong in the manifest."""
    assert all(0.0 <= share <= 1.0 for share in taken("petition_quota(dose=1)").manifest.clipped.values())
    assert set(taken().manifest.clipped) == {
        "misreporting_at_0", "misreporting_at_1", "suppression_at_0", "suppression_at_1", "effort_at_0",
    }  # fmt: skip
