"""Runs every golden run and stores its digest: `python -m tests.golden.renew`. When to do so: README.md."""

from __future__ import annotations

from tests.golden.runs import RUNS, told_by, write

if __name__ == "__main__":
    write({name: told_by(name) for name in RUNS})
