"""Claims about kernels that other kernels call: bodies only, few types, nothing counted, what is asked twice known."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
import pytest

from sim.jit import JIT, inner, njit

pytestmark = pytest.mark.skipif(not JIT, reason="nothing is compiled")


def test_what_only_kernels_call_is_never_made_into_machine_code() -> None:
    """Sixty rules and draws were, in the process that compiles the day: a fifth of its time."""

    @njit
    def half(x: float) -> float:
        return x / 2.0

    @njit
    def quarter(x: float) -> float:
        return half(half(x))

    assert quarter(3.0) == 0.75
    assert len(half.overloads) == 0
    assert half(3.0) == 1.5  # Python asks for it after all
    assert len(half.overloads) == 1


def test_numba_learns_of_a_kernel_when_it_is_called_or_linked() -> None:
    """Six hundred dispatchers were made by every command, of which it called a dozen."""

    @inner
    def third(x: float) -> float:
        return x / 3.0

    @njit
    def ninth(x: float) -> float:
        return third(third(x))

    assert not {"dispatcher"} & (vars(third).keys() | vars(ninth).keys())
    assert ninth(9.0) == 1.0
    assert "dispatcher" in vars(third)  # linked, and so known
    assert (ninth.__name__, ninth.py_func.__name__) == ("ninth", "ninth")


def test_a_signature_costs_nothing_until_python_calls_and_converts_what_it_is_given() -> None:
    """Importing the draws loaded 17 kernels, of which a run calls two from Python."""

    @njit(signature="uint64(uint64, uint64)")
    def either(a: int, b: int) -> int:
        return a | b

    @njit
    def low(a: int) -> int:
        return either(a, 1)

    assert low(4) == 5
    assert len(either.overloads) == 0
    assert either(2**63, 1) == 2**63 + 1
    assert [tuple(map(str, types)) for types in either.overloads] == [("uint64", "uint64")]
    assert either(np.int32(2), 1) == 3
    assert len(either.overloads) == 1


def test_bodies_are_linked_through_bodies_however_deep() -> None:
    """A body links nothing; whoever is made into machine code gathers all below it, each once."""

    @inner
    def one(x: float) -> float:
        return x + 1.0

    @inner
    def two(x: float) -> float:
        return one(one(x))

    @inner
    def three(x: float) -> float:
        return one(two(x))

    @njit
    def all_of_them(x: float) -> float:
        return three(x) + two(x) + one(x)

    assert all_of_them(0.0) == 6.0


def makes_by_call(x: Any) -> float:
    """Allocate by name."""
    return np.zeros(len(x)).sum()


def makes_by_index(x: Any) -> float:
    """An array of indices copies."""
    y = x[x > 1.0]
    return y[0]


def makes_by_operator(x: Any) -> float:
    """The sum of two arrays is a third."""
    y = x + x
    return y[0]


def makes_a_list(x: Any) -> float:
    """Not every container is an array."""
    y = [x[0], x[1]]
    return y[1]


@pytest.mark.parametrize("made", [makes_by_call, makes_by_index, makes_by_operator, makes_a_list])
def test_a_body_that_makes_an_array_is_refused(made: Any) -> None:
    """Nothing in a body is counted, so nobody would free it."""
    from numba.core.errors import NumbaError

    body = inner(made)

    @njit
    def caller(x: Any) -> float:
        return body(x)

    with pytest.raises(NumbaError, match="may not make an array or a list"):
        caller(np.arange(3.0))


def test_a_body_that_returns_an_array_is_refused() -> None:
    """Its caller would count down what the body never counted up, and free an array that is in use."""

    @inner
    def tail(x: Any) -> Any:
        return x[1:]

    @njit
    def caller(x: Any) -> float:
        return tail(x)[0]

    with pytest.raises(TypeError, match=r"returns numbers, got array.*To repair"):
        caller(np.arange(3.0))


def test_a_body_leaves_the_references_of_its_arguments_alone() -> None:
    """One too many, and a state is never freed; one too few, and it is freed under a run."""
    import sys

    @inner
    def first(x: Any) -> float:
        y = x[1:]
        z = y[1:]
        return y[0] + z[0]

    @njit
    def caller(x: Any) -> float:
        return first(x)

    x = np.arange(4.0)
    caller(x)
    before = sys.getrefcount(x)
    for _ in range(100):
        assert caller(x) == 3.0
    assert sys.getrefcount(x) == before


def test_builtins_that_remember_say_what_numba_says() -> None:
    """A remembered type that differs from Numba's own would be another program."""
    from numba.core import types as untyped_types
    from numba.core.errors import NumbaError
    from numba.core.registry import cpu_target as untyped_target

    from sim.jit.typing import remembering

    types: Any = untyped_types
    target: Any = untyped_target
    numbas = target.typing_context
    numbas.refresh()
    ours = remembering(numbas)
    numbers = [types.int64, types.uint64, types.float64, types.boolean, types.int8, types.literal(3)]
    for call in (operator.add, operator.mul, operator.truediv, operator.floordiv, operator.lt, operator.or_, min):
        for a in numbers:
            for b in numbers:
                try:
                    expected: Any = numbas.resolve_function_type(call, (a, b), {})
                except NumbaError:
                    with pytest.raises(NumbaError):
                        ours.resolve_function_type(call, (a, b), {})
                    continue
                for _ in range(2):
                    assert ours.resolve_function_type(call, (a, b), {}) == expected


def test_other_code_is_typed_by_numba_alone() -> None:
    """A notebook's own kernels are none of our business."""
    import numba

    from sim.jit import typing

    @njit
    def ours(x: float) -> float:
        return x * 3.0

    ours(1.0)
    before = len(typing._KNOWN)
    theirs = numba.njit(lambda x: [x - 1.0, x % 3.0][1])
    assert theirs(5.0) == 2.0
    assert len(typing._KNOWN) == before
