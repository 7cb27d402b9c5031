"""Shared words and numbers: two digits and no false ones, and a credit line that no picture goes without."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.figures.words import columns_of, credit_of, percent, signed, two_digits
from sim.names import Forum
from tests.figures.made import comparison


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1337.9, "1,300"),
        (0.0123, "0.012"),
        (0.0996, "0.10"),
        (99.6, "100"),
        (9.96, "10"),
        (-3.04, "−3.0"),
        (0.0, "0"),
        (-4.6e-17, "0"),
        (math.nan, "–"),
        (math.inf, "–"),
    ],
)
def test_a_figure_has_two_significant_digits(value: float, text: str) -> None:
    """An uncalibrated model that prints 1,337.9 claims what it does not know (definitions 11)."""
    assert two_digits(value) == text


@given(st.floats(min_value=1e-6, max_value=1e9))
def test_rounding_never_leaves_the_half_digit(value: float) -> None:
    """A rounding slip at a power of ten would be a factor of ten in a picture."""
    shown = float(two_digits(value).replace(",", ""))
    assert abs(shown - value) <= 0.0501 * value


def test_a_change_shows_its_sign() -> None:
    """A change without a sign is read as a level."""
    assert (signed(0.02), signed(-0.02), signed(0.0)) == ("+0.020", "−0.020", "0")
    assert (percent(0.976), percent(math.nan)) == ("98%", "–")


def test_the_credit_says_synthetic_and_uncalibrated_in_both_languages() -> None:
    """A picture travels without its page: what it is must stand on it (definitions 11)."""
    credit = credit_of(comparison().data)
    assert credit.text("en", chinese=True).startswith(
        "uncalibrated 未标定 · synthetic society in the shape of a county"
    )
    assert credit.text("zh", chinese=True).startswith("未标定 uncalibrated · 以某县为形的合成社会")
    assert "3" in credit.text("en", chinese=True)


def test_a_title_that_does_not_say_synthetic_is_made_to() -> None:
    """A user's scenario may be called anything; its picture must not pass for one of a real place."""
    credit = credit_of(comparison(title=("某县", "Some County")).data)
    assert "synthetic society: Some County" in credit.text("en", chinese=True)
    assert "合成社会：某县" in credit.text("zh", chinese=True)


def test_without_a_chinese_font_the_english_credit_holds_no_chinese() -> None:
    """It would be drawn as empty boxes."""
    text = credit_of(comparison().data).text("en", chinese=False)
    assert all(ord(sign) < 0x2E80 for sign in text)
    assert text.startswith("uncalibrated · synthetic society")


def test_columns_are_told_apart_by_name() -> None:
    """Two petition offices of one name would be two bars that nobody can tell apart."""
    result = comparison(levels=4)
    columns = columns_of(result["books"]["baseline"], result["levels_of_tree"])
    assert [column.name.en for column in columns] == ["village", "town", "county petition", "city petition", "court"]
    assert [column.name.zh for column in columns] == ["村", "乡镇", "县信访", "地级市信访", "法院"]
    assert columns[-1].forum == Forum.COURT
    assert columns[-1].level == 3
