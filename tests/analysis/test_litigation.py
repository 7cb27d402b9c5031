"""The figures of the legal chain in a real run: shares of what fell due, and of judgments."""

from __future__ import annotations

import numpy as np
import pytest

from sim.analysis.litigation import litigation
from sim.names import Forum, Terms, Way
from tests.analysis.small_runs import taken


def test_terms_that_fell_due_are_kept_enforced_or_broken() -> None:
    """The three sum to 1; what is not due yet is in none of them."""
    found = litigation(taken())
    assert found.kept + found.enforced + found.broken == pytest.approx(1.0)
    assert found.kept > found.broken


def test_judgments_are_those_of_the_year_and_appeals_their_rest() -> None:
    """Counted again, one by one: suits decided, of which appealed, of which changed."""
    cases, days = taken().cases, taken().manifest.cohort
    judged = appealed = changed = 0
    for opened, forum, way, appeal in zip(cases.opened, cases.forum, cases.way, cases.appeal, strict=True):
        if 0 <= opened < days and forum == Forum.COURT and way in (Way.GRANTED, Way.REJECTED):
            judged += 1
            appealed += appeal > 0
            changed += appeal > 4
    found = litigation(taken())
    assert found.judgments == judged > 0
    assert found.no_appeal == pytest.approx(1 - appealed / judged)
    if appealed:
        assert found.changed == pytest.approx(changed / appealed)


def test_only_closed_cases_have_terms() -> None:
    """A case still in line has promised nothing."""
    cases = taken().cases
    assert (cases.closed[cases.terms > Terms.NONE] >= -taken().manifest.burn_in).all()
    assert np.isin(cases.way[cases.terms > Terms.NONE], (Way.CONSENT, Way.GRANTED, Way.REJECTED)).all()
