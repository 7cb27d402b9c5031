"""The policies that every shared test goes through: the library with its variants, and those of `experiments`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sim.levers import LeverBook, PublicFacts
from sim.policies import Enacted, catalogue, parse_arm
from tests.levers.tiny import scenario, seen_on, town_and_country

OWN = Path(__file__).parents[2] / "experiments" / "own_policy" / "mine.py"
LIBRARY = [text for facts in catalogue() for text in (facts.id, *(f"{facts.id}({v})" for v in facts.variants))]
EVERY = [*LIBRARY, f"{OWN}:EveningHours", f"{OWN}:RovingMediators(share=0.6)"]
NAMES = [text.rpartition("/")[2] for text in EVERY]
WORLD = town_and_country()


def enacted(text: str, **more: object) -> Enacted:
    """One policy from its text, with more arguments."""
    name, _, inside = text.partition("(")
    given = [inside.removesuffix(")")] if inside else []
    given += [f"{key}={value}" for key, value in more.items()]
    (policy,) = parse_arm(f"{name}({','.join(given)})" if given else name).policies
    return policy


def book_on(day: int, *policies: Enacted) -> LeverBook:
    """A book of the small world after every change up to and with `day`, with one set of reported figures."""
    book = LeverBook(scenario(), WORLD, policies)
    now = -1
    while (later := book.next_change(now)) is not None and later <= day:
        book.apply(later, figures(book.facts, later))
        now = later
    return book


def figures(facts: PublicFacts, day: int) -> object:
    """Reported figures: more cases in later rows."""
    return seen_on(facts, day, accepted=np.arange(facts.n_places))


def changed(book: LeverBook) -> dict[str, np.ndarray]:
    """Of each lever that differs from the baseline, the mask of the cells that do."""
    base = LeverBook(scenario(), WORLD, ()).values
    masks = {name: array != base[name] for name, array in book.values.items()}
    return {name: mask for name, mask in masks.items() if mask.any()}
