"""Decides when a run that feeds itself is broken off: when it holds more grievances than a society could have.

A run whose grievances make more than one each (R >= 1, `analysis/reproduction`) doubles every few weeks and would go on
until memory is used up. It is looked at when the table of disputes has no room left, so the day of the error is the day
on which room was short and depends on nothing that the history does not; a run that ends below the ceiling is marked.
Many grievances that arise by themselves are no fault: only a run in which those that others caused are most is stopped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sim.errors import Runaway, complain

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World

DAYS_A_YEAR: Final = 365.0
ALWAYS_ALLOWED: Final = 20_000
"""Grievances that every run may hold: so few cost nothing, and a hamlet may have a bad year."""


def ceiling(scenario: Scenario, residents: int, ticks: int) -> int:
    """Return the number of grievances that a run of `ticks` days may hold."""
    years = max(1.0, ticks / DAYS_A_YEAR)
    return max(ALWAYS_ALLOWED, int(scenario.time.most_grievances * residents * years))


def check_runaway(scenario: Scenario, world: World, held: int, caused: int, ticks: int) -> None:
    """Raise Runaway where a run of `ticks` days has reached its ceiling and feeds itself.

    `held` grievances are in its table, and `caused` of them were caused by others.
    """
    most = ceiling(scenario, world.n_residents, ticks)
    if held >= most and 2 * caused > held:
        raise Runaway(
            complain(
                scenario.id,
                f"a run that feeds itself must hold fewer than {most:,} grievances (time.most_grievances)",
                f"{held:,}, of which others caused {caused:,}",
                "Lower what makes grievances without end (spread, treatment, coupling), or raise the number",
            )
        )
