"""The one column table: every array of the engine's state, with dtype, axis, unit, owner, start value and meaning.

From it come the arrays, the kernel's types, the checkpoint schema, the Mesa attributes, the memory budget, the codebook
and the reference docs. What the columns do to each other is in the steps; how they grow is in `state`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sim.names import MAX_CHANNELS

REVIEW_BLOCKS: Final = 12
"""Widest window of review blocks that a scenario may ask for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column: `axis` names its rows, `width` > 1 adds a second axis of that fixed width.

    `group`: world (shared, read only), state (goes into checkpoints), scratch (meaning only within a day).
    """

    name: str
    dtype: str
    axis: str
    width: int = 1
    start: float | int = 0
    unit: str = "-"
    owner: str = "dispute"
    group: str = "state"
    en: str = ""
    zh: str = ""


def _dispute(name: str, dtype: str, en: str, zh: str, start: float = 0, unit: str = "-", width: int = 1) -> Column:
    return Column(name=name, dtype=dtype, axis="dispute", start=start, unit=unit, width=width, en=en, zh=zh)


DISPUTE: Final = (
    _dispute("id", "u8", "id, a hash of how the grievance arose", "编号"),
    _dispute("root", "u8", "id of the root of its root family", "根编号"),
    _dispute("cause", "i4", "row of its cause (respondent, type, place)", "起因行", -1),
    _dispute("type", "u1", "dispute type", "纠纷类型"),
    _dispute("opponent", "u1", "kind of respondent", "对方类别"),
    _dispute("origin", "u1", "root, sympathetic, from treatment, coupled or from an unmet demand", "来源"),
    _dispute("exclusive", "u1", "1 if only a court, or labour arbitration, can grant the remedy", "须由法院或仲裁裁断"),
    _dispute("power", "u1", "lowest level that can grant the remedy", "有权层级", unit="rank"),
    _dispute("impartial", "u1", "lowest level that is impartial", "中立层级", unit="rank"),
    _dispute("ancestor", "u1", "lowest common level of the parties", "共同上级", unit="rank"),
    _dispute("home", "u1", "home level, fixed at birth", "本应层级", unit="rank"),
    _dispute("departments", "u1", "departments needed beyond the forum", "须会办的部门数", unit="department"),
    _dispute("needs", "u2", "bits of `Department`: which", "须会办的部门"),
    _dispute("claimant", "i4", "resident row of the claimant", "申请人", -1),
    _dispute("respondent", "i4", "resident row of the respondent, -1 if none", "被申请人", -1),
    _dispute("place", "i4", "place row of the claimant", "申请人所在地", -1),
    _dispute("respondent_place", "i4", "place row of the respondent, -1 beyond the root", "被申请人所在地", -1),
    _dispute("respondent_key", "u8", "key of the respondent", "被申请人键"),
    _dispute("stake", "f8", "true stake", "标的", unit="yuan"),
    _dispute("observed_stake", "f8", "stake as institutions see it", "机构所见标的", unit="yuan"),
    _dispute("merit", "f8", "merit of the claim, 0..1", "理据"),
    _dispute("tie", "f8", "strength of the tie between the parties, 0..1", "关系强度"),
    _dispute("border", "u1", "matter across a border, 0 for any other dispute", "跨界事项"),
    _dispute("bond", "u1", "tie between the parties' households: 0 none, else kind + 1", "当事人两户的联系"),
    _dispute("came_by", "u1", "tie by which a sympathetic grievance came: 0 none, else kind + 1", "引发所经的联系"),
    _dispute("gap", "f8", "respondent's standing above the claimant's, 0..1", "地位差"),
    _dispute("respondent_standing", "f8", "standing of the respondent, 0..1", "对方地位"),
    _dispute("interest", "f8", "unsettled share of the stake, 0..1", "未了利益"),
    _dispute("hostility", "f8", "hostility as last written, 0..1", "敌意"),
    _dispute("temper", "u2", "the respondent's hostility", "对方敌意", unit="1/65535"),
    _dispute("born", "i4", "tick of birth", "产生时刻", unit="tick"),
    _dispute("voiced", "i4", "tick of voicing, -9999 if never", "说出时刻", -9999, "tick"),
    _dispute("state", "u1", "true state", "真实状态"),
    _dispute("channel", "u1", "channel where it is, or was last", "渠道"),
    _dispute("visits", "u1", "lodgings per channel", "各渠道次数", width=MAX_CHANNELS),
    _dispute("fails", "u1", "failures per channel", "各渠道失败次数", width=MAX_CHANNELS),
    _dispute("episode", "i4", "ends so far", "终结次数"),
    _dispute("blocks", "u1", "times intercepted", "被拦次数"),
    _dispute("since", "i4", "tick of the last write of hostility", "敌意更新时刻", unit="tick"),
    _dispute("compulsion", "f8", "strictness of the gate that sent it here", "强制程度"),
    _dispute("gate_target", "u1", "channel that a gate kept it from, 0 if none", "被退前渠道"),
    _dispute(
        "transfer",
        "u1",
        "channel an institution moves it to, 0 if none; + 64: its claimant goes for a crowd",
        "移送渠道",
    ),
    _dispute("information", "f8", "share of local knowledge that came up with the file", "随案信息"),
    _dispute("line", "i4", "line it waits in, -1 if none", "队列", -1),
    _dispute("line_prev", "i4", "who is before it in the line", "前一件", -1),
    _dispute("line_next", "i4", "who is behind it in the line", "后一件", -1),
    _dispute("joined", "i4", "tick it joined, or re-joined, the line; set aside: until when", "入队时刻", unit="tick"),
    _dispute("sessions", "u1", "sessions held without agreement in this case", "已调次数"),
    _dispute("work", "i4", "work of one session", "每次工时", unit="minute"),
    _dispute(
        "clock", "i4", "tick at which the case lapses, 0 if never; exposure at birth (latent)", "期限", unit="tick"
    ),
    _dispute("patience", "i4", "tick at which the claimant drops out", "耐心尽头", unit="tick"),
    _dispute(
        "filing",
        "i4",
        "row of the open filing, or of the one on appeal or with pending terms; -1 if none",
        "在办案卷",
        -1,
    ),
    _dispute("due", "i4", "tick of the one timer, -9999 if none", "到期时刻", -9999, "tick"),
    _dispute("timer_prev", "i4", "calendar link", "日历前", -1),
    _dispute("timer_next", "i4", "calendar link", "日历后", -1),
    _dispute("returns", "i4", "tick of voicing (latent) or of return (ended)", "返回时刻", -9999, "tick"),
    _dispute("forgets", "i4", "tick of fading (latent) or forgetting (ended)", "淡忘时刻", -9999, "tick"),
    _dispute("failed_place", "i4", "place of the last failed case not yet counted as gone up", "失败之地", -1),
    _dispute("reach", "i1", "highest level attempted, -1 if none", "最高尝试层级", -1, "rank"),
    _dispute("marks", "u1", "bits of `Mark`: where it was lodged or carried", "去向标记"),
    _dispute("steps", "u1", "answers of offices to a complaint against a government, at most 3", "信访程序次数"),
    _dispute("answered", "u1", "highest level of such an answer", "答复层级", unit="rank"),
    _dispute("tried", "u1", "bits of `Tried`: what kind of session it had", "受理标记"),
    _dispute("last_way", "u1", "how it last ended", "最近终结方式"),
    _dispute("last_end", "i4", "tick of the last end", "最近终结时刻", -9999, "tick"),
    _dispute("last_level", "i1", "level of the forum of the last end, -1 if none", "最近终结层级", -1, "rank"),
    _dispute("first_spill", "i4", "tick first lodged above home, -9999 if never", "首次外溢时刻", -9999, "tick"),
    _dispute("came_back", "u1", "times it returned after a settled or accepted end", "回流次数"),
    _dispute("back_soon", "u1", "of which within 365 days of that end", "一年内回流次数"),
    _dispute("cause_next", "i4", "next dispute of the same cause", "同因下一件", -1),
    _dispute(
        "pushed", "i4", "tick at which it last pushed its neighbours, -9999 if never", "最近传染时刻", -9999, "tick"
    ),
)

FILING: Final = tuple(
    Column(name=f"filing_{name}", dtype=dtype, axis="filing", start=start, owner="filing", unit=unit, en=en, zh=zh)
    for name, dtype, start, unit, en, zh in (
        ("dispute", "i4", -1, "-", "row of the dispute", "纠纷行"),
        ("line", "i4", -1, "-", "line of the forum", "队列"),
        ("forum", "u1", 0, "-", "kind of forum", "受理机构"),
        ("level", "u1", 0, "rank", "level of the place that runs it", "层级"),
        ("channel", "u1", 0, "-", "channel", "渠道"),
        ("visit", "u1", 0, "-", "earlier lodgings there", "此前次数"),
        ("opened", "i4", 0, "tick", "tick of acceptance", "受理时刻"),
        ("closed", "i4", -9999, "tick", "tick of closing, -9999 if open", "办结时刻"),
        ("way", "u1", 0, "-", "how it truly ended", "真实终结方式"),
        ("booked", "u1", 0, "-", "1 if booked as settled", "账面化解"),
        ("confirmed", "u1", 0, "-", "1 if the court confirmed the agreement, 2 while it is asked", "司法确认"),
        ("terms", "u1", 0, "-", "what became of the terms: none, pending, kept, enforced, broken", "履行"),
        (
            "appeal",
            "u1",
            0,
            "-",
            "1 appealed (an award: taken to court) by the claimant, 2 by the respondent; + 4 if changed",
            "上诉（裁决：起诉）",
        ),
        ("sessions", "u1", 0, "-", "sessions held", "调解次数"),
        ("referred", "u1", 0, "-", "1 if an institution moved it here", "移送受理"),
        ("work", "i4", 0, "minute", "minutes of one session", "每次工时"),
        ("fair", "u1", 0, "-", "1 if it ended with a loss felt fair", "败而服"),
        ("misrouted", "u1", 0, "-", "1 if its first hearing was at the wrong desk", "投错门"),
        ("missing", "u1", 0, "-", "sessions lost because a department was missing", "缺部门而空开的次数"),
        ("joint", "i4", 0, "minute", "minutes of the departments that turned up", "部门到场工时"),
        ("found", "u1", 0, "-", "1 if the forum found it and opened it itself", "主动发现"),
        ("post", "i4", -1, "-", "row of the post that has the case, -1 if none", "经办岗位"),
        ("window", "u1", 0, "-", "window (a kind of forum) that dispatched it, 0 if none", "来自窗口"),
        ("returns", "i4", -9999, "tick", "return drawn when the dispute came to rest, -9999 if it did not", "返回时刻"),
    )
)

LINE: Final = (
    *(
        Column(name=f"line_{name}", dtype=dtype, axis="line", start=start, owner="forum", unit=unit, en=en, zh=zh)
        for name, dtype, start, unit, en, zh in (
            ("head", "i8", -1, "-", "first in line", "队首"),
            ("tail", "i8", -1, "-", "last in line", "队尾"),
            ("length", "i4", 0, "case", "cases in line", "队长"),
            ("before", "i4", 0, "case", "length at the end of the day before `line_touched`", "昨日队长"),
            ("touched", "i4", -9999, "tick", "tick of the last change of length", "变动时刻"),
            ("credit", "i8", 0, "minute", "minutes carried over", "结转工时"),
            ("served", "i4", -1, "tick", "tick of the last service", "服务时刻"),
            ("active", "i4", -1, "-", "position among non-empty lines, -1 if empty", "活动位"),
            ("minutes", "i4", 0, "minute", "minutes a day, levers and modes applied", "每日工时"),
            ("staffed", "i4", 0, "minute", "minutes a day of who is there, before levers", "在岗工时"),
            ("factor", "f8", 1.0, "factor", "what campaigns and emergency mode make of the hours", "工时系数"),
            ("docket", "i4", 0, "case", "suits of organisations in line, also in its length", "单位案件"),
            ("docket_day", "i4", -9999, "tick", "tick on which the first of them entered", "首件单位案件进入时刻"),
            ("docket_at", "i4", 0, "-", "its number among those of that tick", "首件单位案件序号"),
            ("docket_heard", "i4", 0, "case", "suits of organisations heard today", "当日审理单位案件"),
            ("docket_back", "i4", 0, "case", "suits that mediation gives back tomorrow", "调解未成次日立案"),
            ("entered", "i4", 0, "case", "mediation cases accepted in this review period", "本期受理"),
        )
    ),
    Column(
        name="docket_in",
        dtype="i4",
        axis="docket_day",
        unit="case",
        owner="forum",
        en="suits of organisations entered, by tick, court, and line (trial, before filing)",
        zh="当日进入的单位案件",
    ),
    Column(name="active_list", dtype="i4", axis="line", owner="forum", en="the non-empty lines"),
)

PLACE: Final = (
    Column(name="effort", dtype="f8", axis="place", owner="principal", en="effort e of the principal", zh="用心"),
    Column(name="suppression", dtype="f8", axis="place", owner="principal", en="suppression s", zh="压制"),
    Column(name="misreporting", dtype="f8", axis="place", owner="principal", en="misreporting m", zh="虚报"),
    *(
        Column(name=name, dtype=dtype, axis="place", owner="principal", unit=unit, en=en, zh=zh)
        for name, dtype, unit, en, zh in (
            ("known_u", "f8", "share", "unsettled share, as last known", "所知未化解率"),
            ("known_z", "f8", "chance", "chance of going up, as last known", "所知上行机会"),
            ("campaign_pressure", "f8", "intensity", "pressure of campaigns, below 0 where they sag", "专项行动压力"),
            ("in_emergency", "u1", "-", "1 in emergency mode", "应急状态"),
        )
    ),
    Column(
        name="runs_forum",
        dtype="u1",
        axis="place",
        owner="principal",
        en="1 if it runs a forum for somebody",
        zh="设有机构",
    ),
    *(
        Column(name=f"look_{name}", dtype="i4", axis="place", start=start, owner="finding", unit=unit, en=en, zh=zh)
        for name, start, unit, en, zh in (
            ("rate", 4096, "1/4096", "exposure of a day, by the lever `detection`", "每日寻找力度"),
            ("since", -1, "tick", "last tick of the rate before", "力度变动时刻"),
            ("sum", 0, "1/4096", "exposure up to `look_since`, from tick 0 on", "累计寻找"),
            ("before", 0, "1/4096", "exposure up to the end of the last review period", "上期累计寻找"),
        )
    ),
    *(
        Column(name=f"police_{name}", dtype="i4", axis="place", start=start, owner="police", unit=unit, en=en, zh=zh)
        for name, start, unit, en, zh in (
            ("credit", 0, "minute", "minutes of the station that are left", "派出所余下工时"),
            ("until", -1, "tick", "last tick whose minutes are in it", "已计入工时的时刻"),
        )
    ),
    Column(
        name="asked",
        dtype="f8",
        axis="place",
        start=1.0,
        owner="contacts",
        unit="base rate",
        en="what its people ask of windows this week",
        zh="本周诉求强度",
    ),
    Column(
        name="unmet",
        dtype="i4",
        axis="place",
        owner="contacts",
        unit="grievance",
        en="grievances of last week's unmet demands",
        zh="上周未办诉求所生怨",
    ),
    *(
        Column(
            name=f"desk_{name}",
            dtype="i4",
            axis="place",
            width=2,
            owner="contacts",
            unit=unit,
            en=f"{en}: hotline, centre",
            zh=zh,
        )
        for name, unit, en, zh in (
            ("behind", "minute", "work left over at the windows of the place at the end of last week", "窗口积压工时"),
            ("claims", "claim", "disputes written down there this week", "本周所接纠纷"),
        )
    ),
    *(
        Column(
            name=f"place_{name}",
            dtype="i4",
            axis="place",
            width=REVIEW_BLOCKS,
            owner="principal",
            unit="case",
            en=en,
            zh=zh,
        )
        for name, en, zh in (
            ("cases", "cases closed per review block (ring)", "办结数"),
            ("unsettled", "of which truly unsettled", "其中未化解"),
            ("up", "unsettled cases that went up", "上行数"),
            ("accepted", "cases accepted per review block (ring)", "受理数"),
            ("booked", "cases booked as settled per review block (ring)", "账面化解数"),
            ("registered", "petitions registered there, or outside by people below (ring)", "登记信访数"),
            ("gathered", "group incidents that went there (ring)", "群体性事件数"),
            ("contacts", "demands written down for its office (ring)", "登记诉求数"),
            ("responded", "of which booked as answered in time (ring)", "账面按时响应数"),
            ("solved", "of which booked as solved (ring)", "账面解决数"),
            ("satisfied", "of which satisfied, as callers say (ring)", "来电人称满意数"),
        )
    ),
)

POST: Final = tuple(
    Column(
        name=f"post_{name}", dtype=dtype, axis="post", width=width, start=start, owner="staff", unit=unit, en=en, zh=zh
    )
    for name, dtype, width, start, unit, en, zh in (
        ("in", "u1", 1, 0, "-", "1 while somebody holds it", "在岗"),
        ("spell", "i4", 1, 0, "-", "holders before", "此前任数"),
        ("due", "i4", 1, -9999, "tick", "evening on which its holder leaves, or a new one comes", "变动时刻"),
        ("next", "i4", 1, -1, "-", "calendar link", "日历后"),
        ("skill", "f8", 6, 0, "skill", "skill of the holder by dispute family, practice apart", "各类技能"),
        ("practice", "i4", 6, 0, "session", "sessions held by the holder by dispute family", "各类经验"),
        ("held", "i4", 1, 0, "session", "sessions held by the holder", "主持次数"),
        ("agreed", "i4", 1, 0, "session", "of which ended in an agreement or a grant", "其中调成"),
        ("used", "i8", 1, 0, "minute", "work behind the holder, as next in turn reads it", "累计工时"),
        ("load", "f8", 1, 0, "1 = full hours", "load of the holder as last written", "负荷"),
        ("rested", "i4", 1, 0, "tick", "tick of the last write of load", "负荷更新时刻"),
    )
)
STANCES: Final = 55
"""Belief by eight kinds of forum and six dispute families, then trust by level and `outside` (`engine.trusting`)."""
_STANCE: Final = (
    Column(
        name="stance_units", dtype="i4", axis="place", width=STANCES, owner="resident", unit="1/65536",
        en="shift of a place's people from the anchor, as last written: belief by forum and family, trust by level",
        zh="当地人相对起点的信任变动",
    ),
    Column(name="stance_tick", dtype="i4", axis="place", width=STANCES, owner="resident", unit="tick",
           en="tick of that write"),
    Column(name="felt_key", dtype="i8", axis="felt", start=-1, owner="resident", en="resident row << 6 | stance"),
    Column(name="felt_units", dtype="i4", axis="felt", owner="resident", unit="1/65536",
           en="own shift of a resident who had a case, beside the place's", zh="当事人自身的信任变动"),
    Column(name="felt_tick", dtype="i4", axis="felt", owner="resident", unit="tick", en="tick of that write"),
)  # fmt: skip

CAUSE: Final = tuple(
    Column(name=f"cause_{name}", dtype=dtype, axis="cause", start=start, owner="cause", unit=unit, en=en, zh=zh)
    for name, dtype, start, unit, en, zh in (
        ("key", "u8", 0, "-", "hash of (respondent, type, place)", "起因键"),
        ("first", "i8", -1, "-", "newest dispute of the cause", "最新一件"),
        ("active", "i4", 0, "dispute", "active disputes of the cause", "在诉件数"),
        ("before", "i4", 0, "dispute", "active at the end of the day before `cause_touched`", "昨日在诉"),
        ("touched", "i4", -9999, "tick", "tick of the last change", "变动时刻"),
        ("allied", "i4", 0, "1/1024", "weight of the active disputes of the cause", "在诉分量"),
        ("allied_before", "i4", 0, "1/1024", "the same at the end of the day before `cause_touched`", "昨日在诉分量"),
        ("gathered", "i4", -9999, "tick", "tick of its last group incident, -9999 if none", "上次聚集时刻"),
        ("asked", "i4", -9999, "tick", "tick at which it was last asked for a group incident", "上次问及聚集"),
        ("called", "i4", -9999, "tick", "tick at which it last called for a crowd", "上次召人"),
    )
)

OTHER: Final = (
    Column(name="cause_slots", dtype="i4", axis="cause_slot", start=-1, owner="cause", en="hash table of causes"),
    Column(
        name="pressure_key", dtype="i8", axis="pressure", start=-1, owner="spread", en="cause row << 32 | household"
    ),
    Column(name="pressure_units", dtype="i8", axis="pressure", owner="spread", unit="1/65536", en="pressure so far"),
    Column(name="pressure_fired", dtype="u1", axis="pressure", owner="spread", en="1 once a child was born"),
    Column(
        name="mood",
        dtype="i4",
        axis="resident",
        owner="resident",
        unit="1/65536",
        en="anger as last written",
        zh="怒气",
    ),
    Column(name="mood_tick", dtype="i4", axis="resident", owner="resident", unit="tick", en="tick of the last write"),
    Column(name="calendar", dtype="i8", axis="tick", start=-1, owner="engine", en="first dispute due on a tick"),
    Column(name="post_calendar", dtype="i4", axis="tick", start=-1, owner="staff", en="first post due on a tick"),
    Column(name="series", dtype="i4", axis="elapsed", width=144, owner="engine", en="daily counts (`engine.series`)"),
    Column(name="count", dtype="i8", axis="count", owner="engine", en="lengths and counters (`engine.counts`)"),
    Column(name="touch", dtype="i8", axis="phase", owner="engine", en="rows touched per phase"),
    Column(name="child_kind", dtype="u1", axis="child", owner="engine", en="kind of a child due tomorrow"),
    Column(name="child_id", dtype="u8", axis="child", owner="engine", en="its id"),
    Column(name="child_parent", dtype="i8", axis="child", owner="engine", en="row of its parent"),
    Column(
        name="child_target",
        dtype="i8",
        axis="child",
        owner="engine",
        en="household pushed, place that treated, or type coupled",
    ),
)

LEVER: Final = tuple(
    Column(name=name, dtype="f8", axis="place", width=width, owner="lever", group="lever")
    for name, width in (
        ("gate_strictness", -1),
        ("gate_threshold", -1),
        ("gate_forward", -1),
        ("gate_clock", -1),
        ("capacity", -2),
        ("appraisal_w_u", 1),
        ("appraisal_w_z", 1),
        ("audit", 1),
        ("exposure", 1),
        ("turnout", 1),
        ("misrouting", 1),
        ("detection", 1),
        ("migrant_reach", 1),
        ("border_join", 1),
        ("loss_cover", 1),
        ("calm_pay", 1),
    )
)
"""Lever columns are owned by `levers`; width -1 is one per level, -2 one per level and the court."""

WORLD: Final = tuple(
    Column(name=name, dtype=dtype, axis=axis, width=width, owner="world", group="world")
    for name, dtype, axis, width in (
        ("place_key", "u8", "place", 1),
        ("place_parent", "i4", "place", 1),
        ("place_rank", "i1", "place", 1),
        ("place_urban", "u1", "place", 1),
        ("place_kind", "u1", "place", 1),
        ("police_minutes", "i4", "place", 1),
        ("desk_minutes", "i4", "place", 2),
        ("court_of", "i4", "place", 1),
        ("court_place", "i4", "court", 1),
        ("court_suits", "f8", "court", 1),
        ("anc", "i4", "place", -1),
        ("hh_start", "i4", "place+1", 1),
        ("below_start", "i4", "place", 1),
        ("below_end", "i4", "place", 1),
        ("minutes", "i4", "place", -2),
        ("hh_place", "i4", "household", 1),
        ("hh_first", "i4", "household+1", 1),
        ("res_household", "i4", "resident", 1),
        ("res_adult", "u1", "resident", 1),
        ("res_standing", "u1", "resident", 1),
        ("res_legal", "u1", "resident", 1),
        ("res_migrant", "u1", "resident", 1),
        ("res_closeness", "u1", "resident", 1),
        ("voice_of", "f8", "side", 1),
        ("stake_of", "f8", "side", 1),
        ("ally_of", "i4", "bond", 1),
        ("mood_left", "f8", "days", 1),
        ("shift_left", "f8", "days", 1),
        ("border_start", "i4", "place+1", 1),
        ("border_to", "i4", "border", 1),
        ("tie_start", "i4", "household+1", 1),
        ("tie_to", "i4", "tie", 1),
        ("tie_kind", "u1", "tie", 1),
        ("typed_cells", "i4", "one", 1),
        ("cell_mean", "f8", "cell", 1),
        ("cell_zero", "f8", "cell", 1),
        ("cell_none", "u8", "cell", 1),
        ("cell_place", "i4", "cell", 1),
        ("cell_type", "i4", "cell", 1),
        ("cell_pieces", "i4", "cell", 1),
        ("cell_coupled", "f8", "cell", 1),
        ("post_key", "u8", "post", 1),
        ("post_line", "i4", "post", 1),
        ("post_kind", "u1", "post", 1),
        ("post_minutes", "i4", "post", 1),
        ("line_posts", "i4", "line+1", 1),
        ("shock_start", "i4", "shock", 1),
        ("shock_end", "i4", "shock", 1),
        ("shock_factor", "f8", "shock", 1),
        ("shock_key", "u8", "shock", 1),
        ("shock_reach", "u1", "shock_cell", 1),
        ("campaign_start", "i4", "campaign", 1),
        ("campaign_length", "i4", "campaign", 1),
        ("campaign_period", "i4", "campaign", 1),
        ("campaign_intensity", "f8", "campaign", 1),
        ("campaign_reach", "u1", "campaign_place", 1),
    )
)

SCRATCH: Final = tuple(
    Column(name=name, dtype=dtype, axis=axis, width=width, owner="engine", group="scratch")
    for name, dtype, axis, width in (
        ("seed", "u8", "one", 1),
        ("burn_in", "i8", "one", 1),
        ("cell_stem", "u8", "cell", 1),
        ("cell_luck", "u8", "cell", 1),
        ("cell_past", "f8", "cell", 1),
        ("cell_past_zero", "f8", "cell", 1),
        ("cell_past_pieces", "i4", "cell", 1),
        ("day_due", "i8", "day", 1),
        ("day_key", "u8", "day", 1),
        ("day_order", "i8", "day", 1),
        ("day_spare", "i8", "day", 1),
        ("join_row", "i8", "day", 1),
        ("join_key", "u8", "day", 1),
        ("join_line", "i8", "day", 1),
        ("push_row", "i8", "push", 1),
        ("push_pressure", "i8", "push", 1),
        ("risen_cause", "i8", "push", 1),
        ("told", "i8", "level", 3),
        ("feel_row", "i8", "feel", 1),
        ("feel_stance", "i8", "feel", 1),
        ("feel_sign", "i8", "feel", 1),
        ("feel_own", "i8", "feel", 1),
        ("feel_heard", "i8", "feel", 1),
        ("candidate_at", "i4", "candidate", 1),
        ("candidate_n", "i4", "candidate", 1),
        ("candidate_stream", "i4", "candidate", 1),
        ("week_asked", "i8", "place", 3),
        ("week_written", "i8", "place", 2),
        ("week_desk", "i8", "place", 11),
        ("event_u", "u8", "event", 4),
        ("event_f", "f8", "event", 3),
        ("trace_key", "u8", "one", 1),
        ("trace_rows", "f8", "trace", 4 + 2 * MAX_CHANNELS),
    )
)

COLUMNS: Final = DISPUTE + FILING + LINE + PLACE + POST + _STANCE + CAUSE + OTHER + LEVER + WORLD + SCRATCH
