"""Decides how the page of the guards reads. What is run and kept: `guards`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from benchmarks.evidence import guards_sizes as sizes
from benchmarks.evidence.paired import Unit, shown
from docs.tables.markdown import markdown

Found = Mapping[str, Mapping[str, Mapping[str, Any]]]
Stale = Mapping[str, Mapping[str, Sequence[str]]]

PAGE_TEXT: Final = """\
# Guards against wiring the answer in

Written by `python -m benchmarks.evidence.guards`; what was found stands in [guards.json](guards.json). **Uncalibrated.** Every registered system goes through every guard; the outcomes are true ones: *true resolution*, *hidden* (lumped, suppressed or still open; both in points of voiced disputes) and *spill* (per 1,000 adult-years). An outcome that a system moves directly, one lever step away, is in brackets: it is never its proof.

{fresh}

## Placebo

Levers touched at the value that they have anyway, everywhere and from the first day, and the system at dose 0: neither may change a byte of the history. The full dose must, or nothing was shown.

{placebo}

## Neutral world

`benchmarks/evidence/neutral.toml`: flat local knowledge and power, no gate penalty, honest books, no contagion, time that costs nothing; skill does not tell, and fatigue, departments and trust that moves are off; all within the ranges of the schema. There every true effect must be 0: its whole 95 % interval, over {neutral_seeds} paired seeds, within ±{margin_share} points (spill ±{margin_spill}). *Not told* is no pass. The rule can fail: the same systems in the town of the library, second table. Flat power is had from disputes that the lowest forum may settle, since the factor where power is lacking (`settle.lacking`) has a range that ends at 0.1, far from 1.

{neutral}

In the town of the library, by the same rule:

{library}

## Signs over the prior

{sets} parameter sets drawn from the ranges of the schema before any calibration (keyed draws; on the logarithm where a range spans a factor of ten or more), {set_seeds} paired seeds each; {refused} draws more were refused by the schema, and in {runaway} of the sets grievances made grievances without end under some system, so that there is nothing to compare. A set *tells* a sign where all of its seeds agree on it, which luck alone does in {chance:.1f} sets on either side. *Helps* and *harms* are by the better side of the outcome. Held at their defaults: {held}; clocks of the law in force.

{prior}

{able}

## Knock-outs

The systems without one mechanism each: a process that is on, switched off, or a gradient laid flat; {knock_seeds} paired seeds. `+` or `-`: the interval leaves out 0; `?`: it does not; `0`: no seed changed. In each cell true resolution, hidden, spill. One in twenty signs would be told by chance.

{knock_out}

Words of confidence, by how many structures (rows above) and how many parameter sets (prior) share the sign of the mean effect; seeds alone earn none:

{words}

