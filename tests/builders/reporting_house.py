"""A province whose parks report years, months, formats and mistakes, released once; worked out by hand.

A month burns 10 t of bituminous coal unless said otherwise: 1.851322 t CO2 a tonne by the national method.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.load import contract_for
from lingtan.contracts.parquet_bundle import write_parquet_bundle
from lingtan.contracts.workbook import write_workbook
from lingtan.intake.receipt import Receipt
from lingtan.places import Places
from orchestration.operations.publish import publish_release
from orchestration.operations.receive import receive_deliveries
from tests.builders.office_factors import put_process_factor
from tests.builders.release import Released, Rows, draft_all, put, register_of, return_of

PROVINCE: Final = "330000"
#: The same rows in every format; the first is what the others are held against.
FORMATS: Final = ("F-CSV", "F-BOM", "F-GB18030", "F-PARQUET", "F-XLSX")
#: Months and annual return; both sent by park and province; eleven months; a month corrected, withdrawn,
#: withdrawn and sent anew.
TWICE, BOTH, SHORT, CORRECTED, WITHDRAWN, ANEW = (
    "P-TWICE", "P-BOTH", "P-SHORT", "P-CORRECTED", "P-WITHDRAWN", "P-ANEW",
)  # fmt: skip
#: Makes methanol, for which the office has a factor of its own, and silicon, for which nobody has one.
METHANOL: Final = "P-METHANOL"
#: Sends nothing; reports the administrative boundary only.
SILENT, OTHER_BOUNDARY = "P-SILENT", "P-OTHER-BOUNDARY"
PARKS: Final = (
    *FORMATS, TWICE, BOTH, SHORT, CORRECTED, WITHDRAWN, ANEW, METHANOL, SILENT, OTHER_BOUNDARY,
)  # fmt: skip
UNIT: Final = {
    "unit_code": "U1",
    "unit_name": "示例单位",
    "unit_role_code": "tenant",
    "reporting_basis_code": "located",
    "industry_code": "2611",
}


@dataclass(frozen=True)
class House:
    """The release and what was said when things came in.

    Attributes:
        released: the release.
        second: the receipts of the second drop, by file name.
    """

    released: Released
    second: dict[str, Receipt]


def _coal(quantity: str) -> dict[str, object]:
    return {
        "line_id": "E1",
        "unit_code": "U1",
        "carrier_code": "bituminous",
        "flow_code": "FIN",
        "quantity": Decimal(quantity),
        "quantity_unit": "t",
    }


def _power(quantity: str) -> dict[str, object]:
    return {
        "line_id": "X1",
        "unit_code": "U1",
        "direction_code": "received",
        "kind_code": "E-GRID",
        "counterparty_kind_code": "grid",
        "quantity": Decimal(quantity),
        "quantity_unit": "MWh",
    }


def _return(park: str, period: str, coal: str, power: str | None = None, kind: str = "original") -> Rows:
    tables: Rows = {"units": [UNIT], "energy": [_coal(coal)], "power_heat": [_power(power)] if power else []}
    rows = return_of(park, tables, kind=kind)
    return {**rows, "cover": [{**rows["cover"][0], "period": period}]}


def _put_return(places: Places, park: str, period: str, coal: str, power: str | None = None) -> None:
    put(places, park, f"{park}_{period}", "park_return", _return(park, period, coal, power))


def months(*without: int) -> list[str]:
    """The months of 2025 but those left out."""
    return [f"2025-{month:02d}" for month in range(1, 13) if month not in without]


def _every_table(park: str) -> Rows:
    """A return with texts, several units of measure, notation keys, a balance and an offset."""
    energy = [
        {**_coal("1000.000000"), "use_code": "industrial_boiler", "remark": "锅炉，一号"},
        {**_coal("0.5"), "line_id": "E2", "carrier_code": "natural_gas", "quantity_unit": "10km3"},
        {**_coal("1"), "line_id": "E3", "carrier_code": "diesel", "quantity": "NE"},
        {**_coal("1"), "line_id": "E4", "carrier_code": "no_such_carrier"},
    ]
    gas = {
        "line_id": "O1",
        "unit_code": "U1",
        "source_code": "refrigeration",
        "gas_code": "HFC-134a",
        "calculation_method_code": "emitted",
        "emitted": Decimal("100"),
        "quantity_unit": "kg",
    }
    return return_of(
        park,
        {"units": [UNIT], "energy": energy, "power_heat": [_power("1000.25")], "other_gases": [gas]},
    )


def _put_every_format(places: Places) -> None:
    """Lay the same rows into the inbox in each format, of a park each."""
    contract = contract_for("park_return", "1")
    for park, suffix in zip(FORMATS, ("zip", "zip", "zip", "zip", "xlsx"), strict=True):
        path = places.inbox / park / f"{park}.{suffix}"
        path.parent.mkdir(parents=True)
        rows = _every_table(park)
        match park:
            case "F-CSV":
                write_csv_bundle(contract, path, rows)
            case "F-BOM":
                write_csv_bundle(contract, path, rows, encoding="utf-8-sig")
            case "F-GB18030":
                write_csv_bundle(contract, path, rows, encoding="gb18030")
            case "F-PARQUET":
                write_parquet_bundle(contract, path, rows)
            case _:
                write_workbook(contract, path, rows)


def _put_methanol(places: Places) -> None:
    put_process_factor(places, "methanol", "0.67", "8.5")
    lines = [
        {
            "line_id": line,
            "unit_code": "U1",
            "product_code": product,
            "role_code": "product",
            "qualified_output": "1000",
            "quantity_unit": "t",
        }
        for line, product in (("C1", "methanol"), ("C2", "industrial_silicon"))
    ]
    of_quantity = {
        "line_id": "M1",
        "of_table": "process",
        "of_line": "C1",
        "parameter_code": "quantity_uncertainty",
        "value": "2",
        "quantity_unit": "percent",
        "evidence_tier_code": "measured",
        "evidence": "示例衡器检定证书",
    }
    rows = return_of(METHANOL, {"units": [UNIT], "process": lines, "parameters": [of_quantity]})
    put(places, METHANOL, METHANOL, "park_return", rows)


def _put_other_boundary(places: Places) -> None:
    rows = _return(OTHER_BOUNDARY, "2025", "100")
    cover = {**rows["cover"][0], "boundaries_reported_code": "administrative"}
    put(places, OTHER_BOUNDARY, OTHER_BOUNDARY, "park_return", {**rows, "cover": [cover]})


def _put_first_drop(places: Places) -> None:
    register = register_of(PROVINCE, [{"park_code": code, "park_name_zh": "示例园区"} for code in PARKS])
    put(places, PROVINCE, "register", "park_register", register)
    _put_every_format(places)
    _put_methanol(places)
    _put_other_boundary(places)
    _put_return(places, TWICE, "2025", "1000", "1200")
    for month in months():
        _put_return(places, TWICE, month, "80", "100")
    _put_return(places, BOTH, "2025", "100")
    for month in months(7):
        _put_return(places, SHORT, month, "10")
    for park in (CORRECTED, WITHDRAWN, ANEW):
        for month in months():
            _put_return(places, park, month, "10")


def _put_second_drop(places: Places) -> None:
    path = places.inbox / PROVINCE / "both.xlsx"
    write_workbook(contract_for("park_return", "1"), path, _return(BOTH, "2025", "999"))
    for park, month, coal, kind in (
        (CORRECTED, "2025-03", "20", "correction"),
        (WITHDRAWN, "2025-05", "10", "withdrawal"),
        (ANEW, "2025-05", "10", "withdrawal"),
    ):
        put(places, park, f"{park}_{kind}", "park_return", _return(park, month, coal, kind=kind))


def release_house(places: Places) -> House:
    """Everything comes in, in three drops, and is released."""
    _put_first_drop(places)
    receive_deliveries(places, [])
    _put_second_drop(places)
    second = {one.file_name: one for one in receive_deliveries(places, [])}
    _put_return(places, ANEW, "2025-05", "15")
    receive_deliveries(places, [])
    plan_id = draft_all(places)
    folder = publish_release(places, plan_id, published_by="test").folder
    return House(Released(places, plan_id, folder), second)
