"""A policy with its dose, dates and targets: made from text, compiled to checked patches, and priced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.errors import PolicyError, complain
from sim.levers.patch import Patch, check_patch
from sim.levers.public import PublicFacts, public_facts
from sim.levers.seen import Seen
from sim.policies.base import Facts
from sim.policies.context import Context
from sim.policies.grammar import Call
from sim.policies.reading import Arguments, plain, read_arguments
from sim.policies.registry import policy_ids, system_named
from sim.policies.source import UserSource, load_class, told_in_one_line
from sim.policies.targets import target_places

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Enacted:
    """One policy of an arm (a `sim.levers.Mover`). `name` is its id, or file.py:Class with the `source` kept."""

    name: str
    policy: Any
    arguments: Arguments
    source: UserSource | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to other processes as text: a user's class cannot be imported there."""
        return enact, (Call(name=self.name, arguments=self._given()), self.source)

    @property
    def facts(self) -> Facts:
        """What the policy declares about itself."""
        facts: Facts = self.policy.facts
        return facts

    @property
    def id(self) -> str:
        """Short name."""
        return self.facts.id

    @property
    def spec(self) -> str:
        """Canonical text: the name and whatever differs from the defaults, in a fixed order."""
        inside = ",".join(f"{key}={value}" for key, value in self._given())
        return f"{self.name}({inside})" if inside else self.name

    @property
    def dose(self) -> float:
        """0 to 1; at 0 nothing is asked of any lever."""
        return self.arguments.dose

    @property
    def start(self) -> int:
        """First day in force."""
        return self.arguments.start

    @property
    def end(self) -> int | None:
        """First day no longer in force, or None."""
        return self.arguments.end

    @property
    def review_days(self) -> int:
        """Days between decisions, 0 for a static policy."""
        return self.facts.review_days

    @property
    def levers(self) -> tuple[str, ...]:
        """Levers it may move."""
        return self.facts.levers

    def patches(self, facts: PublicFacts) -> tuple[Patch, ...]:
        """Return its static patches; none at dose 0. Raises PolicyError where one breaks a declaration."""
        return self._checked(facts, "patches")

    def new_memory(self, facts: PublicFacts) -> dict[str, NDArray[Any]]:
        """Return what a dynamic policy remembers at its start; {} where it remembers nothing."""
        if not hasattr(self.policy, "memory"):
            return {}
        with told_in_one_line(self.source):
            made = self.policy.memory(self.context(facts))
            return {str(name): np.array(array, order="C") for name, array in made.items()}

    def decide(self, facts: PublicFacts, seen: Seen, memory: dict[str, NDArray[Any]]) -> tuple[Patch, ...]:
        """Return what a dynamic policy asks until its next review. Changes of `memory` must keep shapes and types."""
        given = dict(memory)
        done = self._checked(facts, "decide", seen, given)
        for name, array in memory.items():
            new = np.asarray(given.get(name))
            if given.keys() != memory.keys() or new.shape != array.shape or new.dtype != array.dtype:
                rule = "memory must keep its names, shapes and types"
                raise PolicyError(complain(self.spec, rule, f"{name}: {new.dtype}{new.shape}", "Change it in place"))
            array[...] = new
        return done

    def context(self, facts: PublicFacts) -> Context:
        """Return what the policy is given. Raises PolicyError where its targets name no place."""
        places = target_places(self.arguments.targets, facts, self.name)
        return Context(facts=facts, dose=self.dose, start=self.start, end=self.end, targets=places)

    def _checked(self, facts: PublicFacts, method: str, *more: Any) -> tuple[Patch, ...]:
        context = self.context(facts)
        if self.dose == 0.0 or not hasattr(self.policy, method):
            return ()
        with told_in_one_line(self.source):
            asked: Iterable[Patch] = tuple(getattr(self.policy, method)(context, *more))
        for patch in asked:
            self._check(patch, context)
        return tuple(asked)

    def _check(self, patch: Any, context: Context) -> None:
        """Hold a patch against what the policy declared and what it was told."""
        if not isinstance(patch, Patch):
            raise PolicyError(complain(self.name, "must yield patches", type(patch).__name__, "Use context.patch(…)"))
        if patch.lever not in self.levers:
            repair = "Add it to facts.levers"
            raise PolicyError(complain(self.name, "moves only levers that it declares", repr(patch.lever), repair))
        check_patch(patch, context.facts, self.name)
        late = self.end is not None and (patch.until is None or patch.until > self.end)
        if patch.day < self.start or late or (patch.until is not None and patch.until <= patch.day):
            rule = f"patches stay within days {self.start} to {'the end' if self.end is None else self.end}"
            raise PolicyError(complain(self.name, rule, f"{patch.day} to {patch.until}", "Keep to the context's dates"))
        if not context.targets[patch.index].all():
            outside = int((~context.targets[patch.index]).sum())
            raise PolicyError(
                complain(self.name, "patches stay at the targets", f"{outside} other places", "Use context.patch(…)")
            )

    def _given(self) -> tuple[tuple[str, str], ...]:
        args, default = self.arguments, Arguments()
        pairs = [
            (key, plain(getattr(args, key))) for key in ("dose", "start") if getattr(args, key) != getattr(default, key)
        ]
        if args.end is not None:
            pairs.append(("end", plain(args.end)))
        if args.targets.text:
            pairs.append(("targets", args.targets.text))
        return (*pairs, *((name, plain(value)) for name, value in args.options))


class Cost(NamedTuple):
    """Cost of a policy over some days: staff-days, and yuan beside them."""

    staff_days: float
    yuan: float


def enact(call: Call, source: UserSource | None = None) -> Enacted:
    """Return the policy that a call means; a name like file.py:Class needs its `source`. Raises PolicyError."""
    if source is None:
        policy, name = system_named(call.name), call.name
    else:
        class_name = call.name.rpartition(":")[2]
        policy, name = load_class(source, class_name), f"{source.file}:{class_name}"
        if policy.facts.id in policy_ids():
            repair = "Give it an id of its own"
            raise PolicyError(
                complain(name, "id must not be that of a system of the library", repr(policy.facts.id), repair)
            )
    arguments = read_arguments(policy, call.arguments, name)
    with told_in_one_line(source):
        made = policy(**dict(arguments.options))
    return Enacted(name=name, policy=made, arguments=arguments, source=source)


def cost(policy: Enacted, scenario: Scenario, world: World, days: int) -> Cost:
    """Return what a policy costs on policy days 0 to `days`: price × dose × places touched × years in force.

    Assumption: linear in the dose. A dynamic policy pays at all its targets.
    """
    facts = public_facts(scenario, world)
    touched = np.zeros(facts.n_places, dtype=np.bool_)
    for patch in policy.patches(facts):
        touched[patch.index] = True
    if policy.review_days > 0 and policy.dose > 0.0:
        touched |= policy.context(facts).targets
    last = days if policy.end is None else min(days, policy.end)
    years = max(0, last - policy.start) / 365.0
    share = policy.dose * int(touched.sum()) * years
    price = policy.facts.price
    return Cost(staff_days=price.staff_days * share, yuan=price.yuan * share)
