"""The canonical history and its digest, by the page: rows of four integers and three floats. In words: `compare`."""

from __future__ import annotations

import hashlib
import struct
from operator import itemgetter

from sim.names import Event, Forum, Phase

Row = tuple[int, int, int, int, float, float, float]
TICK_SHIFT = 4096
EVENTS_OF_A_LINK = 256


class History:
    """All events so far in canonical order, and the digest over them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._today: list[tuple[int, int, int, Row]] = []
        self._open: list[Row] = []
        self._link = bytes(32)

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

    def close_day(self) -> None:
        """Order the events of the day, or of all starting stocks (stable: events of one key and phase stay as they
        happened), and hash them where a block is full."""
        self._today.sort(key=itemgetter(0, 1, 2))
        rows = [row for _, _, _, row in self._today]
        self._today = []
        self.rows.extend(rows)
        self._open.extend(rows)
        while len(self._open) >= EVENTS_OF_A_LINK:
            self._link = _hashed(self._link, self._open[:EVENTS_OF_A_LINK])
            del self._open[:EVENTS_OF_A_LINK]

    @property
    def digest(self) -> str:
        """Hex of the digest: the last link, hashed with the events after it."""
        return _hashed(self._link, self._open).hex()


def _hashed(link: bytes, rows: list[Row]) -> bytes:
    integers = b"".join(struct.pack("<4Q", *row[:4]) for row in rows)
    floats = b"".join(struct.pack("<3d", *row[4:]) for row in rows)
    return hashlib.sha256(link + integers + floats).digest()
