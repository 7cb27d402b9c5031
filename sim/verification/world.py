"""Checks of worlds: people add up to the person, hours follow who is served, ties and households follow their laws."""

from __future__ import annotations

from typing import Final

from sim.verification import world_people, world_ties
from sim.verification.check import Check

CHECKS: Final[tuple[Check, ...]] = (
    Check(
        name="world.conserved", room="world",
        claim="In every tree of the library the residents are those of its source, and no person is lost up the tree.",
        claim_zh="情景库各棵地方树的常住人口与来源逐人相符，逐级汇总不漏一人。",
        formula="Σ of the places below = the place; root = census",
        source="census communiqués of 2020 as in scenarios/places/population.csv, typed again here",
        power="one person", size_of="scenarios", size=6, most=6, slow=6, look=world_people.conserved,
    ),
    Check(
        name="world.whole", room="world",
        claim="Every resident of a world lives in one household of his place, and every tie is known at both ends.",
        claim_zh="每位居民恰属本地一户；每条联系双方皆知，无重复、无自联。",
        formula="Σ household sizes = residents; A = Aᵀ, no loops",
        source="definition of a simple graph and of a partition",
        power="one person, one tie", size_of="worlds", size=1, most=2, slow=8, look=world_people.whole,
    ),
    Check(
        name="world.staffed", room="world",
        claim="The hours of a tier are its rate times the registered residents, each served once by each tier.",
        claim_zh="每一层级的工时等于定额乘以户籍人口；每人在每层恰被服务一次。",
        formula="Σ minutes = 60 · rate · registered, to half a minute a line",
        source="definitions 1 (staff hours follow registered residents); rates of the library",
        power="half a minute a line", size_of="scenarios", size=3, most=3, slow=6, look=world_people.staffed,
    ),
    Check(
        name="world.degrees", room="world",
        claim="Ties inside a rural block have the degrees of a rewired ring of its size.",
        claim_zh="乡村户组内的联系数服从同样大小的重连环的分布。",
        formula="own kept + different ends + Bin(3, 1 − p) + Bin(spare − ends, 1 − (1 − p/spare)³)",
        source="Watts and Strogatz 1998; Barrat and Weigt 2000, here for a finite ring",
        power="a mean degree off by 0.1; a common share off by 0.025",
        size_of="worlds", size=1, most=4, slow=8, look=world_ties.degrees,
    ),
    Check(
        name="world.closure", room="world",
        claim="Mates in a block know each other as on a rewired ring, and as often as in the villages it is fitted to.",
        claim_zh="户组内熟人互相认识的比例与重连环的理论相符，也与所拟合的村庄相符。",
        formula="E[closed]/E[pairs] on a ring of n → 0.6 (1 − p)³; mean over households 0.31 ± 0.04",
        source="Barrat and Weigt 2000; Cai, de Janvry and Sadoulet 2015 (0.31 in natural villages)",
        power="a share off by 0.02", size_of="worlds", size=6, most=24, slow=24, look=world_ties.closure,
    ),
    Check(
        name="world.sizes", room="world",
        claim="Household sizes are one and a binomial number, with the census mean.",
        claim_zh="户规模为一加二项随机数，均值与普查一致。",
        formula="P(size = 1 + k) = Bin(residents − households, 1/households)",
        source="balls into urns (Feller 1968, ch. IV); mean 2.62, census 2020",
        power="a share off by 0.02", size_of="worlds", size=1, most=4, slow=8,
        look=world_people.sizes,
    ),
    Check(
        name="world.far", room="world",
        claim="Seven far ties in ten end in the own town, the others elsewhere in the county.",
        claim_zh="远处联系十之有七止于本镇，其余在县内他镇。",
        formula="P(town) = 0.7 where the town has other units",
        source="design of ties: distance-decayed marriage ties (assumption)",
        power="a share off by about a hundredth", size_of="worlds", size=1, most=4, slow=8, look=world_ties.far,
    ),
)  # fmt: skip
