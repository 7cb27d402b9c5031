"""`python -m benchmarks.long_run [SCENARIO] [KEY=VALUE ...]`: careers in the long run, as `initial` wants them.

The starting stocks are drawn from a past that is told by shares (decision 24). Whoever adds a process or moves a
default asks here what those shares are now: all careers of the seventh and eighth year of one run, private parties and
authorities apart, beside what the scenario says. A career begins when a grievance is voiced or comes back and ends when
it comes to rest; terms and appeals that are pending belong to it.
"""

from __future__ import annotations

import sys
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.table import print_table
from sim.engine.channels import LUMP
from sim.names import Opponent, State

YEARS_BEFORE: Final = 6
YEARS: Final = 2
YEAR: Final = 365

REST: Final = (State.LUMPED, State.SUPPRESSED, State.SETTLED, State.ACCEPTED)
NOT_BEGUN: Final = (State.LATENT, *REST)
OVER: Final = (State.FADED, State.FORGOTTEN, State.FINAL)

Array = npt.NDArray[Any]


class Careers:
    """Careers under way, and the tallies of those that ended: by authority 0 or 1, `ends[authority, again, state]`."""

    def __init__(self, rows: int) -> None:
        self.began = np.full(rows, -1, dtype=np.int64)
        self.again = np.zeros(rows, dtype=np.int64)
        self.tried = np.zeros(rows, dtype=np.int64)
        self.lumped = np.zeros(rows, dtype=np.int64)
        self.ends = np.zeros((2, 2, len(State)), dtype=np.int64)
        self.tries = np.zeros(2, dtype=np.int64)
        self.days = np.zeros(2, dtype=np.int64)

    def day(self, state: Any, rows: int, before: Array, tick: int) -> Array:
        """Compare the states of yesterday with today's; returns today's."""
        now = state.state[:rows].copy()
        was = np.full(rows, int(State.LATENT), dtype=now.dtype)
        was[: len(before)] = before
        tries = state.fails[:rows].sum(axis=1)
        lumped = state.visits[:rows, LUMP].astype(np.int64)
        at_once = (was == State.LUMPED) & (now == State.LUMPED) & (lumped > self.lumped[:rows])
        moved = (was != now) | at_once  # who comes back and gives up on one day was lumped on the day before too
        self.lumped[:rows] = lumped
        begins = np.flatnonzero(moved & np.isin(was, NOT_BEGUN) & ~np.isin(now, OVER))
        self.began[begins], self.again[begins] = tick, was[begins] == State.LUMPED
        self.tried[begins] = tries[begins]
        ended = np.flatnonzero(moved & np.isin(now, REST) & (self.began[:rows] >= 0))
        authority = (np.isin(state.opponent[ended], (Opponent.COLLECTIVE, Opponent.GOVERNMENT))).astype(np.int64)
        np.add.at(self.ends, (authority, self.again[ended], now[ended]), 1)
        np.add.at(self.tries, authority, tries[ended] - self.tried[ended])
        np.add.at(self.days, authority, tick - self.began[ended])
        self.began[ended] = -1
        return np.asarray(now)


def measure(scenario: str, overrides: list[str], seed: int = 1) -> dict[str, tuple[float, float]]:
    """Each key of `initial`: what the scenario says, and the long run."""
    from sim.engine.marks import DISPUTES
    from sim.engine.run import Run
    from sim.scenario import load_scenario
    from sim.world import build_world

    ticks = (YEARS_BEFORE + YEARS) * YEAR
    loaded = load_scenario(
        scenario, ["time.burn_in=0", f"time.cohort={YEARS * YEAR}", "time.follow_up=2190", *overrides]
    )
    run = Run(loaded, build_world(loaded), seed=seed, burn_in=0)
    run.advance(YEARS_BEFORE * YEAR)
    rows = int(run.state.count[DISPUTES])
    careers = Careers(8 * rows)
    before = run.state.state[:rows].copy()
    careers.lumped[:rows] = run.state.visits[:rows, LUMP]
    for tick in range(YEARS_BEFORE * YEAR, ticks):
        run.advance(1)
        before = careers.day(run.state, int(run.state.count[DISPUTES]), before, tick)
    found = dict(_shares(careers))
    return {key: (float(getattr(loaded.initial, key)), value) for key, value in found.items()}


def _shares(careers: Careers) -> Any:
    for authority, name in ((0, "private"), (1, "authority")):
        ends = careers.ends[authority]
        first, again = ends[0], ends[1]
        yield f"{name}_lumped", first[State.LUMPED] / max(1, first.sum())
        yield f"{name}_again", again[State.LUMPED] / max(1, again.sum())
        yield f"{name}_suppressed", first[State.SUPPRESSED] / max(1, first.sum())
        if authority:
            yield f"{name}_accepted", first[State.ACCEPTED] / max(1, first.sum())
        tries = careers.tries[authority] / max(1, ends.sum())
        yield f"{name}_tries", tries / (1.0 + tries)
        yield f"{name}_days", careers.days[authority] / max(1, ends.sum())


def main(asked: list[str]) -> None:
    """Print the table."""
    names = [word for word in asked if "=" not in word]
    overrides = [word for word in asked if "=" in word]
    scenario = names[0] if names else "zhuji"
    rows = [[f"`{key}`", f"{said:.3g}", f"{found:.3g}"] for key, (said, found) in measure(scenario, overrides).items()]
    print_table(f"Careers of {scenario} in the seventh and eighth year", ["initial", "says", "long run"], rows)


if __name__ == "__main__":
    main(sys.argv[1:])
