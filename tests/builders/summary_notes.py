"""Notes beside the small public tier: two methods, the thresholds, and the areas of the standard."""

from decimal import Decimal

from lingtan.contracts.code_lists import SEEDS
from lingtan.summary.notes import Document, Factors, Method, Notes, SizeClass, read_provinces


def notes(imputation: str = "none") -> Notes:
    """The notes of a plan."""
    document = Document("方法文件（试行）", "Method document (trial)", "第 1 号")
    factors = Factors(40, 4, 12, 3, [Document("因子数据库", "Factor database", "", 25)])
    return Notes(
        methods=[
            Method("CEADS-PROV", "1", "省级清单", "Inventories", document, Factors(9, 9, 0, 0, [])),
            Method("CN-NZCP-2025", "1", "试行方法", "Trial method", document, factors),
            Method("GHGI", "1", "清单方法", "Inventory", document, Factors(70, 6, 20, 0, [])),
        ],
        settings={
            "boundary_code": "physical", "gwp_set_code": "CN-AR5", "factor_vintage": "newest",
            "factors_known_on": None, "fuel_factor_set_code": "NCSC", "imputation": imputation,
        },
        boundary=("物理边界", "Physical boundary"),
        size_classes=[
            SizeClass("below_200k_tce", None, "tCO2/tce"),
            SizeClass("from_200k_to_1m_tce", Decimal("0.2"), "tCO2/tce"),
            SizeClass("from_1m_tce", Decimal("0.3"), "tCO2/tce"),
        ],
        threshold_document=Document("指标体系", "Indicator system", ""),
        provinces=read_provinces(SEEDS),
    )  # fmt: skip
