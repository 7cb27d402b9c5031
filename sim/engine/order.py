"""Sorting by 64-bit keys: every list of a phase is put into the order of dispute keys, never of rows. Who is older."""

from __future__ import annotations

import numpy as np

from sim.jit import inner


@inner
def order_by(keys, order, spare, n):
    """Write into order[:n] the positions 0..n-1 in the order of `keys`, stable.

    Merge sort from the bottom; `spare` is room for n more.
    """
    for k in range(n):
        order[k] = k
    width = 1
    while width < n:
        for left in range(0, n, 2 * width):
            _merge(keys, order, spare, left, min(left + width, n), min(left + 2 * width, n))
        for k in range(n):
            order[k] = spare[k]
        width = 2 * width


@inner
def _merge(keys, order, spare, left, middle, right):
    a, b = left, middle
    for k in range(left, right):
        if a < middle and (b >= right or keys[order[a]] <= keys[order[b]]):
            spare[k] = order[a]
            a += 1
        else:
            spare[k] = order[b]
            b += 1


@inner
def sort_pairs(st, keys, n, rows):
    """Order the first n entries by key, then by the id of the dispute row: positions into `day_order`."""
    order = st.day_order
    order_by(keys, order, st.day_spare, n)
    for k in range(1, n):
        at = k
        while at > 0 and keys[order[at - 1]] == keys[order[at]] and st.id[rows[order[at - 1]]] > st.id[rows[order[at]]]:
            swap = order[at - 1]
            order[at - 1] = order[at]
            order[at] = swap
            at -= 1


@inner
def is_older(st, i, j):
    """True if row `i` was born before row `j`, or on one day with a smaller id."""
    if int(st.born[i]) != int(st.born[j]):
        return int(st.born[i]) < int(st.born[j])
    return np.uint64(st.id[i]) < np.uint64(st.id[j])
