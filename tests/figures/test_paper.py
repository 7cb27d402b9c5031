"""The sheet: lines that fit, a library that is asked for in one line, and no trace left in pyplot."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.errors import BadInput
from sim.figures.paper import Paper, need_matplotlib

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
        "from sim.figures.files import render\nfrom sim.figures.paper import Paper\n"
        "paper = Paper(2.0, 'en'); paper.write(0.1, -0.5, 'x')\n"
        "render(paper, 'svg', 't'); render(paper, 'png', 't')\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert known() == before\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
