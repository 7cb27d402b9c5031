"""Views of disputes and of cases. A dispute has one id for life; a case is one acceptance of it by one forum.

What is shown here is the true state and, of a case, also what the books say. For figures use `sim.records` and
`sim.analysis`, which never show a reported one without its pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sim.agents.light import Light
from sim.agents.places import Place
from sim.engine.marks import NEVER
from sim.names import DisputeType, Forum, Opponent, Origin, State, Way
from sim.rules.relapse import cooled, heated_by_waiting

if TYPE_CHECKING:
    from sim.agents.view import View

RESTING: Final = frozenset({State.LUMPED, State.SUPPRESSED, State.SETTLED, State.ACCEPTED})
"""States in which hostility cools by itself."""


class Dispute(Light):
    """A grievance, voiced or not, by its row in `model.state`; a *dispute* once it is voiced."""

    __slots__ = ()

    @property
    def id(self) -> int:
        """Its id: a hash of how it arose, the same under every policy."""
        return int(self.model.state.id[self.row])

    @property
    def root_id(self) -> int:
        """Id of the root of its root family; its own for a root."""
        return int(self.model.state.root[self.row])

    @property
    def type(self) -> DisputeType:
        """Dispute type."""
        return DisputeType(int(self.model.state.type[self.row]))

    @property
    def opponent(self) -> Opponent:
        """Kind of respondent."""
        return Opponent(int(self.model.state.opponent[self.row]))

    @property
    def origin(self) -> Origin:
        """Root, sympathetic, or from treatment."""
        return Origin(int(self.model.state.origin[self.row]))

    @property
    def state(self) -> State:
        """True state."""
        return State(int(self.model.state.state[self.row]))

    @property
    def voiced(self) -> bool:
        """Whether anybody but the claimant knows of it."""
        return int(self.model.state.voiced[self.row]) != NEVER

    @property
    def born_day(self) -> int:
        """Day on which it arose; negative before the cohort."""
        return self._day(int(self.model.state.born[self.row]))

    @property
    def voiced_day(self) -> int | None:
        """Day on which it was voiced."""
        return self._day(int(self.model.state.voiced[self.row])) if self.voiced else None

    @property
    def claimant(self) -> View:
        """The resident who is aggrieved."""
        resident: View = self.model.census.agent(self.model, int(self.model.state.claimant[self.row]))
        return resident

    @property
    def respondent(self) -> View | None:
        """The resident on the other side; None where that is no resident of the tree."""
        row = int(self.model.state.respondent[self.row])
        resident: View | None = None if row < 0 else self.model.census.agent(self.model, row)
        return resident

    @property
    def place(self) -> Place:
        """Where the claimant lives."""
        return Place(self.model, int(self.model.state.place[self.row]))

    @property
    def home(self) -> str:
        """Home level: id of the lowest level that holds both parties and can grant the remedy, or "outside"."""
        rank = int(self.model.state.home[self.row])
        levels = self.model.world.level_ids
        name: str = levels[rank] if rank < len(levels) else "outside"
        return name

    @property
    def stake(self) -> float:
        """True stake in yuan."""
        return float(self.model.state.stake[self.row])

    @property
    def interest(self) -> float:
        """Unsettled share of the stake, 0..1."""
        return float(self.model.state.interest[self.row])

    @property
    def hostility(self) -> float:
        """Hostility 0..1 as of now: what waiting in a line or resting has done to it is reckoned in, not written."""
        state, p = self.model.state, self.model.p
        held, days = float(state.hostility[self.row]), self.model.tick - int(state.since[self.row])
        if self.state == State.QUEUED:
            return float(heated_by_waiting(held, days, p.heat_wait)) if p.on_wait_heat else held
        return float(cooled(held, days, p.press_decay)) if self.state in RESTING else held

    @property
    def forum(self) -> Light | None:
        """The forum in whose line it waits (`sim.agents.ForumAt`), None if it waits in none."""
        line = int(self.model.state.line[self.row])
        forum: Light | None = None if line < 0 else self.model.forum(line)
        return forum

    @property
    def last_way(self) -> Way:
        """How a case or an attempt of it last ended."""
        return Way(int(self.model.state.last_way[self.row]))

    @property
    def cases(self) -> tuple[Case, ...]:
        """Its cases at all forums, open ones included, in order of acceptance."""
        rows = self.model.lookup.filings_of_dispute(self.model.state, self.row)
        return tuple(Case(self.model, row) for row in rows)

    def _day(self, tick: int) -> int:
        day: int = tick - self.model.burn_in
        return day

    def __repr__(self) -> str:
        return f"<Dispute {self.row}: {self.type.name.lower()}, {self.state.name.lower()}>"


class Case(Light):
    """One acceptance of a dispute by a forum: an entry of its books, by its row in `model.state`."""

    __slots__ = ()

    @property
    def dispute(self) -> Dispute:
        """The dispute."""
        return Dispute(self.model, int(self.model.state.filing_dispute[self.row]))

    @property
    def forum(self) -> Light | None:
        """The forum (`sim.agents.ForumAt`); None for the police, who have no line and no agent."""
        if self.forum_kind == Forum.POLICE:
            return None
        forum: Light = self.model.forum(int(self.model.state.filing_line[self.row]))
        return forum

    @property
    def forum_kind(self) -> Forum:
        """Kind of forum."""
        return Forum(int(self.model.state.filing_forum[self.row]))

    @property
    def opened_day(self) -> int:
        """Day of acceptance."""
        day: int = int(self.model.state.filing_opened[self.row]) - self.model.burn_in
        return day

    @property
    def closed_day(self) -> int | None:
        """Day of closing, None while it is open."""
        tick = int(self.model.state.filing_closed[self.row])
        return None if tick == NEVER else tick - self.model.burn_in

    @property
    def way(self) -> Way:
        """How it truly ended; NONE while it is open."""
        return Way(int(self.model.state.filing_way[self.row]))

    @property
    def booked_success(self) -> bool:
        """Whether the books call it settled. Read it beside `way` and the dispute's state."""
        return bool(self.model.state.filing_booked[self.row])

    @property
    def sessions(self) -> int:
        """Sessions held: of an open case so far."""
        state = self.model.state
        if self.closed_day is None:
            return int(state.sessions[int(state.filing_dispute[self.row])])
        return int(state.filing_sessions[self.row])

    @property
    def referred(self) -> bool:
        """Whether an institution moved it here."""
        return bool(self.model.state.filing_referred[self.row])
