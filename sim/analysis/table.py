"""Decides which indicators there are: name, unit, kind, labels, definition. What they are worth: `indicators`."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Final, Literal

from sim.errors import ObjectiveError, complain
from sim.records import require_truth

Kind = Literal["outcome", "paired", "spill", "petition", "cost", "context"]
"""outcome: what truly happened · paired: reported and true · spill, petition: flows upward · cost · context: inputs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """One indicator. `zh`, `en` are its labels, `definition` what is counted, in English."""

    name: str
    unit: str
    kind: Kind
    zh: str
    en: str
    definition: str


def _row(name: str, unit: str, kind: Kind, zh: str, en: str, definition: str) -> Indicator:
    return Indicator(name=name, unit=unit, kind=kind, zh=zh, en=en, definition=definition)


def _true(name: str, unit: str, zh: str, en: str, definition: str) -> Indicator:
    return _row(name, unit, "outcome", zh, en, definition)


def _up(name: str, unit: str, zh: str, en: str, definition: str) -> Indicator:
    return _row(name, unit, "spill", zh, en, definition)


SHARE, _RATE, _DAYS, _COUNT = "share", "per 1,000 adult-years", "days", "per 1,000 adults"

INDICATORS: Final = (
    _true("true_resolution", SHARE, "实质化解率", "true resolution", "voiced disputes that ended resolved"),
    _true("accepted", SHARE, "接受裁断", "accepted", "voiced disputes lost but felt fair"),
    _true("lumped", SHARE, "忍了", "lumped", "voiced disputes given up"),
    _true("suppressed", SHARE, "被压下", "suppressed", "voiced disputes blocked, pressed or promised away"),
    _true("active", SHARE, "未了", "still open", "voiced disputes still pursued, or back within a year"),
    _true("outside_open", SHARE, "域外未了", "open outside", "voiced disputes lying outside at the end"),
    _true("return_rate", SHARE, "回流率", "return rate", "settled or accepted ends back within 365 days"),
    _true("days_to_resolution", _DAYS, "化解用时", "days to resolution", "median days, voiced to last end"),
    _true("right_level", SHARE, "层级恰当", "right level", "power <= level of last end <= home"),
    _true("held_below_competence", SHARE, "看得见管不了", "held below competence",
         "heard, but below the power to grant it, or never where the exclusive remedy is"),
    _true("lifted_needlessly", SHARE, "无须上行而上行", "lifted needlessly", "above home, no failed session below"),
    _true("lifted_after_fair_try", SHARE, "本级试过而上行", "lifted after a fair try", "above home after one"),
    _true("never_heard", SHARE, "从未被听取", "never heard", "voiced disputes without a session"),
    _true("across_borders", SHARE, "跨界事项占比", "across borders", "voiced disputes that are of two places"),
    _true("across_right_level", SHARE, "跨界事项层级恰当", "across borders, right level",
          "of those, power <= level of last end <= home"),
    _true("lumped_stock", _COUNT, "忍了的存量", "lumped stock", "lumped disputes on the last day, everybody's"),
    _true("suppressed_stock", _COUNT, "被压下的存量", "suppressed stock", "suppressed on the last day"),
    _true("backlog", _COUNT, "在诉存量", "backlog", "disputes being pursued on the last day, everybody's"),
    _true("sessions_lost", SHARE, "缺部门空开", "sessions lost", "sessions at which a department needed was missing"),
    _true("sessions_lost_small", SHARE, "缺部门空开：小事", "sessions lost, small matters", "none, by definition"),
    _true("sessions_lost_big", SHARE, "缺部门空开：大事", "sessions lost, big matters", "the same, of big ones"),
    _true("sessions_lost_beyond_town", SHARE, "缺部门空开：出镇之事", "sessions lost, beyond the town", "the same"),
    _true("misrouted", SHARE, "投错门", "misrouted", "claims above the lowest forum, heard first by a wrong desk"),
    _true("misrouted_small", SHARE, "投错门：小事", "misrouted, small matters", "the same, of small ones"),
    _true("misrouted_big", SHARE, "投错门：大事", "misrouted, big matters", "the same, of big ones"),
    _true("misrouted_beyond_town", SHARE, "投错门：出镇之事", "misrouted, beyond the town", "of matters beyond it"),
    _true("treatment_children", "per root", "对待引发的新怨", "treatment grievances",
         "grievances that treatment of the cohort's disputes caused"),
    _true("sympathetic_children", "per root", "同情引发的新怨", "sympathetic grievances",
         "grievances that the cohort's disputes raised in others"),
    _up("spill", _RATE, "外溢率", "spill", "disputes a party lodged administratively above home, or outside"),
    _up("spill_per_dispute", SHARE, "外溢比例", "spill per dispute", "the same over voiced disputes"),
    _up("spill_administrative", _RATE, "行政外溢", "administrative spill", "above home, never outside"),
    _up("spill_outside", _RATE, "域外外溢", "spill outside", "lodged beyond the root"),
    _up("lawful_review", _RATE, "其中依法复核", "of which lawful review", "by the next place up"),
    _up("judicial_spill", _RATE, "司法上行（权利，非失败）", "judicial (a right)", "court above home, nothing else"),
    _up("attempts_above", _RATE, "上行尝试（含被拦）", "attempts above home", "claims above, intercepted or not"),
    _true("intercepted", _RATE, "途中被拦", "intercepted", "attempts above home that never reached a window"),
    _up("escalation", SHARE, "逐级上行", "escalation", "disputes with a later claim above its highest so far"),
    _up("skip", SHARE, "越级", "skipping levels", "claimed past an untried level that has a forum"),
    _up("horizontal_spill", "per root", "横向外溢", "horizontal spill", "voiced children elsewhere, per root"),
    _up("horizontal_neighbour", "per root", "横向外溢：经邻居", "horizontal spill by neighbours", "along such a tie"),
    _up("horizontal_kin", "per root", "横向外溢：经亲属", "horizontal spill by kin", "along such a tie"),
    _up("horizontal_other_block", "per root", "横向外溢：经他组相识", "horizontal spill by other blocks",
        "of which along ties to people of another block"),
    _up("horizontal_work", "per root", "横向外溢：经同事", "horizontal spill by workmates", "along such a tie"),
    _up("horizontal_far", "per root", "横向外溢：经远亲", "horizontal spill by far kin", "along such a tie"),
    _up("horizontal_online", "per root", "横向外溢：经网友", "horizontal spill online", "along such a tie"),
    _up("group_incidents", _RATE, "群体性事件", "group incidents", "people with one cause who stood up together"),
    _up("group_incidents_across", _RATE, "跨村（居）群体性事件", "group incidents across places",
        "of which with people of more than one lowest-level place"),
    _up("in_group_incidents", SHARE, "参与群体性事件", "in group incidents", "disputes whose claimant stood up in one"),
    _up("ended_above", SHARE, "终于本应层级之上", "ended above home", "last end or open case above home"),
    _row("motto_small", SHARE, "paired", "小事不出村", "small matters stay in the village", "see analysis.mottoes"),
    _row("motto_big", SHARE, "paired", "大事不出镇", "big matters stay in the town", "see analysis.mottoes"),
    _row("motto_not_up", SHARE, "paired", "矛盾不上交", "no conflict is passed upward", "see analysis.mottoes"),
    _row("success_committee", SHARE, "paired", "村（居）调解成功率", "committee success", "cases that held"),
    _row("success_office", SHARE, "paired", "乡镇调解成功率", "town office success", "cases of the year that held"),
    _row("success_petition", SHARE, "paired", "信访办结率", "petition success", "cases of the year that held"),
    _row("success_prefiling", SHARE, "paired", "诉前调解成功率", "pre-filing success", "cases that held"),
    _row("success_reconsideration", SHARE, "paired", "行政复议结案率", "reconsideration closure", "cases that held"),
    _row("success_arbitration", SHARE, "paired", "劳动仲裁结案率", "arbitration closure", "cases that held"),
    _row("success_court", SHARE, "paired", "法院结案率", "court closure", "cases of the year that held"),
    _row("petitions", _RATE, "petition", "登记信访", "registered petitions", "at petition offices and outside"),
    _row("suits", _RATE, "context", "居民起诉", "residents' suits", "cases accepted by the court"),
    _row("mediated", _RATE, "context", "调解受理", "mediation cases", "cases accepted by committees and town offices"),
    _row("mediated_booked", _RATE, "paired", "调解件数", "entries of mediation", "cases; in books, padded ones too"),
    _row("opened_by_mediator", SHARE, "paired", "调解员主动发现", "opened by the mediator",
         "mediation cases that the forum found; in the books also what it padded"),
    _row("opened_by_party", SHARE, "paired", "当事人申请", "opened by a party", "mediation cases a party lodged"),
    _row("opened_by_referral", SHARE, "paired", "移送受理", "opened by referral", "cases an institution moved there"),
    _true("padded_share", SHARE, "凑数所占", "padded share", "entries of mediation without a dispute"),
    _true("prevented", _RATE, "预防", "prevented", "settled before they were voiced, and not back within a year"),
    _row("window_contacts", _RATE, "context", "经窗口提出", "claims through windows", "at the hotline or the centre"),
    _true("window_misdirected", SHARE, "窗口派错", "misdirected", "of those, first sent to a forum without the remit"),
    _row("demands", _RATE, "context", "诉求", "service demands", "at windows, counted by place"),
    _row("demands_met", SHARE, "context", "诉求办成率", "demands met", "in truth, whatever the books say"),
    _row("hotline_response", SHARE, "paired", "热线响应率", "hotline: answered in time",
         "demands answered and attended to in time; in books, of those written down"),
    _row("hotline_solved", SHARE, "paired", "热线解决率", "hotline: solved", "demands met; in books, as booked"),
    _row("hotline_satisfied", SHARE, "paired", "热线满意率", "hotline: satisfied",
         "callers treated well, whatever came of it; in books, of those who were written down"),
    _true("contacts_unanswered", SHARE, "无人接听", "contacts unanswered", "calls and visits that nobody answered"),
    _row("demands_beyond", SHARE, "context", "超职权诉求", "demands beyond remit", "beyond the town's power"),
    _row("success_one_stop", SHARE, "paired", "一站式中心化解率", "one-stop success", "disputes it sent on that held"),
    _row("police_calls", _RATE, "context", "报警", "calls to the police", "of quarrels, answered in the year"),
    _true("police_unattended", SHARE, "无警力调解", "calls nobody mediated", "no officer was free"),
    _true("police_refused", SHARE, "拒绝当场调解", "refused on the spot", "of calls for which an officer was free"),
    _row("success_police", SHARE, "paired", "警务调解成功率", "police success", "calls mediated that held"),
    _true("false_alarms", _RATE, "误报", "false alarms", "looks at what was no grievance, everybody's"),
    _true("reproduction", "per grievance", "引发的再引发", "grievances per grievance",
          "caused by others in the last year, over all of the year before; from 1 on spread feeds itself"),
    _row("trust_local", SHARE, "context", "对基层的信任", "trust in the lowest level",
         "mean over residents at the last review; the anchor where trust does not move"),
    _row("trust_inside", SHARE, "context", "对各级的信任", "trust in the levels", "the same, mean of levels inside"),
    _row("sent_before_filing", SHARE, "context", "诉前调解份额", "mediated before filing", "suits at the court's door"),
    _row("prefiling_days", _DAYS, "context", "诉前调解用时", "days of it", "mean days, accepted to agreed or failed"),
    _row("reconsiderations", _RATE, "context", "行政复议", "reconsideration", "applications accepted by it"),
    _row("arbitrations", _RATE, "context", "劳动仲裁", "labour arbitration", "cases accepted by it"),
    _row("arbitration_days", _DAYS, "context", "劳动仲裁用时", "days of it", "mean days, accepted to closed"),
    _row("awards_contested", SHARE, "context", "不服裁决起诉", "awards taken to court", "awards of labour arbitration"),
    _row("court_breaches", SHARE, "context", "超审限", "trials past the clock", "of suits closed, or open past it"),
    _row("mediation_out_of_time", SHARE, "context", "调解逾期未结", "mediation out of time", "of cases closed"),
    _row("petition_out_of_time", SHARE, "context", "信访逾期未结", "petitions out of time", "of cases closed"),
    _row("no_appeal", SHARE, "context", "一审服判息诉率", "judgments not appealed", "judgments of first instance"),
    _row("terms_kept", SHARE, "context", "自动履行率", "terms kept", "agreements and judgments whose terms fell due"),
    _row("terms_enforced", SHARE, "context", "执行到位", "terms enforced", "of the same"),
    _row("terms_broken", SHARE, "context", "未履行", "terms broken", "of the same, neither kept nor enforced"),
    _row("mediated_enforced", SHARE, "context", "调解案件进入执行", "agreements in enforcement",
         "agreements whose terms fell due, enforcement asked for"),
    _row("confirmed", SHARE, "context", "司法确认率", "agreements confirmed",
         "agreements at committees and town offices"),
    _row("voiced", _RATE, "context", "纠纷发生率", "voiced disputes", "voiced disputes of the cohort"),
    _row("own_staff_days", "staff-days", "cost", "办案人日", "staff-days of sessions", "of the cohort's own cases"),
    _row("department_staff_days", "staff-days", "cost", "部门会办人日", "staff-days of departments",
         "of those that turned up for the cohort's own cases"),
    _row("policy_staff_days", "staff-days", "cost", "政策人日", "staff-days of policies", "over the cohort's days"),
    _row("policy_yuan", "yuan", "cost", "政策支出", "yuan of policies", "over the cohort's days"),
    _row("staff_days_per_resolution", "staff-days", "cost", "每件实质化解人日", "staff-days per true resolution",
         "own sessions, departments and policies over resolved disputes"),
    _row("yuan_per_resolution", "yuan", "cost", "每件实质化解费用", "yuan per true resolution", "the same in yuan"),
)  # fmt: skip
"""All indicators, in the order in which they are shown."""

