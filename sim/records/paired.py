"""Decides how a reported figure can be read: only beside what happened, 账面 beside 实质 (`definitions` 11).

`Reported` is sealed; `Paired` is its only way out. Which figures are reported ones is declared where they are made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from sim.errors import ObjectiveError, complain

WORDS: Final = {"zh": ("账面", "实质"), "en": ("on the books", "in the model")}
"""How the two halves are always called, by language."""

ONE_SIDED: Final = frozenset({"reported", "spill", "petition"})
"""Kinds of figure that no objective may consist of alone."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reported:
    """A figure as the books have it, sealed. `beside` what truly happened gives the pair, and nothing else reads it."""

    _value: float

    def beside(self, true: float) -> Paired:
        """Return this figure with its true counterpart: the same quantity, in the same unit, over the same window."""
        return Paired(reported=float(self._value), true=float(true))

    def __repr__(self) -> str:
        return "Reported(sealed)"

    def __format__(self, spec: str) -> str:
        _refuse()

    def __float__(self) -> float:
        _refuse()

    def __array__(self, *_: Any, **__: Any) -> Any:
        _refuse()

    def __eq__(self, other: object) -> bool:
        _refuse()

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paired:
    """A reported figure and what happened in the model, in one unit. Formatting always writes both."""

    reported: float
    true: float

    @property
    def gap(self) -> float:
        """Reported minus true."""
        return self.reported - self.true

    def text(self, lang: str = "en", spec: str = ".2g") -> str:
        """Return both halves with their names in `lang`, each formatted by `spec` ("–" where there is none)."""
        words = WORDS[lang]
        return f"{words[0]} {_said(self.reported, spec)} | {words[1]} {_said(self.true, spec)}"

    def __format__(self, spec: str) -> str:
        return self.text("zh", spec or ".2g")

    def __str__(self) -> str:
        return self.text("zh")

    def to_json(self) -> dict[str, float | None]:
        """Return both halves; None where there is no figure."""
        return {
            "reported": None if math.isnan(self.reported) else self.reported,
            "true": None if math.isnan(self.true) else self.true,
        }


def require_truth(kinds: Iterable[str], names: Iterable[str]) -> None:
    """Refuse an objective made only of reported figures, spill or petitions.

    Parameters
    ----------
    kinds
        The kind of each figure that the objective uses: "reported", "spill", "petition" or any other.
    names
        The same figures by name, for the message.

    Raises
    ------
    ObjectiveError
        Nothing in it tells what truly happened.
    """
    if set(kinds) <= ONE_SIDED:
        rule = "an objective must not consist of reported figures, spill or petitions alone"
        repair = "Put true_resolution or held_below_competence beside it"
        raise ObjectiveError(complain("objective", rule, ", ".join(names) or "nothing", repair))


def _said(value: float, spec: str) -> str:
    return "–" if math.isnan(value) else format(value, spec)


def _refuse() -> NoReturn:
    rule = "a reported figure must be read beside what happened in the model"
    raise ObjectiveError(complain("records", rule, "it alone", "Use .beside(true) and read the pair"))
