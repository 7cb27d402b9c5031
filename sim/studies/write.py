"""The files of a comparison: manifest, results as JSON, tables for spreadsheets, and a page that says what they are.

Run folders are written by the runs themselves. CSV is UTF-8 with a mark, which spreadsheets ask for; reported figures
stand on the row of what happened in the model, and spill on the row of what it was turned into.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sim.errors import OutputError
from sim.names import MODEL_VERSION
from sim.studies.folder import write_text
from sim.studies.runs import FORMAT, KIND, MANIFEST, RESULTS, sealed
from sim.studies.standing import STANDING
from sim.studies.tables import tables

if TYPE_CHECKING:
    from sim.analysis import Comparison
    from sim.studies.study import Study

TABLES: Final = "tables"


def write_results(folder: Path, study: Study, result: Comparison) -> None:
    """Write everything but the run folders, all of it or nothing. Raises OutputError."""
    from sim.records.folder import check_of

    found = _finite(result.to_json())
    texts = {RESULTS: _json(found)}
    texts |= {f"{TABLES}/{name}.csv": text for name, text in tables(result).items()}
    texts |= {"README.txt": _page(), MANIFEST: _json(sealed(_finite(manifest(study) | {"results": check_of(found)})))}
    try:
        for name, text in texts.items():
            write_text(folder / name, text, encoding="utf-8-sig" if name.endswith(".csv") else "utf-8")
    except OutputError:
        for name in texts:
            (folder / name).unlink(missing_ok=True)
        raise


def manifest(study: Study) -> dict[str, Any]:
    """Return what identifies a comparison, and where its runs lie. `complete`: every seed has every arm."""
    plan, settled = study.plan, study.settled
    runs = [
        {
            "arm": arm.spec,
            "seed": seed,
            "folder": plan.folder_of(arm, seed),
            "digest": study.done[arm.spec, seed].digest,
        }
        for seed in plan.seeds
        for arm in plan.arms
        if (arm.spec, seed) in study.done
    ]
    return {
        "kind": KIND,
        "format": FORMAT,
        "model_version": MODEL_VERSION,
        "uncalibrated": True,
        "standing": {"zh": STANDING[0], "en": STANDING[1]},
        "scenario": plan.scenario.id,
        "fingerprint": plan.scenario.fingerprint,
        "arms": [
            {"spec": arm.spec, "title": arm.title._asdict(), "standing": arm.standing, "direct": list(arm.direct)}
            for arm in plan.arms
        ],
        "seeds": list(plan.seeds),
        "complete_seeds": list(study.complete),
        "complete": len(study.complete) == len(plan.seeds),
        "burn_in": settled.days,
        "stationarity": asdict(settled.verdict),
        "loads": [asdict(one) for one in settled.loads],
        "failures": [f"{type(one).__name__}: {one}" for one in study.failures],
        "runs": runs,
    }


def _json(document: Any) -> str:
    return json.dumps(_finite(document), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _finite(value: Any) -> Any:
    """Return plain data; what is not a number becomes None."""
    if isinstance(value, dict):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    if isinstance(value, float) and value - value != 0.0:
        return None
    return value


def _page() -> str:
    return f"""{STANDING[1]}

{STANDING[0]}

results.json            every figure of the comparison, with intervals over seeds  比较的全部数字，区间为随机种子
tables/indicators.csv   indicators by arm, and their change against the baseline   各方案的指标及与基线之差
tables/identity.csv     where root families ended: what a change of spill became   外溢的变化去了哪里
tables/books.csv        on the books beside in the model, by forum                 各机构账面与实质
tables/targets.csv      a run beside the official figures, reported ones in pairs  与官方数字并排，账面成对
tables/groups.csv       disputes by group of claimant and kind of respondent       按人群
tables/governance.csv   the index and all its components                           治理指数及其全部组成
tables/daily.csv        daily counts, means over seeds                             每日计数，种子平均
runs/ARM/seed-N/        one run: scenario, policies, seed, digest, records         单次运行
manifest.json           what was run, the burn-in, the digests                     运行清单

fengqiao explain THIS_FOLDER    one dispute's career under every arm   用文字讲一起纠纷在各方案下的全过程
fengqiao diff A B               the first event in which two runs differ   两次运行的第一个不同事件
"""
