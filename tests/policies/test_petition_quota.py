"""`petition_quota`: raises the weight on cases passed upward; exposure of abuse takes the suppression out."""

from __future__ import annotations

import pytest

from sim.levers import LEVERS
from sim.policies import parse_arm
from tests.levers.tiny import scenario
from tests.policies.every import book_on, changed, enacted


def answer(text: str) -> tuple[float, float]:
    """The principal's suppression and effort under a policy, by the closed form of `definitions` 6 in plain Python."""
    values = {lever.name: book_on(0, enacted(text)).values[lever.name] for lever in LEVERS}
    a = scenario().appraisal
    w_u, w_z, exposure = (float(values[name][2]) for name in ("appraisal_w_u", "appraisal_w_z", "exposure"))
    u, z = a.start_u, a.start_z
    s = min(1.0, max(0.0, (w_z * u * z - exposure * a.exposure_penalty) / a.suppress_cost))
    m = min(1.0, max(0.0, (w_u * u - float(values["audit"][2]) * a.audit_penalty) / a.misreport_cost))
    gain = scenario().settle.effort_gain
    e = gain * (a.public_spirit + w_u * (1 - m) + w_z * z * (1 - s)) / a.effort_cost
    return s, min(e, 1.0 - a.paper - a.suppress_hours * s)


def test_it_raises_the_one_weight_only() -> None:
    """`definitions` 6: the quota raises w_z only; audit and misreporting are another policy's."""
    book = book_on(0, enacted("petition_quota"))
    assert list(changed(book)) == ["appraisal_w_z"]
    assert book.values["appraisal_w_z"][2] == pytest.approx(2.0)


def test_the_dose_scales_both_weight_and_exposure() -> None:
    """A quota at half strength with its counterweight at full would be another policy."""
    values = book_on(0, enacted("petition_quota(exposure=0.3)", dose=0.5)).values
    assert values["appraisal_w_z"][2] == pytest.approx(0.5 + 0.75)
    assert values["exposure"][2] == pytest.approx(0.05 + 0.15)


def test_it_can_harm_and_with_exposure_it_can_help() -> None:
    """No winner and no loser by construction: the same quota suppresses, or works harder, by who can look."""
    before, quota, watched = answer("keep_in_village"), answer("petition_quota"), answer("petition_quota(exposure=0.3)")
    assert before[0] == 0.0
    assert quota[0] > 0.3
    assert watched[0] == 0.0
    assert watched[1] > before[1]


def test_it_stands_as_a_diagnostic_also_in_company() -> None:
    """An arm that contains it may not be recommended for its better half."""
    assert parse_arm("petition_quota(exposure=0.3)").standing == "diagnostic"
    assert parse_arm("keep_in_village+petition_quota").standing == "diagnostic"
