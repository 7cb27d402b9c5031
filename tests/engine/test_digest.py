"""The digest of a history: its order is canonical, its chain blind to chunks, and no bit can change unseen."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.digest import START, canonical, extend
from tests.engine.societies import run_of, society

event = st.tuples(
    st.integers(-3, 6), st.integers(1, 7), st.integers(0, 3), st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1)
)


def arrays(events: list[Any]) -> tuple[Any, Any]:
    """Words and numbers of (tick, phase, key, other, detail) events; the numbers say where in the list each stood."""
    words = [[(tick + 4096) << 32 | phase << 24, key, other, detail] for tick, phase, key, other, detail in events]
    numbers = [[float(i), -0.0, i / 7] for i in range(len(events))]
    return np.array(words, np.uint64).reshape(-1, 4), np.array(numbers).reshape(-1, 3)


def digest_of(words: Any, numbers: Any, cuts: list[int] | None = None) -> bytes:
    """The chain over events in canonical order, extended in batches that begin at `cuts`."""
    order = canonical(words)
    words, numbers = np.ascontiguousarray(words[order]), np.ascontiguousarray(numbers[order])
    digest = START
    bounds = [0, *sorted(cuts or []), len(words)]
    for start, end in pairwise(bounds):
        digest = extend(digest, words[start:end], numbers[start:end])
    return digest


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


def test_the_chain_is_the_one_on_the_page() -> None:
    """sha256(d | words | numbers) per tick, little-endian: what another program must do to check a history."""
    words, numbers = arrays([(0, 1, 5, 0, 0), (0, 2, 5, 0, 1), (3, 1, 5, 0, 2)])
    one = hashlib.sha256(bytes(32) + words[:2].astype("<u8").tobytes() + numbers[:2].astype("<f8").tobytes()).digest()
    two = hashlib.sha256(one + words[2:].astype("<u8").tobytes() + numbers[2:].astype("<f8").tobytes()).digest()
    assert extend(START, words, numbers) == two
    assert (
        extend(START, words, numbers, as_one=True)
        == hashlib.sha256(bytes(32) + words.astype("<u8").tobytes() + numbers.astype("<f8").tobytes()).digest()
    )
    assert extend(two, words[:0], numbers[:0]) == two


@pytest.mark.nojit
def test_a_run_s_digest_is_that_of_its_events() -> None:
    """The digest can be recomputed from the kept history alone: stocks as one block, then tick by tick."""
    run = run_of(society(2), seed=4, keep_events=True)
    run.advance(25)
    words, numbers = run.events
    before = words[:, 0] >> np.uint64(32) < np.uint64(4096)
    assert 0 < before.sum() < len(words)
    stock = extend(START, words[before], numbers[before], as_one=True)
    assert extend(stock, words[~before], numbers[~before]).hex() == run.digest
