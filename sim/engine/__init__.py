"""The engine: columns, lines, a calendar of due disputes, and the day.

Cost follows due disputes, never residents or backlog. Data enters as a scenario, a world and levers; what leaves is the
state's columns, read by `records`. The written contract of a day is `docs/day.md`; the readable twin in the tests
implements the same page.
"""
