"""One-line faults, on either side, that the comparison of engine and twin must notice, and the harness for them.

Run as a program with the JIT off (`python -m tests.engine.mutants [K N]`, the K-th of N shares from 0 on): faults are
planted in memory, never on disk, and the names of those that nobody noticed are written to standard output as JSON. A
fault in `rules` is planted for the engine alone.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.util
import json
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from tests.engine import beside_twin
from tests.twin.model import TwinModel
from tests.twin.reactor import Reactor
from tests.twin.small import LEVEL_SETS
from tests.twin.strategies import BUSY, PRESETS, Shaker, Trial

ROOT: Final = Path(__file__).parents[2]
SECONDS: Final = 60
"""A fault may make a run endless; that too is noticed."""


@dataclass(frozen=True)
class Mutant:
    """`old`, found once in `file`, is replaced by `new`."""

    file: str
    old: str
    new: str

    @property
    def name(self) -> str:
        return f"{self.file}: {self.old.strip()} -> {self.new.strip()}"

    @property
    def module(self) -> str:
        return self.file.removesuffix(".py").replace("/", ".")

    def source(self) -> str:
        """The file with the fault in it. Raises ValueError where the list is behind the code."""
        text = (ROOT / self.file).read_text("utf-8")
        if text.count(self.old) != 1:
            raise ValueError(f"{self.name}: found {text.count(self.old)} times; rewrite this mutant")
        return text.replace(self.old, self.new)


RULES: Final = (
    Mutant("sim/rules/answer.py", "p.answer_power * standing", "p.answer_power * (1.0 - standing)"),
    Mutant("sim/rules/appraise.py", "(hits + weight * prior)", "(hits + prior)"),
    Mutant("sim/rules/appraise.py", "- exposure * penalty", "+ exposure * penalty"),
    Mutant("sim/rules/arise.py", "1.0 + tilt * (2.0 * standing - 1.0)", "1.0 - tilt * (2.0 * standing - 1.0)"),
    Mutant("sim/rules/arise.py", "return mean * (factor - 1.0)", "return mean * factor"),
    Mutant("sim/rules/arise.py", "return factor / mean_factor", "return factor"),
    Mutant("sim/rules/book.py", "p.report_m0 + misreport", "p.report_m0 - misreport"),
    Mutant("sim/rules/bonds.py", "weight / (p.spread_pushes * total)", "weight / (p.spread_pushes * total + 1.0)"),
    Mutant("sim/rules/bonds.py", "log_(chance / (1.0 - chance)) + shift", "log_(chance / (1.0 - chance)) - shift"),
    Mutant("sim/rules/cadres.py", "(2.0 * closeness - 1.0)", "(2.0 * closeness)"),
    Mutant("sim/rules/cadres.py", "0.5 + other - own", "0.5 + own - other"),
    Mutant("sim/rules/borders.py", "p.border_join * lever", "p.border_join"),
    Mutant("sim/rules/claim.py", "(4.0 * sigma)", "(4.1 * sigma)"),
    Mutant("sim/rules/claim.py", "(1.0 - 0.5 * standing)", "(1.0 - 0.4 * standing)"),
    Mutant("sim/rules/claim.py", "allies / 10.0", "allies / 9.0"),
    Mutant("sim/rules/claim.py", "fee = 50.0", "fee = 51.0"),
    Mutant("sim/rules/decide.py", "1.0 - 0.5 * hostility", "1.0 - 0.6 * hostility"),
    Mutant("sim/rules/departments.py", "p.joint_turnout_level * float(levels_above)", "p.joint_turnout_level"),
    Mutant("sim/rules/departments.py", "chance * p.joint_uncalled", "chance * p.settle_lacking"),
    Mutant("sim/rules/migrate.py", "if one == other:", "if one == 0 or other == 0:"),
    Mutant("sim/rules/migrate.py", "return cost * unequal", "return cost"),
    Mutant("sim/rules/migrate.py", "1.0 - migrants + migrants * factor", "1.0"),
    Mutant("sim/rules/misroute.py", "p.misroute_p * lever", "p.misroute_p"),
    Mutant("sim/rules/finding.py", "int(UNIT * luck / rate)", "int(0.9 * UNIT * luck / rate)"),
    Mutant("sim/rules/finding.py", "rate + p.voice_hazard + p.fade_hazard", "rate + p.voice_hazard"),
    Mutant("sim/rules/home.py", "if impartial > home", "if impartial < home"),
    Mutant("sim/rules/intercept.py", "chance = chance * repeat", "chance = chance * leak"),
    Mutant(
        "sim/rules/relapse.py", "1.0 - (1.0 - hostility) * exp_(-per_year", "1.0 - (1.0 - hostility) * exp_(per_year"
    ),
    Mutant("sim/rules/contacts.py", "1.0 + p.contacts_load * load", "1.0"),
    Mutant("sim/rules/contacts.py", "if demands == 0:", "if met == 0:"),
    Mutant("sim/rules/windows.py", "if window == ONE_STOP:", "if window == HOTLINE:"),
    Mutant("sim/rules/desk.py", "(before + mine) * part // whole - before * part // whole", "mine * part // whole"),
    Mutant("sim/rules/desk.py", "room = hours + hours - ahead", "room = 0"),
    Mutant("sim/rules/desk.py", "return behind >= hours", "return behind > 2 * hours"),
    Mutant("sim/rules/desk.py", "if asked <= 1.0:", "if asked >= 1.0:"),
    Mutant("sim/engine/desks.py", "treated = n < attended and n < in_time", "treated = n < attended"),
    Mutant("sim/engine/desks.py", "lies = n < written and uniform", "lies = uniform"),
    Mutant("sim/engine/desks.py", "st.desk_claims[desk, window] = 0", "st.desk_claims[desk, window] = claims"),
    Mutant("sim/engine/windows.py", "tick + p.windows_days + wait", "tick + p.windows_days"),
    Mutant("sim/rules/police.py", "/ (1.0 - p.police_hot)", "/ p.police_hot"),
    Mutant("sim/rules/police.py", "logit + p.police_skill", "logit - p.police_skill"),
    Mutant("sim/rules/police.py", "if total > most:", "if total > a_day:"),
    Mutant("sim/rules/padding.py", "poisson_count(u, pad,", "poisson_count(1.0 - u, pad,"),
    Mutant("sim/rules/appeal.py", "return 1.0 - merit", "return merit"),
    Mutant("sim/rules/arbitrate.py", "stake <= p.arbitration_final_stake", "stake > p.arbitration_final_stake"),
    Mutant("sim/rules/arbitrate.py", "kind == _LABOUR and", "kind <= _LABOUR and"),
    Mutant("sim/rules/arbitrate.py", "p.appeal_merit * (own_merit", "p.appeal_stake * (own_merit"),
    Mutant("sim/rules/reconsider.py", "above < county", "above <= county"),
    Mutant("sim/rules/reconsider.py", "waited <= p.reconsideration_apply", "waited < 3"),
    Mutant("sim/rules/docket.py", "return entered < joined", "return entered <= joined"),
    Mutant("sim/rules/docket.py", "per_1000 / 1000.0 / 365.0 * share", "per_1000 / 1000.0 / 365.0 * (1.0 - share)"),
    Mutant("sim/rules/docket.py", "- 0.5 * sigma * sigma)", ")"),
    Mutant("sim/rules/steps.py", "return 1 if level == next_level else 0", "return 1 if level >= next_level else 0"),
    Mutant("sim/rules/confirm.py", "p.confirm_tie * (tie", "p.confirm_stake * (tie"),
    Mutant("sim/rules/perform.py", "return p.perform_confirmed", "return p.perform_agreement"),
    Mutant("sim/rules/settle.py", "(knowledge - 0.5)", "(knowledge - 0.4)"),
    Mutant("sim/rules/settle.py", "level == base + 1", "level <= base + 2"),
    Mutant("sim/rules/spread.py", "UNIT = 65536.0", "UNIT = 65535.0"),
    Mutant("sim/rules/skill.py", "p.skill_person * general", "p.skill_family * general"),
    Mutant("sim/rules/strain.py", "1.0 - p.fatigue_drop * over", "1.0 - p.fatigue_drop"),
    Mutant("sim/rules/turnover.py", "int(luck / -log_(renewal))", "int(luck / renewal)"),
    Mutant("sim/rules/volunteer.py", "+ p.volunteers_toil * load", "- p.volunteers_toil * load"),
    Mutant("sim/rules/paper.py", "days // 4", "days // 5"),
    Mutant("sim/rules/gather.py", "u * 2.0 * (size - 1)", "u * 1.5 * (size - 1)"),
    Mutant("sim/rules/trust.py", "* p.experience_loss * value", "* value"),
    Mutant("sim/rules/trust.py", "share = p.experience_heard / residents", "share = p.experience_heard / 100.0"),
    Mutant("sim/rules/campaign.py", "since < length + sag_days", "since <= length + sag_days"),
    Mutant("sim/rules/campaign.py", "weight + gain * pressure", "weight + pressure"),
    Mutant("sim/rules/emergency.py", "rate < p.emergency_leave", "rate < p.emergency_enter"),
    Mutant("sim/rules/tacitus.py", "value >= p.tacitus_mark", "value >= 0.0"),
    Mutant("sim/rules/spiral.py", "strength * other", "strength * own"),
    Mutant("sim/rules/crowd.py", "active >= threshold", "active > threshold"),
    Mutant("sim/rules/profit.py", "rounds > MOST_ROUNDS", "rounds > 1"),
    Mutant("sim/rules/profit.py", "(1.0 + calm)", "1.0"),
    Mutant("sim/rules/compensate.py", "p.claim_paid_off * calm", "calm"),
    Mutant("sim/rules/compensate.py", "share + (1.0 - share) * calm", "share"),
    Mutant("sim/rules/compensate.py", "stake * (1.0 - cover)", "stake"),
    Mutant("sim/rules/voice.py", "return 1 + int(exposure / rate)", "return 2 + int(exposure / rate)"),
)
ENGINE: Final = (
    Mutant("sim/engine/astray.py", "int(st.filing_referred[filing]) == 1", "int(st.filing_referred[filing]) == 2"),
    Mutant("sim/engine/astray.py", "pack(forum, slot, int(st.filing_visit[filing]), 0)", "pack(forum, slot, 0, 0)"),
    Mutant("sim/engine/joint.py", "forum * 16 + department", "forum * 16"),
    Mutant("sim/engine/joint.py", "return came == needs", "return came > 0"),
    Mutant("sim/engine/joint.py", "if due <= tick:", "if due < tick:"),
    Mutant("sim/engine/joint.py", "if int(st.line_length[line]) == 0:", "if int(st.line_length[line]) < 0:"),
    Mutant("sim/engine/docket.py", "< p.docket_mediated", "< p.docket_settled"),
    Mutant("sim/engine/docket.py", ">= p.docket_settled", "< p.docket_settled"),
    Mutant("sim/engine/docket.py", "n - away + int(st.line_docket_back[trial])", "n - away"),
    Mutant("sim/engine/docket.py", "take_minutes(st, p, k, line, work)", "pass"),
    Mutant(
        "sim/engine/docket.py",
        "st.line_docket_at[line] = int(st.line_docket_at[line]) + 1",
        "st.line_docket_at[line] = int(st.line_docket_at[line])",
    ),
    Mutant("sim/engine/needs.py", "pack(1 + turn, place, 0, 0)", "pack(1, place, 0, 0)"),
    Mutant("sim/engine/needs.py", "st.needs[i] = st.needs[parent]", "st.needs[i] = 0"),
    Mutant("sim/engine/session.py", "if not _calls_nobody(forum) and not all_come", "if not all_come"),
    Mutant("sim/engine/session.py", "if session >= p.settle_sessions:", "if session > p.settle_sessions:"),
    Mutant("sim/engine/birth.py", "+ 0.4 * (uniform(", "+ 0.5 * (uniform("),
    Mutant("sim/engine/birth.py", "if opponent == _KIN or opponent == _NEIGHBOUR:", "if opponent == _KIN:"),
    Mutant("sim/engine/blocks.py", "// p.appraisal_review_days) % p.appraisal_window_blocks", "// 31) % 3"),
    Mutant("sim/engine/past.py", "again = 1 if state == _LUMPED else 0", "again = 1 if state == _SETTLED else 0"),
    Mutant(
        "sim/engine/spiral.py",
        "temper_units(answered(respondent, claimant,",
        "temper_units(answered(respondent, float(st.hostility[i]),",
    ),
    Mutant("sim/engine/trusting.py", "if stance >= TRUST and felt > 0:", "if felt > 0:"),
    Mutant("sim/engine/campaigns.py", "float(st.known_z[place]))", "0.5)"),
    Mutant("sim/engine/emergencies.py", "range(p.emergency_periods)", "range(1)"),
    Mutant("sim/engine/surges.py", "= under * emergency_hours(", "= emergency_hours("),
    Mutant("sim/engine/police.py", "        calm_parties(st, p, i)\n", ""),
    Mutant("sim/engine/surges.py", "place]), p.campaign_w_z)", "place]), p.campaign_w_u)"),
    Mutant("sim/engine/crowd.py", "still = state == _LATENT or state == _LUMPED", "still = state == _LUMPED"),
    Mutant("sim/engine/crowd.py", "int(st.tried[i]) & JOINED == 0", "int(st.tried[i]) & CALLED == 0"),
    Mutant("sim/engine/profit.py", "rounds += int(st.visits[i, FIRST_SLOT + r])", "rounds += 0"),
    Mutant("sim/engine/profit.py", "paid = way == _GRANTED or way == _PROMISE", "paid = way == _GRANTED"),
    Mutant("sim/engine/causes.py", "return int(st.cause_before[cause])", "return int(st.cause_active[cause])"),
    Mutant("sim/engine/choose.py", "range(TALK, police_channel(p) + 1)", "range(TALK, police_channel(p) - 1)"),
    Mutant(
        "sim/engine/choose.py",
        "(allied_before(st, int(st.cause[i])) - was_active",
        "(allied_before(st, int(st.cause[i])) - 0 * was_active",
    ),
    Mutant("sim/engine/choose.py", "MOST_SUITS = 2", "MOST_SUITS = 1"),
    Mutant("sim/engine/choose.py", "if value > best_value:", "if value < best_value or best_value == CLOSED:"),
    Mutant("sim/engine/claims.py", "range(slot - 1, p.base - 1, -1)", "range(slot - 1, p.base, -1)"),
    Mutant("sim/engine/claims.py", "pack(forum, slot, visit, g)", "pack(forum, slot, visit, g + 1)"),
    Mutant("sim/engine/reached.py", "if level > home and", "if level >= home and"),
    Mutant("sim/engine/reached.py", "runs >= first and runs < level", "runs > first and runs < level"),
    Mutant("sim/engine/reached.py", "int(st.home[i]) + 1])])", "int(st.home[i])])])"),
    Mutant("sim/engine/couple.py", "pack(raised, 0, 0, 0)", "pack(kind, raised, 0, 0)"),
    Mutant("sim/engine/couple.py", "i, raised)", "i, kind)"),
    Mutant("sim/engine/digest.py", "cut)) | (key >> cut) if cut", "cut)) | (~key >> cut) if cut"),
    Mutant("sim/engine/due.py", "int(st.patience[i]) <= clock", "int(st.patience[i]) <= clock + 9"),
    Mutant("sim/engine/due.py", "slot = home if home > p.base else p.base", "slot = p.base"),
    Mutant(
        "sim/engine/due.py",
        "if float(st.interest[i]) < p.returns_interest:",
        "if float(st.interest[i]) > p.returns_interest:",
    ),
    Mutant("sim/engine/due.py", "(st, p, int(st.place[i]))]) > 0", "(st, p, int(st.place[i]))]) >= 0"),
    Mutant("sim/engine/reached.py", "if int(st.tried[i]) & FOUND else -1", "if False else -1"),
    Mutant("sim/engine/ends.py", "0 if way == _CONSENT or way == _GRANTED else", "0 if way == _PRESSED else"),
    Mutant("sim/engine/entries.py", "st.look_before[place] = until", "st.look_before[place] = 0"),
    Mutant("sim/engine/entries.py", "st.line_entered[line] = 0", "st.line_entered[line] = entered"),
    Mutant("sim/engine/looking.py", "exposure_at(st, place, tick - 1)", "exposure_at(st, place, tick)"),
    Mutant("sim/engine/looking.py", "(lacking + rate - 1) // rate", "lacking // rate"),
    Mutant("sim/engine/contacts.py", "or (tick + 1) % WEEK != 0", "or tick % WEEK != 0"),
    Mutant("sim/engine/contacts.py", "st.unmet[place] = grieved", "st.unmet[place] = int(st.unmet[place]) + grieved"),
    Mutant("sim/engine/windows.py", "int(st.clock[i]) == 0 and luck", "luck"),
    Mutant("sim/engine/windows.py", "int(st.place_rank[run]) < int(st.home[i])", "int(st.place_rank[run]) < 0"),
    Mutant(
        "sim/engine/claims.py",
        "        enlist(st, p, i, channel, run, 0.0, 1)",
        "        enlist(st, p, i, channel, run, 0.0, 0)",
    ),
    Mutant("sim/engine/police.py", "pack(int(st.episode[i]), 0, 0, 0)", "0"),
    Mutant("sim/engine/police.py", "int(st.opponent[i]) > _ORGANISATION", "int(st.opponent[i]) > 1"),
    Mutant("sim/engine/police.py", "p.heat_refused if way == _REFUSED", "p.heat_refused if way != _REFUSED"),
    Mutant("sim/engine/police.py", "st.filing_opened[row] = st.joined[i]", "st.filing_opened[row] = st.count[TICK]"),
    Mutant("sim/engine/past.py", "(need + UNIT - 1) // UNIT", "need // UNIT"),
    Mutant("sim/engine/ends.py", "if way == _REFUSED:", "if way != _REFUSED:"),
    Mutant("sim/engine/ends.py", ">= p.claim_max_visits", "> 0"),
    Mutant("sim/engine/ends.py", "honest = 1 if way == _CONSENT or", "honest = 1 if way == _PRESSED or"),
    Mutant("sim/engine/bonds.py", "int(st.tie_kind[k]) + 1", "1"),
    Mutant("sim/engine/causes.py", "change * units", "units"),
    Mutant("sim/engine/favour.py", "        return 1.0\n", "        return 0.5\n"),
    Mutant("sim/engine/ground.py", "p.stake_urban_gap * (1.0 - share)]", "p.stake_urban_gap]"),
    Mutant("sim/engine/birth.py", "opponent == _COLLECTIVE):", "opponent == _BEYOND):"),
    Mutant("sim/engine/borders.py", "met = PASSED_ON", "met = ALONE"),
    Mutant("sim/engine/borders.py", "if luck >= p.border_upper", "if luck < p.border_upper"),
    Mutant("sim/engine/borders.py", "_luck(st, key, 4) < collective_share", "_luck(st, key, 3) < collective_share"),
    Mutant("sim/engine/bordering.py", "found[row].append(before)", "found[row].append(row)"),
    Mutant("sim/engine/session.py", "met == JOINED and level >=", "met == JOINED and level >"),
    Mutant("sim/engine/gates.py", "for g in range(p.base, slot):", "for g in range(slot - 1, p.base - 1, -1):"),
    Mutant("sim/engine/institutions.py", "if (tick + 1) %", "if tick %"),
    Mutant("sim/engine/lines.py", "return int(st.line_before[line])", "return int(st.line_length[line])"),
    Mutant("sim/engine/lines.py", "tail = int(st.line_tail[line])\n", "tail = int(st.line_head[line])\n"),
    Mutant("sim/engine/lodging.py", "int(st.line_served[line]) - 1", "int(st.line_served[line])"),
    Mutant("sim/engine/lodging.py", "0.5 * sigma * sigma", "sigma * sigma"),
    Mutant("sim/engine/lodging.py", "if float(st.compulsion[i]) > 0.0:", "if float(st.compulsion[i]) > 1.0:"),
    Mutant("sim/engine/people.py", "for k in range(64):", "for k in range(1):"),
    Mutant("sim/engine/appeal.py", "granted = changed if by_claimant == 1", "granted = changed if by_claimant == 0"),
    Mutant("sim/engine/appealing.py", "level > int(st.home[i]) and", "level >= int(st.home[i]) and"),
    Mutant("sim/engine/owed.py", "st.filing_terms[filing] = _TO_COME", "st.filing_terms[filing] = 0"),
    Mutant("sim/engine/terms.py", "if by_court == 0 and confirmed == 0 and", "if by_court == 0 and"),
    Mutant(
        "sim/engine/terms.py",
        "st.filing_confirmed[filing]) == 1:\n        rate",
        "st.filing_confirmed[filing]) == 0:\n        rate",
    ),
    Mutant("sim/engine/confirmation.py", "luck < p.confirm_granted", "luck > p.confirm_granted"),
    Mutant("sim/engine/confirming.py", "way != _CONSENT or (forum != _COMMITTEE and", "way != _CONSENT or (True and"),
    Mutant("sim/engine/petitioning.py", "if level > int(st.answered[i]):\n        st", "if True:\n        st"),
    Mutant("sim/engine/petitioning.py", "way == _GRANTED", "way == _PROMISE"),
    Mutant("sim/engine/prefiling.py", "claimant | (respondent << 1)", "respondent | (claimant << 1)"),
    Mutant("sim/engine/prefiling.py", "== _GOVERNMENT:", "== _GOVERNMENT - 1:"),
    Mutant("sim/engine/trial.py", "st.episode[i] = int(st.episode[i]) + 1", "st.episode[i] = int(st.episode[i])"),
    Mutant("sim/engine/arbitration.py", "if way == _GRANTED and final", "if way == _REJECTED and final"),
    Mutant("sim/engine/arbitration.py", "own_merit(float(st.merit[i]), by_claimant)", "float(st.merit[i])"),
    Mutant("sim/engine/reconsidering.py", "own_merit(float(st.merit[i]), 1)", "own_merit(float(st.merit[i]), 0)"),
    Mutant("sim/engine/reconsidering.py", "RECONSIDERED if way == _REJECTED else 0", "0"),
    Mutant("sim/engine/ends.py", "go_to_trial(st, p, i, int(p.reconsideration_window))", "go_to_trial(st, p, i, 1)"),
    Mutant("sim/engine/ends.py", "go_to_trial(st, p, i, int(p.arbitration_window))", "go_to_trial(st, p, i, 1)"),
    Mutant(
        "sim/engine/owed.py", "forum == _ARBITRATION and confirmed == 0", "forum == _ARBITRATION and confirmed == 1"
    ),
    Mutant("sim/engine/trusting.py", "        forum = _ARBITRATION\n", "        forum = _COURT + 1\n"),
    Mutant("sim/engine/respondent.py", "kind == _TIE_KIN or kind == _TIE_FAR", "kind == _TIE_KIN"),
    Mutant("sim/engine/respondent.py", "if picked == household:", "if picked == -2:"),
    Mutant("sim/engine/seen.py", "block = (periods - 1) %", "block = periods %"),
    Mutant("sim/engine/seen.py", "columns.place_booked[:, block]", "columns.place_accepted[:, block]"),
    Mutant(
        "sim/engine/posts.py",
        "rest_idle(st, line, mean, tick - int(",
        "rest_idle(st, line, mean, 1 + tick - int(",
    ),
    Mutant("sim/engine/posts.py", "pack(spell, 1 + family, 0, 0)", "pack(spell, family, 0, 0)"),
    Mutant("sim/engine/posts.py", "st.post_used[k] = _least_used(st, k)", "st.post_used[k] = 0"),
    Mutant(
        "sim/engine/posts.py", "if k < 0 or int(st.post_in[k]) == 0:\n        k = next", "if True:\n        k = next"
    ),
    Mutant("sim/engine/posts.py", "+ agreed", "+ 1"),
    Mutant("sim/engine/staffing.py", "pack(month, 0, 0, 0)", "pack(month + 1, 0, 0, 0)"),
    Mutant("sim/engine/staffing.py", "    st.post_spell[k] = int(st.post_spell[k]) + 1\n", ""),
    Mutant("sim/engine/ends.py", "if p.on_paperwork == 1 and forum < _COURT:", "if p.on_paperwork == 1:"),
    Mutant("sim/engine/serve.py", "credit = int(st.line_credit[line])  #", "credit = credit - work  #"),
    Mutant("sim/engine/gatherings.py", "if int(st.place[i]) != place:", "if int(st.place[i]) == place:"),
    Mutant("sim/engine/gatherings.py", "<= int(st.cause_before[cause]) or", "< int(st.cause_before[cause]) or"),
    Mutant("sim/engine/gatherings.py", ">= p.gathering_pause", "> p.gathering_pause"),
    Mutant("sim/engine/gatherings.py", "below != before and below != run and", "below != run and"),
    Mutant("sim/engine/trusting.py", "if below < level:", "if below <= level:"),
    Mutant("sim/engine/trusting.py", "heard_units(p, there, felt", "heard_units(p, anchor, felt"),
    Mutant("sim/engine/trusting.py", "now = int(UNIT * own_shift(", "now = int(UNIT * 0.9 * own_shift("),
    Mutant("sim/engine/trusting.py", "int(st.last_way[i]) != _PROMISE", "int(st.last_way[i]) == _PROMISE"),
    Mutant("sim/engine/trust_told.py", "THEIRS]) + own", "THEIRS]) + 1"),
    Mutant("sim/engine/serve.py", "int(st.joined[i]) + notice >= tick", "int(st.joined[i]) + notice > tick"),
    Mutant("sim/engine/session.py", "if lacks == 1 or out == 1:", "if lacks == 1 and out == 1:"),
    Mutant("sim/engine/session.py", "if session + 1 >= p.settle_sessions:", "if session >= p.settle_sessions:"),
    Mutant("sim/engine/session.py", "level < int(st.impartial[i])", "level <= int(st.impartial[i])"),
    Mutant(
        "sim/engine/birth.py",
        "st.place[i] = st.hh_place[household]\n    st.claimant[i] = draw_adult(st, _CLAIMANT,",
        "st.place[i] = st.hh_place[household]\n    st.claimant[i] = draw_adult(st, _EXISTENCE,",
    ),
    Mutant("sim/engine/birth.py", "if opponent == _NEIGHBOUR or opponent == _SAME_UNIT:", "if opponent == _NEIGHBOUR:"),
    Mutant("sim/engine/cells.py", "p.voice_share * mean[:, source, None]", "mean[:, source, None]"),
    Mutant("sim/engine/shocks.py", "day < int(st.shock_end", "day <= int(st.shock_end"),
    Mutant("sim/engine/shocks.py", "if factor >= 1.0 or", "if factor >= 0.1 or"),
    Mutant(
        "sim/engine/shocks.py",
        "uniform(seed, _SHOCK, key, int(st.shock_key",
        "uniform(seed, _SHOCK, key, 1 + int(st.shock_key",
    ),
    Mutant("sim/engine/spread.py", "weight, total, end - start)", "weight, total, end - start + 1)"),
    Mutant(
        "sim/engine/order.py", "return int(st.born[i]) < int(st.born[j])", "return int(st.born[i]) > int(st.born[j])"
    ),
    Mutant("sim/engine/spread.py", "if days > 0:", "if days > 1:"),
)
TWIN: Final = (
    Mutant("tests/twin/books.py", "for case in closed if case.booked", "for case in closed"),
    Mutant("tests/twin/books.py", "[*petitions, *beyond]", "petitions"),
    Mutant("tests/twin/birth.py", "place.key ^ (kind + 1)", "place.key ^ kind"),
    Mutant(
        "tests/twin/birth.py",
        "if dispute is not None and is_spared(model, place, kind, own_id):\n                    born",
        "if dispute is not None:\n                    born",
    ),
    Mutant(
        "tests/twin/due.py",
        "model.scheduled_coupled.append((dispute, other))",
        "model.scheduled_coupled.append((dispute, dispute.type))",
    ),
    Mutant("tests/twin/shocks.py", "burn_in + shock.end - 1", "burn_in + shock.end"),
    Mutant("tests/twin/choose.py", "MOST_TALKS = 2", "MOST_TALKS = 1"),
    Mutant("tests/twin/career.py", "behind.level < level", "behind.level <= level"),
    Mutant("tests/twin/surges.py", "return len(own) + len(beyond)", "return len(own)"),
    Mutant("tests/twin/unproved.py", "called, dispute.called = dispute.called, False", "called = dispute.called"),
    Mutant(
        "tests/twin/unproved.py",
        "left = rules.cooled(rules.temper_of(dispute.temper), days,",
        "left = rules.cooled(rules.temper_of(dispute.temper), 0,",
    ),
    Mutant("tests/twin/departments.py", "case.joined = model.tick\n    case.line.append", "case.line.append"),
    Mutant("tests/twin/departments.py", "order.index(one)", "left.index(one)"),
    Mutant("tests/twin/departments.py", "or case.misrouted or", "or"),
    Mutant("tests/twin/due.py", "case.patience_day <= case.clock_day", "case.patience_day <= case.clock_day + 9"),
    Mutant("tests/twin/ends.py", "dispute.due = model.tick + 1", "dispute.due = model.tick + 2"),
    Mutant("tests/twin/finding.py", "first <= case.opened <= model.tick", "first < case.opened <= model.tick"),
    Mutant("tests/twin/finding.py", "dispute.exposure += today(model, dispute.place)", "dispute.exposure += 4096"),
    Mutant("tests/twin/history.py", "itemgetter(0, 1, 2)", "itemgetter(0, 2)"),
    Mutant("tests/twin/institutions.py", "w_u * (1.0 - m)", "w_u"),
    Mutant("tests/twin/line.py", "self.served - 1", "self.served - 2"),
    Mutant("tests/twin/lodging.py", "sigma * sigma / 2.0", "sigma / 2.0"),
    Mutant("tests/twin/luck.py", "entity, (a << 48) | (b << 32)", "entity, (a << 48) | (b << 33)"),
    Mutant("tests/twin/police.py", "station.credit < p.police_minutes", "station.credit <= p.police_minutes"),
    Mutant("tests/twin/people.py", "standing / 255", "standing / 256"),
    Mutant("tests/twin/appeal.py", "granted = changed if by_claimant else not changed", "granted = not changed"),
    Mutant("tests/twin/terms.py", "enforceable = by_court or case.confirmed", "enforceable = by_court"),
    Mutant("tests/twin/confirmation.py", "judges.credit -= minutes", "judges.credit -= 0"),
    Mutant("tests/twin/arbitration.py", "p.court_merit, dispute.merit)", "p.court_merit, 0.5)"),
    Mutant("tests/twin/reconsideration.py", "dispute.home + 1]", "p.court_rank]"),
    Mutant("tests/twin/prefiling.py", "dispute.visits[model.court] - 1", "dispute.visits[model.court]"),
    Mutant("tests/twin/respondent.py", "FIRST_ORGANISATION = 1 << 20", "FIRST_ORGANISATION = 1 << 21"),
    Mutant("tests/twin/borders.py", "heated(dispute.hostility, p.border_heat)", "dispute.hostility"),
    Mutant("tests/twin/borders.py", "household.place.run[p.base]", "claimant.place.run[p.base]"),
    Mutant("tests/twin/servers.py", "case.met == 1)", "case.met == 0)"),
    Mutant("tests/twin/servers.py", "case.sessions >= p.settle_sessions", "case.sessions > p.settle_sessions"),
    Mutant("tests/twin/staff.py", "post.used * best.minutes < best.used", "post.used * best.minutes <= best.used"),
    Mutant("tests/twin/staff.py", "case.server is None or not case.server.present", "case.server is None"),
    Mutant("tests/twin/line.py", "idle = max(0, model.tick - self.served)\n", "idle = 0\n"),
    Mutant("tests/twin/spreading.py", "if member.adult:", "if not member.adult:"),
    Mutant("tests/twin/docket.py", "trial.given_back += 1", "pass"),
)
MUTANTS: Final = RULES + ENGINE + TWIN

TRIALS: Final = (
    Trial(
        world_seed=11, seed=3, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["gated"],
        arm=Shaker(seed=5, start=3, end=50), ticks=70,
    ),
    Trial(
        world_seed=12, seed=3, levels=LEVEL_SETS[3], overrides=BUSY | PRESETS["blocked"],
        arm=Shaker(seed=6, start=12, end=None), ticks=70,
    ),
    Trial(world_seed=13, seed=3, overrides=BUSY | PRESETS["hot"], ticks=70),
    Trial(world_seed=14, seed=3, levels=LEVEL_SETS[0], overrides=BUSY | PRESETS["outside"], ticks=100),
    Trial(world_seed=15, seed=3, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["authority"], ticks=100),
    Trial(
        world_seed=14, seed=1, levels=LEVEL_SETS[1], ticks=110,
        overrides=BUSY | PRESETS["outside"] | PRESETS["answered"],
    ),
    Trial(
        world_seed=16, seed=3, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["outside"] | {"appraisal.review_days": 9},
        arm="keep_in_village(start=5)", reacts=Reactor(review_days=4, start=2), ticks=70,
    ),
    Trial(world_seed=19, seed=3, levels=LEVEL_SETS[1], households=45, overrides=BUSY | PRESETS["jammed"], ticks=75),
    Trial(world_seed=17, seed=3, levels=LEVEL_SETS[2], households=20, overrides=BUSY | PRESETS["mixed"], ticks=75),
    Trial(
        world_seed=17, seed=3, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["fragmented"],
        arm=Shaker(seed=9, start=10, end=60), ticks=90,
    ),
    Trial(
        world_seed=5, seed=5, levels=LEVEL_SETS[2], households=25, overrides=BUSY | PRESETS["bordering"],
        arm=Shaker(seed=9, start=10, end=60), ticks=70,
    ),
    Trial(
        world_seed=18, seed=4, ticks=70,
        overrides=BUSY | PRESETS["fragmented"] | PRESETS["hot"] | {"processes.tie_kinds": False},
    ),
    Trial(
        world_seed=17, seed=3, levels=LEVEL_SETS[1], overrides=BUSY | PRESETS["found"],
        arm=Shaker(seed=7, start=4, end=60), reacts=Reactor(review_days=6, start=2), ticks=110,
    ),
    Trial(world_seed=21, seed=4, levels=LEVEL_SETS[1], overrides=BUSY | PRESETS["asked"], ticks=70),
    Trial(
        world_seed=20, seed=4, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["windowed"],
        arm=Shaker(seed=4, start=5, end=60), ticks=70,
    ),
    Trial(
        world_seed=19, seed=4, levels=LEVEL_SETS[2], households=20, overrides=BUSY | PRESETS["called"],
        arm="keep_in_village(start=5)", ticks=120,
    ),
    Trial(world_seed=17, seed=3, levels=LEVEL_SETS[2], households=20, overrides=BUSY | PRESETS["roused"], ticks=70),
    Trial(
        world_seed=13, seed=2, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["driven"],
        arm=Shaker(seed=3, start=14, end=45), ticks=75,
    ),
    Trial(world_seed=7, seed=2, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["court"], ticks=70),
    Trial(world_seed=3, seed=3, levels=LEVEL_SETS[3], overrides=BUSY | PRESETS["labour"], ticks=70),
    Trial(world_seed=4, seed=5, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["reviewed"], ticks=70),
    Trial(
        world_seed=52, seed=2, levels=LEVEL_SETS[2], households=20, overrides=BUSY | PRESETS["staffed"],
        arm=Shaker(seed=2, start=9, end=70), ticks=110,
    ),
    Trial(world_seed=12, seed=1, levels=LEVEL_SETS[1], households=15, overrides=BUSY | PRESETS["gathering"], ticks=40),
    Trial(world_seed=8, seed=6, levels=LEVEL_SETS[2], overrides=BUSY | PRESETS["docketed"], ticks=80),
    Trial(world_seed=11, levels=LEVEL_SETS[2], households=20, overrides=BUSY | PRESETS["distrusting"],
          ticks=60, seed=0),
    Trial(world_seed=40, seed=4, households=8, overrides=BUSY | PRESETS["quick"], ticks=420),
)  # fmt: skip
"""Small societies in which between them everything happens; the first that differs is enough."""


class Planter(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Hands out the faulty source of one module."""

    def __init__(self) -> None:
        self.mutant: Mutant | None = None

    def find_spec(self, name: str, _path: Any, _target: Any = None) -> Any:
        if self.mutant is not None and name == self.mutant.module:
            return importlib.util.spec_from_loader(name, self, origin=self.mutant.file)
        return None

    def create_module(self, _spec: Any) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        assert self.mutant is not None
        module.__file__ = str(ROOT / self.mutant.file)
        exec(compile(self.mutant.source(), module.__file__, "exec"), module.__dict__)  # noqa: S102 - the point of it


