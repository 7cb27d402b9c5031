"""`python -m benchmarks.evidence.digests [CONDITION …]`: digests of library runs, into docs/evidence/digests.md.

Each condition is a process of its own with kernels of its own: compiled, not compiled, with every index checked, and
with the newer instructions of the processor masked, as `.ci/run` masks them. What is found is added to
docs/evidence/digests.json, one entry a platform, and the page is written from all entries of this version of the model.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from typing import Any, Final

from benchmarks.evidence.platforms import added, platform_page, this_platform
from benchmarks.evidence.runs import KEPT, ROOT, say

DATA: Final = ROOT / "docs" / "evidence" / "digests.json"
PAGE: Final = DATA.with_suffix(".md")

_ALL: Final = "keep_in_village+petition_quota+resource_sinking"
RUNS: Final[dict[str, tuple[str, str, int, int]]] = {
    "classroom, baseline, 1,460 days, seed 1": ("classroom", "baseline", 1, 1460),
    "classroom, three policies, 1,460 days, seed 2": ("classroom", _ALL, 2, 1460),
    "fengqiao_town, three policies from the first day, 240 days, seed 1": ("fengqiao_town", _ALL, 1, 240),
}
"""Library runs: (scenario, arm, seed, days). Short enough for a machine without compiled kernels."""

_NO_NEW_INSTRUCTIONS: Final = "glibc.cpu.hwcaps=-AVX,-AVX2,-FMA,-FMA4,-AVX512F,-AVX512CD,-AVX512BW,-AVX512DQ,-AVX512VL"
CONDITIONS: Final[dict[str, dict[str, str]]] = {
    "compiled": {},
    "JIT off": {"NUMBA_DISABLE_JIT": "1"},
    "every index checked": {"NUMBA_BOUNDSCHECK": "1"},
    "masked processor": {
        "GLIBC_TUNABLES": _NO_NEW_INSTRUCTIONS,
        "NUMBA_CPU_NAME": "generic",
        "NUMBA_CPU_FEATURES": "",
        "NPY_DISABLE_CPU_FEATURES": "",  # filled with what this NumPy can do without
    },
}
"""Name: what is set in the environment of the process."""


def main(*conditions: str) -> None:
    """Run the conditions that are asked for, all by default, add what is found to the data, and write the page."""
    from sim.names import MODEL_VERSION

    found = {}
    for name in conditions or CONDITIONS:
        say(name)
        found[name] = _in_a_process(name)
    about = {"model_version": MODEL_VERSION, "scenarios": _fingerprints()}
    entry = {"platform": this_platform(), "about": about, "digests": found}
    entries = added(json.loads(DATA.read_text("utf-8")) if DATA.is_file() else [], entry)
    DATA.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(platform_page(entries), encoding="utf-8")
    say(str(PAGE.relative_to(ROOT)))


def _fingerprints() -> dict[str, str]:
    from sim.scenario import load_scenario

    return {society: load_scenario(society).fingerprint for society, *_ in RUNS.values()}


def digests() -> dict[str, str]:
    """Return the digest of each of `RUNS` in this process."""
    from sim.engine.run import Run
    from sim.policies import parse_arm
    from sim.scenario import load_scenario
    from sim.world import build_world

    found = {}
    for name, (society, arm, seed, days) in RUNS.items():
        scenario = load_scenario(society)
        burn_in = 0 if days < 365 else None
        run = Run(scenario, build_world(scenario), parse_arm(arm).policies, seed=seed, burn_in=burn_in)
        run.advance(days)
        found[name] = run.digest
    return found


def environment(name: str) -> dict[str, str]:
    """Return the environment of a condition's process."""
    told = dict(CONDITIONS[name])
    if "NPY_DISABLE_CPU_FEATURES" in told:
        told["NPY_DISABLE_CPU_FEATURES"] = " ".join(_dispatched())
    place = KEPT / "kernels" / name.replace(" ", "-")
    return {**os.environ, **told, "FENGQIAO_CACHE_DIR": str(place)}


def _dispatched() -> list[str]:
    told: Any = importlib.import_module("numpy._core._multiarray_umath")
    return [feature for feature in told.__cpu_dispatch__ if told.__cpu_features__.get(feature)]


def _in_a_process(name: str) -> Any:
    command = [sys.executable, "-m", "benchmarks.evidence.digests", "here"]
    done = subprocess.run(command, cwd=ROOT, env=environment(name), capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout)


if __name__ == "__main__":
    if sys.argv[1:] == ["here"]:
        print(json.dumps(digests()))
    else:
        main(*sys.argv[1:])
