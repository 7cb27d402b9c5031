"""Decides who works where: the posts of every line, their kinds and contracted minutes, from the line's minutes.

Posts are structure, as places are: who holds one, how skilled and how tired, belongs to a run. What a post's minutes do
is the engine's. A scenario without the process has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sim.draws import plain_child_id, plain_pack
from sim.floats import sigmoid
from sim.names import Purpose, StaffKind
from sim.world.once import once_per_world

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.world.columns import World

Shares = tuple[tuple[StaffKind, float], ...]
MOST_POSTS: Final = 65_535
"""Posts of one kind at one forum, at most: their number is a part of a key."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Posts:
    """One row a post, by line. `minutes` a day are at least 1 and, but for volunteers' (below), sum to the line's.

    `start` int32[lines + 1]: first post of each line. Keys do not depend on rows.
    """

    key: npt.NDArray[np.uint64]
    line: npt.NDArray[np.int32]
    kind: npt.NDArray[np.uint8]
    minutes: npt.NDArray[np.int32]
    start: npt.NDArray[np.int32]


@once_per_world
def posts_of(scenario: Scenario, world: World) -> Posts:
    """Return the posts of every line with minutes, none where the process is off.

    Where volunteers come and go, there are as many more of them as are away when nobody is busy: so hours stay what
    they were.
    """
    rows: list[tuple[int, int, int, int]] = []
    start = [0]
    width = world.n_levels + 1
    forums = [*(level.forum for level in scenario.levels), "court"]
    away = 1.0
    if scenario.processes.volunteers:
        away = sigmoid(float(scenario.volunteers.benefit) + 0.5 * float(scenario.volunteers.success))
    for line in range(len(world.place_key) * width):
        place, slot = line // width, line % width
        minutes = int(world.minutes[place, slot])
        if scenario.processes.staff and forums[slot] != "none" and minutes > 0:
            for kind, part in _parts(minutes, _shares(scenario, forums[slot])):
                whole = max(1, int(part / away)) if kind == StaffKind.VOLUNTEER else part
                rows += _divided(scenario, kind, whole, line, (int(world.place_key[place]), slot))
        start.append(len(rows))
    table = np.array(rows, dtype=np.uint64).reshape(-1, 4)  # minutes and lines are small: nothing is lost
    return Posts(
        key=table[:, 0].copy(),
        line=table[:, 1].astype(np.int32),
        kind=table[:, 2].astype(np.uint8),
        minutes=table[:, 3].astype(np.int32),
        start=np.array(start, dtype=np.int32),
    )


def _shares(scenario: Scenario, forum: str) -> Shares:
    """Kinds of staff of a forum with their shares of its hours; the first has what the others leave."""
    posts = scenario.posts
    return {
        "committee": (
            (StaffKind.PART_TIME, 0.0),
            (StaffKind.VOLUNTEER, posts.committee_volunteer),
            (StaffKind.GRID, posts.committee_grid),
        ),
        "office": (
            (StaffKind.FULL_TIME, 0.0),
            (StaffKind.INDUSTRY, posts.office_industry),
            (StaffKind.CONTRACTED, posts.office_contracted),
        ),
        "petition": ((StaffKind.CLERK, 0.0),),
        "court": ((StaffKind.JUDGE, 0.0),),
    }[forum]


def _parts(minutes: int, shares: Shares) -> list[tuple[StaffKind, int]]:
    """Whole minutes of each kind, together all of them; kinds left without any are left out."""
    left, parts = minutes, []
    for kind, share in shares[1:]:
        part = min(left, int(minutes * float(share) + 0.5))
        left -= part
        parts.append((kind, part))
    return [(kind, part) for kind, part in [(shares[0][0], left), *parts] if part > 0]


def _divided(
    scenario: Scenario, kind: StaffKind, minutes: int, line: int, forum: tuple[int, int]
) -> list[tuple[int, int, int, int]]:
    """Rows (key, line, kind, minutes) of as many people as these minutes keep busy, at least one."""
    each = 60.0 * float(getattr(scenario.posts, f"hours_{kind.name.lower()}"))
    number = min(minutes, MOST_POSTS, max(1, int(minutes / each + 0.5)))
    place_key, slot = forum
    return [
        (
            plain_child_id(int(Purpose.POST_ID), place_key, plain_pack(slot, int(kind), n, 0)),
            line,
            int(kind),
            minutes * (n + 1) // number - minutes * n // number,
        )
        for n in range(number)
    ]
