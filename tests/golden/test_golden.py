"""A few short runs still hash to what is stored: on this machine, compiled or not, as on the one that stored them."""

from __future__ import annotations

import pytest

from sim.names import MODEL_VERSION
from tests.golden.runs import RUNS, stored, told_by

RENEW = "If that was meant, renew: python -m tests.golden.renew (tests/golden/README.md)"


@pytest.mark.nojit
@pytest.mark.parametrize("name", RUNS)
def test_a_stored_history_is_still_the_history(name: str) -> None:
    """Also with the JIT off, with every index checked, and without AVX and FMA: the promise of one digest anywhere."""
    golden, told = stored()["runs"][name], told_by(name)
    for part in ("scenario", "world"):
        assert told[part] == golden[part], f"the {part} of this run is another than when it was stored. {RENEW}"
    assert told["digest"] == golden["digest"], f"the rules give another history under model version {MODEL_VERSION}."


def test_stored_histories_are_of_this_model_version_and_differ() -> None:
    """A new version renews its digests; two runs with one digest would prove nothing."""
    golden = stored()
    assert golden["model_version"] == MODEL_VERSION, RENEW
    assert set(golden["runs"]) == set(RUNS)
    assert len({run["digest"] for run in golden["runs"].values()}) == len(RUNS)
