"""Claims about the floats: exact enough, the same bits compiled or plain, and defined at every end."""

from __future__ import annotations

import decimal
import math
import random
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim import floats
from sim.jit import JIT, plain

pytestmark = pytest.mark.nojit

decimal.getcontext().prec = 45

ANY_DOUBLE = st.floats(allow_nan=True, allow_infinity=True)
ALL = [floats.exp_, floats.log_, floats.log1p_, floats.sigmoid, floats.sqrt_]


def spread(seed: int, n: int, lowest: float, highest: float) -> list[float]:
    """Return n numbers: half even over the range, half around 0 at every magnitude from 1e-18 to 10."""
    rng = random.Random(seed)
    near = [rng.choice((-1, 1)) * 10 ** rng.uniform(-18, 1) for _ in range(n // 2)]
    return [rng.uniform(lowest, highest) for _ in range(n // 2)] + [x for x in near if lowest < x < highest]


def worst(got: Callable[[float], float], exact: Callable[[Decimal], Decimal], inputs: list[float]) -> float:
    """Return the largest relative error over the inputs, against 45-digit arithmetic."""
    pairs = [(Decimal(got(x)), exact(Decimal(x))) for x in inputs]
    return max(float(abs((a - b) / b)) for a, b in pairs if b)


def test_exp_is_exact_to_its_last_bit_over_the_whole_range() -> None:
    """A probability that is off in its tenth digit moves a threshold, and with it a history."""
    inputs = [*spread(1, 6000, -708.0, 709.78), floats.EXP_LARGEST, floats.EXP_SMALLEST]
    assert worst(floats.exp_, Decimal.exp, inputs) < 2.5e-16


def test_log_is_exact_to_its_last_bit_over_the_whole_range() -> None:
    """Waiting times are logarithms of uniforms; near 1 a careless log loses every digit."""
    inputs = [2.0**k * (1 + x) for k, x in zip(range(-1074, 1023), spread(2, 4200, -0.9, 0.9), strict=False)]
    inputs += [1 + x for x in spread(3, 4000, -0.5, 0.5) if 1 + x != 1]
    inputs += [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308]
    assert worst(floats.log_, Decimal.ln, [x for x in inputs if x > 0]) < 2.5e-16


def test_log1p_keeps_its_digits_at_zero() -> None:
    """Small daily rates are where log(1 + x) loses all it has."""
    assert worst(floats.log1p_, lambda x: (1 + x).ln(), spread(4, 4000, -0.999, 50.0)) < 6e-16


def test_sigmoid_keeps_its_digits_in_both_tails() -> None:
    """Rare choices live in the tails; 1 - sigmoid would be 0 there."""
    assert worst(floats.sigmoid, lambda x: 1 / (1 + (-x).exp()), spread(5, 4000, -700.0, 700.0)) < 6e-16


@given(st.floats(-30, 30))
def test_sigmoid_of_both_signs_sums_to_one(x: float) -> None:
    """A party's odds and its opponent's are one number."""
    assert math.isclose(floats.sigmoid(x) + floats.sigmoid(-x), 1.0, rel_tol=3e-16)


@given(st.floats(-700, 700), st.floats(-700, 700))
def test_exp_and_sigmoid_never_fall_where_their_argument_rises(x: float, y: float) -> None:
    """More hostility must never give better odds by rounding; a step of one part in 1e15 is enough to see it."""
    low, high = min(x, y), max(x, y) + 1e-12 * abs(max(x, y))
    assert floats.exp_(low) <= floats.exp_(high)
    assert floats.sigmoid(low) <= floats.sigmoid(high)


@pytest.mark.parametrize(
    ("function", "x", "value"),
    [
        (floats.exp_, 0.0, 1.0),
        (floats.exp_, -0.0, 1.0),
        (floats.exp_, 709.7827128933841, math.inf),
        (floats.exp_, math.inf, math.inf),
        (floats.exp_, -708.0000000000001, 0.0),
        (floats.exp_, -math.inf, 0.0),
        (floats.log_, 1.0, 0.0),
        (floats.log_, 0.0, -math.inf),
        (floats.log_, -0.0, -math.inf),
        (floats.log_, -1e-300, math.nan),
        (floats.log_, math.inf, math.inf),
        (floats.log1p_, -1.0, -math.inf),
        (floats.log1p_, -1.5, math.nan),
        (floats.log1p_, math.inf, math.inf),
        (floats.log1p_, 1e-300, 1e-300),
        (floats.sigmoid, 0.0, 0.5),
        (floats.sigmoid, 800.0, 1.0),
        (floats.sigmoid, -800.0, 0.0),
        (floats.sqrt_, -1.0, math.nan),
        (floats.sqrt_, 2.0, math.sqrt(2.0)),
        *[(f, math.nan, math.nan) for f in ALL],
    ],
)
def test_each_end_has_the_value_its_docstring_names(function: Callable[[float], float], x: float, value: float) -> None:
    """An end that raises in one mode and gives inf in the other is two histories."""
    assert repr(function(x)) == repr(value)


@pytest.mark.skipif(not JIT, reason="there is no compiled body to compare")
@given(ANY_DOUBLE)
def test_compiled_and_plain_bodies_agree_to_the_bit_on_any_double(x: float) -> None:
    """The JIT-off run, and the debugger, must show the very history that the fast run had."""
    for function in ALL:
        assert repr(function(x)) == repr(plain(function)(x)), function


@pytest.mark.skipif(not JIT, reason="there is no compiled body to compare")
def test_compiled_and_plain_bodies_agree_to_the_bit_on_twenty_thousand_doubles() -> None:
    """Rare differences (299 of 400,000 for the library's exp) need many inputs; 20,000 show a rate of 1e-3 surely."""
    for x in spread(6, 20_000, -750.0, 750.0):
        for function in ALL:
            y = abs(x) if function in (floats.log_, floats.sqrt_) else x
            assert repr(function(y)) == repr(plain(function)(y)), (function, y)


KNOWN_BITS = [
    "0x1.1ed3fe64fc541p+2",
    "0x1.9f323ecbf984cp-2",
    "0x1.d5240f0e0e078p-1",
    "0x1.a2991f2a97914p-1",
    "0x1.3988e1409212ep+0",
    "0x1.1aec7b35a00d4p+0",
    "-0x1.26bb1bbb55515p+1",
    "0x1.8663f793c46c7p-4",
    "0x1.0cca12729afb8p-1",
    "0x1.43d136248490fp-2",
    "0x1.abae41f425f94p+53",
    "0x1.cf0f380bab162p+1",
    "0x1.d2734bd2a658dp+1",
    "0x1.0000000000000p+0",
    "0x1.869c1a85cc346p+2",
]


def test_known_values_have_known_bits() -> None:
    """Another CPU, another compiler: these must still be the bits, or digests part without a word."""
    got = [f(x).hex() for x in (1.5, 0.1, 37.25) for f in ALL]
    assert got == KNOWN_BITS
