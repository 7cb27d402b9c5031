"""Claims about every check against theory: it holds at its first sizes, and a fault planted for it makes it fail."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

import pytest

from sim.verification import Check, checks, verdict_of, verify
from sim.verification.registry import ROOMS

CHECKS = {check.name: check for check in checks()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """`target` ("module:attribute") replaced by `by` makes the check `check` fail: a wrong law, rule or draw."""

    check: str
    target: str
    by: object
    why: str


def _faults() -> list[Fault]:
    found: list[Fault] = []
    for room in ROOMS:
        found += [Fault(**fault) for fault in importlib.import_module(f"tests.theory.faults.{room}").FAULTS]
    return found


FAULTS = _faults()


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS.keys())
def test_theory_is_met(check: Check) -> None:
    """The parts of the model with a known answer give it, by odds of ten to one."""
    verified = verify(check)
    assert verified.verdict in {"holds", "skipped"}, verified.looked


LONG = {"principal.fixed_points", "hazards.voice", "hazards.coupling", "pairing.societies", "world.whole"}
"""Checks that look for seconds: that they hold is asked at once, that they can fail where it is slow."""


@pytest.mark.parametrize(
    "fault",
    [pytest.param(fault, marks=pytest.mark.slow) if fault.check in LONG else fault for fault in FAULTS],
    ids=[f"{fault.check}: {fault.why}" for fault in FAULTS],
)
def test_a_planted_fault_fails_its_check(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that nothing can fail shows nothing."""
    module, _, attribute = fault.target.partition(":")
    monkeypatch.setattr(importlib.import_module(module), attribute, fault.by)
    assert verify(CHECKS[fault.check]).verdict in {"fails", "skipped"}


def test_every_check_has_a_fault_that_it_catches() -> None:
    """The list of planted faults is complete."""
    assert {fault.check for fault in FAULTS} == set(CHECKS)


def test_names_are_unique_and_begin_with_their_room() -> None:
    """The command line and the evidence page find a check by its name."""
    assert len(CHECKS) == len(checks())
    assert all(name.startswith(f"{check.room}.") for name, check in CHECKS.items())


def test_undecided_is_no_pass() -> None:
    """A check that cannot tell says so; it never counts as holding."""
    assert verdict_of(0.5) == "undecided"
    assert verdict_of(1.0) == "holds"
    assert verdict_of(-1.0) == "fails"
