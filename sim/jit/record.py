"""Decides how columns are handed to kernels: one mutable record of named arrays and scalars, the same with the JIT off.

With the JIT on a record is a Numba structref: a kernel takes it as one argument (0.7 µs a call, however many fields)
and reads and writes `state.hostility[i]` or `state.now`; named tuples cost minutes to compile and 1.8 µs a step, and a
jitclass is never cached. With the JIT off it is a plain object with `__slots__`.

Rules, each of which has cost somebody a day:

* call `record_class` at module level and bind the result to the same name: the type is pickled by that name into the
  kernel cache, and a class made inside a function is compiled anew in every process;
* arrays are replaced, never resized, and from Python only (`state.hostility = longer`): Python holds their memory;
* a read-only array is refused: a compiled write into one kills the process (map files with `mmap_mode="c"`);
* a kernel takes all its fields from one or two records; fields are few types, so that Python reads stay cheap.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from sim.jit.compiled import JIT, njit

SCALARS: Final = {"i8": int, "u8": int, "f8": float, "b1": bool}
"""Types a scalar field may have; an array may be of these or of a narrower or unsigned integer.

There is no float32: in a kernel `float(cell)` of one stays float32, so two such cells multiply to other bits than they
do in plain Python (measured: 2,000 of 2,000 products)."""

_SPEC: Final = re.compile(r"(?P<code>f8|[iu][1248]|b1)(?P<axes>\[:(,:)*\])?")


Spec = str | np.dtype[Any]


def record_class(name: str, module: str, fields: Mapping[str, Spec]) -> Any:
    """Make the class of a record that kernels can read and write.

    Parameters
    ----------
    name, module
        The name the class is bound to at module level, and that module's `__name__`.
    fields
        Field name to spec. "f8[:]" and "i4[:,:]" are C-contiguous arrays, one colon per axis, of f8, i1 to i8, u1 to
        u8 or b1; "i8", "u8", "f8" and "b1" alone are scalars. The type of a row stands for a table that lies in
        memory row by row: kernels and Python read its columns as arrays of their own names.

    Returns
    -------
    A class whose constructor takes every field by keyword. `FIELDS` maps each name to its spec. From Python, reading
    an array field gives an array over the same memory; assigning checks type, axes, layout and writability.

    Who makes many records of arrays laid out alike may skip the checks: `words(values)` are the words of the record's
    memory, `PLACES` says which of them are addresses (`words.places_of`), and `of_words(words, values)` is the record.
    `tell(words, values)` checks some arrays and writes theirs into the words. For records without scalars.
    """
    for field, spec in fields.items():
        for public in (field, *(spec.names or ())) if isinstance(spec, np.dtype) else (field,):
            if not public.isidentifier() or public.startswith("_"):
                said = f"{module}.{name}: a field is a public Python name, got {public!r}. To repair: rename it."
                raise ValueError(said)
        if not isinstance(spec, np.dtype):
            _parse(spec)
    make = _structref_class if JIT else _plain_class
    return make(name, module, dict(fields))


def field_specs(record: Any) -> Mapping[str, Spec]:
    """Return field name to spec, in declared order, of a record or a record class."""
    specs: Mapping[str, Spec] = record.FIELDS
    return specs


@functools.cache
def _parse(spec: str) -> tuple[np.dtype[Any], int]:
    """Split a spec into dtype and number of axes (0 for a scalar)."""
    match = _SPEC.fullmatch(spec)
    if match is None or not (match["axes"] or spec in SCALARS):
        raise ValueError(
            f'{spec!r} is not a field spec. To repair: write "f8[:]", "i4[:,:]" or one of {list(SCALARS)}.'
        )
    return np.dtype(match["code"]), (match["axes"] or "").count(":")


def _checked(owner: str, field: str, spec: Spec, value: Any) -> Any:
    """Return `value` in the form its field stores; raise TypeError where a kernel would misread it."""
    dtype, ndim = (spec, 1) if isinstance(spec, np.dtype) else _parse(spec)
    if ndim == 0:
        return SCALARS[str(spec)](value)
    if type(value) is np.ndarray and value.dtype is dtype and value.ndim == ndim and value.flags.carray:
        return value  # contiguous, aligned, writable: nearly all of them, and a small run is made of little else
    if not isinstance(value, np.ndarray):
        raise TypeError(f"{owner}.{field}: must be an array {spec}, got {type(value).__name__}.")
    array = (
        value if type(value) is np.ndarray else value.view(np.ndarray)
    )  # a memory map becomes a plain array over the same pages
    if array.dtype != dtype or array.ndim != ndim:
        got = f"{array.dtype.str} with {array.ndim} axes"
        raise TypeError(
            f"{owner}.{field}: must be an array {spec}, got {got}. To repair: convert it before storing it."
        )
    flags = array.flags
    if not flags.c_contiguous or not flags.aligned:
        raise TypeError(f"{owner}.{field}: must lie contiguous in memory. To repair: use np.ascontiguousarray.")
    if not flags.writeable:
        raise TypeError(f'{owner}.{field}: must be writable. To repair: copy it, or map it with mmap_mode="c".')
    return array


def _gather(owner: str, specs: Mapping[str, Spec], given: Mapping[str, Any]) -> list[Any]:
    """Check a constructor's keywords against the declared fields and return the values in declared order."""
    if given.keys() != specs.keys():
        missing, unknown = sorted(specs.keys() - given.keys()), sorted(given.keys() - specs.keys())
        raise TypeError(f"{owner}: every field is given once by name; missing {missing}, unknown {unknown}.")
    return [_checked(owner, field, spec, given[field]) for field, spec in specs.items()]


