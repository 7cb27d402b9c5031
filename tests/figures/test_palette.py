"""Colours: neighbours are told apart in grey and by colour-blind readers."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from sim.figures.palette import ARMS, BOOKS, HIDDEN, PAPER, RELATION, SOFT, WATER, arm_style, lightness

# Machado, Oliveira and Fernandes (2009), full deficiency, on linear RGB
DEFICIENT = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def seen(colour: str, kind: str) -> np.ndarray:
    """CIE Lab of "#rrggbb" as it is seen with a deficiency."""
    rgb = np.array([int(colour[at : at + 2], 16) / 255.0 for at in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(DEFICIENT[kind]) @ linear, 0.0, 1.0)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    f = np.cbrt(np.maximum(xyz / np.array([0.9505, 1.0, 1.089]), 1e-6))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_lightness_is_that_of_cie() -> None:
    """The tests below rest on it."""
    assert lightness("#ffffff") == pytest.approx(100.0, abs=0.01)
    assert lightness("#000000") == 0.0
    assert lightness("#777777") == pytest.approx(50.0, abs=0.7)


def test_neighbours_below_the_waterline_differ_in_grey() -> None:
    """The picture is printed in grey: parts of one stack must not run into each other, nor into the water."""
    fills = [fill for fill, _ in HIDDEN.values()]
    steps = [abs(lightness(a) - lightness(b)) for a, b in pairwise(fills)]
    hatches = [(a[1], b[1]) for a, b in pairwise(HIDDEN.values())]
    assert all(step >= 20.0 or one != two for step, (one, two) in zip(steps, hatches, strict=True))
    assert lightness(fills[-1]) <= min(lightness(water) for water in WATER) - 40.0


@pytest.mark.parametrize("kind", DEFICIENT)
def test_no_two_fills_of_a_picture_look_alike_to_colour_blind_readers(kind: str) -> None:
    """One man in twelve; a legend that they cannot match tells them nothing."""
    for fills in ([BOOKS, *(fill for fill, _ in HIDDEN.values())], list(RELATION.values())):
        for a, b in combinations(fills, 2):
            assert np.linalg.norm(seen(a, kind) - seen(b, kind)) >= 18.0, (a, b, kind)


def test_relations_differ_in_grey() -> None:
    """Ribbons cross: which one goes above home must be seen without colour."""
    assert abs(lightness(RELATION["below"]) - lightness(RELATION["home"])) >= 25.0
    assert abs(lightness(RELATION["home"]) - lightness(RELATION["above"])) >= 7.0
    assert abs(lightness(RELATION["below"]) - lightness(RELATION["above"])) >= 20.0


def test_lines_of_arms_differ_by_more_than_hue() -> None:
    """Two lines of one grey and one dash are one line."""
    for (a, dash), (b, other) in combinations(ARMS, 2):
        assert dash != other or abs(lightness(a) - lightness(b)) >= 20.0, (a, b)
    assert arm_style(len(ARMS)) == arm_style(0)


def test_second_text_can_be_read() -> None:
    """WCAG asks for a contrast of 4.5 : 1 of small type."""
    luminance = ((lightness(SOFT) + 16.0) / 116.0) ** 3
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert lightness(PAPER) == pytest.approx(100.0, abs=0.01)