class Laboratory:
    """The trials as both sides have them without a fault, and one side run anew with it."""

    def __init__(self) -> None:
        from sim.engine.run import Run

        self.societies = [(trial, *trial.society()) for trial in TRIALS]
        self.twins = [
            TwinModel(scenario, world, trial.policies(), trial.seed).run(trial.ticks)
            for trial, scenario, world in self.societies
        ]
        self.runs = [self._run(Run, number) for number in range(len(TRIALS))]
        self.planter = Planter()
        sys.meta_path.insert(0, self.planter)

    def _run(self, run_class: Any, number: int) -> Any:
        trial, scenario, world = self.societies[number]
        run = run_class(scenario, world, trial.policies(), seed=trial.seed)
        run.advance(trial.ticks)
        return run

    def unequal(self) -> list[int]:
        """Trials on which the sound sides differ."""
        return [n for n in range(len(TRIALS)) if self._noticed(self.runs[n], self.twins[n])]

    def noticed(self, mutant: Mutant) -> bool:
        """Whether any trial differs, fails or never ends with the fault in place."""
        mutant.source()
        self.planter.mutant = mutant
        signal.alarm(SECONDS)
        try:
            return any(self._differs(mutant, number) for number in range(len(TRIALS)))
        except Exception:  # noqa: BLE001 - a fault that ends the run in any way has been noticed
            return True
        finally:
            signal.alarm(0)
            self.planter.mutant = None
            _forget("sim.engine", "sim.rules", "tests.twin.")

    def _differs(self, mutant: Mutant, number: int) -> bool:
        if number == 0:
            _forget(*(("tests.twin.",) if mutant in TWIN else ("sim.engine", "sim.rules")))
        if mutant in TWIN:
            trial, scenario, world = self.societies[number]
            model = importlib.import_module("tests.twin.model").TwinModel
            twin = model(scenario, world, trial.policies(), trial.seed).run(trial.ticks)
            return self._noticed(self.runs[number], twin)
        run = self._run(importlib.import_module("sim.engine.run").Run, number)
        return self._noticed(run, self.twins[number])

    @staticmethod
    def _noticed(run: Any, twin: Any) -> bool:
        return run.digest != twin.digest or beside_twin.hidden_difference(run, twin) is not None


def _forget(*prefixes: str) -> None:
    """Have modules imported anew; those of the harness stay as they are."""
    keep = {"tests.twin.small", "tests.twin.strategies", "tests.twin.reactor"}
    for name in [name for name in sys.modules if name.startswith(prefixes) and name not in keep]:
        del sys.modules[name]
        parent, _, child = name.rpartition(".")
        if parent in sys.modules:  # `from package import module` looks at the package first
            vars(sys.modules[parent]).pop(child, None)


def _too_late(*_signal: Any) -> None:
    raise TimeoutError


def main(asked: list[str]) -> None:
    """Plant every mutant of a share and write what went unnoticed, and the trials on which the sound sides differ."""
    share, shares = (int(word) for word in asked or ("0", "1"))
    signal.signal(signal.SIGALRM, _too_late)
    laboratory = Laboratory()
    unequal = laboratory.unequal()
    unnoticed = [mutant.name for mutant in MUTANTS[share::shares] if not laboratory.noticed(mutant)]
    sys.stdout.write(json.dumps({"unequal": unequal, "unnoticed": unnoticed}))


if __name__ == "__main__":
    main(sys.argv[1:])
