"""One small comparison, run once for all tests of this folder; they only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.studies.small import small_comparison


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small comparison."""
    folder = tmp_path_factory.mktemp("compared") / "out"
    small_comparison(folder)
    return folder
