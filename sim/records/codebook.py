"""Decides what the codebook says: every column of the records and every event of an export, from the tables themselves.

:func:`write_codebooks` wrote `docs/codebook.md` and `docs/codebook.zh.md`; a test holds them to this.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path
from typing import Final

from sim.names import (
    MAX_LEVELS,
    BorderMatter,
    DisputeType,
    EndState,
    Forum,
    Opponent,
    Origin,
    PlaceKind,
    Source,
    State,
    Terms,
    Way,
    label,
)
from sim.records.marks import FLAG_WORDS, NEVER
from sim.records.schema import CASE_FIELDS, DISPUTE_FIELDS, PRINCIPAL_FIELDS, Field
from sim.records.series import NAMES

FILES: Final = {"en": "codebook.md", "zh": "codebook.zh.md"}

_TEXT: Final = {
    "title": ("代码本：一次模拟留下什么", "Codebook: what a run leaves"),
    "standing": (
        "由列表自动生成。这是以某地为形的合成社会，不含任何真实个人的数据；县级以下的地方只写层级、城乡和编号，编号不代表任何真实村镇。未经校准。",
        (
            "Generated from the tables. This is a synthetic society in the shape of a real place; it holds no data on "
            "persons. Below county level a place is its level, urban or rural, and a number that stands for no real "
            "village. Uncalibrated."
        ),
    ),
    "days": (
        f"日数从同批观察期第一天（第 0 天）起算，预热期为负；{NEVER} 表示从未。层级为序号，0 最低。",
        f"Days count from the start of the cohort; the burn-in is negative; {NEVER} is never. Levels are ranks from 0.",
    ),
    "sealed": (
        "账面列（标 ●）只能与实质数字成对读取。",
        "Columns of the books (marked ●) are read only beside what truly happened.",
    ),
    "disputes": ("实质台账 `disputes.npz`：每行一件积怨", "The true ledger `disputes.npz`: one row a grievance"),
    "cases": ("案卷 `cases.npz`：每行一次受理", "The cases `cases.npz`: one row an acceptance"),
    "principals": ("主官的应对 `principals.npz`", "Answers of principals `principals.npz`"),
    "series": ("日序列 `series.npz`：每行一天", "Daily series `series.npz`: one row a day"),
    "events": ("导出的事件：每行一件事", "Exported events: one row an event"),
    "codes": ("编码", "Codes"),
    "bits": ("位标记", "Bits"),
    "column": ("列", "column"),
    "unit": ("单位", "unit"),
    "type": ("类型", "type"),
    "meaning": ("含义", "meaning"),
    "event": ("事件", "event"),
}

_SERIES: Final[dict[str, tuple[str, str]]] = {
    "voiced": ("说出的积怨", "grievances voiced"),
    "born": ("新产生的原发积怨", "root grievances born"),
    "children": ("新引发的积怨", "grievances caused by others"),
    "lodged_above": ("在本应层级之上提出（行政）", "lodgings above home, administrative"),
    "lodged_outside": ("到域外提出", "lodgings outside"),
    "court_above": ("在本应层级之上起诉", "suits above home"),
    "blocked": ("途中被拦", "claims intercepted"),
    "returned": ("退回下级", "claims sent back down"),
    "forwarded": ("机构移送", "disputes moved by an institution"),
    "lumped_stock": ("忍了的存量（日终）", "lumped disputes at the end of the day"),
    "suppressed_stock": ("被压下的存量（日终）", "suppressed disputes at the end of the day"),
    "active_stock": ("在诉存量（日终）", "disputes being pursued at the end of the day"),
    "latent_stock": ("潜在存量（日终）", "latent grievances at the end of the day"),
    "reopened": ("再起", "disputes that came back"),
    "claims": ("选择次数", "choices made"),
    "talks": ("双方协商", "bilateral talks begun"),
    "registered_outside": ("域外登记", "petitions registered outside"),
    "registered_above": ("其中本应层级在域内", "of which with a home level inside the tree"),
    "misrouted": ("投错门的次数", "hearings at the wrong desk"),
    "departments_missing": ("因部门缺席而空开的次数", "sessions lost because a department was missing"),
    "departments_minutes": ("到场部门的工时（分钟）", "minutes of the departments that turned up"),
    "accepted": ("受理", "cases accepted"),
    "sessions": ("调解或审理次数（含空开与投错门）", "sessions held, lost ones and wrong desks included"),
    "line": ("在办件数（日终，含搁置待会办）", "open cases at the end of the day, those set aside included"),
    "minutes": ("用去的工时（分钟）", "minutes used"),
    "available": ("可用的工时（分钟）", "minutes there were, levers applied"),
    "enquiries": ("咨询（记在每周最后一天）", "enquiries at windows, on the last day of a week"),
    "demands": ("诉求（记在每周最后一天）", "service demands at windows, on the last day of a week"),
    "demands_met": ("其中办成", "of which met"),
    "demands_written": ("其中登记派单", "of which written down and dispatched, where windows have hours"),
    "demands_late": ("其中晚一周登记", "of those written down, a week late"),
    "demands_responded": ("按时接通并由乡镇按时联系", "answered in time, and attended to by the town within the week"),
    "demands_satisfied": ("其中来电人满意", "of which the caller is satisfied: not sent wrong either"),
    "demands_beyond": ("超出乡镇职权的诉求", "demands beyond the remit of the town"),
    "enquiries_unanswered": ("无人接听的咨询与来访", "enquiries and visits that were not answered"),
    "visits": ("中心来访", "visits to the centre, among the enquiries"),
    "window_minutes": ("窗口用去的工时（分钟）", "minutes that windows spent"),
    "window_late": ("窗口积压而晚派的纠纷", "disputes that a window with work left over kept longer"),
    "window_jammed": ("窗口堵塞而自行前往", "claims that went to the forum themselves, the window being jammed"),
    "suits": ("单位案件到法院门口", "suits of organisations that came to a court's door"),
    "suits_sent": ("其中转诉前调解", "of which sent to mediation before filing"),
    "suits_heard": ("法院审结的单位案件", "suits of organisations that a court heard"),
    "suits_minutes_court": ("法官用于单位案件的工时（分钟）", "minutes of judges that suits of organisations took"),
    "suits_minutes_prefiling": ("诉前调解员用于单位案件的工时（分钟）", "the same of mediators before filing"),
    "suits_settled": ("诉前调解成功的单位案件", "suits of organisations settled before filing"),
    "window_contacts": ("经窗口提出", "claims that came through a window"),
    "window_misdirected": ("窗口派错", "claims that a window sent to a forum without the remit"),
    "police_calls": ("报警", "calls to the police"),
    "police_unattended": ("出警时无警力调解", "calls for which no officer was free to mediate"),
    "police_refused": ("当场拒绝调解", "calls at which the respondent refused to be mediated"),
    "police_minutes": ("派出所用去的工时（分钟）", "minutes that the stations spent on calls"),
    "found": ("未说出即被发现", "grievances found before they were voiced"),
    "false_alarms": ("误报（记在每期最后一天）", "false alarms, on the last day of a review period"),
    "posts_left": ("离任人次", "holders of posts who left"),
    "paper_minutes": ("台账与报表工时", "minutes taken by booking and reporting"),
    "group_incidents": ("群体性事件", "group incidents"),
    "in_group_incidents": ("参与群体性事件的人次", "people in group incidents"),
    "group_incidents_across": ("其中有别村（居）的人", "of which with people of another village"),
    "trust_rank0": (
        "对最低一级的平均信任（1/65536，上次考核时；不变动时为 0）",
        "mean trust in the lowest level in 1/65536 at the last review; 0 where trust does not move",
    ),
    **{
        f"trust_rank{r}": (f"同上，第 {r} 级（最高级之上为域外）", f"the same, rank {r} (past the top: outside)")
        for r in range(1, MAX_LEVELS + 1)
    },
    "padded": ("凑数条目（记在每期最后一天）", "entries padded without a dispute, on the last day of a review period"),
}
"""(zh, en) of each series, those of lines by their first word; slot0 … are administrative forums by level."""

_EVENTS: Final = (
    ("born", ("本应层级", "home level"), ("标的", "stake"), ("敌意", "hostility"), ("地位差", "gap of standing")),
    ("voiced, faded, forgotten, final", None, ("敌意", "hostility"), ("利益", "interest"), None),
    ("reopened", ("原状态", "state it came from"), ("敌意", "hostility"), ("利益", "interest"), None),
    ("claim", None, ("效用（含噪声）", "utility with its noise"), ("敌意", "hostility"), ("怒气", "mood")),
    ("talk", None, ("成功机会", "chance of success"), ("敌意（后）", "hostility after"),
     ("利益（后）", "interest after")),
    ("blocked", None, ("敌意", "hostility"), ("利益", "interest"), ("被拦机会", "chance of being blocked")),
    ("returned", ("1＝同意先下", "1 if the claimant goes along"), ("敌意", "hostility"), ("利益", "interest"),
     ("严格度", "strictness")),
    ("not_filed, registered", None, ("敌意", "hostility"), ("利益", "interest"), None),
    ("forwarded", ("1＝随案信息上送", "1 if information came along"), ("敌意", "hostility"), ("利益", "interest"),
     None),
    ("accepted", ("每次工时（分钟）", "minutes of a session"), ("期限日", "day of the clock"),
     ("耐心尽头日", "day patience ends"), ("强制程度", "compulsion")),
    ("consent", None, ("到场机会", "chance to come"), ("敌意", "hostility"), ("利益", "interest")),
    ("offered", ("1＝申请人同意，＋2＝对方同意", "1 if the claimant agrees, +2 if the respondent does"),
     ("对方同意的机会", "chance that the respondent agrees"), ("敌意", "hostility"), ("利益", "interest")),
    ("kept", None, ("履行的机会", "chance to be performed"), ("敌意", "hostility"), ("利益", "interest")),
    ("broken", ("1＝申请执行，2＝作罢，0＝回流", "1 if enforcement is asked for, 2 if laid down, 0 if it comes back"),
     ("履行的机会", "chance to be performed"), ("敌意", "hostility"), ("利益", "interest")),
    ("enforcement", ("1＝执行到位", "1 if it brings what is owed"), ("执行到位的机会", "chance of success"),
     ("敌意", "hostility"), ("利益", "interest")),
    ("appeal", ("1＝申请人上诉，2＝对方上诉", "1 by the claimant, 2 by the respondent"),
     ("上诉的机会", "chance of an appeal"), ("敌意", "hostility"), ("利益", "interest")),
    ("appeal_decided", ("1＝改判，＋2＝支持申请人，＋4＝败而服", "1 changed, +2 for the claimant, +4 a loss felt fair"),
     ("改判的机会", "chance of a change"), ("敌意", "hostility"), ("利益", "interest")),
    ("award", ("1＝支持申请人", "1 for the claimant"), ("支持申请人的机会", "chance of an award for the claimant"),
     ("敌意", "hostility"), ("利益", "interest")),
    ("confirmation", ("1＝准予确认", "1 if confirmed"), ("准予的机会", "chance that it is granted"),
     ("敌意", "hostility"), ("利益", "interest")),
    ("step", ("第几次答复", "number of the answer"), ("敌意", "hostility"), ("利益", "interest"), None),
    ("trial", None, ("敌意", "hostility"), ("利益", "interest"), None),
    ("session", ("第几次", "number of the session"), ("成功机会", "chance of success"),
     ("敌意（前）", "hostility before"), ("利益（前）", "interest before")),
    ("departments", ("被召集的部门，+ 到场 - 缺席", "departments called, + came, - did not"),
     ("一个部门到场的机会", "chance that one turns up"), ("敌意（后）", "hostility after"), ("利益", "interest")),
    ("border", ("0＝独自办理，1＝邻地会同，2＝推说不归本地管", "0 alone, 1 the place across joined, 2 passed on"),
     ("邻地会同的机会", "chance that it joins"), ("敌意（后）", "hostility after"), ("利益", "interest")),
    ("misrouted", None, ("投错门机会", "chance of the wrong desk"), ("敌意（后）", "hostility after"),
     ("利益", "interest")),
    ("resumed", None, ("敌意", "hostility"), ("利益", "interest"), None),
    ("ended", ("1＝败而服", "1 if a loss felt fair"), ("敌意", "hostility"), ("利益", "interest"),
     ("年回流强度", "yearly rate of return")),
    ("contact", None, ("敌意", "hostility"), ("利益", "interest"), None),
    ("dispatched", ("1＝派错", "1 if to a forum without the remit"), ("派错的机会", "chance to be sent wrong"),
     ("敌意（后）", "hostility after"), ("利益", "interest")),
    ("demands", ("咨询、诉求、办成", "enquiries, demands, demands met"), ("办成的机会", "chance that one is met"),
     ("诉求强度", "what is asked, over the base rate"), ("所生怨", "grievances of those not met")),
    ("treated", ("按时登记、登记、按时响应、满意", "written down in time, written down, responded, satisfied"),
     ("乡镇办理的件数", "demands that the town attended to"), None, None),
    ("desk", ("本周所接纠纷", "disputes written down in the week"), ("用去的工时（分钟）", "minutes spent"),
     ("未予接听的工时（分钟）", "minutes of contacts not answered"), ("积压（分钟）", "minutes left over")),
    ("docket", ("进入、审理、退回", "entered, heard, given back"), ("在排的单位案件", "suits of organisations in line"),
     None, None),
    ("called", None, ("报警机会", "chance of a call"), ("敌意", "hostility"), ("利益", "interest")),
    ("attended", None, ("谈成（或到场）的机会", "chance of an agreement, or to be mediated where that was refused"),
     ("敌意（后）", "hostility after"), ("利益（后）", "interest after")),
    ("found", ("由谁发现", "what found it"), ("敌意", "hostility"), ("利益", "interest"), None),
    ("false_alarms, padded", ("条数", "how many"), ("所费工时（分钟）", "minutes they took"), None, None),
    ("post_left", ("人员类别", "kind of staff"), ("主持次数", "sessions held"), ("其中调成", "of which with success"),
     ("负荷", "load")),
    ("post_taken", ("人员类别", "kind of staff"), ("亲属类技能", "skill, family kin"),
     ("钱款类技能", "skill, family money"), ("土地类技能", "skill, family land")),
    ("group", ("人数", "people"), ("其中最高的敌意", "highest hostility among them"), None, None),
    ("together", None, ("敌意", "hostility"), ("利益", "interest"), None),
    ("trust", ("当事而受影响的人数", "residents moved by a case of their own"), ("平均信任", "mean trust"),
     ("其中当事者", "mean of those residents"), None),
    ("emergency", ("1＝进入，0＝退出", "1 goes in, 0 leaves"), ("上报的事件数", "incidents reported"),
     ("每万人每30日", "per 10,000 residents and 30 days"), None),
    ("campaign", ("进行中的个数＋256×回落中的个数", "campaigns on + 256 x campaigns that sag"),
     ("虚报 m", "misreporting m"), ("压制 s", "suppression s"), ("用心 e", "effort e")),
    ("review", None, ("虚报 m", "misreporting m"), ("压制 s", "suppression s"), ("用心 e", "effort e")),
)  # fmt: skip
"""Per event: its name, and what `number`, x, y and z are, each (zh, en)."""

_CODES: Final[tuple[tuple[str, type[IntEnum]], ...]] = (
    ("type", DisputeType),
    ("opponent", Opponent),
    ("origin", Origin),
    ("border", BorderMatter),
    ("place_kind", PlaceKind),
    ("state", State),
    ("end_state", EndState),
    ("way, last_way", Way),
    ("forum", Forum),
    ("source", Source),
    ("terms", Terms),
)


def codebook(lang: str = "en") -> str:
    """Return the codebook as Markdown in `lang` ("zh" or "en")."""
    return "\n".join(_lines(lang)) + "\n"


def write_codebooks(folder: Path) -> None:
    """Write both codebooks into an existing folder."""
    for lang, name in FILES.items():
        (folder / name).write_text(codebook(lang), encoding="utf-8", newline="\n")


def _lines(lang: str) -> Iterator[str]:
    at = 0 if lang == "zh" else 1
    yield f"# {_TEXT['title'][at]}\n"
    yield from (f"{_TEXT[name][at]}\n" for name in ("standing", "days", "sealed"))
    tables = (("disputes", DISPUTE_FIELDS), ("cases", CASE_FIELDS), ("principals", PRINCIPAL_FIELDS))
    for name, fields in tables:
        yield f"## {_TEXT[name][at]}\n"
        yield from _table(fields, at)
    yield f"## {_TEXT['series'][at]}\n"
    yield from _series(at)
    yield f"## {_TEXT['events'][at]}\n"
    yield from _events(at)
    yield f"## {_TEXT['codes'][at]}\n"
    for name, kind in _CODES:
        yield f"- `{name}`: " + " · ".join(f"{int(member)} {label(member, lang)}" for member in kind)
    yield f"\n## {_TEXT['bits'][at]}\n"
    for column, flag, zh, en in FLAG_WORDS:
        yield f"- `{column}` {int(flag)}: {zh if at == 0 else en}"


def _head(at: int, *names: str) -> Iterator[str]:
    yield "| " + " | ".join(_TEXT[name][at] if name in _TEXT else name for name in names) + " |"
    yield "|" + "---|" * len(names)


def _table(fields: tuple[Field, ...], at: int) -> Iterator[str]:
    yield from _head(at, "column", "type", "unit", "meaning")
    for field in fields:
        mark = " ●" if field.reported else ""
        kind = f"{field.dtype}[{field.width}]" if field.width else field.dtype
        yield f"| `{field.name}`{mark} | {kind} | {field.unit} | {field.zh if at == 0 else field.en} |"
    yield ""


def _series(at: int) -> Iterator[str]:
    yield from _head(at, "column", "meaning")
    for name in dict.fromkeys(name if name in _SERIES else name.rpartition("_")[0] for name in NAMES):
        shown = name if name in NAMES else f"{name}_slot0 … {name}_court"
        yield f"| `{shown}` | {_SERIES[name][at]} |"
    yield ""


def _events(at: int) -> Iterator[str]:
    yield from _head(at, "event", "`number`", "x", "y", "z")
    for name, *cells in _EVENTS:
        yield f"| {name} | " + " | ".join(cell[at] if cell else "" for cell in cells) + " |"
    yield ""
