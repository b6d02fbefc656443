"""The golden scenarios as a page to read: what was submitted, the arithmetic by hand, what is released.

`python -m tests.golden.golden_page` writes it; a test holds it to the scenario files (L10).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from lingtan.places import checkout
from tests.golden.page_sections import (
    accounts,
    claims,
    energy,
    flows,
    indicators,
    nested,
    stages,
    uncertainty,
    value_chain,
)

PAGE: Final = "docs/methodology/golden.md"

_HEAD: Final = """\
<!-- Derived from tests/golden by `python -m tests.golden.golden_page`; not to be edited by hand. -->
# 手工算例 · Golden scenarios

下列园区由人手算，因子值写在算例中；测试把这些填报走完全程，逐格与手算结果比较。零值行不列。
These parks are worked by hand with the factor values written in. A test takes the submissions all the way and
compares the released cells with the results below. Lines of zero are left out.

方法 Methods: [CN-NZCP-2025](cn-nzcp-2025.md)、[GHGI](ghgi.md)、[ENT-ACCOUNT](accounts.md)
（互不相加 never added）；
能耗口径 energy measure: [`EN-CAL-F`](energy.md)；
绿电核销 clearing: [clearing](clearing.md)；核销登记 claims: [claims](claims.md)；
名次等见 [同类位置](peer-position.md)；不确定性 [uncertainty](uncertainty.md)。
"""
#: What tells one line of a table from another; empty columns are left out.
_SHOWN: Final = {
    "energy": (
        "line_id unit_code carrier_code flow_code use_code quantity quantity_unit net_calorific_value"
        " carbon_content oxidation_ratio balance_code carried_by_line counterparty_kind_code"
        " counterparty_code"
    ),
    "power_heat": (
        "line_id unit_code direction_code kind_code supply_origin_code counterparty_kind_code"
        " counterparty_code quantity quantity_unit medium_code measured_factor enthalpy_kj_per_kg"
    ),
    "generation": (
        "line_id unit_code technology_code generated self_used sent_to_grid sent_to_unit attribute_sold"
        " quantity_unit"
    ),
    "process": (
        "line_id unit_code product_code route_code role_code qualified_output own_use activity quantity_unit"
    ),
    "other_gases": (
        "line_id unit_code source_code gas_code calculation_method_code opening_stock bought charge_increase"
        " recovered closing_stock emitted activity quantity_unit treatment_code"
    ),
    "parameters": "line_id of_table of_line parameter_code value quantity_unit evidence",
    "scope3": (
        "line_id unit_code scope3_category_code relevance_code calculation_method_code activity quantity_unit"
        " amount_10k_cny measured_factor screened_tco2e"
    ),
    "removals": "line_id unit_code removal_type_code co2_origin_code fate_code quantity credit_sold",
    "instruments": (
        "line_id unit_code instrument_type_code bundle_code is_tradable generation_month retired_on"
        " serial_from serial_to quantity quantity_unit consumption_year"
    ),
}
_TITLES: Final = {
    "energy": "能源 Energy",
    "power_heat": "电力与热力 Power and heat",
    "generation": "自有发电 Own generation",
    "process": "工业过程 Process",
    "other_gases": "其他温室气体 Other gases",
    "parameters": "参数 Parameters",
    "scope3": "价值链 Value chain",
    "removals": "碳清除 Removals",
    "instruments": "环境权益凭证 Instruments",
}
_TOTALS: Final = {
    "scope1": "范围一 scope 1",
    "scope2_location": "范围二（基于位置）scope 2, location",
    "scope2_market": "范围二（基于市场）scope 2, market",
    "gross_location": "范围一与二（位置）scopes 1 and 2, location",
    "gross_market": "范围一与二（市场）scopes 1 and 2, market",
}


def scenario_files() -> list[Path]:
    """The scenario files in the order of the page."""
    return sorted(Path(__file__).parent.glob("*/scenario.yaml"))


def golden_page() -> str:
    """The page; ends with a line end."""
    sections = [line for path in scenario_files() for line in _section(path.read_text(encoding="utf-8"))]
    inventory = (Path(__file__).parent / "inventory" / "inventory.yaml").read_text(encoding="utf-8")
    return "\n".join([_HEAD, *sections, *_inventory(inventory)])


def _section(text: str) -> Iterator[str]:
    scenario: dict[str, Any] = yaml.safe_load(text)
    expected = scenario["expected"]
    yield f"## {scenario['park_name']} (`{scenario['park_code']}`)"
    yield ""
    yield from (line.removeprefix("#").strip() + "  " for line in text.splitlines() if line.startswith("#"))
    yield ""
    for table in _SHOWN:
        if table in scenario:
            yield f"填报 Submitted: {_TITLES[table]}"
            yield ""
            yield from _lines(_SHOWN[table].split(), scenario[table])
    yield from _national_method(text, expected["nzcp"])
    yield from _full_inventory(text, expected["ghgi"])
    yield from claims(expected)
    yield from accounts(text, expected)
    if "scope3" in expected:
        yield from value_chain(text, expected["scope3"])
    if "stages" in expected:
        yield from stages(text, expected["stages"])
    yield from energy(text, expected)
    if "indicators" in expected:
        yield from indicators(text, expected["indicators"])
    yield from uncertainty(text, expected)
    yield from flows(expected)
    yield from nested(expected)


def _inventory(text: str) -> Iterator[str]:
    inventory: dict[str, Any] = yaml.safe_load(text)
    yield f"## 省级能源清单 Provincial inventory (`{inventory['province_code']}`)"
    yield ""
    yield from (line.removeprefix("#").strip() + "  " for line in text.splitlines() if line.startswith("#"))
    yield ""
    yield "填报 Submitted: 能源 Energy"
    yield ""
    yield from _lines(["row_code", "carrier_code", "quantity", "quantity_unit"], inventory["energy"])
    yield "[CEADS-PROV](ceads-prov.md)"
    yield ""
    working = dict(re.findall(r'^    (\w[^:]*): "[^"]*" +# (.*)$', text, flags=re.MULTILINE))
    yield "| | tCO2 | 手算 By hand |"
    yield "| --- | --- | --- |"
    for cell, value in inventory["expected"]["lines"].items():
        yield f"| `{cell}` | {value} | {working[cell]} |"
    yield f"| **合计 total** | **{inventory['expected']['total']}** | |"
    yield ""


def _national_method(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    yield "CN-NZCP-2025"
    yield ""
    yield from _by_hand("tCO2", expected["lines"], text.split("  ghgi:")[0])
    for component, value in expected["components"].items():
        yield f"| {component} | {value} | |"
    partial = "，不完整 partial" if expected["is_partial"] else ""
    yield f"| **合计 total{partial}** | **{expected['total']}** | |"
    for component, value in expected.get("memo", {}).items():
        yield f"| 备查 memo: {component} | {value} | |"
    yield ""


def _full_inventory(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    yield "GHGI（行 · 范围 · 气体或口径 line, scope, gas or basis）"
    yield ""
    yield from _by_hand("tCO2e", expected["lines"], text.split("  ghgi:")[1])
    for total, title in _TOTALS.items():
        yield f"| **{title}** | **{expected[total] or '—'}** | |"
    yield ""
    if expected["is_partial"]:
        yield "不完整：有未估算项。Partial: a term is not estimated."
        yield ""


def _lines(columns: list[str], rows: list[Mapping[str, object]]) -> Iterator[str]:
    used = [column for column in columns if any(column in row for row in rows)]
    yield f"| {' | '.join(used)} |"
    yield f"|{' --- |' * len(used)}"
    for row in rows:
        yield f"| {' | '.join(str(row.get(column, '')) for column in used)} |"
    yield ""


def _by_hand(unit: str, lines: Mapping[str, str], text: str) -> Iterator[str]:
    """Expected lines, each with the arithmetic written beside it."""
    yield f"| | {unit} | 手算 By hand |"
    yield "| --- | --- | --- |"
    working = _working(text)
    for line, value in lines.items():
        yield f"| `{line}` | {value} | {working.get(line, '')} |"


def _working(text: str) -> dict[str, str]:
    """The arithmetic written beside each expected line."""
    found = re.findall(r'^      (\w[^:]*): "[^"]*" +# (.*)$', text, flags=re.MULTILINE)
    return {line: arithmetic.strip() for line, arithmetic in found}


if __name__ == "__main__":
    (checkout() / PAGE).write_text(golden_page(), encoding="utf-8")
