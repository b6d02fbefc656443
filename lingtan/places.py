"""Where the data lies: folders that move with the environment, and the checkout that does not."""

import os
from dataclasses import dataclass
from pathlib import Path


def checkout() -> Path:
    """The folder of the project: contracts, shipped layouts and the dbt project stay with the code."""
    return Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Places:
    """The data folders of one installation. Nothing is created by asking for a path.

    Attributes:
        raw: what comes in (`LINGTAN_RAW`).
        exports: what goes out (`LINGTAN_EXPORTS`).
    """

    raw: Path
    exports: Path

    @classmethod
    def from_environment(cls) -> "Places":
        """The folders named by the environment, by default those of the checkout."""
        return cls(
            raw=Path(os.environ.get("LINGTAN_RAW") or checkout() / "raw"),
            exports=Path(os.environ.get("LINGTAN_EXPORTS") or checkout() / "exports"),
        )

    @property
    def inbox(self) -> Path:
        """Deliveries that wait; a sub-folder's name is the sender."""
        return self.raw / "inbox"

    @property
    def archive(self) -> Path:
        """Every delivery's bytes by SHA-256, never changed."""
        return self.raw / "archive"

    @property
    def lake(self) -> Path:
        """One folder a batch: every row of a known form as Parquet."""
        return self.raw / "lake"

    @property
    def receipts(self) -> Path:
        """What goes back to the senders; can always be made again."""
        return self.raw / "receipts"

    @property
    def register(self) -> Path:
        """The SQLite file that says what was taken in."""
        return self.raw / "register.db"

    @property
    def office_reference(self) -> Path:
        """Factor sets the office adds."""
        return self.raw / "reference"

    @property
    def office_layouts(self) -> Path:
        """Layouts the office adds to the shipped ones."""
        return self.raw / "layouts"

    @property
    def builds(self) -> Path:
        """One folder a plan, with what was built from it."""
        return self.exports / "builds"

    @property
    def drafts(self) -> Path:
        """Releases that are not published yet."""
        return self.exports / "drafts"

    @property
    def releases(self) -> Path:
        """Published releases, never changed."""
        return self.exports / "releases"

    @property
    def rebases(self) -> Path:
        """One folder a comparison of two plans with the same submissions."""
        return self.exports / "rebases"

    @property
    def latest(self) -> Path:
        """A link to the newest release."""
        return self.exports / "latest"
