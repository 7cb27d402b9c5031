"""`python -m benchmarks.evidence.guards [SYSTEM …]`: the guards of `definitions` 9, into docs/evidence/guards.md.

What is kept in docs/evidence/guards.json and still speaks of what there is (its fingerprint is that of now) is not run
again; everything else is, for every registered system or those that are named. `page` instead of a system writes the
page alone, which then says what in it is stale. What a guard is: `sim.guards`.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from benchmarks.evidence.guards_sizes import KNOCK_SEEDS, NEUTRAL_SEEDS, SET_SEEDS, SETS
from benchmarks.evidence.runs import ROOT, SOCIETY, say

PAGE: Final = ROOT / "docs" / "evidence" / "guards.md"
DATA: Final = PAGE.with_suffix(".json")
NEUTRAL: Final = ROOT / "benchmarks" / "evidence" / "neutral.toml"

Kept = dict[str, dict[str, dict[str, Any]]]
"""By guard and system: {"fingerprint": …, "found": …}."""


@dataclass(frozen=True, kw_only=True)
class Guard:
    """One guard: where it looks, how much (`asked`), and what it finds for some systems, as plain data."""

    name: str
    scenario: Callable[[], Any]
    asked: str
    look: Callable[[Any, Sequence[str]], dict[str, Any]]


def _town() -> Any:
    from sim.scenario import load_scenario

    return load_scenario(SOCIETY, {"overloaded": "allowed"})


def _neutral_world() -> Any:
    from sim.scenario import load_scenario

    return load_scenario(NEUTRAL, {"overloaded": "allowed"})


def _seeds(number: int) -> range:
    return range(1, number + 1)


def _look_neutral(scenario: Any, systems: Sequence[str]) -> dict[str, Any]:
    from sim.guards import neutral_effects

    said = neutral_effects(scenario, systems, _seeds(NEUTRAL_SEEDS))
    return {system: [asdict(one) for one in found] for system, found in said.items()}


def _look_placebo(scenario: Any, systems: Sequence[str]) -> dict[str, Any]:
    from sim.guards import placebo

    return {system: asdict(placebo(scenario, system, 1)) for system in systems}


def _look_prior(scenario: Any, systems: Sequence[str]) -> dict[str, Any]:
    from sim.guards import over_prior, scenarios_from

    scenarios, refused = scenarios_from(scenario, SETS)
    found, runaway = over_prior(scenarios, systems, _seeds(SET_SEEDS))
    return {
        system: {"refused": refused, "runaway": runaway, "outcomes": [asdict(one) | {"sign": one.sign} for one in rows]}
        for system, rows in found.items()
    }


def _look_knock_out(scenario: Any, systems: Sequence[str]) -> dict[str, Any]:
    from sim.guards import knock_outs

    found = knock_outs(scenario, systems, _seeds(KNOCK_SEEDS))
    return {system: [asdict(one) for one in rows] for system, rows in found.items()}


def guards() -> tuple[Guard, ...]:
    """Return the guards in the order of the page."""
    from sim.guards.neutral import MARGIN
    from sim.guards.prior import HELD, HELD_SECTIONS

    margins = ", ".join(f"{name} {margin:g}" for name, margin in MARGIN.items())
    held = ", ".join((*HELD_SECTIONS, *HELD))
    return (
        Guard(name="placebo", scenario=_town, asked="seed 1", look=_look_placebo),
        Guard(
            name="neutral", scenario=_neutral_world, look=_look_neutral,
            asked=f"{NEUTRAL_SEEDS} seeds, margins {margins}",
        ),
        Guard(name="library", scenario=_town, look=_look_neutral, asked=f"{NEUTRAL_SEEDS} seeds, margins {margins}"),
        Guard(name="knock_out", scenario=_town, asked=f"{KNOCK_SEEDS} seeds", look=_look_knock_out),
        Guard(
            name="prior", scenario=_town, look=_look_prior, asked=f"{SETS} sets, {SET_SEEDS} seeds, held: {held}",
        ),
    )  # fmt: skip


def kept() -> Kept:
    """Return what was found before; nothing where there is no file."""
    if not DATA.is_file():
        return {}
    read: Kept = json.loads(DATA.read_text("utf-8"))
    return read


def staleness(found: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return, by guard and registered system, what of the fingerprint has changed; `not run` where there is nothing."""
    from sim.guards import fingerprint, stale
    from sim.policies import policy_ids

    said: dict[str, dict[str, tuple[str, ...]]] = {}
    for guard in guards():
        scenario = guard.scenario()
        here = found.get(guard.name, {})
        said[guard.name] = {
            system: stale(here[system]["fingerprint"], fingerprint(scenario, system, guard.asked))
            if system in here
            else ("not run",)
            for system in policy_ids()
        }
    return said


def main(*systems: str) -> None:
    """Run what is missing or stale and write the page."""
    from sim.policies import policy_ids

    found = kept()
    if systems != ("page",):
        wanted = systems or policy_ids()
        for guard in guards():
            _run(guard, [one for one in wanted if staleness(found)[guard.name][one]], found)
    write_page(found)


def write_page(found: Kept) -> None:
    """Write the page from what is kept, with what is stale marked."""
    from benchmarks.evidence.guards_page import page

    PAGE.write_text(page(found, staleness(found)), encoding="utf-8")
    say(str(PAGE.relative_to(ROOT)))


def _run(guard: Guard, systems: Sequence[str], found: Kept) -> None:
    from sim.guards import fingerprint

    if not systems:
        return
    say(f"{guard.name}: {', '.join(systems)}")
    scenario = guard.scenario()
    rows = found.setdefault(guard.name, {})
    for system, one in guard.look(scenario, systems).items():
        rows[system] = {"fingerprint": fingerprint(scenario, system, guard.asked), "found": _plain(one)}
    DATA.write_text(json.dumps(found, indent=1, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")


def _plain(value: Any) -> Any:
    """Return data for JSON: numbers to six digits, None for what is none."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return float(f"{value:.6g}") if math.isfinite(value) else None
    return value


if __name__ == "__main__":
    main(*sys.argv[1:])
