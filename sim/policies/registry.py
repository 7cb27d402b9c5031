"""Which governance systems the project brings, by id. One file each; a user's own comes through `source`."""

from __future__ import annotations

import difflib
from typing import Any, Final

from sim.errors import PolicyError, complain
from sim.policies.base import Facts
from sim.policies.compensation import Compensation
from sim.policies.keep_in_village import KeepInVillage
from sim.policies.petition_quota import PetitionQuota
from sim.policies.resource_sinking import ResourceSinking

SYSTEMS: Final[tuple[type[Any], ...]] = (KeepInVillage, ResourceSinking, PetitionQuota, Compensation)
BASELINE: Final = "baseline"

_BY_ID: Final[dict[str, type[Any]]] = {system.facts.id: system for system in SYSTEMS}


def policy_ids() -> tuple[str, ...]:
    """Return the ids of the systems, in the order they are shown."""
    return tuple(_BY_ID)


def catalogue() -> tuple[Facts, ...]:
    """Return what the systems declare, in the order they are shown."""
    return tuple(system.facts for system in SYSTEMS)


def system_named(name: str) -> type[Any]:
    """Return the class of a system. Raises PolicyError with the nearest id."""
    system = _BY_ID.get(name)
    if system is None:
        known = (BASELINE, *_BY_ID)
        near = difflib.get_close_matches(name, known, n=1)
        others = f"Known: {', '.join(known)}, or your own as path/to/file.py:ClassName"
        repair = f"Did you mean {near[0]!r}? {others}" if near else others
        raise PolicyError(complain("policies", "policy must be a known one", repr(name), repair))
    return system
