"""How a step of a dispute's career is told: A is the claimant, B the respondent, forums go by kind and level."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sim.cli.court_words import court_sentence
from sim.cli.language import language, say
from sim.cli.numbers import percent, rounded
from sim.names import BorderMatter, Event, Forum, Opponent, Origin, Source, Way, label

if TYPE_CHECKING:
    from sim.records import Society
    from sim.studies.career import Birth, Option, Step

FEW: int = 4
"""Other ways that are named beside the one taken (count); the rest are summed."""


def heading(key: int, birth: Birth, society: Society) -> str:
    """Say what a dispute is: type, parties, stake, home level."""
    return say(
        "career.heading",
        dispute=f"{key:016x}",
        type=_type(birth) + _across(birth),
        opponent=label(birth.opponent, language()),
        stake=rounded(birth.stake),
        home=society.level_name(birth.home, language()),
    )


def sentence(step: Step, birth: Birth, society: Society) -> str:
    """Tell one step of a dispute in a sentence."""
    where = forum_words(step.forum, step.level, society)
    match step.event:
        case Event.BORN:
            key = "born" if step.day >= 0 else "born_before"
            if birth.origin == Origin.COUPLED:
                key = "born_coupled"
            return say(f"career.{key}", type=_type(birth), hostility=rounded(step.y))
        case Event.CLAIM:
            return _claim(step, where, society)
        case Event.TALK:
            return say("career.talk_settled" if step.way == Way.CONSENT else "career.talk_failed", odds=percent(step.x))
        case Event.BLOCKED:
            return say("career.blocked", where=where, odds=percent(step.z))
        case Event.RETURNED:
            return say("career.returned", where=where, odds=percent(step.z)) + say(
                f"career.goes_along_{step.detail & 1}"
            )
        case Event.ACCEPTED:
            return say("career.accepted_sent" if step.z > 0 else "career.accepted", where=where)
        case Event.DEPARTMENTS:
            return _departments(step, where)
        case Event.BORDER:
            return _met(step, where)
        case Event.SESSION:
            return _session(step, where, birth)
        case Event.ENDED:
            return _ended(step, where)
        case _:
            return _plain(step, where)


def _plain(step: Step, where: str) -> str:
    """Tell a step that needs no more than itself."""
    match step.event:
        case Event.FOUND:
            return say("career.found", source=label(Source(step.detail), language()), where=where)
        case Event.CONSENT:
            return say("career.refused", odds=percent(step.x))
        case Event.MISROUTED:
            return say("career.misrouted", where=where, odds=percent(step.x), hostility=rounded(step.y))
        case Event.REGISTERED:
            return say("career.registered", where=where, way=label(step.way, language()))
        case Event.FORWARDED:
            return say("career.forwarded", where=where) + (say("career.informed") if step.detail & 1 else "")
        case Event.CALLED:
            return say("career.called", where=where, odds=percent(step.x), hostility=rounded(step.y))
        case Event.CONTACT:
            return say("career.contact", window=label(step.forum, language()))
        case Event.DISPATCHED:
            key = "misdirected" if (step.detail >> 8) & 1 else "dispatched"
            return say(f"career.{key}", where=where, odds=percent(step.x), hostility=rounded(step.y))
        case Event.ATTENDED:
            return _attended(step)
        case Event.REOPENED:
            text = say("career.reopened", state=label(step.came_from, language()), hostility=rounded(step.x))
            text += say("career.first_voiced") if step.first_voiced else ""
            return text + (say("career.with_others") if step.called else "")
        case Event.VOICED:
            return say("career.voiced") + (say("career.with_others") if step.called else "")
        case _:
            return court_sentence(step, where)


def _met(step: Step, where: str) -> str:
    """Tell whether two places met over a matter of both."""
    met = ("alone", "joined", "passed_on")[step.detail]
    return say(f"career.border_{met}", where=where, odds=percent(step.x), hostility=rounded(step.y))


def _attended(step: Step) -> str:
    """What the police could do on the spot; odds are those of what decided it."""
    key = {Way.NO_OFFICER: "no_officer", Way.REFUSED: "refused", Way.REJECTED: "failed"}.get(step.way, "signed")
    text = say(f"career.police_{key}", way=label(step.way, language()), odds=percent(step.x), hostility=rounded(step.y))
    return (
        text
        if key in ("no_officer", "refused")
        else text + say("career.booked" if step.booked else "career.not_booked")
    )


def forum_words(forum: Forum, level: int, society: Society) -> str:
    """Name a forum by kind and level; never a place."""
    if forum == Forum.OUTSIDE:
        return society.level_name(society.n_levels, language())
    if forum == Forum.PETITION:
        return say("career.petition_office", level=society.level_name(level, language()))
    return label(forum, language())


def _type(birth: Birth) -> str:
    """Name the type; a quarrel between neighbours is told as one over a wall, as an illustration."""
    if birth.opponent == Opponent.NEIGHBOUR:
        return say("career.wall", type=label(birth.type, language()))
    return label(birth.type, language())


def _across(birth: Birth) -> str:
    """Name what two places quarrel about, where the dispute is one of two places."""
    if birth.border == BorderMatter.NONE:
        return ""
    return say("career.across", matter=label(birth.border, language()))


def _claim(step: Step, where: str, society: Society) -> str:
    taken = next((option for option in step.options if option.taken), None)
    odds = "" if taken is None else say("career.odds", odds=percent(taken.odds))
    if step.forum == Forum.NONE:
        text = say("career.lumps", odds=odds)
    elif step.forum == Forum.BILATERAL:
        text = say("career.talks", odds=odds)
    else:
        text = say("career.claims", where=where, odds=odds)
    others = [option for option in step.options if not option.taken]
    return text + (say("career.others", others=_others(others, society)) if others else "")


def _others(options: list[Option], society: Society) -> str:
    named = [f"{_option(option, society)} {percent(option.odds)}" for option in options[:FEW]]
    rest = sum(option.odds for option in options[FEW:])
    if rest >= 0.005:
        named.append(say("career.rest", odds=percent(rest)))
    return say("list.comma").join(named)


def _option(option: Option, society: Society) -> str:
    if option.forum == Forum.NONE:
        return say("career.option_lump")
    return forum_words(option.forum, option.level, society)


def _departments(step: Step, where: str) -> str:
    came = say("list.comma").join(label(one, language()) for one in step.came)
    missing = say("list.comma").join(label(one, language()) for one in step.missing)
    key = "all" if not missing else "some" if came else "none"
    return say(f"career.departments_{key}", where=where, came=came, missing=missing, odds=percent(step.x))


def _session(step: Step, where: str, birth: Birth) -> str:
    agreed = bool((step.detail >> 8) & 1)
    decides = step.forum == Forum.COURT or (
        step.forum != Forum.COMMITTEE and birth.opponent in (Opponent.COLLECTIVE, Opponent.GOVERNMENT)
    )
    key = ("decided_for" if agreed else "decided_against") if decides else ("agreed" if agreed else "not_agreed")
    number = (step.detail & 0xFF) + 1
    return say(f"career.{key}", where=where, number=number, odds=percent(step.x), hostility=rounded(step.y))


def _ended(step: Step, where: str) -> str:
    text = say("career.ended", where=where, way=label(step.way, language()))
    if step.fair:
        text += say("career.fair")
    if step.forum not in (Forum.COURT, Forum.ARBITRATION, Forum.RECONSIDERATION):
        text += say("career.booked" if step.booked else "career.not_booked")
    if (step.detail >> 16) & 1:
        text += say("career.goes_up" if step.forum < Forum.COURT else "career.goes_to_trial")
    if step.first_voiced:
        text += say("career.now_known")
    if (step.detail >> 25) & 1:
        text += say("career.confirmed")
    if (step.detail >> 28) & 1:
        text += say("career.asks_court")
    if (step.detail >> 27) & 1:
        text += say("career.not_final")
    if (step.detail >> 29) & 1:
        text += say("career.award_contested")
    if (step.detail >> 26) & 1:
        text += say("career.terms")
    if step.z > 0:
        text += say("career.may_return", odds=percent(1.0 - math.exp(-step.z)))
    return text
