"""Ids and enums that every layer shares, each with its Chinese and English label. No numbers of the model live here.

Levels of the tree are named by the scenario; code uses their rank (0 = lowest). The integer values below are part of
events, ledgers and draw keys: they may be added to, never re-used (a change is a new MODEL_VERSION).
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

MODEL_VERSION: Final = "6"
"""Changes whenever the same scenario, policies and seed may give another history."""

MAX_LEVELS: Final = 6
"""Levels a tree may have, the pseudo-level `outside` not counted."""

MAX_CHANNELS: Final = MAX_LEVELS + 5
"""Room for the channels of one dispute: lump, bilateral, one per level, court, outside, police."""


class DisputeType(IntEnum):
    """The 15 types of `definitions` section 1, in the order of the six dispute families."""

    FAMILY = 0
    NEIGHBOUR = 1
    HOUSING = 2
    PROPERTY = 3
    CONTRACT = 4
    CONSUMER = 5
    LABOUR = 6
    PRODUCTION = 7
    DAMAGES = 8
    MEDICAL = 9
    TRAFFIC = 10
    LAND = 11
    REQUISITION = 12
    ENVIRONMENT = 13
    OFFICE = 14


class DisputeFamily(IntEnum):
    """Groups of types ("dispute family"); "root family" is something else: a root and all that it caused."""

    KIN = 0
    NEAR = 1
    MONEY = 2
    HARM = 3
    LAND = 4
    OFFICE = 5


FAMILY_OF_TYPE: Final[tuple[DisputeFamily, ...]] = (
    DisputeFamily.KIN,
    *(DisputeFamily.NEAR,) * 3,
    *(DisputeFamily.MONEY,) * 4,
    *(DisputeFamily.HARM,) * 3,
    *(DisputeFamily.LAND,) * 3,
    DisputeFamily.OFFICE,
)


class Opponent(IntEnum):
    """Who the respondent is, relative to the claimant. The first seven are residents."""

    KIN = 0
    NEIGHBOUR = 1
    SAME_UNIT = 2
    SAME_TOWN = 3
    SAME_COUNTY = 4
    SAME_ROOT = 5
    BEYOND = 6
    ORGANISATION = 7
    COLLECTIVE = 8  # village collective or its cadre: at least the town must judge
    GOVERNMENT = 9  # a level of government as respondent; `power` says which


class Forum(IntEnum):
    """Kinds of forum. A channel is a forum kind at a rank."""

    NONE = 0
    BILATERAL = 1
    COMMITTEE = 2
    OFFICE = 3
    PETITION = 4
    COURT = 5
    OUTSIDE = 6
    HOTLINE = 8  # a window: it hears nothing, it dispatches
    ONE_STOP = 9  # another, at the county
    POLICE = 10  # on the spot, by the station of the town: no line, no choice
    PREFILING = 7  # mediators whom the court invites before it files a suit
    ARBITRATION = 11  # labour disputes with an employer, before a court may hear them
    RECONSIDERATION = 12  # an act of a government, before the government above it


class Department(IntEnum):
    """Line departments (条), the forty-odd of a county grouped into ten. A dispute's set of them is a mask of bits."""

    NATURAL_RESOURCES = 0
    HOUSING = 1
    HUMAN_RESOURCES = 2
    AGRICULTURE = 3
    ECOLOGY = 4
    MARKET = 5
    HEALTH = 6
    PUBLIC_SECURITY = 7
    CIVIL_AFFAIRS = 8
    TRANSPORT = 9


MOST_DEPARTMENTS: Final = 4
"""Departments that one dispute may need beyond the forum, at most."""


class State(IntEnum):
    """The true state of a dispute (the state machine is data: `engine.machine`)."""

    LATENT = 0  # felt, not voiced
    OPEN = 1  # voiced; the claimant is about to choose
    TALK = 2  # bilateral talk under way
    QUEUED = 3  # waits in the line of a forum
    AWAY = 4  # a petition is on its way to, or lies at, `outside`
    LUMPED = 5  # given up for now
    SUPPRESSED = 6  # blocked, pressed, or shelved with a promise
    SETTLED = 7  # interest gone; may return
    ACCEPTED = 8  # lost, felt fair; may return
    FADED = 9  # died without ever being voiced
    FORGOTTEN = 10  # lumped or suppressed, and past its limitation period or forgotten
    FINAL = 11  # settled or accepted and past its limitation period
    CALLED = 16  # the police were called, and are on their way
    AT_WINDOW = 17  # written down at a window, not dispatched yet
    PENDING = 12  # agreed, or won at court; the terms are still to be performed
    ENFORCING = 13  # terms were broken, and the court is asked to enforce them
    APPEALED = 14  # a judgment of first instance is before the court above
    CONFIRMING = 15  # agreed, and the court is asked to confirm it


