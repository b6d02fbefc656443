"""The factor sets of the fictional office: drawn once, the same for every seed and year."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.inventory import CARRIERS, SECTORS
from lingtan.synthetic.value_chain_sets import (
    ACTIVITY_SET,
    SPEND_SET,
    activity_rows,
    description,
    spend_rows,
)

PROVINCIAL_SET: Final = "example_office_provincial_factors"
EQUIVALENT_SET: Final = "example_office_equivalent_power"
LOSS_SET: Final = "example_office_losses"

#: Fuel -> an invented centre of its factors in Mt CO2 per 10 kt or 100 million m³.
_CENTRES: Final = {
    "raw_coal": "0.0171",
    "washed_coal": "0.0204",
    "other_washed_coal": "0.0123",
    "briquette": "0.0142",
    "coke": "0.0285",
    "coke_oven_gas": "0.112",
    "other_gas": "0.062",
    "other_coking_products": "0.0249",
    "crude_oil": "0.0302",
    "gasoline": "0.0291",
    "kerosene": "0.0305",
    "diesel": "0.0311",
    "fuel_oil": "0.0315",
    "lpg": "0.0309",
    "refinery_gas": "0.0337",
    "other_petroleum": "0.0301",
    "natural_gas": "0.214",
}
FUELS: Final = tuple(_CENTRES)
#: How the office writes the two units, and what they are here.
_UNIT_LABELS: Final = {"10kt": "万吨", "100Mm3": "亿立方米"}
_YEARS: Final = range(2025, 2035)
#: Fuel -> an invented centre of what leaks, in kg CH4 per 1000 m³; of other fuels nothing is known.
_LEAKS: Final = {"natural_gas": "207"}


@cache
def provincial_factors() -> dict[tuple[str, str], Decimal]:
    """(sector, fuel) -> Mt CO2 per unit the fuel is published in, with more digits than a factor keeps."""
    draw = Draw("office factors")
    return {
        (sector, fuel): draw.around(centre, 16, spread=3)
        for sector in SECTORS
        for fuel, centre in _CENTRES.items()
    }


@cache
def equivalent_coefficients() -> dict[int, Decimal]:
    """Year -> kgce per kWh of the equivalent value; it falls a little every year."""
    draw = Draw("office equivalent power")
    value, found = Decimal("0.3052"), {}
    for year in _YEARS:
        found[year] = value
        value -= draw.between("0.0004", "0.0019", 4)
    return found


@cache
def loss_factors() -> dict[str, Decimal]:
    """Fuel -> kg CH4 that leaks with 1000 m³ lost."""
    draw = Draw("office losses")
    return {fuel: draw.around(centre, 2, spread=4) for fuel, centre in _LEAKS.items()}


def write_reference_sets(folder: Path) -> list[Path]:
    """Write every set to `folder`/<set>/{factors.csv,set.yaml} and return the files."""
    return [
        *_write_provincial(folder / PROVINCIAL_SET),
        *_write_equivalent(folder / EQUIVALENT_SET),
        *_write_losses(folder / LOSS_SET),
        *_write(
            folder / ACTIVITY_SET,
            ("activity", "kg_co2e_per_t"),
            activity_rows(),
            description(
                "03", "价值链平均因子", "Average factors of the value chain",
                {"activity": "activity", "value": "kg_co2e_per_t"}, "t",
            ),
        ),
        *_write(
            folder / SPEND_SET,
            ("activity", "price_year", "kg_co2e_per_yuan"),
            spend_rows(),
            description(
                "04", "价值链支出因子", "Spend factors of the value chain",
                {"activity": "activity", "data_year": "price_year", "value": "kg_co2e_per_yuan"}, "cny",
            ),
        ),
    ]  # fmt: skip


def _write_provincial(folder: Path) -> list[Path]:
    rows = [
        (sector, fuel.title(), _UNIT_LABELS[CARRIERS[fuel][0]], f"{value:f}")
        for (sector, fuel), value in provincial_factors().items()
    ]
    description = {
        "id": "EXAMPLE-OFFICE-PROVINCIAL-FACTORS",
        "title": {
            "zh": "示例统计局分行业分品种排放因子（虚构）",
            "en": "Emission factors by sector and fuel of a fictional example office",
        },
        "document": {
            "code": "EXAMPLE-OFFICE-2025-01",
            "title_zh": "示例统计局因子公告第 1 号（虚构）",
            "title_en": "Notice 1 of a fictional example office",
            "issuer": "示例统计局（虚构）",
        },
        "publication_date": "2025-01-01",
        "purpose": "provincial_inventory",
        "columns": {"activity": "sector", "carrier": "fuel", "unit": "unit", "value": "mt_co2_per_unit"},
        "maps": {
            "carrier": {fuel.title(): fuel for fuel in FUELS},
            "unit": {label: code for code, label in _UNIT_LABELS.items()},
        },
        "unit": {"numerator": "Mt CO2", "denominator": {"column": "unit"}},
        "is_verified": False,
    }
    return _write(folder, ("sector", "fuel", "unit", "mt_co2_per_unit"), rows, description)


def _write_equivalent(folder: Path) -> list[Path]:
    rows = [(str(year), f"{value:f}") for year, value in equivalent_coefficients().items()]
    description = {
        "id": "EXAMPLE-OFFICE-EQUIVALENT-POWER",
        "title": {
            "zh": "示例统计局电力等价折标系数（虚构）",
            "en": "Equivalent-value coefficients of electricity of a fictional example office",
        },
        "document": {
            "code": "EXAMPLE-OFFICE-2025-02",
            "title_zh": "示例统计局因子公告第 2 号（虚构）",
            "title_en": "Notice 2 of a fictional example office",
            "issuer": "示例统计局（虚构）",
        },
        "publication_date": "2025-01-01",
        "purpose": "energy_equivalent",
        "columns": {"data_year": "year", "value": "kgce_per_kwh"},
        "constants": {"carrier": "electricity"},
        "unit": {"numerator": "kgce", "denominator": "kWh"},
        "is_verified": False,
    }
    return _write(folder, ("year", "kgce_per_kwh"), rows, description)


def _write_losses(folder: Path) -> list[Path]:
    rows = [(fuel, f"{value:f}") for fuel, value in loss_factors().items()]
    description = {
        "id": "EXAMPLE-OFFICE-LOSSES",
        "title": {
            "zh": "示例统计局损失甲烷因子（虚构）",
            "en": "Methane that leaks with losses, of a fictional example office",
        },
        "document": {
            "code": "EXAMPLE-OFFICE-2025-05",
            "title_zh": "示例统计局因子公告第 5 号（虚构）",
            "title_en": "Notice 5 of a fictional example office",
            "issuer": "示例统计局（虚构）",
        },
        "publication_date": "2025-01-01",
        "purpose": "energy_loss",
        "columns": {"carrier": "fuel", "value": "kg_ch4_per_1000m3"},
        "unit": {"numerator": "kg CH4", "denominator": "1000m3"},
        "is_verified": False,
    }
    return _write(folder, ("fuel", "kg_ch4_per_1000m3"), rows, description)


def _write(
    folder: Path, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], description: dict[str, object]
) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    factors, described = folder / "factors.csv", folder / "set.yaml"
    with factors.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
    described.write_text(
        yaml.safe_dump(description, allow_unicode=True, sort_keys=False), encoding="utf-8", newline="\n"
    )
    return [factors, described]
