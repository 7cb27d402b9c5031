"""An exported history says what two places quarrel about, and whether they met."""

from __future__ import annotations

import numpy as np

from sim.names import BorderMatter, label
from sim.records.decode import decode, place_names
from sim.records.society import society_of
from tests.engine.societies import run_of, society
from tests.twin.strategies import BUSY, PRESETS


def test_matters_across_a_border_are_told_by_name() -> None:
    """At birth by the matter; at a session by a number that the codebook explains."""
    scenario, world = society(5, BUSY | PRESETS["bordering"])
    run = run_of((scenario, world), seed=1, keep_events=True)
    run.advance(60)
    about = society_of(scenario, world)
    columns = decode(*run.events, burn_in=run.burn_in, society=about, places=place_names(world, about, "zh"), lang="zh")
    n = int(run.state.count[2])
    named = dict(zip(columns["dispute"][columns["event"] == "born"], columns["border"][columns["event"] == "born"],
                     strict=True))  # fmt: skip
    for key, matter in zip(run.state.id[:n].tolist(), run.state.border[:n].tolist(), strict=True):
        assert named[f"{key:016x}"] == (label(BorderMatter(matter), "zh") if matter else "")
    met = columns["event"] == "border"
    assert set(columns["number"][met]) == {"0", "1", "2"}
    assert (columns["place"][met] != "").all()
    assert np.all(columns["border"][columns["event"] != "born"] == "")
