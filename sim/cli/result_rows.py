"""What a comparison says to a reader, as rows of words and numbers: one column an arm. Laying them out: `result_table`.

Spill never stands without what its change was turned into, nor a figure of the books without what happened.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sim.cli.language import language, pick, say
from sim.cli.numbers import NOTHING, percent, rounded, signed, with_range
from sim.names import Forum, label

if TYPE_CHECKING:
    from sim.analysis import Comparison

Cell = Callable[[str], str]
"""What stands in the column of an arm."""

ENDS: Final = ("true_resolution", "accepted", "lumped", "suppressed", "active", "outside_open")
LEVELS: Final = ("right_level", "held_below_competence", "lifted_needlessly", "lifted_after_fair_try", "never_heard")
LEAST: Final = 0.1
"""Percent below which a share is only said to be small."""
SHARES: Final = ("resolve", "hide", "moved")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row: its label, how deep it stands under the one before (0 opens a block), a cell for each arm."""

    label: str
    depth: int
    cells: tuple[str, ...]


def result_rows(result: Comparison, arms: Iterable[str]) -> list[Row]:
    """Return the rows of a comparison for some of its arms."""
    wanted = tuple(arms)
    found: list[Row] = []

    def add(text: str, depth: int, cell: Cell | None = None) -> None:
        cells = tuple(cell(arm) for arm in wanted) if cell else ("",) * len(wanted)
        found.append(Row(label=text, depth=depth, cells=cells))

    _spill(result, add)
    _success(result, add)
    _shares(result, add, "result.ends", ENDS)
    _shares(result, add, "result.levels", LEVELS)
    _cost(result, add)
    _governance(result, add)
    return found


Add = Callable[..., None]


def _spill(result: Comparison, add: Add) -> None:
    spill = result["spill"]
    add(say("result.spill"), 0, lambda arm: _ranged(spill[arm]["headline"]))
    add(say("result.administrative"), 1, lambda arm: _ranged(spill[arm]["administrative"]))
    add(say("result.outside"), 1, lambda arm: _ranged(spill[arm]["outside"]))
    add(say("result.per_dispute"), 1, lambda arm: _ranged_percent(spill[arm]["per_dispute"]))
    add(say("result.attempts"), 1, lambda arm: _ranged(spill[arm]["attempts_above"]))
    if result["differences"]:
        add(say("result.change"), 1, lambda arm: _change(spill[arm].get("change", {}).get("headline")))
        for name in SHARES:
            add(say(f"result.{name}"), 2, lambda arm, name=name: _share(result, arm, name))
    add(say("result.judicial"), 0, lambda arm: _ranged(spill[arm]["judicial"]))
    if any(spill[arm]["incidents"]["mean"] for arm in spill):
        add(say("result.horizontal"), 0, lambda arm: _ranged(spill[arm]["horizontal"]))
        add(say("result.incidents"), 1, lambda arm: _ranged(spill[arm]["incidents"]))
        add(say("result.incidents_across"), 1, lambda arm: _ranged(spill[arm]["incidents_across"]))


def _share(result: Comparison, arm: str, name: str) -> str:
    if arm not in result["differences"]:
        return ""
    shares = result["spill"][arm]["shares"]
    return percent(shares[name]) if shares else say("result.not_told")


def _success(result: Comparison, add: Add) -> None:
    add(say("result.success"), 0)
    add(say("result.network"), 1, lambda arm: _pair(network(result, arm)))
    first = result["books"][result["arms"][0]["spec"]]
    for at, book in enumerate(first):
        add(line_name(result, book), 2, lambda arm, at=at: _pair(result["books"][arm][at]["success"]))


def network(result: Comparison, arm: str) -> dict[str, float | None]:
    """Return success of the mediation network (committees, offices) on the books and in the model, over its cases."""
    rows = [row for row in result["books"][arm] if row["forum"] in (Forum.COMMITTEE, Forum.OFFICE)]
    rows = [row for row in rows if row["accepted"] and row["success"]["true"] is not None]
    found: dict[str, float | None] = {}
    for half in ("reported", "true"):
        sizes = [row["accepted"] + (row.get("padded", 0) if half == "reported" else 0) for row in rows]
        whole = sum(sizes)
        parts = (row["success"][half] * size for row, size in zip(rows, sizes, strict=True))
        found[half] = sum(parts) / whole if whole else None
    return found


def line_name(result: Comparison, book: dict[str, Any]) -> str:
    """Name a kind of line: a petition office by its level, the others by themselves."""
    if book["forum"] == Forum.PETITION:
        return say("career.petition_office", level=result["levels_of_tree"][book["level"]][language()])
    return label(Forum(book["forum"]), language())


def _shares(result: Comparison, add: Add, title: str, names: tuple[str, ...]) -> None:
    """Shares of the disputes; of the first also its change, in percentage points."""
    from sim.analysis import indicator

    add(say(title), 0)
    for name in names:
        row = indicator(name)
        add(pick(row.zh, row.en), 1, lambda arm, name=name: _ranged_percent(result["levels"][arm][name]))
        if name == names[0] and result["differences"]:
            add(say("result.points"), 2, lambda arm, name=name: _points(result, arm, name))


def _points(result: Comparison, arm: str, name: str) -> str:
    return _change(result["differences"].get(arm, {}).get(name), 100.0)


def _cost(result: Comparison, add: Add) -> None:
    levels = result["levels"]
    add(say("result.cost"), 0)
    add(say("result.staff_days"), 1, lambda arm: _ranged(levels[arm]["staff_days_per_resolution"]))
    add(say("result.yuan"), 1, lambda arm: _ranged(levels[arm]["yuan_per_resolution"]))


def _governance(result: Comparison, add: Add) -> None:
    """Every component with its weight and direction, then the index, then how often an arm is first."""
    said = result["governance"]
    arms, first = said["arms"], said["ranking"]["first"]
    add(say("result.governance"), 0)
    for row in said["components"]:
        arrow, name = "↑" if row["better"] == "higher" else "↓", row["name"]
        write = _ranged_percent if row["unit"] == "share" else _ranged
        text = f"{pick(row['zh'], row['en'])} {arrow} ({percent(row['weight'])})"
        add(text, 1, lambda arm, name=name, write=write: write(arms[arm]["components"][name]["value"]))
    add(say("result.index"), 1, lambda arm: _ranged(arms[arm]["index"]) if arms[arm]["index"] else NOTHING)
    if result["differences"]:
        add(say("result.index_change"), 2, lambda arm: _change(arms[arm]["change"]))
    if first:
        add(say("result.first"), 1, lambda arm: percent(first[arm]) if arm in first else NOTHING)


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _ranged(one: dict[str, Any]) -> str:
    """Write mean and seed interval."""
    return with_range(*(rounded(_number(one[name])) for name in ("mean", "low", "high")))


def _ranged_percent(one: dict[str, Any]) -> str:
    """Write a share with its interval, in percent; one below a tenth of a percent has no digits worth reading."""
    mean, low, high = (100.0 * _number(one[name]) for name in ("mean", "low", "high"))
    if 0.0 < mean < LEAST:
        return f"<{LEAST}%"
    return with_range(NOTHING if math.isnan(mean) else f"{rounded(mean)}%", rounded(low), rounded(high))


def _change(one: dict[str, Any] | None, scale: float = 1.0) -> str:
    if one is None:
        return ""
    return with_range(*(signed(scale * _number(one[name])) for name in ("mean", "low", "high")))


def _pair(pair: dict[str, float | None]) -> str:
    return f"{percent(_number(pair['reported']))} | {percent(_number(pair['true']))}"
