"""Which CO2 stays where it goes."""

from typing import Final

from lingtan.synthetic.lines import RemovalLine

_PERMANENT: Final = frozenset({"geological", "mineralised"})
_STORED: Final = _PERMANENT | {"biomass", "soil"}


def is_fossil_stored(line: RemovalLine) -> bool:
    """Whether fossil CO2 goes where it stays."""
    return line.co2_origin_code == "fossil" and line.fate_code in _PERMANENT


def is_stored(line: RemovalLine) -> bool:
    """Whether CO2 of the air or of biomass goes where it stays."""
    return line.co2_origin_code in {"biogenic", "air"} and line.fate_code in _STORED
