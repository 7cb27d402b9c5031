"""The official figures and surveys that a run is held against, as data: one row a figure. No number is tuned to them.

Numbers, grades and kinds are those of the project's list of empirical anchors; a row of several figures has one entry
for each ("6.family"). What a run shows for each: the other files of this room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["F", "R", "I", "D"]

KIND_WORDS: Final[dict[str, tuple[str, str]]] = {
    "F": ("实质层，可用于拟合", "true layer, may be fitted"),
    "R": ("账面层，只成对显示", "reporting layer, shown in pairs only"),
    "I": ("输入，只作核对，不算达到", "input, printed as a check and never counted as a pass"),
    "D": ("由其他各项决定", "depends on others"),
}
"""(zh, en) of each kind (definitions 8)."""

UNIT_WORDS: Final[dict[str, tuple[str, str]]] = {
    "share": ("比例", "share"),
    "per 1,000": ("每千人年", "per 1,000 people a year"),
    "cases a year": ("件／年", "cases a year"),
    "days": ("天", "days"),
}
"""(zh, en) of each unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """One figure: `number` of the list, `part` where the row has several. `value`, `low`, `high` in `unit`.

    `of_zh`, `of_en`: what is counted and what it is divided by, as it is worked out from a run.
    """

    number: int
    zh: str
    en: str
    value: float
    low: float
    high: float
    unit: str
    year: str
    issuer: str
    grade: str
    kind: Kind
    of_zh: str
    of_en: str
    part: str = ""

    @property
    def key(self) -> str:
        """Number and part: "4", "6.family"."""
        return f"{self.number}.{self.part}" if self.part else str(self.number)


def _row(
    key: str, kind: Kind, zh: str, en: str, values: tuple[float, float, float], unit: str,
    source: tuple[str, str, str], of: tuple[str, str],
) -> Target:  # fmt: skip
    number, _, part = key.partition(".")
    value, low, high = values
    year, issuer, grade = source
    return Target(number=int(number), part=part, kind=kind, zh=zh, en=en, value=value, low=low, high=high, unit=unit,
                  year=year, issuer=issuer, grade=grade, of_zh=of[0], of_en=of[1])  # fmt: skip


SHARE, RATE, YEARLY, DAYS = "share", "per 1,000", "cases a year", "days"
_CGSS = ("2001–05", "CGSS rural, Lu Yilong", "A")
_TYPES = ("2011", "NBS yearbook 2012", "A")
_OPENED = ("2016", "Huangshi justice bureau", "A")
_HIGH_COURT = ("2023–24", "SPC", "A")
_FIRST_HALF = ("H1 2023", "SPC", "A")
_ROUTES = ("2020", "Zhuji centre", "A")
_LAW = ("", "law in force: PM Law, Civil Procedure Law 2023, Petition Regulation 2022", "A")
_ASH = ("2016", "Harvard Ash Center", "B")
_HOTLINE = ("2019–21", "Beijing", "A")

_ADULTS = (
    "四年内作为任一方有过该类已说出纠纷的乡村成年人 ÷ 乡村成年人（2005 年代；与今日之间隔一个增长系数 1–2.5）",
    (
        "rural adults who were a party to such a voiced dispute within four years, over rural adults (era 2005: one"
        " growth factor of 1 to 2.5 lies between it and today)"
    ),
)
_BY_SEX = (
    "四年内对政府、集体或单位提出过纠纷的乡村成年{}性 ÷ 乡村成年{}性（2005 年代）",
    (
        "rural {} with a voiced dispute against government, collective or organisation within four years, over rural"
        " adult {} (era 2005)"
    ),
)
_OF_TYPE = (
    "该类案件 ÷ 调委会与乡镇调解当年受理的案件",
    "cases of the type, over cases that committees and town offices accepted in the year",
)
_OPENERS = ("如此启动的案件 ÷ 人民调解当年受理的案件", "cases opened so, over people's mediation cases of the year")
_LOW = (
    "在镇及以下账面化解的案件 ÷ 全部行政机构当年受理的案件；实质：在镇及以下一年未回流者",
    (
        "cases booked as settled at or below the town, over cases of all administrative forums of the year; in the"
        " model: those that held there for a year"
    ),
)
_ROUTED = ("转往该处的 ÷ 中心当年登记的", "sent there, over what the centre registered in the year")
_CLOCK = ("受理到结案的最长天数（法定上限）", "longest time from acceptance to closing (statutory limit)")
_TRUSTED = (
    "该级信任的起点",
    "anchor of trust in that level; what became of it: indicators `trust_local`, `trust_inside`",
)

