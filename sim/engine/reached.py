"""What a party's attempt and a lodging leave on a dispute: how far it has reached, and the families of its spill.

Words: `definitions` 1 (escalation, skip, spill, lawful review). What an institution does of its own accord is neither.
"""

from __future__ import annotations

from sim.engine.blocks import review_block
from sim.engine.channels import court_channel
from sim.engine.marks import (
    ABOVE,
    ATTEMPTED,
    BEYOND,
    COURT_ABOVE,
    ESCALATED,
    FOUND,
    LAWFUL,
    NEVER,
    S_ABOVE,
    S_COURT_ABOVE,
    S_OUTSIDE,
    SKIPPED,
    TICK,
)
from sim.jit import inner
from sim.names import Opponent

_GOVERNMENT = int(Opponent.GOVERNMENT)


@inner
def raise_reach(st, p, i, level):
    """Marks of a party's attempt at `level`: escalation above its highest so far, skipping."""
    reach = int(st.reach[i])
    if reach >= 0 and level > reach:
        st.tried[i] = int(st.tried[i]) | ESCALATED
    if _leaves_out(st, p, i, reach, level):
        st.marks[i] = int(st.marks[i]) | SKIPPED
    if level > reach:
        st.reach[i] = level


@inner
def _leaves_out(st, p, i, reach, level):
    """True if a level from home to below `level` has a forum for the claimant and was never tried.

    A missing tier has none: its forum is run by, and counts at the level of, the next place up. As long as nothing was
    left out, all there is from home to `reach` has been tried; so has the lowest forum, where it found the matter.
    """
    first = int(st.home[i])
    if reach + 1 > first:
        first = reach + 1
    place = int(st.place[i])
    found = int(st.place_rank[int(st.anc[place, p.base])]) if int(st.tried[i]) & FOUND else -1
    for r in range(p.base, p.n_levels):
        runs = int(st.place_rank[int(st.anc[place, r])])
        if int(p.forum_of_slot[r]) != 0 and runs >= first and runs < level and runs != found:
            return True
    return False


@inner
def attempt(st, p, i, level):
    """Marks of an administrative attempt at `level`, and what it says of who failed below."""
    home = int(st.home[i])
    raise_reach(st, p, i, level)
    if level > home and home < p.n_levels:
        st.marks[i] = int(st.marks[i]) | ATTEMPTED
    _count_up(st, p, i, level)


@inner
def _count_up(st, p, i, level):
    """A failed case of the place below has gone up: once per failed case."""
    failed = int(st.failed_place[i])
    if failed >= 0 and int(st.place_rank[failed]) < level:
        block = review_block(st, p)
        st.place_up[failed, block] = int(st.place_up[failed, block]) + 1
        st.failed_place[i] = -1


@inner
def lodged(st, p, i, channel, level):
    """Marks and series of a lodging: spill in its three families, lawful review apart."""
    st.visits[i, channel] = int(st.visits[i, channel]) + 1
    home = int(st.home[i])
    if level <= home or home >= p.n_levels:
        return
    if channel == court_channel(p):
        sued_above(st, i, level)
        return
    mark = ABOVE
    column = S_ABOVE
    if level == p.n_levels:
        mark = BEYOND
        column = S_OUTSIDE
    _spills(st, i, mark, column)
    if mark == ABOVE and int(st.opponent[i]) == _GOVERNMENT and level == _review_level(st, i):
        st.marks[i] = int(st.marks[i]) | LAWFUL


@inner
def sued_above(st, i, level):
    """A party goes to a court of `level`: a right, and a family of its own where that is above home."""
    if level > int(st.home[i]):
        st.marks[i] = int(st.marks[i]) | COURT_ABOVE
        st.series[int(st.count[TICK]), S_COURT_ABOVE] += 1


@inner
def lodged_in_review(st, i, channel):
    """An application to the government above: administrative, and lawful review, whatever its channel."""
    st.visits[i, channel] = int(st.visits[i, channel]) + 1
    _spills(st, i, ABOVE | LAWFUL, S_ABOVE)


@inner
def _spills(st, i, mark, column):
    """Marks and series of an administrative lodging above home, or of one outside."""
    tick = int(st.count[TICK])
    st.marks[i] = int(st.marks[i]) | mark
    st.series[tick, column] += 1
    if int(st.first_spill[i]) == NEVER:
        st.first_spill[i] = tick


@inner
def _review_level(st, i):
    """Level that reviews an act of the home level: the next place up, whichever tiers are missing."""
    return int(st.place_rank[int(st.anc[int(st.place[i]), int(st.home[i]) + 1])])


@inner
def lodge_unhindered(st, p, i, channel, level):
    """A lodging like any other, but nobody intercepts it and no gate stands before it."""
    attempt(st, p, i, level)
    lodged(st, p, i, channel, level)
