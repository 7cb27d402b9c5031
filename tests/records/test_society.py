"""The society in a record: levels, forums and the homes that books assume, none of it a place."""

from __future__ import annotations

from sim.names import DisputeType, Forum
from sim.records.society import society_from, society_of
from tests.analysis.invented import society
from tests.analysis.small_runs import society as small


def test_the_usual_home_follows_the_type_table() -> None:
    """The books take a family quarrel for the village's, a cadre's conduct for the town's, a requisition for above."""
    found = society_of(*small())
    assert found.usual_home[DisputeType.FAMILY] == found.base == 0
    assert found.usual_home[DisputeType.OFFICE] == found.office == 1
    assert found.usual_home[DisputeType.REQUISITION] == 2


def test_sizes_are_those_of_the_world() -> None:
    """Rates divide by these: adults, not residents."""
    scenario, world = small()
    found = society_of(scenario, world)
    assert found.adults == int(world.res_adult.sum()) < found.residents == world.n_residents
    assert [level.places for level in found.levels] == [3, 1, 1]
    assert found.median_stake == scenario.median_stake


def test_what_lies_beyond_is_named_by_what_it_leaves() -> None:
    """`outside` is not comparable between scenarios; its label says of which."""
    found = society_of(*small())
    assert found.level_name(3) == "beyond Model City"
    assert found.level_name(3, "zh") == "示范市以外"
    assert (found.level_name(-1), found.level_name(0)) == ("between the parties", "village")


def test_line_kinds_leave_out_levels_without_a_forum() -> None:
    """A grid below the village has no forum, hence no line."""
    grid = society().levels[0].__class__(rank=0, id="grid", zh="网格", en="grid", forum=int(Forum.NONE), places=9)
    found = society(levels=(grid, *society().levels[1:])).line_kinds()
    assert [kind for kind, _, _ in found] == ["slot1", "slot2", "court"]


def test_it_comes_back_from_json_the_same() -> None:
    """A run folder holds it; a reader must get the same society."""
    found = society_of(*small())
    assert society_from(found.to_json()) == found
