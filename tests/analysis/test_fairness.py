"""Groups partition the cohort, figures are those worked out by hand, and differences are told over seeds only."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given

from sim.analysis.cohort import cohort_of
from sim.analysis.fairness import GROUPS, MEASURES, Group, fairness, gap_by_standing
from sim.analysis.fairness_over import fairness_over
from sim.names import BorderMatter, EndState, Opponent, Way
from sim.records import NEVER, Records
from tests.analysis.invented import cases, disputes, ledgers, records
from tests.analysis.small_runs import taken


@given(ledgers())
def test_sexes_units_and_kinds_of_respondent_are_the_whole_cohort(drawn: Records) -> None:
    """Who falls out of every group is nobody's concern, which is how unfairness hides."""
    whole = cohort_of(drawn).disputes
    for name, groups in fairness(drawn).items():
        if name != "age":  # these invented people have no age
            assert sum(one.disputes for one in groups.values()) == whole


def test_real_people_have_an_age() -> None:
    """Only adults are party to disputes, so every claimant is in a band."""
    found = fairness(taken())
    assert sum(one.disputes for one in found["age"].values()) == cohort_of(taken()).disputes


def test_figures_by_hand() -> None:
    """Two women and a man: who spoke, who was settled and when, who spilled, who was pressed."""
    lost = {"end_state": int(EndState.SUPPRESSED), "marks": 1, "claimant_sex": 1}
    silent = {"voiced": NEVER, "end_state": int(EndState.UNVOICED)}
    rows = cases({"dispute": 1, "way": int(Way.PRESSED)})
    found = fairness(records(disputes({"last_end": 27}, lost, silent), rows))["sex"]
    assert found["women"] == Group(grievances=2, disputes=1, voiced=0.5, resolved=1.0, days=7.0, spill=0.0, pressed=0.0)
    man = found["men"]
    assert (man.grievances, man.voiced, man.resolved, man.spill, man.pressed) == (1, 1.0, 0.0, 1.0, 1.0)
    assert math.isnan(man.days)


@pytest.mark.parametrize(
    ("standing", "group"), [(0, "low"), (109, "low"), (110, "middle"), (146, "middle"), (147, "high")]
)
def test_thirds_of_standing_are_cut_over_all_adults(standing: int, group: str) -> None:
    """Cut over claimants, they would move with every policy."""
    found = fairness(records(disputes({"claimant_standing": standing})))["standing"]
    assert [name for name, one in found.items() if one.disputes] == [group]


def test_the_thirds_of_a_real_society_are_thirds() -> None:
    """A cut in the wrong place would compare a few with many."""
    groups = fairness(taken())["standing"]
    sizes = [one.grievances for one in groups.values()]
    assert min(sizes) > 0.15 * sum(sizes)


def test_the_gap_is_between_the_thirds() -> None:
    """The index reads it: upper minus lower third, whichever is better off."""
    high = {"claimant_standing": 200}
    low = {"claimant_standing": 10, "end_state": int(EndState.LUMPED)}
    assert gap_by_standing(fairness(records(disputes(high, low)))) == 1.0
    assert math.isnan(gap_by_standing(fairness(records(disputes(high)))))


def test_one_seed_tells_no_difference() -> None:
    """Disputes share lines and neighbours: a test over disputes would find differences in noise."""
    told = fairness_over([fairness(taken())])
    assert told["differences"] == []
    assert told["groups"]["sex"]["men"]["resolved"]["low"] != told["groups"]["sex"]["men"]["resolved"]["low"]  # nan


def test_a_difference_is_told_where_it_can_be() -> None:
    """The same gap in every seed is told, with its direction; equal groups are not."""
    base = {name: {group[0]: _group(0.5) for group in members} for name, members in GROUPS.items()}
    runs = [base | {"sex": {"women": _group(0.3 + at / 100), "men": _group(0.6 + at / 90)}} for at in range(4)]
    told = fairness_over(runs)
    assert [(one["by"], one["group"], one["measure"]) for one in told["differences"]] == [("sex", "men", "resolved")]
    assert told["differences"][0]["mean"] == pytest.approx(0.3, abs=0.01)
    assert told["compared"] == len(MEASURES) * (3 + 1 + 5 + 1 + 1 + len(Opponent) + len(BorderMatter))


def test_groups_that_nobody_is_in_are_not_compared() -> None:
    """Where a process is off, a count of comparisons that could not be made would excuse what chance told."""
    alone = {name: {group[0]: _group(0.5) for group in members} for name, members in GROUPS.items()}
    nobody = Group(**dict.fromkeys(MEASURES, math.nan), grievances=0, disputes=0)
    alone["border"] = {group[0]: nobody for group in GROUPS["border"]} | {"none": _group(0.5)}
    told = fairness_over([alone, alone])
    assert told["compared"] == len(MEASURES) * (3 + 1 + 5 + 1 + 1 + len(Opponent))


def test_no_group_is_a_person_or_a_place() -> None:
    """Groups are sorts of people; a list of persons or villages never leaves the program."""
    assert set(GROUPS) == {"standing", "sex", "age", "unit", "register", "opponent", "border"}
    assert max(len(members) for members in GROUPS.values()) == len(Opponent)


def _group(resolved: float) -> Group:
    blank = Group(grievances=10, disputes=10, voiced=1.0, resolved=0.5, days=5.0, spill=0.1, pressed=0.1)
    return replace(blank, resolved=resolved)
