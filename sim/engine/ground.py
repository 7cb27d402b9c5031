"""What all runs of a scenario on a world share: parameters, the world's columns as kernels take them, candidate cells.

Nothing here depends on a seed, a policy or a day; nobody writes into it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sim.draws import hash_text, stems
from sim.engine.bordering import borders_of
from sim.engine.cells import adults_of_places, candidate_cells
from sim.engine.columns import WORLD
from sim.engine.memory import faded
from sim.names import Purpose, TieKind
from sim.rules.bonds import ally_units
from sim.rules.migrate import voiced_share
from sim.rules.parameters import Parameters, parameter_values
from sim.rules.voice import voice_rate
from sim.world.once import once_per_world
from sim.world.posts import posts_of

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world import World

Array = npt.NDArray[Any]

COUNTY_RATE = 1_200_000
"""Registered residents that hours of what stands behind the court's line are given for, as the court's own."""


RESIDENTS_OF_A_STATION = 50_000
"""How many registered residents `police.hours` are given for."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Ground:
    """`p`: parameters for Python; `numbers`: the same as kernels take them; `columns`: the group `world` by name.

    `behind_minutes` int64[3, place]: minutes a day of the court's pre-filing mediators there, of arbitrators, and of
    reconsideration.
    `runs_forum` u1[place]: 1 where the place runs a forum for somebody. `rows`: places, lines, posts and residents.
    `candidates_a_day`: mean over all cells together. `layouts`: by sizes, how a state begins (`allocate` fills it).
    """

    p: Any
    numbers: Any
    columns: dict[str, Array]
    runs_forum: Array
    behind_minutes: Array
    rows: dict[str, int]
    candidates_a_day: float
    layouts: dict[tuple[int, ...], Any] = field(default_factory=dict)

    def stems(self, seed: int) -> Array:
        """What all draws of candidates of a cell share under a seed, uint64[cell] (`draws.stem`)."""
        by_place = stems(seed, int(Purpose.ROOT_COUNT), self.columns["place_key"])
        cells: Array = by_place[self.columns["cell_place"]]
        return cells


@once_per_world
def ground_of(scenario: Scenario, world: World) -> Ground:
    """Return what runs of `scenario` on `world` share."""
    p = parameter_values(scenario)
    places = len(world.place_key)
    columns = _columns(scenario, world, p)
    return Ground(
        p=p,
        numbers=Parameters(**vars(p)),
        columns=columns,
        runs_forum=_runs_forum(world, p),
        behind_minutes=np.array(
            [_prefiling_minutes(world, p), _arbitration_minutes(world, p), review_minutes(world, p)]
        ),
        rows={
            "place": places,
            "line": places * (int(p.n_levels) + 4),
            "post": len(columns["post_key"]),
            "resident": len(world.res_household),
        },
        candidates_a_day=_candidates_a_day(columns),
    )


def _candidates_a_day(columns: dict[str, Array]) -> float:
    total = 0.0
    for mean, pieces in zip(columns["cell_mean"].tolist(), columns["cell_pieces"].tolist(), strict=True):
        total += mean * pieces
    return total


def _columns(scenario: Scenario, world: World, p: Any) -> dict[str, Array]:
    start, end = _below(world)
    values = {c.name: getattr(world, c.name) for c in WORLD if hasattr(world, c.name)}
    values["below_start"], values["below_end"] = start, end
    values.update(borders_of(world, p, end - start))
    values.update(candidate_cells(world, p, values["border_start"]))
    values.update(_shocks(scenario, world, values))
    values["police_minutes"] = station_minutes(world, p)
    values["desk_minutes"] = window_minutes(world, p)
    values["voice_of"] = voicing(world, p)
    values["stake_of"] = stakes(world, p)
    values.update(faded(p))
    values["ally_of"] = np.array([ally_units(float(weight)) for weight in p.tie_ally], dtype=np.int32)
    if p.on_tie_kinds == 0:
        values.update(without_online(world))
    values.update(_campaigns(scenario, world))
    posts = posts_of(scenario, world)
    values.update(post_key=posts.key, post_line=posts.line, post_kind=posts.kind, post_minutes=posts.minutes)
    none = np.full(3 * len(world.place_key), posts.start[-1])  # lines behind those of slots and courts have no posts
    values["line_posts"] = np.concatenate([posts.start, none])
    for column in WORLD:
        values[column.name] = np.require(values[column.name], dtype=column.dtype, requirements=["C", "W"])
    return values


