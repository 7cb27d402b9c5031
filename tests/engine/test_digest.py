"""The digest of a history: its order is canonical, its chain blind to chunks, and no bit can change unseen."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.digest import BLOCK, START, Chain, canonical
from tests.engine.societies import run_of, society

event = st.tuples(
    st.integers(-3, 6), st.integers(1, 7), st.integers(0, 3), st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1)
)


def arrays(events: list[Any]) -> tuple[Any, Any]:
    """Words and numbers of (tick, phase, key, other, detail) events; the numbers say where in the list each stood."""
    words = [[(tick + 4096) << 32 | phase << 24, key, other, detail] for tick, phase, key, other, detail in events]
    numbers = [[float(i), -0.0, i / 7] for i in range(len(events))]
    return np.array(words, np.uint64).reshape(-1, 4), np.array(numbers).reshape(-1, 3)


def digest_of(words: Any, numbers: Any, cuts: list[int] | None = None) -> str:
    """The digest of events in canonical order, extended in batches that begin at `cuts`."""
    order = canonical(words)
    words, numbers = words[order], numbers[order]
    chain = Chain()
    bounds = [0, *sorted(cuts or []), len(words)]
    for start, end in pairwise(bounds):
        chain = chain.extend(words[start:end], numbers[start:end])
    return chain.hex()


@given(st.lists(event, max_size=40))
def test_order_is_tick_phase_key_then_as_they_happened(events: list[Any]) -> None:
    """The order of the page, and the same whatever order the engine's lists were walked in."""
    words, _ = arrays(events)
    assert canonical(words).tolist() == sorted(range(len(events)), key=lambda i: events[i][:3])


@given(st.lists(event, max_size=40), st.data())
def test_any_batches_of_whole_ticks_give_one_digest(events: list[Any], data: st.DataObject) -> None:
    """A run may collect its events as often as it likes."""
    words, numbers = arrays(sorted(events, key=lambda e: e[:3]))
    ticks = words[:, 0] >> np.uint64(32)
    ends = [i for i in range(1, len(events)) if ticks[i] != ticks[i - 1]]
    cuts = data.draw(st.lists(st.sampled_from(ends), unique=True)) if ends else []
    assert digest_of(words, numbers, cuts) == digest_of(words, numbers)


@given(st.lists(event, min_size=2, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_lists_means_nothing(events: list[Any], random: Any) -> None:
    """Events of different keys may be written in any order; those of one key and phase keep theirs."""
    events = [(tick, phase, i, other, detail) for i, (tick, phase, _, other, detail) in enumerate(events)]
    words, numbers = arrays(events)
    mixed = list(range(len(events)))
    random.shuffle(mixed)
    assert digest_of(words[mixed], numbers[mixed]) == digest_of(words, numbers)


@given(st.lists(event, min_size=1, max_size=12), st.data())
def test_a_flipped_bit_is_another_digest(events: list[Any], data: st.DataObject) -> None:
    """Of any word or number, the sign of a zero included."""
    words, numbers = arrays(events)
    before = digest_of(words, numbers)
    target = data.draw(st.sampled_from([words, numbers])).view(np.uint64)
    row, column = data.draw(st.integers(0, len(events) - 1)), data.draw(st.integers(0, target.shape[1] - 1))
    target[row, column] ^= np.uint64(1 << data.draw(st.integers(0, 63)))
    assert digest_of(words, numbers) != before


def linked(link: bytes, words: Any, numbers: Any) -> bytes:
    """sha256(link | words | numbers), little-endian."""
    return hashlib.sha256(link + words.astype("<u8").tobytes() + numbers.astype("<f8").tobytes()).digest()


@pytest.mark.parametrize("n", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7])
def test_the_chain_is_the_one_on_the_page(n: int) -> None:
    """A link over each 256 events, and one over the rest: what another program must do to check a history."""
    words, numbers = arrays([(i // 5, 1 + i % 5, i, 0, i) for i in range(n)])
    link = START
    for start in range(0, n // BLOCK * BLOCK, BLOCK):
        link = linked(link, words[start : start + BLOCK], numbers[start : start + BLOCK])
    rest = n // BLOCK * BLOCK
    assert digest_of(words, numbers) == linked(link, words[rest:], numbers[rest:]).hex()


@given(st.lists(st.integers(0, 700), max_size=6))
def test_blocks_do_not_follow_batches(sizes: list[int]) -> None:
    """Batches that end within, at and beyond a block give one digest."""
    words, numbers = arrays([(i, 1, i, 0, i) for i in range(sum(sizes))])
    cuts = [sum(sizes[:k]) for k in range(1, len(sizes))]
    assert digest_of(words, numbers, cuts) == digest_of(words, numbers)


@pytest.mark.parametrize("ticks", [1, 3, 4095])
def test_keys_that_differ_in_their_last_bits_are_told_apart(ticks: int) -> None:
    """The quick sort holds the first bits of a key only: where they are the same, all of it counts."""
    key = 0xABCDEF0123456789
    events = [(tick, 2, key ^ low, 0, 0) for tick in range(0, ticks, max(1, ticks // 3)) for low in (3, 0, 2, 1, 3)]
    words, _ = arrays(events)
    assert canonical(words).tolist() == sorted(range(len(events)), key=lambda i: events[i][:3])


@pytest.mark.nojit
def test_a_run_s_digest_is_that_of_its_events() -> None:
    """The digest can be recomputed from the kept history alone."""
    run = run_of(society(2), seed=4, keep_events=True)
    run.advance(25)
    words, numbers = run.events
    before = words[:, 0] >> np.uint64(32) < np.uint64(4096)
    assert 0 < before.sum() < len(words)
    assert Chain().extend(words, numbers).hex() == run.digest
