"""A new process that loads a checkpoint, goes on and prints the digest: `-m tests.engine.resume FILE TICKS ARM`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sim.engine.run import Run
from sim.policies import parse_arm
from tests.engine.societies import society


def main(path: str, ticks: str, arm: str) -> None:
    """Print {tick, digest} of the resumed run."""
    run = Run.load(Path(path), *society(5), parse_arm(arm).policies)
    run.advance(int(ticks))
    sys.stdout.write(json.dumps({"tick": run.tick, "digest": run.digest}))


if __name__ == "__main__":
    main(*sys.argv[1:])
