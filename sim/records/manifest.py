"""Decides what identifies a run: scenario, policies, seed, versions, digests. Enough to run it again, and to check."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.names import MODEL_VERSION

if TYPE_CHECKING:
    from sim.engine.run import Run

FORMAT: Final = 2
"""Form of a run folder; raised whenever older ones can no longer be read."""

BASELINE: Final = "baseline"

PACKAGES: Final = ("fengqiao", "numpy", "numba", "llvmlite", "mesa", "pydantic")
"""Packages whose versions a manifest names: those that make or store a history."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyCost:
    """Price of the arm's policies over the `days` days of the cohort: staff-days, and yuan beside them."""

    staff_days: float
    yuan: float
    days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What a run was. `arm` is the canonical text of its policies, `sources` {file: sha256} of a user's own.

    `complete`: the follow-up was run to its end; `last_day` the last day run. `clipped`: shares of places whose
    principal stood at a bound of an answer on the last day (dry run 3: clip points belong in the manifest).
    """

    scenario: str
    title: Mapping[str, str]
    fingerprint: str
    world_fingerprint: str
    world_digest: str
    digest: str
    seed: int
    arm: str
    arm_title: Mapping[str, str]
    standing: str
    sources: Mapping[str, str]
    burn_in: int
    cohort: int
    follow_up: int
    last_day: int
    complete: bool
    model_version: str
    packages: Mapping[str, str]
    clipped: Mapping[str, float]
    policy_cost: PolicyCost
    uncalibrated: bool = True
    format: int = FORMAT

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data; :func:`manifest_from` reads it back."""
        return asdict(self)


def manifest_of(run: Run) -> Manifest:
    """Return the manifest of a run as it stands."""
    scenario, policies = run.scenario, run.policies
    kept = [source for source in (getattr(one, "source", None) for one in policies) if source is not None]
    sources = {source.file: source.text for source in kept}
    return Manifest(
        scenario=scenario.id,
        title={"zh": scenario.title.zh, "en": scenario.title.en},
        fingerprint=scenario.fingerprint,
        world_fingerprint=scenario.world_fingerprint,
        world_digest=run.world.digest,
        digest=run.digest,
        seed=run.seed,
        arm="+".join(policy.spec for policy in policies) or BASELINE,
        arm_title=_title(policies),
        standing="diagnostic" if any(_standing(one) == "diagnostic" for one in policies) else "option",
        sources={name: hashlib.sha256(text.encode()).hexdigest() for name, text in sorted(sources.items())},
        burn_in=run.burn_in,
        cohort=int(scenario.time.cohort),
        follow_up=int(scenario.time.follow_up),
        last_day=run.day - 1,
        complete=run.tick == run.horizon,
        model_version=MODEL_VERSION,
        packages=versions(),
        clipped=_clipped(run.state),
        policy_cost=_policy_cost(run),
    )


def manifest_from(stored: Mapping[str, Any]) -> Manifest:
    """Return what :meth:`Manifest.to_json` gave. Raises KeyError or TypeError where the form is another."""
    given = dict(stored)
    given["policy_cost"] = PolicyCost(**given["policy_cost"])
    return Manifest(**given)


def versions() -> dict[str, str]:
    """Return the versions of Python, of the platform and of the packages that make or store a history."""
    found = {"python": platform.python_version(), "platform": f"{platform.system()} {platform.machine()}"}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found


def _standing(policy: Any) -> str:
    return str(getattr(getattr(policy, "facts", None), "standing", "option"))


def _title(policies: Any) -> dict[str, str]:
    """Title of the arm in both languages, with the arguments given, as `sim.policies.Arm` writes it."""
    from sim.policies import Arm

    title = Arm(policies=tuple(policies)).title if all(hasattr(one, "facts") for one in policies) else None
    spec = "+".join(policy.spec for policy in policies)
    return {"zh": title.zh, "en": title.en} if title else {"zh": spec, "en": spec}


def _policy_cost(run: Run) -> PolicyCost:
    from sim.policies import Enacted, cost

    days = int(run.scenario.time.cohort)
    paid = [cost(one, run.scenario, run.world, days) for one in run.policies if isinstance(one, Enacted)]
    return PolicyCost(
        staff_days=sum((c.staff_days for c in paid), 0.0), yuan=sum((c.yuan for c in paid), 0.0), days=days
    )


def _clipped(state: Any) -> dict[str, float]:
    """Shares of the places with a forum whose principal stands at a bound of m, s or e."""
    runs = state.runs_forum == 1
    bounds = {
        "misreporting_at_0": state.misreporting[runs] <= 0.0,
        "misreporting_at_1": state.misreporting[runs] >= 1.0,
        "suppression_at_0": state.suppression[runs] <= 0.0,
        "suppression_at_1": state.suppression[runs] >= 1.0,
        "effort_at_0": state.effort[runs] <= 0.0,
    }
    return {name: float(np.count_nonzero(hit) / max(1, hit.size)) for name, hit in bounds.items()}