def _columns(fields: Mapping[str, Spec]) -> dict[str, str]:
    """Name of every column of a table to the name of its table."""
    tables = ((field, spec) for field, spec in fields.items() if isinstance(spec, np.dtype))
    return {column: field for field, spec in tables for column in spec.names or ()}


def _plain_class(name: str, module: str, fields: dict[str, Spec]) -> Any:
    columns = _columns(fields)

    def initialise(self: Any, **values: Any) -> None:
        for field, value in zip(fields, _gather(name, fields, values), strict=True):
            setattr(self, field, value)
        for column, table in columns.items():
            setattr(self, column, getattr(self, table)[column])

    def of_words(cls: type, words: Any, values: Mapping[str, Any]) -> Any:  # noqa: ARG001 - plain Python needs no words
        record: Any = object.__new__(cls)
        for field in fields:
            setattr(record, field, values[field])
        for column, table in columns.items():
            setattr(record, column, values[table][column])
        return record

    def tell(words: Any, values: Mapping[str, Any]) -> None:  # noqa: ARG001 - plain Python needs no words
        for field, value in values.items():
            _checked(name, field, fields[field], value)

    body = {
        "PLACES": MappingProxyType(dict.fromkeys(fields, ((0, 0),))),
        "words": staticmethod(lambda values: np.zeros(1, dtype=np.uint64)),  # noqa: ARG005 - see `of_words`
        "of_words": classmethod(of_words),
        "tell": staticmethod(tell),
        "__slots__": (*fields, *columns),
        "__module__": module,
        "FIELDS": MappingProxyType(fields),
        "__init__": initialise,
    }
    return type(name, (), body)


def _structref_class(name: str, module: str, fields: dict[str, Spec]) -> Any:
    from numba.core import types
    from numba.experimental import structref as untyped_structref

    from sim.jit.fields import maker, pointer, register_record
    from sim.jit.words import array_field, cells_of, places_of, scalar_field, table_field, words_of

    structref: Any = untyped_structref
    kind = _short_named(name, module, types.StructRef)
    arrays, scalars, specs = [], [], {}
    for field, spec in fields.items():
        if isinstance(spec, np.dtype):
            arrays.append(table_field(field, spec))
        elif _parse(spec)[1]:
            arrays.append(array_field(field, *_parse(spec)))
        else:
            specs[field] = spec
            scalars.append(scalar_field(field, *_parse(spec)))
    parts = (*arrays, *scalars)
    register_record(kind, parts)
    numba_type = kind([cell for part in parts for cell in part.cells])
    scope = {"numba_type": numba_type, "maker": maker(numba_type), "pointer": pointer(numba_type)}
    make = _cached(f"{name}_make", "(words):\n    return maker(words)\n", scope)
    point = _cached(f"{name}_point", "(record, first, words):\n    pointer(record, first, words)\n", scope)
    read, write = _accessors(name, specs, scope)
    array_of = {part.name: part for part in arrays}
    first: dict[str, int] = {}
    for part, _, position in cells_of(arrays):
        first.setdefault(part.name, position)

    def create(cls: type, **values: Any) -> Any:
        if getattr(sys.modules.get(module), name, None) is not cls:
            raise TypeError(f"{module}.{name}: a record class must be bound to its own name at module level.")
        held = dict(zip(fields, _gather(name, fields, values), strict=True))
        record = make(words_of(held, parts))
        record.ARRAYS = {part.name: held[part.name] for part in arrays}
        return record

    def of_words(cls: type, words: Any, values: Mapping[str, Any]) -> Any:  # noqa: ARG001 - a class method by its use
        record = make(words)
        record.ARRAYS = values
        return record

    def tell(words: Any, values: Mapping[str, Any]) -> None:
        for field, value in values.items():
            told = words_of({field: _checked(name, field, fields[field], value)}, [array_of[field]])
            words[first[field] : first[field] + len(told)] = told

    def replace(record: Any, field: str, value: Any) -> None:
        held = {**record.ARRAYS, field: _checked(name, field, fields[field], value)}
        point(record, first[field], words_of(held, [array_of[field]]))
        record.ARRAYS = held

    members: dict[str, Any] = {
        "__slots__": ("ARRAYS",), "__module__": module, "__new__": create, "FIELDS": MappingProxyType(fields),
        "Type": kind, "NUMBA_TYPE": numba_type, "PLACES": MappingProxyType(places_of(arrays)),
        "words": staticmethod(lambda values: words_of(values, arrays)), "of_words": classmethod(of_words),
        "tell": staticmethod(tell),
    }  # fmt: skip
    members.update({part.name: _array_property(part.name, fields[part.name], replace) for part in arrays})
    members.update({column: _column_property(table, column) for column, table in _columns(fields).items()})
    members.update({field: _scalar_property(name, field, spec, read, write) for field, spec in specs.items()})
    cls = type(name, (structref.StructRefProxy,), members)
    structref.define_boxing(kind, cls)
    return cls


