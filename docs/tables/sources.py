"""The works that parameters cite, by key, and the keys behind a citation in full."""

from __future__ import annotations

from docs.tables.markdown import markdown
from sim.scenario.sources import SOURCES

NO_SOURCE = "own"


def keys_of(citation: str) -> str:
    """Return a citation with each known work told by its key, and a dash for none; other text stays as it is."""
    for key, text in sorted(SOURCES.items(), key=lambda item: -len(item[1])):
        citation = citation.replace(text, "–" if key == NO_SOURCE else key)
    return citation.replace("; ", ", ")


def table() -> str:
    """Return key and citation of every source."""
    return markdown(["key", "source"], [["–" if key == NO_SOURCE else key, text] for key, text in SOURCES.items()])
