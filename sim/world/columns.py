"""Decides what a world is: its columns, their types and axes, and the digest over them. `build` fills them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Texts = tuple[str, ...]

TEXTS: Final = ("code", "name_zh", "name_en", "subtype", "level_ids")
SCALARS: Final = ("n_levels", "court_rank", "seed")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class World:
    """A synthetic society at rest: places, households, residents, ties and staff, as C-contiguous columns.

    **Places**, depth first: parents before children, siblings by code, the root in row 0. What lies below row p are the
    rows p + 1 up to `place_end[p]`, so its households are the rows hh_start[p] up to hh_start[place_end[p]].

    * code, name_zh, name_en, subtype: of each place; below the county never shown beside an outcome
    * place_parent: row of the place above, -1 at the root; place_rank: 0 = lowest level
    * place_end: one past the last row below the place
    * place_key: 64-bit hash of the code, the place's part in every draw
    * place_urban: 1 for classes 1xx; place_class: 111 ... 220, 0 unknown
    * place_kind: what a unit is like, of `names.PlaceKind`; 0 above units and for virtual ones
    * place_leaf: 1 where residents live; residents live in units only
    * place_resident, place_registered: actual and registered residents; above units the sum of those below
    * place_number: 1, 2, ... within each level, for exports
    * anc[p, r]: the place that runs the forum of rank r for p: p itself up to its own rank, else its ancestor of rank
      r, or where that tier is missing the next one up
    * hh_start[p] : hh_start[p + 1]: household rows of place p

    **Households**: hh_place; hh_block, numbered within the place; residents are rows hh_first[h] : hh_first[h + 1].
    **Residents**: res_household; res_adult 0 or 1; res_standing and res_legal in 1/255; res_sex 0 woman, 1 man; res_age
    band 0 (minors) to 5; res_migrant: 1 if registered elsewhere;
    res_closeness: to the cadres, in 1/255.
    **Ties** of households, both directions: to tie_to[tie_start[h] : tie_start[h + 1]], ascending; tie_kind 0
    neighbour, 1 kin, 2 other block, 3 work, 4 far, 5 online.
    **Staff**: minutes a day of line (place, slot), slot r the forum of rank r, last the court, int32[n_places,
    n_levels + 1]; served_registered, served_actual: whom it serves.

    `digest`: sha256 over all of it. Columns mapped from the cache are private copies on write; nobody writes them.
    """

    code: Texts
    name_zh: Texts
    name_en: Texts
    subtype: Texts
    level_ids: Texts
    n_levels: int
    court_rank: int
    seed: int
    place_parent: npt.NDArray[np.int32]
    place_rank: npt.NDArray[np.int8]
    place_end: npt.NDArray[np.int32]
    place_key: npt.NDArray[np.uint64]
    place_urban: npt.NDArray[np.uint8]
    place_class: npt.NDArray[np.int16]
    place_kind: npt.NDArray[np.uint8]
    place_leaf: npt.NDArray[np.uint8]
    place_resident: npt.NDArray[np.int64]
    place_registered: npt.NDArray[np.int64]
    place_number: npt.NDArray[np.int32]
    anc: npt.NDArray[np.int32]
    hh_start: npt.NDArray[np.int32]
    hh_place: npt.NDArray[np.int32]
    hh_block: npt.NDArray[np.int32]
    hh_first: npt.NDArray[np.int32]
    res_household: npt.NDArray[np.int32]
    res_adult: npt.NDArray[np.uint8]
    res_standing: npt.NDArray[np.uint8]
    res_legal: npt.NDArray[np.uint8]
    res_sex: npt.NDArray[np.uint8]
    res_age: npt.NDArray[np.uint8]
    res_migrant: npt.NDArray[np.uint8]
    res_closeness: npt.NDArray[np.uint8]
    tie_start: npt.NDArray[np.int32]
    tie_to: npt.NDArray[np.int32]
    tie_kind: npt.NDArray[np.uint8]
    minutes: npt.NDArray[np.int32]
    served_registered: npt.NDArray[np.int64]
    served_actual: npt.NDArray[np.int64]
    digest: str

    def __repr__(self) -> str:
        counts = f"{self.n_places} places, {self.n_households} households, {self.n_residents} residents"
        return f"World({self.code[0]}: {counts}, digest {self.digest[:12]})"

    @property
    def n_places(self) -> int:
        """Number of places, the root and virtual units included."""
        return len(self.code)

    @property
    def n_households(self) -> int:
        """Number of households."""
        return len(self.hh_place)

    @property
    def n_residents(self) -> int:
        """Number of actual residents, minors included."""
        return len(self.res_household)

    @property
    def root_rank(self) -> int:
        """Rank of the top level."""
        return self.n_levels - 1

    def arrays(self) -> Iterator[tuple[str, npt.NDArray[Any]]]:
        """Yield (name, column) of every column, in declared order."""
        for name in ARRAYS:
            yield name, getattr(self, name)


ARRAYS: Final = tuple(field.name for field in fields(World) if field.name not in (*TEXTS, *SCALARS, "digest"))


def digest_of(columns: Mapping[str, Any]) -> str:
    """Return sha256 over texts, numbers and columns: names, types, shapes and bytes (little endian)."""
    digest = hashlib.sha256()
    for name in (*TEXTS, *SCALARS):
        digest.update(f"{name}={columns[name]!r}\n".encode())
    for name in ARRAYS:
        column = columns[name]
        little = column.astype(column.dtype.newbyteorder("<"), copy=False)
        digest.update(f"{name}:{little.dtype.str}:{little.shape}\n".encode())
        digest.update(np.ascontiguousarray(little).data)
    return digest.hexdigest()
