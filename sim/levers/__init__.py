"""What policies may move: declared levers, patches on them, and the book that says each lever's value on each day.

Processes read the arrays of `LeverBook.values` and know of no policy. Nothing here runs a process or knows a system by
name; `Seen` is what a dynamic policy may see, declared here and filled by the engine from the reported ledger only.
"""

from __future__ import annotations

from sim.levers.book import LeverBook
from sim.levers.declare import LEVERS, Lever, lever_named
from sim.levers.mover import Mover
from sim.levers.patch import Patch
from sim.levers.public import PublicFacts, public_facts
from sim.levers.seen import Seen

__all__ = ["Lever", "lever_named", "LeverBook", "LEVERS", "Mover", "Patch", "public_facts", "PublicFacts", "Seen"]
