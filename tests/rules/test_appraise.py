"""The principal's answer: closed forms, corner cases and the inverted U of `definitions` section 6."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.appraise import clip, effort, hours_left, misreport, shrink, suppress

share = st.floats(0.0, 1.0)
weight = st.floats(0.0, 5.0)
cost = st.floats(0.1, 5.0)
penalty = st.floats(0.0, 10.0)

STATED = {"a": 0.1, "x": 3.0, "g": 1.0, "b": 0.05, "y": 2.0, "k": 0.6, "z": 0.4, "u": 0.5, "v": 0.2, "q": 0.6, "c": 1.0}
"""The numbers at which `definitions` 6 states the peak."""


def answer(w: float, n: dict[str, float], hours: float = 1e9) -> tuple[float, float, float]:
    """(m, s, e) with w_u = w_z = w."""
    m = misreport(w, n["u"], n["a"], n["x"], n["g"])
    s = suppress(w, n["u"], n["z"], n["b"], n["y"], n["k"])
    return m, s, effort(n["q"], n["v"], w * (1.0 - m), w * n["z"] * (1.0 - s), n["c"], hours)


@given(share, share, share, share, penalty, cost, cost)
def test_without_appraisal_nobody_misreports_or_suppresses(
    u: float, z: float, a: float, b: float, x: float, g: float, k: float
) -> None:
    """w = 0 takes away the reason for both; a model that hid cases anyway would have hiding wired in."""
    assert misreport(0.0, u, a, x, g) == 0.0
    assert suppress(0.0, u, z, b, x, k) == 0.0


@given(share, weight, share, penalty, cost)
def test_audit_that_costs_more_than_it_saves_ends_misreporting(
    u: float, w: float, a: float, x: float, g: float
) -> None:
    """a x >= w_u u is the condition under which books are honest; below it they are not."""
    m = misreport(w, u, a, x, g)
    assert (m == 0.0) == (w * u - a * x <= 0.0)


@given(share, share, weight, cost)
def test_exposure_that_hurts_enough_ends_suppression(u: float, z: float, w: float, k: float) -> None:
    """b y large: the counterweight that lets a quota work without suppressing."""
    assert suppress(w, u, z, 1.0, w + 0.001, k) == 0.0


def test_suppression_knows_nothing_of_audits() -> None:
    """s* does not depend on a: auditing the books must not look like a remedy against suppression."""
    import inspect

    from sim.jit import plain

    assert "audit" not in inspect.signature(plain(suppress)).parameters
    assert "exposure" not in inspect.signature(plain(misreport)).parameters


@given(weight, share, share, share, cost, cost)
def test_paper_eats_all_effort(w: float, u: float, z: float, tau: float, q: float, c: float) -> None:
    """paper -> 1 leaves no hours: e = 0 whatever the reasons to work; hours that run out are 0, never negative."""
    s = suppress(w, u, z, 0.0, 0.0, 0.6)
    assert effort(q, 0.2, w, w * z, c, hours_left(1.0, tau, s)) == 0.0


@given(st.floats(0.0, 0.6), share, share)
def test_suppression_eats_hours(paper: float, tau: float, s: float) -> None:
    """1 - paper - tau s: what is spent on keeping people away is not spent on their cases."""
    assert hours_left(paper, tau, s) == pytest.approx(1.0 - paper - tau * s)


def test_effort_peaks_at_a_middling_weight() -> None:
    """The inverted U with its peak at 1.39: more appraisal first makes people work, then makes them hide."""
    n = STATED
    w = np.linspace(0.0, 4.0, 40001)
    e = [answer(float(x), n)[2] for x in w]
    formula = (1 + n["a"] * n["x"] / n["g"] + n["z"] * (1 + n["b"] * n["y"] / n["k"])) / (
        2 * n["u"] * (1 / n["g"] + n["z"] ** 2 / n["k"])
    )
    peak = float(w[int(np.argmax(e))])
    assert peak == pytest.approx(1.39, abs=1e-2)
    assert peak == pytest.approx(formula, abs=2e-4)
    assert e[0] < max(e) > e[-1]


@given(
    st.floats(0.3, 0.9), st.floats(0.1, 0.6), st.floats(0.5, 2.0), st.floats(0.5, 2.0), st.floats(0.0, 0.3),
    st.floats(0.0, 0.2),
)  # fmt: skip
def test_the_peak_follows_its_formula(u: float, z: float, g: float, k: float, ax: float, by: float) -> None:
    """Wherever both answers are inside their bounds at the peak, effort is highest exactly there."""
    n = STATED | {"u": u, "z": z, "g": g, "k": k, "a": ax, "x": 1.0, "b": by, "y": 1.0}
    peak = (1 + ax / g + z * (1 + by / k)) / (2 * u * (1 / g + z * z / k))
    m, s, e = answer(peak, n)
    if 0.01 < m < 0.99 and 0.01 < s < 0.99:
        assert e > answer(peak * 1.01, n)[2]
        assert e > answer(peak * 0.99, n)[2]


@given(weight, weight, share, share, share, penalty, share, penalty, cost, cost, cost, st.floats(0.2, 1.0), share)
def test_the_answer_is_the_best_answer(
    w_u: float, w_z: float, u: float, z: float, a: float, x: float, b: float, y: float, g: float, k: float, c: float,
    q: float, v: float,
) -> None:  # fmt: skip
    """m, s and e each maximise the principal's own objective (`targets` (c)) over their bounds, on a fine grid."""
    hours = hours_left(0.3, 0.2, suppress(w_z, u, z, b, y, k))
    m, s = misreport(w_u, u, a, x, g), suppress(w_z, u, z, b, y, k)
    e = effort(q, v, w_u * (1.0 - m), w_z * z * (1.0 - s), c, hours)
    grid = np.linspace(0.0, 1.0, 1001)

    def of_m(m: Any) -> Any:
        return -w_u * u * (1 - m) - g * m * m / 2 - a * x * m

    def of_s(s: Any) -> Any:
        return -w_z * u * z * (1 - s) - k * s * s / 2 - b * y * s

    def of_e(e: Any) -> Any:
        return q * e * (v + w_u * (1 - m) + w_z * z * (1 - s)) - c * e * e / 2

    assert of_m(m) >= of_m(grid).max() - 1e-12
    assert of_s(s) >= of_s(grid).max() - 1e-12
    assert 0.0 <= e <= max(0.0, hours)
    assert of_e(e) >= of_e(grid * max(0.0, hours)).max() - 1e-12


