"""Which departments a root needs beyond the forum that hears it: drawn at birth, by its id, from the type table."""

from __future__ import annotations

from sim.draws import pack, uniform
from sim.engine.respondent import pick
from sim.jit import inner
from sim.names import Purpose

_DEPARTMENTS = int(Purpose.DEPARTMENTS)


@inner
def draw_needs(st, p, i):
    """Fill `departments` and `needs` of root row `i`; its type is known."""
    st.departments[i] = 0
    st.needs[i] = 0
    if p.on_departments == 0:
        return
    seed = int(st.seed[0])
    key = int(st.id[i])
    kind = int(st.type[i])
    number = pick(p.type_departments, kind, uniform(seed, _DEPARTMENTS, key, 0))
    needs = 0
    for turn in range(number):
        needs = needs | (1 << _next_in_order(p, seed, key, kind, turn, needs))
    st.departments[i] = number
    st.needs[i] = needs


@inner
def _next_in_order(p, seed, key, kind, turn, needs):
    """The department needed next: down the type's order, each not taken yet with chance `lead`, else the last."""
    found = -1
    for place in range(p.type_order.shape[1]):
        department = int(p.type_order[kind, place])
        if department < 0:
            break
        if (needs >> department) & 1 == 1:
            continue
        found = department
        if uniform(seed, _DEPARTMENTS, key, pack(1 + turn, place, 0, 0)) < p.joint_lead:
            break
    return found


@inner
def no_needs(st, i):
    """A grievance that the place itself must answer, alone."""
    st.departments[i] = 0
    st.needs[i] = 0


@inner
def same_needs(st, i, parent):
    """A grievance over the parent's cause needs what the parent needs."""
    st.departments[i] = st.departments[parent]
    st.needs[i] = st.needs[parent]
