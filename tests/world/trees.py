"""Random small trees as a user might write them: any number of levels, missing tiers, virtual units, one village."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from sim.scenario import Scenario, load_scenario

LEVELS = ("village", "town", "county", "city", "province")


@dataclass(frozen=True, kw_only=True)
class DrawnTree:
    """One row per place, root first: `parent` is a row, `stated` says whether the table tells `residents`."""

    n_levels: int
    rank: tuple[int, ...]
    parent: tuple[int, ...]
    urban_class: tuple[int, ...]
    virtual: tuple[bool, ...]
    residents: tuple[int, ...]
    stated: tuple[bool, ...]

    def code(self, row: int) -> str:
        """Return a code that says nothing about the tree, so that no order can come from it."""
        return f"P{(row * 7 + 3) % 100:02d}"

    def table(self) -> str:
        """Return the place table as CSV."""
        lines = ["code,name,level,parent,population,urban_rural,subtype"]
        for row, rank in enumerate(self.rank):
            parent = self.code(self.parent[row]) if row else ""
            population = str(self.residents[row]) if self.stated[row] else ""
            subtype = "virtual" if self.virtual[row] else ""
            urban = self.urban_class[row] or ""
            lines.append(f"{self.code(row)},地{row},{LEVELS[rank]},{parent},{population},{urban},{subtype}")
        return "\n".join(lines) + "\n"


@st.composite
def drawn_trees(draw: st.DrawFn) -> DrawnTree:
    """Return a tree of at most a dozen places whose figures agree, at least one of them peopled."""
    n_levels = draw(st.integers(2, 5))
    rank, parent = [n_levels - 1], [-1]
    for row in range(1, draw(st.integers(2, 12))):
        parent.append(draw(st.sampled_from([above for above in range(row) if rank[above] > 0])))
        rank.append(draw(st.integers(0, rank[parent[row]] - 1)))
    n = len(rank)
    units = [row for row in range(n) if row not in parent]
    virtual = [row in units and draw(st.integers(0, 5)) == 0 for row in range(n)]
    if all(virtual[unit] for unit in units):
        virtual[units[0]] = False
    residents = [0] * n
    for unit in units:
        if not virtual[unit]:
            residents[unit] = draw(st.one_of(st.integers(1, 8), st.integers(1, 700)))
    for row in range(n - 1, 0, -1):
        residents[parent[row]] += residents[row]
    stated = [residents[row] > 0 and (row == 0 or draw(st.booleans())) for row in range(n)]
    classes = draw(st.lists(st.sampled_from([0, 111, 112, 121, 122, 123, 210, 220]), min_size=n, max_size=n))
    return DrawnTree(
        n_levels=n_levels, rank=tuple(rank), parent=tuple(parent), urban_class=tuple(classes), virtual=tuple(virtual),
        residents=tuple(residents), stated=tuple(stated),
    )  # fmt: skip


def scenario_of(tree: DrawnTree, *settings: str) -> Scenario:
    """Load a tree through the same door as a user's file."""
    return scenario_from(tree.table(), tree.code(0), LEVELS[: tree.n_levels], *settings)


def scenario_from(table: str, root: str, levels: tuple[str, ...], *settings: str, extra: str = "") -> Scenario:
    """Write table and scenario to a folder that is gone afterwards, and load them."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "places.csv").write_text(table, encoding="utf-8")
        text = (
            'extends = "base"\ntitle = { zh = "测", en = "t" }\nplaces = "places.csv"\n'
            f'root = "{root}"\nlevels = {list(levels)}\n{extra}'
        )
        path = Path(folder) / "drawn.toml"
        path.write_text(text, encoding="utf-8")
        return load_scenario(path, settings)
