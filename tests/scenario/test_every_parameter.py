"""Every declared number is read by something, or stands in the one table of those that wait for their process."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from sim.engine.run import Run
from sim.names import PlaceKind
from sim.scenario import WAITING, describe, load_scenario
from tests.scenario.readers import declared, derived_fields, fields_read, read_anywhere, read_in
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PARAMETERS, PRESETS, SWITCHES, Trial

SEEDS = (1, 2)
OTHERWISE = {
    "border.upper": "which of two levels of border is met: a tree of four levels in `tests.engine.test_borders`",
    "claim.paid_off": "claims under a policy that pays for calm (`tests.engine.test_compensation`)",
    "court.clock": "the facade's load of a court (`sim.agents.forums`): a court's clock ends no case",
    "incidence.adult_share": "the world's residents; the same",
    **{
        f"migrants.{kind.name.lower()}": "the world's residents; the same"
        for kind in PlaceKind
        if kind != PlaceKind.NONE
    },
    "ties.online": "the world's ties; the same",
    "cadres.standing": "the world's residents; the same",
    "relation.organisations": "the number of organisations of a unit, one in units as small as these",
}
"""Numbers that no history of these small societies depends on, and where they tell instead."""


def waiting() -> set[tuple[str, str]]:
    """(section, name) of the table's keys."""
    return {(key.partition(".")[0], key.rpartition(".")[2]) for key in WAITING}


def test_every_number_is_read_or_waits_for_its_process() -> None:
    """A number that nothing reads looks like a choice of the modeller, and turning it looks like an experiment."""
    assert len(declared()) > 200
    assert declared() - read_anywhere() == waiting()


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("y = scenario.settle.skill", ("settle", "skill")),
        ("settle = scenario.settle\ny = settle.skill", ("settle", "skill")),
        ("y = p.settle_skill * 2.0", ("settle", "skill")),
        ('y = getattr(scenario.settle, f"mu_{family}")', ("settle", "mu_kin")),
        ('for kind in ("court", "office"):\n    y = getattr(scenario.staff, kind)', ("staff", "office")),
        ('Lever(name="audit", origin="appraisal.audit")', ("appraisal", "audit")),
        ("def f(shape: WorldShape):\n    return shape.block", ("world", "block")),
    ],
)
def test_each_way_to_read_a_number_is_seen(line: str, key: tuple[str, str]) -> None:
    """A way that is overlooked would make a living number look dead."""
    assert key in read_in(line)


@pytest.mark.parametrize(
    "line", ["y = scenario.settle", "x = settled.skill", "for name in fields: getattr(part, name)"]
)
def test_copying_a_section_reads_nothing(line: str) -> None:
    """Else every number would be read at once, by the record that carries them all."""
    assert read_in(line) == set()


def test_every_number_made_of_others_is_read() -> None:
    """An array that kernels are handed and never look at hides dead parameters behind it."""
    assert derived_fields() - fields_read() == set()


def test_a_number_that_waits_says_so_wherever_it_is_shown() -> None:
    """Whoever sets it learns there that nothing will follow."""
    for lang, words in (("en", "read by nothing yet"), ("zh", "尚无规则读取")):
        rows = describe(load_scenario("classroom"), lang)
        assert {row.key for row in rows if words in row.label} == {key for key in WAITING if "*" not in key}


@pytest.mark.slow
def test_every_number_of_a_rule_makes_some_history_another() -> None:
    """The stronger claim: turned to an end of its range, it changes events; those that wait change none."""
    histories = Histories()
    trials = list(product(SEEDS, PRESETS))
    dead = {key for key in (*PARAMETERS, *SWITCHES) if not any(histories.differ(key, *trial) for trial in trials)}
    assert dead == {key for key in WAITING if "*" not in key} | set(OTHERWISE)


class Histories:
    """Digests of small busy societies, one a seed and preset, with a number as it is and at the ends of its range."""

    def __init__(self) -> None:
        self.plain = {trial: self._digest(*trial, {}) for trial in product(SEEDS, PRESETS)}

    def differ(self, key: str, seed: int, preset: str) -> bool:
        """Whether either end of the range of `key` gives another history."""
        return any(self._digest(seed, preset, {key: end}) != self.plain[seed, preset] for end in _ends(key))

    @staticmethod
    def _digest(seed: int, preset: str, changed: dict[str, Any]) -> str:
        ticks = 420 if preset == "quick" else 200
        overrides = BUSY | PRESETS[preset] | changed
        trial = Trial(world_seed=7, seed=seed, levels=LEVEL_SETS[2], households=25, overrides=overrides)
        run = Run(*trial.society(), trial.policies(), seed=trial.seed)
        run.advance(ticks)
        return run.digest


def _ends(key: str) -> list[Any]:
    if key in SWITCHES:
        return [False]
    low, high, whole = PARAMETERS[key]
    return [int(end) if whole else end for end in (high, low)]
