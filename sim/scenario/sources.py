"""The works that parameters cite, by key. A parameter says *what* it is; this table says where the number is from."""

from __future__ import annotations

from typing import Final

SOURCES: Final[dict[str, str]] = {
    # key: citation, and why it is cited
    "own": "assumption of this project; no source",
    "D1": "model definitions 1: words and default ranges",
    "D2": "model definitions 2: the reporting layer",
    "D4": "model definitions 4: a run in time",
    "D6": "model definitions 6: the principal's answer",
    "D7": "model definitions 7: processes",
    "D10": "model definitions 10: parameters with their prior range",
    "DR1": "start value of an exploratory dry run (decision); no evidence about any place",
    "DR5": "start value of an exploratory dry run (about 300 parameter sets); no evidence about any place",
    "T1": "CGSS rural survey, Lu Yilong: 13.1 % of rural adults had a dispute in four years (2001-05)",
    "T2": "CGSS rural survey, Lu Yilong: of which 10.7 % with a person (2001-05)",
    "T3": "CGSS rural survey, Lu Yilong: with government or an institution 3.55 % of men, 2.15 % of women (2001-05)",
    "T16mix": "people's mediation by type, one city-month of 2016, n = 869, renormalised over the 13 person types",
    "T17org": "chosen so that about 17.5 % of person disputes are with an organisation (people's mediation 2004-06)",
    "T379": "chosen so that 37.9 % of person disputes need a department (37.9 % of mediated disputes complex, 2004-06)",
    "T19": "Supreme People's Court, first half of 2023: 36 % of disputes at the door sent to pre-filing mediation",
    "T20": "Supreme People's Court, 2024: 12.8 first-instance civil suits per 1,000 people a year (derived)",
    "LL": "Labour Dispute Mediation and Arbitration Law, in force 2008",
    "RL": "Administrative Reconsideration Law 2023, in force 2024-01-01",
    "RW": "Ministry of Justice, White Paper on reconsideration 2024: 749,600 new cases, 26.3 % mediated, made up or "
    "withdrawn, 12.07 % corrected, 90.3 % with neither suit nor petition after; how it maps is an assumption",
    "T23": "law in force: People's Mediation Law, Civil Procedure Law 2023, Petition Regulation 2022",
    "T24": "Harvard Ash Center 2016: satisfaction with centre, province, county, township 93.1, 81.7, 73.9, 70.2 %",
    "T25": "Beijing 12345 hotline 2019-21: 41.5 % of contacts are demands; 75 % solved in the first year",
    "S1S4": "what differs is told in S1 and S4 (dual structure, urban villages, estates); how much is an assumption",
    "S4M": "migrants and locals are told apart in S4; by how much it matters is an assumption",
    "S0M": "a mixed society of acquaintances, strangers and netizens is told in S0; weights are assumptions",
    "S0S4": "matters across borders (water, forest, minerals, commuting) are told in S0, S4; numbers are assumptions",
    "S2": "that issues couple is told in Li and Li 2022 (Tongling Xueyuan Xuebao 5); how often is an assumption",
    "TN": "fitted to aggregates of Cai, de Janvry, Sadoulet 2015 (173 natural villages); urban figures by judgement",
    "TP": "population rule: weights by class of unit, raked to known totals",
    "TR": "register factors derived from register and resident totals; 1.51 and 0.71 from national totals",
    "ZJ10": "Zhuji courts 2010: of 8,300 civil cases 51.35 % were mediated or withdrawn (summary trials not counted)",
    "C2020": "Population Census 2020: mean family household 2.62",
}


def cite(keys: str) -> str:
    """Return the citations of comma-separated `keys`; a text that is no key stands for itself."""
    known = [key.strip() for key in keys.split(",")]
    if all(key in SOURCES for key in known):
        return "; ".join(SOURCES[key] for key in known)
    return keys