class Way(IntEnum):
    """How a case, or an attempt, ended."""

    NONE = 0
    CONSENT = 1
    PRESSED = 2
    GRANTED = 3  # decided for the claimant
    REJECTED = 4  # decided against the claimant, or three sessions without agreement
    PROMISE = 5
    BLOCKED = 6  # intercepted on the way: an attempt, not a lodging
    WITHDRAWN = 7
    TIMED_OUT = 8
    REFUSED = 9  # a party would not come
    RETURNED = 10  # sent down by a gate: an empty referral
    NOT_FILED = 11  # the court door stayed shut
    LUMPED = 12
    SENT_BACK = 13  # `outside` sent it home
    NO_OFFICER = 17  # the police had nobody free to mediate
    BROKEN = 14  # terms were neither performed nor enforced


class Terms(IntEnum):
    """What became of the terms of an agreement or a judgment for the claimant."""

    NONE = 0
    PENDING = 1  # not due yet, or being enforced
    KEPT = 2
    ENFORCED = 3
    BROKEN = 4  # and left at that, or back as a quarrel
    UNENFORCED = 5  # enforcement was asked for and brought nothing


class EndState(IntEnum):
    """Exclusive end states of `definitions` section 4, assigned at the end of follow-up."""

    RESOLVED = 0
    ACCEPTED = 1
    LUMPED = 2
    SUPPRESSED = 3
    ACTIVE = 4
    OUTSIDE_OPEN = 5
    PREVENTED = 6
    UNVOICED = 7


class Origin(IntEnum):
    """Where a grievance came from."""

    ROOT = 0
    CONTAGION = 1
    TREATMENT = 2
    COUPLED = 3
    UNMET = 8  # from a service demand that was not met


class PlaceKind(IntEnum):
    """What a place where people live is like; places above have none."""

    NONE = 0
    VILLAGE = 1
    COMMUNITY = 2
    URBAN_VILLAGE = 3
    RESETTLEMENT = 4
    OLD_ESTATE = 5
    TOWN_CENTRE = 6
    SPECIAL = 7


class TieKind(IntEnum):
    """What binds two households (`world.tie_kind`); of two ties between the same two the first in this order stays."""

    NEIGHBOUR = 0
    KIN = 1
    OTHER_BLOCK = 2
    WORK = 3
    FAR = 4
    ONLINE = 5


class BorderMatter(IntEnum):
    """What two places that border on each other quarrel about; NONE for any other dispute."""

    NONE = 0
    WATER = 1
    FOREST = 2
    MINERALS = 3
    COMMUTING = 4


class ShockKind(IntEnum):
    """Whether a shock could be seen coming (a requisition, a plant closing) or not (a pandemic month)."""

    GREY_RHINO = 0
    BLACK_SWAN = 1


class StaffKind(IntEnum):
    """Who works at a forum. Below the court nobody but officials may decide; the others settle by consent only."""

    FULL_TIME = 0
    PART_TIME = 1  # the village cadre, who mediates beside other work
    VOLUNTEER = 2
    GRID = 3
    INDUSTRY = 4
    CONTRACTED = 5  # hours bought from outside
    CLERK = 6
    JUDGE = 7


class Source(IntEnum):
    """Who, or what, found a grievance before it was voiced."""

    WALKER = 1
    INFORMANT = 2
    SENSOR = 3


class Phase(IntEnum):
    """Phases of a day, in order."""

    CANDIDATES = 1
    DUE = 2
    LODGE = 3
    SERVE = 4
    OUTCOME = 5
    SPREAD = 6
    INSTITUTIONS = 7


