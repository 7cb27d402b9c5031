"""Cutting the text of policies: commas and plus signs inside brackets cut nothing, and every text cuts or complains."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.errors import PolicyError
from sim.policies import parse_arms
from sim.policies.grammar import cut, read_call


def test_marks_inside_brackets_cut_nothing() -> None:
    """`a(x=1,y=2)` is one policy."""
    assert cut("a(x=1,y=2),b+c(z=3)", ",") == ["a(x=1,y=2)", "b+c(z=3)"]
    assert read_call("a(x=1, y=2)").arguments == (("x", "1"), ("y", "2"))
    assert read_call("a()").arguments == ()


@given(st.text(alphabet="ab_(),+=.:|0158 \n\x00é村", max_size=30))
def test_any_text_is_read_or_answered(text: str) -> None:
    """No text a user can type may end in a traceback."""
    try:
        answer = [arm.spec for arm in parse_arms(text)]
    except PolicyError as error:
        answer = [str(error)]
    assert answer
    assert all("\n" not in line for line in answer)
