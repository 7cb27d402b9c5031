"""The form of a scenario: every section, its cross rules, and what is derived from them. Reading files is elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from sim.names import MAX_LEVELS
from sim.scenario.campaigns import Campaign, places_of
from sim.scenario.fingerprint import digest_of
from sim.scenario.levels import Level, Title, complete_levels
from sim.scenario.locate import shown
from sim.scenario.median import mixture_median
from sim.scenario.offspring import check_offspring, offspring_radius, shared_by_factor
from sim.scenario.places import PlaceTable, read_place_table
from sim.scenario.population import Population
from sim.scenario.quantity import Grade, Section
from sim.scenario.refuse import check_ids, refusal
from sim.scenario.sections.aftermath import Heat, Lump, Outside, Returns, Suppress
from sim.scenario.sections.arbitrating import Arbitration
from sim.scenario.sections.arising import Incidence, Stake, Voice
from sim.scenario.sections.bonds import Ties
from sim.scenario.sections.bordering import Border
from sim.scenario.sections.claiming import Answer, Claim, Talk
from sim.scenario.sections.closeness import Cadres
from sim.scenario.sections.coupling import Coupling
from sim.scenario.sections.finding import Finding, Padding
from sim.scenario.sections.forums import Clocks, Court, Gate, Patience, Petition
from sim.scenario.sections.gathering import Gathering
from sim.scenario.sections.governing import Appraisal, Report
from sim.scenario.sections.joining import Joint, Misroute
from sim.scenario.sections.judging import Governance
from sim.scenario.sections.kinds import PlaceKinds
from sim.scenario.sections.litigating import Appeal, Confirm, Perform, Prefiling
from sim.scenario.sections.migrating import Migrants
from sim.scenario.sections.policing import Police
from sim.scenario.sections.reconsidering import Reconsideration
from sim.scenario.sections.relating import Relation
from sim.scenario.sections.running import Processes, Time
from sim.scenario.sections.serving import Fatigue, Learning, Paperwork, Posts, Skill, Turnover, Volunteers
from sim.scenario.sections.settling import Press, Promise, Settle
from sim.scenario.sections.spreading import Spread, Treatment, Trust
from sim.scenario.sections.staffing import Initial, Staff, WorldShape
from sim.scenario.sections.surging import CampaignEffect, Emergency
from sim.scenario.sections.trusting import Experience
from sim.scenario.sections.unproved import Crowd, Profit, Spiral, Tacitus
from sim.scenario.sections.windowing import Contacts, Desk, Windows
from sim.scenario.shocks import Shock, units_of
from sim.scenario.types import GOVERNMENT_TYPES, TypeTable

SCHEMA_VERSION: Final = 1
MIN_LEVELS: Final = 2
_LABELS: Final = {"id", "title", "provenance", "places", "population", "levels", "governance"}
"""Left out of a fingerprint as they are: names, sources and weights of the index change no history; the tree enters by
its content."""


class Provenance(Section):
    """Where a value that was set is from. `key` is the dotted path of the parameter."""

    key: str
    source: str = Field(min_length=1)
    grade: Grade


class Scenario(Section):
    """A frozen, fully resolved scenario. `places` is the path of its place table.

    Change one through :func:`sim.scenario.with_overrides`, which validates anew; `model_copy` does not.
    """

    schema_version: int = SCHEMA_VERSION
    id: str = Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$")
    title: Title
    root: str = Field(min_length=1)
    levels: Annotated[tuple[Level, ...], BeforeValidator(complete_levels), Field(strict=False)]
    court_level: str | None = None
    places: str = Field(min_length=1)
    overloaded: Literal["refused", "allowed"] = "refused"

    population: Population = Population()
    time: Time = Time()
    processes: Processes = Processes()
    incidence: Incidence = Incidence()
    voice: Voice = Voice()
    finding: Finding = Finding()
    stake: Stake = Stake()
    relation: Relation = Relation()
    claim: Claim = Claim()
    talk: Talk = Talk()
    answer: Answer = Answer()
    settle: Settle = Settle()
    press: Press = Press()
    promise: Promise = Promise()
    joint: Joint = Joint()
    misroute: Misroute = Misroute()
    windows: Windows = Windows()
    contacts: Contacts = Contacts()
    desk: Desk = Desk()
    police: Police = Police()
    court: Court = Court()
    prefiling: Prefiling = Prefiling()
    arbitration: Arbitration = Arbitration()
    reconsideration: Reconsideration = Reconsideration()
    confirm: Confirm = Confirm()
    perform: Perform = Perform()
    appeal: Appeal = Appeal()
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
    padding: Padding = Padding()
    campaign: CampaignEffect = CampaignEffect()
    emergency: Emergency = Emergency()
    spread: Spread = Spread()
    gathering: Gathering = Gathering()
    treatment: Treatment = Treatment()
    tacitus: Tacitus = Tacitus()
    spiral: Spiral = Spiral()
    crowd: Crowd = Crowd()
    profit: Profit = Profit()
    coupling: Coupling = Coupling()
    place_kinds: PlaceKinds = PlaceKinds()
    migrants: Migrants = Migrants()
    cadres: Cadres = Cadres()
    ties: Ties = Ties()
    border: Border = Border()
    trust: Trust = Trust()
    experience: Experience = Experience()
    staff: Staff = Staff()
    posts: Posts = Posts()
    skill: Skill = Skill()
    turnover: Turnover = Turnover()
    fatigue: Fatigue = Fatigue()
    paperwork: Paperwork = Paperwork()
    volunteers: Volunteers = Volunteers()
    learning: Learning = Learning()
    initial: Initial = Initial()
    governance: Governance = Governance()
    world: WorldShape = WorldShape()
    types: TypeTable
    shocks: tuple[Shock, ...] = Field(default=(), strict=False)
    campaigns: tuple[Campaign, ...] = Field(default=(), strict=False)
    provenance: tuple[Provenance, ...] = Field(default=(), strict=False)

    _median: float | None = PrivateAttr(default=None)
    _tree: PlaceTable | None = PrivateAttr(default=None)
    _wider_tree: PlaceTable | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _cross_rules(self) -> Self:
        ids = self.level_ids
        if self.schema_version != SCHEMA_VERSION:
            rule, repair = f"schema_version must be {SCHEMA_VERSION}", f"Bring the file to form {SCHEMA_VERSION}"
            raise refusal(rule, self.schema_version, repair, at=("schema_version",))
        if not MIN_LEVELS <= len(ids) <= MAX_LEVELS:
            rule, repair = f"a scenario must have {MIN_LEVELS} to {MAX_LEVELS} levels", "Declare them lowest first"
            raise refusal(rule, len(ids), repair, at=("levels",))
        if len(set(ids)) < len(ids):
            raise refusal("level ids must differ", ", ".join(ids), "Rename one of them", at=("levels",))
        if all(level.forum == "none" for level in self.levels):
            raise refusal("a level must have a forum", "none at any", "Give one of them a committee", at=("levels",))
        if self.court_level is not None and self.court_level not in ids:
            rule, repair = "court_level must be one of the declared levels", f"Use one of {', '.join(ids)}"
            raise refusal(rule, repr(self.court_level), repair, at=("court_level",))
        if self.time.burn_in > self.time.burn_in_max:
            rule = f"time.burn_in must not exceed time.burn_in_max ({self.time.burn_in_max} days)"
            raise refusal(rule, self.time.burn_in, "Raise burn_in_max or shorten burn_in", at=("time", "burn_in"))
        if self.world.rural_unit_low > self.world.rural_unit_high:
            rule, at = "world.rural_unit_low must not exceed world.rural_unit_high", ("world", "rural_unit_low")
            raise refusal(rule, self.world.rural_unit_low, "Exchange the two", at=at)
        if self.emergency.leave > self.emergency.enter:
            rule = f"emergency.leave must not exceed emergency.enter ({self.emergency.enter:g})"
            raise refusal(rule, self.emergency.leave, "Exchange the two", at=("emergency", "leave"))
        check_ids("shocks", self.shocks)
        check_ids("campaigns", self.campaigns)
        check_offspring(self.coupling, self.offspring_radius())
        return self

    @property
    def level_ids(self) -> tuple[str, ...]:
        """Ids of the levels, lowest first."""
        return tuple(level.id for level in self.levels)

    @property
    def court_rank(self) -> int:
        """Rank of the level whose places hold the court: `court_level`, else `county`, else the top."""
        ids = self.level_ids
        return ids.index(self.court_level or ("county" if "county" in ids else ids[-1]))

    @property
    def trust_by_rank(self) -> tuple[float, ...]:
        """The anchor of intent trust of each level, lowest first, and of `outside` as the last.

        By level id; a level with another id takes the anchor of its rank (the fourth and higher: the city's).
        """
        by_rank = ("village", "town", "county", "city")
        names = (name if name in by_rank else by_rank[min(rank, 3)] for rank, name in enumerate(self.level_ids))
        return (*(getattr(self.trust, name) for name in names), self.trust.outside)

    @property
    def type_incidence(self) -> tuple[float, ...]:
        """Voiced disputes per 1,000 adult-years of each of the 15 types, in the order of the enum."""
        requisition = self.incidence.requisition_share * self.incidence.lambda_government
        government = {"requisition": requisition, "office": self.incidence.lambda_government - requisition}
        return tuple(
            government[name] if name in GOVERNMENT_TYPES else row.share * self.incidence.lambda_person
            for name, row in self.types.items()
        )

    @property
    def median_stake(self) -> float:
        """Scenario median of the stake, whole yuan: of the type table's mixture, weighted by incidence."""
        if self._median is None:
            shifts = [row.stake_shift for row in self.types.rows()]
            self._median = mixture_median(self.stake.median, self.stake.sigma, shifts, self.type_incidence)
        return self._median

    @property
    def fingerprint(self) -> str:
        """sha256 over everything that a history can depend on, the content of the place tables included."""
        return digest_of([self.model_dump(mode="json", exclude=_LABELS), self._tree_content()])

    @property
    def world_fingerprint(self) -> str:
        """sha256 over what the world depends on: tree, populations, shape, staff; not the types nor any rule."""
        shape, staff = self.world.model_dump(mode="json"), self.staff.model_dump(mode="json")
        migrants = self.migrants.model_dump(mode="json", exclude={"reach", "court", "tie", "voice"})
        people = [self.incidence.adult_share, migrants, self.cadres.standing, self.ties.online]
        return digest_of([self._tree_content(), shape, staff, self.court_rank, *people])

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

    def offspring_radius(self, *, hottest: bool = False) -> float:
        """Return what grievances beget, as a spectral radius: below 1 they die out.

        Contagion counts with its mean R for every type; with `hottest` each type has its share of it by its factor.
        """
        voiced = float(self.voice.share) if self.processes.coupling else 0.0
        mean = float(self.spread.R) if self.processes.spread else 0.0
        contagion: tuple[float, ...] = (mean,) * len(self.types.rows())
        if hottest:
            contagion = shared_by_factor(mean, [float(row.spread) for row in self.types.rows()], self.type_incidence)
        return offspring_radius(self.coupling, voiced, contagion)

    def shocked_units(self, shock: Shock) -> frozenset[str]:
        """Codes of the lowest places that a shock of this scenario reaches. Raises ScenarioError."""
        return units_of(shock, self.read_places(), self.level_ids)

    def campaign_places(self, campaign: Campaign) -> frozenset[str]:
        """Codes of the places that a campaign of this scenario reaches. Raises ScenarioError."""
        return places_of(campaign, self.read_places(), self.level_ids)

    def adopt_tables(self, other: Scenario) -> None:
        """Take over the tables that `other`, a scenario of the same tree, has read."""
        self._tree, self._wider_tree = other._tree, other._wider_tree

    def _tree_content(self) -> list[Any]:
        population = self.population
        return [
            [(level.id, level.forum) for level in self.levels],
            [self.root, self.read_places().digest, self.read_population_places().digest],
            [population.rule, population.year],
            [(fact.code, fact.year, fact.measure, fact.value) for fact in population.totals],
            [(fact.code, fact.rural, fact.urban) for fact in population.registered],
        ]
