"""Suits of organisations as plain objects, one by one in the lines of the court."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.names import Event, Forum, Phase, Purpose
from sim.rules import docket as rules
from sim.rules.arise import poisson_count, zero_probability
from tests.twin import rulebook, staff

if TYPE_CHECKING:
    from tests.twin.line import Line
    from tests.twin.model import TwinModel

TICK_SHIFT = 4096


@dataclass(eq=False)
class Suit:
    """One suit; `number` among those that entered its line that day."""

    entered: int
    number: int
    work: int


def courts(model: TwinModel) -> list[tuple[Line, Line]]:
    """Of each court the line of trials and that of its mediators."""
    trials = [line for line in model.lines.values() if line.forum == Forum.COURT]
    before = {line.place.index: line for line in model.lines.values() if line.forum == Forum.PREFILING}
    return [(line, before[line.place.index]) for line in trials]


def bring_suits(model: TwinModel) -> None:
    """Phase 3, after residents' lodgements."""
    if not model.p.on_docket:
        return
    p, luck, day = model.p, model.luck, model.tick + TICK_SHIFT
    for trial, before in courts(model):
        key = trial.place.key
        mean = rules.docket_mean(p.docket_suits, p.court_organisation_docket, trial.serves)
        pieces = int(mean / 16.0) + 1
        none = zero_probability(mean / pieces)
        draws = [luck.uniform(Purpose.DOCKET, key, day, piece) for piece in range(pieces)]
        suits = sum(poisson_count(u, mean / pieces, none) for u in draws)
        asked = range(suits if p.on_prefiling else 0)
        away = sum(luck.uniform(Purpose.DOCKET_AWAY, key, day, one) < p.docket_mediated for one in asked)
        came_back, trial.given_back = trial.given_back, 0
        _enter(model, trial, suits - away + came_back)
        _enter(model, before, away)


def _enter(model: TwinModel, line: Line, suits: int) -> None:
    line.heard, line.came = 0, suits
    if suits and not line.cases:
        line.fill(model)
    p = model.p
    for n in range(suits):
        z = model.luck.uniform_normal(Purpose.DOCKET_WORK, line.place.key, model.tick + TICK_SHIFT, n, line.forum)
        hours = float(p.session_hours[line.forum])
        low, high = p.staff_content_low, p.staff_content_high
        line.suits.append(Suit(model.tick, n, rules.suit_minutes(hours, z, p.staff_content_sigma, low, high)))


def is_next(line: Line) -> bool:
    """Whether a suit is before the first dispute."""
    if not line.suits:
        return False
    head = line.waiting[0].case if line.waiting else None
    return head is None or line.suits[0].entered < head.joined


def hear(model: TwinModel, line: Line, notice: int) -> bool:
    """Hear the first suit; False if it has to wait."""
    suit = line.suits[0]
    if suit.entered + notice >= model.tick or line.credit < suit.work:
        return False
    line.suits.popleft()
    line.credit -= suit.work
    line.minutes_used += suit.work
    line.heard += 1
    server = staff.next_free(line) if model.p.on_staff else None
    if server is not None:
        hours = server.minutes * float(model.levers["capacity"][line.place.index, line.column])
        server.load = rulebook.worked(model.p, server.load_on(model, model.tick), suit.work, hours)
        server.worked_on = model.tick
        server.used += suit.work
    if line.forum == Forum.PREFILING:
        luck = model.luck.uniform(Purpose.DOCKET_SETTLED, line.place.key, suit.entered + TICK_SHIFT, suit.number)
        if luck >= model.p.docket_settled:
            trial = next(one for one, before in courts(model) if before is line)
            trial.given_back += 1
    return True


def tell(model: TwinModel) -> None:
    """Phase 7: what the day did to them."""
    if not model.p.on_docket:
        return
    for trial, before in courts(model):
        for line, back in ((trial, 0), (before, trial.given_back)):
            if line.came or line.heard:
                model.history.note(
                    model.tick, Phase.INSTITUTIONS, Event.DOCKET, line.place.key, forum=line.forum,
                    slot=model.p.court_rank, detail=line.came | line.heard << 16 | back << 32, x=len(line.suits),
                )  # fmt: skip
