"""Which machine a figure is from: processor, cores, memory, system and versions. No name, no path, no address."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """Return the machine in one line, the same for everybody who has one like it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    versions = ", ".join(f"{name} {version(name)}" for name in ("numba", "numpy", "mesa"))
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {versions}"
    return f"{processor()}, {cores} cores, {_memory()}, {system}"


def state() -> str:
    """Return the day and how busy the machine is: a figure taken beside other work is slower than it need be."""
    busy = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return f"{datetime.now(UTC):%Y-%m-%d}, load average at the start {busy}"


def peak_mb() -> float:
    """Return the largest resident memory of this process so far, MB; nan where the system does not say."""
    try:
        words = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").split()
        return int(words[words.index("VmHWM:") + 1]) * 1024 / 1e6
    except (OSError, ValueError):
        pass
    try:
        import resource
    except ImportError:
        return float("nan")
    unit = 1 if platform.system() == "Darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def processor() -> str:
    """Return what the processor calls itself, with its speed where the name leaves it out."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    known = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    name = known.get("model name") or platform.processor() or platform.machine()
    speed = known.get("cpu MHz")
    return f"{name} ({float(speed) / 1000:.1f} GHz)" if speed and "Hz" not in name else name


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (AttributeError, ValueError, OSError):
        return "memory unknown"
