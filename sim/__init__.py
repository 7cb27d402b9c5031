"""Fengqiao."""
