"""Draws pictures, in both languages, from the output folder of a comparison: FOLDER [OUT [NAME ...]]. Runs nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sim.analysis import Comparison
from sim.figures import draw_comparison
from sim.figures.gallery import NAMES
from sim.studies import kept_careers

HERE = Path(__file__).parent


def main(folder: Path, out: Path = HERE, *names: str) -> None:
    """Draw the comparison that lies in `folder`, with the quarrel that it has kept, into `out`."""
    result = Comparison.from_json(json.loads((folder / "results.json").read_text("utf-8")))
    for path in draw_comparison(result, out, careers=kept_careers(folder), only=names or NAMES):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]), *sys.argv[3:])
