"""Claims about the draws: published vectors, no collision, no pattern, stated laws, the same bits compiled or plain."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim import draws
from sim.jit import JIT, plain

pytestmark = pytest.mark.nojit

WORD = st.integers(0, 2**64 - 1)
SMALL = st.integers(0, 40)
GAMMA = 0x9E3779B97F4A7C15
MASK = 2**64 - 1

VECTORS = {
    0: [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC, 0x1B39896A51A8749B],
    1234567: [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
}
"""First outputs of splitmix64 (Vigna's splitmix64.c) for two seeds, as published."""


@pytest.mark.parametrize("mix", [draws.mix64, draws.plain_mix64])
@pytest.mark.parametrize("seed", VECTORS)
def test_the_mixer_is_the_published_one(mix: Callable[[int], int], seed: int) -> None:
    """A slip in one constant still looks random; only published vectors show it."""
    assert [mix((seed + (n + 1) * GAMMA) & MASK) for n in range(5)] == VECTORS[seed]


@given(WORD, WORD, WORD, WORD)
def test_compiled_and_plain_keys_are_the_same_bits(seed: int, purpose: int, entity: int, counter: int) -> None:
    """Twin, engine and JIT-off run meet the same luck only if every key agrees, also above 2**63."""
    assert draws.key(seed, purpose, entity, counter) == draws.plain_key(seed, purpose, entity, counter)
    assert draws.child_id(purpose, entity, counter) == draws.plain_child_id(purpose, entity, counter)
    assert draws.unit(entity) == draws.plain_unit(entity)


@given(WORD, WORD, WORD, WORD)
def test_a_key_is_the_same_from_its_stem(seed: int, purpose: int, entity: int, counter: int) -> None:
    """Who draws many for one entity keeps three of the four rounds; the luck may not change by it."""
    stem = draws.stem(seed, purpose, entity)
    assert stem == draws.plain_stem(seed, purpose, entity)
    assert draws.from_stem(stem, counter) == draws.plain_from_stem(stem, counter)
    assert draws.from_stem(stem, counter) == draws.key(seed, purpose, entity, counter)


@pytest.mark.skipif(not JIT, reason="there is no compiled body to compare")
@given(WORD)
def test_compiled_and_plain_laws_are_the_same_bits(k: int) -> None:
    """The laws share one body; its compiled form must not round otherwise."""
    u = draws.plain_unit(k)
    assert draws.normal_quantile(u).hex() == plain(draws.normal_quantile)(u).hex()
    for law in (draws.exponential, draws.gumbel, draws.normal):
        assert law(7, 1, k, 2).hex() == plain(law)(7, 1, k, 2).hex()


@given(st.sets(st.tuples(SMALL, SMALL, SMALL), min_size=2, max_size=200))
def test_different_parts_never_share_a_key(parts: set[tuple[int, int, int]]) -> None:
    """Two choices that share a key are decided by the same luck; parts must not be able to trade places or add up."""
    assert len({draws.key(5, *part) for part in parts}) == len(parts)


def test_no_key_repeats_in_a_run_of_half_a_million() -> None:
    """Ids and counters of a run are small and regular: just the case where a weak hash collides."""
    keys = {draws.key(1, p, e, c) for p in range(8) for e in range(250) for c in range(250)}
    assert len(keys) == 8 * 250 * 250


@given(WORD, WORD, WORD, st.integers(0, 255))
def test_one_changed_bit_changes_about_half_of_the_key(a: int, b: int, c: int, bit: int) -> None:
    """Neighbouring ids must not have similar luck: of 64 bits 8 to 56 change (outside with chance 1e-10)."""
    parts = [3, a, b, c]
    flipped = list(parts)
    flipped[bit // 64] ^= 1 << (bit % 64)
    assert 8 <= (draws.plain_key(*parts) ^ draws.plain_key(*flipped)).bit_count() <= 56


def sample(vary: str, n: int) -> list[float]:
    """Return n uniforms along one part of the key, the others fixed."""
    parts = {"seed": 11, "purpose": 3, "entity": 5, "counter": 7}
    return [draws.uniform(*{**parts, vary: i}.values()) for i in range(n)]


@pytest.mark.parametrize("vary", ["seed", "purpose", "entity", "counter"])
def test_uniforms_fill_the_unit_interval_evenly_along_every_part(vary: str) -> None:
    """Chi-square over 64 bins of 20,000 draws; 63 degrees: beyond 118 with chance 3e-5, a 20 % bump is found surely."""
    counts = [0] * 64
    for u in sample(vary, 20_000):
        counts[int(u * 64)] += 1
    expected = 20_000 / 64
    assert sum((c - expected) ** 2 / expected for c in counts) < 118


@pytest.mark.parametrize("vary", ["seed", "purpose", "entity", "counter"])
def test_neighbouring_draws_are_unrelated_along_every_part(vary: str) -> None:
    """Correlation at lags 1 and 2 of 20,000 draws stays below 4 SE = 0.028; one of 0.05 is found with chance 0.999."""
    u = sample(vary, 20_002)
    assert abs(statistics.correlation(u[:-1], u[1:])) < 0.028
    assert abs(statistics.correlation(u[:-2], u[2:])) < 0.028


def test_the_same_entity_has_unrelated_luck_for_two_purposes() -> None:
    """Whoever is lucky in the village must not therefore be lucky in court."""
    a = [draws.uniform(1, 1, e, 0) for e in range(20_000)]
    b = [draws.uniform(1, 2, e, 0) for e in range(20_000)]
    assert abs(statistics.correlation(a, b)) < 0.028


@pytest.mark.parametrize("unit", [draws.unit, draws.plain_unit])
def test_a_uniform_is_never_0_or_1(unit: Callable[[int], float]) -> None:
    """log(0) is an infinite wait, and u = 1 exceeds every probability; 53 bits and a half would round to 1."""
    assert unit(0) == 2.0**-53
    assert unit(2**64 - 1) == 1.0 - 2.0**-53


@pytest.mark.parametrize(
    ("law", "mean", "sd"),
    [
        (draws.exponential, 1.0, 1.0),
        (draws.gumbel, 0.5772156649015329, math.pi / math.sqrt(6)),
        (draws.normal, 0.0, 1.0),
    ],
)
def test_each_law_has_its_mean_and_spread(law: Callable[..., float], mean: float, sd: float) -> None:
    """40,000 draws: mean within 4 SE (2 % of a standard deviation), spread within 4 %."""
    drawn = [law(2, 4, e, 1) for e in range(40_000)]
    assert abs(statistics.fmean(drawn) - mean) < 4 * sd / 200
    assert abs(statistics.stdev(drawn) / sd - 1) < 0.04


def test_the_normal_quantile_matches_another_transcription_of_the_same_algorithm() -> None:
    """50 coefficients by hand: the standard library's own copy of AS 241 finds a wrong digit in any region."""
    rng = random.Random(3)
    inputs = [rng.random() for _ in range(3000)] + [10 ** -rng.uniform(1, 16) for _ in range(3000)] + [2.0**-53]
    theirs = statistics.NormalDist().inv_cdf
    for u in inputs:
        assert math.isclose(draws.normal_quantile(u), theirs(u), rel_tol=2e-15, abs_tol=1e-300)


@given(WORD)
def test_the_normal_quantile_is_odd(k: int) -> None:
    """Good and bad luck weigh the same: the quantile of 1 - u is minus that of u."""
    u = draws.plain_unit(k)
    assert math.isclose(draws.normal_quantile(1.0 - u), -draws.normal_quantile(u), rel_tol=1e-15)


@given(st.tuples(*[st.integers(0, 65535)] * 4))
def test_packing_keeps_the_four_numbers_apart(numbers: tuple[int, int, int, int]) -> None:
    """A counter made of (forum, place, visit, option) must give each of them back, or two visits share a draw."""
    packed = draws.pack(*numbers)
    assert packed == draws.plain_pack(*numbers)
    assert tuple((packed >> shift) & 65535 for shift in (48, 32, 16, 0)) == numbers


@pytest.mark.parametrize("numbers", [(-1, 0, 0, 0), (0, 65536, 0, 0), (0, 0, 0, 1 << 20)])
def test_packing_refuses_what_does_not_fit(numbers: tuple[int, int, int, int]) -> None:
    """A number that spills into its neighbour makes two keys one; the plain body says so."""
    with pytest.raises(ValueError, match="four integers"):
        draws.plain_pack(*numbers)


def test_an_id_is_the_same_under_every_seed_and_no_draw_of_any() -> None:
    """Roots are matched across seeds by id; an id that were also a draw would be lucky by name."""
    ids = [draws.child_id(1, e, 0) for e in range(1000)]
    drawn = {draws.key(seed, 1, e, 0) for seed in range(20) for e in range(1000)}
    assert not drawn.intersection(ids)


def test_a_place_code_is_hashed_by_its_text() -> None:
    """Ids must not depend on row numbers or on Python's salted hash: SHA-256 of nothing begins e3b0c44298fc1c14."""
    assert draws.hash_text("") == 0x141CFC9842C4B0E3
    assert draws.hash_text("枫桥") == 0x578E35552B6FA56E


def test_known_keys_keep_their_bits() -> None:
    """Every stored digest rests on these; a change here is a new model version."""
    assert draws.key(1, 2, 3, 4) == 0xD55CCD4AEB3CCAFB
    assert draws.child_id(1, 2, 3) == 0xD06EC3980C17C11D
    assert draws.gumbel(1, 2, 3, 4).hex() == "0x1.b3e65a551a331p+0"
    assert draws.normal(1, 2, 3, 4).hex() == "0x1.ef8dad5549813p-1"
