"""How a grievance comes to be: roots of a day, and the children of yesterday's hurts. Those of the past: `past`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import DisputeType, Event, Opponent, Origin, Phase, Purpose, State
from tests.twin import borders, departments
from tests.twin import rulebook as rules
from tests.twin.dispute import Dispute, Respondent
from tests.twin.finding import exposure_of
from tests.twin.luck import child_id, counter
from tests.twin.respondent import authority, draw_respondent
from tests.twin.shocks import is_spared, raised_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.twin.model import TwinModel
    from tests.twin.people import Household, Place, Resident

FAR_AHEAD = 30_000
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
                dispute = root_of(model, place, kind, tick, own_id)
                if dispute is not None and is_spared(model, place, kind, own_id):
                    born.append(dispute)
            for blow in model.blows:
                if blow.factor > 1.0 and blow.falls(place, kind, tick):
                    for own_id in raised_by(model, blow, place, kind):
                        dispute = root_of(model, place, kind, tick, own_id)
                        if dispute is not None and is_spared(model, place, kind, own_id):
                            born.append(dispute)
        for number in range(borders.candidates(model, place)):
            dispute = _across_a_border(model, place, borders.id_of(model, place, number))
            if dispute is not None:
                born.append(dispute)
    return born


def _across_a_border(model: TwinModel, place: Place, own_id: int) -> Dispute | None:
    matter = borders.matter(model, own_id)
    kind = DisputeType(rules.type_of_matter(matter))
    dispute = root_of(model, place, kind, model.tick, own_id, draw=lambda who: borders.across(model, own_id, who))
    if dispute is not None:
        dispute.border = matter
    return dispute


def bring_children(model: TwinModel) -> None:
    """Make the children that yesterday scheduled."""
    contagion, treatment, coupled = model.scheduled_contagion, model.scheduled_treatment, model.scheduled_coupled
    model.scheduled_contagion, model.scheduled_treatment, model.scheduled_coupled = [], [], []
    for parent, household in contagion:
        _enter_if(model, _sympathetic(model, parent, household))
    for parent, place, key in treatment:
        _enter_if(model, _treatment(model, parent, place, key))
    for parent, kind in coupled:
        _enter_if(model, _coupled(model, parent, kind))


def enter_roots_of_the_day(model: TwinModel) -> None:
    """Roots, and those with whom a demand of last week was not met."""
    unmet, model.unmet = model.unmet, []
    for place, number in unmet:
        _enter_if(model, _unmet(model, place, number))
    for dispute in bring_roots(model, model.tick):
        _enter_if(model, dispute)


def _enter_if(model: TwinModel, dispute: Dispute | None) -> None:
    if dispute is not None:
        enter(model, dispute, dispute.hostility)


def enter(model: TwinModel, dispute: Dispute, hostility: float) -> None:
    model.disputes[dispute.id] = dispute
    model.living.append(dispute)
    model.stirred.add(dispute.cause)
    respondent = dispute.respondent
    detail = dispute.type | respondent.kind << 8 | dispute.home << 16 | respondent.power << 24
    detail |= dispute.origin << 32 | int(dispute.exclusive) << 40 | dispute.ancestor << 48
    detail |= len(dispute.needs) << 56 | dispute.border << 60
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


def cell_of(model: TwinModel, place: Place, kind: DisputeType) -> tuple[int, float, float]:
    """(pieces, mean of a piece, chance of none in a piece) of the candidates of a place and type in a day."""
    p = model.p
    mean = p.type_rate[kind] / 365.0 * place.adults * p.incidence_majorant / p.voice_share
    mean = mean * share_of_kind(model, place, kind)
    pieces = 1
    if mean > rules.CHUNK_MEAN:
        pieces = int(mean / rules.CHUNK_MEAN)
        if pieces * rules.CHUNK_MEAN < mean:
            pieces += 1
    return pieces, mean / pieces, rules.zero_probability(mean / pieces)


def share_of_kind(model: TwinModel, place: Place, kind: DisputeType) -> float:
    """How much more of a type a kind of place brings than the mean adult of the society meets."""
    factor = [row[kind] for row in model.p.kind_incidence]
    adults = sum(other.adults for other in model.leaves)
    mean = sum(factor[other.kind] * other.adults for other in model.leaves) / adults
    return rules.kind_share(factor[place.kind], mean)


def share_coupled(model: TwinModel, place: Place, kind: DisputeType) -> float:
    """Grievances of a type that disputes of others raise at a place, per one that arises by itself."""
    p = model.p

    def a_day(one: DisputeType) -> float:
        return model.cells[place.index, one][0] * model.cells[place.index, one][1]

    return sum(p.voice_share * a_day(one) * p.type_coupled[one][kind] for one in TYPES) / a_day(kind)


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


def root_of(
    model: TwinModel,
    place: Place,
    kind: DisputeType,
    tick: int,
    own_id: int,
    draw: Callable[[Resident], Respondent] | None = None,
) -> Dispute | None:
    p, luck = model.p, model.luck
    claimant = _first_adult(model, Purpose.CLAIMANT, own_id, place.residents)
    if claimant is None:
        return None
    chance = rules.existence_probability(claimant.standing, p.incidence_standing_tilt, p.incidence_majorant)
    if luck.uniform(Purpose.EXISTENCE, own_id) >= chance:
        return None
    respondent = draw(claimant) if draw else draw_respondent(model, own_id, kind, claimant)
    return _felt_alone(model, own_id, kind, claimant, respondent, tick)


def _felt_alone(
    model: TwinModel, own_id: int, kind: DisputeType, claimant: Resident, respondent: Respondent, tick: int
) -> Dispute:
    """A grievance that takes nothing but its family from another: only such may need a court."""
    dispute = _felt(model, own_id, kind, claimant, respondent, tick)
    dispute.needs = departments.needed(model, own_id, kind)
    dispute.exclusive = _remedy_luck(model, own_id) >= 1.0 - model.p.type_exclusive[kind]
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
            Opponent.SAME_UNIT, respondent.key, respondent.place, respondent.standing, respondent.person
        )
    child = _felt(model, own_id, parent.type, claimant, respondent, model.tick)
    child.cause, child.needs = parent.cause, parent.needs
    if model.p.on_tie_kinds:
        child.came_by = household.bond(parent.claimant.household)
    child.root, child.origin = parent.root, Origin.CONTAGION
    return child


def _coupled(model: TwinModel, parent: Dispute, kind: DisputeType) -> Dispute:
    """A grievance of another type in the claimant's household."""
    own_id = child_id(Purpose.COUPLING_ID, parent.id, kind)
    claimant = _first_adult(model, Purpose.CLAIMANT, own_id, parent.claimant.household.members)
    assert claimant is not None
    respondent = draw_respondent(model, own_id, kind, claimant)
    child = _felt_alone(model, own_id, kind, claimant, respondent, model.tick)
    child.root, child.origin = parent.root, Origin.COUPLED
    return child


