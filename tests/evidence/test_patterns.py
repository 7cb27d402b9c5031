"""The page of patterns asks all twelve, counts nothing in its own favour, and says what was put in."""

from __future__ import annotations

import math
import tomllib

import pytest

from benchmarks.evidence import patterns
from benchmarks.evidence.pattern_list import PATTERNS
from benchmarks.evidence.runs import ROOT, Variant, scenario_of
from benchmarks.evidence.stylised import pattern_figures
from benchmarks.evidence.verdicts import APPEARS, CONTRARY, NOT_TOLD, Part, Pattern
from sim.analysis import Interval, interval
from sim.scenario import load_scenario
from tests.analysis.small_runs import taken

HIGHER = Part(words="", figure="x")
ERAS = (1981, 2003, 2022)


def between(low: float, high: float) -> Interval:
    """An interval with these ends."""
    return Interval(mean=(low + high) / 2, low=low, high=high, sd=1.0, n=9)


def test_all_twelve_are_asked_in_order() -> None:
    """A pattern that is left out is one that did not appear."""
    assert [one.number for one in PATTERNS] == list(range(1, 13))
    assert all(one.parts or one.needs for one in PATTERNS)


def test_every_figure_of_a_part_is_taken() -> None:
    """A misspelt figure would stop a run of minutes at its end."""
    row = pattern_figures(taken(), "0" * 64)
    named = {name for one in PATTERNS for part in one.parts for name in (part.figure, part.less) if name}
    assert named <= set(row)


def test_every_society_of_a_part_can_be_loaded() -> None:
    """Names of parameters, scenarios and policies change; this says so in a second."""
    from sim.policies import parse_arm

    for one in PATTERNS:
        for part in one.parts:
            for variant in (part.variant, part.than or part.variant):
                load_scenario(scenario_of(variant.scenario), variant.changed)
                parse_arm(variant.arm)


@pytest.mark.parametrize(
    ("part", "low", "high", "told"),
    [
        (HIGHER, 0.1, 0.2, APPEARS),
        (HIGHER, -0.1, 0.2, NOT_TOLD),
        (HIGHER, -0.2, -0.1, CONTRARY),
        (HIGHER, math.nan, math.nan, NOT_TOLD),
        (Part(words="", figure="x", sense="below"), -0.2, -0.1, APPEARS),
        (Part(words="", figure="x", sense="below", bound=0.5), 0.6, 0.7, CONTRARY),
        (Part(words="", figure="x", sense="inside", bound=0.5, top=0.7), 0.55, 0.65, APPEARS),
        (Part(words="", figure="x", sense="inside", bound=0.5, top=0.7), 0.45, 0.65, NOT_TOLD),
        (Part(words="", figure="x", sense="inside", bound=0.5, top=0.7), 0.30, 0.45, CONTRARY),
    ],
)
def test_a_verdict_needs_the_whole_interval(part: Part, low: float, high: float, told: str) -> None:
    """A mean on the right side with an interval over the bound has shown nothing."""
    assert part.verdict(between(low, high)) == told


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((APPEARS, APPEARS), APPEARS),
        ((APPEARS, NOT_TOLD), "in part (1 of 2)"),
        ((APPEARS, CONTRARY), "in part (1 of 2), contrary in 1"),
        ((NOT_TOLD, NOT_TOLD), "does not appear"),
        ((CONTRARY, NOT_TOLD), "does not appear, contrary in 1"),
    ],
)
def test_a_pattern_appears_only_with_all_its_parts(parts: tuple[str, ...], whole: str) -> None:
    """One part out of two is half a fact."""
    assert Pattern(number=1, claim="", parts=(HIGHER,) * len(parts)).verdict(parts) == whole


def test_a_stand_in_never_makes_a_pattern_appear() -> None:
    """What lacks its process is not there, whatever its stand-in does."""
    assert Pattern(number=1, claim="", parts=(HIGHER,), needs="windows").verdict((APPEARS,)) == "needs windows"


def test_a_change_is_paired_and_a_ratio_divides() -> None:
    """Seeds pair; unpaired, the luck of a seed would hide small changes."""
    other = Variant(arm="petition_quota")
    values = {"baseline": [1.0, 2.0, 4.0], "petition_quota": [1.5, 3.0, 6.0]}

    def rows(variant: Variant) -> list[dict[str, float]]:
        return [{"x": one} for one in values[variant.arm]]

    change = Part(words="", figure="x", variant=other, than=Variant())
    assert change.statistic(rows) == interval([0.5, 1.0, 2.0])
    ratio = Part(words="", figure="x", variant=other, than=Variant(), ratio=True)
    assert ratio.statistic(rows).mean == pytest.approx(1.5)
    assert ratio.statistic(rows).sd == pytest.approx(0.0)
    assert change.shown(interval([0.5, 1.0, 2.0])).startswith("+1.17 [")


def test_the_page_shows_every_verdict_and_what_was_put_in() -> None:
    """Whoever reads only the first table must meet those that do not appear."""
    row = pattern_figures(taken(), "0" * 64)
    text = patterns.page(PATTERNS, lambda _: [row, row], 2)
    for one in PATTERNS:
        assert f"| {one.number} | {one.claim} |" in text
        assert one.put_in in text
        assert not one.needs or f"**needs {one.needs}**" in text


@pytest.mark.parametrize("year", ERAS)
def test_an_era_says_how_sure_each_number_is_and_sets_no_volume(year: int) -> None:
    """Pattern 4 is about volume: set in the file, it would be read off the file."""
    path = ROOT / "scenarios" / "eras" / f"{year}.toml"
    told = tomllib.loads(path.read_text("utf-8"))
    assert set(told.get("incidence", {})) <= {"requisition_share"}
    for section in ("staff", "world", "relation", "incidence"):
        for name, cell in told.get(section, {}).items():
            assert cell["grade"] in ("A", "B", "C", "assumption"), name
            assert "range" in cell["source"] or "remembered" in cell["source"], name
    assert load_scenario(path).id == str(year)
