"""An exported history is the whole history, in words, and gives no place away."""

from __future__ import annotations

import csv
import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest

from sim.errors import DigestMismatch, OutputError
from sim.names import Event, Forum, PlaceKind, State, Way, label
from sim.policies import parse_arm
from sim.records import NEVER, Tried, export_events, read_run, rerun, write_run
from sim.records.decode import COLUMNS
from tests.analysis.small_runs import society, taken

ARM = "keep_in_village"

NO_DISPUTE = (
    "review", "false_alarms", "padded", "demands", "treated", "desk", "emergency", "campaign", "trust", "group",
    "post_left", "post_taken", "docket",
)  # fmt: skip

UNMEDIATED = (label(Way.REFUSED), label(Way.NO_OFFICER))
"""What came of a call that left no entry in the station's book."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run folder of the smallest scenario."""
    target = tmp_path_factory.mktemp("export") / "run"
    return write_run(target, taken(ARM), society()[0], parse_arm(ARM), tables=False)


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[dict[str, str]]:
    """The events of the run as a reader of the CSV gets them."""
    out = folder.parent / "events.csv"
    export_events(folder, out)
    with out.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_event_is_there_in_order(folder: Path, rows: list[dict[str, str]]) -> None:
    """An export with a gap would be a different history."""
    words, _ = rerun(folder, keep_events=True).events
    assert len(rows) == len(words)
    kinds = ((words[:, 0] >> np.uint64(16)) & np.uint64(255)).tolist()
    assert [row["event"] for row in rows] == [Event(kind).name.lower() for kind in kinds]
    days = [int(row["day"]) for row in rows]
    assert days == sorted(days)
    assert tuple(rows[0]) == COLUMNS


def test_the_history_tells_what_the_ledger_holds(rows: list[dict[str, str]]) -> None:
    """Two ways to the same facts: voiced days, acceptances, ways and booked cases from events and from columns.

    The police accept nothing into a line: their entry is opened by the call and closed by what came of it on the spot.
    """
    run = taken(ARM)
    ledger, cases = run.disputes, run.cases
    voiced = sorted(int(row["day"]) for row in rows if row["event"] == "voiced")
    spoke = (ledger.tried & Tried.FOUND) == 0  # what was found becomes known by an end or a return
    since = ledger.voiced[(ledger.voiced != NEVER) & (ledger.voiced >= -run.manifest.burn_in) & spoke]
    assert voiced == sorted(since.tolist())
    accepted = sorted((int(row["day"]), int(row["number"])) for row in rows if row["event"] == "accepted")
    police = cases.forum == Forum.POLICE
    assert accepted == sorted(zip(cases.opened[~police].tolist(), cases.work[~police].tolist(), strict=True))
    spot = [row for row in rows if row["event"] == "attended" and row["way"] not in UNMEDIATED]
    assert sorted(int(row["day"]) for row in spot) == sorted(cases.closed[police].tolist()) != []
    closing = [row for row in rows if row["event"] == "ended"] + spot
    for way in Way:
        told = sum(row["way"] == label(way) for row in closing)
        assert told == int((cases.way == way).sum()) * (way != Way.NONE)
    fair = sum(row["event"] == "ended" and row["number"] == "1" for row in rows)
    fair += sum(row["event"] == "appeal_decided" and int(row["number"]) & 4 > 0 for row in rows)
    assert fair == int(cases.fair.sum())
    booked = sum(row["booked"] == "1" for row in closing)
    everyone = np.ones(len(cases), dtype=bool)
    assert booked == round(cases.booked_share(everyone).beside(0.0).reported * len(cases))


def test_places_go_by_kind_and_number(rows: list[dict[str, str]]) -> None:
    """Below county level a place appears as its kind and a number: no name, no code, no key."""
    _, world = society()
    places = {row["place"] for row in rows} - {""}
    assert len(places) == world.n_places
    kinds = "|".join(label(kind) for kind in PlaceKind if kind != PlaceKind.NONE)
    assert all(re.fullmatch(rf"({kinds}|(town|city)( ({kinds}))?) \d", place) for place in places)
    text = "\n".join(",".join(row.values()) for row in rows)
    keys = [f"{int(key):016x}" for key in world.place_key] + [str(int(key)) for key in world.place_key]
    for secret in (*world.name_zh[1:], *world.name_en[1:], *keys):
        assert secret not in text


