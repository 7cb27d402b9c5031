"""Decides what each resident is: grown up or not, standing, legal knowledge, sex, age band; fixed for a whole run."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sim.draws import uniform
from sim.jit import njit
from sim.names import Purpose

_ADULT, _STANDING, _LEGAL = int(Purpose.WORLD_ADULT), int(Purpose.WORLD_STANDING), int(Purpose.WORLD_LEGAL)
_SEX, _AGE = int(Purpose.WORLD_SEX), int(Purpose.WORLD_AGE)

AGE_BANDS: Final = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 74), (75, 120))
"""Years of age, both ends included, of bands 0 to 5; band 0 are the minors."""

ADULT_BAND_SHARES: Final = (0.18, 0.28, 0.30, 0.18, 0.06)
"""Shares of bands 1 to 5 among adults: assumption, in the shape of the 2020 census; no process reads the age yet."""

_BAND_ENDS = np.cumsum(np.array(ADULT_BAND_SHARES, dtype=np.float64))


def adult_chances(
    residents: npt.NDArray[np.int64], hh_start: npt.NDArray[np.int32], adult_share: float
) -> npt.NDArray[np.float64]:
    """Return float64[n_places]: chance that a resident other than the first of a household is grown up.

    The first always is, so this chance makes `adult_share` the expected share in each place (or, where households are
    so small that their first members alone exceed it, is 0).
    """
    households = np.diff(hh_start).astype(np.float64)
    others = residents - households
    wanted = adult_share * residents - households
    return np.clip(np.divide(wanted, others, out=np.zeros(len(others)), where=others > 0), 0.0, 1.0)


@njit
def draw_residents(
    seed: int, female_share: float, bands: Any, place_key: Any, adult_chance: Any, legal_mean: Any, hh_start: Any,
    hh_first: Any, res_household: Any, res_adult: Any, res_standing: Any, res_legal: Any, res_sex: Any, res_age: Any,
) -> None:  # fmt: skip
    """Fill the columns of residents, keyed by place and index within the place.

    Standing (0..255 for 0..1): mean of a uniform of the household and one of the person, so its mean is 0.5 and members
    of a household are alike (correlation 0.5). Legal knowledge: uniform around `legal_mean` of the place, as wide as
    0..1 allows. Both assumptions.
    """
    for place in range(place_key.shape[0]):
        key = place_key[place]
        start = int(hh_start[place])
        origin = int(hh_first[start])
        chance = float(adult_chance[place])
        mean = float(legal_mean[place])
        width = mean if mean < 0.5 else 1.0 - mean
        for household in range(start, int(hh_start[place + 1])):
            first = int(hh_first[household])
            shared = uniform(seed, _STANDING, key, 2 * (household - start))
            for row in range(first, int(hh_first[household + 1])):
                i = row - origin
                adult = 1 if row == first or uniform(seed, _ADULT, key, i) < chance else 0
                standing = 0.5 * (shared + uniform(seed, _STANDING, key, 2 * i + 1))
                legal = mean + (2.0 * uniform(seed, _LEGAL, key, i) - 1.0) * width
                band = 0
                if adult == 1:
                    band = 1
                    age = uniform(seed, _AGE, key, i)
                    while band < bands.shape[0] and age >= float(bands[band - 1]):
                        band += 1
                res_household[row] = household
                res_adult[row] = adult
                res_standing[row] = int(255.0 * standing + 0.5)
                res_legal[row] = int(255.0 * legal + 0.5)
                res_sex[row] = 0 if uniform(seed, _SEX, key, i) < female_share else 1
                res_age[row] = band


def band_ends() -> npt.NDArray[np.float64]:
    """Return the cumulative shares of the adult age bands, float64[5]."""
    return _BAND_ENDS.copy()
