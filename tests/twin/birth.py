"""How a grievance comes to be: roots of a day, the children of yesterday's hurts, and the stocks a run starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import DisputeType, Event, Opponent, Origin, Phase, Purpose, State, Way
from tests.twin import rulebook as rules
from tests.twin.career import ended
from tests.twin.dispute import Dispute, Respondent
from tests.twin.ends import lay_down, settle, suppress
from tests.twin.luck import child_id, counter
from tests.twin.respondent import authority, draw_respondent

if TYPE_CHECKING:
    from tests.twin.model import TwinModel
    from tests.twin.people import Household, Place, Resident

FAR_AHEAD = 30_000
FIRST_PAST_TICK = -2920
PAST_BLOCK = 40
ENTRIES_TO_COME = 30
TRIES = 64
TYPES = tuple(DisputeType)
ROOT_COUNT = int(Purpose.ROOT_COUNT)


def bring_roots(model: TwinModel, tick: int) -> list[Dispute]:
    """Draw the roots of a tick."""
    born = []
    for place in model.leaves:
        for kind in TYPES:
            for number in range(_candidates(model, place, kind, tick)):
                own_id = child_id(Purpose.ROOT_ID, place.key, counter(tick + 4096, kind, number))
                dispute = _root(model, place, kind, tick, own_id)
                if dispute is not None:
                    born.append(dispute)
    return born


def bring_past_roots(model: TwinModel, first: int) -> list[Dispute]:
    """Draw the roots of the block of past days that begins at the tick `first`; each has a day of its own."""
    born = []
    for place in model.leaves:
        for kind in TYPES:
            for number in range(_past_candidates(model, place, kind, first)):
                own_id = child_id(Purpose.ROOT_ID, place.key, counter(first + 4096, kind, number, 1))
                day = first + int(model.luck.uniform(Purpose.INITIAL, own_id, 2) * PAST_BLOCK)
                dispute = _root(model, place, kind, day, own_id)
                if dispute is not None:
                    born.append(dispute)
    return born


def start_stock(model: TwinModel) -> None:
    """Grievances of the years before tick 0 that are still alive: latent, or at rest in one of three stocks."""
    for first in range(FIRST_PAST_TICK, 0, PAST_BLOCK):
        for dispute in bring_past_roots(model, first):
            hostility = dispute.hostility
            if min(dispute.voice, dispute.fade) < 0:
                rests = dispute.voice <= dispute.fade and _rest_before_the_start(model, dispute)
                if not rests or dispute.due < 0:
                    continue
            dispute.legacy = True
            _enter(model, dispute, hostility)


def _rest_before_the_start(model: TwinModel, dispute: Dispute) -> bool:
    """Put a root voiced before tick 0 into the stock that its luck names; false where it is in none."""
    p, voiced = model.p, dispute.voice
    i = model.luck.uniform(Purpose.INITIAL, dispute.id)
    limitation = int(365.0 * p.lump_limitation_years)
    luck = model.luck.uniform(Purpose.INITIAL, dispute.id, 1)
    entry = -1 - rules.stock_age(luck, limitation, -FIRST_PAST_TICK, ENTRIES_TO_COME)
    if entry < voiced:
        return False
    dispute.voiced = voiced
    committee = 2 + p.base
    dispute.visits[committee] = 1
    if i < p.initial_lumped_share:
        dispute.visits[0] = 1
        dispute.fails[committee] = 1
        ended(dispute, Way.LUMPED, entry)
        lay_down(model, dispute, entry, p.lump_reopen)
    elif i < p.initial_lumped_share + p.initial_suppressed_share:
        ended(dispute, Way.PRESSED, entry)
        suppress(model, dispute, entry, rules.return_rate(p, dispute.hostility, 1.0))
    elif i < p.initial_lumped_share + p.initial_suppressed_share + p.initial_settled_share:
        ended(dispute, Way.CONSENT, entry)
        settle(model, dispute, entry, calmed=True)
    else:
        return False
    return True


def bring_children(model: TwinModel) -> None:
    """Make the children that yesterday scheduled."""
    contagion, treatment = model.scheduled_contagion, model.scheduled_treatment
    model.scheduled_contagion, model.scheduled_treatment = [], []
    for parent, household in contagion:
        _enter_if(model, _sympathetic(model, parent, household))
    for parent, place, key in treatment:
        _enter_if(model, _treatment(model, parent, place, key))


def enter_roots_of_the_day(model: TwinModel) -> None:
    for dispute in bring_roots(model, model.tick):
        _enter_if(model, dispute)


def _enter_if(model: TwinModel, dispute: Dispute | None) -> None:
    if dispute is not None:
        _enter(model, dispute, dispute.hostility)


def _enter(model: TwinModel, dispute: Dispute, hostility: float) -> None:
    model.disputes[dispute.id] = dispute
    model.living.append(dispute)
    respondent = dispute.respondent
    detail = dispute.type | respondent.kind << 8 | dispute.home << 16 | respondent.power << 24
    detail |= dispute.origin << 32 | int(dispute.exclusive) << 40 | dispute.ancestor << 48
    model.history.note(
        dispute.born, Phase.CANDIDATES, Event.BORN, dispute.id,
        other=dispute.root, detail=detail, x=dispute.stake, y=hostility, z=dispute.gap,
    )  # fmt: skip


def _candidates(model: TwinModel, place: Place, kind: DisputeType, tick: int) -> int:
    pieces, mean, none = model.cells[place.index, kind]
    total = 0
    for piece in range(pieces):
        u = model.luck.uniform(ROOT_COUNT, place.key, tick + 4096, kind, piece)
        if u >= none:  # most cells bring nothing
            total += rules.poisson_count(u, mean, none)
    return total


def _past_candidates(model: TwinModel, place: Place, kind: DisputeType, first: int) -> int:
    in_a_day, mean, _ = model.cells[place.index, kind]
    mean = mean * float(in_a_day) * float(PAST_BLOCK)
    if mean == 0.0:
        return 0
    pieces = int(mean / rules.CHUNK_MEAN) + 1
    mean = mean / float(pieces)
    none = rules.zero_probability(mean)
    total = 0
    for piece in range(pieces):
        u = model.luck.uniform(ROOT_COUNT, place.key, first + 4096, kind, piece, 1)
        total += rules.poisson_count(u, mean, none)
    return total


def cell_of(model: TwinModel, place: Place, kind: DisputeType) -> tuple[int, float, float]:
    """(pieces, mean of a piece, chance of none in a piece) of the candidates of a place and type in a day."""
    p = model.p
    mean = p.type_rate[kind] / 365.0 * place.adults * p.incidence_majorant / p.voice_share
    pieces = 1
    if mean > rules.CHUNK_MEAN:
        pieces = int(mean / rules.CHUNK_MEAN)
        if pieces * rules.CHUNK_MEAN < mean:
            pieces += 1
    return pieces, mean / pieces, rules.zero_probability(mean / pieces)


def _first_adult(model: TwinModel, purpose: Purpose, entity: int, people: list[Resident]) -> Resident | None:
    """Try 64 times, then go on from the last one tried; None where no adult lives."""
    last = 0
    for k in range(TRIES):
        last = int(model.luck.uniform(purpose, entity, k) * len(people))
        if people[last].adult:
            return people[last]
    for step in range(len(people)):
        person = people[(last + step) % len(people)]
        if person.adult:
            return person
    return None


def _root(model: TwinModel, place: Place, kind: DisputeType, tick: int, own_id: int) -> Dispute | None:
    p, luck = model.p, model.luck
    claimant = _first_adult(model, Purpose.CLAIMANT, own_id, place.residents)
    if claimant is None:
        return None
    chance = rules.existence_probability(claimant.standing, p.incidence_standing_tilt, p.incidence_majorant)
    if luck.uniform(Purpose.EXISTENCE, own_id) >= chance:
        return None
    respondent = draw_respondent(model, own_id, kind, claimant)
    dispute = _felt(model, own_id, kind, claimant, respondent, tick)
    dispute.exclusive = _remedy_luck(model, own_id) >= 1.0 - p.type_exclusive[kind]
    return dispute


def _remedy_luck(model: TwinModel, own_id: int) -> float:
    if model.luck.uniform(Purpose.POWER_TIED, own_id, 1) < model.p.stake_authority_tie:
        return model.luck.uniform(Purpose.STAKE, own_id)
    return model.luck.uniform(Purpose.REMEDY, own_id)


def _sympathetic(model: TwinModel, parent: Dispute, household: Household) -> Dispute | None:
    """A grievance of a tied household over the parent's cause."""
    respondent = parent.respondent
    if respondent.household is household:
        return None
    own_id = child_id(Purpose.CONTAGION_ID, parent.cause, household.key)
    claimant = _first_adult(model, Purpose.CONTAGION_CLAIMANT, own_id, household.members)
    if claimant is None:
        return None
    if respondent.kind in (Opponent.KIN, Opponent.NEIGHBOUR):
        respondent = Respondent(
            Opponent.SAME_UNIT, respondent.key, respondent.place, respondent.standing, respondent.household
        )
    child = _felt(model, own_id, parent.type, claimant, respondent, model.tick)
    child.cause = parent.cause
    child.root, child.origin = parent.root, Origin.CONTAGION
    return child


