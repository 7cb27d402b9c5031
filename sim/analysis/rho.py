"""Decides whether a scenario's forums can carry what they will be asked to: ρ of each kind of line, by a pilot run.

No formula gives the number of cases that reach a line (claimants choose, wait, return), so the load is read from a run
of one year under the baseline from the starting stocks (`sim.records.pilot_records`): the second half of it, by which
time the lines have filled. A pilot is one seed; a ρ within a few hundredths of 1 may fall on either side.
"""

from __future__ import annotations

from collections.abc import Sequence

from sim.analysis.load import LineLoad, load
from sim.errors import ScenarioError, complain
from sim.names import Forum, label
from sim.records import Records


def expected_load(pilot: Records) -> tuple[LineLoad, ...]:
    """Return the load of every kind of line over the second half of a pilot run."""
    days = pilot.manifest.last_day + 1
    return load(pilot, days // 2, days)


def overloaded(loads: Sequence[LineLoad]) -> tuple[LineLoad, ...]:
    """Return the kinds of line that are asked for at least all they have."""
    return tuple(line for line in loads if line.offered >= 1.0 or (line.available == 0 and line.accepted > 0))


def check_load(loads: Sequence[LineLoad], allowed: str, place: str) -> None:
    """Refuse a scenario with ρ >= 1 unless it says `overloaded = "allowed"` (pass that text as `allowed`).

    `place` names the scenario in the message. Raises ScenarioError.
    """
    over = overloaded(loads)
    if not over or allowed == "allowed":
        return
    named = ", ".join(f"{label(Forum(line.forum))} ({line.kind}) ρ = {line.offered:.2f}" for line in over)
    rule = "every forum must be able to serve what it is asked to (ρ < 1)"
    repair = 'Raise its hours under [staff], or set overloaded = "allowed" to study an overloaded society'
    raise ScenarioError(complain(place, rule, named, repair))
