"""Finding what has not been voiced, in the twin: every day every latent grievance is looked at, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import DisputeType, Event, Forum, Phase, Purpose, State
from tests.twin import rulebook as rules
from tests.twin.lodging import Lodging
from tests.twin.trusting import lose_by_alarms

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel
    from tests.twin.people import Place

FIRST_SLOT = 2


def exposure_of(model: TwinModel, dispute: Dispute) -> int | None:
    """What finds a grievance, in exposure; None where nothing does."""
    if not model.p.on_detection:
        return None
    luck = model.luck.exponential(Purpose.DETECTION, dispute.id)
    need: int = rules.exposure_needed(luck, rules.detection_rate(model.p, dispute.hostility))
    return None if need < 0 else need


def look_around(model: TwinModel) -> None:
    """Another day of looking, at all who were latent last night."""
    for place in model.leaves:
        model.looked[place.index] += today(model, place)
    for dispute in model.living:
        if dispute.state == State.LATENT:
            dispute.exposure += today(model, dispute.place)


def today(model: TwinModel, place: Place) -> int:
    """Exposure that this day brings at a place."""
    units: int = rules.looking(float(model.levers["detection"][place.index]))
    return units


def is_found(dispute: Dispute) -> bool:
    """Whether today's looking, and no day before it, was enough; once it led nowhere there is no second time."""
    return dispute.need is not None and dispute.exposure >= dispute.need and not dispute.overlooked


def take_up(model: TwinModel, dispute: Dispute) -> bool:
    """The lowest forum opens a case of its own accord; False where nobody works there."""
    line = _lowest(model, dispute.place)
    if line.minutes(model) == 0:
        dispute.overlooked = True
        return False
    channel = FIRST_SLOT + model.p.base
    visit = dispute.visits[channel]
    dispute.visits[channel] += 1
    dispute.found = True
    dispute.levels_tried.add(line.level)
    source = rules.source_of(model.p, model.luck.uniform(Purpose.SOURCE, dispute.id))
    model.note(
        Phase.DUE, Event.FOUND, dispute, forum=line.forum, slot=line.slot, place=line.place, detail=source,
        x=dispute.hostility, y=dispute.interest,
    )  # fmt: skip
    model.lodgements.append(Lodging(dispute, line, channel, visit))
    return True


def _lowest(model: TwinModel, place: Place) -> Line:
    base = model.p.base
    return model.lines[place.run[base].index * (model.p.n_levels + 1) + base]


def close_the_books(model: TwinModel) -> None:
    """The last evening of a review period: false alarms of the period, then entries that were padded."""
    if model.p.on_detection:
        for place in model.leaves:
            _false_alarms(model, place)
    if model.p.on_padding:
        for _, line in sorted(model.lines.items()):  # a place may run two forums: lowest slot first
            if line.forum in (Forum.COMMITTEE, Forum.OFFICE):
                _pad(model, line)


def _period(model: TwinModel) -> int:
    return model.tick // int(model.p.appraisal_review_days)


def _false_alarms(model: TwinModel, place: Place) -> None:
    p, days, line = model.p, int(model.p.appraisal_review_days), _lowest(model, place)
    looked, model.looked[place.index] = model.looked[place.index], 0
    if line.minutes(model) == 0:
        return
    finds = 0.0
    for kind in DisputeType:
        pieces, mean, _ = model.cells[place.index, kind]
        finds += mean * pieces * rules.found_share(p, p.type_hostility[kind])
    mean = p.finding_false_share * finds * days / p.incidence_majorant * rules.MOST_LOOKING
    pieces = int(mean / rules.CHUNK_MEAN) + 1
    none = rules.zero_probability(mean / pieces)
    candidates = 0
    for piece in range(pieces):
        u = model.luck.uniform(Purpose.FALSE_ALARM, place.key, _period(model), piece)
        candidates += rules.poisson_count(u, mean / pieces, none)
    chance = rules.alarm_chance(looked, days)
    kept = [model.luck.uniform(Purpose.ALARM_KEPT, place.key, _period(model), n) < chance for n in range(candidates)]
    alarms = sum(kept)
    if alarms:
        line.credit -= alarms * p.finding_false_minutes
        lose_by_alarms(model, place, alarms)
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.FALSE_ALARMS, place.key, forum=line.forum, slot=line.slot,
            other=line.place.key, detail=alarms, x=alarms * p.finding_false_minutes,
        )  # fmt: skip


def _pad(model: TwinModel, line: Line) -> None:
    """One draw for every case that the line took in during the period."""
    p, first = model.p, _period(model) * int(model.p.appraisal_review_days)
    cases = sum(1 for _, case in model.filings if case.line is line and first <= case.opened <= model.tick)
    entries = 0
    for k in range(cases):
        u = model.luck.uniform(Purpose.PADDING, line.place.key, _period(model), line.slot, k)
        entries += rules.padded_entries(u, p.padding_pad)
    if entries:
        line.credit -= entries * p.padding_minutes
        model.padded.append((model.tick, line.place, entries))
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.PADDED, line.place.key, forum=line.forum, slot=line.slot,
            detail=entries, x=entries * p.padding_minutes,
        )  # fmt: skip
