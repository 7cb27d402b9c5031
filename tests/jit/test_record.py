"""Claims about records: one syntax compiled or plain, replaceable columns, mistakes refused before they kill."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.draws import plain_child_id, plain_key, plain_pack
from sim.jit import JIT, field_specs, record_class
from tests.jit.example import VISITOR, Example, cheer, fresh, luck, visit

pytestmark = pytest.mark.nojit


def test_a_kernel_writes_what_python_reads() -> None:
    """One state, seen from both sides: a copy anywhere would lose events in silence."""
    record = fresh()
    mood = record.mood
    cheer(record, 2, 0.5)
    assert record.mood.tolist() == [0.0, 1.0, 2.5, 3.0]
    assert mood[2] == 2.5
    assert record.belief[1, 2] == 2.5 / 3.0
    assert (record.now, record.seed, record.rate, record.open) == (4, 2**64 - 1, 0.25, True)
    assert record.flag.tolist() == [False, False, True, False]


def test_python_writes_what_a_kernel_reads() -> None:
    """Levers, clocks and beliefs are set from Python between two days."""
    record = fresh()
    record.mood[1] = 9.0
    record.now = 40
    record.now += 1
    cheer(record, 1, 1.0)
    assert record.mood[1] == 10.0
    assert record.now == 42


def test_a_column_replaced_by_a_longer_one_is_the_one_kernels_write() -> None:
    """Columns grow in mid-run; a kernel that still held the old one would write into freed memory."""
    record = fresh()
    old = record.mood
    record.mood = np.concatenate([record.mood, np.zeros(4)])
    record.belief = np.ones((2, 8))
    record.count = np.zeros(8, np.int32)
    record.flag = np.zeros(8, np.bool_)
    cheer(record, 7, 2.0)
    assert record.mood[7] == 2.0
    assert old.tolist() == [0.0, 1.0, 2.0, 3.0]


def test_columns_of_a_table_are_written_where_they_lie() -> None:
    """A table of rows is one memory: a kernel's stride that was off by a cell would write into the next row."""
    record = fresh()
    table = record.visitors
    visit(record, 2, 1, 1.5)
    visit(record, 2, 1, 1.0)
    visit(record, 3, 2, 0.5)
    assert table["since"].tolist() == [0.0, 0.0, 2.5, 0.5]
    assert record.age.tolist() == [0, 0, 2, 1]
    assert record.rooms.tolist() == [[0, 0, 0], [0, 0, 0], [0, 4, 0], [0, 0, 2]]
    assert record.known.tolist() == [False, False, True, False]
    assert np.shares_memory(record.since, table)


@pytest.mark.skipif(not JIT, reason="a plain record is made anew")
def test_a_longer_table_takes_the_place_of_the_old_one() -> None:
    """Tables grow in mid-run; all their columns move together."""
    record = fresh()
    record.visitors = np.zeros(9, VISITOR)
    visit(record, 8, 0, 2.0)
    assert record.since[8] == 2.0
    with pytest.raises(AttributeError):
        record.since = np.zeros(9)
    with pytest.raises(TypeError, match="must be an array"):
        record.visitors = np.zeros(9, np.float64)
    with pytest.raises(TypeError, match="contiguous"):
        record.visitors = np.zeros(18, VISITOR)[::2]


def test_the_record_keeps_its_arrays_alive() -> None:
    """Python may drop its own reference at once."""
    record = fresh()
    for _ in range(50):
        record.mood = np.full(100_000, 5.0)
    assert record.mood.sum() == 500_000.0


def test_a_kernel_keys_draws_by_cells_of_any_width() -> None:
    """Ids lie above 2**63 and counters in small columns: neither may pass through a signed or floating number."""
    record = fresh()
    record.forum[1], record.count[1] = 4, 9
    entity = plain_child_id(2, 2**63 + 1, 6)
    assert int(luck(record, 1, 6)) == plain_key(2**64 - 1, 5, entity, plain_pack(4, 9, 6, 3))


