"""Targets 14, 15 and 25: what the one-stop centre and the hotline do, and what their books say of it."""

from __future__ import annotations

from functools import partial
from typing import Final

from sim.analysis.cohort import ratio
from sim.analysis.targets.figure import Figure, Measure, Waits
from sim.analysis.windows import centre, hotline
from sim.records import Records

NO_HOURS: Final = Waits(
    zh="运行中窗口没有工时：进程 `window_hours`、`windows` 或 `contacts` 已关闭",
    en="no window with hours in a run: process `window_hours`, `windows` or `contacts` is off",
)


BY_CONSTRUCTION: Final = Waits(
    zh="为零，出于构造而非结果：本版窗口只转行政机构",
    en="0 by construction, no finding: windows of this version send to administrative forums alone",
)


def _off(records: Records, *names: str) -> bool:
    return not all(records.series[name].any() for name in names)


def centre_success(records: Records) -> Figure:
    """Return the share of the disputes that centres sent on booked as settled, beside those that held a year."""
    return NO_HOURS if _off(records, "window_contacts", "visits") else centre(records).success


def routed(records: Records, where: str) -> Figure:
    """Return the share of what the centre registered that went to `where`; a visit without a dispute is counsel."""
    if _off(records, "window_contacts", "visits"):
        return NO_HOURS
    found = centre(records)
    sent = int(getattr(found, where))
    return BY_CONSTRUCTION if sent == 0 and where in ("court", "police") else ratio(sent, found.registered)


def demanding(records: Records) -> Figure:
    """Return the share of calls that are demands; what being answered does moves both."""
    if _off(records, "demands", "window_minutes"):
        return NO_HOURS
    found = hotline(records)
    return ratio(found.demands, found.calls)


def said(records: Records, what: str) -> Figure:
    """Return the share of demands "solved" or "satisfied" as the hotline's books have it, beside the truth."""
    if _off(records, "demands", "window_minutes"):
        return NO_HOURS
    found = hotline(records)
    return found.solved if what == "solved" else found.satisfied


MEASURES: Final[dict[str, Measure]] = {
    "14": centre_success,
    "15.legal": partial(routed, where="visits"),
    "15.mediation": partial(routed, where="mediation"),
    "15.petition": partial(routed, where="petition"),
    "15.court": partial(routed, where="court"),
    "15.police": partial(routed, where="police"),
    "25.demand": demanding,
    "25.solved": partial(said, what="solved"),
    "25.satisfied": partial(said, what="satisfied"),
}
