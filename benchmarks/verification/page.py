"""Writes the page of checks against theory: claim, formula, source, size, power, what was seen, weight, verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sim.names import MODEL_VERSION
from sim.verification import Check, Verified

_HEAD: Final = """# Checks against theory

Parts of the model whose answer is known without it, and whether they give it. Written by
`.venv/bin/python -m benchmarks.verification` at slow sizes (the tests look at smaller ones; `fengqiao verify` too).

*Weight* is log10 of the odds for the claim against a stated alternative: from 1 on it holds, from −1 down it fails, 300
stands for an exact comparison ([how](../../sim/verification/weigh.py)). Every check has a planted fault that makes it
fail (`tests/theory/faults`). Seen stands beside expected for the weakest part. All luck is keyed, so that whoever
repeats a look sees the same.
"""

_VERDICTS: Final = {"holds": "holds", "fails": "**FAILS**", "undecided": "**undecided**", "skipped": "skipped"}


def told(done: Verified, seconds: float) -> dict[str, Any]:
    """What is kept of a verdict: plain numbers."""
    found: dict[str, Any] = {"model": MODEL_VERSION, "verdict": done.verdict, "seconds": round(seconds, 1)}
    if done.looked is None:
        return found | {"missing": list(done.missing)}
    parts = [
        {
            "what": part.what,
            "seen": float(f"{part.seen:.6g}"),
            "expected": float(f"{part.expected:.6g}"),
            "unit": part.unit,
            "weight": round(part.weight, 2),
        }
        for part in sorted(done.looked.parts, key=lambda part: part.weight)
    ]
    return found | {"size": done.looked.size, "weight": round(done.looked.weight, 2), "parts": parts}


def written(every: tuple[Check, ...], kept: dict[str, Any], plots: Path) -> str:
    """The page: one table over all checks, then each with what it saw and its picture."""
    lines = [_HEAD, _tally(every, kept), "| check | verdict | weight | size | seconds |", "|---|---|---:|---:|---:|"]
    for check in every:
        found = kept.get(check.name)
        if found is None:
            lines.append(f"| [{check.name}](#{_anchor(check.name)}) | not looked at yet | | | |")
        else:
            size = f"{found['size']:,} {check.size_of}" if "size" in found else ""
            weight = f"{found['weight']:g}" if "weight" in found else ""
            verdict = _VERDICTS[found["verdict"]]
            lines.append(
                f"| [{check.name}](#{_anchor(check.name)}) | {verdict} | {weight} | {size} | {found['seconds']:g} |"
            )
    for check in every:
        lines += ["", *_one(check, kept.get(check.name), plots / f"{check.name}.svg")]
    return "\n".join(lines).rstrip() + "\n"


def _tally(every: tuple[Check, ...], kept: dict[str, Any]) -> str:
    verdicts = [kept[check.name]["verdict"] for check in every if check.name in kept]
    counted = ", ".join(f"{verdicts.count(v)} {v}" for v in _VERDICTS if v in verdicts)
    return f"{len(every)} checks: {counted or 'none looked at yet'}.\n"


def _anchor(name: str) -> str:
    return name.replace(".", "")


def _one(check: Check, found: dict[str, Any] | None, plot: Path) -> list[str]:
    lines = [f"## {check.name}", "", f"{check.claim} {check.claim_zh}", ""]
    lines += [f"- Formula: {check.formula}", f"- Source: {check.source}", f"- Power: {check.power}"]
    if found is None:
        return lines
    if "missing" in found:
        return [*lines, f"- Skipped for want of {', '.join(found['missing'])}."]
    lines += ["", "| what | seen | expected | unit | weight |", "|---|---:|---:|---|---:|"]
    for part in found["parts"][:12]:
        lines.append(
            f"| {part['what']} | {part['seen']:.5g} | {part['expected']:.5g} | {part['unit']} | {part['weight']:g} |"
        )
    if len(found["parts"]) > 12:
        lines.append(f"\nand {len(found['parts']) - 12} parts of greater weight.")
    if plot.is_file():
        lines += ["", f"![{check.name}]({plot.parent.name}/{plot.name})"]
    return lines
