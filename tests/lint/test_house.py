"""The tree keeps the house rules, and each rule catches the fault it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint import borders, kernels, manners

ROOT = Path(__file__).parents[2]

PLANTED = {
    "y = np.exp(x)": "no np.exp",
    "y = numpy.exp(x)": "no np.exp",
    "y = np.zeros(3, np.float32)": "no np.float32",
    "y = np.random.random()": "no np.random",
    "y = math.exp(x)": "no math.exp",
    "y = m.tanh(x)": "no math.tanh",
    "from math import exp": "math.exp may not",
    "from numpy import log": "numpy.log may not",
    "import random": "random may not",
    "from random import random": "random.random may not",
    "import numpy.linalg as la": "numpy.linalg may not",
    "y = x ** 2": "no `**`",
    "x **= 2": "no `**`",
    "y = a @ b": "no `@`",
    "y = pow(x, 2)": "no pow()",
    "y = sum(x)": "no sum()",
    "y = np.sum(x)": "no sum()",
    "y = x.sum()": "no sum()",
    "y = x.cumsum(dtype=np.float32)": "no cumsum()",
    "y = x.mean()": "no .mean()",
    "y = np.argsort(x)": "no argsort()",
    'y = x.argsort(kind="quicksort")': "no argsort()",
    "y = np.argpartition(x, 3)": "no np.argpartition",
    "y = np.bincount(x, weights=w)": "no bincount",
    "f = njit(fastmath=True)(g)": "no fastmath=",
    "f = njit(parallel=False)(g)": "no parallel=",
    "for i in prange(3): pass": "no prange()",
    "@njit\ndef f(s, i):\n    return s.mood[i] * 0.5": "read the cell",
    "@inner\ndef f(s, i):\n    return s.mood[i] * 0.5": "read the cell",
    "@njit\ndef f(s, i):\n    return 1 - s.tie[i, 2]": "read the cell",
    "@njit\ndef f(s, i):\n    return s.mood[i] > 0.3": "before comparing",
    "@njit\ndef f(s, i, x):\n    s.mood[i] += x / 2": "store it once",
    "@njit\ndef f(s, i, x):\n    s.mood[i] *= x": "store it once",
    "y = x ** 2  # house ok:": "no `**`",
}

ALLOWED = (
    "y = math.sqrt(x)",
    "from math import inf",
    "y = np.zeros(3) + np.arange(3, dtype=np.int64)",
    "y = x.sum(dtype=np.int64)",
    'y = np.argsort(x, kind="stable")',
    "@njit\ndef f(s, i, day):\n    return float(s.mood[i]) * 0.5 if s.due[i] <= day else -0.5",
    "@njit\ndef f(s, i):\n    s.count[i] += 1",
    "y = x ** 2  # house ok: an exponent of a text label, no number of the model",
)


@pytest.mark.parametrize(("line", "rule"), PLANTED.items())
def test_a_planted_fault_is_caught(line: str, rule: str) -> None:
    """A rule that no longer fires protects nothing, and nobody would notice."""
    text = f"import math\nimport math as m\nimport numpy\nimport numpy as np\n{line}\n"
    assert any(rule in fault.rule for fault in kernels.faults_in(text, "planted.py"))


@pytest.mark.parametrize("line", ALLOWED)
def test_exact_code_is_left_alone(line: str) -> None:
    """A rule that fires on exact code teaches people to switch it off."""
    text = f"import math\nimport numpy as np\n{line}\n"
    assert kernels.faults_in(text, "exact.py") == []


def test_rules_and_engine_keep_the_house_rules() -> None:
    """The promise is one digest on any machine; each of these would break it on some machine only."""
    found = kernels.faults_under(ROOT / "sim" / "rules", ROOT / "sim" / "engine")
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("text", "folder", "rule"),
    [
        ("import numba", "engine", "sim/jit/ only"),
        ("def f():\n    from numba import njit", "world", "sim/jit/ only"),
        ("import mesa", "engine", "sim/agents/ only"),
        ("from matplotlib import pyplot", "report", "sim/figures/ only"),
        ("from sim.draws import uniform", "rules", "may not import sim.draws"),
        ("from sim.engine.state import State", "rules", "may not import sim.engine"),
        ("from sim.engine.state import State", "tests/twin", "the twin may not"),
        ("from sim.jit import njit", "scenario", "kernels may not live"),
        ("from sim.jit import njit\nfrom sim.scenario.types import A", "engine", "may not import sim.scenario"),
    ],
)
def test_a_planted_import_is_caught(text: str, folder: str, rule: str) -> None:
    """An import over a border is how a layer starts to rot."""
    assert any(rule in fault.rule for fault in borders.faults_in(text, "planted.py", folder))


def test_a_type_only_import_is_no_import() -> None:
    """A name for the type checker loads nothing and freezes no constant."""
    text = "from sim.jit import njit\nif TYPE_CHECKING:\n    from sim.scenario.types import A\n"
    assert borders.faults_in(text, "typed.py", "engine") == []


def test_every_border_is_kept() -> None:
    """One door for each outside library, no stale kernels, and a twin that owes the engine nothing."""
    found = borders.faults_of(ROOT)
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import math\n", "sim/a.py"),
        ("'''Says it.'''\ndef test_x() -> None: pass\n", "tests/test_a.py"),
        ("'''Says it.'''\n", "sim/utils.py"),
        ("'''Says it.'''\ndef f(x) -> int: return x\n", "sim/a.py"),
        ("'''Says it.'''\ndef f(x: int): return x\n", "sim/a.py"),
    ],
)
def test_a_planted_lack_of_manners_is_caught(text: str, name: str) -> None:
    """A file that does not say what it decides ends up deciding everything."""
    assert len(manners.faults_in(text, name, is_test=name.startswith("tests"))) == 1


def test_a_kernel_may_leave_its_record_untyped() -> None:
    """A record has no static type; asking for `Any` a hundred times would teach nobody anything."""
    text = "'''Says it.'''\n@njit\ndef f(st, i: int): return st.x[i]\n"
    assert manners.faults_in(text, "sim/a.py", is_test=False) == []


def test_every_file_and_every_test_says_what_it_is_for() -> None:
    """A newcomer reads first lines; a test without its reason cannot be weighed when it fails."""
    found = manners.faults_of(ROOT)
    assert not found, "\n".join(map(str, found))
