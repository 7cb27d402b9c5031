"""Many runs: plans, worker processes, burn-in, comparison of arms, re-runs that watch. What a number means: `analysis`.

Light to import: kernels come in when something is run.
"""

from __future__ import annotations

from sim.studies.career import Birth, Career, Option, Step
from sim.studies.comparison import compare
from sim.studies.folder import free_name
from sim.studies.illustrate import careers, kept_careers, pick_quarrel
from sim.studies.part import Difference, first_difference
from sim.studies.plan import Plan, make_plan
from sim.studies.runs import only_run, results_of, runs_of
from sim.studies.single import run
from sim.studies.watch import Watch

__all__ = [
    "Birth",
    "Career",
    "careers",
    "compare",
    "Difference",
    "first_difference",
    "free_name",
    "kept_careers",
    "make_plan",
    "only_run",
    "Option",
    "pick_quarrel",
    "Plan",
    "results_of",
    "run",
    "runs_of",
    "Step",
    "Watch",
]
