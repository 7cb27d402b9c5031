"""The levers: what each is called, its axes, unit, bounds, baseline and the rule by which several policies add up.

Only declarations. The baseline arrays are made in `baseline`, several patches on one cell are joined in `combine`.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Final, Literal

from sim.errors import PolicyError, complain

Axis = Literal["place", "slot", "line"]
"""`slot`: ranks of the tree, lowest first. `line`: the same and the court as the last."""

Rule = Literal["add", "multiply", "max", "exclusive"]
"""Commutative joins. `exclusive`: policies that set one cell must agree, else the arm is refused."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lever:
    """One lever. `low` and `high` are inclusive bounds of the joined value, which is clipped to them.

    `origin` is the scenario parameter that gives the baseline, or "" where the baseline is `neutral` everywhere.
    """

    name: str
    axes: tuple[Axis, ...]
    unit: str
    low: float
    high: float
    rule: Rule
    origin: str = ""
    neutral: float = 0.0
    zh: str
    en: str
    source: str


LEVERS: Final[tuple[Lever, ...]] = (
    Lever(
        name="gate_strictness", axes=("place", "slot"), unit="chance", low=0, high=1, rule="max",
        origin="gate.strictness",
        zh="小额事项越过本级时被退回先调的机会（按申请人所在地；法院不设门槛）",
        en="chance that a small claim above this slot is sent down to it first (claimant's place; never at court)",
        source="definitions 1, 10",
    ),
    Lever(
        name="gate_threshold", axes=("place", "slot"), unit="yuan", low=0, high=1e12, rule="max",
        zh="门槛所管的最大可见标的", en="largest observed stake that the gate applies to",
        source="definitions 1; dry run 1.3: a gate sees the observed stake, never the true home level",
    ),
    Lever(
        name="gate_forward", axes=("place", "slot"), unit="chance", low=0, high=1, rule="exclusive",
        origin="gate.forward",
        zh="首调不成时随案上送的机会", en="chance that a failed first try is carried up with its file",
        source="definitions 10; dry run 1.2: it decides the sign of a gate",
    ),
    Lever(
        name="gate_clock", axes=("place", "slot"), unit="days", low=1, high=365, rule="exclusive", origin="clocks.gate",
        zh="首调期限", en="days that a first try may take", source="definitions 10",
    ),
    Lever(
        name="capacity", axes=("place", "line"), unit="factor", low=0, high=100, rule="multiply", neutral=1.0,
        zh="各级机构（末列为法院）工时倍数", en="multiplier of a line's minutes a day (last column: the court)",
        source="charter 4",
    ),
    Lever(
        name="appraisal_w_u", axes=("place",), unit="weight", low=0, high=10, rule="add", origin="appraisal.w_u",
        zh="对未化解的考核权重", en="appraisal weight on unresolved cases", source="definitions 6",
    ),
    Lever(
        name="appraisal_w_z", axes=("place",), unit="weight", low=0, high=10, rule="add", origin="appraisal.w_z",
        zh="对上行的考核权重", en="appraisal weight on cases passed upward", source="definitions 6",
    ),
    Lever(
        name="audit", axes=("place",), unit="chance", low=0, high=1, rule="add", origin="appraisal.audit",
        zh="抽查账面的机会（a）", en="chance that the books are audited (a)", source="definitions 6",
    ),
    Lever(
        name="exposure", axes=("place",), unit="chance", low=0, high=1, rule="add", origin="appraisal.exposure",
        zh="压制被曝光的机会（b）", en="chance that abuse is exposed (b)", source="definitions 6",
    ),
    Lever(
        name="turnout", axes=("place",), unit="chance", low=-1, high=1, rule="add",
        zh="部门到场机会的增减（按召集机构所在地）",
        en="added to the chance that a department turns up (place of the forum that calls)",
        source="definitions 10 (p_dep); charter 3.5",
    ),
    Lever(
        name="misrouting", axes=("place",), unit="factor", low=0, high=10, rule="multiply", neutral=1.0,
        zh="投错门机会的倍数（按受理机构所在地）",
        en="multiplier of the chance to be heard at the wrong desk (place of the forum that accepts)",
        source="definitions 10 (p_misroute); charter 3.4",
    ),
    Lever(
        name="detection", axes=("place",), unit="factor", low=0, high=5, rule="multiply", neutral=1.0,
        zh="寻找潜在矛盾的力度（走访、信息员、传感）",
        en="how hard latent grievances are looked for (walkers, informants, sensors)",
        source="charter 3.2, 4",
    ),
    Lever(
        name="migrant_reach", axes=("place",), unit="factor", low=0, high=2, rule="multiply", neutral=1.0,
        zh="外来人口到本地调解机构的隔阂之倍数（0 为同等对待）",
        en="multiplier of what keeps migrants from local forums (claimant's place; 0: served alike)",
        source="charter 2; S4 (equal service)",
    ),
    Lever(
        name="border_join", axes=("place",), unit="factor", low=0, high=10, rule="multiply", neutral=1.0,
        zh="邻地会同处理跨界事项机会的倍数（按受理机构所在地）",
        en="multiplier of the chance that the place across a border joins a session (place of the forum)",
        source="S0, S4 (cross-border compacts)",
    ),
    Lever(
        name="loss_cover", axes=("place",), unit="share", low=0, high=0.9, rule="add",
        zh="保险赔付损失的份额（按申请人所在地）",
        en="share of an insured loss that is paid (claimant's place)", source="S1",
    ),
    Lever(
        name="calm_pay", axes=("place",), unit="chance", low=0, high=1, rule="add",
        zh="未化解的信访得到支付的机会（按申请人所在地）",
        en="chance that an unsettled petition is paid off (claimant's place)", source="S1; targets (b) 10",
    ),
)  # fmt: skip

_BY_NAME: Final = {lever.name: lever for lever in LEVERS}


def lever_named(name: str) -> Lever:
    """Return the lever of that name. Raises PolicyError with the nearest name."""
    lever = _BY_NAME.get(name)
    if lever is None:
        near = difflib.get_close_matches(name, list(_BY_NAME), n=1)
        repair = f"Did you mean {near[0]!r}" if near else f"Use one of {', '.join(_BY_NAME)}"
        raise PolicyError(complain("lever", "name must be a declared lever", repr(name), repair))
    return lever
