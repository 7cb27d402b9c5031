"""Every random number of the model: a pure function of (seed, purpose, entity, counter). No stream, no state.

So a result does not depend on order, chunking, worker or platform, and the same grievance meets the same luck under
every policy. *Which* entity and counter a draw takes is decided in `definitions` section 5 and by the caller.

The key is SplitMix64's finaliser (Steele, Lea, Flood 2014; constants of Vigna's splitmix64.c) in four rounds, one for
each part, so that no sum of parts can collide: with the other parts fixed, two counters never share a key.

All parts are unsigned 64-bit: Python integers from 0 to 2**64 - 1, or a cell of an integer column as it stands
(`key(seed, purpose, state.id[i], k)`). **In a kernel never add a plain integer to an id**: `uint64 + 1` is signed,
and a float in NumPy. With the JIT off the same names are plain integer arithmetic; both bodies give the same bits.
A uniform has 52 bits and lies strictly between 0 and 1 (with 53 bits the largest would round to 1).
"""

from __future__ import annotations

import hashlib
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.floats import log_, sqrt_
from sim.jit import JIT, njit

_MASK: Final = (1 << 64) - 1
_GAMMA: Final = 0x9E3779B97F4A7C15
_FIRST: Final = 0xBF58476D1CE4E5B9
_SECOND: Final = 0x94D049BB133111EB
_ID_SEED: Final = 0x66656E677169616F
"""Takes the seed's place in ids, so that a root has one id under every seed (ASCII "fengqiao")."""

U64_GAMMA: Final[Any] = np.uint64(_GAMMA)
U64_FIRST: Final[Any] = np.uint64(_FIRST)
U64_SECOND: Final[Any] = np.uint64(_SECOND)
U64_ID_SEED: Final[Any] = np.uint64(_ID_SEED)
U64_12: Final[Any] = np.uint64(12)
U64_16: Final[Any] = np.uint64(16)
U64_27: Final[Any] = np.uint64(27)
U64_30: Final[Any] = np.uint64(30)
U64_31: Final[Any] = np.uint64(31)
U64_32: Final[Any] = np.uint64(32)
U64_48: Final[Any] = np.uint64(48)

_STEP: Final = 2.0**-52


def plain_mix64(x: int) -> int:
    """`mix64` in plain integers: what runs with the JIT off, and what the compiled body is tested against."""
    x = int(x)
    x = ((x ^ (x >> 30)) * _FIRST) & _MASK
    x = ((x ^ (x >> 27)) * _SECOND) & _MASK
    return x ^ (x >> 31)


def plain_stem(seed: int, purpose: int, entity: int) -> int:
    """`stem` in plain integers."""
    k = plain_mix64((int(seed) + _GAMMA) & _MASK)  # int(): a cell of a column comes as a NumPy scalar
    k = plain_mix64(((k ^ int(purpose)) + _GAMMA) & _MASK)
    return plain_mix64(((k ^ int(entity)) + _GAMMA) & _MASK)


