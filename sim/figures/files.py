"""Decides what a sheet is as a file: an SVG whose text is text, or a small PNG; the same sheet gives the same bytes."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from sim.errors import OutputError, complain
from sim.figures.fonts import BROWSER_STACK, face
from sim.figures.paper import DPI, Paper, quiet

Format = Literal["svg", "png"]


def render(paper: Paper, kind: Format, title: str) -> bytes:
    """Return the picture as a file's bytes."""
    with quiet(not face().chinese):
        return _svg(paper, title) if kind == "svg" else _png(paper, title)


def write_picture(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all. Raises OutputError."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        os.replace(part, path)  # noqa: PTH105 - one call that says what it promises
    except OSError as reason:
        with suppress(OSError):
            part.unlink()
        rule, repair = "the folder of pictures must be writable", "Free some space, or choose another folder"
        raise OutputError(complain(str(path), rule, reason.strerror or str(reason), repair)) from None
    return path


def _svg(paper: Paper, title: str) -> bytes:
    from matplotlib import rc_context

    held = io.BytesIO()
    about = {"Title": title, "Date": None, "Creator": None}
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "fengqiao"}):
        paper.figure.savefig(held, format="svg", metadata=about)
    own = ", ".join(f"'{name}'" for name in face().families)
    return held.getvalue().decode("utf-8").replace(own, BROWSER_STACK).encode("utf-8")


def _png(paper: Paper, title: str) -> bytes:
    """Return a PNG of 256 colours: a third of the size, and no eye sees it in flat fills and type."""
    from PIL import Image, PngImagePlugin

    held, about = io.BytesIO(), PngImagePlugin.PngInfo()
    about.add_itxt("Title", title)
    whole = Image.fromarray(paper.pixels()).convert("RGB")
    few = whole.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(held, format="PNG", optimize=True, dpi=(DPI, DPI), pnginfo=about)
    return held.getvalue()
