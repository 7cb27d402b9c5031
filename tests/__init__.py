"""Tests are a package by name alone: a library of ours installs another `tests` beside it."""
