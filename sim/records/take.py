"""Decides how records are taken from a run: columns copied out, ticks turned into days, places into numbers.

What the columns mean is in `schema`, end states and families in `ending`. Below county level no name or code is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.engine.marks import DISPUTES, FILINGS
from sim.names import Forum, State
from sim.records.ending import end_states, families, in_cohort, left_over, level_reached
from sim.records.ledgers import Principals, ReportedLedger, TrueLedger
from sim.records.manifest import Manifest, manifest_of
from sim.records.marks import NEVER
from sim.records.schema import CASE_FIELDS, DISPUTE_FIELDS
from sim.records.series import Series, series_of
from sim.records.society import Society, society_of

if TYPE_CHECKING:
    from sim.engine.run import Run
    from sim.scenario import Scenario
    from sim.world import World

Array = npt.NDArray[Any]
Progress = Callable[[int, int], None]
"""Called with (ticks done, ticks in all)."""

NO_LINE = -1
"""Slot of a case of the police, who have none."""

_KEPT = tuple(field for field in DISPUTE_FIELDS if not field.derived)
_KEPT_CASE = tuple(field for field in CASE_FIELDS if not field.derived)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Records:
    """What one run leaves: who it was, the true ledger, the cases, daily counts, and how principals answered."""

    manifest: Manifest
    society: Society
    disputes: TrueLedger
    cases: ReportedLedger
    series: Series
    principals: Principals


def take_records(run: Run) -> Records:
    """Return the records of a run as it stands; end states are as of its last day. The run is not changed."""
    return Records(
        manifest=manifest_of(run),
        society=society_of(run.scenario, run.world),
        disputes=_true_ledger(run),
        cases=_case_table(run),
        series=take_series(run),
        principals=_principals(run),
    )


def take_series(run: Run) -> Series:
    """Return the daily counts of the days run so far, and nothing else."""
    return series_of(run.state.series[: run.tick], -run.burn_in)


def pilot_records(
    scenario: Scenario, world: World, *, seed: int = 0, days: int = 365, progress: Progress | None = None
) -> Records:
    """Return the records of a short run under the baseline, its first day taken as day 0.

    It starts from the starting stocks without a burn-in: enough to tell a line's load, not a policy's effect.
    """
    from sim.engine.run import Run

    run = Run(scenario, world, seed=seed, burn_in=0)
    advance(run, min(days, run.horizon), progress)
    return take_records(run)


def advance(run: Run, ticks: int, progress: Progress | None = None) -> None:
    """Run `ticks` more ticks, in stretches of thirty days if somebody wants to be told."""
    end = min(run.tick + ticks, run.horizon)
    start = run.tick
    while run.tick < end:
        run.advance(end - run.tick if progress is None else min(30, end - run.tick))
        if progress is not None:
            progress(run.tick - start, end - start)


def _days(ticks: Array, burn_in: int) -> Array:
    """Return ticks as policy days; NEVER stays."""
    return np.where(ticks == NEVER, NEVER, ticks - burn_in).astype(np.int32)


def _true_ledger(run: Run) -> TrueLedger:
    state, world, n = run.state, run.world, int(run.state.count[DISPUTES])
    columns: dict[str, Array] = {}
    for field in _KEPT:
        held = getattr(state, field.name)[:n]
        columns[field.name] = _days(held, run.burn_in) if field.unit == "day" else held.copy()
    columns["visits"] = columns["visits"][:, : int(run.p.n_levels) + 4]
    claimant, place = state.claimant[:n], state.place[:n]
    columns["claimant_standing"] = world.res_standing[claimant]
    columns["claimant_sex"] = world.res_sex[claimant]
    columns["claimant_migrant"] = world.res_migrant[claimant]
    columns["claimant_age"] = world.res_age[claimant]
    columns |= _parties(world, claimant, state.respondent[:n], state.respondent_place[:n])
    columns["place_level"] = world.place_rank[place]
    columns["review_level"] = _next_up(world, place, columns["home"])
    columns["place_urban"] = world.place_urban[place]
    columns["place_kind"] = world.place_kind[place]
    columns["place_number"] = world.place_number[place]
    columns["case"] = np.where(columns["state"] == State.QUEUED, state.filing[:n], -1).astype(np.int32)
    return TrueLedger(columns | _derived(columns, run))


def _parties(world: World, claimant: Array, respondent: Array, respondent_place: Array) -> dict[str, Array]:
    """Number the parties who are residents in the order in which the ledger first names them: no row of the world."""
    pairs = np.stack([claimant, respondent], axis=1).astype(np.int64).ravel()
    at = np.flatnonzero(pairs >= 0)
    people = pairs[at]
    first = np.zeros(world.n_residents, dtype=np.int64)
    first[people[::-1]] = at[::-1]  # the last to be written is the first to appear
    numbers = np.cumsum(first[people] == at) - 1
    person = np.full(len(pairs), -1, dtype=np.int32)
    by_place = np.zeros(len(pairs), dtype=np.int32)
    by_place[at] = numbers  # right where it is a first appearance; read only there
    person[at] = by_place[first[people]]
    known = respondent_place >= 0
    return {
        "claimant_person": person[0::2],
        "respondent_person": person[1::2],
        "respondent_urban": np.where(known, world.place_urban[np.maximum(respondent_place, 0)], 0),
    }


def _next_up(world: World, place: Array, home: Array) -> Array:
    """Return the level of the next place up from each home level, int8[n]; tiers may be missing on the way."""
    above = home.astype(np.int64) + 1
    inside = np.minimum(above, world.n_levels - 1)
    return np.where(above < world.n_levels, world.place_rank[world.anc[place, inside]], world.n_levels).astype(np.int8)


def _derived(columns: dict[str, Array], run: Run) -> dict[str, Array]:
    ends = ("state", "interest", "voiced", "last_way", "last_end", "returns", "forgets")
    family = families(columns["id"], columns["root"], columns["origin"])
    return {
        "end_state": end_states(**{name: columns[name] for name in ends}),
        "family": family,
        "cohort": in_cohort(family, columns["born"], int(run.scenario.time.cohort)),
        "legacy": left_over(**{name: columns[name] for name in ("born", "state", "last_end", "forgets")}),
        "at_level": level_reached(
            state=columns["state"],
            last_level=columns["last_level"],
            case=columns["case"],
            case_level=run.state.filing_level,
            outside=int(run.p.n_levels),
        ),
    }


def _case_table(run: Run) -> ReportedLedger:
    state, n = run.state, int(run.state.count[FILINGS])
    columns: dict[str, Array] = {}
    for field in _KEPT_CASE:
        held = getattr(state, f"filing_{field.name}")[:n]
        columns[field.name] = _days(held, run.burn_in) if field.unit == "day" else held.copy()
    still = columns["closed"] == NEVER
    columns["sessions"][still] = state.sessions[columns["dispute"][still]]
    lines = state.filing_line[:n]
    width = int(run.p.n_levels) + 1
    places = len(run.world.place_key)
    behind = (
        lines - width * places
    ) // places  # below 0: a slot or the court; then before filing, arbitration, reconsideration
    columns["slot"] = np.where(behind < 0, lines % width, width + behind)
    columns["slot"][columns["forum"] == Forum.POLICE] = NO_LINE
    columns["place_number"] = run.world.place_number[
        np.where(behind < 0, lines // width, (lines - width * places) % places)
    ]
    return ReportedLedger(columns)


def _principals(run: Run) -> Principals:
    state, world = run.state, run.world
    rows = np.flatnonzero(state.runs_forum == 1)
    return Principals(
        {
            "level": world.place_rank[rows],
            "urban": world.place_urban[rows],
            "number": world.place_number[rows],
            "minutes": state.line_minutes[rows.astype(np.int64) * (int(run.p.n_levels) + 1) + world.place_rank[rows]],
            "effort": state.effort[rows].copy(),
            "suppression": state.suppression[rows].copy(),
            "misreporting": state.misreporting[rows].copy(),
        }
    )
