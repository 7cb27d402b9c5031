"""Decides how patterns 1, 2, 3 and 12 are asked: what people do with a grievance, and what lets it be settled."""

from __future__ import annotations

from typing import Final

from benchmarks.evidence.runs import Variant
from benchmarks.evidence.verdicts import Part, Pattern

NO_COST_OF_FACE: Final = Variant(changed={"claim.social_cost": 0.0})
AT_NO_COST: Final = Variant(
    changed={f"claim.{cost}": 0.0 for cost in ("social_cost", "fee", "wait", "distance", "threshold")}
)
"""A question in a survey costs nothing: no fee, no wait, no way to go, no face to lose."""

CHOICE: Final[tuple[Pattern, ...]] = (
    Pattern(
        number=1,
        claim="Most grievances are lumped or handled bilaterally; few reach officials, very few court.",
        parts=(
            Part(
                words="grievances that never come before an institution, the village committee included",
                figure="private",
                bound=0.5,
                percent=True,
                digits=1,
            ),
            Part(
                words="voiced disputes that reach a town office, petition office, court or outside (few: a third)",
                figure="officials",
                sense="below",
                bound=1 / 3,
                percent=True,
                digits=1,
            ),
            Part(
                words="voiced disputes that reach a court (very few: 5 %)",
                figure="reached_court",
                sense="below",
                bound=0.05,
                percent=True,
                digits=1,
            ),
        ),
        put_in="The constants of choice were set so that something of the sort comes out of a dry run.",
    ),
    Pattern(
        number=2,
        claim="Local solutions are judged better and escalation is socially costly, although trust is higher for "
        "higher levels.",
        parts=(
            Part(
                words="held a year: matters of the village heard in the village, less those heard above",
                figure="held_in_village",
                less="held_above",
                percent=True,
                digits=1,
            ),
            Part(
                words="attempts above home, without the social cost less with it, per 1,000 adult-years",
                figure="attempts_above",
                variant=NO_COST_OF_FACE,
                than=Variant(),
            ),
        ),
        put_in="Trust by level and the social cost of escalation are inputs; that the village settles better is not.",
    ),
    Pattern(
        number=3,
        claim="Stated willingness to sue or petition far exceeds action.",
        parts=(
            Part(
                words="disputes that sue or petition if going cost nothing (no fee, wait, way, face), over those that "
                "do (far: twice)",
                figure="sue_or_petition",
                variant=AT_NO_COST,
                than=Variant(),
                ratio=True,
                bound=2.0,
            ),
        ),
        put_in="No resident is asked; a society at no cost stands for the answer to a question that costs nothing.",
    ),
    Pattern(
        number=12,
        claim="Relationship and type, not only skill, drive settlement: ties up; strangers, land, requisition, cadre "
        "as opponent down; weak parties concede more.",
        parts=(
            Part(
                words="agreed freely: kin and neighbours, less people from elsewhere and organisations",
                figure="agreed_near",
                less="agreed_far",
                percent=True,
                digits=1,
            ),
            Part(
                words="agreed freely: land and requisition, less other types",
                figure="agreed_taking",
                less="agreed_other",
                sense="below",
                percent=True,
                digits=1,
            ),
            Part(
                words="agreed freely: collective or government as opponent, less persons and organisations",
                figure="agreed_public",
                less="agreed_persons",
                sense="below",
                percent=True,
                digits=1,
            ),
            Part(
                words="agreements signed under pressure: weak claimants (.2 below), less others",
                figure="pressed_weak",
                less="pressed_even",
                percent=True,
                digits=1,
            ),
        ),
        put_in="Tie, power and the gap of standing are terms of the settlement rule; skill is not modelled yet.",
    ),
)
