"""A factor set of a fictional office, as it is read."""

from pathlib import Path

import yaml

from lingtan.intake.reference_sets import ReferenceSets, read_reference_sets
from lingtan.places import Places

DESCRIPTION: dict[str, object] = {
    "id": "EXAMPLE-2025",
    "title": {"zh": "示例因子（虚构）", "en": "Fictional factors"},
    "document": {
        "code": "EXAMPLE-DOC",
        "title_zh": "示例",
        "title_en": "Example",
        "issuer": "示例统计局（虚构）",
    },
    "publication_date": "2025-01-01",
    "purpose": "provincial_inventory",
    "columns": {"activity": "no", "carrier": "fuel", "value": "ef"},
    "maps": {
        "activity": {1: "S01", 2: "S02"},
        "carrier": {"Raw_Coal": "raw_coal", "Gas": "natural_gas", "Odd": "odd"},
        "unit": {"10^4 ton": "10kt", "10^8 cu.m": "100Mm3"},
    },
    "unit": {"numerator": "Mt CO2", "denominator": {"column": "unit"}},
    "is_verified": False,
}


def read_set(folder: Path, lines: list[str], **changes: object) -> ReferenceSets:
    """The set with these rows (no, fuel, unit, ef) and changes to its description."""
    places = Places(folder / "raw", folder / "exports")
    target = places.office_reference / "example"
    target.mkdir(parents=True)
    (target / "factors.csv").write_text("\n".join(["no,fuel,unit,ef", *lines, ""]), encoding="utf-8")
    text = yaml.safe_dump(DESCRIPTION | changes, allow_unicode=True)
    (target / "set.yaml").write_text(text, encoding="utf-8")
    return read_reference_sets(places)
