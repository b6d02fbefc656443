"""The rules of protection that small publications of tests have: those of the office."""

from collections.abc import Mapping
from typing import Any, Final

PROTECTION_RULES: Final[Mapping[str, Any]] = {
    "version": "1",
    "minimum_contributors": 3,
    "dominance_count": 1,
    "dominance_ratio": "0.75",
    "p_ratio": "0.1",
    "protection_ratio": "0.1",
    "floor_ratio": "2",
    "is_verified": False,
}
