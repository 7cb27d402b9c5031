"""Fonts: the best Chinese one is found, its absence is said once, and no sign is ever drawn as an empty box."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from sim.figures import fonts
from sim.figures.files import render
from sim.figures.fonts import CHINESE_FONTS, PLAIN, choose_face, face
from sim.figures.gallery import _pictures
from sim.figures.paper import Paper
from tests.figures.made import careers, comparison


def test_the_first_chinese_font_of_the_list_is_taken() -> None:
    """The order is one of quality: a bitmap face must not win over a clean one that is there too."""
    assert choose_face(["Comic", "PingFang SC", "Noto Sans CJK SC"]).families == ("Noto Sans CJK SC", PLAIN)
    assert choose_face(["WenQuanYi Micro Hei"]).chinese


def test_without_one_the_face_says_so() -> None:
    """What is drawn depends on it: Chinese in a font without Chinese is a row of boxes."""
    found = choose_face(["DejaVu Sans", "Arial"])
    assert found.families == (PLAIN,)
    assert not found.chinese


def test_a_missing_font_is_told_once_with_the_package_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Said for each picture it is noise; not said at all, nobody learns why the labels are English."""
    monkeypatch.setattr(fonts, "_told", [])
    heard: list[str] = []
    for _ in range(3):
        fonts.say_once_without_chinese(heard.append)
    assert len(heard) == 1
    assert "fonts-noto-cjk" in heard[0]
    assert "\n" not in heard[0]


def test_browsers_are_asked_for_the_same_fonts() -> None:
    """An SVG is drawn on another machine: it must name fonts of every system, and end in one that is always there."""
    assert all(f"'{name}'" in fonts.BROWSER_STACK for name in ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"))
    assert fonts.BROWSER_STACK.endswith("sans-serif")


@pytest.mark.skipif(not face().chinese, reason=f"none of {', '.join(CHINESE_FONTS)} is installed")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_glyph_is_missing_in_any_picture(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty box in a word of a public picture is a word nobody can read. Few dots: a glyph is there or not."""
    for name in ("paper", "files"):
        monkeypatch.setattr(f"sim.figures.{name}.DPI", 50)
    for picture in _pictures(comparison(4, levels=4), careers(4)):
        paper = Paper(picture.width, lang)
        picture.draw(paper)
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            render(paper, "png", "title")
        missing: list[Any] = [one for one in heard if "missing from" in str(one.message)]
        assert not missing, f"{picture.name}: {missing[0].message}"


@pytest.mark.skipif(not face().chinese, reason="no Chinese font is installed")
def test_a_missing_glyph_would_be_noticed() -> None:
    """The test above listens for a warning: a sign that no font holds must raise it."""
    paper = Paper(2.0, "zh")
    paper.write(0.2, -0.5, "\U000e0041\ue000")
    with pytest.warns(UserWarning, match="missing from"):
        render(paper, "png", "title")