def _treatment(model: TwinModel, parent: Dispute, place: Place, own_id: int) -> Dispute:
    """A grievance of the same claimant against the place that treated them."""
    claimant = parent.claimant
    if place.level <= claimant.place.run[model.p.base].level:
        respondent = authority(model, Opponent.COLLECTIVE, place)
    else:
        respondent = authority(model, Opponent.GOVERNMENT, place)
    child = _felt(model, own_id, DisputeType.OFFICE, claimant, respondent, model.tick)
    child.root, child.origin = parent.root, Origin.TREATMENT
    return child


def _felt(
    model: TwinModel, own_id: int, kind: DisputeType, claimant: Resident, respondent: Respondent, tick: int
) -> Dispute:
    """Put a latent grievance together from its parties and its own luck."""
    p, luck = model.p, model.luck
    place = claimant.place
    stake = p.stake_median * rules.exp(
        p.type_shift[kind] + p.stake_sigma * model.normal_quantile(luck.uniform(Purpose.STAKE, own_id))
    )
    ancestor = _common_ancestor(model, place, respondent.place)
    impartial = place.run[p.office_slot].level if respondent.kind == Opponent.COLLECTIVE else 0
    voice = tick + rules.whole_days(luck.exponential(Purpose.VOICE, own_id), p.voice_hazard, FAR_AHEAD)
    fade = tick + rules.whole_days(luck.exponential(Purpose.FADE, own_id), p.fade_hazard, FAR_AHEAD)
    hostility = p.type_hostility[kind] + 0.4 * (luck.uniform(Purpose.HOSTILITY, own_id) - 0.5)
    return Dispute(
        id=own_id,
        root=own_id,
        origin=Origin.ROOT,
        type=kind,
        claimant=claimant,
        place=place,
        respondent=respondent,
        stake=stake,
        observed=stake * rules.exp(p.stake_observed_sigma * luck.normal(Purpose.OBSERVED_STAKE, own_id)),
        exclusive=False,
        ancestor=ancestor,
        impartial=impartial,
        home=max(rules.home_level(ancestor, respondent.power, impartial), place.run[p.base].level),
        tie=p.tie_opponent[respondent.kind],
        gap=max(0.0, respondent.standing - claimant.standing),
        merit=luck.uniform(Purpose.MERIT, own_id),
        cause=child_id(Purpose.CAUSE, respondent.key, place.key ^ (kind + 1)),
        born=tick,
        voice=voice,
        fade=fade,
        hostility=rules.clip(hostility, 0.02, 0.98),
        visits=[0] * (p.n_levels + 4),
        fails=[0] * (p.n_levels + 4),
        state=State.LATENT,
        due=min(voice, fade),
    )


def _common_ancestor(model: TwinModel, one: Place, other: Place | None) -> int:
    """The level of the lowest place above both (or that both are); the number of levels for someone from beyond."""
    if other is not None:
        for above, other_above in zip(one.run, other.run, strict=True):
            if above is other_above:
                return above.level
    return int(model.p.n_levels)
