"""Sessions lost and claims misrouted: what is counted, by size class."""

from __future__ import annotations

import math

from sim.analysis.cost import cost
from sim.analysis.fragments import fragments
from sim.names import Forum
from tests.analysis.invented import cases, disputes, records
from tests.analysis.small_runs import taken

OFFICE = {"forum": int(Forum.OFFICE), "slot": 1, "level": 1}


def test_shares_are_over_what_could_be_lost() -> None:
    """Lost sessions over all sessions; wrong desks over claims heard above the lowest forum, referrals left out."""
    ledger = disputes({}, {"departments": 2})
    files = cases(
        {"sessions": 2}, OFFICE | {"misrouted": 1}, OFFICE | {"referred": 1}, OFFICE | {"sessions": 0},
        OFFICE | {"dispute": 1, "sessions": 3, "missing": 2, "joint": 480},
    )  # fmt: skip
    found = fragments(records(ledger, files))
    assert (found["all"].sessions, found["all"].missing, found["all"].desks, found["all"].misrouted) == (7, 2, 2, 1)
    assert found["small"].missing_share == 0.0
    assert found["big"].missing_share == 2 / 3
    assert (found["small"].misrouted_share, found["big"].misrouted_share) == (1.0, 0.0)
    assert math.isnan(found["beyond_town"].missing_share)


def test_hearings_at_wrong_desks_and_departments_are_paid_for() -> None:
    """Eight hours of departments are a staff-day; a wrong desk is an hour like a session."""
    paid = cost(records(disputes({}), cases(OFFICE | {"misrouted": 1, "work": 240, "joint": 480})))
    assert (paid.own_staff_days, paid.department_staff_days) == (1.0, 1.0)
    assert paid.staff_days_per_resolution == 2.0


def test_no_small_matter_waits_for_a_department() -> None:
    """By definition of small, in a real run; and some of the others do."""
    found = fragments(taken())
    assert found["small"].missing == 0 < found["all"].missing
    assert found["all"].misrouted > 0