class Event(IntEnum):
    """Kinds of event in the canonical history."""

    BORN = 1
    VOICED = 2
    FADED = 3
    CLAIM = 4
    BLOCKED = 5
    RETURNED = 6
    NOT_FILED = 7
    ACCEPTED = 8
    REGISTERED = 9
    SESSION = 10
    ENDED = 11
    FORWARDED = 12
    REOPENED = 13
    LUMPED = 14
    FORGOTTEN = 15
    FINAL = 16
    REVIEW = 17
    TALK = 18
    CONSENT = 19
    FOUND = 20
    FALSE_ALARMS = 21
    PADDED = 22
    BORDER = 55  # two places meet over a matter of both, or do not
    DEPARTMENTS = 24  # which of those needed turned up for a session
    MISROUTED = 25
    RESUMED = 26
    CALLED = 45
    ATTENDED = 46  # the police came, and what came of it
    CONTACT = 47  # a claim came through a window
    DISPATCHED = 48
    DEMANDS = 49  # a week's enquiries and service demands of a place
    TRUST = 40  # how far people trust a level, at a review
    GROUP = 41  # people with one cause stand up together
    TOGETHER = 42  # one of them lodges for all, high up
    OFFERED = 30
    TRIAL = 31
    KEPT = 32
    BROKEN = 33
    ENFORCEMENT = 34
    APPEAL = 35
    APPEAL_DECIDED = 36
    CONFIRMATION = 37
    STEP = 38  # an office has answered a complaint against a government
    POST_LEFT = 50  # a post of a forum stands empty from tomorrow
    POST_TAKEN = 51  # somebody new holds it from tomorrow
    EMERGENCY = 60  # a place goes into emergency mode, or leaves it
    CAMPAIGN = 61  # the pressure of campaigns on a place changes
    DOCKET = 72  # a line of a court's day with suits of organisations
    AWARD = 62  # labour arbitration or reconsideration decides
    TREATED = 70  # how a week's demands of a place were treated
    DESK = 71  # a window's week: hours, what it answered, what is left


OF_A_PLACE: Final = frozenset(
    {
        Event.REVIEW,
        Event.FALSE_ALARMS,
        Event.PADDED,
        Event.DEMANDS,
        Event.EMERGENCY,
        Event.CAMPAIGN,
        Event.TREATED,
        Event.DESK,
        Event.DOCKET,
    }
)
"""Kinds of event whose key is a place's, not a dispute's."""
OF_A_POST: Final = frozenset({Event.POST_LEFT, Event.POST_TAKEN})
"""Kinds of event whose key is a post's."""
OF_A_CAUSE: Final = frozenset({Event.GROUP})
"""Kinds of event whose key is that of a cause, which is nobody's name."""
OF_A_LEVEL: Final = frozenset({Event.TRUST})
"""Kinds of event whose key is the rank of a level."""
OF_NO_DISPUTE: Final = OF_A_PLACE | OF_A_POST | OF_A_CAUSE | OF_A_LEVEL
"""Kinds of event whose key is no dispute's: a small number may be the key of one of these by chance."""


class Purpose(IntEnum):
    """Purposes of a keyed draw: the second part of every key (`definitions` section 5)."""

    ROOT_COUNT = 1
    ROOT_ID = 2
    EXISTENCE = 3
    CLAIMANT = 4
    OPPONENT = 5
    RESPONDENT = 6
    STAKE = 7
    OBSERVED_STAKE = 8
    POWER = 9
    POWER_TIED = 10
    REMEDY = 11
    HOSTILITY = 12
    MERIT = 13
    VOICE = 14
    FADE = 15
    CHOICE = 16
    DECIDE = 17
    CONSENT = 18
    REFUSE = 19
    CONTENT = 20
    SETTLE = 21
    PRESS = 22
    PROMISE = 23
    FAIR = 24
    GATE = 25
    REFERRAL = 26
    SUPPRESS = 27
    MISREPORT = 28
    RETURN = 29
    FORGET = 30
    DROPOUT = 31
    CONTAGION = 32
    CONTAGION_ID = 33
    CONTAGION_CLAIMANT = 34
    TREATMENT = 35
    TREATMENT_ID = 36
    TIE_BREAK = 37
    OUTSIDE = 38
    INITIAL = 39
    CAUSE = 40
    TALK = 41
    WORLD_SIZE = 50
    WORLD_ADULT = 51
    WORLD_STANDING = 52
    WORLD_LEGAL = 53
    WORLD_SEX = 54
    WORLD_AGE = 55
    WORLD_REWIRE = 56
    WORLD_TIE = 57
    WORLD_FAR = 58
    WORLD_WEIGHT = 59
    HOUSEHOLD = 60
    OFFER = 80
    CONFIRM = 81
    PERFORM = 82
    ENFORCE_ASKED = 83
    ENFORCE = 84
    APPEAL = 85
    APPEAL_CHANGED = 86
    CONFIRM_ASKED = 87
    DETECTION = 61
    SOURCE = 62
    FALSE_ALARM = 63
    ALARM_KEPT = 64
    PADDING = 65
    DEPARTMENTS = 70
    TURNOUT = 71
    MISROUTE = 72
    WORLD_KIND = 75
    SHOCK = 76
    SHOCK_ID = 77
    COUPLING = 78
    COUPLING_ID = 79
    SURVEY = 90
    WEIGHTS = 91
    CALL = 110
    WINDOW = 111
    MISDIRECTED = 112
    CONTACTS = 113
    MET = 114
    UNMET = 115
    UNMET_ID = 116
    BOOKED_DEMAND = 117
    WORLD_MIGRANT = 130
    WORLD_CLOSENESS = 131
    WORLD_ONLINE = 132
    BORDER = 133
    BORDER_JOIN = 134
    BORDER_BLAME = 135
    GATHER = 100
    POST_ID = 120
    SKILL = 121
    TURNOVER = 122
    VOLUNTEER = 123
    CROWD = 140
    PROFIT = 141
    AWARD = 160
    SUE = 161
    PRIOR = 150
    DEMAND_ASTRAY = 180
    DOCKET = 190
    DOCKET_AWAY = 191
    DOCKET_WORK = 192
    DOCKET_SETTLED = 193


