"""What a comparison is made of: a scenario, arms with the baseline first, and seeds. Refused early, or sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sim.errors import BadInput, complain
from sim.policies import Arm, parse_arms
from sim.scenario import Scenario, load_scenario

if TYPE_CHECKING:
    from sim.world import World

SEEDS: Final = 6
"""Seeds of a comparison unless told otherwise: enough for common outcomes, not for rare ones (dry run, part 3)."""

MOST_SEEDS: Final = 10_000
"""More is a study of another kind (count)."""

LARGEST_SEED: Final = 2**64 - 1
"""A seed is one word of the keys of all draws."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.=-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A comparison to be run. `seeds` differ; `arms` differ, the baseline first."""

    scenario: Scenario
    arms: tuple[Arm, ...]
    seeds: tuple[int, ...]

    def folder_of(self, arm: Arm, seed: int) -> str:
        """Return the run folder of an arm and seed, below the folder of the comparison."""
        return f"runs/{self.slug(arm)}/seed-{seed}"

    def slug(self, arm: Arm) -> str:
        """Return a short name of an arm that every file system takes; its place in the list keeps it unique."""
        words = _UNSAFE.sub("-", arm.spec).strip("-.")
        return f"{self.arms.index(arm)}-{words[:48]}"

    def days(self, burn_in: int) -> int:
        """Return the model days of the whole comparison."""
        time = self.scenario.time
        return len(self.seeds) * (burn_in + len(self.arms) * (time.cohort + time.follow_up))


def make_plan(scenario: Scenario | str, policies: str | Sequence[Arm], seeds: int | Sequence[int]) -> Plan:
    """Return the plan of a comparison. The baseline is put first, and added where it was not asked for.

    `policies` as after `--policies`, or arms; `seeds` a number N for 1…N, or the seeds themselves. Raises BadInput.
    """
    loaded = load_scenario(scenario) if isinstance(scenario, str) else scenario
    arms = parse_arms(policies) if isinstance(policies, str) else tuple(policies)
    base = [arm for arm in arms if not arm.policies] or [Arm()]
    return Plan(scenario=loaded, arms=(*base[:1], *(arm for arm in arms if arm.policies)), seeds=_numbers(seeds))


def _numbers(seeds: int | Sequence[int]) -> tuple[int, ...]:
    """Return the seeds themselves; a number is looked at before that many are made."""
    if isinstance(seeds, int):
        if not 1 <= seeds <= MOST_SEEDS:
            rule = f"the number of seeds must be 1 to {MOST_SEEDS}"
            raise BadInput(complain("--seeds", rule, seeds, "Write e.g. --seeds 6"))
        return tuple(range(1, seeds + 1))
    for seed in seeds:
        if not 0 <= seed <= LARGEST_SEED:
            rule = f"a seed must be a whole number from 0 to {LARGEST_SEED}"
            raise BadInput(complain("--seed", rule, seed, "Write e.g. --seed 1"))
    if not 1 <= len(seeds) <= MOST_SEEDS or len(set(seeds)) < len(seeds):
        rule = f"seeds must be 1 to {MOST_SEEDS} different numbers"
        raise BadInput(complain("--seeds", rule, list(seeds[:MOST_SEEDS]), "Write e.g. --seeds 6"))
    return tuple(seeds)


def check_levers(plan: Plan, world: World) -> None:
    """Compile every policy against the world, so that a target or value that is wrong is said before anything runs."""
    from sim.levers import LeverBook

    for arm in plan.arms:
        LeverBook(plan.scenario, world, arm.policies)