def station_minutes(world: World, p: Any) -> Array:
    """Minutes a day that the police station of each town has for quarrels, int64[n_places].

    Like all staff they follow registered residents; a station that serves anybody has a minute at least.
    """
    slot = int(p.office_slot)
    hours = float(p.police_hours) / RESIDENTS_OF_A_STATION
    minutes = np.floor(60.0 * world.served_registered[:, slot] * hours + 0.5).astype(np.int64)
    people: Array = np.maximum(minutes, world.served_actual[:, slot] > 0)
    return people


def window_minutes(world: World, p: Any) -> Array:
    """Minutes a day of the hotline and of the centre's desk at each place where a court stands, int64[n_places, 2].

    By registered residents, as of a station; a minute at least where they serve anybody.
    """
    registered, people = world.served_registered[:, -1], world.served_actual[:, -1] > 0
    hours = (float(p.desk_hotline_hours), float(p.desk_centre_hours))
    rates = (60.0 * registered * (of / RESIDENTS_OF_A_STATION) for of in hours)
    minutes = (np.maximum(np.floor(rate + 0.5).astype(np.int64), people) for rate in rates)
    return np.stack(tuple(minutes), axis=1)


def _runs_forum(world: World, p: Any) -> Array:
    """Places that run the forum of some slot for a place that holds people."""
    runs = np.zeros(len(world.place_key), dtype=np.uint8)
    homes = np.flatnonzero(world.hh_start[1:] > world.hh_start[:-1])
    for slot in np.flatnonzero(p.forum_of_slot):
        runs[world.anc[homes, slot]] = 1
    return runs


def _prefiling_minutes(world: World, p: Any) -> Array:
    """Hours by registered residents whose court it is, less what organisations' suits take; at least a minute a day.

    None at all where the process is off: hours that nobody may use would still be paid for.
    """
    if p.on_prefiling == 0:
        return np.zeros(len(world.place_key), dtype=np.int64)
    served = world.served_registered[:, -1].astype(np.float64)
    own_share = 1.0 - p.court_organisation_docket
    minutes = np.floor(60.0 * served * (own_share * p.prefiling_hours / COUNTY_RATE) + 0.5).astype(np.int64)
    return np.maximum(minutes, (world.served_actual[:, -1] > 0).astype(np.int64))


def _arbitration_minutes(world: World, p: Any) -> Array:
    """Hours of arbitrators by registered residents, at the place of the court; at least a minute a day where it is on.

    None where the process is off, as before filing.
    """
    if p.on_arbitration == 0:
        return np.zeros(len(world.place_key), dtype=np.int64)
    served = world.served_registered[:, -1].astype(np.float64)
    minutes = np.floor(60.0 * served * (p.arbitration_hours / COUNTY_RATE) + 0.5).astype(np.int64)
    return np.maximum(minutes, (world.served_actual[:, -1] > 0).astype(np.int64))


def review_minutes(world: World, p: Any) -> Array:
    """Hours of reconsideration by registered residents, at each place from the court's level up; a minute at least.

    None where the process is off.
    """
    if p.on_reconsideration == 0:
        return np.zeros(len(world.place_key), dtype=np.int64)
    tiers = slice(int(p.court_rank), int(p.n_levels))
    served = world.served_registered[:, tiers].max(axis=1).astype(np.float64)
    minutes = np.floor(60.0 * served * (p.reconsideration_hours / COUNTY_RATE) + 0.5).astype(np.int64)
    return np.maximum(minutes, (world.served_actual[:, tiers].max(axis=1) > 0).astype(np.int64))