def stems(seed: int, purpose: int, entities: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """`stem` of many entities at once, uint64[n]; array arithmetic, for Python."""
    start = plain_mix64((plain_mix64((seed + _GAMMA) & _MASK) ^ purpose) + _GAMMA & _MASK)
    x = (entities ^ np.uint64(start)) + U64_GAMMA
    x = (x ^ (x >> U64_30)) * U64_FIRST
    x = (x ^ (x >> U64_27)) * U64_SECOND
    return x ^ (x >> U64_31)


def plain_from_stem(stem: int, counter: int) -> int:
    """`from_stem` in plain integers."""
    return plain_mix64(((int(stem) ^ int(counter)) + _GAMMA) & _MASK)


def plain_key(seed: int, purpose: int, entity: int, counter: int) -> int:
    """`key` in plain integers."""
    return plain_from_stem(plain_stem(seed, purpose, entity), counter)


def plain_child_id(purpose: int, entity: int, counter: int) -> int:
    """`child_id` in plain integers."""
    return plain_key(_ID_SEED, purpose, entity, counter)


def plain_pack(a: int, b: int, c: int, d: int) -> int:
    """`pack` in plain integers; alone of the two it checks its arguments."""
    if not (0 <= a < 65536 and 0 <= b < 65536 and 0 <= c < 65536 and 0 <= d < 65536):
        raise ValueError(f"draws.pack: four integers from 0 to 65535, got {(a, b, c, d)}. To repair: split the key.")
    return (int(a) << 48) | (int(b) << 32) | (int(c) << 16) | int(d)


def plain_unit(k: int) -> float:
    """`unit` in plain integers."""
    return (float(int(k) >> 12) + 0.5) * _STEP


if JIT:

    @njit(signature="uint64(uint64)")
    def mix64(x: int) -> int:
        """Return SplitMix64's finaliser of `x`: a bijection of the 64-bit integers that leaves no pattern."""
        x = (x ^ (x >> U64_30)) * U64_FIRST
        x = (x ^ (x >> U64_27)) * U64_SECOND
        return x ^ (x >> U64_31)

    @njit(signature="uint64(uint64, uint64, uint64)")
    def stem(seed: int, purpose: int, entity: int) -> int:
        """Return what all keys of (seed, purpose, entity) share: three of the four rounds, for who draws many."""
        k = mix64(seed + U64_GAMMA)
        k = mix64((k ^ purpose) + U64_GAMMA)
        return mix64((k ^ entity) + U64_GAMMA)

    @njit(signature="uint64(uint64, uint64)")
    def from_stem(stem: int, counter: int) -> int:
        """Return `key(seed, purpose, entity, counter)` of the stem of the first three."""
        return mix64((stem ^ counter) + U64_GAMMA)

    @njit(signature="uint64(uint64, uint64, uint64, uint64)")
    def key(seed: int, purpose: int, entity: int, counter: int) -> int:
        """Return the 64 random bits of (seed, purpose, entity, counter)."""
        return from_stem(stem(seed, purpose, entity), counter)

    @njit(signature="uint64(uint64, uint64, uint64)")
    def child_id(purpose: int, entity: int, counter: int) -> int:
        """Return the 64-bit id of what (entity, counter) gives rise to; the same under every seed."""
        return key(U64_ID_SEED, purpose, entity, counter)

    @njit(signature="uint64(uint64, uint64, uint64, uint64)")
    def pack(a: int, b: int, c: int, d: int) -> int:
        """Return one counter made of four integers from 0 to 65535 (checked with the JIT off only)."""
        return (a << U64_48) | (b << U64_32) | (c << U64_16) | d

    @njit(signature="float64(uint64)")
    def unit(k: int) -> float:
        """Return the uniform that 64 random bits stand for: strictly between 0 and 1, in steps of 2**-52."""
        return (float(k >> U64_12) + 0.5) * _STEP

else:
    mix64, key, child_id, pack, unit = plain_mix64, plain_key, plain_child_id, plain_pack, plain_unit
    stem, from_stem = plain_stem, plain_from_stem


@njit(signature="float64(float64)")
def normal_quantile(u: float) -> float:
    """Return the normal quantile of `u` in (0, 1): algorithm AS 241 PPND16 (Wichura 1988), relative error 1e-15."""
    q = u - 0.5
    if -0.425 <= q <= 0.425:
        r = 0.180625 - q * q
        top = 2.5090809287301226727e3 * r + 3.3430575583588128105e4
        top = (((top * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r
        top = ((top + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080e0
        low = 5.2264952788528545610e3 * r + 2.8729085735721942674e4
        low = (((low * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r
        return q * top / (((low + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1.0)
    r = sqrt_(-log_(u if q < 0.0 else 1.0 - u))
    if r <= 5.0:
        r = r - 1.6
        top = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2
        top = (
            ((top * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258e0) * r + 3.64784832476320460504e0
        ) * r
        top = ((top + 5.76949722146069140550e0) * r + 4.63033784615654529590e0) * r + 1.42343711074968357734e0
        low = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
        low = (
            ((low * r + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r + 6.89767334985100004550e-1
        ) * r
        low = ((low + 1.67638483018380384940e0) * r + 2.05319162663775882187e0) * r + 1.0
    else:
        r = r - 5.0
        top = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
        top = (
            ((top * r + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r + 2.96560571828504891230e-1
        ) * r
        top = ((top + 1.78482653991729133580e0) * r + 5.46378491116411436990e0) * r + 6.65790464350110377720e0
        low = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
        low = (
            ((low * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r + 1.48753612908506148525e-2
        ) * r
        low = ((low + 1.36929880922735805310e-1) * r + 5.99832206555887937690e-1) * r + 1.0
    return -top / low if q < 0.0 else top / low


@njit(signature="float64(uint64, uint64, uint64, uint64)")
def uniform(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Return a draw from the uniform law on (0, 1)."""
    return unit(key(seed, purpose, entity, counter))


@njit(signature="float64(uint64, uint64, uint64, uint64)")
def exponential(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Return a draw from the exponential law of mean 1; below 37."""
    return -log_(unit(key(seed, purpose, entity, counter)))


@njit(signature="float64(uint64, uint64, uint64, uint64)")
def gumbel(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Return a draw from the standard Gumbel law (mean 0.5772, variance pi**2 / 6), for random utility."""
    return -log_(-log_(unit(key(seed, purpose, entity, counter))))


@njit(signature="float64(uint64, uint64, uint64, uint64)")
def normal(seed: int, purpose: int, entity: int, counter: int) -> float:
    """Return a draw from the normal law of mean 0 and variance 1."""
    return normal_quantile(unit(key(seed, purpose, entity, counter)))


def hash_text(text: str) -> int:
    """Return the id of a place code or another text: the first 8 bytes of its SHA-256, little endian. Python only."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
