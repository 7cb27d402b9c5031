"""The pictures as drawn: nothing overlaps or is cut, in either language, for any number of arms; what each says."""

from __future__ import annotations

import re
import warnings
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.errors import BadInput
from sim.figures import draw_comparison, draw_run, fonts
from sim.figures.fonts import PLAIN, Face, face
from sim.figures.gallery import NAMES, _pictures
from sim.figures.palette import HIDDEN, STOPPED, THREAD
from sim.figures.paper import Paper
from tests.figures.made import careers, comparison
from tests.figures.sheets import collisions, crossed, cut, grey, inches, texts_of

CASES = ((1, 3), (2, 4), (3, 3), (4, 4), (7, 2))
"""(arms, levels)."""
QUICK = (4, 4)
"""The case that other claims draw too; the others are for the slow part."""
CHINESE = re.compile(r"[⺀-鿿]")


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw PNGs with few dots: these tests ask what is written, not how it looks."""
    for name in ("paper", "files"):
        monkeypatch.setattr(f"sim.figures.{name}.DPI", 50)


@cache
def drawn(arms: int, levels: int, lang: str) -> dict[str, Paper]:
    """Every picture of a made comparison on its sheet, by name; nobody may draw on them."""
    found = {}
    for picture in _pictures(comparison(arms, levels=levels), careers(arms, first=arms)):
        found[picture.name] = Paper(picture.width, lang)
        picture.draw(found[picture.name])
    return found


@pytest.mark.parametrize(
    ("arms", "levels", "lang"),
    [
        *((*QUICK, lang) for lang in ("zh", "en")),
        *(
            pytest.param(*case, lang, marks=pytest.mark.slow)
            for case in CASES
            for lang in ("zh", "en")
            if case != QUICK
        ),
    ],
)
def test_no_text_overlaps_or_is_cut(arms: int, levels: int, lang: str) -> None:
    """Words on words cannot be read, and a figure cut at the edge is another figure."""
    if lang == "zh" and not face().chinese:
        pytest.skip("no Chinese font is installed: boxes have another width")
    for name, paper in drawn(arms, levels, lang).items():
        assert collisions(paper) == [], name
        assert cut(paper) == [], name
        assert crossed(paper) == [], name


def test_an_overlap_and_a_cut_would_be_noticed() -> None:
    """The test above is only as good as its eyes."""
    paper = Paper(2.0, "en")
    paper.write(0.1, -0.5, "one text here")
    paper.write(0.3, -0.52, "another one over it")
    paper.write(1.6, -0.9, "leaves the sheet")
    assert collisions(paper) == [("one text here", "another one over it")]
    assert cut(paper) == ["leaves the sheet"]
    paper.line([(0.2, -0.1), (0.2, -0.7)], colour=THREAD)
    assert crossed(paper) == ["one text here"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_picture_says_what_it_is(lang: str) -> None:
    """A picture travels alone: uncalibrated, synthetic, in the shape of a place (definitions 11)."""
    for name, paper in drawn(3, 3, lang).items():
        credit = [text for text in texts_of(paper) if "uncalibrated" in text]
        assert len(credit) == 1, name
        assert ("以某县为形的合成社会" if lang == "zh" else "synthetic society in the shape of") in credit[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_language_speaks_itself(lang: str) -> None:
    """Half-translated labels are the first thing a reader sees; only the mark of the credit line is in both."""
    for name, paper in drawn(4, 4, lang).items():
        texts = [text for text in texts_of(paper) if "uncalibrated" not in text]
        with_chinese = [text for text in texts if CHINESE.search(text)]
        if lang == "en":
            assert with_chinese == [], name
        else:
            words = [text for text in texts if re.search("[A-Za-z]{4}", re.sub(r"\(start=90\)|arm_\w+", "", text))]
            assert words == [], name
            assert with_chinese, name


@pytest.mark.parametrize("words", [("账面", "实质"), ("on the books", "in the model")])
def test_a_reported_figure_never_stands_without_its_pair(words: tuple[str, str]) -> None:
    """Definitions 11: as many true rates as reported ones, in every panel."""
    texts = texts_of(drawn(4, 3, "zh" if words[0] == "账面" else "en")["waterline"])
    assert texts.count(words[0]) == texts.count(words[1]) == 4
    assert len([text for text in texts if re.fullmatch(r"\d+%", text)]) == 8


def test_diagnostic_arms_are_marked_wherever_they_stand() -> None:
    """They are run to show harm and never recommended; a picture without the mark would recommend them."""
    for name, paper in drawn(4, 3, "en").items():
        assert any("diagnostic" in text for text in texts_of(paper)), name
    for name, paper in drawn(3, 3, "en").items():
        assert not any("diagnostic" in text for text in texts_of(paper)), name


def test_no_word_of_a_picture_forecasts() -> None:
    """Wording of definitions 11."""
    for lang in ("zh", "en"):
        for paper in drawn(4, 4, lang).values():
            assert not re.search(r"\bwill\b|predict|forecast|预测", " ".join(texts_of(paper)))


def test_the_parts_below_the_waterline_are_told_apart_in_grey() -> None:
    """The picture is printed in grey: converted, each part must stand out from its neighbours in the stack."""
    paper = drawn(3, 3, "en")["waterline"]
    pixels = grey(paper).astype(float)
    bars: dict[str, Any] = {}
    for patch in paper.axes.patches:
        colour = tuple(round(255 * part) for part in patch.get_facecolor()[:3])
        for part, (fill, _) in HIDDEN.items():
            same = colour == tuple(int(fill[at : at + 2], 16) for at in (1, 3, 5))
            if same and hasattr(patch, "get_x") and patch.get_height() > 0.05 and patch.get_width() > 0.21:
                bars.setdefault(part, (patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height()))
    assert list(bars) == list(HIDDEN)
    parts = [inches(pixels, x + 0.04, y + 0.01, w - 0.08, h - 0.02) for x, y, w, h in bars.values()]
    levels = [float(np.median(part)) for part in parts]
    steps = [abs(a - b) for a, b in pairwise(levels)]
    assert min(steps[0], steps[-1]) > 40
    hatched = [float(part.std()) for part in parts]
    assert hatched[1] > 10.0  # yellow and white are close in grey: hatches tell them apart
    assert hatched[2] > 10.0
    assert STOPPED[1]


def test_files_are_named_by_picture_and_language(tmp_path: Path, coarse: None) -> None:
    """The README links them by name."""
    paths = draw_comparison(comparison(2), tmp_path / "new", careers=careers(2))
    assert [path.name for path in paths] == [
        f"{n}.{lang}.{kind}" for n in NAMES for lang in ("zh", "en") for kind in ("svg", "png")
    ]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(path.name for path in paths)
    assert all(path.stat().st_size > 3_000 for path in paths)
    flow = draw_comparison(comparison(1), tmp_path / "new", lang=("en",), only=("flow",))
    assert [path.name for path in flow] == ["flow.en.svg", "flow.en.png"]


@pytest.mark.parametrize("lang", ["en", ("en", "fr")])
def test_an_unknown_language_is_refused_before_anything_is_drawn(tmp_path: Path, lang: Any) -> None:
    """One clear line, nothing half-written."""
    with pytest.raises(BadInput, match="lang must be of zh, en"):
        draw_comparison(comparison(1), tmp_path / "none", lang=lang)
    with pytest.raises(BadInput, match="only must be of waterline"):
        draw_comparison(comparison(1), tmp_path / "none", only=("iceberg",))
    assert not (tmp_path / "none").exists()


def test_without_a_chinese_font_pngs_are_english_and_svgs_chinese(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, coarse: None
) -> None:
    """A row of empty boxes is worse than another language; a browser has fonts of its own. Said once, no warnings."""
    for name in ("gallery", "paper", "furniture", "files"):
        monkeypatch.setattr(f"sim.figures.{name}.face", lambda: Face(families=(PLAIN,), chinese=False))
    monkeypatch.setattr(fonts, "_told", [])
    heard: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        draw_comparison(comparison(2), tmp_path, careers=careers(2), note=heard.append)
    assert len(heard) == 1
    for name in NAMES:
        assert (tmp_path / f"{name}.zh.png").read_bytes() == (tmp_path / f"{name}.en.png").read_bytes()
        assert CHINESE.search((tmp_path / f"{name}.zh.svg").read_text("utf-8"))


def test_a_year_without_disputes_is_drawn(tmp_path: Path, coarse: None) -> None:
    """A hamlet may have one; a picture of nothing is no error."""
    assert len(draw_comparison(comparison(2, empty=True), tmp_path, lang=("en",))) == 8


def test_a_run_is_drawn_from_its_records(tmp_path: Path, coarse: None) -> None:
    """The real thing: the data of a run has the form that the made one here pretends to have."""
    from sim.analysis import compare_runs, match, summarise
    from tests.analysis.small_runs import taken

    assert len(draw_run(taken(), tmp_path, lang=("en",))) == 8
    runs = [taken(arm, seed) for seed in (1, 2) for arm in ("baseline", "keep_in_village")]
    result = compare_runs([summarise(run) for run in runs], [match(runs[0], runs[1]), match(runs[2], runs[3])])
    assert len(draw_comparison(result, tmp_path, lang=("zh", "en"))) == 16
