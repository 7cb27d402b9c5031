"""The contract of a policy: what it declares about itself, its options, and the one method that moves levers.

Dose, dates and targets are given when a policy is enacted (`compile`); which systems exist is told by `registry`.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal, NamedTuple, Protocol

from numpy.typing import NDArray

from sim.errors import PolicyError, complain
from sim.levers.declare import lever_named
from sim.levers.patch import Patch
from sim.levers.seen import Seen
from sim.policies.context import Context

Standing = Literal["option", "diagnostic"]
"""`diagnostic`: run to show harm, never ranked, budgeted or recommended (`definitions` 11)."""

STANDINGS: Final = ("option", "diagnostic")
GRADES: Final = ("A", "B", "C", "assumption")
RESERVED: Final = ("dose", "start", "end", "targets")
"""Words of the command line that no option may be called."""

PROCESS: Final = ("claims_sent_down", "suppression_chosen", "minutes_of_line", "load_of_line")
"""Quantities that levers move before any indicator: empty referrals, a principal's s, minutes and load of lines."""

_ID: Final = re.compile(r"^[a-z][a-z0-9_]*$")


class Words(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Price:
    """Cost of the full dose per place that the policy touches and year: staff-days, and yuan beside them."""

    staff_days: float
    yuan: float
    source: str
    grade: str = "assumption"


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a policy declares about itself; a shared test holds its behaviour against this.

    `levers` it may move; `direct` what stands one lever step away, never a proof of it: indicators by their names in
    results, or quantities of `PROCESS` that no indicator shows; `good` and `harm` what it
    should do at best and where it does harm; `review_days` > 0 makes it dynamic; `variants` are option texts worth
    showing beside the default, e.g. "exposure=0.3". Raises PolicyError where a declaration is incomplete.
    """

    id: str
    title: Words
    standing: Standing
    law: Words
    price: Price
    levers: tuple[str, ...]
    direct: tuple[str, ...] = ()
    good: Words
    harm: Words
    sources: tuple[str, ...] = ()
    review_days: int = 0
    variants: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the declaration at once: a policy with half a declaration is none."""
        if not _ID.match(str(self.id)):
            raise _wrong(self.id, "id must be lower-case letters, digits and _", repr(self.id), "Rename it")
        for name in ("title", "law", "good", "harm"):
            text = getattr(self, name)
            if not (isinstance(text, tuple) and len(text) == 2 and all(isinstance(t, str) and t.strip() for t in text)):
                raise _wrong(self.id, f"{name} must be Words(zh, en), both written", repr(text), "Write both texts")
        if self.standing not in STANDINGS:
            raise _wrong(self.id, f"standing must be one of {', '.join(STANDINGS)}", repr(self.standing), "Choose one")
        if not self.levers:
            raise _wrong(self.id, "levers must name what it moves", "none", "Declare at least one lever")
        for lever in self.levers:
            lever_named(lever)
        if not (0.0 <= self.price.staff_days < math.inf and 0.0 <= self.price.yuan < math.inf):
            raise _wrong(self.id, "price must be finite and not negative", self.price, "Correct the price")
        if self.price.grade not in GRADES:
            raise _wrong(
                self.id, f"price grade must be one of {', '.join(GRADES)}", repr(self.price.grade), "Choose one"
            )
        if self.review_days < 0:
            raise _wrong(self.id, "review_days must be 0 or more (days)", self.review_days, "Use 0 for a static policy")


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One number of a policy that a user may set; bounds are inclusive. A whole default asks for whole numbers."""

    name: str
    default: float
    low: float
    high: float
    unit: str
    zh: str
    en: str
    source: str
    grade: str


def option(
    default: float, *, unit: str, low: float, high: float, zh: str, en: str, source: str = "own",
    grade: str = "assumption",
) -> Any:  # fmt: skip
    """Declare an option as a field of a policy's dataclass."""
    told = {"unit": unit, "low": low, "high": high, "zh": zh, "en": en, "source": source, "grade": grade}
    return dataclasses.field(default=default, metadata={"option": told})


def options_of(policy: type[Any]) -> dict[str, Option]:
    """Return the options of a policy class by name, in the order of declaration."""
    if not dataclasses.is_dataclass(policy):
        return {}
    return {
        field.name: Option(name=field.name, default=field.default, **field.metadata["option"])  # type: ignore[arg-type]
        for field in dataclasses.fields(policy)
        if "option" in field.metadata
    }


class Policy(Protocol):
    """A governance system. A static one needs no more than this."""

    facts: ClassVar[Facts]

    def patches(self, context: Context) -> Iterable[Patch]:
        """Return what it asks of the levers for the dose, dates and targets of `context`."""


class DynamicPolicy(Policy, Protocol):
    """A system that reacts to reported figures every `facts.review_days` days from its start."""

    def memory(self, context: Context) -> dict[str, NDArray[Any]]:
        """Return what it remembers between reviews, as it is at the start; shapes and types stay."""

    def decide(self, context: Context, seen: Seen, memory: dict[str, NDArray[Any]]) -> Iterable[Patch]:
        """Return all it asks for until the next review (earlier asks lapse). Must not depend on anything else."""


def _wrong(policy: str, rule: str, got: object, repair: str) -> PolicyError:
    return PolicyError(complain(f"policy {policy}", rule, got, repair))
