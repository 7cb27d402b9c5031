"""Draws a check for whoever wants to see it: what was seen as dots on the line that theory draws, verdict on top."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path
from typing import Any, Final

from sim.verification import Curve, Verified

_SEEN, _THEORY, _BAD, _MUTED = "#1f77b4", "#444444", "#b2182b", "#777777"
_WORDS: Final = {
    "holds": "holds / 成立",
    "fails": "FAILS / 不成立",
    "undecided": "UNDECIDED / 未决",
    "skipped": "skipped / 略过",
}
_DOTS: Final = 160
"""Dots that a curve shows at most: more hide the line that they should lie on."""


def draw(done: Verified, path: Path) -> Path:
    """Write the picture of a verdict, one panel a curve, as an SVG that is the same for the same look."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    from sim.figures.files import write_picture
    from sim.figures.fonts import BROWSER_STACK, face

    assert done.looked is not None
    curves = done.looked.curves
    style: Any = {
        "font.family": list(face().families),
        "svg.fonttype": "none",
        "svg.hashsalt": "fengqiao",
        "axes.unicode_minus": False,
        "font.size": 9,
    }
    with rc_context(style):
        figure = Figure(figsize=(max(5.4, 4.6 * len(curves)), 4.0), layout="constrained")
        for panel, curve in zip(figure.subplots(1, len(curves), squeeze=False)[0], curves, strict=True):
            _panel(panel, curve)
        good = done.verdict == "holds"
        width = 72 * max(1, len(curves))
        claim = textwrap.fill(done.check.claim, width)
        figure.suptitle(
            f"{done.check.name}: {_WORDS[done.verdict]}   (log10 odds {done.looked.weight:.3g})\n{claim}",
            color="black" if good else _BAD,
            fontsize=9.5,
        )
        held = io.BytesIO()
        figure.savefig(held, format="svg", metadata={"Title": done.check.name, "Date": None, "Creator": None})
    own = ", ".join(f"'{name}'" for name in face().families)
    return write_picture(path, held.getvalue().decode("utf-8").replace(own, BROWSER_STACK).encode("utf-8"))


def _panel(panel: Any, curve: Curve) -> None:
    order = sorted(range(len(curve.x)), key=lambda at: curve.x[at])
    x = [curve.x[at] for at in order]
    panel.plot(x, [curve.expected[at] for at in order], color=_THEORY, lw=1.4, label="theory / 理论")
    shown = order[:: max(1, -(-len(order) // _DOTS))]
    dots = [curve.x[at] for at in shown], [curve.seen[at] for at in shown]
    if curve.error:
        bars = [2.0 * curve.error[at] for at in shown]
        panel.errorbar(*dots, yerr=bars, fmt="o", ms=3.5, lw=0.8, color=_SEEN, label="model, ±2 SE / 模型")
    else:
        panel.plot(*dots, "o", ms=3.5, color=_SEEN, label="model / 模型")
    if curve.logarithmic:
        panel.set_yscale("log")
    panel.set_title(curve.what, fontsize=9)
    panel.set_xlabel(curve.x_label)
    panel.set_ylabel(curve.y_label)
    panel.grid(color="#dddddd", lw=0.5)
    panel.tick_params(colors=_MUTED)
    panel.legend(frameon=False, fontsize=8)
