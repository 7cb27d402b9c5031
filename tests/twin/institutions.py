"""The principals: what each has seen, and how each answers the appraisal at a review. The formulas are rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import mesa

from sim.names import Event, Phase
from tests.twin import rulebook as rules
from tests.twin import surges

if TYPE_CHECKING:
    from tests.twin.model import TwinModel
    from tests.twin.people import Place


@dataclass
class Block:
    """What a principal saw in one review period."""

    cases: int = 0
    unsettled: int = 0
    up: int = 0


class Principal(mesa.Agent):
    """Who answers for a place: sees truly what was not settled and what went up, and chooses m, s and e."""

    def __init__(self, model: TwinModel, place: Place) -> None:
        super().__init__(model)
        self.place = place
        self.blocks = [Block()]
        self.misreporting = 0.0
        self.suppression = 0.0
        self.effort = 0.0
        self.known = (0.0, 0.0)
        self.pressure = 0.0
        self.emergency = False

    def see_case(self, *, settled: bool) -> None:
        self.blocks[-1].cases += 1
        if not settled:
            self.blocks[-1].unsettled += 1

    def see_passed_upward(self) -> None:
        self.blocks[-1].up += 1

    def window(self) -> Block:
        """The current block and those before it that are still looked back on."""
        recent = self.blocks[-self.model.p.appraisal_window_blocks :]
        return Block(sum(b.cases for b in recent), sum(b.unsettled for b in recent), sum(b.up for b in recent))

    def answer(self, unsettled: float, up: float) -> None:
        """Choose misreporting, suppression and effort for these shares under today's levers."""
        p, levers, row = self.model.p, self.model.levers, self.place.index
        self.known = (unsettled, up)
        if not p.on_appraisal:
            self.misreporting, self.suppression, self.effort = 0.0, 0.0, p.settle_effort_reference
            return
        w_u, w_z = surges.weights(self)
        audit, exposure = float(levers["audit"][row]), float(levers["exposure"][row])
        m = rules.misreport(w_u, unsettled, audit, p.appraisal_audit_penalty, p.appraisal_misreport_cost)
        s = rules.suppress(w_z, unsettled, up, exposure, p.appraisal_exposure_penalty, p.appraisal_suppress_cost)
        m = m if p.on_misreporting else 0.0
        s = s if p.on_interception else 0.0
        hours = rules.hours_left(p.appraisal_paper, p.appraisal_suppress_hours, s)
        self.misreporting, self.suppression = m, s
        self.effort = rules.effort(
            p.settle_effort_gain, p.appraisal_public_spirit, w_u * (1.0 - m), w_z * up * (1.0 - s),
            p.appraisal_effort_cost, hours,
        )  # fmt: skip


@dataclass
class LevelSum:
    """Sums over the places of one rank."""

    total: Block = field(default_factory=Block)

    def add(self, seen: Block) -> None:
        self.total.cases += seen.cases
        self.total.unsettled += seen.unsettled
        self.total.up += seen.up


def review(model: TwinModel) -> None:
    """Every place with a forum looks at its last blocks, drawn towards its level's mean, and answers anew."""
    p = model.p
    levels: dict[int, LevelSum] = {}
    for principal in model.reviewed:
        levels.setdefault(principal.place.level, LevelSum()).add(principal.window())
    for principal in model.reviewed:
        level = levels[principal.place.level].total
        mean_u = level.unsettled / level.cases if level.cases else p.appraisal_start_u
        mean_z = min(1.0, level.up / level.unsettled) if level.unsettled else p.appraisal_start_z
        seen, weight = principal.window(), p.appraisal_prior_weight
        unsettled = rules.shrink(seen.unsettled, seen.cases, mean_u, weight)
        up = min(1.0, rules.shrink(seen.up, seen.unsettled, mean_z, weight))
        principal.answer(unsettled, up)
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.REVIEW, principal.place.key,
            x=principal.misreporting, y=principal.suppression, z=principal.effort,
        )  # fmt: skip
    for principal in model.principals:
        principal.blocks.append(Block())
