"""Notes are methods, factors and reference data; what respondents measured and an office added is counted."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.summary.notes import Document, Factors, Notes, read_notes

FACTORS = [
    ("F-1", "GBT-32151-C1", True, False),
    ("F-2", "GBT-32151-C1", False, False),
    ("F-3", "IPCC-2006-V2", True, False),
    ("F-4", "SUBMISSION", False, False),
    ("F-5", "OFFICE-1", False, True),
    ("F-6", "IPCC-2006-V2", False, False),
]
#: Year, method and factor of a result.
USES = [
    (2025, "CN-NZCP-2025", "F-1"),
    (2025, "CN-NZCP-2025", "F-1"),
    (2025, "CN-NZCP-2025", "F-2"),
    (2025, "CN-NZCP-2025", "F-3"),
    (2025, "CN-NZCP-2025", "F-4"),
    (2025, "CN-NZCP-2025", "F-5"),
    (2025, "CN-NZCP-2025", None),
    (2025, "GHGI", "F-3"),
    (2024, "GHGI", "F-6"),
]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Notes:
    tables, plan = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("plan")
    documents = [
        ("GBT-32151-C1", "附录表", "Table", "GB/T 32151"),
        ("IPCC-2006-V2", "清单指南", "Guidelines", None),
        ("SUBMISSION", "报送资料", "The submission", None),
        ("OFFICE-1", "公告", "Notice", None),
        ("NDRC-910-2025-A3", "指标体系", "Indicator system", None),
        ("NDRC-910-2025-A4", "试行方法", "Trial method", "附件4"),
    ]
    written: dict[Path, tuple[list[str], Sequence[tuple[object, ...]]]] = {
        tables / "dim_documents": (["document_code", "title_zh", "title_en", "document_number"], documents),
        tables / "dim_factors": (["factor_id", "document_code", "is_verified", "is_office_set"], FACTORS),
        tables / "fct_emissions": (["reference_year", "method_code", "factor_id"], USES),
        plan / "settings": (
            ["setting_code", "setting_value"],
            [("boundary_code", "physical"), ("imputation", "none")],
        ),
        plan / "methods": (
            ["reference_year", "method_code", "method_version"],
            [(2025, "CN-NZCP-2025", "1"), (2025, "GHGI", "1"), (2024, "CEADS-PROV", "1")],
        ),
    }
    for path, (columns, rows) in written.items():
        pl.DataFrame(rows, schema=columns, orient="row").write_parquet(path.with_suffix(".parquet"))
    return read_notes(tables, plan)


def test_factors_are_counted_once_and_listed_by_document(read: Notes) -> None:
    assert [one.code for one in read.methods] == ["CN-NZCP-2025", "GHGI"]
    assert read.methods[0].factors == Factors(
        used_count=5,
        unverified_count=1,
        measured_count=1,
        office_count=1,
        documents=[Document("附录表", "Table", "GB/T 32151", 2), Document("清单指南", "Guidelines", "", 1)],
    )


def test_a_factor_of_an_older_year_is_not_counted(read: Notes) -> None:
    assert read.methods[1].factors.used_count == 1


def test_a_method_has_its_name_and_document(read: Notes) -> None:
    assert (read.methods[0].name_en, read.methods[0].document.title_zh) == (
        "National zero-carbon park method (trial)", "试行方法",
    )  # fmt: skip
    assert read.methods[1].document.title_en == "ISO-14064-1-2018", (
        "a document that the release does not have"
    )


def test_settings_boundary_and_thresholds_are_those_of_plan_and_seeds(read: Notes) -> None:
    assert read.settings == {"boundary_code": "physical", "imputation": "none"}
    assert read.boundary == ("物理边界", "Physical boundary")
    assert [(one.code, one.threshold) for one in read.size_classes] == [
        ("below_200k_tce", None), ("from_200k_to_1m_tce", Decimal("0.2")), ("from_1m_tce", Decimal("0.3")),
    ]  # fmt: skip
    assert read.threshold_document.title_en == "Indicator system"


def test_areas_have_letters_for_a_tile(read: Notes) -> None:
    assert {one.code: (one.short_zh, one.short_en) for one in read.provinces}["150000"] == ("内蒙古", "NM")
