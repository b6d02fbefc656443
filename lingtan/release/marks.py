"""What every page and file of a release says about itself: internal, and synthetic where it is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

INTERNAL_ZH: Final = "内部资料"
INTERNAL_EN: Final = "internal"
SYNTHETIC_ZH: Final = "合成数据"
SYNTHETIC_EN: Final = "synthetic"


@dataclass(frozen=True)
class Marks:
    """The marks of the restricted tier; one synthetic park in the plan marks everything."""

    is_synthetic: bool

    @property
    def zh(self) -> tuple[str, ...]:
        """The marks in Chinese."""
        return (INTERNAL_ZH, SYNTHETIC_ZH) if self.is_synthetic else (INTERNAL_ZH,)

    @property
    def en(self) -> tuple[str, ...]:
        """The marks in English."""
        return (INTERNAL_EN, SYNTHETIC_EN) if self.is_synthetic else (INTERNAL_EN,)

    @property
    def line(self) -> str:
        """Both languages in one line."""
        return f"{' · '.join(self.zh)} | {' · '.join(self.en)}"


def marks_of(parks: Path) -> Marks:
    """The marks that follow from the canonical `dim_parks.parquet`.

    Args:
        parks: the file; needs the column is_synthetic.
    """
    with duckdb.connect() as connection:
        found = connection.execute(
            "select coalesce(bool_or(is_synthetic), false) from read_parquet(?)", [str(parks)]
        ).fetchone()
    return Marks(is_synthetic=bool(found and found[0]))