def test_a_mapped_file_is_accepted_and_not_changed(tmp_path: Path) -> None:
    """Worlds are mapped copy-on-write: pages stay shared and the file stays what it was."""
    np.save(tmp_path / "mood.npy", np.arange(4, dtype=np.float64))
    record = fresh()
    record.mood = np.load(tmp_path / "mood.npy", mmap_mode="c")
    cheer(record, 0, 1.5)
    assert record.mood[0] == 1.5
    assert np.load(tmp_path / "mood.npy")[0] == 0.0


BAD = {
    "another width": (np.zeros(4, np.float32), "must be an array"),
    "another number of axes": (np.zeros((4, 1)), "must be an array"),
    "another byte order": (np.zeros(4, np.dtype(np.float64).newbyteorder()), "must be an array"),
    "a list": ([1.0, 2.0], "got list"),
    "every second cell": (np.zeros(8)[::2], "contiguous"),
    "read-only": (np.frombuffer(bytes(32), np.float64), "writable"),
}


@pytest.mark.parametrize("case", BAD)
def test_the_constructor_refuses_what_a_kernel_would_misread(case: str) -> None:
    """A compiled write into a read-only page kills the process without a message; the others corrupt in silence."""
    value, message = BAD[case]
    fields = {name: getattr(fresh(), name) for name in field_specs(Example)}
    with pytest.raises(TypeError, match=message):
        Example(**{**fields, "mood": value})


@pytest.mark.skipif(not JIT, reason="a plain record checks its constructor only")
@pytest.mark.parametrize("case", BAD)
def test_assignment_refuses_what_a_kernel_would_misread(case: str) -> None:
    """A column that grows passes this way, in mid-run."""
    value, message = BAD[case]
    record = fresh()
    with pytest.raises(TypeError, match=message):
        record.mood = value
    assert record.mood.tolist() == [0.0, 1.0, 2.0, 3.0]


def test_every_field_is_given_and_no_other() -> None:
    """A field left out would hold no array, and the first kernel would read through it."""
    fields = {name: getattr(fresh(), name) for name in field_specs(Example)}
    with pytest.raises(TypeError, match=r"missing \['mood'\]"):
        Example(**{k: v for k, v in fields.items() if k != "mood"})
    with pytest.raises(TypeError, match=r"unknown \['moods'\]"):
        Example(**fields, moods=1)


def test_an_unknown_field_cannot_be_set() -> None:
    """A slip of the pen must not make a new attribute that no kernel sees."""
    with pytest.raises(AttributeError):
        fresh().moods = 1


@pytest.mark.parametrize(
    ("name", "spec"), [("x", "f4[:]"), ("x", "f8[]"), ("x", "f8[::]"), ("x", "f4"), ("x", "f8[:"), ("_x", "f8[:]")]
)
def test_a_spec_that_says_nothing_clear_is_refused(name: str, spec: str) -> None:
    """The column table is typed by hand."""
    with pytest.raises(ValueError, match="To repair"):
        record_class("Wrong", __name__, {name: spec})


@pytest.mark.skipif(not JIT, reason="plain records are never pickled into a cache")
def test_a_class_that_no_module_holds_is_refused() -> None:
    """Numba would compile its kernels anew in every process, twenty seconds each, and say nothing."""
    hidden = record_class("Hidden", __name__, {"now": "i8"})
    with pytest.raises(TypeError, match="bound to its own name at module level"):
        hidden(now=1)


def test_a_column_of_a_table_is_a_public_name_too() -> None:
    """Its name becomes an attribute like any other."""
    with pytest.raises(ValueError, match="To repair"):
        record_class("Wrong", __name__, {"rows": np.dtype([("_x", "f8")])})


def test_fields_are_known_in_declared_order() -> None:
    """Checkpoints and docs walk the fields."""
    assert list(field_specs(Example))[:3] == ["mood", "belief", "forum"]
    assert field_specs(fresh())["belief"] == "f8[:,:]"
