"""The arithmetic of spreading: whole persons, every margin met, nothing forced that contradicts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import PlacesError
from sim.world.places import Tree
from sim.world.spread import Bounds, largest_remainder, spread

weights = st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=40).filter(lambda drawn: sum(drawn) > 1e-3)


@given(weights, st.integers(0, 10**9))
def test_largest_remainder_keeps_the_total_and_stays_within_one_of_the_share(drawn: list[float], total: int) -> None:
    """Nobody is lost, and no unit is off by more than the one person that rounding needs."""
    whole = largest_remainder(drawn, total)
    assert sum(whole) == total
    for count, weight in zip(whole, drawn, strict=True):
        assert abs(count - total * weight / sum(drawn)) < 1 + 1e-6 * total
        assert count >= 0


def test_equal_fractions_go_to_the_first() -> None:
    """A tie must be broken the same way on every machine."""
    assert largest_remainder([1.0, 1.0, 1.0], 4) == [2, 1, 1]


def _tree(towns: list[list[int]]) -> Tree:
    """Return a county of towns, each with units of these classes."""
    parent, rank, classes = [-1], [2], [0]
    for units in towns:
        town = len(parent)
        parent.append(0)
        rank.append(1)
        classes.append(0)
        for kind in units:
            parent.append(town)
            rank.append(0)
            classes.append(kind)
    n = len(parent)
    ends = list(range(1, n + 1))
    for row in range(n - 1, 0, -1):
        ends[parent[row]] = max(ends[parent[row]], ends[row])
    text = tuple(str(row) for row in range(n))
    return Tree(
        shown="t.csv", code=text, name_zh=text, name_en=text, subtype=("",) * n, line=tuple(range(2, n + 2)),
        stated=(None,) * n, virtual=(False,) * n, urban_class=tuple(classes), parent=tuple(parent), rank=tuple(rank),
        end=tuple(ends), n_levels=3,
    )  # fmt: skip


towns = st.lists(st.lists(st.sampled_from([111, 220]), min_size=2, max_size=5), min_size=2, max_size=5)


@given(towns, st.data())
def test_nested_totals_always_hold_and_the_urban_total_holds_or_is_named(
    classes: list[list[int]], data: st.DataObject
) -> None:
    """Raking must never trade a known total for a credible mix, and must say when it could not have both."""
    tree = _tree(classes)
    units = [row for row in range(len(tree)) if tree.is_unit(row)]
    drawn = {unit: data.draw(st.floats(0.1, 10)) for unit in units}
    true = {unit: data.draw(st.integers(1, 500)) for unit in units}
    known = {0: sum(true.values())}
    for town in tree.children(0):
        if data.draw(st.booleans()):
            known[town] = sum(true[unit] for unit in range(town + 1, tree.end[town]))
    urban = sum(true[unit] for unit in units if tree.is_urban(unit))
    result = spread(tree, drawn, known, {0: urban}, Bounds(low=0, high=1e9))
    assert set(result.persons) == set(units)
    assert min(result.persons.values()) >= 0
    for row, total in known.items():
        assert sum(result.persons[unit] for unit in units if row <= unit < tree.end[row]) == total
    if result.raked:
        assert sum(result.persons[unit] for unit in units if tree.is_urban(unit)) == urban
    else:
        assert result.not_raked[0]


def test_a_contradiction_between_margins_falls_back_to_the_total() -> None:
    """A town known to be larger than the urban total allows, with urban units only, cannot be raked."""
    tree = _tree([[111, 111], [220, 220]])
    drawn = dict.fromkeys([2, 3, 5, 6], 1.0)
    result = spread(tree, drawn, {0: 100, 1: 80}, {0: 50}, Bounds(low=0, high=1e9))
    assert result.not_raked == {0: "totals below it contradict its urban total"}
    assert [result.persons[unit] for unit in (2, 3, 5, 6)] == [40, 40, 10, 10]


def test_a_mean_rural_unit_out_of_bounds_falls_back_to_the_total() -> None:
    """Yuecheng: a sixth of a city cannot live in two dozen villages; the reason is told."""
    tree = _tree([[111, 220], [111, 111]])
    drawn = dict.fromkeys([2, 3, 5, 6], 1.0)
    result = spread(tree, drawn, {0: 20_000}, {0: 10_000}, Bounds(low=300, high=4_000))
    assert result.not_raked == {0: "mean rural unit would be 10000"}
    assert set(result.persons.values()) == {5_000}


def test_totals_that_leave_less_than_nothing_are_refused() -> None:
    """The message names the row, the two figures and what to do."""
    tree = _tree([[111, 220], [111, 220]])
    drawn = dict.fromkeys([2, 3, 5, 6], 1.0)
    with pytest.raises(PlacesError, match=r"t\.csv:2: the residents of 0 must be .* got 100 against 150"):
        spread(tree, drawn, {0: 100, 1: 150}, {}, None)
