"""Decides what of one run travels on: every result of this room in plain, picklable data. Joining runs: `compare`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sim.analysis.books import Book
from sim.analysis.cost import Cost
from sim.analysis.ends import Ends
from sim.analysis.fairness import Fairness, fairness
from sim.analysis.flow import Flow
from sim.analysis.identity import Identity, identity
from sim.analysis.indicators import indicators, results_of
from sim.analysis.load import LineLoad, load
from sim.analysis.mottoes import Mottoes
from sim.analysis.reproduction import is_supercritical
from sim.analysis.right_level import RightLevel
from sim.analysis.spill import Spill
from sim.analysis.surveyor import Survey, survey
from sim.analysis.targets import Figure, measured
from sim.analysis.trust import Trust, trust
from sim.records import Manifest, Paired, Records, Society

DAILY: Final = (
    "voiced", "lodged_above", "lodged_outside", "court_above", "blocked", "returned", "forwarded", "reopened",
    "group_incidents", "active_stock", "lumped_stock", "suppressed_stock",
)  # fmt: skip
"""Series that a summary keeps day by day."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Summary:
    """All results of one run. `daily` {name: counts by day} from `first_day` on, burn-in included."""

    manifest: Manifest
    society: Society
    indicators: Mapping[str, float | Paired]
    identity: Identity
    spill: Spill
    right_level: RightLevel
    mottoes: Mottoes
    books: tuple[Book, ...]
    ends: Ends
    flow: Flow
    trust: Trust
    load: tuple[LineLoad, ...]
    cost: Cost
    targets: Mapping[str, Figure]
    fairness: Fairness
    survey: Survey
    first_day: int
    daily: Mapping[str, tuple[int, ...]]

    @property
    def arm(self) -> str:
        """Canonical text of the arm's policies."""
        return self.manifest.arm

    @property
    def supercritical(self) -> bool:
        """Whether spread fed itself: a status of the run, to be said wherever its figures are."""
        return is_supercritical(float(self.indicators["reproduction"]))  # type: ignore[arg-type]

    @property
    def seed(self) -> int:
        """Seed of the run."""
        return self.manifest.seed


def summarise(records: Records) -> Summary:
    """Return all results of one run."""
    known = results_of(records)
    daily = {name: records.series[name] for name in DAILY}
    lines = {f"line_{kind}": records.series[f"line_{kind}"] for kind, _, _ in records.society.line_kinds()}
    return Summary(
        manifest=records.manifest,
        society=records.society,
        indicators=indicators(records, known),
        identity=identity(records),
        spill=known.spill,
        right_level=known.right_level,
        mottoes=known.mottoes,
        books=known.books,
        ends=known.ends,
        flow=known.flow,
        trust=trust(records),
        load=load(records),
        cost=known.cost,
        targets=measured(records),
        fairness=fairness(records),
        survey=survey(records),
        first_day=records.series.first_day,
        daily={name: tuple(column.tolist()) for name, column in (daily | lines).items()},
    )
