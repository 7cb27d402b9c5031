"""Closeness to the cadres in a drawn world: mean in the middle, shared at home, partly standing."""

from __future__ import annotations

import numpy as np

from sim.scenario import load_scenario
from sim.world import build_world


def test_closeness_has_its_mean_in_the_middle_and_is_partly_standing() -> None:
    """Effects are 0 at 0.5: were the mean elsewhere, the switch would move totals by itself."""
    for share, low, high in ((0.0, -0.03, 0.03), (0.3, 0.05, 0.5), (1.0, 0.999, 1.0)):
        world = build_world(load_scenario("fengqiao_town", {"cadres.standing": share}), cache=False)
        close, standing = world.res_closeness / 255.0, world.res_standing / 255.0
        assert abs(float(close.mean()) - 0.5) < 0.01
        assert low <= float(np.corrcoef(close, standing)[0, 1]) <= high
        if share == 0.0:
            first = close[world.hh_first[:-1]]
            assert (close == first[world.res_household]).all()
