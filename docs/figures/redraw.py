"""Draws the pictures of this folder, in both languages, from the output folder of a comparison; runs nothing.

fengqiao compare zhuji --policies baseline,keep_in_village,resource_sinking --seeds 3 --out out/zhuji
python docs/figures/redraw.py out/zhuji
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sim.analysis import Comparison
from sim.figures import draw_comparison
from sim.studies import kept_careers


def main(folder: Path, out: Path) -> None:
    """Draw the comparison that lies in `folder`, with the quarrel it has kept, into `out`."""
    result = Comparison.from_json(json.loads((folder / "results.json").read_text("utf-8")))
    for path in draw_comparison(result, out, careers=kept_careers(folder)):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent)
