"""The readable twin: the same day as the engine's, run by plain Mesa objects that are all visited every day.

It shares scenario, world, policies, levers, rules and draws with the engine and nothing else (what dynamic policies see
it counts in books of its own); the order of a day is in `step`. It is the proof of the engine, not a tool: small worlds
only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa

from sim import draws
from sim.levers import LeverBook
from sim.names import DisputeType, Event, Forum, Phase, Purpose, State
from tests.twin import arbitration
from tests.twin import rulebook as rules
from tests.twin.birth import bring_children, cell_of, enter_roots_of_the_day, urban_share, voicing
from tests.twin.books import seen_today
from tests.twin.borders import neighbours_of
from tests.twin.contacts import hear_the_week
from tests.twin.desks import open_windows
from tests.twin.dispute import ACTIVE, OVER, Case, Dispute
from tests.twin.due import meet_the_day
from tests.twin.finding import close_the_books, is_found, look_around
from tests.twin.gatherings import gather_groups
from tests.twin.history import History, Row
from tests.twin.institutions import Principal, review
from tests.twin.line import Line
from tests.twin.lodging import Lodging, join_lines
from tests.twin.luck import Luck, child_id, counter
from tests.twin.past import start_stock
from tests.twin.people import Household, Place, Resident, settle_people
from tests.twin.rulebook import plain_parameters
from tests.twin.servers import Mediator, Official, serve
from tests.twin.shocks import blows_of
from tests.twin.spreading import spread
from tests.twin.staff import Post, evening, report, staff_the_lines
from tests.twin.surges import campaign_day, drives_of, switch_modes
from tests.twin.trusting import move_stances, remember_past, tell_trust
from tests.twin.unproved import gather_crowds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.levers import Mover
    from sim.scenario import Scenario
    from tests.twin.trusting import Stance

NOWHERE, TALK_KEY = (Forum.NONE, 0), (Forum.BILATERAL, 0)
FIRST_SLOT = 2
A_STATION_SERVES = 50_000
"""Registered residents that the hours of a station are given for."""


class TwinModel(mesa.Model):
    """One run of a scenario on a world. `days`: ticks that `run` takes where it is not told."""

    def __init__(
        self,
        scenario: Scenario,
        world: Any,
        policies: Sequence[Mover] = (),
        seed: int = 0,
        days: int | None = None,
    ) -> None:
        super().__init__()
        self.p = plain_parameters(scenario)
        self.luck = Luck(seed)
        self.normal_quantile = draws.normal_quantile
        self.days = days
        self.tick = 0
        self.burn_in = int(scenario.time.burn_in)
        self.book = LeverBook(scenario, world, policies)
        self.levers = self.book.values
        self.court, self.outside = FIRST_SLOT + self.p.n_levels, FIRST_SLOT + self.p.n_levels + 1
        self.police = self.outside + 1

        self.places = settle_people(self, world)
        self.leaves = [place for place in self.places if place.residents]
        self.lines: dict[int, Line] = {}
        for place in self.leaves:
            self._open_lines(place, world)
        self.stations = {town.index: self._station(town, world) for town in self._towns()}
        self.posts: list[Post] = []
        self.principals = [Principal(self, place) for place in self.places]
        self.reviewed = self._principals_with_a_forum()
        for principal in self.principals:
            principal.answer(self.p.appraisal_start_u, self.p.appraisal_start_z)
        self.drives = drives_of(scenario, world, self.burn_in)
        self.blows = blows_of(scenario, world, self.burn_in)
        self.cells = {(place.index, kind): cell_of(self, place, kind) for place in self.leaves for kind in DisputeType}

        self.neighbours = neighbours_of(self, world)
        self.voicing = voicing(self)
        self.urban_share = urban_share(self)
        self.history = History()
        staff_the_lines(self, scenario, world)
        self.disputes: dict[int, Dispute] = {}
        self.living: list[Dispute] = []
        self.lodgements: list[Lodging] = []
        self.filings: list[tuple[Dispute, Case]] = []
        self.arrivals: list[tuple[int, list[Place]]] = []
        self.looked = [0] * len(self.places)
        self.padded: list[tuple[int, Place, int]] = []
        self.hurt_today: list[Dispute] = []
        self.windows = open_windows(self, world)
        self.written_down: list[tuple[int, Place, tuple[int, int, int, int]]] = []
        self.asked: dict[int, float] = {}
        self.unmet: list[tuple[Place, int]] = []
        self.felt_today: list[tuple[Dispute, Stance, int]] = []
        self.gathered: dict[int, int] = {}
        self.incidents: list[tuple[int, Place]] = []
        self.pressure: dict[tuple[int, int], int] = {}
        self.fired: set[tuple[int, int]] = set()
        self.scheduled_contagion: list[tuple[Dispute, Household]] = []
        self.scheduled_treatment: list[tuple[Dispute, Place, int]] = []
        self.scheduled_coupled: list[tuple[Dispute, DisputeType]] = []
        self.active_by_cause: dict[int, int] = {}
        self.allied_by_cause: dict[int, int] = {}
        self.stirred: set[int] = set()
        start_stock(self)
        self.stirred.clear()
        remember_past(self)
        self.history.close_day()
        self._next_lever_day = self.book.next_change(-self.burn_in - 1)

    # ------------------------------------------------------------------------------------------------------- the day
    def step(self) -> None:
        """One tick."""
        self._dawn()
        campaign_day(self)
        look_around(self)
        bring_children(self)
        enter_roots_of_the_day(self)
        for dispute in sorted(self.living, key=lambda one: one.id):
            if dispute.due == self.tick or (dispute.state == State.LATENT and is_found(dispute)):
                meet_the_day(self, dispute)
        join_lines(self)
        for line in self.lines.values():
            if line.waiting:
                serve(self, line)
        spread(self)
        gather_groups(self)
        gather_crowds(self)
        move_stances(self)
        if (self.tick + 1) % self.p.appraisal_review_days == 0:
            close_the_books(self)
        hear_the_week(self)
        if (self.tick + 1) % self.p.appraisal_review_days == 0:
            report(self)
            tell_trust(self)
            switch_modes(self)
            review(self)
        evening(self)
        self.history.close_day()
        self.living = [dispute for dispute in self.living if dispute.state not in OVER]
        self.tick += 1

    def run(self, ticks: int | None = None) -> TwinModel:
        """Take `ticks` steps (default: `days`)."""
        for _ in range(self.days or 0 if ticks is None else ticks):
            self.step()
        return self

    def _dawn(self) -> None:
        """Bring levers to the day and keep what is known of last night: moods, lengths of lines, who is active."""
        day = self.tick - self.burn_in
        while self._next_lever_day is not None and self._next_lever_day <= day:
            self.book.apply(self._next_lever_day, seen_today(self))
            self._next_lever_day = self.book.next_change(self._next_lever_day)
        self.agents_by_type[Resident].do("wake")
        for line in self.lines.values():
            line.length_at_dawn = len(line.waiting)
        self.active_by_cause, self.allied_by_cause = {}, {}
        for dispute in self.living:
            dispute.active_at_dawn = dispute.state in ACTIVE
            if dispute.active_at_dawn:
                cause = dispute.cause
                self.active_by_cause[cause] = self.active_by_cause.get(cause, 0) + 1
                self.allied_by_cause[cause] = self.allied_by_cause.get(cause, 0) + self.weight_of_ally(dispute)

    def weight_of_ally(self, dispute: Dispute) -> int:
        """What a dispute weighs, in fixed point, for others over the same cause."""
        return int(rules.ally_units(self.p.tie_ally[dispute.came_by]))

    # -------------------------------------------------------------------------------------------------- what it shows
    @property
    def digest(self) -> str:
        """Hex of the digest so far."""
        return self.history.digest

    @property
    def events(self) -> list[Row]:
        """(head, key, other, detail, x, y, z) in canonical order."""
        return self.history.rows

    def count(self, *states: State) -> int:
        """Disputes in these states."""
        return sum(1 for dispute in self.disputes.values() if dispute.state in states)

    # ------------------------------------------------------------------------------------------ what the parts ask for
    def channel_key(self, channel: int) -> tuple[Forum, int]:
        """(forum kind, slot) of a channel: what its draws and events are keyed by."""
        if channel < FIRST_SLOT:
            return TALK_KEY if channel else NOWHERE
        if channel == self.court:
            return Forum.COURT, self.p.court_rank
        if channel == self.outside:
            return Forum.OUTSIDE, self.p.n_levels
        slot = channel - FIRST_SLOT
        return Forum(self.p.forum_of_slot[slot]), slot

    def key_for(self, dispute: Dispute, channel: int) -> tuple[Forum, int]:
        """The same as this claimant finds it: labour arbitration may stand where others go to court."""
        if channel == self.court and arbitration.comes_first(self, dispute):
            return Forum.ARBITRATION, self.p.court_rank
        return self.channel_key(channel)

    def way_in(self, dispute: Dispute, channel: int) -> Line | None:
        """The line that this claimant would join; None for lumping, talk and `outside`."""
        if channel == self.court and arbitration.comes_first(self, dispute):
            return arbitration.tribunal(self, dispute)
        return self.line_of(dispute, channel)

    def line_of(self, dispute: Dispute, channel: int) -> Line | None:
        """The line of a channel for this claimant; None for lumping, talk and `outside`."""
        if channel < FIRST_SLOT or channel == self.outside:
            return None
        _, slot = self.channel_key(channel)
        column = self.p.n_levels if channel == self.court else slot
        return self.lines.get(dispute.place.run[slot].index * (self.p.n_levels + 1) + column)

    def need_line(self, dispute: Dispute, channel: int) -> Line:
        """The line of a channel that has one."""
        line = self.line_of(dispute, channel)
        assert line is not None, f"channel {channel} has no line"
        return line

    def note(self, phase: Phase, kind: Event, dispute: Dispute, *, place: Place | None = None, **rest: Any) -> None:
        """Write down what happened to a dispute today, at a place or at none."""
        self.history.note(self.tick, phase, kind, dispute.id, other=place.key if place else 0, **rest)

    def schedule_treatment(
        self, dispute: Dispute, place: Place, forum: Forum, slot: int, visit: int, blocks: int
    ) -> None:
        """Perhaps a new grievance tomorrow, against the place that stopped or sent back a claim."""
        if not self.p.on_treatment:
            return
        if self.luck.uniform(Purpose.TREATMENT, dispute.id, forum, slot, visit, blocks) < self.p.treatment_pi:
            own_id = child_id(Purpose.TREATMENT_ID, dispute.id, counter(forum, slot, visit, blocks))
            self.scheduled_treatment.append((dispute, place, own_id))

    # ---------------------------------------------------------------------------------------------- made at the start
    def _open_lines(self, leaf: Place, world: Any) -> None:
        p = self.p
        columns = [(r, r, Forum(p.forum_of_slot[r])) for r in range(p.n_levels)]
        for rank, column, forum in [*columns, (p.court_rank, p.n_levels, Forum.COURT)]:
            place = leaf.run[rank]
            number = place.index * (p.n_levels + 1) + column
            if forum != Forum.NONE and number not in self.lines:
                self.lines[number] = Line(
                    place=place,
                    slot=rank,
                    column=column,
                    forum=forum,
                    base_minutes=int(world.minutes[place.index, column]),
                    mean_minutes=p.mean_minutes[forum],
                    clock_days=p.clock_days[forum],
                    mediator=Mediator(self),
                    official=Official(self),
                )
        self._open_prefiling(leaf.run[p.court_rank], world)
        self._open_arbitration(leaf.run[p.court_rank], world)
        for rank in range(p.court_rank, p.n_levels):
            self._open_reconsideration(leaf.run[rank], world)

    def _open_prefiling(self, court: Place, world: Any) -> None:
        """The mediators of a court, behind all other lines: hours by the registered residents whose court it is."""
        p = self.p
        number = len(self.places) * (p.n_levels + 1) + court.index
        if number in self.lines:
            return
        registered = float(world.served_registered[court.index, p.n_levels])
        hours = (1.0 - p.court_organisation_docket) * p.prefiling_hours / 1_200_000
        self.lines[number] = Line(
            place=court,
            slot=p.court_rank,
            column=p.n_levels + 1,
            forum=Forum.PREFILING,
            base_minutes=max(1, int(60.0 * registered * hours + 0.5)) if p.on_prefiling else 0,
            mean_minutes=p.mean_minutes[Forum.PREFILING],
            clock_days=p.clock_days[Forum.PREFILING],
            mediator=Mediator(self),
            official=Official(self),
        )

    def _open_arbitration(self, county: Place, world: Any) -> None:
        """Labour arbitration where the court stands, behind the mediators of all courts."""
        p = self.p
        number = len(self.places) * (p.n_levels + 2) + county.index
        if number in self.lines:
            return
        registered = float(world.served_registered[county.index, p.n_levels])
        self.lines[number] = Line(
            place=county,
            slot=p.court_rank,
            column=p.n_levels + 2,
            forum=Forum.ARBITRATION,
            base_minutes=max(1, int(60.0 * registered * (p.arbitration_hours / 1_200_000) + 0.5))
            if p.on_arbitration
            else 0,
            mean_minutes=p.mean_minutes[Forum.ARBITRATION],
            clock_days=p.clock_days[Forum.ARBITRATION],
            mediator=Mediator(self),
            official=Official(self),
        )

    def _open_reconsideration(self, above: Place, world: Any) -> None:
        """A government of the court's level or above hears applications, behind labour arbitration of all places."""
        p = self.p
        number = len(self.places) * (p.n_levels + 3) + above.index
        if number in self.lines:
            return
        registered = float(max(world.served_registered[above.index, p.court_rank : p.n_levels]))
        self.lines[number] = Line(
            place=above,
            slot=p.court_rank,
            column=p.n_levels + 3,
            forum=Forum.RECONSIDERATION,
            base_minutes=max(1, int(60.0 * registered * (p.reconsideration_hours / 1_200_000) + 0.5))
            if p.on_reconsideration
            else 0,
            mean_minutes=p.mean_minutes[Forum.RECONSIDERATION],
            clock_days=p.clock_days[Forum.RECONSIDERATION],
            mediator=Mediator(self),
            official=Official(self),
        )

    def prefiling_line(self, dispute: Dispute) -> Line:
        """The line of the pre-filing mediators of this claimant's court."""
        court = dispute.place.run[self.p.court_rank]
        return self.lines[len(self.places) * (self.p.n_levels + 1) + court.index]

    def _towns(self) -> set[Place]:
        return {leaf.run[self.p.office_slot] for leaf in self.leaves}

    def _station(self, town: Place, world: Any) -> Line:
        """A police station: minutes by the people on the registers of its units, and nobody ever in line."""
        p = self.p
        registered = int(world.served_registered[town.index, p.office_slot])
        return Line(
            place=town,
            slot=p.office_slot,
            column=p.office_slot,
            forum=Forum.POLICE,
            base_minutes=max(1, int(60.0 * registered * (p.police_hours / A_STATION_SERVES) + 0.5)),
            mean_minutes=p.police_minutes,
            clock_days=0,
            mediator=Mediator(self),
            official=Official(self),
        )

    def _principals_with_a_forum(self) -> list[Principal]:
        p = self.p
        slots = [r for r in range(p.n_levels) if p.forum_of_slot[r] != Forum.NONE]
        running = {leaf.run[slot].index for leaf in self.leaves for slot in slots}
        return [self.principals[i] for i in sorted(running)]
