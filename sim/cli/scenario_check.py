"""`fengqiao scenario check`: whether a scenario is sound: files, populations, ties, load, the principals' answer."""

from __future__ import annotations

from dataclasses import asdict
from math import isnan
from typing import TYPE_CHECKING, Annotated, Any

from sim.cli.campaigns import show_campaigns, told_campaigns
from sim.cli.console import out, print_json
from sim.cli.language import language, pick, say
from sim.cli.numbers import NOTHING, rounded
from sim.cli.options import json_option, option, scenario_argument, set_option
from sim.cli.progress import Meter, watch
from sim.cli.shocks import show_shocks, told_shocks

if TYPE_CHECKING:
    from rich.table import Table

    from sim.analysis import LineLoad
    from sim.scenario import Scenario
    from sim.verification.answering import Rest
    from sim.world import CheckRow, KindOfPlace, World


def check(
    scenario: Annotated[str, scenario_argument()],
    set_: Annotated[list[str] | None, set_option()] = None,
    no_load: Annotated[bool, option("--no-load", key="help.no_load")] = False,
    json: Annotated[bool, json_option()] = False,
) -> None:
    """Check it; a scenario that breaks a rule ends with exit code 2."""
    from sim.scenario import load_scenario
    from sim.world import build_world, check_world, unit_summary

    loaded = load_scenario(scenario, set_ or ())
    with Meter() as meter:
        watched = watch(meter)
        watched.building()
        world = build_world(loaded)
        kinds, checks = unit_summary(world), check_world(world, loaded)
        loads = () if no_load else _loads(loaded, world, meter)
    rests = _rests(loaded)
    if json:
        print_json({**_document(loaded, world, kinds, checks, loads), "answers": [asdict(rest) for rest in rests]})
    else:
        _show(loaded, world, kinds, checks, loads)
        _show_rests(rests)
    if loads:
        from sim.analysis import check_load

        check_load(loads, loaded.overloaded, loaded.id)


def _loads(scenario: Scenario, world: World, meter: Meter) -> tuple[LineLoad, ...]:
    """Measure the load in a short run under the baseline."""
    from sim.analysis import expected_load
    from sim.records import pilot_records
    from sim.studies.warm import warm

    warm(watch(meter).compiling)
    what = say("progress.pilot")
    return expected_load(pilot_records(scenario, world, progress=lambda done, days: meter.show(what, done, days)))


def _rests(scenario: Scenario) -> tuple[Rest, ...]:
    """Where a principal's answer to the appraisal comes to rest, by the numbers that the scenario states."""
    from sim.rules.parameters import parameter_values
    from sim.verification.answering import resting_points

    return resting_points(parameter_values(scenario))


def _show_rests(rests: tuple[Rest, ...]) -> None:
    """One line for each, and a warning where there are several."""
    console = out()
    console.print()
    for rest in rests:
        key = "check.rest" if rest.stable else "check.rest_unstable"
        numbers = {"u": rest.unsettled, "m": rest.misreporting, "s": rest.suppression, "e": rest.effort}
        console.print(say(key, **{name: f"{value:.2f}" for name, value in numbers.items()}))
    if len(rests) > 1:
        console.print(say("check.rests", count=str(len(rests))), style="bold red")


def _document(
    scenario: Scenario,
    world: World,
    kinds: tuple[KindOfPlace, ...],
    checks: tuple[CheckRow, ...],
    loads: tuple[LineLoad, ...],
) -> dict[str, Any]:
    return {
        "scenario": scenario.id,
        "fingerprint": scenario.fingerprint,
        "world_digest": world.digest,
        "overloaded": scenario.overloaded,
        "places": [asdict(one) for one in kinds],
        "shocks": told_shocks(scenario),
        "campaigns": told_campaigns(scenario),
        "checks": [
            {
                "key": one.key,
                "value": one.value,
                "low": one.low,
                "high": one.high,
                "passes": one.passes,
                "unit": one.unit,
            }
            for one in checks
        ],
        "loads": [asdict(one) for one in loads],
    }


def _show(
    scenario: Scenario,
    world: World,
    kinds: tuple[KindOfPlace, ...],
    checks: tuple[CheckRow, ...],
    loads: tuple[LineLoad, ...],
) -> None:
    console = out()
    console.print(pick(scenario.title.zh, scenario.title.en), style="bold")
    sizes = {"places": world.n_places, "households": world.n_households, "residents": world.n_residents}
    console.print(say("check.sizes", **{name: f"{size:,}" for name, size in sizes.items()}))
    console.print(say("show.fingerprint", fingerprint=scenario.fingerprint[:16], version=scenario.schema_version))
    console.print()
    console.print(_places(kinds, scenario))
    console.print()
    show_shocks(console, scenario)
    show_campaigns(console, scenario)
    console.print(_measures(checks))
    if loads:
        console.print()
        console.print(say("check.load"), style="bold")
        console.print(_load_table(loads, scenario))
        console.print(say("check.load_note"))


def _grid(*titles: tuple[str, bool]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for key, number in titles:
        table.add_column(say(key), justify="right" if number else "left")
    return table


def _places(kinds: tuple[KindOfPlace, ...], scenario: Scenario) -> Table:
    names = {level.id: pick(level.zh, level.en) for level in scenario.levels}
    table = _grid(
        ("check.level", False), ("check.kind", False), ("check.places", True), ("check.residents", True),
        ("check.smallest", True), ("check.median", True), ("check.largest", True),
    )  # fmt: skip
    for one in kinds:
        numbers = (one.places, one.residents, one.smallest, one.median, one.largest)
        table.add_row(names[one.level], say(f"kind.{one.kind}"), *(f"{number:,.0f}" for number in numbers))
    return table


def _measures(checks: tuple[CheckRow, ...]) -> Table:
    table = _grid(
        ("check.measure", False),
        ("check.value", True),
        ("check.range", True),
        ("check.verdict", False),
        ("check.why", False),
    )
    for one in checks:
        limits = NOTHING if one.low is None or one.high is None else f"{_measure(one.low)}–{_measure(one.high)}"
        verdict = {True: say("check.good"), False: say("check.bad"), None: ""}[one.passes]
        table.add_row(pick(one.zh, one.en), _measure(one.value), limits, verdict, one.reason)
    return table


def _measure(value: float) -> str:
    """A number as a table shows it; nan (a measure of a kind of place that is not there) as nothing."""
    if isnan(value):
        return NOTHING
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else rounded(value, 3)


def _load_table(loads: tuple[LineLoad, ...], scenario: Scenario) -> Table:
    from sim.names import Forum, label

    table = _grid(
        ("check.forum", False), ("check.level", False), ("check.accepted", True), ("check.used", True),
        ("check.rho", True), ("check.verdict", False),
    )  # fmt: skip
    for one in loads:
        level = scenario.levels[one.level]
        verdict = say("check.good") if one.offered < 1.0 else say("check.overloaded")
        table.add_row(
            label(Forum(one.forum), language()),
            pick(level.zh, level.en),
            f"{one.accepted:,}",
            f"{100 * one.utilisation:.0f} %",
            f"{one.offered:.2f}",
            verdict,
        )
    return table
