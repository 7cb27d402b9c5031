"""The shared rules as plain Python bodies, and the parameters as a plain object: what the twin calls, bound once.

The engine runs the same rules compiled; that both give the same bits is part of what the comparison proves. Only the
exact `exp_` and `log_` below them stay compiled, for speed.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import FunctionType, SimpleNamespace
from typing import Any

import numpy as np

from sim.floats import exp_
from sim.rules.parameters import read_parameters

RULES = "sim.rules"


@cache
def _plain_rules(module_name: str) -> dict[str, Any]:
    """The names of a rules module with every compiled rule, also of other rules modules, replaced by its plain body."""
    names = dict(vars(import_module(module_name)))
    for name, value in list(names.items()):
        body = getattr(value, "py_func", None)
        if body is None or not body.__module__.startswith(RULES):
            continue
        if body.__module__ == module_name:
            names[name] = FunctionType(body.__code__, names, name, body.__defaults__)
        else:
            names[name] = _plain_rules(body.__module__)[body.__name__]
    return names


def _rule(module: str, name: str) -> Any:
    return _plain_rules(f"{RULES}.{module}")[name]


exp = exp_

respondent_consent = _rule("answer", "respondent_consent")
claimant_consent = _rule("answer", "claimant_consent")
clip = _rule("appraise", "clip")
shrink = _rule("appraise", "shrink")
misreport = _rule("appraise", "misreport")
suppress = _rule("appraise", "suppress")
effort = _rule("appraise", "effort")
hours_left = _rule("appraise", "hours_left")
CHUNK_MEAN = _rule("arise", "CHUNK_MEAN")
poisson_count = _rule("arise", "poisson_count")
zero_probability = _rule("arise", "zero_probability")
existence_probability = _rule("arise", "existence_probability")
raised_mean = _rule("arise", "raised_mean")
kind_share = _rule("arise", "kind_share")
false_success_probability = _rule("book", "false_success_probability")
police_false_success = _rule("book", "police_false_success")
stake_score = _rule("claim", "stake_score")
belief = _rule("claim", "belief")
lump_utility = _rule("claim", "lump_utility")
talk_utility = _rule("claim", "talk_utility")
forum_worth = _rule("claim", "forum_worth")
escalation_cost = _rule("claim", "escalation_cost")
wait_cost = _rule("claim", "wait_cost")
court_cost = _rule("claim", "court_cost")
anger_worth = _rule("claim", "anger_worth")
grant_probability = _rule("decide", "grant_probability")
fair_probability = _rule("decide", "fair_probability")
turnout_probability = _rule("departments", "turnout_probability")
without_departments = _rule("departments", "without_departments")
misroute_probability = _rule("misroute", "misroute_probability")
A_DAY = _rule("finding", "UNIT")
MOST_LOOKING = _rule("finding", "MOST_LOOKING")
detection_rate = _rule("finding", "detection_rate")
exposure_needed = _rule("finding", "exposure_needed")
looking = _rule("finding", "looking")
source_of = _rule("finding", "source_of")
found_share = _rule("finding", "found_share")
alarm_chance = _rule("finding", "alarm_chance")
campaign_stage = _rule("campaign", "campaign_stage")
campaign_pull = _rule("campaign", "campaign_pull")
weight_under = _rule("campaign", "weight_under")
hours_under = _rule("campaign", "hours_under")
incident_rate = _rule("emergency", "incident_rate")
emergency_after = _rule("emergency", "emergency_after")
emergency_hours = _rule("emergency", "emergency_hours")
answered = _rule("spiral", "answered")
temper_units = _rule("spiral", "temper_units")
temper_of = _rule("spiral", "temper_of")
own_threshold = _rule("crowd", "own_threshold")
joins = _rule("crowd", "joins")
stake_left = _rule("compensate", "stake_left")
counted_on = _rule("compensate", "counted_on")
shelved_share = _rule("compensate", "shelved_share")
profit_worth = _rule("profit", "profit_worth")
profit_return = _rule("profit", "profit_return")
home_level = _rule("home", "home_level")
block_probability = _rule("intercept", "block_probability")
border_rate = _rule("borders", "border_rate")
matter_of = _rule("borders", "matter_of")
type_of_matter = _rule("borders", "type_of_matter")
collective_share = _rule("borders", "collective_share")
join_probability = _rule("borders", "join_probability")
pressure_by_tie = _rule("bonds", "pressure_by_tie")
mood_by_tie = _rule("bonds", "mood_by_tie")
ally_units = _rule("bonds", "ally_units")
allies_in = _rule("bonds", "allies_in")
consent_by_tie = _rule("bonds", "consent_by_tie")
gate_for = _rule("cadres", "gate_for")
favoured = _rule("cadres", "favoured")
leaned_on = _rule("cadres", "leaned_on")
mixed_tie = _rule("migrate", "mixed_tie")
reach_cost = _rule("migrate", "reach_cost")
voiced_share = _rule("migrate", "voiced_share")
own_skill = _rule("skill", "own_skill")
practice = _rule("skill", "practice")
skill_logit = _rule("skill", "skill_logit")
rested = _rule("strain", "rested")
worked = _rule("strain", "worked")
strain_factor = _rule("strain", "strain_factor")
days_held = _rule("turnover", "days_held")
days_contracted = _rule("turnover", "days_contracted")
willing = _rule("volunteer", "willing")
chance_to_change = _rule("volunteer", "chance_to_change")
report_minutes = _rule("paper", "report_minutes")
padded_entries = _rule("padding", "padded_entries")
call_probability = _rule("police", "call_probability")
stays_probability = _rule("police", "stays_probability")
spot_probability = _rule("police", "spot_probability")
spot_pressed = _rule("police", "spot_pressed")
minutes_kept = _rule("police", "minutes_kept")
past_end = _rule("past", "past_end")
past_tries = _rule("past", "past_tries")
past_children = _rule("past", "past_children")
appeal_probability = _rule("appeal", "appeal_probability")
ask_probability = _rule("confirm", "ask_probability")
office_open = _rule("steps", "office_open")
MOST_STEPS = _rule("steps", "MOST_STEPS")
arbitration_first = _rule("arbitrate", "arbitration_first")
arbitration_cost = _rule("arbitrate", "arbitration_cost")
sue_probability = _rule("arbitrate", "sue_probability")
final_for_employer = _rule("arbitrate", "final_for_employer")
may_apply = _rule("reconsider", "may_apply")
chance_of_suit = _rule("reconsider", "chance_of_suit")
RECONSIDERED = _rule("reconsider", "RECONSIDERED")
own_merit = _rule("appeal", "own_merit")
perform_probability = _rule("perform", "perform_probability")
promised_share = _rule("perform", "promised_share")
enforce_probability = _rule("perform", "enforce_probability")
return_rate = _rule("relapse", "return_rate")
cooled = _rule("relapse", "cooled")
heated_by_waiting = _rule("relapse", "heated_by_waiting")
heated = _rule("relapse", "heated")
talk_probability = _rule("settle", "talk_probability")
power_of_strictness = _rule("settle", "power_of_strictness")
knowledge_at = _rule("settle", "knowledge_at")
session_logit = _rule("settle", "session_logit")
burden_logit = _rule("settle", "burden_logit")
session_quality = _rule("settle", "session_quality")
session_probability = _rule("settle", "session_probability")
pressed_probability = _rule("settle", "pressed_probability")
others_needed = _rule("gather", "others_needed")
stands_up = _rule("gather", "stands_up")
is_incident = _rule("gather", "is_incident")
SHIFT = _rule("trust", "UNIT")
shift_after = _rule("trust", "shift_after")
trusted = _rule("trust", "trusted")
believed = _rule("trust", "believed")
own_units = _rule("trust", "own_units")
heard_units = _rule("trust", "heard_units")
alarm_units = _rule("trust", "alarm_units")
efficacy_felt = _rule("trust", "efficacy_felt")
intent_felt = _rule("trust", "intent_felt")
assertive_worth = _rule("trust", "assertive_worth")
UNIT = _rule("spread", "UNIT")
heat_above = _rule("spread", "heat_above")
pressure = _rule("spread", "pressure")
mood_push = _rule("spread", "mood_push")
own_mood_push = _rule("spread", "own_mood_push")
mood_after = _rule("spread", "mood_after")
fires = _rule("spread", "fires")
voice_rate = _rule("voice", "voice_rate")
whole_days = _rule("voice", "whole_days")
WEEK = _rule("contacts", "WEEK")
MOST_ASKED = _rule("contacts", "MOST_ASKED")
contact_mean = _rule("contacts", "contact_mean")
office_load = _rule("contacts", "office_load")
met_probability = _rule("contacts", "met_probability")
portion = _rule("desk", "portion")
is_jammed = _rule("desk", "is_jammed")
demands_heard = _rule("desk", "demands_heard")
beyond_share = _rule("desk", "beyond_share")
asked_next = _rule("contacts", "asked_next")
which_window = _rule("windows", "which_window")
misdirected_probability = _rule("windows", "misdirected_probability")


def plain_parameters(scenario: Any) -> Any:
    """The parameter record of a scenario with every field as a plain Python value (arrays as nested lists)."""
    record = read_parameters(scenario)
    fields = {name: getattr(record, name) for name in type(record).FIELDS}
    return SimpleNamespace(**{k: v.tolist() if isinstance(v, np.ndarray) else v for k, v in fields.items()})
