"""Phase 7: at the end of each review period every principal answers the appraisal from what he knows.

The formulas: `rules.appraise`.
"""

from __future__ import annotations

from sim.engine.blocks import REPORTED_BLOCKS
from sim.engine.events import emit, head_of
from sim.engine.marks import TICK
from sim.engine.staffing import open_posts
from sim.engine.surges import weight_on_unsettled, weight_on_upward
from sim.jit import inner, njit
from sim.names import Event, Phase
from sim.rules.appraise import effort, hours_left, misreport, shrink, suppress

_REVIEW, _PHASE = int(Event.REVIEW), int(Phase.INSTITUTIONS)


@inner
def answer(st, p, place, unsettled, up):
    """Write m, s, e of a place's principal for a share `unsettled` and a chance `up`."""
    st.known_u[place] = unsettled
    st.known_z[place] = up
    w_u, w_z = weight_on_unsettled(st, p, place), weight_on_upward(st, p, place)
    m = misreport(w_u, unsettled, float(st.audit[place]), p.appraisal_audit_penalty, p.appraisal_misreport_cost)
    s = suppress(w_z, unsettled, up, float(st.exposure[place]), p.appraisal_exposure_penalty, p.appraisal_suppress_cost)
    if p.on_misreporting == 0:
        m = 0.0
    if p.on_interception == 0:
        s = 0.0
    hours = hours_left(p.appraisal_paper, p.appraisal_suppress_hours, s)
    on_flow = w_z * up * (1.0 - s)
    e = effort(
        p.settle_effort_gain, p.appraisal_public_spirit, w_u * (1.0 - m), on_flow, p.appraisal_effort_cost, hours
    )
    if p.on_appraisal == 0:
        m, s, e = 0.0, 0.0, p.settle_effort_reference
    st.misreporting[place] = m
    st.suppression[place] = s
    st.effort[place] = e


@njit
def first_answers(st, p):
    """Before the first review: the answer to the starting shares, and who holds the posts at tick 0."""
    open_posts(st, p)
    for place in range(st.runs_forum.shape[0]):
        answer(st, p, place, p.appraisal_start_u, p.appraisal_start_z)


@inner
def _window(column, p, place):
    total = 0
    for block in range(p.appraisal_window_blocks):
        total += int(column[place, block])
    return total


@inner
def _level_means(st, p, rank):
    """Unsettled share and upward chance over the places of a rank; the starting shares where there were no cases."""
    cases, unsettled, up = 0, 0, 0
    for place in range(st.runs_forum.shape[0]):
        if int(st.place_rank[place]) == rank and int(st.runs_forum[place]) == 1:
            cases += _window(st.place_cases, p, place)
            unsettled += _window(st.place_unsettled, p, place)
            up += _window(st.place_up, p, place)
    share, chance = p.appraisal_start_u, p.appraisal_start_z
    if cases > 0:
        share = unsettled / float(cases)
    if unsettled > 0:
        chance = up / float(unsettled)
        if chance > 1.0:
            chance = 1.0
    return share, chance


@inner
def review(st, p):
    """Phase 7 on the last day of a review period; returns the places reviewed.

    Then the oldest block is cleared for the next.
    """
    tick = int(st.count[TICK])
    if (tick + 1) % p.appraisal_review_days != 0:
        return 0
    reviewed = 0
    for rank in range(p.n_levels):
        share, chance = _level_means(st, p, rank)
        for place in range(st.runs_forum.shape[0]):
            if int(st.place_rank[place]) == rank and int(st.runs_forum[place]) == 1:
                _review_place(st, p, place, share, chance, tick)
                reviewed += 1
    _clear_blocks(st, p, tick + 1)
    return reviewed


@inner
def _review_place(st, p, place, share, chance, tick):
    cases = float(_window(st.place_cases, p, place))
    unsettled = float(_window(st.place_unsettled, p, place))
    up = float(_window(st.place_up, p, place))
    u = shrink(unsettled, cases, share, p.appraisal_prior_weight)
    z = shrink(up, unsettled, chance, p.appraisal_prior_weight)
    if z > 1.0:
        z = 1.0
    answer(st, p, place, u, z)
    emit(st, head_of(tick, _PHASE, _REVIEW, 0, 0), int(st.place_key[place]), 0, 0,
         float(st.misreporting[place]), float(st.suppression[place]), float(st.effort[place]))  # fmt: skip


@inner
def _clear_blocks(st, p, tomorrow):
    """Empty the blocks that the next review period writes into."""
    block = (tomorrow // p.appraisal_review_days) % p.appraisal_window_blocks
    book = (tomorrow // p.appraisal_review_days) % REPORTED_BLOCKS
    for place in range(st.place_cases.shape[0]):
        st.place_cases[place, block] = 0
        st.place_unsettled[place, block] = 0
        st.place_up[place, block] = 0
        st.place_accepted[place, book] = 0
        st.place_booked[place, book] = 0
        st.place_registered[place, book] = 0
        st.place_gathered[place, book] = 0
        st.place_contacts[place, book] = 0
        st.place_responded[place, book] = 0
        st.place_solved[place, book] = 0
        st.place_satisfied[place, book] = 0
