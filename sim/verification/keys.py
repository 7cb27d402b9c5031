"""Decides whether a run ever meets one key twice: the keys of its draws, gathered anew from what it left.

A key's last round is a bijection of (stem ^ counter) (`draws.from_stem`), so two keys are one exactly where these are;
`draws.stems` gives the stems of whole columns. One occasion that is listed twice counts as a collision as well: it
would mean that two sessions, two lodgings or two ends share their luck.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from sim import draws
from sim.names import Forum, Origin, Purpose
from sim.verification import weigh
from sim.verification.check import Looked, Part
from sim.verification.societies import changed, library

if TYPE_CHECKING:
    from sim.engine.run import Run

Array = npt.NDArray[Any]

SEED: Final = 1
_SIZES: Final = {1: "fengqiao_town", 2: "zhuji"}
_AT_BIRTH: Final = (
    Purpose.EXISTENCE, Purpose.CLAIMANT, Purpose.OPPONENT, Purpose.RESPONDENT, Purpose.STAKE, Purpose.OBSERVED_STAKE,
    Purpose.POWER, Purpose.REMEDY, Purpose.HOSTILITY, Purpose.MERIT, Purpose.VOICE, Purpose.FADE, Purpose.DETECTION,
    Purpose.DEPARTMENTS, Purpose.GATHER,
)  # fmt: skip
_AT_ENDS: Final = (Purpose.DECIDE, Purpose.RETURN, Purpose.FORGET, Purpose.DROPOUT, Purpose.CALL, Purpose.WINDOW)
_AT_SESSIONS: Final = (Purpose.SETTLE, Purpose.PRESS)
_AT_CASES: Final = (
    Purpose.TIE_BREAK, Purpose.CONSENT, Purpose.PROMISE, Purpose.FAIR, Purpose.MISREPORT, Purpose.REFERRAL,
    Purpose.MISROUTE, Purpose.SUPPRESS, Purpose.GATE,
)  # fmt: skip
_MOST_SESSIONS: Final = 64


def _packed(*parts: Array | int) -> Array:
    """`draws.pack` of columns."""
    columns = np.broadcast_arrays(*(np.asarray(part).astype(np.uint64) for part in parts))
    whole: Array = np.zeros(columns[0].shape, np.uint64)
    for column in columns:
        whole = (whole << np.uint64(16)) | column
    return whole


def _repeated(count: Array) -> tuple[Array, Array]:
    """Row and number, 0 to count - 1, of each of `count` things of every row."""
    row = np.repeat(np.arange(len(count)), count)
    first = np.repeat(np.cumsum(count) - count, count)
    return row, np.arange(len(row)) - first


def _keys(purpose: Purpose, entities: Array, counters: Array) -> Array:
    return draws.stems(SEED, int(purpose), entities) ^ counters


def keys_of(run: Run) -> Iterator[Array]:
    """Yield the keys of the run's draws, purpose by purpose: of births, ends, choices, cases, sessions, candidates."""
    from sim.engine import marks

    st, p = run.state, run.p
    n, cases = int(st.count[marks.DISPUTES]), int(st.count[marks.FILINGS])
    ids = st.id[:n].copy()
    none = np.zeros(n, np.uint64)
    for purpose in _AT_BIRTH:
        yield _keys(purpose, ids, none)
    row, episode = _repeated(st.episode[:n].astype(np.int64) + 1)
    for purpose in _AT_ENDS:
        yield _keys(purpose, ids[row], _packed(episode, 0, 0, 0))
    yield from _of_choices(run, ids)
    forum, channel = st.filing_forum[:cases].astype(np.int64), st.filing_channel[:cases].astype(np.int64)
    slot = np.where(forum >= Forum.COURT, int(p.court_rank), channel - 2)
    slot = np.where(forum == Forum.POLICE, int(p.office_slot), slot)
    of, visit = ids[st.filing_dispute[:cases]], st.filing_visit[:cases]
    for purpose in _AT_CASES:
        yield _keys(purpose, of, _packed(forum, slot, visit, 0))
    case, session = _repeated(np.minimum(st.filing_sessions[:cases].astype(np.int64) + 1, _MOST_SESSIONS))
    for purpose in _AT_SESSIONS:
        yield _keys(purpose, of[case], _packed(forum[case], slot[case], visit[case], session))
    yield from _of_candidates(run)


