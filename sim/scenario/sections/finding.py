"""Finding grievances before they are voiced: rate, sources, false alarms; and entries booked without a case."""

from __future__ import annotations

from sim.scenario.quantity import Section, number, whole


class Finding(Section):
    """One detection rate, its sources, and what looking costs in false alarms."""

    rate: float = number(
        1.0,
        unit="1/year, times (calm + hostility)",
        low=0,
        high=1,
        source="D10,DR1",
        zh="发现强度（δ）",
        en="detection of latent grievances (delta); the dry run's own figure, 1.3, lies above the range",
    )
    calm: float = number(
        0.3,
        unit="hostility",
        low=0,
        high=1,
        source="DR1",
        zh="毫无敌意者也显露的部分",
        en="how much a grievance without hostility shows",
    )
    walkers: float = number(0.6, unit="weight", low=0, high=1, zh="网格员走访所占", en="share of finds by grid walkers")
    informants: float = number(0.3, unit="weight", low=0, high=1, zh="信息员所占", en="share of finds by informants")
    sensors: float = number(
        0.1, unit="weight", low=0, high=1, zh="数据与热线分析所占", en="share of finds by sensors and hotline analytics"
    )
    false_share: float = number(
        1.0,
        unit="false alarms per grievance found at lever 1",
        low=0,
        high=5,
        zh="误报",
        en="false alarms, as a share of expected finds; they grow with looking",
    )
    false_minutes: int = whole(
        30,
        unit="minutes",
        low=0,
        high=240,
        zh="误报一次所费工时",
        en="time of the lowest forum that a false alarm takes",
    )


class Padding(Section):
    """Trivial entries in the books of people's mediation: reported ledger and paperwork only."""

    pad: float = number(
        0.2, unit="entries per case", low=0, high=0.6, source="D10", zh="凑数", en="padded entries per accepted case"
    )
    minutes: int = whole(20, unit="minutes", low=0, high=120, zh="凑数一件所费工时", en="paperwork of a padded entry")
