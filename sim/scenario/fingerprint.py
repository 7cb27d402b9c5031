"""How content becomes a fingerprint: sha256 over one canonical text. What is covered is decided by the caller."""

from __future__ import annotations

import hashlib
import json


def digest_of(content: object) -> str:
    """Return sha256 over `content` as JSON: keys sorted, numbers at full precision, no NaN.

    Raises ValueError for NaN or infinity, TypeError for what JSON cannot hold.
    """
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()
