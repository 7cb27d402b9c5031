"""Decides how each of the twelve stylised facts is asked of the model: scenario or contrast, figure, and bound.

The facts, their numbers and the 58 to 74 % of the fifth are of the project's list of anchors (targets). Bounds such as
"few" and "far exceeds" are assumptions, named in each part. No part is tuned: what does not appear stays in the list.
"""

from __future__ import annotations

from typing import Final

from benchmarks.evidence.patterns_of_books import BOOKS
from benchmarks.evidence.patterns_of_choice import CHOICE
from benchmarks.evidence.patterns_of_governing import GOVERNING
from benchmarks.evidence.patterns_of_trust import TRUST
from benchmarks.evidence.verdicts import Pattern

PATTERNS: Final[tuple[Pattern, ...]] = tuple(sorted((*CHOICE, *BOOKS, *GOVERNING, *TRUST), key=lambda one: one.number))
