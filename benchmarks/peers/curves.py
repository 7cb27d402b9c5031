"""`python -m benchmarks.peers.curves [residents|disputes|levels|arms …]`: what cost grows with, on log-log axes.

Residents from a thousand to five million, disputes by raising incidence, levels of the tree at the same residents, and
arms of one comparison. Writes docs/evidence/cost.svg and prints the table; what was measured last is kept in
docs/evidence/cost.json, so that one axis can be measured again alone. Seconds are of processor, without compiling.
"""

from __future__ import annotations

import io
import json
import math
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.fresh import ROOT, Bench, progress
from benchmarks.machine import machine, state
from benchmarks.table import print_table, seconds, whole

JOBS: Final = "benchmarks.peers.jobs"
DATA: Final = ROOT / "docs" / "evidence" / "cost.json"
PICTURE: Final = DATA.with_suffix(".svg")
DAYS: Final = 365
LIBRARY: Final = ("classroom", "fengqiao_town", "pukou", "zhuji", "shaoxing")
INVENTED: Final = (1_000, 10_000)
"""Residents of trees made for this, where the library has none."""
FACTORS: Final = (0.3, 1.0, 3.0, 10.0, 30.0)
ARMS: Final = (1, 2, 4, 8, 16)
TREES: Final = (
    ("village", "town"),
    ("village", "town", "city"),
    ("village", "town", "county", "city"),
    ("grid", "village", "town", "county", "city"),
)
AXES: Final = ("residents", "disputes", "levels", "arms")


def main(asked: list[str]) -> None:
    """Measure the axes that are asked for, all by default; print all that is known, and draw it."""
    from sim.jit import kernel_cache_dir

    bench = Bench(cache=kernel_cache_dir().parents[1])
    kept: dict[str, Any] = json.loads(DATA.read_text("utf-8")) if DATA.is_file() else {}
    bench.job("compile_everything")
    with tempfile.TemporaryDirectory(prefix="fengqiao-curves-") as folder:
        for axis in asked or AXES:
            about = {"machine": machine(), "state": state(), "day": f"{datetime.now(UTC):%Y-%m-%d}"}
            kept[axis] = {"about": about, "points": _MEASURES[axis](bench, Path(folder))}
            DATA.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    for axis in (axis for axis in AXES if axis in kept):
        _print(axis, kept[axis])
    _draw(kept)


# -------------------------------------------------------------------------------------------------------- measurements
def _residents(bench: Bench, folder: Path) -> list[dict[str, Any]]:
    names = [_tree(folder, TREES[1], people) for people in INVENTED] + list(LIBRARY)
    return sorted((_year(bench, name) for name in names), key=lambda one: one["residents"])


def _disputes(bench: Bench, folder: Path) -> list[dict[str, Any]]:  # noqa: ARG001 - every measure is given a folder
    return [_year(bench, "fengqiao_town", factor) for factor in FACTORS]


def _levels(bench: Bench, folder: Path) -> list[dict[str, Any]]:
    return [_year(bench, _tree(folder, levels, 20_000)) for levels in TREES]


def _arms(bench: Bench, folder: Path) -> list[dict[str, Any]]:  # noqa: ARG001 - every measure is given a folder
    progress("arms")
    told = bench.job("arms_of", module=JOBS, scenario="fengqiao_town", numbers=list(ARMS), days=2 * DAYS)
    return list(told["found"])


def _year(bench: Bench, scenario: str, factor: float = 1.0) -> dict[str, Any]:
    name = Path(scenario).stem
    progress(f"{name}, incidence {factor:g}")
    found = bench.job("a_year", module=JOBS, scenario=scenario, factor=factor, days=DAYS)
    return {"scenario": name, "factor": factor, **found}


_MEASURES: Final = {"residents": _residents, "disputes": _disputes, "levels": _levels, "arms": _arms}


