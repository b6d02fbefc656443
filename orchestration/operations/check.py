"""Checks one file as the office would."""

from pathlib import Path

from lingtan.intake.check import check_file
from lingtan.intake.layout import load_layouts
from lingtan.intake.receipt import Receipt
from lingtan.places import Places, checkout
from quality.catalogue import intake_rules


def check_one(places: Places, path: Path) -> Receipt:
    """The receipt this file would get, read with the shipped layouts and the office's own; nothing is stored.

    Raises:
        LingtanError: The file cannot be opened.
    """
    layouts = load_layouts([checkout() / "raw" / "layouts", places.office_layouts])
    return check_file(path, intake_rules(), layouts=layouts)