A process that is off in the scenario is not knocked out, and numbers that only it reads change nothing when drawn. What the guards cannot see: a rule whose *form* leaves one sign only, whatever its numbers. Each rule tells its sign and source in [the model](../model.md).
"""  # noqa: E501 - a paragraph of a page is one line

SHARES: Final = Unit(words="", scale=100.0, digits=2)
RATE: Final = Unit(words="", scale=1.0, digits=3)
UNITS: Final = {"true_resolution": SHARES, "hidden": SHARES, "spill": RATE}
WORDS: Final = {"true_resolution": "true resolution", "hidden": "hidden", "spill": "spill"}


def page(found: Found, stale: Stale) -> str:
    """Return the page; `stale` names by guard and system what of a fingerprint has changed since."""
    from sim.guards.neutral import MARGIN
    from sim.guards.prior import HELD, HELD_SECTIONS

    prior = found.get("prior", {})
    return PAGE_TEXT.format(
        fresh=_fresh(stale),
        placebo=_placebo(found.get("placebo", {})),
        neutral=_neutral(found.get("neutral", {})),
        library=_neutral(found.get("library", {})),
        neutral_seeds=sizes.NEUTRAL_SEEDS,
        margin_share=f"{100.0 * MARGIN['true_resolution']:g}",
        margin_spill=f"{MARGIN['spill']:g}",
        sets=sizes.SETS,
        set_seeds=sizes.SET_SEEDS,
        chance=sizes.SETS * 0.5**sizes.SET_SEEDS,
        refused=next((row["found"]["refused"] for row in prior.values()), "–"),
        held=", ".join(f"`{name}`" for name in (*HELD_SECTIONS, *HELD)),
        runaway=next((row["found"].get("runaway", "–") for row in prior.values()), "–"),
        prior=_prior(prior),
        able=_able(prior),
        knock_seeds=sizes.KNOCK_SEEDS,
        knock_out=_knock_out(found.get("knock_out", {})),
        words=_words(found),
    )


def _fresh(stale: Stale) -> str:
    by: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for guard, systems in stale.items():
        for system, parts in systems.items():
            if parts:
                by.setdefault((guard.replace("_", " "), tuple(parts)), []).append(f"`{system}`")
    if not by:
        return "Fresh: scenario, system and version of the model are those that were run."
    lines = [f"- *{guard}*, {', '.join(parts)}: {', '.join(systems)}" for (guard, parts), systems in by.items()]
    listed = "\n".join(lines)
    return f"**Stale.** Found with another version of what is named, or still to come:\n\n{listed}"


def _placebo(rows: Mapping[str, Mapping[str, Any]]) -> str:
    cells = []
    for system, row in rows.items():
        one = row["found"]
        same = one["baseline"] == one["placebo"]
        cells.append(
            [
                f"`{system}`",
                "the same" if same else "**another history**",
                "the same" if one["baseline"] == one["no_dose"] else "**another history**",
                "another history" if one["full_dose"] != one["baseline"] else "**the same**",
            ]
        )
    return markdown(["system", "levers at their defaults", "dose 0", "full dose"], cells)


def _neutral(rows: Mapping[str, Mapping[str, Any]]) -> str:
    cells = []
    for system, row in rows.items():
        by = {one["outcome"]: one for one in row["found"]}
        worst = {one["verdict"] for one in row["found"]}
        verdict = "**not 0**" if "not zero" in worst else "not told" if "not told" in worst else "0"
        shown_effects = [shown(_interval(by[name]["effect"]), UNITS[name]) for name in UNITS]
        cells.append([f"`{system}`", *shown_effects, verdict])
    return markdown(["system", *WORDS.values(), "verdict"], cells)


def _prior(rows: Mapping[str, Mapping[str, Any]]) -> str:
    cells = []
    for system, row in rows.items():
        for one in row["found"]["outcomes"]:
            helps, harms = _sides(one)
            sets = one["up"] + one["down"] + one["untold"]
            unit = UNITS[one["outcome"]]
            means = (
                f"{unit.scale * one['median']:+.2f} ({unit.scale * one['low']:+.2f} to {unit.scale * one['high']:+.2f})"
            )
            cells.append(
                [
                    f"`{system}`",
                    _named(system, one["outcome"]),
                    f"{100 * helps / sets:.0f} %",
                    f"{100 * harms / sets:.0f} %",
                    f"{100 * one['untold'] / sets:.0f} %",
                    means,
                    _open(one["sign"]),
                ]
            )
    head = ["system", "outcome", "helps", "harms", "not told", "median of the sets (5 to 95 %)", "sign over the prior"]
    return markdown(head, cells)


def _able(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """Say by name whose headline sign is certain over the prior, and who was not seen to help or to harm."""
    lines = []
    for system, row in rows.items():
        heads = [one for one in row["found"]["outcomes"] if one["outcome"] not in _direct(system)]
        certain = [WORDS[one["outcome"]] for one in heads if one["sign"] in {"up", "down"}]
        helps, harms = (any(_beyond(one, side) for one in heads) for side in ("helps", "harms"))
        able = {
            (True, True): "seen to help and to harm",
            (True, False): "**seen to help only**",
            (False, True): "**seen to harm only**",
            (False, False): "**seen neither to help nor to harm**",
        }[helps, harms]
        said = f"; one sign alone is told beyond luck for {', '.join(certain)}" if certain else ""
        lines.append(f"- `{system}`: {able} within the prior{said}.")
    return "\n".join(lines)


def _knock_out(rows: Mapping[str, Mapping[str, Any]]) -> str:
    from sim.guards.knock_out import sign

    names = list(dict.fromkeys(one["mechanism"] for row in rows.values() for one in row["found"]))
    cells = []
    for name in names:
        line = [f"*{name}*" if name == "nothing" else name.replace("_", " ").strip()]
        for row in rows.values():
            one = next((one for one in row["found"] if one["mechanism"] == name), None)
            line.append(" ".join(sign(_interval(one["effects"][o])) for o in UNITS) if one else "–")
        cells.append(line)
    return markdown(["without", *(f"`{system}`" for system in rows)], cells)


def _words(found: Found) -> str:
    from sim.analysis.uncertainty import confidence

    knocked, prior = found.get("knock_out", {}), found.get("prior", {})
    cells = []
    for system in knocked:
        for name in UNITS:
            means = [one["effects"][name]["mean"] for one in knocked[system]["found"]]
            over = prior[system]["found"]["outcomes"] if system in prior else ()
            word = next((one["word"] for one in over if one["outcome"] == name), "–")
            median = sorted(means)[len(means) // 2]
            unit = UNITS[name]
            cells.append([f"`{system}`", _named(system, name), f"{unit.scale * median:+.2f}", confidence(means), word])
    return markdown(["system", "outcome", "median over structures", "over structures", "over the prior"], cells)


def _sides(one: Mapping[str, Any]) -> tuple[int, int]:
    up, down = int(one["up"]), int(one["down"])
    return (up, down) if one["outcome"] == "true_resolution" else (down, up)


def _beyond(one: Mapping[str, Any], side: str) -> bool:
    up_is_good = one["outcome"] == "true_resolution"
    wanted = "up" if (side == "helps") == up_is_good else "down"
    return one["sign"] in {"open", wanted}


def _open(sign: str) -> str:
    told = {"open": "open: both are told", "none": "none is told"}
    return told.get(sign, f"**only {sign} is told**")


def _direct(system: str) -> Sequence[str]:
    from sim.policies.registry import system_named

    direct: Sequence[str] = system_named(system).facts.direct
    return direct


def _named(system: str, outcome: str) -> str:
    return f"({WORDS[outcome]})" if outcome in _direct(system) else WORDS[outcome]


def _interval(told: Mapping[str, Any]) -> Any:
    from sim.analysis import Interval

    plain: dict[str, Any] = {key: float("nan") if value is None else value for key, value in told.items()}
    return Interval(**plain)
