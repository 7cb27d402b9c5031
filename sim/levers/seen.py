"""What a dynamic policy may see: last period's reported figures by place, read-only. The engine fills it.

`definitions` 2 says what "reported" means; true state is kept out by this type and by the order of the layers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

COUNTS: Final = (
    "accepted",
    "booked_success",
    "registered_petitions",
    "group_incidents",
    "contacts",
    "demands_responded",
    "demands_solved",
    "demands_satisfied",
)
"""Figures by place."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Seen:
    """Reported figures of the last whole period of `period_days` days before `day`. Counts are int64[n_places].

    `accepted` cases opened at the forums that the place runs, the court's docket among them; `booked_success` cases
    closed there and booked as settled, the court's left out (a judgment is booked as closed); `registered_petitions`
    petitions registered at the place's petition office, and those registered `outside` by people who live below it;
    `group_incidents` of people who came to the place together, over one cause;
    `contacts`: service demands written down at windows and sent to the place's office, and of them those booked as
    answered in time and as solved, and those whose callers say that they are satisfied (zeros where windows have no
    hours). A share of successes is not `booked_success / accepted` where a court stands, and the cases of the two are
    not the same: one is closed later than it is opened.

    `kinds` is urban, rural or "" (above the lowest units), `levels` the level id of each place. The arrays are copied
    and made read-only.
    """

    day: int
    period_days: int
    accepted: NDArray[np.int64]
    booked_success: NDArray[np.int64]
    registered_petitions: NDArray[np.int64]
    group_incidents: NDArray[np.int64]
    contacts: NDArray[np.int64]
    demands_responded: NDArray[np.int64]
    demands_solved: NDArray[np.int64]
    demands_satisfied: NDArray[np.int64]
    kinds: tuple[str, ...]
    levels: tuple[str, ...]

    def __post_init__(self) -> None:
        """Freeze the arrays; refuse lengths that differ (a fault of the caller, not of a user)."""
        for name in COUNTS:
            column: Any = np.array(getattr(self, name), dtype=np.int64)
            if column.shape != (len(self.kinds),):
                message = f"Seen.{name} must have one number per place ({len(self.kinds)}), got shape {column.shape}"
                raise ValueError(message)
            column.flags.writeable = False
            object.__setattr__(self, name, column)
        if len(self.levels) != len(self.kinds):
            message = f"Seen.levels must have one id per place ({len(self.kinds)}), got {len(self.levels)}"
            raise ValueError(message)
