"""Decides how patterns 4, 5 and 6 are asked: the volume of mediation over eras, and what its books say."""

from __future__ import annotations

from typing import Final

from benchmarks.evidence.runs import Variant
from benchmarks.evidence.verdicts import Part, Pattern

Y1981, Y2003, Y2022 = (Variant(scenario=f"scenarios/eras/{year}.toml") for year in (1981, 2003, 2022))
GROWN: Final = Variant(
    scenario=Y2022.scenario, changed={"incidence.lambda_person": 28.8, "incidence.lambda_government": 11.2}
)
"""2022 with 1.6 times as many disputes as 2003; the project's range of the growth is 1 to 2.5."""

TERMS: Final = Variant(changed={"processes.performance": True, "processes.prefiling": False})
_BOTH: Final = {"processes.performance": True, "processes.prefiling": True}
BEFORE_FILING: Final = Variant(changed=_BOTH)
OFFERED_OFTEN: Final = Variant(changed={**_BOTH, "prefiling.offer": 0.45})
OFFERED_SELDOM: Final = Variant(changed={**_BOTH, "prefiling.offer": 0.30})

BOOKS: Final[tuple[Pattern, ...]] = (
    Pattern(
        number=4,
        claim="The volume of people's mediation is U-shaped over decades while mediators fall: workload rises; part of "
        "the rise is counting.",
        parts=(
            Part(
                words="mediation cases per 1,000 adults, 2003 less 1981",
                figure="mediated",
                variant=Y2003,
                than=Y1981,
                sense="below",
            ),
            Part(
                words="mediation cases per 1,000 adults, 2022 less 2003, disputes as they were",
                figure="mediated",
                variant=Y2022,
                than=Y2003,
            ),
            Part(
                words="the same with 1.6 times the disputes in 2022",
                figure="mediated",
                variant=GROWN,
                than=Y2003,
            ),
            Part(
                words="cases per full-time year of committees' hours, 2022 over 2003",
                figure="cases_per_mediator",
                variant=Y2022,
                than=Y2003,
                ratio=True,
                bound=1.0,
            ),
            Part(
                words="entries in the books less cases, per 1,000 adults, 2022",
                figure="mediated_booked.booked",
                variant=Y2022,
                less="mediated_booked.true",
            ),
        ),
        put_in="Hands, habits and padding of each era are inputs (scenarios/eras); volume and workload are not. The "
        "part with 1.6 puts the growth of disputes in, and that padded books hold more than cases is no finding.",
    ),
    Pattern(
        number=5,
        claim="Reported success is near 100 % and flat over time and place; independent measures vary at 58–74 %.",
        parts=(
            Part(
                words="booked as settled by people's mediation (near 100 %: above 90 %)",
                figure="mediation_booked",
                bound=0.9,
                percent=True,
                digits=1,
            ),
            Part(
                words="how far places lie apart (standard deviation): as booked, less as it held",
                figure="booked_apart",
                less="held_apart",
                sense="below",
                percent=True,
                digits=1,
            ),
            Part(
                words="change over four decades as booked, 2022 less 1981 (flat: within 3 points)",
                figure="mediation_booked",
                variant=Y2022,
                than=Y1981,
                sense="inside",
                bound=-0.03,
                top=0.03,
                percent=True,
                digits=1,
            ),
            Part(
                words="settled, as a survey finds a year later",
                figure="survey",
                sense="inside",
                bound=0.58,
                top=0.74,
                percent=True,
                digits=1,
            ),
        ),
        put_in="The share of failures booked as settled is an input, so near 100 % is; that the books hide how places "
        "differ is not.",
    ),
    Pattern(
        number=6,
        claim="More paper settlements, more mediated cases in enforcement.",
        parts=(
            Part(
                words="agreements signed per 1,000 adult-years, with mediation before filing less without, terms to be "
                "performed in both",
                figure="signed",
                variant=BEFORE_FILING,
                than=TERMS,
            ),
            Part(
                words="agreements brought to enforcement per 1,000 adult-years, the same pair",
                figure="signed_in_enforcement",
                variant=BEFORE_FILING,
                than=TERMS,
                digits=3,
            ),
            Part(
                words="the same, suits offered mediation as often as the range allows less as seldom (.45, .30)",
                figure="signed_in_enforcement",
                variant=OFFERED_OFTEN,
                than=OFFERED_SELDOM,
                digits=3,
            ),
        ),
        put_in="Only what a court has confirmed can be enforced, so that without mediation before filing no agreement "
        "is: the first pair shows that rule. The last part, within the range of one number, does not rest on it.",
    ),
)
