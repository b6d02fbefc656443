"""The amounts of the small public tier: the finest cells of each table, in its published unit."""

from collections.abc import Mapping, Sequence
from typing import Final

Codes = tuple[str, ...]

#: Code -> Chinese and English name, of all dimensions.
NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "TOTAL": ("合计", "Total"),
    "130000": ("河北省", "Hebei"),
    "150000": ("内蒙古自治区", "Inner Mongolia"),
    "320000": ("江苏省", "Jiangsu"),
    "440000": ("广东省", "Guangdong"),
    "630000": ("青海省", "Qinghai"),
    "between_provinces": ("省际抵消", "Eliminated between provinces"),
    "fuel": ("燃料燃烧", "Fuel combustion"),
    "power": ("电力", "Power"),
    "conversion": ("能源加工转换", "Energy conversion"),
    "CO2": ("二氧化碳", "Carbon dioxide"),
    "CH4": ("甲烷", "Methane"),
    "C": ("制造业", "Manufacturing"),
    "D": ("电力生产和供应业", "Power supply"),
    "25": ("石油加工业", "Refining"),
    "26": ("化学制品制造业", "Chemicals"),
    "44": ("电力、热力生产和供应业", "Power and heat"),
    "CHEM": ("化工园区", "Chemical park"),
    "ETDZ": ("经济技术开发区", "Development zone"),
    "national": ("国家级", "National"),
    "provincial": ("省级", "Provincial"),
    "below_200k_tce": ("20 万吨标准煤以下", "Below 200 000 tce"),
    "from_200k_to_1m_tce": ("20 万至 100 万吨标准煤", "200 000 to below 1 000 000 tce"),
    "from_1m_tce": ("100 万吨标准煤及以上", "1 000 000 tce and more"),
    "1": ("第一组", "First fifth"),
    "2": ("第二组", "Second fifth"),
    "3": ("第三组", "Third fifth"),
    "4": ("第四组", "Fourth fifth"),
    "5": ("第五组", "Last fifth"),
    "S3-01": ("外购商品和服务", "Purchased goods and services"),
    "S3-03": ("燃料和能源相关活动", "Fuel- and energy-related activities"),
    "coal": ("煤及煤制品", "Coal and coal products"),
    "electricity": ("电力", "Electricity"),
    "E-GRID": ("电网电力", "Grid power"),
    "E-GT": ("绿电交易电力", "Green-power trade"),
    "E-DL": ("非化石能源直供电", "Direct non-fossil line"),
    "annual": ("年报", "Annual return"),
    "periods": ("分期报表拼成全年", "Returns of parts that make the year"),
    "incomplete": ("已报送、全年数据不齐", "Reported but no complete year"),
    "reached": ("已达到", "Reached"),
    "not_reached": ("未达到", "Not reached"),
    "not_determined": ("不能判定", "Not determined"),
}
#: Division of industry -> its section.
SECTIONS: Final[Mapping[str, str]] = {"25": "C", "26": "C", "44": "D"}