def _tree(folder: Path, levels: tuple[str, ...], people: int) -> str:
    """A scenario of so many people in units of about 500, with one place at each higher level but the town's."""
    units = max(2, people // 500)
    towns = max(1, units // 20)
    rows, above = ["code,name,level,parent,population,urban_rural"], ""
    for level in reversed(levels[levels.index("town") + 1 :]):
        code = f"H{level}"
        rows.append(f"{code},{code},{level},{above},,")
        above = code
    villages = len(levels) - len(levels[levels.index("village") :])  # 1 where there are grids below
    rows += [f"T{town},T{town},town,{above},," for town in range(towns if above else 1)]
    for unit in range(units):
        mother = f"T{unit % (towns if above else 1)}"
        size = people // units
        if villages:
            rows.append(f"V{unit},V{unit},village,{mother},,")
            rows.append(f"G{unit},G{unit},grid,V{unit},{size},121")
        else:
            rows.append(f"V{unit},V{unit},village,{mother},{size},121")
    root = rows[1].partition(",")[0]
    stem = f"invented_{people}_{len(levels)}"
    (folder / f"{stem}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    named = ", ".join(f'"{level}"' for level in levels)
    (folder / f"{stem}.toml").write_text(
        f'extends = "base"\ntitle = {{ zh = "虚构", en = "Invented" }}\nplaces = "{stem}.csv"\nroot = "{root}"\n'
        f"levels = [{named}]\n",
        encoding="utf-8",
    )
    return str(folder / f"{stem}.toml")


# ------------------------------------------------------------------------------------------------------------- telling
def _points(axis: str, kept: dict[str, Any]) -> list[tuple[float, float]]:
    x = {"residents": "residents", "disputes": "voiced", "levels": "levels", "arms": "arms"}[axis]
    return [(float(one[x]), float(one["running"])) for one in kept["points"]]


def slope(points: list[tuple[float, float]]) -> float:
    """Exponent of cost: the least-squares slope on log-log axes."""
    xs, ys = ([math.log(value) for value in column] for column in zip(*points, strict=True))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def _print(axis: str, kept: dict[str, Any]) -> None:
    print(f"\n{kept['about']['machine']}\n{kept['about']['state']}")
    if axis == "arms":
        rows = [[whole(one["arms"]), seconds(one["running"])] for one in kept["points"]]
        head = ["arms of two years after one burn-in", "CPU"]
    else:
        head = ["society", "residents", "levels", "voiced", "a year", "start", "a voiced dispute", "peak"]
        rows = [
            [
                f"{one['scenario']}, incidence × {one['factor']:g}", whole(one["residents"]), whole(one["levels"]),
                whole(one["voiced"]), seconds(one["running"]), seconds(one["starting"]),
                seconds(one["running"] / max(one["voiced"], 1)), f"{one['mb']:,.0f} MB",
            ]
            for one in kept["points"]
        ]  # fmt: skip
    print_table(f"Cost over {axis}: exponent {slope(_points(axis, kept)):.2f}", head, rows)


def _draw(kept: dict[str, Any]) -> None:
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    from sim.figures.files import write_picture

    labels = {"residents": "residents", "disputes": "voiced disputes a year", "levels": "levels", "arms": "arms"}
    known = [axis for axis in AXES if axis in kept]
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "fengqiao", "font.size": 9}):
        figure = Figure(figsize=(3.4 * len(known), 3.4), layout="constrained")
        for panel, axis in zip(figure.subplots(1, len(known), squeeze=False)[0], known, strict=True):
            points = _points(axis, kept[axis])
            panel.loglog([x for x, _ in points], [y for _, y in points], "o-", ms=4, color="#1f77b4")
            (x0, y0), last = points[0], points[-1][0]
            panel.loglog([x0, last], [y0, y0 * last / x0], ":", color="#888888", label="in proportion")
            panel.set_title(f"{labels[axis]}: exponent {slope(points):.2f}", fontsize=9)
            panel.set_xlabel(labels[axis])
            panel.set_ylabel("seconds of processor")
            panel.grid(which="both", color="#e0e0e0", lw=0.5)
            panel.legend(frameon=False, fontsize=8)
        figure.suptitle("What a run costs, and what cost grows with (log-log)", fontsize=10)
        held = io.BytesIO()
        figure.savefig(held, format="svg", metadata={"Title": "Cost curves", "Date": None, "Creator": None})
    write_picture(PICTURE, held.getvalue())


if __name__ == "__main__":
    main(sys.argv[1:])
