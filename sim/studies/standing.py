"""What every result of this program must say about itself (`definitions` 11), in both languages."""

from __future__ import annotations

from typing import Final

UNCALIBRATED: Final = ("未标定", "uncalibrated")

STANDING: Final = (
    (
        "这是一个以真实地方为形的合成社会，未标定；一半以上的参数是假设。模型不评判一起纠纷该不该提出：提出纠纷是权利，上行也可能"
        "是对的。它不含任何个人数据，不作预报，也不评价任何真实的地方或官员。"
    ),
    (
        "This is a synthetic society in the shape of a real place, uncalibrated; more than half of its parameters"
        " are assumptions. The model takes no side on whether a dispute should be raised: raising one is a right, and"
        " moving up can be the right outcome. It holds no data on persons, makes no forecast and judges no real place"
        " or official."
    ),
)
"""(zh, en). Stands under every table and in every folder of results."""

DIAGNOSTIC: Final = (
    "诊断性方案：运行它是为了看清其危害，不参与排序，不作建议。",
    "Diagnostic: run to show what it does. It is never ranked or recommended.",
)
"""(zh, en). Stands beside every arm that contains a diagnostic policy."""
