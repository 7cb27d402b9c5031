"""`fengqiao verify`: the parts of the model with a known answer, asked for it here. Exit code 1 unless all hold.

What is checked, and how odds become a verdict, is `sim.verification`'s affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from sim.cli.console import note, out, print_json
from sim.cli.language import say
from sim.cli.options import json_option, option
from sim.cli.progress import Meter
from sim.cli.verify_table import INSTALL, VERDICTS, show_verified
from sim.errors import BadInput, complain

if TYPE_CHECKING:
    from sim.verification import Check, Verified


def verify(
    slow: Annotated[bool, option("--slow", key="help.slow", metavar="")] = False,
    room: Annotated[list[str] | None, option("--room", key="help.room", metavar="ROOM")] = None,
    json: Annotated[bool, json_option()] = False,
) -> int:
    """Carry every check to its verdict and tell; exit code 1 where one fails or stays undecided."""
    chosen = _chosen(room or [])
    found = _verified(chosen, slow=slow)
    if json:
        print_json(document(found, slow=slow))
    else:
        show_verified(out(), found)
    return 1 if any(one.verdict in {"fails", "undecided"} for one in found) else 0


def document(found: list[Verified], *, slow: bool) -> dict[str, Any]:
    """Return what is shown as plain data, with every part of the last look of each check."""
    return {
        "slow": slow,
        "counts": {verdict: sum(one.verdict == verdict for one in found) for verdict in VERDICTS},
        "install": INSTALL if any(one.missing for one in found) else None,
        "checks": [_told(one) for one in found],
    }


def _told(one: Verified) -> dict[str, Any]:
    check, looked = one.check, one.looked
    return {
        "name": check.name,
        "room": check.room,
        "claim": {"zh": check.claim_zh, "en": check.claim},
        "formula": check.formula,
        "source": check.source,
        "power": check.power,
        "verdict": one.verdict,
        "missing": list(one.missing),
        "size": looked.size if looked else None,
        "size_of": check.size_of,
        "log10_odds": looked.weight if looked else None,
        "parts": [
            {
                "what": part.what,
                "seen": part.seen,
                "expected": part.expected,
                "unit": part.unit,
                "log10_odds": part.weight,
            }
            for part in (looked.parts if looked else ())
        ],
    }


def _chosen(rooms: list[str]) -> list[Check]:
    from sim.verification import checks

    every = checks()
    known = sorted({check.room for check in every})
    for room in rooms:
        if room not in known:
            rule = f"room must be one of {', '.join(known)}"
            raise BadInput(complain("--room", rule, repr(room), "Leave --room out to verify all of them"))
    return [check for check in every if not rooms or check.room in rooms]


def _verified(chosen: list[Check], *, slow: bool) -> list[Verified]:
    import sim.verification
    from sim.studies.warm import warm

    warm(lambda: note(say("progress.compiling")))
    found = []
    with Meter(patience=0.0) as meter:
        for done, check in enumerate(chosen):
            meter.show(check.name, done, len(chosen))
            found.append(sim.verification.verify(check, slow=slow))
    return found
