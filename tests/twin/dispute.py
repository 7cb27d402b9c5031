"""One grievance or dispute with its true state, as one plain object. What moves it from state to state is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sim.names import Department, DisputeType, Forum, Opponent, Origin, State, Terms, Way

if TYPE_CHECKING:
    from tests.twin.line import Line
    from tests.twin.people import Household, Place, Resident
    from tests.twin.staff import Post

ACTIVE = frozenset({State.OPEN, State.TALK, State.QUEUED, State.AWAY, State.CALLED, State.AT_WINDOW})
OVER = frozenset({State.FADED, State.FORGOTTEN, State.FINAL})
NEVER = 1 << 40
"""A day that does not come."""


@dataclass(frozen=True)
class Respondent:
    """The other side: who it is by kind, its key, where it belongs (None: beyond the tree) and how it stands."""

    kind: Opponent
    key: int
    place: Place | None
    standing: float
    person: Resident | None = None
    power: int = 0

    @property
    def closeness(self) -> float:
        """To the cadres; they themselves are as close as can be, and who is no resident stands in the middle."""
        if self.person:
            return self.person.closeness
        return 1.0 if self.kind in (Opponent.COLLECTIVE, Opponent.GOVERNMENT) else 0.5

    @property
    def household(self) -> Household | None:
        return self.person.household if self.person else None


@dataclass
class Case:
    """One acceptance by a forum: the claim as it lies in a line."""

    line: Line
    channel: int
    visit: int
    opened: int
    joined: int
    work_minutes: int
    clock_day: int
    patience_day: int
    sessions: int = 0
    referred: bool = False
    misrouted: bool = False
    met: int = 0
    missing: int = 0
    joint_minutes: int = 0
    back_on: int | None = None
    closed: int | None = None
    way: Way = Way.NONE
    booked: bool = False
    found: bool = False
    confirmed: bool = False
    before_court: bool = False
    terms: Terms = Terms.NONE
    felt_fair: bool = False
    appeal: int = 0
    server: Post | None = None

    @property
    def forum(self) -> Forum:
        return self.line.forum

    @property
    def slot(self) -> int:
        return self.line.slot

    @property
    def place(self) -> Place:
        return self.line.place


@dataclass(eq=False)
class Dispute:
    """A grievance for life. Days are ticks; `visits` and `fails` are by channel."""

    id: int
    root: int
    origin: Origin
    type: DisputeType
    claimant: Resident
    place: Place
    respondent: Respondent
    stake: float
    observed: float
    exclusive: bool
    ancestor: int
    impartial: int
    home: int
    tie: float
    gap: float
    merit: float
    cause: int
    born: int
    voice: int
    fade: int
    hostility: float
    visits: list[int]
    fails: list[int]
    needs: frozenset[Department] = frozenset()
    border: int = 0
    bond: int = 0
    came_by: int = 0
    interest: float = 1.0
    state: State = State.LATENT
    way: Way = Way.NONE
    due: int = 0
    voiced: int | None = None
    episode: int = 0
    since: int = 0
    blocks: int = 0
    reach: int = -1
    return_day: int = NEVER
    forget_day: int = NEVER
    limitation_day: int = NEVER
    transfer: int | None = None
    transfer_by_gate: bool = False
    to_trial: bool = False
    information: float = 0.0
    compulsion: float = 0.0
    gate_target: int | None = None
    failed_at: Place | None = None
    called_on: int | None = None
    window: Forum = Forum.NONE
    bound_for: int = 0
    astray: bool = False
    promised: tuple[Forum, int] | None = None
    pushed: bool = False
    lodged_above: bool = False
    lodged_outside: bool = False
    sued_above: bool = False
    carried: bool = False
    legacy: bool = False
    levels_tried: set[int] = field(default_factory=set, repr=False)
    attempted_above: bool = False
    lawful_review: bool = False
    skipped: bool = False
    escalated: bool = False
    gated: bool = False
    grouped: bool = False
    speaks: bool = False
    heard: bool = False
    steps: int = 0
    answered: int = 0
    reached_remedy: bool = False
    first_spill: int | None = None
    last_end: int | None = None
    came_back: int = 0
    active_at_dawn: bool = False
    need: int | None = None
    exposure: int = 0
    overlooked: bool = False
    temper: int = 0
    joined_crowd: bool = False
    called: bool = False
    found: bool = False
    case: Case | None = field(default=None, repr=False)
    owed: Case | None = field(default=None, repr=False)
    appealed: Case | None = field(default=None, repr=False)
    applied: Case | None = field(default=None, repr=False)

    @property
    def attempts(self) -> int:
        """Visits to everything but lumping."""
        return sum(self.visits[1:])

    @property
    def faces_authority(self) -> bool:
        return self.respondent.kind in (Opponent.COLLECTIVE, Opponent.GOVERNMENT)
