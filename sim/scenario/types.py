"""The type table: what each of the 15 types of dispute is like. Its cells live in `scenarios/base.toml`, each graded.

A cell's source and grade are those declared for its column here, unless the file gives the cell its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from sim.names import MOST_DEPARTMENTS, Department, DisputeType, Opponent
from sim.scenario.quantity import Section, number
from sim.scenario.refuse import HERE, refusal

TYPE_IDS: Final[tuple[str, ...]] = tuple(member.name.lower() for member in DisputeType)
OPPONENT_IDS: Final[tuple[str, ...]] = tuple(member.name.lower() for member in Opponent)
DEPARTMENT_IDS: Final[tuple[str, ...]] = tuple(member.name.lower() for member in Department)
GOVERNMENT_TYPES: Final = frozenset({"requisition", "office"})
"""Types set by `lambda_government`; the other 13 are person types."""
_SUM_TOLERANCE: Final = 1e-9


class OpponentMix(Section):
    """Who the respondent is; the ten shares sum to 1."""

    kin: float = number(0.0, unit="share", low=0, high=1, zh="亲属", en="kin")
    neighbour: float = number(0.0, unit="share", low=0, high=1, zh="邻居", en="neighbour")
    same_unit: float = number(0.0, unit="share", low=0, high=1, zh="同村（社区）人", en="same village")
    same_town: float = number(0.0, unit="share", low=0, high=1, zh="同镇人", en="same town")
    same_county: float = number(0.0, unit="share", low=0, high=1, zh="同县人", en="same county")
    same_root: float = number(0.0, unit="share", low=0, high=1, zh="同市人", en="same prefecture")
    beyond: float = number(0.0, unit="share", low=0, high=1, zh="外地人", en="from beyond")
    organisation: float = number(0.0, unit="share", low=0, high=1, source="T17org", zh="单位", en="organisation")
    collective: float = number(0.0, unit="share", low=0, high=1, zh="村集体或村干部", en="village collective or cadre")
    government: float = number(0.0, unit="share", low=0, high=1, zh="政府机关", en="government")

    @model_validator(mode="after")
    def _sums_to_one(self) -> Self:
        _check_sum(self.shares(), f"the ten shares of {HERE}")
        return self

    def shares(self) -> tuple[float, ...]:
        """Return the shares in the order of :class:`sim.names.Opponent`."""
        return tuple(getattr(self, name) for name in OPPONENT_IDS)


class PowerMix(Section):
    """Which level of government decided the matter; the three shares sum to 1."""

    town: float = number(unit="share", low=0, high=1, zh="乡镇", en="town")
    county: float = number(unit="share", low=0, high=1, zh="县", en="county")
    city: float = number(unit="share", low=0, high=1, zh="市", en="city")

    @model_validator(mode="after")
    def _sums_to_one(self) -> Self:
        _check_sum((self.town, self.county, self.city), f"the shares of {HERE}")
        return self


class DepartmentMix(Section):
    """How many departments beyond the forum a matter needs (the rest of the chance: none), and who matters most.

    Which of them are needed is drawn down `order` (`joint.lead`).
    """

    one: float = number(0.0, unit="share", low=0, high=1, source="T379", zh="须一个部门", en="one department")
    two: float = number(0.0, unit="share", low=0, high=1, source="T379", zh="须两个部门", en="two departments")
    three: float = number(0.0, unit="share", low=0, high=1, source="T379", zh="须三个部门", en="three departments")
    four: float = number(0.0, unit="share", low=0, high=1, source="T379", zh="须四个部门", en="four departments")
    order: tuple[Literal[DEPARTMENT_IDS], ...] = Field(  # type: ignore[valid-type]
        default=(),
        strict=False,
        title="departments, the one that matters most first",
        json_schema_extra={"zh": "部门次序"},
    )

    @model_validator(mode="after")
    def _enough(self) -> Self:
        needed = self.needed()
        total = 0.0
        for share in needed:
            total += share
        if total > 1.0 + _SUM_TOLERANCE:
            rule = f"the shares of {HERE} must sum to 1 at most (the rest needs no department)"
            raise refusal(rule, f"{total:.9g}", "Lower one of them")
        most = max((k + 1 for k, share in enumerate(needed) if share > 0.0), default=0)
        if len(set(self.order)) < max(most, len(self.order)):
            rule = f"order of {HERE} must name at least {most} different departments, each once"
            raise refusal(rule, ", ".join(self.order), "Add or remove some", at=("order",))
        return self

    def needed(self) -> tuple[float, ...]:
        """Return the chances of one, two, three and four departments."""
        return self.one, self.two, self.three, self.four

    def chances(self) -> tuple[float, ...]:
        """Return the chances of none, one, … four departments; they sum to 1."""
        needed = self.needed()
        assert len(needed) == MOST_DEPARTMENTS
        rest = 1.0
        for share in needed:
            rest -= share
        return (max(rest, 0.0), *needed)


class DisputeKind(Section):
    """One row of the table."""

    share: float = number(
        unit="share of disputes with a person", low=0, high=1, source="T16mix", grade="A", zh="所占份额", en="share"
    )
    stake_shift: float = number(unit="log of the median", low=-4, high=4, zh="标的偏移", en="shift of the stake")
    hostility: float = number(unit="hostility", low=0, high=1, zh="起始敌意均值", en="mean hostility at the start")
    spread: float = number(unit="factor", low=0, high=4, zh="扩散系数", en="factor of contagion")
    exclusive: float = number(
        unit="share", low=0, high=1, zh="只能由法院处理的份额", en="share only a court can decide"
    )
    legal_cause_unit: Literal["place"] = Field(
        default="place", title="what a cause is counted by", json_schema_extra={"zh": "同因的计数单位"}
    )
    opponents: OpponentMix
    power: PowerMix
    departments: DepartmentMix = DepartmentMix()


class TypeTable(Section):
    """Fifteen rows, in the order of :class:`sim.names.DisputeType`; `table["family"]` is the row of a type."""

    family: DisputeKind
    neighbour: DisputeKind
    housing: DisputeKind
    property: DisputeKind
    contract: DisputeKind
    consumer: DisputeKind
    labour: DisputeKind
    production: DisputeKind
    damages: DisputeKind
    medical: DisputeKind
    traffic: DisputeKind
    land: DisputeKind
    requisition: DisputeKind
    environment: DisputeKind
    office: DisputeKind

    @model_validator(mode="after")
    def _shares(self) -> Self:
        for name in GOVERNMENT_TYPES:
            if self[name].share != 0.0:
                rule = f"types.{name}.share must be 0 (its number follows from incidence.lambda_government)"
                raise refusal(rule, f"{self[name].share:g}", f"Set types.{name}.share = 0", at=(name, "share"))
        _check_sum(tuple(row.share for row in self.rows()), "the shares of the 13 person types")
        return self

    def __getitem__(self, type_id: str | DisputeType) -> DisputeKind:
        """Return the row of a type by lower-case id or member; KeyError if there is none."""
        name = type_id.name.lower() if isinstance(type_id, DisputeType) else type_id
        if name not in TYPE_IDS:
            raise KeyError(name)
        row: DisputeKind = getattr(self, name)
        return row

    def rows(self) -> tuple[DisputeKind, ...]:
        """Return the 15 rows in the order of the enum."""
        return tuple(self[name] for name in TYPE_IDS)

    def items(self) -> Iterator[tuple[str, DisputeKind]]:
        """Yield (type id, row) in the order of the enum."""
        return ((name, self[name]) for name in TYPE_IDS)


def _check_sum(shares: tuple[float, ...], what: str) -> None:
    total = 0.0
    for share in shares:
        total += share
    if abs(total - 1.0) > _SUM_TOLERANCE:
        raise refusal(f"{what} must sum to 1", f"{total:.9g}", "Change the others with the one you set")