@given(weight, share, share, penalty, cost, st.floats(0.0, 1.0))
def test_the_signs_of_the_answer(w: float, u: float, a: float, x: float, g: float, more: float) -> None:
    """More weight or more unsettled cases never lower misreporting, more audit or penalty never raise it; so with s."""
    m, s = misreport(w, u, a, x, g), suppress(w, u, 0.4, a, x, g)
    assert misreport(w + more, u, a, x, g) >= m
    assert misreport(w, min(1.0, u + more), a, x, g) >= m
    assert misreport(w, u, a + more, x, g) <= m
    assert misreport(w, u, a, x + more, g) <= m
    assert misreport(w, u, a, x, g + more) <= m
    assert suppress(w + more, u, 0.4, a, x, g) >= s
    assert suppress(w, u, 0.4 + more, a, x, g) >= s
    assert suppress(w, u, 0.4, a + more, x, g) <= s
    assert suppress(w, u, 0.4, a, x + more, g) <= s


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(-5, 5))
def test_clip_keeps_within_bounds(x: float, low: float, high: float) -> None:
    """Within the bounds where they are in order; the lower bound wins where they cross (no hours left: effort 0)."""
    assert clip(x, low, high) == (low if high < low else min(max(x, low), high))


# a weight below 1e-9 cases is none: the smallest floats have too few digits left to carry a mean
@given(st.integers(0, 500), st.integers(0, 500), share, st.just(0.0) | st.floats(1e-9, 50.0))
def test_few_cases_are_drawn_to_the_mean(hits: int, extra: int, prior: float, weight: float) -> None:
    """A shrunken share lies between what was seen and the level's mean, and an empty window is the mean itself."""
    cases = hits + extra
    known = shrink(float(hits), float(cases), prior, weight)
    seen = hits / cases if cases else prior
    assert min(seen, prior) - 1e-12 <= known <= max(seen, prior) + 1e-12
    assert shrink(0.0, 0.0, prior, weight) == pytest.approx(prior)
    assert shrink(float(hits), float(cases), prior, 0.0) == pytest.approx(seen)
    assert shrink(float(hits), float(cases), prior, weight) == pytest.approx(
        (hits + weight * prior) / (cases + weight) if cases + weight > 0 else prior
    )