def test_words_stand_where_they_mean_something(rows: list[dict[str, str]]) -> None:
    """A cell without meaning is empty, not 0: readers sum what they find."""
    for row in rows:
        assert (row["type"] != "") == (row["event"] == "born")
        assert (row["booked"] != "") == (row["event"] in ("ended", "attended"))
        assert (row["dispute"] == "") == (row["event"] in NO_DISPUTE)
        if row["event"] == "claim":
            assert (row["forum"] == "") == (row["way"] == label(Way.LUMPED))
    forums = {row["forum"] for row in rows}
    assert forums <= {"", *(label(forum) for forum in Forum)}
    assert {row["number"] for row in rows if row["event"] == "reopened"} <= {label(state) for state in State}


def test_clocks_are_days_of_the_export(rows: list[dict[str, str]]) -> None:
    """A tick left over would put every deadline two years late."""
    for row in rows:
        if row["event"] == "accepted" and row["forum"] != label(Forum.COURT):
            assert 0 < float(row["x"]) - int(row["day"]) <= 366
            assert float(row["y"]) >= int(row["day"])


def test_a_spreadsheet_opens_it_and_the_codebook_lies_beside_it(folder: Path) -> None:
    """UTF-8 with a mark, labels in the language asked for, and every column explained."""
    out = folder.parent / "zh" / "历史.csv"
    count = export_events(read_run(folder), out, lang="zh")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "村（居）调委会" in out.read_text("utf-8-sig")
    assert "代码本" in (out.parent / "历史.codebook.md").read_text("utf-8")
    assert count == len(out.read_text("utf-8-sig").splitlines()) - 1


def test_parquet_holds_the_same_rows(folder: Path, rows: list[dict[str, str]]) -> None:
    """Two forms of one history."""
    import duckdb

    out = folder.parent / "events.parquet"
    assert export_events(folder, out) == len(rows)
    with duckdb.connect(":memory:") as base:
        found = base.execute("SELECT day, event, dispute, way FROM read_parquet(?)", [str(out)]).fetchall()
    assert found == [(int(row["day"]), row["event"], row["dispute"], row["way"]) for row in rows]


def test_another_history_leaves_no_export(folder: Path) -> None:
    """Events are written while they happen; only the end tells whose they are."""
    found = read_run(folder)
    forged = dataclasses.replace(found, manifest=dataclasses.replace(found.manifest, digest="0" * 64))
    with pytest.raises(DigestMismatch):
        export_events(forged, folder.parent / "forged" / "events.csv")
    assert list((folder.parent / "forged").iterdir()) == []


def test_another_suffix_is_refused_before_the_run(folder: Path) -> None:
    """Minutes of running for a file that nobody can name are minutes lost."""
    with pytest.raises(OutputError, match=r"\.csv or \.parquet"):
        export_events(folder, folder.parent / "events.xlsx")


def test_a_place_that_cannot_be_written_is_one_line(folder: Path) -> None:
    """It is told before the run, and nothing is half-written."""
    (folder.parent / "file").write_text("x")
    told: list[int] = []
    with pytest.raises(OutputError):
        export_events(folder, folder.parent / "file" / "events.csv", progress=lambda done, _: told.append(done))
    assert told == []  # before the run, not after it
    assert (folder.parent / "file").read_text() == "x"


def test_the_export_and_its_codebook_come_together_or_not_at_all(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table whose columns nobody can look up is half an export."""

    def full(_: str) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sim.records.export.codebook", full)
    with pytest.raises(OutputError, match="No space left"):
        export_events(folder, tmp_path / "events.csv")
    assert list(tmp_path.iterdir()) == []
