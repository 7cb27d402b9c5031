"""Who serves a line: mediators who may settle by consent only, officials who decide. One session at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mesa

from sim.names import Event, Forum, Phase, Purpose, Way
from tests.twin import arbitration, borders, career, departments, docket, staff, unproved
from tests.twin import rulebook as rules
from tests.twin.due import heat_by_waiting
from tests.twin.ends import end_case
from tests.twin.line import TRIBUNALS

if TYPE_CHECKING:
    from tests.twin.dispute import Case, Dispute
    from tests.twin.line import Line
    from tests.twin.model import TwinModel


def serve(model: TwinModel, line: Line) -> None:
    """Phases 4 and 5 for one line that is not empty: as many sessions as the saved-up minutes allow."""
    line.credit += line.minutes(model)
    notice = model.p.prefiling_notice if line.forum == Forum.PREFILING else 0
    while line.cases:
        if docket.is_next(line):
            if not docket.hear(model, line, notice):
                break
            continue
        head = line.waiting[0]
        case = head.case
        assert case is not None
        if case.joined + notice >= model.tick or line.credit < case.work_minutes:
            break
        line.credit -= case.work_minutes
        line.minutes_used += case.work_minutes
        heat_by_waiting(model, head)
        if departments.wrong_desk(model, head, case):
            continue
        staff.give_to_somebody(model, case)
        if _at_a_border(head, case):
            case.met = borders.meet(model, head, case)
            if case.met == 2:
                _lose_session(model, head, case)
                continue
        if line.forum == Forum.COURT:
            line.official.judge(head, case)
        elif line.forum in TRIBUNALS:
            line.mediator.arbitrate(head, case)
        elif head.faces_authority and line.forum in (Forum.OFFICE, Forum.PETITION):
            line.official.decide(head, case)
        else:
            line.mediator.mediate(head, case)
    if not line.cases:
        line.credit = min(line.credit, line.mean_minutes)
    line.served = model.tick


def _u(model: TwinModel, purpose: Purpose, dispute: Dispute, case: Case, last: int = 0) -> float:
    return model.luck.uniform(purpose, dispute.id, case.forum, case.slot, case.visit, last)


def _note_session(model: TwinModel, dispute: Dispute, case: Case, chance: float, *, agreed: bool) -> None:
    career.heard(dispute, case)
    staff.remember(model, dispute, case, agreed=agreed)
    model.note(
        Phase.SERVE, Event.SESSION, dispute, forum=case.forum, slot=case.slot, place=case.place,
        detail=case.sessions | int(agreed) << 8, x=chance, y=dispute.hostility, z=dispute.interest,
    )  # fmt: skip


def _lacks_power(dispute: Dispute, case: Case) -> bool:
    """Those who see it cannot handle it."""
    return case.place.level < dispute.respondent.power or (dispute.exclusive and not case.line.at_court)


def _at_a_border(dispute: Dispute, case: Case) -> bool:
    """A matter of two places before a forum of one of them, below the level of both."""
    administrative = case.forum in (Forum.COMMITTEE, Forum.OFFICE, Forum.PETITION)
    return dispute.border > 0 and administrative and case.place.level < dispute.ancestor


def _out_of_reach(dispute: Dispute, case: Case) -> bool:
    """Both places together reach both parties."""
    if case.place.level < dispute.impartial:
        return True
    return case.place.level < dispute.ancestor and not (_at_a_border(dispute, case) and case.met == 1)


def _give_up(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """The forum is done with the case: a promise or a payment, or a plain rejection."""
    shelved = unproved.shelved(model, dispute, case.forum) if case.forum != Forum.PREFILING else 0.0
    promised = _u(model, Purpose.PROMISE, dispute, case) < shelved
    end_case(model, dispute, Way.PROMISE if promised else Way.REJECTED, Phase.OUTCOME)


def _lose_session(model: TwinModel, dispute: Dispute, case: Case) -> None:
    """A department was missing."""
    if case.sessions + 1 >= model.p.settle_sessions:
        _give_up(model, dispute, case)
        return
    case.sessions += 1
    departments.put_aside(model, dispute, case)


class Mediator(mesa.Agent):
    """The mediator of a line; nothing but consent ends a session well."""

    def mediate(self, dispute: Dispute, case: Case) -> None:
        """Hold one session."""
        model, p = self.model, self.model.p
        agreed_at_the_door = case.forum == Forum.PREFILING
        if case.sessions == 0 and not agreed_at_the_door and not self._respondent_comes(dispute, case):
            end_case(model, dispute, Way.REFUSED, Phase.OUTCOME)
            return
        if not case.line.calls_nobody and not departments.all_come(model, dispute, case):
            _lose_session(model, dispute, case)
            return
        lacking = _lacks_power(dispute, case)
        chance = self._chance(dispute, case, lacking=lacking)
        agreed = _u(model, Purpose.SETTLE, dispute, case, case.sessions) < chance
        _note_session(model, dispute, case, chance, agreed=agreed)
        if agreed:
            end_case(model, dispute, self._agreement(dispute, case), Phase.OUTCOME)
            return
        unproved.answer_each_other(model, dispute)
        case.sessions += 1
        if not lacking:
            dispute.interest = dispute.interest * (1.0 - p.settle_partial)
        if case.sessions >= p.settle_sessions:
            _give_up(model, dispute, case)
        else:
            case.line.waiting.remove(dispute)
            case.line.waiting.append(dispute)
            case.joined = model.tick

    def arbitrate(self, dispute: Dispute, case: Case) -> None:
        """The one hearing of a labour tribunal, or of reconsideration."""
        model = self.model
        chance = self._chance(dispute, case, lacking=False)
        agreed = _u(model, Purpose.SETTLE, dispute, case) < chance
        _note_session(model, dispute, case, chance, agreed=agreed)
        way, felt_fair = (Way.CONSENT, False) if agreed else arbitration.award(model, dispute, case)
        end_case(model, dispute, way, Phase.OUTCOME, felt_fair=felt_fair)

    def _respondent_comes(self, dispute: Dispute, case: Case) -> bool:
        model, p = self.model, self.model.p
        if not p.on_respondent_answer:
            return True
        score = rules.stake_score(dispute.stake, p.stake_median, p.stake_sigma)
        chance = rules.respondent_consent(p, dispute.tie, score, dispute.respondent.standing, dispute.compulsion)
        if p.on_tie_kinds:
            chance = rules.consent_by_tie(chance, p.tie_consent[dispute.bond])
        if _u(model, Purpose.CONSENT, dispute, case, 1) < chance:
            return True
        model.note(
            Phase.SERVE, Event.CONSENT, dispute, forum=case.forum, slot=case.slot, place=case.place,
            x=chance, y=dispute.hostility, z=dispute.interest,
        )  # fmt: skip
        return False

    def _chance(self, dispute: Dispute, case: Case, *, lacking: bool) -> float:
        model, p = self.model, self.model.p
        level = case.place.level
        base_level = dispute.place.run[p.base].level
        knowledge = rules.knowledge_at(p, level, base_level, dispute.place.urban, dispute.information)
        intercept = p.settle_mu[p.type_family[dispute.type]]
        logit = rules.session_logit(p, intercept, dispute.tie, dispute.hostility, dispute.gap, knowledge)
        out_of_reach = 1 if _out_of_reach(dispute, case) else 0
        logit += rules.burden_logit(p, case.line.load(model), dispute.compulsion, out_of_reach)
        logit += staff.skill_of(model, case, p.type_family[dispute.type])
        effort = model.principals[case.place.index].effort
        chance = rules.session_probability(p, logit, effort, 1 if lacking else 0)
        chance = chance * staff.strain_of(model, case)
        if case.line.calls_nobody and dispute.needs:
            return rules.without_departments(p, chance)
        return chance

    def _agreement(self, dispute: Dispute, case: Case) -> Way:
        """Consent, or a paper pressed out of the weaker party."""
        model = self.model
        if not model.p.on_pressing:
            return Way.CONSENT
        suppression = model.principals[case.place.index].suppression
        chance = rules.pressed_probability(model.p, dispute.gap, dispute.compulsion, suppression)
        if model.p.on_closeness:
            other = dispute.respondent.closeness
            chance = rules.leaned_on(chance, model.p.cadres_press, other, dispute.claimant.closeness)
        pressed = _u(model, Purpose.PRESS, dispute, case, case.sessions) < chance
        return Way.PRESSED if pressed else Way.CONSENT


class Official(mesa.Agent):
    """Who decides: an office or petition department against an authority, and the judge."""

    def decide(self, dispute: Dispute, case: Case) -> None:
        """Decide on a complaint against a collective or a level of government."""
        model, p = self.model, self.model.p
        if not departments.all_come(model, dispute, case):
            _lose_session(model, dispute, case)
            return
        effort = model.principals[case.place.index].effort
        chance = rules.grant_probability(p.petition_decide, p.court_merit, dispute.merit)
        if p.on_closeness:
            chance = rules.favoured(chance, p.cadres_grant, dispute.claimant.closeness)
        chance = chance * rules.session_quality(p, effort) * staff.strain_of(model, case)
        if _lacks_power(dispute, case) or _out_of_reach(dispute, case):
            chance = chance * p.settle_lacking
        granted = _u(model, Purpose.SETTLE, dispute, case, case.sessions) < chance
        _note_session(model, dispute, case, chance, agreed=granted)
        if granted:
            end_case(model, dispute, Way.GRANTED, Phase.OUTCOME)
        elif self._felt_fair(dispute, case, p.petition_fair):
            end_case(model, dispute, Way.REJECTED, Phase.OUTCOME, felt_fair=True)
        else:
            _give_up(model, dispute, case)

    def judge(self, dispute: Dispute, case: Case) -> None:
        """Give judgment."""
        model, p = self.model, self.model.p
        chance = rules.grant_probability(p.court_grant, p.court_merit, dispute.merit)
        granted = _u(model, Purpose.SETTLE, dispute, case, case.sessions) < chance
        _note_session(model, dispute, case, chance, agreed=granted)
        if granted:
            end_case(model, dispute, Way.GRANTED, Phase.OUTCOME)
        else:
            felt_fair = self._felt_fair(dispute, case, p.court_fair)
            end_case(model, dispute, Way.REJECTED, Phase.OUTCOME, felt_fair=felt_fair)

    def _felt_fair(self, dispute: Dispute, case: Case, share: float) -> bool:
        return _u(self.model, Purpose.FAIR, dispute, case) < rules.fair_probability(share, dispute.hostility)
