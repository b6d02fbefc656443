"""Facts noted while a file is read and typed. They do not judge: a rule gives each its severity."""

from dataclasses import dataclass


class DeliveryProblemError(Exception):
    """A delivery cannot be read as any form; nothing of it is taken in, its bytes stay in the archive.

    Args:
        code: one of `lingtan.contracts.batch.DELIVERY_PROBLEMS`.
        found: what was found.
        expected: what would be accepted.
        sheet: the sheet or member file concerned, if one is.
    """

    def __init__(
        self, code: str, found: str | None = None, expected: str | None = None, sheet: str | None = None
    ) -> None:
        super().__init__(f"{code}: {found}")
        self.problem = Problem(code, found=found, expected=expected, sheet=sheet)


@dataclass(frozen=True)
class Problem:
    """A row of `PROBLEM_SCHEMA` before its submission has an id."""

    problem_code: str
    table_name: str | None = None
    sheet: str | None = None
    cell: str | None = None
    row_number: int | None = None
    column_name: str | None = None
    found: str | None = None
    expected: str | None = None