_BY_NAME: Final = {row.name: row for row in INDICATORS}


def indicator(name: str) -> Indicator:
    """Return the indicator of that name. Raises ObjectiveError with the nearest one."""
    row = _BY_NAME.get(name)
    if row is None:
        near = difflib.get_close_matches(name, list(_BY_NAME), n=1)
        repair = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(_BY_NAME)}"
        raise ObjectiveError(complain("indicator", "name must be a known indicator", repr(name), repair))
    return row


def check_objective(names: tuple[str, ...] | list[str]) -> None:
    """Refuse an objective made only of reported figures, spill or petitions (`definitions` 11).

    A pair is named by its half, `motto_small.reported` or `motto_small.true`; without a half it is the reported one.
    Costs and inputs tell nothing of what happened and do not help. Raises ObjectiveError.
    """
    kinds = []
    for name in names:
        stem, _, half = name.partition(".")
        row = indicator(stem)
        if half and (row.kind != "paired" or half not in ("reported", "true")):
            rule, repair = "a half must be .reported or .true of a pair", "Use e.g. motto_small.true"
            raise ObjectiveError(complain("objective", rule, repr(name), repair))
        kinds.append(_kind_of(row, half))
    require_truth([kind for kind in kinds if kind not in ("cost", "context")], names)


def _kind_of(row: Indicator, half: str) -> str:
    if row.kind == "paired":
        return "outcome" if half == "true" else "reported"
    return row.kind
