"""Decides which fonts pictures are set in: the first Chinese one that is installed, a plain one where there is none.

Light: which fonts there are is asked for only when something is drawn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

CHINESE_FONTS: Final = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK JP",  # what older matplotlib sees of the Debian package: the first face of each collection
)
"""Fonts that hold simplified Chinese, best first."""

PLAIN: Final = "DejaVu Sans"
"""Comes with matplotlib; holds Latin and signs, no Chinese."""

BROWSER_STACK: Final = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', "
    "'Noto Sans SC', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
)
"""What an SVG asks of the browser that draws it."""

PACKAGE: Final = "fonts-noto-cjk"
"""The Debian package that brings a Chinese font."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """Fonts to set text in, in order of preference. `chinese`: whether one of them holds Chinese."""

    families: tuple[str, ...]
    chinese: bool


def choose_face(installed: Iterable[str]) -> Face:
    """Return the face for a machine that has these fonts, by name."""
    known = set(installed)
    found = next((name for name in CHINESE_FONTS if name in known), None)
    return Face(families=(PLAIN,) if found is None else (found, PLAIN), chinese=found is not None)


@cache
def face() -> Face:
    """Return the face for this machine."""
    from matplotlib import font_manager

    return choose_face(entry.name for entry in font_manager.fontManager.ttflist)


def tell(text: str) -> None:
    """Say one line on the error stream."""
    sys.stderr.write(text + "\n")


_told: list[str] = []


def say_once_without_chinese(note: Callable[[str], None] = tell) -> None:
    """Say, once in a process, that pictures lack Chinese and which package brings it."""
    if not _told:
        text = (
            "figures: no Chinese font is installed, so PNGs are labelled in English (SVGs keep Chinese)."
            f" Install {PACKAGE}. 没有中文字体：PNG 用英文标注，SVG 仍为中文；请安装 {PACKAGE}。"
        )
        _told.append(text)
        note(text)
