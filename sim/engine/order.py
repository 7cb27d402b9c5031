"""Sorting by 64-bit keys: every list of a phase is put into the order of dispute keys, never of rows."""

from __future__ import annotations

import numpy as np

from sim.jit import njit


@njit
def order_by(keys, order, n):
    """Write into order[:n] the positions 0..n-1 in the order of `keys`, stable. Short lists by insertion."""
    if n <= 24:
        for k in range(n):
            at = k
            while at > 0 and keys[order[at - 1]] > keys[k]:
                order[at] = order[at - 1]
                at -= 1
            order[at] = k
        return
    sorted_positions = np.argsort(keys[:n], kind="mergesort")
    for k in range(n):
        order[k] = sorted_positions[k]


@njit
def sort_pairs(st, keys, n, rows):
    """Order the first n entries by key, then by the id of the dispute row: positions into `day_order`."""
    order = st.day_order
    order_by(keys, order, n)
    for k in range(1, n):
        at = k
        while at > 0 and keys[order[at - 1]] == keys[order[at]] and st.id[rows[order[at - 1]]] > st.id[rows[order[at]]]:
            swap = order[at - 1]
            order[at - 1] = order[at]
            order[at] = swap
            at -= 1
