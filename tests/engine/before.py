"""The numbers of model version 3, under which the digests of histories before a process were recorded."""

from __future__ import annotations

from typing import Any, Final

SECTIONS: Final[dict[str, dict[str, Any]]] = {
    "staff": {"petition": 28.0},
    "initial": {
        "private_lumped": 0.28, "private_again": 0.57, "private_suppressed": 0.06, "private_tries": 0.2,
        "private_days": 9.0, "authority_lumped": 0.54, "authority_again": 0.8, "authority_suppressed": 0.07,
        "authority_accepted": 0.093, "authority_tries": 0.5, "authority_days": 20.0,
    },
}  # fmt: skip
NUMBERS: Final = {f"{section}.{name}": value for section, of in SECTIONS.items() for name, value in of.items()}
"""Version 4 also mended the court's fee above 500,000 yuan, which no override brings back. The digests in which such a
suit was weighed were taken anew; with the old fee put back by hand they were the old ones, to the bit."""
