"""Decides what a run folder holds: enough to read a run's figures, to run it again, and to see if it was altered.

manifest.json · scenario.toml and its place tables · policies/*.py (a user's own) · indicators.json · series.npz ·
disputes.npz, cases.npz, principals.npz (unless left out; a re-run gives them again). The manifest holds each file's
sha256.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sim.errors import BadInput, StoredFileError, complain
from sim.records.folder import (
    check_file,
    check_of,
    damaged,
    new_folder,
    read_json,
    read_table,
    sha256_of,
    write_json,
    write_table,
)
from sim.records.ledgers import Principals, ReportedLedger, TrueLedger
from sim.records.manifest import FORMAT, Manifest, manifest_from
from sim.records.paired import Paired
from sim.records.series import Series, parted
from sim.records.society import Society, society_from
from sim.records.take import Records

if TYPE_CHECKING:
    from sim.policies import Arm
    from sim.scenario import Scenario

MANIFEST: Final = "manifest.json"
INDICATORS: Final = "indicators.json"
SERIES: Final = "series.npz"
TABLES: Final = ("disputes.npz", "cases.npz", "principals.npz")
POLICIES: Final = "policies"


def write_run(
    folder: Path,
    records: Records,
    scenario: Scenario,
    arm: Arm | None = None,
    *,
    indicators: Mapping[str, float | Paired] | None = None,
    tables: bool = True,
    replace: bool = False,
) -> Path:
    """Write a run folder, whole or not at all, and return its path.

    `arm` are the policies of the run (None: the baseline); `indicators` as `sim.analysis.indicators` gives them;
    without `tables` the ledgers are left out. Raises OutputError.
    """
    from sim.scenario import bundle_files

    with new_folder(folder, replace=replace) as part:
        for name, text in bundle_files(scenario).items():
            (part / name).write_text(text, encoding="utf-8", newline="\n")
        for name, text in (arm.sources if arm else {}).items():
            (part / POLICIES).mkdir(exist_ok=True)
            (part / POLICIES / name).write_text(text, encoding="utf-8", newline="")
        if indicators is not None:
            write_json(part / INDICATORS, {name: _plain(value) for name, value in indicators.items()})
        write_table(part / SERIES, records.series.stored_columns())
        if tables:
            write_table(part / TABLES[0], records.disputes.columns())
            write_table(part / TABLES[1], records.cases.stored_columns())
            write_table(part / TABLES[2], records.principals.columns())
        files = sorted(path for path in part.rglob("*") if path.is_file())
        said = {
            "manifest": records.manifest.to_json(),
            "society": records.society.to_json(),
            "files": {path.relative_to(part).as_posix(): sha256_of(path) for path in files},
        }
        write_json(part / MANIFEST, said | {"check": check_of(said)})
    return folder


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredRun:
    """A run folder that was read: its manifest at once, the rest when asked for. Each asks raises StoredFileError."""

    folder: Path
    manifest: Manifest
    society: Society
    files: Mapping[str, str]

    @property
    def has_tables(self) -> bool:
        """Whether the ledgers were kept."""
        return all(name in self.files for name in TABLES)

    @property
    def indicators(self) -> dict[str, float | Paired] | None:
        """The indicators that were stored, None if there are none."""
        if INDICATORS not in self.files:
            return None
        check_file(self.folder / INDICATORS, self.files[INDICATORS])
        return {name: _value(stored) for name, stored in read_json(self.folder / INDICATORS).items()}

    def scenario(self) -> Scenario:
        """Return the resolved scenario, checked against its fingerprint."""
        from sim.scenario import load_bundle

        return load_bundle(self.folder, self.manifest.fingerprint)

    def arm(self) -> Arm:
        """Return the policies of the run; a user's own from the source that was kept."""
        from sim.policies import parse_arm

        try:
            return parse_arm(self.manifest.arm, {name: self._source(name) for name in self.manifest.sources})
        except BadInput as error:
            if isinstance(error, StoredFileError):
                raise
            raise StoredFileError(
                complain(str(self.folder), "its policies must be known", str(error).rstrip("."), "Run it anew")
            ) from error

    def series(self) -> Series:
        """Return the daily counts."""
        return parted(self._table(SERIES), -self.manifest.burn_in)

    def records(self) -> Records:
        """Return the records as they were taken; only if the ledgers were kept."""
        disputes, cases, principals = (self._table(name) for name in TABLES)
        try:
            return Records(
                manifest=self.manifest,
                society=self.society,
                disputes=TrueLedger(disputes),
                cases=ReportedLedger(cases),
                series=self.series(),
                principals=Principals(principals),
            )
        except ValueError as error:
            raise damaged(self.folder, str(error)) from error

    def _source(self, name: str) -> str:
        path = self.folder / POLICIES / name
        check_file(path, self.manifest.sources[name])
        return path.read_bytes().decode("utf-8")

    def _table(self, name: str) -> dict[str, Any]:
        if name not in self.files:
            rule, repair = f"a run folder must hold {name} to be read this way", "Re-run it: sim.records.rerun"
            raise StoredFileError(complain(str(self.folder), rule, "it left out", repair))
        columns = read_table(self.folder / name, self.files[name])
        for column in columns.values():
            column.flags.writeable = False
        return columns


def read_run(folder: Path) -> StoredRun:
    """Return the run of a folder that :func:`write_run` wrote. Raises StoredFileError where it is altered."""
    path = folder / MANIFEST
    if not path.is_file():
        rule, repair = f"a run folder must hold {MANIFEST}", "Name a folder that `fengqiao run --out` wrote"
        raise StoredFileError(complain(str(folder), rule, "none", repair))
    said = read_json(path)
    try:
        check = said.pop("check")
        form = said["manifest"].get("format")
        if form != FORMAT:
            rule, repair = f"a run folder must be of form {FORMAT}", "Run it again with this version"
            raise StoredFileError(complain(str(folder), rule, form, repair))
        if check != check_of(said):
            raise damaged(path, "altered content")
        found = StoredRun(
            folder=folder,
            manifest=manifest_from(said["manifest"]),
            society=society_from(said["society"]),
            files=dict(said["files"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise damaged(path, f"another form ({type(error).__name__}: {error})") from error
    missing = [name for name in found.files if not (folder / name).is_file()]
    if missing:
        raise damaged(folder / missing[0], "no such file")
    return found


def _plain(value: float | Paired) -> Any:
    if isinstance(value, Paired):
        return value.to_json()
    return None if np.isnan(value) else float(value)


def _value(stored: Any) -> float | Paired:
    def number(one: Any) -> float:
        return float("nan") if one is None else float(one)

    if isinstance(stored, dict):
        return Paired(reported=number(stored["reported"]), true=number(stored["true"]))
    return number(stored)
