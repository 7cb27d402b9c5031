"""The stocks a run starts with: roots of eight years, each followed from career to career up to the first day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.names import DisputeType, Opponent, Purpose, State, Way
from tests.twin import rulebook as rules
from tests.twin.birth import FAR_AHEAD, ROOT_COUNT, TYPES, enter, root_of, share_coupled
from tests.twin.career import ended
from tests.twin.choose import FIRST_SLOT, LUMP, MOST_SUITS, best_way
from tests.twin.ends import come_to_rest, lay_down, settle, suppress
from tests.twin.luck import child_id, counter

if TYPE_CHECKING:
    from tests.twin.dispute import Dispute
    from tests.twin.model import TwinModel
    from tests.twin.people import Place

FIRST_PAST_TICK = -2920
PAST_BLOCK = 146


def start_stock(model: TwinModel) -> None:
    """Everyone of the past who is still to be heard of: latent, under way, or in a stock and not there for good."""
    for first in range(FIRST_PAST_TICK, 0, PAST_BLOCK):
        for dispute in bring_past_roots(model, first):
            at_birth = dispute.hostility
            _look_back(dispute)
            if min(dispute.voice, dispute.fade) < 0:
                if dispute.fade < dispute.voice:
                    continue
                Past(model, dispute).live()
                closed = dispute.state in (State.SETTLED, State.ACCEPTED)
                if dispute.due < 0 or (closed and dispute.return_day > dispute.limitation_day):
                    continue
            dispute.legacy = True
            enter(model, dispute, at_birth)


def _look_back(dispute: Dispute) -> None:
    """Found before tick 0, and before it was voiced or faded: its career begins there, as if voiced.

    Who was not has been looked at since birth.
    """
    if dispute.need is not None:
        found = dispute.born - (-dispute.need // rules.A_DAY)
        if found < min(dispute.voice, 0) and found <= dispute.fade:
            dispute.voice = found
    dispute.exposure = rules.A_DAY * (-1 - dispute.born)


def bring_past_roots(model: TwinModel, first: int) -> list[Dispute]:
    """Draw the roots of the block of past days that begins at the tick `first`; each has a day of its own."""
    born = []
    for place in model.leaves:
        for kind in TYPES:
            for number in range(_candidates(model, place, kind, first)):
                own_id = child_id(Purpose.ROOT_ID, place.key, counter(first + 4096, kind, number, 1))
                day = first + int(model.luck.uniform(Purpose.INITIAL, own_id, 2) * PAST_BLOCK)
                dispute = root_of(model, place, kind, day, own_id)
                if dispute is not None:
                    born.append(dispute)
    return born


def _candidates(model: TwinModel, place: Place, kind: DisputeType, first: int) -> int:
    p = model.p
    in_a_day, mean, _ = model.cells[place.index, kind]
    mean = mean * float(in_a_day) * float(PAST_BLOCK)
    if mean == 0.0:
        return 0
    if p.on_spread:
        authorities = 1.0 - p.type_opponent[kind][Opponent.ORGANISATION]
        mean = mean * (1.0 + rules.past_children(p, p.type_contagion[kind], p.type_hostility[kind], authorities))
    mean = mean * (1.0 + share_coupled(model, place, kind))
    pieces = int(mean / rules.CHUNK_MEAN) + 1
    mean = mean / float(pieces)
    none = rules.zero_probability(mean)
    total = 0
    for piece in range(pieces):
        u = model.luck.uniform(ROOT_COUNT, place.key, first + 4096, kind, piece, 1)
        total += rules.poisson_count(u, mean, none)
    return total


class Past:
    """What one dispute goes through before tick 0, told in brief."""

    def __init__(self, model: TwinModel, dispute: Dispute) -> None:
        self.model, self.dispute = model, dispute
        self.public = int(dispute.faces_authority)
        self.tries = 0
        self.heard = 0
        where, _, _ = best_way(model, dispute)
        self.where = where if FIRST_SLOT <= where <= model.court else FIRST_SLOT + model.p.base

    def live(self) -> None:
        """Go from career to career until one is under way at tick 0, a stock holds it, or it is over."""
        model, dispute = self.model, self.dispute
        day, spell, gave_up = dispute.voice, 0, 0
        while True:
            self._try_in_vain(spell)
            days = model.p.initial_authority_days if self.public else model.p.initial_private_days
            length = model.luck.exponential_at(Purpose.INITIAL, dispute.id, counter(4, spell))
            entry = day + rules.whole_days(length, 1.0 / days, FAR_AHEAD)
            if entry >= 0:
                self._is_under_way()
                break
            luck = model.luck.uniform(Purpose.INITIAL, dispute.id, 0, spell)
            end = rules.past_end(model.p, self.public, gave_up, luck)
            self._end(State(end), entry)
            if dispute.due >= 0 or dispute.return_day > dispute.due:
                break
            day = dispute.due
            dispute.hostility = rules.cooled(dispute.hostility, day - entry, model.p.press_decay)
            dispute.interest = 1.0
            spell += 1
            gave_up = int(end == State.LUMPED)
        dispute.voiced = dispute.voice
        most = MOST_SUITS if self.where == model.court else model.p.claim_max_visits
        dispute.visits[self.where] = min(most, self.tries + self.heard)
        dispute.fails[self.where] = min(most, self.tries)

    def _try_in_vain(self, spell: int) -> None:
        p, dispute = self.model.p, self.dispute
        luck = self.model.luck.uniform(Purpose.INITIAL, dispute.id, 3, spell)
        for _ in range(rules.past_tries(p, self.public, luck, p.claim_max_visits - self.tries)):
            self.tries += 1
            dispute.episode += 1
            dispute.hostility = rules.heated(dispute.hostility, p.heat_failure)

    def _is_under_way(self) -> None:
        """It thinks since the day before tick 0."""
        dispute = self.dispute
        dispute.state = State.OPEN
        dispute.since = -1
        dispute.way, dispute.last_end = Way.NONE, None
        thought = self.model.luck.exponential(Purpose.DECIDE, dispute.id, dispute.episode)
        dispute.due = -1 + rules.whole_days(thought, 1.0 / self.model.p.claim_decide_days, FAR_AHEAD)

    def _end(self, state: State, day: int) -> None:
        model, dispute, p = self.model, self.dispute, self.model.p
        if state == State.LUMPED:
            dispute.visits[LUMP] += 1
            ended(dispute, Way.LUMPED, day)
            lay_down(model, dispute, day, p.lump_reopen)
            return
        self.heard += 1
        if state == State.SUPPRESSED:
            ended(dispute, Way.PROMISE if self.public else Way.PRESSED, day)
            if not self.public:
                dispute.hostility = rules.heated(dispute.hostility, p.press_hostility)
            suppress(model, dispute, day, rules.return_rate(p, dispute.hostility, 1.0))
        elif state == State.SETTLED:
            ended(dispute, Way.GRANTED if self.public else Way.CONSENT, day)
            settle(model, dispute, day, calmed=not self.public)
        else:
            ended(dispute, Way.REJECTED, day)
            rate = rules.return_rate(p, dispute.hostility, 0.0) if p.on_return_ else 0.0
            come_to_rest(model, dispute, day, State.ACCEPTED, rate, None)