def _of_choices(run: Run, ids: Array) -> Iterator[Array]:
    """Each option of each visit that was ever weighed, one more than there were visits."""
    st, p = run.state, run.p
    levels = int(p.n_levels)
    named = [(int(Forum.NONE), 0), (int(Forum.BILATERAL), 0)]
    named += [(int(p.forum_of_slot[r]), r) for r in range(levels)]
    named += [(int(Forum.COURT), int(p.court_rank)), (int(Forum.OUTSIDE), levels)]
    for channel, (forum, slot) in enumerate(named):
        if channel == 0 or forum:
            row, visit = _repeated(st.visits[: len(ids), channel].astype(np.int64) + 1)
            yield _keys(Purpose.CHOICE, ids[row], _packed(forum, slot, visit, 0))


def _of_candidates(run: Run) -> Iterator[Array]:
    from sim.engine.marks import FIRST_TICK

    st = run.state
    cell, piece = _repeated(st.cell_pieces.astype(np.int64))
    where, kind = st.place_key[st.cell_place[cell]], st.cell_type[cell]
    stems = draws.stems(SEED, int(Purpose.ROOT_COUNT), where)
    for tick in range(run.tick):
        yield stems ^ _packed(tick + FIRST_TICK, kind, piece, 0)


def _collisions(columns: Iterator[Array]) -> tuple[int, int]:
    """Keys that were met before, and how many keys there are in all."""
    keys = np.concatenate(list(columns))
    keys.sort()
    return int(np.count_nonzero(keys[1:] == keys[:-1])), len(keys)


def _ids(run: Run) -> Iterator[tuple[str, Array]]:
    """Yield ids by kind: of places, households, people, posts, disputes."""
    from sim.engine import marks

    st, world = run.state, run.world
    purpose = int(Purpose.HOUSEHOLD)
    places = world.place_key[world.hh_place].tolist()
    number = (np.arange(world.n_households) - world.hh_start[world.hh_place]).tolist()
    homes = [int(draws.child_id(purpose, place, n)) for place, n in zip(places, number, strict=True)]
    inside = (np.arange(world.n_residents) - world.hh_first[world.res_household]).tolist()
    belongs = world.res_household.tolist()
    people = [int(draws.child_id(purpose, homes[home], n)) for home, n in zip(belongs, inside, strict=True)]
    yield "places", np.asarray(world.place_key)
    yield "households and people", np.array([*homes, *people], dtype=np.uint64)
    yield "posts", np.asarray(st.post_key)
    yield "disputes", st.id[: int(st.count[marks.DISPUTES])].copy()


def _causes(run: Run) -> tuple[int, int]:
    """Causes by number, and different (respondent, type, place) that stand for one; equal unless two share a key."""
    from sim.engine import marks

    st, n = run.state, int(run.state.count[marks.DISPUTES])
    own = np.flatnonzero(st.origin[:n] != Origin.CONTAGION)  # a child of contagion keeps its parent's cause
    rows = np.rec.fromarrays([st.respondent_key[own], st.type[own].astype(np.int64), st.place[own]])
    return len(np.unique(st.cause[own])), len(np.unique(rows))


def look_keys(size: int) -> Looked:
    """Run a society for its whole time, with every process on, and count what is met twice."""
    from sim.engine.run import Run

    scenario, world = library(_SIZES[size])
    on = dict.fromkeys(type(scenario.processes).model_fields, True)
    run = Run(changed(scenario, processes=on), world, seed=SEED)
    run.finish()
    met, keys = _collisions(keys_of(run))
    parts = [Part(what=f"keys met twice, of {keys}", seen=met, expected=0.0, weight=weigh.exact(met, 0), unit="keys")]
    for kind, ids in _ids(run):
        twice = len(ids) - len(np.unique(ids))
        weight = weigh.exact(twice, 0)
        parts.append(Part(what=f"ids of {kind} met twice, of {len(ids)}", seen=twice, expected=0.0, weight=weight,
                          unit="ids"))  # fmt: skip
    rows, causes = _causes(run)
    parts.append(Part(what="causes, by different respondents, types and places", seen=rows, expected=causes,
                      weight=weigh.exact(rows, causes), unit="causes"))  # fmt: skip
    return Looked(size=size, parts=tuple(parts))
