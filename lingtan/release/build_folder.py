"""Where the parts of one build lie."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class BuildFolder:
    """The folder of one plan and of what is built from it: `exports/builds/<plan_id>`."""

    folder: Path

    @property
    def plan_id(self) -> str:
        """The plan's id, which is the folder's name."""
        return self.folder.name

    @property
    def lock(self) -> Path:
        """plan.json: exactly what goes in, by hash."""
        return self.folder / "plan.json"

    @property
    def plan_tables(self) -> Path:
        """The plan's tables, which dbt reads."""
        return self.folder / "plan"

    @property
    def lake(self) -> Path:
        """The planned rows of the lake gathered into one file a table, which dbt reads."""
        return self.folder / "lake"

    @property
    def database(self) -> Path:
        """The private DuckDB file that dbt writes."""
        return self.folder / "build.duckdb"

    @property
    def stat(self) -> Path:
        """What Python stages between dbt stages write."""
        return self.folder / "stat"

    @property
    def canonical(self) -> Path:
        """The released tables as sorted Parquet: what the gate judges."""
        return self.folder / "canonical"

    @property
    def public(self) -> Path:
        """The public tables as sorted Parquet, cut out of the canonical ones: the gate attacks them."""
        return self.folder / "public"

    @property
    def evidence(self) -> Path:
        """What every check found, about which bytes."""
        return self.folder / "evidence.parquet"

    @property
    def attack(self) -> Path:
        """What outsiders can compute of each protected cell from the public tables."""
        return self.folder / "attack.parquet"
