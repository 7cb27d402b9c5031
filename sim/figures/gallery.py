"""Decides which pictures a result is given, in which languages, and under which names they are written.

A picture is `NAME.LANG.svg` and `NAME.LANG.png`. Where no Chinese font is installed, SVGs keep their Chinese (the
reader's browser has one) and PNGs are labelled in English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sim.errors import BadInput, complain
from sim.figures.files import Format, render, write_picture
from sim.figures.fonts import face, say_once_without_chinese, tell
from sim.figures.paper import Paper, need_matplotlib
from sim.figures.words import Words

if TYPE_CHECKING:
    from sim.analysis import Comparison
    from sim.records import Records
    from sim.studies.career import Career

LANGUAGES: Final = ("zh", "en")
NAMES: Final = ("waterline", "flow", "spill", "timeline")
FORMATS: Final[tuple[Format, ...]] = ("svg", "png")


class Picture(NamedTuple):
    """A picture that is ready to be drawn: file name, title, width of the sheet, and how to fill one."""

    name: str
    title: Words
    width: float
    draw: Callable[[Paper], None]


def draw_comparison(
    result: Comparison,
    out_dir: Path | str,
    lang: Sequence[str] = LANGUAGES,
    careers: Sequence[Career] = (),
    note: Callable[[str], None] = tell,
    *,
    only: Sequence[str] = NAMES,
) -> list[Path]:
    """Draw a comparison: waterline, flow, spill and timeline, each as SVG and PNG in every language asked for.

    Parameters
    ----------
    result
        The comparison; a single arm will do.
    out_dir
        Folder of the pictures; made if it is not there. Pictures of the same names are replaced.
    lang
        Any of "zh" and "en".
    careers
        One dispute's career under every arm: the thread of the waterline. None of them: no thread.
    note
        Hears, once in a process, that no Chinese font is installed.
    only
        Which of the pictures, by name.

    Returns
    -------
    list of Path
        The files, in the order in which they were drawn.

    Raises
    ------
    BadInput
        matplotlib is not installed, or a language or picture is unknown.
    OutputError
        The folder cannot be written.
    """
    need_matplotlib()
    _check("lang", lang, LANGUAGES)
    _check("only", only, NAMES)
    if "zh" in lang and not face().chinese:
        say_once_without_chinese(note)
    pictures = [picture for picture in _pictures(result, careers) if picture.name in only]
    return [path for picture in pictures for path in _written(picture, Path(out_dir), lang)]


def draw_run(
    records: Records,
    out_dir: Path | str,
    lang: Sequence[str] = LANGUAGES,
    careers: Sequence[Career] = (),
    note: Callable[[str], None] = tell,
) -> list[Path]:
    """Draw one run as :func:`draw_comparison` draws a comparison; there are no intervals and no changes."""
    from sim.analysis import compare_runs, summarise

    result = compare_runs([summarise(records)], baseline=records.manifest.arm)
    return draw_comparison(result, out_dir, lang, careers, note)


def _check(name: str, given: Sequence[str], known: Sequence[str]) -> None:
    if isinstance(given, str) or any(one not in known for one in given):
        rule, repair = f"{name} must be of {', '.join(known)}", f'Write e.g. {name}=("{known[0]}",)'
        raise BadInput(complain("figures", rule, repr(given), repair))


def _pictures(result: Comparison, careers: Sequence[Career]) -> Iterator[Picture]:
    """Yield the pictures in order; one's data is made when its turn comes."""
    from sim.figures import flow_drawing, spill_drawing, timeline_drawing, waterline_drawing
    from sim.figures.flow import prepare as prepare_flow
    from sim.figures.spill import prepare as prepare_spill
    from sim.figures.timeline import prepare as prepare_timeline
    from sim.figures.waterline import prepare as prepare_waterline

    line = prepare_waterline(result, careers)
    flow, spill, time = prepare_flow(result), prepare_spill(result), prepare_timeline(result)
    yield Picture(
        "waterline", waterline_drawing.TITLE, waterline_drawing.width(line), lambda p: waterline_drawing.draw(p, line)
    )
    yield Picture("flow", flow_drawing.TITLE, flow_drawing.width(flow), lambda p: flow_drawing.draw(p, flow))
    yield Picture("spill", spill_drawing.TITLE, spill_drawing.width(spill), lambda p: spill_drawing.draw(p, spill))
    yield Picture(
        "timeline", timeline_drawing.TITLE, timeline_drawing.width(time), lambda p: timeline_drawing.draw(p, time)
    )


def _written(picture: Picture, folder: Path, lang: Sequence[str]) -> Iterator[Path]:
    for one in lang:
        drawn: dict[str, Paper] = {}
        for kind in FORMATS:
            spoken = one if kind == "svg" or face().chinese else "en"
            if spoken not in drawn:
                drawn[spoken] = Paper(picture.width, spoken)
                picture.draw(drawn[spoken])
            content = render(drawn[spoken], kind, drawn[spoken].say(picture.title))
            yield write_picture(folder / f"{picture.name}.{one}.{kind}", content)
