"""Pictures of results: each is plain data first, then a thin drawing. Only here is matplotlib known."""

from __future__ import annotations

from sim.figures.gallery import draw_comparison, draw_run

__all__ = ["draw_comparison", "draw_run"]
