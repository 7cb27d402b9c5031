"""Files of pictures: text that stays text, bytes that repeat, whole or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.errors import OutputError
from sim.figures.files import Format, render, write_picture
from sim.figures.paper import Paper


def test_text_of_an_svg_stays_text() -> None:
    """A browser draws it in its own fonts, a reader can search and copy it, and a screen reader can say it."""
    paper = Paper(3.0, "zh")
    paper.write(0.2, -0.5, "账面 98% | 实质 41%", clear=True)
    svg = render(paper, "svg", "水面").decode()
    assert "账面 98% | 实质 41%</text>" in svg
    assert "<title>水面</title>" in svg
    assert "PingFang SC" in svg


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """Committed pictures must not change where nothing changed."""

    def drawn(kind: Format) -> bytes:
        paper = Paper(3.0, "en")
        paper.box(0.2, -0.8, 1.0, 0.5, fill="#112233", hatch="//", edge="#000000")
        paper.write(0.2, -0.5, "text")
        return render(paper, kind, "title")

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
