"""`python -m benchmarks.verification [ROOM or CHECK …]`: slow sizes of the checks against theory, drawn and told.

Each check is carried to its verdict at its slow size; its curves are drawn into docs/evidence/theory/<check>.svg, what
was found goes into docs/evidence/theory.json, and docs/evidence/theory.md is written from all that it holds.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any, Final

from benchmarks.evidence.runs import ROOT, say
from benchmarks.verification.page import told, written
from benchmarks.verification.plots import draw
from sim.verification import Check, checks, verify

DATA: Final = ROOT / "docs" / "evidence" / "theory.json"
PAGE: Final = DATA.with_suffix(".md")
PLOTS: Final = DATA.with_suffix("")


def main(*asked: str) -> int:
    """Look slowly at the checks that are asked for, all by default; the number of those that do not hold."""
    every = checks()
    wanted = [check for check in every if not asked or check.room in asked or check.name in asked]
    if not wanted:
        raise SystemExit(f"no such room or check: {' '.join(asked)}; rooms: {', '.join(_rooms(every))}")
    found: dict[str, Any] = json.loads(DATA.read_text("utf-8")) if DATA.is_file() else {}
    for check in wanted:
        began = time.process_time()
        done = verify(check, slow=True)
        found[check.name] = told(done, time.process_time() - began)
        say(f"{check.name}: {done.verdict} ({found[check.name]['seconds']:.0f} s)")
        if done.looked is not None and done.looked.curves:
            draw(done, PLOTS / f"{check.name}.svg")
        _keep(every, found)
    say(str(PAGE.relative_to(ROOT)))
    return sum(found[check.name]["verdict"] not in {"holds", "skipped"} for check in wanted)


def _keep(every: tuple[Check, ...], found: dict[str, Any]) -> None:
    """Write data and page after each check, so that a command that was stopped has lost nothing."""
    kept = {check.name: found[check.name] for check in every if check.name in found}
    DATA.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(written(every, kept, PLOTS), encoding="utf-8")


def _rooms(every: tuple[Check, ...]) -> list[str]:
    return list(dict.fromkeys(check.room for check in every))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