LABELS: Final[dict[type[IntEnum], dict[IntEnum, tuple[str, str]]]] = {
    # enum: {member: (zh, en)}; nested, because members of two IntEnums with one value are one key
    DisputeType: {
        DisputeType.FAMILY: ("婚姻家庭", "family"),
        DisputeType.NEIGHBOUR: ("邻里", "neighbours"),
        DisputeType.HOUSING: ("房屋宅基地", "housing"),
        DisputeType.PROPERTY: ("物业", "property management"),
        DisputeType.CONTRACT: ("合同", "contract"),
        DisputeType.CONSUMER: ("消费", "consumer"),
        DisputeType.LABOUR: ("劳动", "labour"),
        DisputeType.PRODUCTION: ("生产经营", "production"),
        DisputeType.DAMAGES: ("损害赔偿", "damages"),
        DisputeType.MEDICAL: ("医疗", "medical"),
        DisputeType.TRAFFIC: ("道路交通", "traffic"),
        DisputeType.LAND: ("山林土地", "land and forest"),
        DisputeType.REQUISITION: ("征地拆迁", "requisition"),
        DisputeType.ENVIRONMENT: ("环境", "environment"),
        DisputeType.OFFICE: ("干部与部门作风", "conduct of cadre or department"),
    },
    DisputeFamily: {
        DisputeFamily.KIN: ("亲属", "kin"),
        DisputeFamily.NEAR: ("近邻", "near"),
        DisputeFamily.MONEY: ("钱款", "money"),
        DisputeFamily.HARM: ("伤害", "harm"),
        DisputeFamily.LAND: ("土地", "land"),
        DisputeFamily.OFFICE: ("公权", "office"),
    },
    Opponent: {
        Opponent.KIN: ("亲属", "kin"),
        Opponent.NEIGHBOUR: ("邻居", "neighbour"),
        Opponent.SAME_UNIT: ("同村（社区）人", "same village"),
        Opponent.SAME_TOWN: ("同镇人", "same town"),
        Opponent.SAME_COUNTY: ("同县人", "same county"),
        Opponent.SAME_ROOT: ("同市人", "same prefecture"),
        Opponent.BEYOND: ("外地人", "from beyond"),
        Opponent.ORGANISATION: ("单位", "organisation"),
        Opponent.COLLECTIVE: ("村集体或村干部", "village collective or cadre"),
        Opponent.GOVERNMENT: ("政府机关", "government"),
    },
    Forum: {
        Forum.NONE: ("无", "none"),
        Forum.BILATERAL: ("双方协商", "bilateral talk"),
        Forum.COMMITTEE: ("村（居）调委会", "village mediation committee"),
        Forum.OFFICE: ("乡镇（街道）调解", "town office"),
        Forum.PETITION: ("信访", "petition office"),
        Forum.COURT: ("法院", "court"),
        Forum.OUTSIDE: ("域外上访", "outside"),
        Forum.HOTLINE: ("热线", "hotline"),
        Forum.ONE_STOP: ("一站式中心", "one-stop centre"),
        Forum.POLICE: ("派出所", "police station"),
        Forum.PREFILING: ("法院诉前调解", "court pre-filing mediation"),
        Forum.ARBITRATION: ("劳动人事争议仲裁", "labour arbitration"),
        Forum.RECONSIDERATION: ("行政复议", "administrative reconsideration"),
    },
    Department: {
        Department.NATURAL_RESOURCES: ("自然资源和规划", "natural resources and planning"),
        Department.HOUSING: ("住房和城乡建设", "housing and construction"),
        Department.HUMAN_RESOURCES: ("人力资源和社会保障", "human resources and social security"),
        Department.AGRICULTURE: ("农业农村和水利", "agriculture and water"),
        Department.ECOLOGY: ("生态环境", "ecology and environment"),
        Department.MARKET: ("市场监管", "market regulation"),
        Department.HEALTH: ("卫生健康", "health"),
        Department.PUBLIC_SECURITY: ("公安", "public security"),
        Department.CIVIL_AFFAIRS: ("民政", "civil affairs"),
        Department.TRANSPORT: ("交通运输", "transport"),
    },
    StaffKind: {
        StaffKind.FULL_TIME: ("专职调解员", "full-time mediator"),
        StaffKind.PART_TIME: ("兼职调解员（村干部）", "part-time mediator (village cadre)"),
        StaffKind.VOLUNTEER: ("志愿者、乡贤", "volunteer"),
        StaffKind.GRID: ("网格员", "grid worker"),
        StaffKind.INDUSTRY: ("行业性专业性调解员", "industry mediator"),
        StaffKind.CONTRACTED: ("购买服务的调解员", "contracted mediator"),
        StaffKind.CLERK: ("信访办案人员", "petition clerk"),
        StaffKind.JUDGE: ("法官", "judge"),
    },
    State: {
        State.LATENT: ("潜在", "latent"),
        State.OPEN: ("待选择", "choosing"),
        State.TALK: ("协商中", "in bilateral talk"),
        State.QUEUED: ("排队中", "in line"),
        State.AWAY: ("在域外", "outside"),
        State.LUMPED: ("忍了", "lumped"),
        State.SUPPRESSED: ("被压下", "suppressed"),
        State.SETTLED: ("已化解", "settled"),
        State.ACCEPTED: ("已接受", "accepted"),
        State.FADED: ("自行消退", "faded"),
        State.FORGOTTEN: ("已淡忘", "forgotten"),
        State.FINAL: ("案结事了", "closed for good"),
        State.CALLED: ("已报警", "police called"),
        State.AT_WINDOW: ("待派单", "at a window"),
        State.PENDING: ("待履行", "terms to be performed"),
        State.ENFORCING: ("执行中", "being enforced"),
        State.APPEALED: ("上诉中", "on appeal"),
        State.CONFIRMING: ("待司法确认", "before the court for confirmation"),
    },
    Way: {
        Way.NONE: ("无", "none"),
        Way.CONSENT: ("自愿达成协议", "settled by consent"),
        Way.PRESSED: ("压力下达成协议", "settled under pressure"),
        Way.GRANTED: ("支持申请人", "decided for the claimant"),
        Way.REJECTED: ("未获支持", "rejected"),
        Way.PROMISE: ("许诺后搁置", "shelved with a promise"),
        Way.BLOCKED: ("途中被拦", "intercepted"),
        Way.WITHDRAWN: ("撤回", "withdrawn"),
        Way.TIMED_OUT: ("逾期未结", "timed out"),
        Way.REFUSED: ("一方拒绝调解", "a party refused"),
        Way.RETURNED: ("退回下级（程序空转）", "sent back down (empty referral)"),
        Way.NOT_FILED: ("不予立案", "not filed"),
        Way.LUMPED: ("忍了", "lumped"),
        Way.SENT_BACK: ("退回属地", "sent home"),
        Way.NO_OFFICER: ("无警力现场调解", "no officer free to mediate"),
        Way.BROKEN: ("未履行", "terms broken"),
    },
    Terms: {
        Terms.NONE: ("无", "none"),
        Terms.PENDING: ("待履行或执行中", "to be performed or enforced"),
        Terms.KEPT: ("已履行", "kept"),
        Terms.ENFORCED: ("经执行履行", "enforced"),
        Terms.BROKEN: ("未履行", "broken"),
        Terms.UNENFORCED: ("执行不到位", "broken, enforcement in vain"),
    },
    EndState: {
        EndState.RESOLVED: ("实质化解", "resolved"),
        EndState.ACCEPTED: ("接受裁断", "accepted"),
        EndState.LUMPED: ("忍了", "lumped"),
        EndState.SUPPRESSED: ("被压下", "suppressed"),
        EndState.ACTIVE: ("未了", "active"),
        EndState.OUTSIDE_OPEN: ("域外未了", "open outside"),
        EndState.PREVENTED: ("预防", "prevented"),
        EndState.UNVOICED: ("未说出", "unvoiced"),
    },
    Origin: {
        Origin.ROOT: ("原发", "root"),
        Origin.CONTAGION: ("同情引发", "sympathetic"),
        Origin.TREATMENT: ("对待引发", "from treatment"),
        Origin.COUPLED: ("连带引发", "coupled"),
        Origin.UNMET: ("诉求未办", "from an unmet demand"),
    },
    PlaceKind: {
        PlaceKind.NONE: ("无", "none"),
        PlaceKind.VILLAGE: ("普通村", "ordinary village"),
        PlaceKind.COMMUNITY: ("普通社区", "ordinary community"),
        PlaceKind.URBAN_VILLAGE: ("城中村", "urban village"),
        PlaceKind.RESETTLEMENT: ("安置小区", "resettlement estate"),
        PlaceKind.OLD_ESTATE: ("老旧小区", "old estate"),
        PlaceKind.TOWN_CENTRE: ("镇中心", "town centre"),
        PlaceKind.SPECIAL: ("特殊区域", "special area"),
    },
    TieKind: {
        TieKind.NEIGHBOUR: ("邻居", "neighbours"),
        TieKind.KIN: ("亲属", "kin"),
        TieKind.OTHER_BLOCK: ("他组相识", "of another block"),
        TieKind.WORK: ("同事", "workmates"),
        TieKind.FAR: ("远亲", "far kin"),
        TieKind.ONLINE: ("网友", "online"),
    },
    BorderMatter: {
        BorderMatter.NONE: ("不跨界", "within one place"),
        BorderMatter.WATER: ("用水", "water"),
        BorderMatter.FOREST: ("山林", "forest"),
        BorderMatter.MINERALS: ("矿产", "minerals"),
        BorderMatter.COMMUTING: ("通勤", "commuting"),
    },
    ShockKind: {
        ShockKind.GREY_RHINO: ("灰犀牛", "grey rhino"),
        ShockKind.BLACK_SWAN: ("黑天鹅", "black swan"),
    },
    Event: {  # of no dispute: whatever happens to one is told in a sentence
        Event.REVIEW: ("应对考核", "review"),
        Event.FALSE_ALARMS: ("误报", "false alarms"),
        Event.PADDED: ("凑数的登记", "padded entries"),
        Event.DEMANDS: ("一周的咨询与诉求", "a week's enquiries and demands"),
        Event.TREATED: ("一周诉求的办理", "how a week's demands were treated"),
        Event.DESK: ("窗口的一周", "a window's week"),
        Event.DOCKET: ("单位案件的一天", "a day's suits of organisations"),
        Event.EMERGENCY: ("应急状态的进出", "emergency mode"),
        Event.CAMPAIGN: ("专项行动的压力", "pressure of campaigns"),
        Event.POST_LEFT: ("岗位空缺", "a post left"),
        Event.POST_TAKEN: ("岗位补上", "a post taken"),
        Event.GROUP: ("群体性事件", "group incident"),
        Event.TRUST: ("信任", "trust"),
    },
    Source: {
        Source.WALKER: ("网格员走访", "a grid walker"),
        Source.INFORMANT: ("信息员", "an informant"),
        Source.SENSOR: ("数据与热线分析", "sensors or hotline analytics"),
    },
}


def label(value: IntEnum, lang: str = "en") -> str:
    """Return the label of an enum member in `lang` ("zh" or "en"); members without one give their own name."""
    pair = LABELS.get(type(value), {}).get(value)
    if pair is None:
        return value.name.lower().replace("_", " ")
    return pair[0] if lang == "zh" else pair[1]
