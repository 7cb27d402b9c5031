"""The twin's door to the keyed draws: one seed, plain integers, keys as the written day spells them. No state."""

from __future__ import annotations

from sim import draws
from sim.names import Purpose


def counter(a: int = 0, b: int = 0, c: int = 0, d: int = 0) -> int:
    """`pack(a, b, c, d)` in plain integers."""
    return (a << 48) | (b << 32) | (c << 16) | d


def child_id(purpose: Purpose, entity: int, number: int) -> int:
    """The id of what (entity, number) gives rise to; the same under every seed."""
    return int(draws.child_id(int(purpose), entity, number))


class Luck:
    """Draws of one run. `entity` is a 64-bit id; the four counters default to 0."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def uniform(self, purpose: int, entity: int, a: int = 0, b: int = 0, c: int = 0, d: int = 0) -> float:
        return draws.uniform(self.seed, int(purpose), entity, (a << 48) | (b << 32) | (c << 16) | d)

    def uniform_at(self, purpose: Purpose, entity: int, whole_counter: int) -> float:
        """A uniform draw whose counter is itself a 64-bit id."""
        return draws.uniform(self.seed, int(purpose), entity, whole_counter)

    def exponential(self, purpose: Purpose, entity: int, a: int = 0) -> float:
        return draws.exponential(self.seed, int(purpose), entity, counter(a))

    def exponential_at(self, purpose: Purpose, entity: int, whole_counter: int) -> float:
        """An Exp(1) draw whose counter is itself a 64-bit id."""
        return draws.exponential(self.seed, int(purpose), entity, whole_counter)

    def normal(self, purpose: Purpose, entity: int, a: int = 0, b: int = 0) -> float:
        return draws.normal(self.seed, int(purpose), entity, counter(a, b))

    def uniform_normal(self, purpose: Purpose, entity: int, a: int, b: int, c: int) -> float:
        """A standard normal draw with three counters."""
        return draws.normal(self.seed, int(purpose), entity, counter(a, b, c))

    def gumbel(self, purpose: Purpose, entity: int, a: int = 0, b: int = 0, c: int = 0) -> float:
        return draws.gumbel(self.seed, int(purpose), entity, counter(a, b, c))

    def tie_break(self, entity: int, forum: int, slot: int, visit: int) -> int:
        """The 64 bits that order the lodgements of one day."""
        return int(draws.key(self.seed, int(Purpose.TIE_BREAK), entity, counter(forum, slot, visit)))
