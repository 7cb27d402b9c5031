"""A reported figure can be read only beside what happened: the types refuse everything else."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from sim.errors import ObjectiveError
from sim.records import Paired, Reported, require_truth


@pytest.mark.parametrize(
    "read",
    [
        float, str.format, "{:.0%}".format, lambda one: f"{one}", lambda one: one == 0.9, np.asarray, np.float64,
        lambda one: one + 0.0, lambda one: round(one), lambda one: one > 0.5, sum, hash,
    ],
)  # fmt: skip
def test_a_reported_figure_alone_cannot_be_read(read: Callable[[Any], Any]) -> None:
    """Each of these is how a lone reported figure would end up in a table or a chart."""
    with pytest.raises((ObjectiveError, TypeError)):
        read(Reported(0.987))


def test_printing_a_sealed_figure_does_not_tell_it() -> None:
    """A log or a debugger's line must not leak what a report may not say."""
    assert "987" not in repr(Reported(0.987))
    assert "987" not in str(Reported(0.987))


def test_the_message_says_how_to_read_it() -> None:
    """One line, with the repair."""
    with pytest.raises(ObjectiveError) as refused:
        float(Reported(1.0))
    assert ".beside(true)" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_formatting_a_pair_always_writes_both() -> None:
    """账面 and 实质, in this order, in one text, whatever the format."""
    pair = Reported(0.981).beside(0.412)
    assert f"{pair:.0%}" == "账面 98% | 实质 41%"
    assert str(pair) == "账面 0.98 | 实质 0.41"
    assert pair.text("en", ".1%") == "on the books 98.1% | in the model 41.2%"
    assert f"{Paired(reported=float('nan'), true=0.5):.1f}" == "账面 – | 实质 0.5"


def test_a_pair_tells_the_gap_and_travels() -> None:
    """Workers send pairs; JSON has no nan."""
    pair = Paired(reported=0.9, true=0.4)
    assert pair.gap == pytest.approx(0.5)
    assert pickle.loads(pickle.dumps(pair)) == pair  # noqa: S301 - written on the line before or here
    assert Paired(reported=float("nan"), true=1.0).to_json() == {"reported": None, "true": 1.0}


def test_objectives_need_a_kind_that_tells_what_happened() -> None:
    """Definitions 11: reported figures, spill and petitions alone are no aim."""
    for kinds in (["reported"], ["spill", "petition"], ["reported", "spill", "petition"], []):
        with pytest.raises(ObjectiveError):
            require_truth(kinds, ["x"])
    require_truth(["spill", "outcome"], ["x", "y"])