def _unmet(model: TwinModel, place: Place, number: int) -> Dispute | None:
    """A grievance against the town's government over a demand."""
    own_id = child_id(Purpose.UNMET_ID, place.key, counter(model.tick + 4096, number))
    claimant = _first_adult(model, Purpose.CLAIMANT, own_id, place.residents)
    if claimant is None:
        return None
    respondent = authority(model, Opponent.GOVERNMENT, place.run[model.p.office_slot])
    dispute = _felt(model, own_id, DisputeType.OFFICE, claimant, respondent, model.tick)
    dispute.origin = Origin.UNMET
    return dispute


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
        _shift(model, place, kind) + p.stake_sigma * model.normal_quantile(luck.uniform(Purpose.STAKE, own_id))
    )
    ancestor = _common_ancestor(model, place, respondent.place)
    impartial = place.run[p.office_slot].level if respondent.kind == Opponent.COLLECTIVE else 0
    voice = tick + rules.whole_days(luck.exponential(Purpose.VOICE, own_id), model.voicing[claimant.migrant], FAR_AHEAD)
    fade = tick + rules.whole_days(luck.exponential(Purpose.FADE, own_id), p.fade_hazard, FAR_AHEAD)
    hostility = p.type_hostility[kind] + 0.4 * (luck.uniform(Purpose.HOSTILITY, own_id) - 0.5)
    dispute = Dispute(
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
        tie=_tie(model, claimant, respondent),
        gap=max(0.0, respondent.standing - claimant.standing),
        merit=luck.uniform(Purpose.MERIT, own_id),
        cause=child_id(Purpose.CAUSE, respondent.key, place.key ^ (kind + 1)),
        born=tick,
        voice=voice,
        fade=fade,
        hostility=rules.clip(hostility, 0.02, 0.98),
        visits=[0] * (p.n_levels + 5),
        fails=[0] * (p.n_levels + 5),
        state=State.LATENT,
        due=min(voice, fade),
    )
    if p.on_tie_kinds and respondent.household:
        dispute.bond = claimant.household.bond(respondent.household)
    dispute.need = exposure_of(model, dispute)
    return dispute


def _shift(model: TwinModel, place: Place, kind: DisputeType) -> float:
    """Shift of the log stake of a type, higher in town than in the country where the two differ."""
    p = model.p
    shift: float = p.type_shift[kind]
    if not p.on_dual_structure:
        return shift
    share = model.urban_share
    return shift + (p.stake_urban_gap * (1.0 - share) if place.urban else -p.stake_urban_gap * share)


def urban_share(model: TwinModel) -> float:
    """Share of adults who live in urban units."""
    everyone = sum(place.adults for place in model.leaves)
    return sum(place.adults for place in model.leaves if place.urban) / everyone


def _tie(model: TwinModel, claimant: Resident, respondent: Respondent) -> float:
    """Among neighbours and people of one unit the kind of place matters, and whether both, or neither, came there."""
    p, opponent = model.p, respondent.kind
    tie: float = p.tie_opponent[opponent]
    if opponent in (Opponent.NEIGHBOUR, Opponent.SAME_UNIT):
        tie = min(1.0, tie * p.kind_tie[claimant.place.kind])
    if not p.on_migration or opponent in (Opponent.KIN, Opponent.BEYOND, Opponent.ORGANISATION, Opponent.GOVERNMENT):
        return tie
    other = respondent.person.migrant if respondent.person else 0
    mixed: float = rules.mixed_tie(tie, p.migrants_tie, claimant.migrant, other)
    return mixed


def voicing(model: TwinModel) -> tuple[float, float]:
    """Daily hazard of voicing of a local and of a migrant."""
    p = model.p
    if not p.on_migration:
        return p.voice_hazard, p.voice_hazard
    adults = [resident for place in model.leaves for resident in place.residents if resident.adult]
    migrants = sum(resident.migrant for resident in adults) / len(adults)

    def hazard(side: int) -> float:
        share = rules.voiced_share(p.voice_share, p.migrants_voice, migrants, side)
        return float(rules.voice_rate(share, p.voice_fade_days))

    return hazard(0), hazard(1)


def _common_ancestor(model: TwinModel, one: Place, other: Place | None) -> int:
    """The level of the lowest place above both (or that both are); the number of levels for someone from beyond."""
    if other is not None:
        for above, other_above in zip(one.run, other.run, strict=True):
            if above is other_above:
                return above.level
    return int(model.p.n_levels)