TARGETS: Final = (
    _row("1", "F", "乡村成年人四年内有过纠纷", "rural adults with any dispute in 4 years", (0.131, 0.11, 0.16), SHARE,
         _CGSS, _ADULTS),
    _row("2", "F", "其中与个人", "of which with a person", (0.107, 0.09, 0.13), SHARE, _CGSS, _ADULTS),
    _row("3.men", "F", "与政府或单位，男", "with government or institution, men", (0.0355, 0.0255, 0.0455), SHARE,
         _CGSS, (_BY_SEX[0].format("男", "男"), _BY_SEX[1].format("men", "men"))),
    _row("3.women", "F", "与政府或单位，女", "with government or institution, women", (0.0215, 0.0115, 0.0315), SHARE,
         _CGSS, (_BY_SEX[0].format("女", "女"), _BY_SEX[1].format("women", "women"))),
    _row("4", "F", "人民调解纠纷，不含法院委派", "people's mediation disputes, without court referrals",
         (5.8, 3.5, 7.0), RATE, ("2003–22", "MoJ, NBS der.", "A"),
         ("调委会与乡镇调解当年受理 ÷ 千名常住人口", "cases accepted by committees and town offices, over residents")),
    _row("5", "D", "人民调解纠纷，含法院委派", "people's mediation disputes, with court referrals", (10.6, 9.0, 13.0),
         RATE, ("2022", "MoJ der.", "A"),
         ("同上，加法院委派 ÷ 千名常住人口", "the same with what the court refers, over residents")),
    _row("6.family", "F", "人民调解类型：婚姻家庭", "mediation by type: family", (0.197, 0.167, 0.227), SHARE, _TYPES,
         _OF_TYPE),
    _row("6.neighbour", "F", "人民调解类型：邻里", "mediation by type: neighbours", (0.229, 0.199, 0.259), SHARE,
         _TYPES, _OF_TYPE),
    _row("6.housing", "F", "人民调解类型：房屋宅基地", "mediation by type: housing", (0.069, 0.039, 0.099), SHARE,
         _TYPES, _OF_TYPE),
    _row("6.damages", "F", "人民调解类型：损害赔偿", "mediation by type: damages", (0.081, 0.051, 0.111), SHARE,
         _TYPES, _OF_TYPE),
    _row("7", "R", "人民调解账面成功率", "people's mediation, reported success", (0.96, 0.94, 0.98), SHARE,
         ("2000–25", "MoJ", "A"),
         ("账面化解 ÷ 调委会与乡镇调解当年受理；实质：其中一年未回流者",
          "booked as settled, over cases of committees and town offices; in the model: those that held a year")),
    _row("8.mediator", "F", "由调解员启动", "opened by the mediator", (0.524, 0.424, 0.624), SHARE, _OPENED, _OPENERS),
    _row("8.party", "F", "由当事人启动", "opened by a party", (0.435, 0.335, 0.535), SHARE, _OPENED, _OPENERS),
    _row("8.referral", "F", "由移送启动", "opened by referral", (0.041, 0.0, 0.141), SHARE, _OPENED, _OPENERS),
    _row("9", "D", "每名调解员每年纠纷", "disputes per mediator-year", (4.7, 2.4, 5.4), YEARLY,
         ("2017–25", "MoJ der.", "A"),
         ("人民调解当年案件 ÷ 调委会与乡镇调解的岗位", "cases of the year, over posts of committees and town offices")),
    _row("10", "I", "专职调解员比例", "full-time share of mediators", (0.13, 0.12, 0.14), SHARE,
         ("2022", "MoJ der.", "A"),
         ("专职岗位 ÷ 调委会与乡镇调解的岗位", "full-time posts, over posts of committees and town offices")),
    _row("11", "I", "村（居）调委会所占", "village and community share of committees", (0.858, 0.84, 0.87), SHARE,
         ("2018–20", "MoJ der.", "A"),
         ("设调委会的村（居） ÷ 设调委会或乡镇调解的地方",
          "places with a committee, over places with a committee or a town office")),
    _row("12", "F", "忙碌的乡镇调解员每年案件", "cases a year of a busy town mediator", (117.0, 80.0, 130.0), YEARLY,
         ("2010–18", "Zhuji, Rui'an", "A"),
         ("各乡镇每一专职人年（八小时，每周五天）的受理数，取最高十分之一的起点",
          "cases per full-time year of a town office's hours (8 a day, 5 days a week): where its top tenth begins")),
    _row("13.county", "R", "镇村账面化解：最好的县", "resolved at village and town, reported: best county",
         (0.90, 0.80, 0.95), SHARE, ("2016–23", "Anji", "A"), _LOW),
    _row("13.province", "R", "镇村账面化解：一省", "resolved at village and town, reported: a province",
         (0.887, 0.80, 0.95), SHARE, ("2016–23", "a province", "A"), _LOW),
    _row("13.nation", "R", "镇村账面化解：全国", "resolved at village and town, reported: nation", (0.80, 0.80, 0.95),
         SHARE, ("2016–23", "MoJ", "A"), _LOW),
    _row("14", "R", "县级一站式中心账面化解率", "county one-stop centre, reported resolution", (0.973, 0.97, 0.992),
         SHARE, ("2020–23", "Anji, Zhejiang", "A"),
         ("中心网络账面化解 ÷ 受理", "booked as settled by the network of centres, over its cases")),
    _row("15.legal", "F", "中心分流：法律服务", "centre routing: legal service", (0.531, 0.451, 0.611), SHARE, _ROUTES,
         _ROUTED),
    _row("15.mediation", "F", "中心分流：调解", "centre routing: mediation", (0.219, 0.139, 0.299), SHARE, _ROUTES,
         _ROUTED),
    _row("15.petition", "F", "中心分流：信访", "centre routing: petition", (0.213, 0.133, 0.293), SHARE, _ROUTES,
         _ROUTED),
    _row("15.court", "F", "中心分流：法院", "centre routing: court", (0.016, 0.006, 0.026), SHARE, _ROUTES, _ROUTED),
    _row("15.police", "F", "中心分流：公安", "centre routing: police", (0.006, 0.0, 0.016), SHARE, _ROUTES, _ROUTED),
    _row("16", "R", "警务调解成功率", "police mediation success", (0.585, 0.50, 0.65), SHARE, ("2010", "Zhuji", "A"),
         ("当场签字 ÷ 警务调解", "signed on the spot, over 110 calls mediated")),
    _row("17", "R", "诉前调解成功率", "court pre-filing mediation success", (0.687, 0.64, 0.70), SHARE, _HIGH_COURT,
         ("30 天内签字 ÷ 双方接受的诉前调解", "signed within 30 days, over offers that both accepted")),
    _row("18", "R", "诉前调解平均时长", "mean length of pre-filing mediation", (13.9, 10.0, 20.0), DAYS, _FIRST_HALF,
         ("从委派到结束的平均天数", "mean days from referral to end")),
    _row("19", "F", "到法院门口而转诉前调解", "sent to mediation at the court's door", (12.4, 8.0, 14.0), RATE,
         _FIRST_HALF, ("转诉前调解的纠纷 ÷ 千名常住人口", "disputes sent to pre-filing mediation, over residents")),
    _row("20", "F", "一审民事收案", "first-instance civil suits", (12.8, 10.0, 14.0), RATE, ("2024", "SPC der.", "A"),
         ("居民起诉与单位案件 ÷ 千名常住人口", "residents' suits and the docket of organisations, over residents")),
    _row("21", "F", "一审服判息诉率", "first-instance civil acceptance", (0.898, 0.88, 0.91), SHARE, _FIRST_HALF,
         ("一审裁判后既未上诉也未上访 ÷ 一审裁判",
          "judgments followed by neither appeal nor petition, over judgments")),
    _row("22", "I", "每名法官每年办案", "cases per judge-year", (356.5, 300.0, 500.0), YEARLY, ("2023", "SPC", "A"),
         ("当年收案 ÷ 法官工时（八小时，每周五天）；进程 `docket` 关闭时只计居民案件与留给它们的工时",
          "suits of the year over judges' full-time years (8 hours, 5 days a week); docket off: residents' alone")),
    _row("23.mediation", "I", "期限：人民调解", "clock: people's mediation", (30.0, 0.0, 30.0), DAYS, _LAW, _CLOCK),
    _row("23.petition", "I", "期限：信访办理", "clock: petition, handling", (60.0, 0.0, 60.0), DAYS, _LAW, _CLOCK),
    _row("23.prefiling", "I", "期限：诉前调解", "clock: pre-filing mediation", (30.0, 0.0, 30.0), DAYS, _LAW, _CLOCK),
    _row("23.review", "I", "期限：信访复查、复核", "clock: petition, review and re-review", (60.0, 0.0, 60.0), DAYS,
         _LAW, _CLOCK),
    _row("23.trial", "I", "期限：一审普通程序", "clock: ordinary trial", (180.0, 0.0, 180.0), DAYS, _LAW, _CLOCK),
    _row("23.appeal", "I", "期限：上诉与二审", "clock: appeal", (105.0, 0.0, 105.0), DAYS, _LAW, _CLOCK),
    _row("23.labour", "I", "期限：劳动仲裁", "clock: labour arbitration", (60.0, 0.0, 60.0), DAYS, _LAW, _CLOCK),
    _row("24.centre", "I", "对中央的满意度", "satisfaction with the centre", (0.931, 0.891, 0.971), SHARE, _ASH,
         _TRUSTED),
    _row("24.province", "I", "对省的满意度", "satisfaction with the province", (0.817, 0.777, 0.857), SHARE, _ASH,
         _TRUSTED),
    _row("24.county", "I", "对县的满意度", "satisfaction with the county", (0.739, 0.699, 0.779), SHARE, _ASH,
         _TRUSTED),
    _row("24.town", "I", "对乡镇的满意度", "satisfaction with the township", (0.702, 0.662, 0.742), SHARE, _ASH,
         _TRUSTED),
    _row("25.demand", "F", "热线：诉求占来电", "hotline: contacts that are demands", (0.415, 0.365, 0.465), SHARE,
         _HOTLINE, ("诉求 ÷ 来电", "demands, over contacts")),
    _row("25.solved", "F", "热线：第一年解决率", "hotline: solved in the first year", (0.75, 0.70, 0.80), SHARE,
         _HOTLINE, ("来电人称已解决 ÷ 诉求", "demands that the caller says are solved, over demands")),
    _row("25.satisfied", "F", "热线：第一年满意率", "hotline: satisfied in the first year", (0.87, 0.82, 0.92), SHARE,
         _HOTLINE, ("来电人称满意 ÷ 诉求", "demands whose caller is satisfied, over demands")),
)  # fmt: skip
"""Every figure, in the order of the list. Ranges as listed: ±3 points of a share is ±0.03."""

BY_KEY: Final = {row.key: row for row in TARGETS}
