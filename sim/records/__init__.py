"""What a run leaves: the true and the reported ledger, daily counts, a manifest; storing, running again, exporting it.

Readers of records need not know the engine. Nothing here computes an indicator (`sim.analysis` does).
"""

from __future__ import annotations

from sim.records.codebook import codebook
from sim.records.export import check_export, export_events
from sim.records.ledgers import Principals, ReportedLedger, TrueLedger
from sim.records.manifest import BASELINE, Manifest, PolicyCost
from sim.records.marks import FLAG_WORDS, NEVER, Mark, Tried
from sim.records.paired import Paired, Reported, require_truth
from sim.records.rerun import rerun
from sim.records.series import KINDS_OF_LINE, Series
from sim.records.society import LevelName, Society
from sim.records.store import StoredRun, read_run, write_run
from sim.records.take import Records, advance, pilot_records, take_records, take_series

__all__ = [
    "advance",
    "BASELINE",
    "check_export",
    "codebook",
    "export_events",
    "FLAG_WORDS",
    "KINDS_OF_LINE",
    "LevelName",
    "Manifest",
    "Mark",
    "NEVER",
    "Paired",
    "pilot_records",
    "PolicyCost",
    "Principals",
    "read_run",
    "Records",
    "Reported",
    "ReportedLedger",
    "require_truth",
    "rerun",
    "Series",
    "Society",
    "StoredRun",
    "take_records",
    "take_series",
    "Tried",
    "TrueLedger",
    "write_run",
]
