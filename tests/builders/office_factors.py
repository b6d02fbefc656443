"""Factors of an office's own."""

from collections.abc import Sequence
from typing import Final

from lingtan.places import Places, checkout

_PROCESS_SET: Final = """
id: EXAMPLE-OFFICE-{code}
title: {{zh: 示例局因子（虚构）, en: Factor of a fictional office}}
document:
  {{code: EXAMPLE-{code}, title_zh: 示例公告（虚构）, title_en: Fictional notice, issuer: 示例局（虚构）}}
publication_date: 2025-01-01
purpose: process
columns: {{activity: product, value: value, uncertainty_percent: uncertainty}}
unit: {{numerator: t CO2, denominator: t}}
is_verified: false
"""
#: Known for long, so that no other day a plan is made as of changes it.
_LOSS_SET: Final = """
id: EXAMPLE-LOSSES
title: {zh: 示例局损失甲烷因子（虚构）, en: Methane lost by a fictional office}
document:
  {code: EXAMPLE-LOSSES, title_zh: 示例公告（虚构）, title_en: Fictional notice, issuer: 示例局（虚构）}
publication_date: 2021-01-05
purpose: energy_loss
columns: {carrier: fuel, value: value}
unit: {numerator: kg CH4, denominator: t}
is_verified: false
"""


def put_process_factor(places: Places, product: str, value: str, uncertainty: str = "") -> None:
    """Lay a set of one process factor into the office's folder: t CO2 per t, uncertainty in per cent."""
    folder = places.office_reference / product
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text(_PROCESS_SET.format(code=product.upper()), encoding="utf-8")
    (folder / "factors.csv").write_text(
        f"product,value,uncertainty\n{product},{value},{uncertainty}\n", encoding="utf-8"
    )


def put_loss_factor(places: Places, carrier: str, value: str) -> None:
    """Lay a set of one loss factor into the office's folder: kg CH4 per t."""
    folder = places.office_reference / "losses"
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text(_LOSS_SET, encoding="utf-8")
    (folder / "factors.csv").write_text(f"fuel,value\n{carrier},{value}\n", encoding="utf-8")


def put_provincial_factors(places: Places, rows: Sequence[Sequence[object]]) -> None:
    """Lay the sample set of a provincial inventory with these rows: sector, fuel, Mt CO2 per unit, unit."""
    sample = checkout() / "raw" / "samples" / "reference" / "EXAMPLE-PROVINCIAL-FACTORS"
    folder = places.office_reference / sample.name
    folder.mkdir(parents=True)
    described = (sample / "set.yaml").read_text(encoding="utf-8")
    # The sample names four sectors; known for long, so that no other day a plan is made as of changes it.
    described = described.replace("{22: S22, ", "{22: S22, 24: S24, ")
    described = described.replace("publication_date: 2026-01-05", "publication_date: 2021-01-05")
    (folder / "set.yaml").write_text(described, encoding="utf-8")
    lines = ["sector_no,fuel,mt_co2_per_unit,unit", *(",".join(str(cell) for cell in row) for row in rows)]
    (folder / "factors.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
