"""`python -m benchmarks.evidence.patterns [SEEDS]`: the twelve stylised facts, into docs/evidence/patterns.md.

Stop it and call it again: what has been run is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from benchmarks.evidence.pattern_list import PATTERNS
from benchmarks.evidence.runs import BURN_IN, ROOT, SEEDS, SOCIETY, Variant, rows_of, say
from benchmarks.evidence.stylised import pattern_figures
from benchmarks.evidence.verdicts import APPEARS, Pattern, Rows
from docs.tables.markdown import markdown

PAGE: Final = ROOT / "docs" / "evidence" / "patterns.md"
SHOWN, OTHER, LACKING = "appear", "appear in part or not at all", "need a process that is not there"
PAGE_TEXT: Final = """\
# The twelve patterns

Written by `python -m benchmarks.evidence.patterns` from {seeds} seeds of `{society}` (pattern 4, and a part of 5: of the three eras in `scenarios/eras`), model version {version}, burn-in {burn_in} days. **Uncalibrated**: a pattern that appears here shows that the model can bring it about at the numbers of the library, and is no evidence about any place.

A part *appears* where the whole 95 % interval of its statistic (over seeds, paired where it is a change) lies where the claim says, is *contrary* where all of it lies on the other side, and is *not told* otherwise. A pattern appears if all of its parts do; stand-ins for what is not built count for nothing. {summary}

{verdicts}

## Part by part

{parts}

## What of it is put in

{put_in}
"""  # noqa: E501 - a paragraph of a page is one line


def main(seeds: int = SEEDS) -> None:
    """Run what is not kept yet and write the page."""
    numbers = range(1, seeds + 1)

    def rows(variant: Variant) -> Sequence[dict[str, float]]:
        return rows_of(variant, numbers, pattern_figures)

    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(PATTERNS, rows, seeds), encoding="utf-8")
    say(str(PAGE.relative_to(ROOT)))


def page(patterns: Sequence[Pattern], rows: Rows, seeds: int) -> str:
    """Return the page; `rows` gives the figures of a variant, a row a seed."""
    from sim.names import MODEL_VERSION

    wholes, parts = [], []
    counted: dict[str, int] = {}
    for one in patterns:
        say(f"pattern {one.number}")
        found = [part.statistic(rows) for part in one.parts]
        told = [part.verdict(interval) for part, interval in zip(one.parts, found, strict=True)]
        verdict = one.verdict(told)
        kind = LACKING if one.needs else SHOWN if verdict == APPEARS else OTHER
        counted[kind] = counted.get(kind, 0) + 1
        wholes.append([one.number, one.claim, f"**{verdict}**"])
        for part, interval, word in zip(one.parts, found, told, strict=True):
            parts.append([one.number, part.words, part.shown(interval), part.expected(), word])
    head = ["", "what is measured", "effect [95 %]", "expected", "verdict"]
    return PAGE_TEXT.format(
        seeds=seeds,
        society=SOCIETY,
        version=MODEL_VERSION,
        burn_in=BURN_IN,
        summary="Of " + str(len(patterns)) + ": " + ", ".join(f"{n} {kind}" for kind, n in counted.items()) + ".",
        verdicts=markdown(["", "claim", "verdict"], wholes),
        parts=markdown(head, parts),
        put_in="\n".join(f"- {one.number}: {one.put_in}" for one in patterns if one.put_in),
    )


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
