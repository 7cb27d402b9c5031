"""Lines alone: a society in which nothing happens by itself, and customers who are sent into its lines on given ticks.

The days are the engine's own (`run_days`): phase 2 moves a customer to the forum it was transferred to, it joins the
line, is heard, drops out or lapses by the rules. What is left out is all that would bring other disputes or let these
come back: every process is off, and no candidate cell is left. Numbers may lie beyond a scenario's ranges (content
without spread, odds of one), since a known answer often needs them there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World

Array = npt.NDArray[Any]

SOCIETY: Final = "fengqiao_town"
"""One town: 31 villages, so as many lines side by side."""
NEUTRAL: Final = (
    ("settle.tie", 0.0),
    ("settle.hostility", 0.0),
    ("settle.gap", 0.0),
    ("settle.knowledge", 0.0),
    ("settle.reach", 0.0),
    ("staff.content_sigma", 0.0),
    ("patience.rate", 0.0),
    ("lump.reopen", 0.0),
    ("claim.decide_days", 1e9),
)
"""A session is as good as any other, every case is the same work, nobody loses patience, what failed stays so."""
_CELLS: Final = (
    "mean",
    "zero",
    "none",
    "place",
    "type",
    "pieces",
    "coupled",
    "stem",
    "past",
    "past_zero",
    "past_pieces",
)
_DAY: Final = 4096
"""Rows that a day's lists are given: more than anybody sends on one tick."""


@cache
def quiet(*changed: tuple[str, Any]) -> tuple[Scenario, World]:
    """A small society with every process off; `changed` are numbers by path, later ones win, ranges or not."""
    from sim.scenario import load_scenario
    from sim.scenario.sections.running import Processes
    from sim.world import build_world

    scenario = load_scenario(SOCIETY, {f"processes.{name}": False for name in Processes.model_fields})
    world = build_world(scenario)
    for path, value in changed:
        section, name = path.split(".")
        part = getattr(scenario, section)
        if name not in type(part).model_fields:
            raise KeyError(path)
        scenario = scenario.model_copy(update={section: part.model_copy(update={name: value})})
    return scenario, world


class Alone:
    """A state of the engine that holds nothing but the customers sent into it, and the days it is driven through.

    `send` first, then `advance`. `state` is the engine's; filings appear in the order in which customers join.
    """

    def __init__(self, pair: tuple[Scenario, World], ticks: int, *, seed: int = 1, **numbers: Any) -> None:
        from sim.engine.allocate import allocate
        from sim.engine.ground import ground_of
        from sim.engine.institutions import first_answers
        from sim.levers import LeverBook
        from sim.rules.parameters import Parameters

        scenario, world = pair
        ground = ground_of(scenario, world)
        self.p = ground.p
        self.numbers = Parameters(**(vars(ground.p) | numbers))
        self.state = allocate(ground, LeverBook(scenario, world).values, seed, ticks)
        for name in _CELLS:
            column = f"cell_{name}"
            setattr(self.state, column, np.zeros(0, getattr(self.state, column).dtype))
        first_answers(self.state.record, self.numbers)
        self.state.line_minutes[:] = 0
        self.ticks = ticks
        self.places = np.flatnonzero(np.asarray(world.place_leaf))
        self._persons = np.asarray(world.hh_first)[np.asarray(world.hh_start)[self.places]]

    def line_at(self, place: int, slot: int) -> int:
        """Number of the line that residents of `place` (a lowest place) join at a slot."""
        run = int(self.state.anc[place, slot])
        return run * (int(self.p.n_levels) + 1) + slot

    def send(self, ticks: Array, places: Array, slot: int, **cells: Any) -> None:
        """Send one customer for each entry into the line of `slot` for `places`, on `ticks` (int64, any order).

        `cells`: columns of the dispute table beside those of a quarrel between residents.
        """
        from sim.draws import child_id
        from sim.engine.marks import ACTIVE, CAUSES, DISPUTES, NEVER
        from sim.engine.state import grow
        from sim.names import DisputeType, Opponent, State

        st, n, levels = self.state, len(ticks), int(self.p.n_levels)
        for axis, rows in (("dispute", n + 1), ("filing", 2 * n + 1), ("day", _DAY), ("push", _DAY), ("child", _DAY)):
            grow(st, axis, rows, levels)
        grow(st, "elapsed", self.ticks + 1, levels)
        person = dict(zip(self.places.tolist(), self._persons.tolist(), strict=True))
        who = np.array([person[place] for place in places.tolist()])
        st.id[:n] = [child_id(0, 1, number) for number in range(n)]
        given: dict[str, Any] = {
            "root": st.id[:n],
            "cause": 0,
            "type": int(DisputeType.NEIGHBOUR),
            "opponent": int(Opponent.NEIGHBOUR),
            "claimant": who,
            "respondent": who + 1,
            "place": places,
            "respondent_place": places,
            "stake": 1000.0,
            "observed_stake": 1000.0,
            "merit": 0.5,
            "interest": 1.0,
            "hostility": 0.3,
            "born": ticks,
            "voiced": ticks,
            "state": int(State.OPEN),
            "transfer": 2 + slot,
            "due": ticks,
            "returns": NEVER,
        }
        for name, values in (given | cells).items():
            getattr(st, name)[:n] = values
        st.count[DISPUTES] = st.count[ACTIVE] = st.cause_active[0] = n
        st.count[CAUSES] = 1
        self._set_timers(ticks.tolist())

    def _set_timers(self, due: list[int]) -> None:
        st = self.state
        for row, tick in enumerate(due):
            first = int(st.calendar[tick])
            st.timer_next[row], st.timer_prev[row] = first, -1
            if first >= 0:
                st.timer_prev[first] = row
            st.calendar[tick] = row

    def advance(self, until: int) -> None:
        """Run the engine's days up to, not including, the tick `until`; events are let go."""
        from sim.engine.day import ends_of_day, run_days
        from sim.engine.marks import DONE, EVENTS, STAGE
        from sim.engine.room import make_room

        st = self.state
        while (short := run_days(st.record, self.numbers, until, *ends_of_day())) != DONE:
            if int(st.count[STAGE]) == 0:
                st.count[EVENTS] = 0
            make_room(st, self.p, short)

    def filings(self, *names: str) -> list[Array]:
        """These columns of all filings, int64, in the order in which customers joined a line."""
        from sim.engine.marks import FILINGS

        st = self.state
        rows = int(st.count[FILINGS])
        return [getattr(st, f"filing_{name}")[:rows].astype(np.int64) for name in names]
