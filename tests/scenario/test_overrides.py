"""`--set a.b=3`: the value as TOML writes it, a bare word for a text, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.scenario.layers import merge
from sim.scenario.overrides import override_layers


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("settle.tie=0.3", {"settle": {"tie": 0.3}}),
        ("time.burn_in = 365", {"time": {"burn_in": 365}}),
        ("processes.gate=false", {"processes": {"gate": False}}),
        ('id="a b"', {"id": "a b"}),
        ("overloaded=allowed", {"overloaded": "allowed"}),
        ('levels=["village", "town"]', {"levels": ["village", "town"]}),
        ('id="a=b"', {"id": "a=b"}),
    ],
)
def test_an_override_is_read_as_toml(text: str, data: object) -> None:
    """One way of writing values everywhere; only the quotes that a shell eats may be missing."""
    assert merge(override_layers([text])) == data


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_that_python_prints_is_read_back(value: float) -> None:
    """Studies write overrides by program."""
    assert merge(override_layers([f"a.b={value!r}"])) == {"a": {"b": value}}


def test_the_last_override_of_a_key_wins() -> None:
    """As on every command line."""
    assert merge(override_layers(["a.b=1", "a.c=2", "a.b=3"])) == {"a": {"b": 3, "c": 2}}


@pytest.mark.parametrize("text", ["", "=", "a", "a=", "=1", "a b=1", "a.=1", "a=1 2", "a=[1", "a='x", "a=1\nb=2"])
def test_what_is_no_override_is_refused(text: str) -> None:
    """A half-read override would run another experiment than the one that was typed."""
    with pytest.raises(ScenarioError):
        override_layers([text])
