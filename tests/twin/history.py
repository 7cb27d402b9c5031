"""The canonical history and its digest, by the page: rows of four integers and three floats. In words: `compare`."""

from __future__ import annotations

import hashlib
import struct
from operator import itemgetter

from sim.names import Event, Forum, Phase

Row = tuple[int, int, int, int, float, float, float]
TICK_SHIFT = 4096


class History:
    """All events so far in canonical order, and the digest over them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._today: list[tuple[int, int, int, Row]] = []
        self._digest = bytes(32)

    def note(
        self,
        tick: int,
        phase: Phase,
        kind: Event,
        key: int,
        *,
        forum: Forum = Forum.NONE,
        slot: int = 0,
        other: int = 0,
        detail: int = 0,
        x: float = 0.0,
        y: float = 0.0,
        z: float = 0.0,
    ) -> None:
        """Write down one event of the block under way."""
        head = (tick + TICK_SHIFT) << 32 | int(phase) << 24 | int(kind) << 16 | int(forum) << 8 | slot
        row = (head, key, other, int(detail), float(x), float(y), float(z))
        self._today.append((tick, int(phase), key, row))

    def close_block(self) -> None:
        """Order the events of the block (stable: events of one key and phase stay as they happened) and hash them."""
        if not self._today:
            return
        self._today.sort(key=itemgetter(0, 1, 2))
        rows = [row for _, _, _, row in self._today]
        integers = b"".join(struct.pack("<4Q", *row[:4]) for row in rows)
        floats = b"".join(struct.pack("<3d", *row[4:]) for row in rows)
        self._digest = hashlib.sha256(self._digest + integers + floats).digest()
        self.rows.extend(rows)
        self._today = []

    @property
    def digest(self) -> str:
        """Hex of the digest over all closed blocks."""
        return self._digest.hex()