def _below(world: World) -> tuple[Array, Array]:
    """Household rows below each place, as a range (leaves are ordered depth first)."""
    start = np.asarray(world.hh_start[:-1], dtype=np.int32).copy()
    end = np.asarray(world.hh_start[1:], dtype=np.int32).copy()
    low = np.where(end > start, start, np.iinfo(np.int32).max)
    high = np.where(end > start, end, 0)
    for row in range(len(low) - 1, 0, -1):
        above = world.place_parent[row]
        low[above] = min(low[above], low[row])
        high[above] = max(high[above], high[row])
    return np.minimum(low, high).astype(np.int32), high.astype(np.int32)


def voicing(world: World, p: Any) -> Array:
    """Daily hazard of voicing of a local and of a migrant, float64[2]; the mean share over adults is as stated."""
    if p.on_migration == 0:
        return np.full(2, p.voice_hazard, dtype=np.float64)
    adult = world.res_adult > 0
    migrants = int(np.count_nonzero(adult & (world.res_migrant > 0))) / int(np.count_nonzero(adult))
    shares = (float(voiced_share(p.voice_share, p.migrants_voice, migrants, side)) for side in (0, 1))
    return np.array([voice_rate(share, p.voice_fade_days) for share in shares], dtype=np.float64)


def stakes(world: World, p: Any) -> Array:
    """What is added to log stakes in rural and in urban units, float64[2]; its mean over all adults is 0."""
    if p.on_dual_structure == 0:
        return np.zeros(2, dtype=np.float64)
    adults = adults_of_places(world)
    everyone, urban = int(adults.sum()), int(adults[world.place_urban == 1].sum())  # house ok: whole numbers
    share = urban / everyone
    return np.array([-p.stake_urban_gap * share, p.stake_urban_gap * (1.0 - share)], dtype=np.float64)


def without_online(world: World) -> dict[str, Array]:
    """The ties of a world as they are for a model that does not know of online ties."""
    kept = world.tie_kind != TieKind.ONLINE
    before = np.concatenate([[0], np.cumsum(kept, dtype=np.int64)])
    return {
        "tie_start": before[world.tie_start].astype(np.int32),
        "tie_to": world.tie_to[kept],
        "tie_kind": world.tie_kind[kept],
    }


def _shocks(scenario: Scenario, world: World, cells: dict[str, Array]) -> dict[str, Array]:
    """Days, factors and keys of the shocks, and for each (shock, cell) in a row whether it acts there."""
    shocks = scenario.shocks if scenario.processes.shocks else ()
    reach = np.zeros((len(shocks), len(cells["cell_type"])), dtype=np.uint8)
    for row, shock in enumerate(shocks):
        units = scenario.shocked_units(shock)
        there = np.array([code in units for code in world.code], dtype=np.bool_)
        reach[row] = there[cells["cell_place"]] & np.isin(cells["cell_type"], [int(kind) for kind in shock.disputes])
    return {
        "shock_start": np.array([shock.start for shock in shocks], dtype=np.int32),
        "shock_end": np.array([shock.end for shock in shocks], dtype=np.int32),
        "shock_factor": np.array([shock.factor for shock in shocks], dtype=np.float64),
        "shock_key": np.array([hash_text(shock.id) for shock in shocks], dtype=np.uint64),
        "shock_reach": reach.ravel(),
    }


def _campaigns(scenario: Scenario, world: World) -> dict[str, Array]:
    """Days, intensity and reach (campaign by place, in a row) of the campaigns, none where they are off."""
    campaigns = scenario.campaigns if scenario.processes.campaigns else ()
    reach = np.zeros((len(campaigns), len(world.code)), dtype=np.uint8)
    for row, campaign in enumerate(campaigns):
        places = scenario.campaign_places(campaign)
        reach[row] = [code in places for code in world.code]
    return {
        "campaign_start": np.array([campaign.start for campaign in campaigns], dtype=np.int32),
        "campaign_length": np.array([campaign.length for campaign in campaigns], dtype=np.int32),
        "campaign_period": np.array([campaign.period for campaign in campaigns], dtype=np.int32),
        "campaign_intensity": np.array([campaign.intensity for campaign in campaigns], dtype=np.float64),
        "campaign_reach": reach.ravel(),
    }
