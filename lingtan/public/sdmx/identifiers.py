"""What public tables, their columns and codes are called in SDMX."""

import re
from collections.abc import Mapping
from typing import Final

AGENCY: Final = "LINGTAN"
VERSION: Final = "1.0.0"
CONCEPTS: Final = "CS_LINGTAN"

TIME_PERIOD: Final = "TIME_PERIOD"
OBS_VALUE: Final = "OBS_VALUE"
CONF_STATUS: Final = "CONF_STATUS"
OBS_STATUS: Final = "OBS_STATUS"
UNIT_MEASURE: Final = "UNIT_MEASURE"
IS_SYNTHETIC: Final = "IS_SYNTHETIC"

#: The code by which SDMX means a sum over a dimension.
SDMX_TOTAL: Final = "_T"
#: Status of an observation, by the code list CL_OBS_STATUS of the SDMX community.
NORMAL, SUPPRESSED = "A", "Q"
#: Dimensions that SDMX has a name of its own for.
_CROSS_DOMAIN: Final[Mapping[str, str]] = {"area": "REF_AREA"}


def dimension_id(dimension: str) -> str:
    """A dimension of a table as SDMX calls it."""
    return _CROSS_DOMAIN.get(dimension, dimension.upper())


def unit_id(unit: str) -> str:
    """A unit as a code: SDMX allows letters, digits, `_`, `@`, `$` and `-`."""
    return re.sub(r"[^A-Za-z0-9_@$-]", "_", unit)


def flow_id(table: str) -> str:
    """The dataflow of a table."""
    return table.upper()
