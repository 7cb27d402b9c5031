"""A comparison as tables for spreadsheets: one row a figure and arm, both languages, no figure of the books alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sim.names import Forum, label
from sim.studies.standing import UNCALIBRATED

if TYPE_CHECKING:
    from sim.analysis import Comparison

Row = tuple[object, ...]

_STATUS = " ".join(UNCALIBRATED)
_ENDS = ("mean", "low", "high")


def tables(result: Comparison) -> dict[str, str]:
    """Return name and CSV text of each table; the last column of each says that the model is not calibrated."""
    made = {
        "indicators": _indicators,
        "identity": _identity,
        "books": _books,
        "targets": _targets,
        "groups": _groups,
        "governance": _governance,
        "daily": _daily,
    }
    return {name: _csv(rows(result)) for name, rows in made.items()}


def _csv(rows: Iterator[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for at, row in enumerate(rows):
        cells = ["" if cell is None else f"{cell:.6g}" if isinstance(cell, float) else cell for cell in row]
        writer.writerow([*cells, _STATUS if at else "status"])
    return text.getvalue()


def _indicators(result: Comparison) -> Iterator[Row]:
    from sim.analysis import INDICATORS

    change = [f"change_{end}" for end in _ENDS]
    books = [f"on_the_books_{end}" for end in _ENDS]
    shares = ("resolve_share", "hide_share", "moved_share")
    yield ("indicator", "zh", "en", "unit", "arm", "standing", "seeds", *_ENDS, *change, *books, *shares)
    for row in INDICATORS:
        for arm in result["arms"]:
            spec = arm["spec"]
            level, moved = result["levels"][spec][row.name], result["differences"].get(spec, {}).get(row.name, {})
            paired = row.kind == "paired"
            own, reported = (level["true"], level["reported"]) if paired else (level, {})
            gap = moved.get("true", {}) if paired else moved
            turned = (result["identity"][spec].get("shares") or {}) if row.kind == "spill" else {}
            yield (
                row.name, row.zh, row.en, row.unit, spec, arm["standing"], own["n"],
                *(own.get(end) for end in _ENDS), *(gap.get(end) for end in _ENDS),
                *(reported.get(end) for end in _ENDS), *(turned.get(name) for name in ("resolve", "hide", "moved")),
            )  # fmt: skip


def _identity(result: Comparison) -> Iterator[Row]:
    from sim.analysis import CELL_WORDS, CELLS

    yield ("arm", "standing", "cell", "zh", "en", "root_families", *(f"change_{end}" for end in _ENDS))
    for arm in result["arms"]:
        found = result["identity"][arm["spec"]]
        for cell in CELLS:
            gap: dict[str, Any] = found.get("delta", {}).get(cell, {})
            numbers = (gap.get(end) for end in _ENDS)
            yield (arm["spec"], arm["standing"], cell, *CELL_WORDS[cell], found["cells"][cell], *numbers)


def _books(result: Comparison) -> Iterator[Row]:
    yield (
        "arm", "standing", "forum_zh", "forum_en", "level_zh", "level_en", "cases", "paper_agreement", "on_the_books",
        "in_the_model",
    )  # fmt: skip
    for arm in result["arms"]:
        for book in result["books"][arm["spec"]]:
            level = result["levels_of_tree"][book["level"]]
            names = (label(Forum(book["forum"]), "zh"), label(Forum(book["forum"])), level["zh"], level["en"])
            success = book["success"]
            numbers = (book["accepted"], book["paper"], success["reported"], success["true"])
            yield (arm["spec"], arm["standing"], *names, *numbers)


def _targets(result: Comparison) -> Iterator[Row]:
    """Official figures beside the run's: a reported one stands in the row of what happened, or there is no number."""
    reported = [f"on_the_books_{end}" for end in _ENDS]
    yield (
        "number", "part", "zh", "en", "unit", "kind", "observed", "low_end", "high_end", "year", "issuer", "grade",
        "arm", "standing", "verdict", "check", *_ENDS, *reported, "waits_zh", "waits_en",
    )  # fmt: skip
    for row in result["targets"]["rows"]:
        said = (row[name] for name in ("number", "part", "zh", "en", "unit", "kind", "value", "low", "high"))
        about = (*said, row["year"], row["issuer"], row["grade"])
        for arm in result["arms"]:
            found = result["targets"]["arms"][arm["spec"]][row["key"]]
            pair, waits = found["pair"] or {}, found["waits"] or {}
            own, books = pair.get("true") or found["figure"] or {}, pair.get("reported") or {}
            yield (
                *about, arm["spec"], arm["standing"], found["verdict"], int(found["check"]),
                *(own.get(end) for end in _ENDS), *(books.get(end) for end in _ENDS), waits.get("zh"), waits.get("en"),
            )  # fmt: skip


def _groups(result: Comparison) -> Iterator[Row]:
    from sim.analysis.fairness import GROUPS, MEASURES, NAMES

    yield (
        "arm", "standing", "by", "by_zh", "by_en", "group", "group_zh", "group_en", "grievances", "disputes",
        *(f"{measure}_{end}" for measure in MEASURES for end in _ENDS),
    )  # fmt: skip
    for arm in result["arms"]:
        found = result["fairness"][arm["spec"]]["groups"]
        for name, members in GROUPS.items():
            for group, zh, en in members:
                one = found[name][group]
                numbers = (one[measure][end] for measure in MEASURES for end in _ENDS)
                about = (arm["spec"], arm["standing"], name, *NAMES[name], group, zh, en)
                yield (*about, one["grievances"], one["disputes"], *numbers)


def _governance(result: Comparison) -> Iterator[Row]:
    """Every component, then, where an arm may be ranked, the index: an arm's last row, and never its only one."""
    yield (
        "arm", "standing", "component", "zh", "en", "unit", "better", "weight", *_ENDS,
        *(f"score_{end}" for end in _ENDS), "first_under_random_weights",
    )  # fmt: skip
    said = result["governance"]
    for arm in result["arms"]:
        found = said["arms"][arm["spec"]]
        for row in said["components"]:
            one = found["components"][row["name"]]
            about = (row["name"], row["zh"], row["en"], row["unit"], row["better"], row["weight"])
            numbers = (*(one["value"][end] for end in _ENDS), *(one["score"][end] for end in _ENDS))
            yield (arm["spec"], arm["standing"], *about, *numbers, None)
        if found["index"] is None:  # diagnostic
            continue
        index = (found["index"][end] for end in _ENDS)
        about = ("index", "治理指数", "governance index", "score", "higher", 1.0)
        first = said["ranking"]["first"].get(arm["spec"])
        yield (arm["spec"], arm["standing"], *about, None, None, None, *index, first)


def _daily(result: Comparison) -> Iterator[Row]:
    arms = [arm["spec"] for arm in result["arms"]]
    first = result["daily"][arms[0]]
    names = list(first["mean"])
    yield ("arm", "day", *names)
    for arm in arms:
        means = result["daily"][arm]["mean"]
        for at in range(len(means[names[0]])):
            yield (arm, first["first_day"] + at, *(means[name][at] for name in names))
