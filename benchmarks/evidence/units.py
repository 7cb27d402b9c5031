"""Decides in what words and unit each figure of evidence is shown."""

from __future__ import annotations

from typing import Final

from benchmarks.evidence.paired import Unit
from sim.analysis import INDICATORS
from sim.analysis.table import SHARE

OWN: Final[dict[str, Unit]] = {
    "hidden": Unit(words="hidden (lumped, suppressed, still open)", scale=100.0, digits=1, sign=" %"),
    "gap": Unit(words="booked less held, administrative forums", scale=100.0, digits=1, sign=" %"),
    "booked": Unit(words="booked as settled", scale=100.0, digits=1, sign=" %"),
    "held": Unit(words="cases that held a year", scale=100.0, digits=1, sign=" %"),
    "load_busiest": Unit(words="ρ of the busiest line", digits=3),
    "blocked": Unit(words="disputes ever intercepted", scale=100.0, digits=1, sign=" %"),
    "returned_shut": Unit(words="claims sent down by a gate, per 1,000 adult-years"),
    "lodgings": Unit(words="lodgings a dispute"),
    "episodes": Unit(words="ends a dispute"),
    "hostility": Unit(words="hostility at the end, mean", digits=3),
    "hottest_kind": Unit(words="hostility in the hottest kind of place", digits=3),
    "effort": Unit(words="effort of principals", digits=3),
    "suppression": Unit(words="suppression chosen", digits=3),
    "misreporting": Unit(words="misreporting chosen", digits=3),
    "reached_institution": Unit(words="disputes that ever reach an institution", scale=100.0, digits=1, sign=" %"),
    "reached_court": Unit(words="disputes that ever reach a court", scale=100.0, digits=1, sign=" %"),
    "posts_left": Unit(words="holders of posts who left in the year"),
    "paper_hours": Unit(words="hours taken by booking and reporting in the year", digits=0),
    "survey": Unit(words="settled, says a survey a year later", scale=100.0, digits=1, sign=" %"),
}
"""Figures that no indicator tells."""

SMALL: Final = ("treatment_children", "sympathetic_children", "horizontal_spill")
"""Rates per root that are small numbers."""


def unit_of(name: str) -> Unit:
    """Return the unit of a figure of `taken`; its words are the indicator's, its way's, or those above."""
    if name in OWN:
        return OWN[name]
    if name.startswith("way_"):
        ended = name.removeprefix("way_").replace("_", " ")
        return Unit(words=f"cases that ended *{ended}*", scale=100.0, digits=1, sign=" %")
    plain, _, half = name.partition(".")
    row = next(one for one in INDICATORS if one.name == plain)
    words = row.en + {"": "", "booked": ", in the books", "true": ", in the model"}[half]
    if row.unit == SHARE:
        return Unit(words=words, scale=100.0, digits=1, sign=" %")
    return Unit(words=words if row.unit == "days" else f"{words}, {row.unit}", digits=3 if plain in SMALL else 2)
