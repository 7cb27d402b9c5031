"""The comparison with the twin is only worth something if it would notice a fault: one wrong line on either side."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.engine.mutants import ENGINE, MUTANTS, ROOT, RULES, TWIN, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_each_mutant_stands_in_the_code_it_was_written_for(mutant: Mutant) -> None:
    """A list behind the code would plant nothing and report that all is well."""
    assert compile(mutant.source(), mutant.file, "exec") is not None
    assert mutant.old != mutant.new


def test_both_sides_and_the_rules_have_mutants() -> None:
    """A witness that is never tested itself might agree with anything."""
    assert min(len(RULES), len(ENGINE), len(TWIN)) >= 10
    assert len({mutant.file for mutant in ENGINE}) >= 12


SHARES = 12
"""The faults are parted into so many shares; two of them are planted here, every sixth fault. All of them take half an
hour of one core, by their own command (`tests.engine.mutants`)."""
PLANTED_HERE = (0, 6)


@pytest.mark.slow
def test_every_sixth_one_line_fault_is_noticed() -> None:
    """Planted in memory, with the JIT off; a fault that passes is a rule nobody compares.

    Each share in a process of its own, side by side: this is the longest test, and no worker is to wait for another.
    """
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1"}
    commands = [[sys.executable, "-m", "tests.engine.mutants", str(share), str(SHARES)] for share in PLANTED_HERE]
    running = [
        subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for words in commands
    ]
    for share, process in zip(PLANTED_HERE, running, strict=True):
        told, complaint = process.communicate()
        assert process.returncode == 0, f"share {share}: {complaint[-3000:]}"
        assert json.loads(told) == {"unequal": [], "unnoticed": []}, f"share {share}"
