"""Numbers that are declared and read by nothing yet: at neutral until their process comes, whatever their value.

The one place that says so; a test holds it against the source of the whole program, in both directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A declared number without a reader: the process that it waits for, and what stands in its place until then."""

    process_zh: str
    process_en: str
    neutral_zh: str
    neutral_en: str

    def note(self, lang: str) -> str:
        """Return what is added to the number's label in `lang` ("zh" or "en")."""
        if lang == "zh":
            return f"（尚无规则读取，待“{self.process_zh}”）"
        return f" (read by nothing yet: waits for {self.process_en})"


WAITING: Final[dict[str, Waiting]] = {
    "types.*.legal_cause_unit": Waiting(
        process_zh="同因的其他计数单位",
        process_en="other units of a cause",
        neutral_zh="只有一个取值：同因按地点计数",
        neutral_en="it has one value: a cause is counted by place",
    ),
}
"""By dotted key; `types.*.x` is a column of the type table."""
