"""How many places and people each library scenario holds, typed and recounted from the data's tables.

Counted from the bureau's list (cut-off 30 June 2023) and typed from the table of populations with plain
`csv`, by someone who had not looked at what the project makes of them. Virtual units hold nobody.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

ROOTS = {
    "fengqiao_town": "330681",
    "pinggu": "110117",
    "pukou": "320111",
    "shaoxing": "3306",
    "xiangdong": "360313",
    "zhuji": "330681",
}
LEVELS = dict.fromkeys(ROOTS, ("village", "town", "county")) | {"shaoxing": ("village", "town", "county", "city")}

TOWNS = {"fengqiao_town": 1, "pinggu": 18, "pukou": 15, "shaoxing": 103, "xiangdong": 11, "zhuji": 23}
UNITS = {"fengqiao_town": 31, "pinggu": 323, "pukou": 125, "shaoxing": 2168, "xiangdong": 152, "zhuji": 515}
VILLAGES = {"fengqiao_town": 23, "pinggu": 272, "pukou": 26, "shaoxing": 1585, "xiangdong": 127, "zhuji": 397}
COMMUNITIES = {"fengqiao_town": 8, "pinggu": 51, "pukou": 96, "shaoxing": 579, "xiangdong": 25, "zhuji": 118}
VIRTUAL = {"fengqiao_town": 0, "pinggu": 0, "pukou": 3, "shaoxing": 0, "xiangdong": 0, "zhuji": 0}
RURAL = {"fengqiao_town": 23, "pinggu": 256, "pukou": 0, "shaoxing": 908, "xiangdong": 120, "zhuji": 285}
"""Units of class 210 or 220 (the class read, else the class estimated)."""

RESIDENTS = {
    "pinggu": 457_313,
    "pukou": 1_171_603,
    "shaoxing": 5_270_977,
    "xiangdong": 304_400,
    "zhuji": 1_218_072,
}
"""Census 2020 (Xiangdong: 30.44 wan). Fengqiao's units keep their figures from Zhuji: no total of its own."""

COUNTIES_OF_SHAOXING = {
    "330602": 1_100_647,
    "330603": 1_094_708,
    "330604": 781_531,
    "330624": 400_793,
    "330681": 1_218_072,
    "330683": 675_226,
}
"""Zhuji and Shengzhou as in the census, the rest of the city shared out by the residents of 2023."""

YUYANG = ("110117003", 62_694)
"""The one town with a census figure."""

RURAL_RESIDENTS = {
    ("zhuji", "330681"): 1_218_072 - 762_917,
    ("pinggu", "110117"): 457_313 - 278_501,
    ("xiangdong", "360313"): 304_400 * (1 - 0.6729),
    ("shaoxing", "330603"): 1_094_708 * (1 - 0.837),
    ("shaoxing", "330604"): 781_531 * (1 - 0.698),
    ("shaoxing", "330624"): 400_793 * (1 - 0.651),
    ("shaoxing", "330681"): 1_218_072 - 762_917,
    ("shaoxing", "330683"): 675_226 * (1 - 0.601),
}
"""Raked to urban and rural totals. Yuecheng's 13 rural units would hold 13,292 each, Pukou has none."""

REGISTERED = {"zhuji": 1_079_500}
REGISTERED_FACTOR = {"zhuji": (1.35, 0.61), "elsewhere": (1.51, 0.71)}
HOUSEHOLD = 2.62
HOUSEHOLD_SHENGZHOU = 2.34
ADULT_SHARE = 0.80
UNIT_WEIGHTS = {111: 3.5, 121: 2.0, 112: 1.4, 122: 1.3, 123: 1.3, 210: 1.2, 220: 1.0}
LOG_NORMAL_SIGMA = 0.4


def rows(table: Path) -> list[dict[str, str]]:
    """The rows of one table of places."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def recount(table: Path) -> dict[str, int]:
    """Towns, units, village committees, communities, virtual and rural units of one table."""
    units = [row for row in rows(table) if row["level"] == "village"]
    kinds = Counter(row["subtype"] for row in units)
    rural = sum((row["urban_rural"] or row["urban_rural_est"]).startswith("2") for row in units)
    return {
        "towns": sum(row["level"] == "town" for row in rows(table)),
        "units": len(units),
        "villages": kinds["village"],
        "communities": kinds["community"],
        "virtual": kinds["virtual"],
        "rural": rural,
    }
