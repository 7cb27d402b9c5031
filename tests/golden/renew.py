"""Runs every golden run and stores its digest: `python -m tests.golden.renew [scenario]`. When to do so: README.md."""

from __future__ import annotations

import sys

from tests.golden.runs import RUNS, keep_scenario, told_by, write

if __name__ == "__main__":
    if sys.argv[1:] == ["scenario"]:
        keep_scenario()
    write({name: told_by(name) for name in RUNS})
