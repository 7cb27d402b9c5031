"""Every text of the command line, in Chinese and English, by key; one file a subject.

Names in braces are filled in by `language.say`. Wording follows the standing of the model: a synthetic society in the
shape of a place, never a statement about the place, no forecast.
"""

from __future__ import annotations

from typing import Final

from sim.cli.texts import careers, evidence, helping, results, scenarios

_SUBJECTS: Final = (helping, careers, scenarios, results, evidence)
TEXTS: Final[dict[str, tuple[str, str]]] = {key: text for one in _SUBJECTS for key, text in one.TEXTS.items()}
"""(zh, en) by key."""
