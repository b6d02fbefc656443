"""What every page and file of a release says about itself: internal or not, and synthetic where it is."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lingtan.quiet_duckdb import connect

INTERNAL_ZH: Final = "内部资料"
INTERNAL_EN: Final = "internal"
SYNTHETIC_ZH: Final = "合成数据"
SYNTHETIC_EN: Final = "synthetic"


@dataclass(frozen=True)
class Marks:
    """The marks of a tier; one synthetic park in the plan marks everything.

    Attributes:
        is_synthetic: whether a synthetic park is in it.
        is_internal: whether it stays in the office: all but the public tier.
    """

    is_synthetic: bool
    is_internal: bool = True

    @property
    def zh(self) -> tuple[str, ...]:
        """The marks in Chinese; none for published figures of real parks."""
        return self._said(INTERNAL_ZH, SYNTHETIC_ZH)

    @property
    def en(self) -> tuple[str, ...]:
        """The marks in English."""
        return self._said(INTERNAL_EN, SYNTHETIC_EN)

    def _said(self, internal: str, synthetic: str) -> tuple[str, ...]:
        marks = ((self.is_internal, internal), (self.is_synthetic, synthetic))
        return tuple(word for holds, word in marks if holds)

    @property
    def line(self) -> str:
        """Both languages in one line; empty where there is no mark."""
        return f"{' · '.join(self.zh)} | {' · '.join(self.en)}" if self.zh else ""


def marks_of(parks: Path, lock: Path) -> Marks:
    """The marks of the restricted tier, from the planned parks and what the plan says about its senders.

    Args:
        parks: the canonical `dim_parks.parquet`; needs the column is_synthetic.
        lock: plan.json; its `is_synthetic` marks a plan whose provinces sent a synthetic register, also
            where no park of it is in the plan.
    """
    with connect() as connection:
        found = connection.execute(
            "select coalesce(bool_or(is_synthetic), false) from read_parquet(?)", [str(parks)]
        ).fetchone()
    of_plan = json.loads(lock.read_text(encoding="utf-8")).get("is_synthetic", False)
    return Marks(is_synthetic=bool(of_plan or (found and found[0])))
