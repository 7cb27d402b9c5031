"""A user's own tree, in any honest shape and encoding, becomes the same columns; what is unsound never does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import PlacesError
from sim.scenario.places import PlaceTable, read_place_table
from sim.scenario.tables import read_rows

LEVELS = ("village", "town", "county")
TREE = """code,name,level,parent,population,subtype,urban_rural,urban_rural_est
X,省,province,,,,,
C,县,county,X,,,,
T1,甲镇,town,C,,,,
T2,开发区,town,C,0,,,
V1,一村,village,T1,500,village,220,121
V2,二村,village,C,,village,,220
V3,虚拟社区,village,T2,,virtual,,
"""


def read(tmp_path: Path, content: str | bytes, root: str = "C", levels: tuple[str, ...] = LEVELS) -> PlaceTable:
    """Read a table given as text (written in UTF-8) or bytes."""
    path = tmp_path / "places.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_place_table(path, "places.csv", root, levels)


def test_a_tree_is_the_rows_from_the_root_down(tmp_path: Path) -> None:
    """Rows above the root give names only, and need no declared level."""
    table = read(tmp_path, TREE)
    assert table.code == ("C", "T1", "T2", "V1", "V2", "V3")
    assert table.above == (("X", "省", ""),)
    assert table.name_zh[0] == "县"
    assert table.lines == (3, 4, 5, 6, 7, 8)


def test_a_narrower_root_leaves_the_rest_of_the_table_out(tmp_path: Path) -> None:
    """One table serves many scenarios."""
    table = read(tmp_path, TREE, root="T1", levels=("village", "town"))
    assert table.code == ("T1", "V1")
    assert [code for code, _, _ in table.above] == ["C", "X"]


def test_a_tier_may_be_missing(tmp_path: Path) -> None:
    """A village right below the county is common in small counties; its forums are run by the county."""
    table = read(tmp_path, TREE)
    assert table.parent[table.code.index("V2")] == "C"


def test_a_class_read_at_a_source_wins_over_an_estimate(tmp_path: Path) -> None:
    """Definitions 1; 0 stands for unknown."""
    assert read(tmp_path, TREE).urban_class == (0, 0, 0, 220, 220, 0)


def test_a_virtual_unit_and_the_town_above_it_may_hold_nobody(tmp_path: Path) -> None:
    """Development zones are listed with units in which nobody is registered."""
    table = read(tmp_path, TREE)
    assert table.virtual == (False, False, False, False, False, True)
    assert table.population == (None, None, 0, 500, None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_do_not_matter(tmp_path: Path, encoding: str, ends: str) -> None:
    """Excel in Chinese saves GB18030, elsewhere UTF-8 with a mark; the tree is the same and so is its digest."""
    table = read(tmp_path, TREE.replace("\n", ends).encode(encoding))
    plain = read(tmp_path, TREE)
    assert table == plain
    assert table.digest == plain.digest


def test_blanks_around_cells_and_blank_lines_do_not_matter(tmp_path: Path) -> None:
    """They are invisible in a spreadsheet."""
    table = read(tmp_path, TREE.replace(",", " , ") + "\n\n,,,,,,,\n")
    assert table.digest == read(tmp_path, TREE).digest


def test_the_digest_is_of_what_the_tree_says(tmp_path: Path) -> None:
    """Names above the root and columns that are not read change nothing; a population does."""
    plain = read(tmp_path, TREE).digest
    assert read(tmp_path, TREE.replace("X,省", "X,别省")).digest == plain
    assert read(tmp_path, TREE.replace(",500,", ",501,")).digest != plain
    assert read(tmp_path, TREE.replace("V1,一村", "V1,壹村")).digest != plain


def test_a_tree_is_written_and_read_back(tmp_path: Path) -> None:
    """Run folders keep the tree in this form."""
    table = read(tmp_path, TREE)
    again = read(tmp_path, table.to_csv())
    assert again.digest == table.digest
    assert again.above == table.above


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[tuple[str, str, str, str]], tuple[str, ...]]:
    """Draw a sound tree of 2 to 6 levels, tiers missing here and there, as rows in any order."""
    levels = tuple(f"l{rank}" for rank in range(draw(st.integers(2, 6))))
    ranks, parents = [len(levels) - 1], [-1]
    for _ in range(draw(st.integers(1, 12))):
        parent = draw(st.sampled_from([row for row, rank in enumerate(ranks) if rank > 0]))
        ranks.append(draw(st.integers(0, ranks[parent] - 1)))
        parents.append(parent)
    below = set(parents)
    rows = [
        (f"p{row}", levels[rank], f"p{parents[row]}" if row else "beyond", "" if row in below else str(row * 10))
        for row, rank in enumerate(ranks)
    ]
    return draw(st.permutations(rows)), levels


def as_csv(rows: list[tuple[str, str, str, str]]) -> str:
    """Write rows of (code, level, parent, population) as a table."""
    return "".join(["code,name,level,parent,population\n", *(f"{c},名{c},{v},{p},{n}\n" for c, v, p, n in rows)])


@given(trees())
def test_any_sound_tree_is_read_whatever_the_order_of_its_rows(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[list[tuple[str, str, str, str]], tuple[str, ...]]
) -> None:
    """A user's own tree works without code: any number of levels, missing tiers, any order."""
    rows, levels = drawn
    table = read(tmp_path_factory.getbasetemp(), as_csv(rows), root="p0", levels=levels)
    assert list(zip(table.code, table.level, table.parent, strict=True)) == [row[:3] for row in rows]


@given(drawn=trees(), data=st.data())
def test_a_tree_with_one_row_gone_astray_is_refused(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: tuple[list[tuple[str, str, str, str]], tuple[str, ...]],
    data: st.DataObject,
) -> None:
    """An orphan, a doubled row or a circle must never end up as places that nobody governs."""
    rows, levels = drawn
    at = data.draw(st.sampled_from([row for row, cells in enumerate(rows) if cells[0] != "p0"]))
    code, level, _, people = rows[at]
    parent = data.draw(st.sampled_from(["nowhere", code, "double"]))
    broken = [*rows, rows[at]] if parent == "double" else [*rows[:at], (code, level, parent, people), *rows[at + 1 :]]
    with pytest.raises(PlacesError):
        read(tmp_path_factory.getbasetemp(), as_csv(broken), root="p0", levels=levels)


def test_rows_know_their_lines(tmp_path: Path) -> None:
    """A line number that is one off sends people to a sound row."""
    path = tmp_path / "t.csv"
    path.write_text('a,b\n1,"x\ny"\n\n2,z\n', encoding="utf-8")
    assert [(row.line, row.cells["a"]) for row in read_rows(path, "t.csv", ("a",))] == [(3, "1"), (5, "2")]
