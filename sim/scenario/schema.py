"""The form of a scenario: every section, its cross rules, and what is derived from them. Reading files is elsewhere."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from sim.names import MAX_LEVELS, DisputeType
from sim.scenario.levels import Level, Title
from sim.scenario.places import PlaceTable, read_place_table
from sim.scenario.population import Population
from sim.scenario.quantity import Grade, Section
from sim.scenario.refuse import refusal
from sim.scenario.sections.aftermath import Heat, Lump, Outside, Returns, Suppress
from sim.scenario.sections.arising import Incidence, Stake, Voice
from sim.scenario.sections.claiming import Answer, Claim, Talk
from sim.scenario.sections.forums import Clocks, Court, Gate, Patience, Petition
from sim.scenario.sections.governing import Appraisal, Report
from sim.scenario.sections.relating import Relation
from sim.scenario.sections.running import Processes, Time
from sim.scenario.sections.settling import Press, Promise, Settle
from sim.scenario.sections.spreading import Spread, Treatment, Trust
from sim.scenario.sections.staffing import Initial, Staff, WorldShape
from sim.scenario.types import TypeTable

SCHEMA_VERSION: Final = 1
MIN_LEVELS: Final = 2


class Provenance(Section):
    """Where a value that differs from its declaration is from. `key` is the dotted path of the parameter."""

    key: str
    source: str
    grade: Grade


class Scenario(Section):
    """A frozen, fully resolved scenario. `places` is the path of the place table."""

    schema_version: int = SCHEMA_VERSION
    id: str = Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$")
    title: Title
    root: str = Field(min_length=1)
    levels: tuple[Level, ...] = Field(strict=False)
    court_level: str | None = None
    places: str = Field(min_length=1)
    overloaded: Literal["refused", "allowed"] = "refused"

    population: Population = Population()
    time: Time = Time()
    processes: Processes = Processes()
    incidence: Incidence = Incidence()
    voice: Voice = Voice()
    stake: Stake = Stake()
    relation: Relation = Relation()
    claim: Claim = Claim()
    talk: Talk = Talk()
    answer: Answer = Answer()
    settle: Settle = Settle()
    press: Press = Press()
    promise: Promise = Promise()
    court: Court = Court()
    petition: Petition = Petition()
    clocks: Clocks = Clocks()
    patience: Patience = Patience()
    gate: Gate = Gate()
    heat: Heat = Heat()
    suppress: Suppress = Suppress()
    lump: Lump = Lump()
    returns: Returns = Returns()
    outside: Outside = Outside()
    appraisal: Appraisal = Appraisal()
    report: Report = Report()
    spread: Spread = Spread()
    treatment: Treatment = Treatment()
    trust: Trust = Trust()
    staff: Staff = Staff()
    initial: Initial = Initial()
    world: WorldShape = WorldShape()
    types: TypeTable
    provenance: tuple[Provenance, ...] = Field(default=(), strict=False)

    _tree: PlaceTable | None = PrivateAttr(default=None)
    _wider_tree: PlaceTable | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _cross_rules(self) -> Self:
        if self.schema_version != SCHEMA_VERSION:
            repair = "Set it to that number once the file follows this version's form"
            raise refusal(f"schema_version must be {SCHEMA_VERSION}", self.schema_version, repair, at=("schema_version",))
        ids = self.level_ids
        if not MIN_LEVELS <= len(ids) <= MAX_LEVELS:
            rule, repair = f"levels must be {MIN_LEVELS} to {MAX_LEVELS}", "Declare them lowest first"
            raise refusal(rule, len(ids), repair, at=("levels",))
        if len(set(ids)) < len(ids):
            raise refusal("level ids must differ", ", ".join(ids), "Rename one of them", at=("levels",))
        if self.court_level is not None and self.court_level not in ids:
            rule = "court_level must be one of the declared levels"
            raise refusal(rule, repr(self.court_level), f"Use one of {', '.join(ids)}", at=("court_level",))
        if self.time.burn_in > self.time.burn_in_max:
            rule = f"time.burn_in must not exceed time.burn_in_max ({self.time.burn_in_max} days)"
            raise refusal(rule, self.time.burn_in, "Raise burn_in_max or shorten burn_in", at=("time", "burn_in"))
        if self.staff.content_low > self.staff.content_high:
            rule, repair = "staff.content_low must not exceed staff.content_high", "Exchange the two"
            raise refusal(rule, self.staff.content_low, repair, at=("staff", "content_low"))
        return self

    @property
    def level_ids(self) -> tuple[str, ...]:
        """Ids of the levels, lowest first."""
        return tuple(level.id for level in self.levels)

    @property
    def court_rank(self) -> int:
        """Rank of the level whose places hold the court."""
        ids = self.level_ids
        if self.court_level is not None:
            return ids.index(self.court_level)
        return ids.index("county") if "county" in ids else len(ids) - 1

    @property
    def trust_by_rank(self) -> tuple[float, ...]:
        """The anchor of intent trust of each level, lowest first, and of `outside` as the last.

        By level id; a level with another id takes the anchor of its rank (the fourth and higher: the city's).
        """
        by_rank = ("village", "town", "county", "city")
        known = {*by_rank, "outside"}
        names = (name if name in known else by_rank[min(rank, 3)] for rank, name in enumerate(self.level_ids))
        return (*(getattr(self.trust, name) for name in names), self.trust.outside)

    def government_power(self, kind: str | DisputeType) -> tuple[float, ...]:
        """Return by rank the shares of the level that decided a matter of this type (sum 1).

        A share of a level that the scenario does not declare goes to the next declared level up, else to the top.
        """
        power, order = self.types[kind].power, ("town", "county", "city", "province")
        ids, shares = self.level_ids, [0.0] * len(self.levels)
        for place, name in enumerate(order[:3]):
            up = [ids.index(level) for level in order[place:] if level in ids]
            shares[up[0] if up else len(ids) - 1] += float(getattr(power, name))
        return tuple(shares)

    @cached_property
    def median_stake(self) -> float:
        """Scenario median of the stake in yuan: the median of the type table's mixture."""
        from sim.scenario.median import median_stake

        return median_stake(self)

    @cached_property
    def fingerprint(self) -> str:
        """sha256 over everything that a history can depend on, the content of the place table included."""
        from sim.scenario.fingerprint import fingerprint

        return fingerprint(self)

    @cached_property
    def world_fingerprint(self) -> str:
        """sha256 over what the world depends on: tree, populations, shape, staff; not the types nor any rule."""
        from sim.scenario.fingerprint import world_fingerprint

        return world_fingerprint(self)

    def read_places(self) -> PlaceTable:
        """Return the tree from `root` down. Raises PlacesError where the table breaks a rule."""
        if self._tree is None:
            self._tree = read_place_table(Path(self.places), shown(self.places), self.root, self.level_ids)
        return self._tree

    def read_population_places(self) -> PlaceTable:
        """Return the tree over which known totals are spread: the scenario's own, or the wider one it is cut from."""
        table, root = self.population.table or self.places, self.population.root or self.root
        if (table, root) == (self.places, self.root):
            return self.read_places()
        if self._wider_tree is None:
            self._wider_tree = read_place_table(Path(table), shown(table), root, self.level_ids)
        return self._wider_tree

    def with_overrides(self, overrides: object) -> Scenario:
        """Return a copy with dotted keys set, e.g. `{"settle.tie": 0.3}` or `["settle.tie=0.3"]`, validated anew."""
        from sim.scenario.load import override

        return override(self, overrides)


def shown(path: str) -> str:
    """Return how a path is named in messages: from the working folder where it lies inside, else its last two parts."""
    here = Path(path)
    try:
        return str(here.relative_to(Path.cwd()))
    except ValueError:
        return "/".join(here.parts[-2:])
