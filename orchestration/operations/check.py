"""Checks one file as the office would."""

from pathlib import Path

from lingtan.intake.check import check_file
from lingtan.intake.receipt import Receipt
from quality.catalogue import intake_rules


def check_one(path: Path) -> Receipt:
    """The receipt this file would get; nothing is stored.

    Raises:
        LingtanError: The file cannot be opened.
    """
    return check_file(path, intake_rules())
