"""What the institutions of the twin report: recounted, each time, from its own cases and arrivals outside, one by one.

Nothing that is only true is looked at: a case counts where and when it was opened, and where and when the books closed
it as settled. The page: `docs/day.md`, "What a dynamic policy sees".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.levers import Seen
from sim.names import Forum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.twin.model import TwinModel
    from tests.twin.people import Place


def seen_today(model: TwinModel) -> Seen:
    """The reported figures of the last whole review period before today; zeros before the first."""
    days = int(model.p.appraisal_review_days)
    end = model.tick // days * days
    period = range(max(0, end - days), end)
    cases = [case for _, case in model.filings if case.forum != Forum.POLICE]
    closed = [case for case in cases if case.closed in period and not case.line.at_court]
    opened = [case for case in cases if case.opened in period]
    padded = [place for tick, place, entries in model.padded if tick in period for _ in range(entries)]
    petitions = [case.place for case in opened if case.forum == Forum.PETITION]
    beyond = [place for tick, path in model.arrivals if tick in period for place in path]
    facts = model.book.facts
    return Seen(
        day=model.tick - model.burn_in,
        period_days=days,
        accepted=_by_place(model, [*(case.place for case in opened), *padded]),
        booked_success=_by_place(model, [*(case.place for case in closed if case.booked), *padded]),
        registered_petitions=_by_place(model, [*petitions, *beyond]),
        group_incidents=_by_place(model, [place for tick, place in model.incidents if tick in period]),
        contacts=_demands(model, period, 0),
        demands_responded=_demands(model, period, 1),
        demands_solved=_demands(model, period, 2),
        demands_satisfied=_demands(model, period, 3),
        kinds=facts.kinds,
        levels=facts.level_of,
    )


def _demands(model: TwinModel, period: range, figure: int) -> np.ndarray:
    """One figure of the hotline's demands by the town that they were sent to, int64[n_places]."""
    counts = np.zeros(len(model.places), np.int64)
    for tick, town, figures in model.written_down:
        if tick in period:
            counts[town.index] += figures[figure]
    return counts


def _by_place(model: TwinModel, places: Iterable[Place]) -> np.ndarray:
    """How often each place stands in the list, int64[n_places]."""
    counts = np.zeros(len(model.places), np.int64)
    for place in places:
        counts[place.index] += 1
    return counts
