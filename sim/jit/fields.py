"""Decides how kernels reach the fields of a record: by the place of its words in memory (`words`).

Numba's structref reaches a field through the type of the whole payload. The text of that type names the parts of every
array of the record, 16,000 characters for a state of 275 columns, and stood three times at each access: nearly all that
was printed for LLVM, and parsed again. A record's memory is words of ours to Numba. It frees nothing but itself, since
the Python side holds the arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numba.core import cgutils as untyped_cgutils
from numba.core import errors as untyped_errors
from numba.core import types as untyped_types
from numba.core.datamodel.models import StructRefModel as UntypedModel
from numba.core.datamodel.registry import default_manager as untyped_models
from numba.core.extending import intrinsic as untyped_intrinsic
from numba.core.imputils import lower_getattr_generic as untyped_lower_getattr
from numba.core.imputils import lower_setattr_generic as untyped_lower_setattr
from numba.core.typing.templates import AttributeTemplate as UntypedTemplate
from numba.core.typing.templates import infer_getattr as untyped_infer_getattr

from sim.jit.words import ORDER, Part, cells_of

_cgutils: Any = untyped_cgutils
_errors: Any = untyped_errors
_types: Any = untyped_types
_models: Any = untyped_models
_Model: Any = UntypedModel
_intrinsic: Any = untyped_intrinsic
_lower_getattr: Any = untyped_lower_getattr
_lower_setattr: Any = untyped_lower_setattr
_Template: Any = UntypedTemplate
_infer_getattr: Any = untyped_infer_getattr

_WORD = 8
"""Bytes."""


def register_record(kind: Any, parts: Sequence[Part]) -> None:
    """Teach Numba the records of this type class: their fields, in the order in which their words lie."""
    places = {name: _WORD * position for _, name, position in cells_of(parts)}
    _models.register(kind, _Model)

    class Fields(_Template):  # type: ignore[misc] # Numba is untyped
        key = kind

        def generic_resolve(self, record: Any, field: str) -> Any:
            return record.field_dict.get(field)

    _infer_getattr(Fields)

    def read(context: Any, builder: Any, record: Any, value: Any, field: str) -> Any:
        held = record.field_dict[field]
        cell = _address(context, builder, record, value, places[field])
        if held == _types.boolean:
            return builder.icmp_unsigned("!=", builder.load(cell), cell.type.pointee(0))
        return builder.load(builder.bitcast(cell, context.get_value_type(held).as_pointer()))

    def write(context: Any, builder: Any, signature: Any, given: Any, field: str) -> None:
        record, kind_given = signature.args
        held = record.field_dict[field]
        if isinstance(held, _types.Array):
            raise _errors.TypingError(f"{field}: an array is replaced from Python. To repair: write into its cells.")
        value = context.cast(builder, given[1], kind_given, held)
        cell = _address(context, builder, record, given[0], places[field])
        if held == _types.boolean:
            builder.store(builder.zext(value, cell.type.pointee), cell)
        else:
            builder.store(value, builder.bitcast(cell, value.type.as_pointer()))

    _lower_getattr(kind)(read)
    _lower_setattr(kind)(write)


def _address(context: Any, builder: Any, record: Any, value: Any, offset: Any) -> Any:
    """Where a record's word lies that begins so many bytes on."""
    memory = _cgutils.create_struct_proxy(record)(context, builder, value=value).meminfo
    begin = context.nrt.meminfo_data(builder, memory)
    step = _cgutils.intp_t(offset) if isinstance(offset, int) else offset
    return builder.bitcast(builder.gep(begin, [step], inbounds=True), _cgutils.ir.IntType(64).as_pointer())


def maker(record: Any) -> Any:
    """Make the intrinsic `make(words)`: a record of this type that is a copy of the words, uint64[n]."""

    def make(_: Any, words: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            _prove_order(context, record)
            array = context.make_array(signature.args[0])(context, builder, given[0])
            size = builder.mul(array.nitems, _cgutils.intp_t(_WORD))
            made = _cgutils.create_struct_proxy(record)(context, builder)
            made.meminfo = context.nrt.meminfo_alloc(builder, size)
            _copy(context, builder, record, made._getvalue(), _cgutils.intp_t(0), array)  # noqa: SLF001 - Numba's way
            return made._getvalue()  # noqa: SLF001 - Numba's own way to end such a helper

        return record(words), codegen

    return _intrinsic(make)


def pointer(record: Any) -> Any:
    """Make the intrinsic `point(record, first, words)`: write these words over the record's own from the first on."""

    def point(_: Any, given_record: Any, first: Any, words: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            array = context.make_array(signature.args[2])(context, builder, given[2])
            offset = builder.mul(given[1], _cgutils.intp_t(_WORD))
            _copy(context, builder, record, given[0], offset, array)
            return context.get_dummy_value()

        return _types.void(given_record, first, words), codegen

    return _intrinsic(point)


def _copy(context: Any, builder: Any, record: Any, value: Any, offset: Any, words: Any) -> None:
    target = _address(context, builder, record, value, offset)
    _cgutils.raw_memcpy(builder, target, words.data, words.nitems, _WORD)


def _prove_order(context: Any, record: Any) -> None:
    """Refuse to make records where this version of Numba lays out arrays otherwise than `words` does."""
    for held in record.field_dict.values():
        if isinstance(held, _types.Array):
            found = tuple(context.data_model_manager[held]._fields)
            assert found == ORDER, f"this version of Numba lays out arrays as {found}, sim.jit.words as {ORDER}"
            return