def _short_named(name: str, module: str, structref_type: Any) -> Any:
    """Make the Numba type class, with a short name for its types.

    Numba's own name lists every field and stands in every symbol of every kernel: it made compiling twice as slow. The
    name must be set before the type is interned, or a cached kernel's type is no longer the record's.
    """

    def initialise(self: Any, parts: Any) -> None:
        structref_type.__init__(self, parts)
        self.name = f"{name}{hashlib.sha256(self.name.encode()).hexdigest()[:8]}"

    members = {
        "__module__": module,
        "__qualname__": f"{name}.Type",
        "__init__": initialise,
        "field_dict": property(lambda self: _once(self.name, "fields", lambda: MappingProxyType(dict(self._fields)))),
        "get_data_type": lambda self: _once(self.name, "payload", lambda: _payload(self)),
    }
    return type("Type", (structref_type,), members)


_MADE: Final[dict[tuple[str, str], Any]] = {}
"""Made once per record type: Numba would make the table of fields and the payload's type anew at every access to a
field, which took half of the compiling. Kept here and not in the type, since types are pickled into the cache."""


def _once(name: str, what: str, make: Callable[[], Any]) -> Any:
    made = _MADE.get((name, what))
    if made is None:
        made = _MADE[name, what] = make()
    return made


def _payload(record_type: Any) -> Any:
    """Numba's type of what a record points to, under a short name like the record's own."""
    from numba.core import types as untyped_types

    types: Any = untyped_types
    payload = types.StructRefPayload(typename=record_type.name, fields=())
    payload._fields = record_type._fields
    return payload


def _column_property(table: str, column: str) -> property:
    return property(lambda record: record.ARRAYS[table][column], doc=f"column of {table}")


def _array_property(field: str, spec: Spec, replace: Callable[[Any, str, Any], None]) -> property:
    return property(
        lambda record: record.ARRAYS[field],
        lambda record, value: replace(record, field, value),
        doc=f"{spec}",
    )


def _scalar_property(owner: str, field: str, spec: str, read: Any, write: Any) -> property:
    getter, setter, index = read[spec], write[spec], read[field, "index"]
    return property(
        lambda record: getter(record, index),
        lambda record, value: setter(record, index, _checked(owner, field, spec, value)),
        doc=f"{spec}",
    )


def _accessors(name: str, fields: dict[str, str], scope: dict[str, Any]) -> tuple[Any, Any]:
    """Compile on first use one reader and writer of scalars per *spec*: one per field would cost 10 s."""
    by_spec: dict[str, list[str]] = {}
    for field, spec in fields.items():
        by_spec.setdefault(spec, []).append(field)
    read: dict[Any, Any] = {}
    write: dict[Any, Any] = {}
    for spec, members in by_spec.items():
        label = f"{name}_{np.dtype(spec).name}"
        gets = "".join(f"    if index == {i}:\n        return record.{f}\n" for i, f in enumerate(members[:-1]))
        sets = "".join(f"    if index == {i}:\n        record.{f} = value\n" for i, f in enumerate(members))
        read[spec] = _cached(f"{label}_read", f"(record, index):\n{gets}    return record.{members[-1]}\n", scope)
        write[spec] = _cached(f"{label}_write", f"(record, index, value):\n{sets}", scope)
        read.update({(field, "index"): i for i, field in enumerate(members)})
    return read, write


def _cached(label: str, text: str, namespace: dict[str, Any]) -> Any:
    """Compile generated source as if it stood in this file; its name carries its hash, so no stale copy is loaded."""
    function = f"{label}_{hashlib.sha256((text + namespace['numba_type'].name).encode()).hexdigest()[:12]}"
    scope = {"__name__": __name__, **namespace}
    exec(compile(f"def {function}{text}", __file__, "exec"), scope)  # noqa: S102 - our own text, built from checked names
    return njit(scope[function])
