"""A small edition: a table of one dimension and one of two, a withheld cell in each, a name meant to harm."""

from decimal import Decimal

import polars as pl

from lingtan.disclosure.public_tables import PublicTables
from lingtan.public.edition import Edition, EditionTable
from tests.builders.protection_rules import PROTECTION_RULES

#: Sixty characters that a page, a sheet or an XML file might run, calculate or stumble over.
HOSTILE = '=HYPERLINK("http://x",\'y\') <script>alert(1)</script> & "引号"\''

_DECLARED = {
    "rules": PROTECTION_RULES,
    "dimensions": {
        "area": {"levels": ["province_code"], "names": "provinces", "zh": "地区", "en": "Area"},
        "component": {"levels": ["component_code"], "names": "components", "zh": "分项", "en": "Component"},
    },
    "measures": [
        {
            "code": "cn_nzcp",
            "fact": "fct_emissions",
            "column": "emission_tco2e",
            "where": {},
            "quantity": "emission_tco2",
            "unit": "tCO2",
            "decimals": 0,
            "zh": "园区碳排放",
            "en": "Carbon of parks",
        },
        {
            "code": "energy",
            "fact": "fct_energy",
            "column": "energy_tce",
            "where": {},
            "quantity": "energy_tce",
            "unit": "tce",
            "decimals": 2,
            "zh": "综合能源消费量",
            "en": "Energy use",
        },
    ],
    "tables": [
        {
            "code": "emissions_by_area_and_component",
            "measure": "cn_nzcp",
            "by": {"area": "province_code", "component": "component_code"},
            "weight": 1,
            "zh": "各地区、各分项的碳排放",
            "en": "Carbon by area and component",
        },
        {
            "code": "energy_by_area",
            "measure": "energy",
            "by": {"area": "province_code"},
            "weight": 1,
            "zh": "各地区的能源消费量",
            "en": "Energy use by area",
        },
    ],
}

_AREAS = {"110000": ("北京市", "Beijing"), "120000": (HOSTILE, HOSTILE), "TOTAL": ("合计", "Total")}
_COMPONENTS = {"TOTAL": ("合计", "Total"), "fuel": ("燃料燃烧", "Fuel"), "power": ("电力", "Power")}

#: Area, component and tonnes; None: withheld.
EMISSIONS: tuple[tuple[str, str, int | None], ...] = (
    ("110000", "TOTAL", 600),
    ("110000", "fuel", None),
    ("110000", "power", None),
    ("120000", "TOTAL", 400),
    ("120000", "fuel", None),
    ("120000", "power", None),
    ("TOTAL", "TOTAL", 1000),
    ("TOTAL", "fuel", 1300),
    ("TOTAL", "power", -300),
)
#: Area and tce, more digits than a binary double holds.
ENERGY: tuple[tuple[str, str | None], ...] = (
    ("110000", None),
    ("120000", None),
    ("TOTAL", "12345678901234567.90"),
)


def _frame(
    year: int, dimensions: dict[str, list[str]], quantity: str, values: list[Decimal | None]
) -> pl.DataFrame:
    names = {"area": _AREAS, "component": _COMPONENTS}
    columns: dict[str, pl.Series] = {
        "reference_year": pl.Series([year] * len(values), dtype=pl.Int32),
    }
    for dimension, codes in dimensions.items():
        columns[f"{dimension}_code"] = pl.Series(codes, dtype=pl.String)
        for at, language in enumerate(("zh", "en")):
            texts = [names[dimension][code][at] for code in codes]
            columns[f"{dimension}_name_{language}"] = pl.Series(texts, dtype=pl.String)
    scale = 2 if quantity == "energy_tce" else 0
    columns[quantity] = pl.Series(values, dtype=pl.Decimal(38, scale))
    said = ["C" if value is None else "F" for value in values]
    columns["confidentiality_code"] = pl.Series(said, dtype=pl.String)
    return pl.DataFrame(columns)


def public_edition(*, is_synthetic: bool = True) -> Edition:
    """An edition of one year.

    Args:
        is_synthetic: whether a synthetic park is in it.
    """
    public = PublicTables.model_validate(_DECLARED)
    carbon, energy = public.measures
    by_component, by_area = public.tables
    tonnes = [None if value is None else Decimal(value) for *_, value in EMISSIONS]
    tce = [None if value is None else Decimal(value) for _, value in ENERGY]
    dimensions = {"area": [one[0] for one in EMISSIONS], "component": [one[1] for one in EMISSIONS]}
    areas = {"area": [one[0] for one in ENERGY]}
    return Edition(
        "P-0123456789abcdef",
        is_synthetic,
        public,
        [
            EditionTable(by_component, carbon, _frame(2025, dimensions, "emission_tco2", tonnes)),
            EditionTable(by_area, energy, _frame(2025, areas, "energy_tce", tce)),
        ],
    )
