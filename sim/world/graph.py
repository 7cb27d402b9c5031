"""The tree of a world as a networkx graph, for exports and drawings. The model itself reads the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from sim.world.columns import World


def place_tree(world: World) -> nx.DiGraph[str]:
    """Return the places as a directed tree, an edge from each place to those directly below it.

    Nodes are codes, with name_zh, name_en, level, rank, urban, residents (actual) and registered.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for row, code in enumerate(world.code):
        rank = int(world.place_rank[row])
        graph.add_node(
            code,
            name_zh=world.name_zh[row],
            name_en=world.name_en[row],
            level=world.level_ids[rank],
            rank=rank,
            urban=bool(world.place_urban[row]),
            residents=int(world.place_resident[row]),
            registered=int(world.place_registered[row]),
        )
        if world.place_parent[row] >= 0:
            graph.add_edge(world.code[int(world.place_parent[row])], code)
    return graph
