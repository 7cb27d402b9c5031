"""What `scenario show` prints: every parameter once, in both languages, with the value that a run uses."""

from __future__ import annotations

from sim.scenario import describe, load_scenario


def test_every_parameter_is_described_once_in_both_languages() -> None:
    """A parameter that is not listed is one that nobody will question."""
    scenario = load_scenario("classroom")
    zh, en = describe(scenario, "zh"), describe(scenario, "en")
    keys = [row.key for row in en]
    assert len(keys) == len(set(keys)) > 400
    assert [row.key for row in zh] == keys
    assert all(any(ord(sign) > 0x2E80 for sign in row.label) or row.key.endswith("R") for row in zh)
    assert all(row.label.isascii() or "ρ" in row.label for row in en)


def test_the_described_value_is_the_one_in_force() -> None:
    """A table printed from defaults would lie about an override."""
    scenario = load_scenario("classroom", ["settle.tie=0.25", "types.land.opponents.kin=0.06"])
    rows = {row.key: row for row in describe(scenario)}
    assert rows["settle.tie"].value == 0.25
    assert (rows["settle.tie"].low, rows["settle.tie"].high, rows["settle.tie"].unit) == (0, 1, "logit")
    assert rows["types.land.opponents.kin"].value == 0.06
    assert rows["processes.gate"].value is True
