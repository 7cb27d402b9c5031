"""An arm of a comparison: no policy (`baseline`), one, or several joined by `+`. From text and back to text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sim.errors import PolicyError, complain
from sim.policies.base import Standing, Words
from sim.policies.compile import Enacted, enact
from sim.policies.grammar import Call, cut, read_call
from sim.policies.registry import BASELINE
from sim.policies.source import UserSource, is_user_name, read_source


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Arm:
    """Policies that act together, in canonical order. `spec` names the arm wherever results are kept."""

    policies: tuple[Enacted, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to other processes as text and sources."""
        return parse_arm, (self.spec, self.sources)

    @property
    def spec(self) -> str:
        """Canonical text; :func:`parse_arm` with `sources` gives the same arm."""
        return "+".join(policy.spec for policy in self.policies) or BASELINE

    @property
    def sources(self) -> dict[str, str]:
        """Source text of users' own policies by file name, for the run folder."""
        return {one.source.file: one.source.text for one in self.policies if one.source is not None}

    @property
    def title(self) -> Words:
        """Title in both languages, with the arguments that were given."""
        if not self.policies:
            return Words("现状（基线）", "baseline")
        titles = [(one.facts.title, one.spec.removeprefix(one.name)) for one in self.policies]
        zh = " + ".join(f"{title.zh}{given}" for title, given in titles)
        return Words(zh, " + ".join(f"{title.en} {given}".strip() for title, given in titles))

    @property
    def standing(self) -> Standing:
        """`diagnostic` as soon as one of its policies is."""
        return "diagnostic" if any(one.facts.standing == "diagnostic" for one in self.policies) else "option"

    @property
    def direct(self) -> tuple[str, ...]:
        """What stands one lever step away from any of its policies, in order of name: never a proof of the arm."""
        return tuple(sorted({name for one in self.policies for name in one.facts.direct}))


def parse_arm(text: str, sources: Mapping[str, str] | None = None) -> Arm:
    """Return the arm that `text` means, e.g. `keep_in_village(dose=0.5,start=30,targets=rural)+resource_sinking`.

    `sources` {file name: text} stands in for the files of users' own policies, as a run folder keeps them. Raises
    PolicyError for an unknown policy or argument, with the nearest known one.
    """
    calls = [read_call(piece) for piece in cut(text, "+")]
    if [call.name for call in calls] == [BASELINE] and not calls[0].arguments:
        return Arm()
    if any(call.name == BASELINE for call in calls):
        rule = "baseline is the absence of policies: it has no arguments and joins nothing"
        raise PolicyError(complain("policies", rule, repr(text), "Leave it out of the sum"))
    made = sorted((_enacted(call, sources) for call in calls), key=lambda one: one.spec)
    specs = [one.spec for one in made]
    twice = next((spec for spec in specs if specs.count(spec) > 1), None)
    if twice is not None:
        raise PolicyError(complain("policies", "a policy may stand once in an arm", f"{twice!r} again", "Remove one"))
    _one_text_per_file(made)
    return Arm(policies=tuple(made))


def parse_arms(text: str, sources: Mapping[str, str] | None = None) -> tuple[Arm, ...]:
    """Return the arms of a comma-separated list, in its order. Raises PolicyError where one stands twice."""
    arms = tuple(parse_arm(piece, sources) for piece in cut(text, ","))
    specs = [arm.spec for arm in arms]
    for spec in specs:
        if specs.count(spec) > 1:
            raise PolicyError(complain("policies", "arms must differ", f"{spec!r} twice", "Remove one of them"))
    _one_text_per_file([policy for arm in arms for policy in arm.policies])
    return arms


def rankable(arms: Iterable[Arm]) -> tuple[Arm, ...]:
    """Return the arms that may stand in a ranking: never one with a diagnostic policy (`definitions` 11)."""
    return tuple(arm for arm in arms if arm.standing != "diagnostic")


def _one_text_per_file(policies: Iterable[Enacted]) -> None:
    """Refuse two files of one name: a run folder keeps sources by file name."""
    texts: dict[str, str] = {}
    for one in policies:
        if one.source is not None and texts.setdefault(one.source.file, one.source.text) != one.source.text:
            rule = "files of users' own policies must have different names"
            raise PolicyError(complain("policies", rule, f"two different {one.source.file}", "Rename one of them"))


def _enacted(call: Call, sources: Mapping[str, str] | None) -> Enacted:
    if not is_user_name(call.name):
        return enact(call)
    path, mark, _ = call.name.rpartition(".py:")
    if not mark:
        rule, repair = "a policy file must be followed by its class", "Write path/to/file.py:ClassName"
        raise PolicyError(complain(call.name, rule, "none", repair))
    file = path.replace("\\", "/").rpartition("/")[2] + ".py"
    if sources is not None and file in sources:
        return enact(call, UserSource(file=file, text=sources[file]))
    return enact(call, read_source(path + ".py"))
