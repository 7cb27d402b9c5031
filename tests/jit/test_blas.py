"""Linear algebra is not paid for by those who use none, and is there for those who do."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sim.jit import JIT

pytestmark = pytest.mark.skipif(not JIT, reason="nothing is compiled")

_KERNEL = """
import sys
from tests.jit.example import cheer, fresh
cheer(fresh(), 1, 0.5)
print("scipy.linalg" in sys.modules)
"""
_MATRICES = """
import numba, numpy as np
@numba.njit
def product(a, b):
    return np.dot(a, b), np.linalg.inv(a)
a = np.array([[2.0, 1.0], [1.0, 3.0]])
both, inverse = product(a, a)
print(np.allclose(both, a @ a) and np.allclose(inverse, np.linalg.inv(a)))
"""


def told(program: str) -> str:
    """Last line that a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def test_our_kernels_load_no_linear_algebra() -> None:
    """It took a fifth of a second of every command."""
    assert told(_KERNEL) == "False"


def test_kernels_of_others_multiply_and_invert_after_ours_were_loaded() -> None:
    """What stood in its place while Numba looked is gone."""
    assert told(_KERNEL + _MATRICES) == "True"
