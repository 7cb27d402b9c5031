"""When those who pursue one cause stand up together: how many it takes, and how long before it happens again."""

from __future__ import annotations

from sim.scenario.quantity import Section, whole


class Gathering(Section):
    """Group incidents: allies of one cause past a threshold."""

    size: int = whole(
        5, unit="people", low=2, high=50, zh="聚集成群体性事件的人数", en="people who make a group incident"
    )
    pause: int = whole(
        30,
        unit="days",
        low=1,
        high=365,
        zh="同一起因再次聚集的最短间隔",
        en="days before the same cause may gather again",
    )