#: Table -> finest cells. Tables of one measure have one total: carbon 5 000 000 t, energy 4 000 000 tce.
AMOUNTS: Final[Mapping[str, Mapping[Codes, int]]] = {
    "emissions_by_area_and_component": {
        ("130000", "fuel"): 1_200_000, ("130000", "power"): 900_000,
        ("150000", "fuel"): 1_000_000, ("150000", "power"): 500_000, ("150000", "conversion"): -200_000,
        ("320000", "power"): 800_000, ("440000", "power"): 300_000, ("440000", "fuel"): 100_000,
        ("630000", "power"): 400_005, ("between_provinces", "power"): -5,
    },
    "emissions_by_area_and_section": {
        ("130000", "C"): 2_100_000, ("150000", "C"): 800_000, ("150000", "D"): 500_000,
        ("320000", "D"): 800_000, ("440000", "C"): 400_000, ("630000", "D"): 400_005,
        ("between_provinces", "D"): -5,
    },
    "emissions_by_division": {("25",): 2_000_000, ("26",): 1_300_000, ("44",): 1_700_000},
    "emissions_by_park_type_and_level": {
        ("CHEM", "national"): 3_000_000, ("CHEM", "provincial"): 500_000, ("ETDZ", "national"): 1_500_000,
    },
    "emissions_by_size_class": {
        ("below_200k_tce",): 500_000, ("from_200k_to_1m_tce",): 1_500_000, ("from_1m_tce",): 3_000_000,
    },
    "emissions_by_fifth": {("1",): 0, ("2",): 250_000, ("3",): 750_000, ("4",): 1_000_000, ("5",): 3_000_000},
    "scope_1_by_area_and_gas": {
        ("130000", "CO2"): 1_100_000, ("130000", "CH4"): 100_000, ("150000", "CO2"): 700_000,
        ("440000", "CO2"): 100_000,
    },
    "scope_1_by_division": {("25",): 1_200_000, ("44",): 800_000},
    "scope_1_by_component": {("fuel",): 2_000_000},
    "scope_2_location_by_area": {("130000",): 900_000, ("320000",): 800_000, ("440000",): 300_000},
    "scope_2_market_by_area": {("130000",): 850_000, ("320000",): 700_000, ("440000",): 300_000},
    "scope_3_by_category": {("S3-01",): 3_000_000, ("S3-03",): 1_000_000},
    "removals_by_area": {("150000",): 12_000},
    "offsets_by_area": {("130000",): 3_000, ("440000",): 1_000},
    "energy_by_area_and_section": {
        ("130000", "C"): 1_600_000, ("150000", "C"): 900_000, ("320000", "D"): 700_000,
        ("440000", "C"): 300_000, ("630000", "D"): 500_000,
    },
    "energy_by_park_type_and_level": {
        ("CHEM", "national"): 2_400_000, ("CHEM", "provincial"): 600_000, ("ETDZ", "national"): 1_000_000,
    },
    "energy_by_carrier_group": {("coal",): 2_500_000, ("electricity",): 1_500_000},
    "energy_by_size_class": {
        ("below_200k_tce",): 400_000, ("from_200k_to_1m_tce",): 1_200_000, ("from_1m_tce",): 2_400_000,
    },
    "energy_by_fifth": {
        ("1",): 100_000, ("2",): 300_000, ("3",): 600_000, ("4",): 1_000_000,
        ("5",): 2_000_000,
    },
    "power_by_kind": {("E-GRID",): 7_000_000, ("E-GT",): 2_000_000, ("E-DL",): 1_000_000},
    "parks_by_area": {("130000",): 9, ("150000",): 5, ("320000",): 4, ("440000",): 6, ("630000",): 3},
    "parks_by_return": {("annual",): 18, ("periods",): 3, ("incomplete",): 2},
    "parks_by_size_class": {
        ("below_200k_tce",): 12, ("from_200k_to_1m_tce",): 8, ("from_1m_tce",): 3,
    },
    "parks_by_operational_stage": {("reached",): 2, ("not_reached",): 11, ("not_determined",): 8},
    "parks_by_full_stage": {("not_reached",): 6, ("not_determined",): 15},
}  # fmt: skip

#: Table -> cells that are withheld: Qinghai by itself, another area beside it, and what else would tell it.
WITHHELD: Final[Mapping[str, Sequence[Codes]]] = {
    "emissions_by_area_and_component": [
        ("630000", "TOTAL"), ("630000", "power"), ("440000", "TOTAL"), ("440000", "power"),
    ],
    "emissions_by_area_and_section": [
        ("630000", "TOTAL"), ("630000", "D"), ("440000", "TOTAL"), ("440000", "C"), ("320000", "D"),
        ("130000", "C"),
    ],
    "energy_by_area_and_section": [
        ("630000", "TOTAL"), ("630000", "D"), ("320000", "TOTAL"), ("320000", "D"),
    ],
    "energy_by_size_class": [("from_1m_tce",), ("from_200k_to_1m_tce",)],
}  # fmt: skip
