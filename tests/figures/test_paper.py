"""The sheet: lines that fit, files that repeat and are whole, text that stays text, errors in one line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.errors import BadInput, OutputError
from sim.figures import paper as sheet
from sim.figures.paper import Paper, need_matplotlib, write_picture

PROSE = st.lists(
    st.sampled_from(["wall", "A", "neighbours", "纠纷", "水面之下，", "（化解）", "1,000", "。"]), min_size=1
)


@settings(max_examples=30)
@given(PROSE, st.floats(min_value=1.2, max_value=4.0))
def test_wrapped_lines_fit_and_lose_nothing(words: list[str], width: float) -> None:
    """A line that is too wide runs into the next panel; a lost sign changes a figure."""
    paper = Paper(6.0, "zh")
    text = " ".join(words)
    lines = paper.wrap(text, width)
    assert all(paper.measure(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_closing_mark() -> None:
    """Chinese typesetting: a comma or closing bracket stays with what it closes."""
    text = "水面之上，是账面办结的案件；水面之下，是其中其实没有了结的（回流、压着签字、搁置）。"
    paper = Paper(6.0, "zh")
    for tenths in range(6, 40):
        lines = paper.wrap(text, tenths / 10)
        assert not [line for line in lines if line[0] in "，。；：、）"]
        assert not [line for line in lines if line[-1] == "（"]


def test_even_lines_leave_no_word_alone() -> None:
    """A last line of one short word looks like a mistake, and costs a line of a narrow column."""
    paper = Paper(6.0, "en")
    text = "back; stopped on the way"
    width = paper.measure("back; stopped on the")
    assert paper.wrap(text, width)[-1] == "way"
    even = paper.wrap_evenly(text, width)
    assert len(even) == 2
    assert len(even[-1]) > 5


def test_text_of_an_svg_stays_text() -> None:
    """A browser draws it in its own fonts, a reader can search and copy it, and a screen reader can say it."""
    paper = Paper(3.0, "zh")
    paper.write(0.2, -0.5, "账面 98% | 实质 41%", clear=True)
    svg = paper.render("svg", "水面").decode()
    assert "账面 98% | 实质 41%</text>" in svg
    assert "<title>水面</title>" in svg
    assert "PingFang SC" in svg


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """Committed pictures must not change where nothing changed."""

    def drawn(kind: sheet.Format) -> bytes:
        paper = Paper(3.0, "en")
        paper.box(0.2, -0.8, 1.0, 0.5, fill="#112233", hatch="//", edge="#000000")
        paper.write(0.2, -0.5, "text")
        return paper.render(kind, "title")

    assert drawn("svg") == drawn("svg")
    assert drawn("png") == drawn("png")


def test_a_picture_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Half a PNG beside good results makes the results look broken."""
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="must be writable") as told:
        write_picture(tmp_path / "taken" / "a.png", b"x")
    assert "\n" not in str(told.value)
    assert write_picture(tmp_path / "new" / "a.png", b"x").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.png"]


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who installed the plain package gets one line that says what to install, and no traceback."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(BadInput, match=r"fengqiao\[figures\]") as told:
        need_matplotlib()
    assert "\n" not in str(told.value)
    assert told.value.exit_code == 2


def test_figures_are_light_and_leave_pyplot_alone() -> None:
    """`--help` must stay quick, and a notebook's own pyplot must not find another backend or other defaults."""
    code = (
        "import sys, sim.figures, sim.figures.waterline_drawing, sim.figures.spill_drawing, sim.figures.flow_drawing\n"
        "assert 'matplotlib' not in sys.modules\n"
        "import matplotlib\n"
        "def known(): return {k: matplotlib.rcParams[k] for k in matplotlib.rcParams if k != 'backend'}\n"
        "before = known()  # asking for the backend would choose one\n"
        "from sim.figures.paper import Paper\n"
        "paper = Paper(2.0, 'en'); paper.write(0.1, -0.5, 'x')\n"
        "paper.render('svg', 't'); paper.render('png', 't')\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert known() == before\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
