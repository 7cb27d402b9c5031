"""The type table, a row a type: what `scenarios/base.toml` says of each, who the respondent is, which departments."""

from __future__ import annotations

from docs.tables.markdown import markdown, plain
from docs.tables.parameters import SCENARIO
from sim.names import FAMILY_OF_TYPE, Department, DisputeType, Opponent, label
from sim.scenario import load_scenario


def table() -> str:
    """Return share, stake, hostility, contagion, exclusive remedy and deciding level of each type."""
    scenario = load_scenario(SCENARIO)
    lines = []
    for kind, incidence in zip(DisputeType, scenario.type_incidence, strict=True):
        row = scenario.types[kind]
        decided = " / ".join(plain(x) for x in (row.power.town, row.power.county, row.power.city))
        name = f"{label(kind)} · {label(kind, 'zh')}"
        numbers = (row.stake_shift, row.hostility, row.spread, row.exclusive)
        family = label(FAMILY_OF_TYPE[kind])
        lines.append([name, family, f"{incidence:.2f}", *(plain(x) for x in numbers), decided])
    head = ["type", "dispute family", "voiced a year per 1,000 adults", "stake shift (log)", "hostility", "contagion"]
    return markdown([*head, "only a court", "decided by town / county / city"], lines)


def opponents() -> str:
    """Return the shares of the ten kinds of respondent by type, in per cent."""
    scenario = load_scenario(SCENARIO)
    lines = []
    for kind in DisputeType:
        shares = scenario.types[kind].opponents.shares()
        lines.append([label(kind), *(f"{100 * share:.3g}" if share else "" for share in shares)])
    return markdown(["type", *(label(kind) for kind in Opponent)], lines)


def departments() -> str:
    """Return the chances of none to four departments by type in per cent, and the order in which they matter."""
    scenario = load_scenario(SCENARIO)
    lines = []
    for kind in DisputeType:
        row = scenario.types[kind].departments
        order = ", ".join(label(Department[name.upper()]) for name in row.order)
        lines.append([label(kind), *(f"{100 * chance:.3g}" if chance else "" for chance in row.chances()), order])
    return markdown(["type", "none", "one", "two", "three", "four", "in this order"], lines)
