"""What the factors of each purpose count, and which codes their rows may carry (L8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from lingtan.intake.set_file import Purpose, Role


@dataclass(frozen=True)
class FactorKind:
    """What a purpose makes of a factor.

    Attributes:
        unit: How the unit of a normalised factor begins.
        numerator: The same as `set.yaml` writes it.
        gas_code: The only gas a row may name.
        required: What a row cannot do without: its factor would match nothing.
        canonical_unit: What it is for each of, where that is not the carrier's unit.
        activities: Seed and column that list the activity codes; none: any code.
    """

    unit: str
    numerator: str
    gas_code: str
    required: tuple[Role, ...]
    canonical_unit: str | None = None
    activities: tuple[str, str] | None = None


KINDS: Final[Mapping[Purpose, FactorKind]] = {
    "provincial_inventory": FactorKind(
        "tCO2", "t CO2", "CO2", ("activity", "carrier"), activities=("inventory_rows", "row_code")
    ),
    "energy_equivalent": FactorKind("tce", "tce", "CO2", ("carrier",), canonical_unit="MWh"),
    "process": FactorKind(
        "tCO2",
        "t CO2",
        "CO2",
        ("activity",),
        canonical_unit="t",
        activities=("process_products", "product_code"),
    ),
    "scope3": FactorKind("tCO2e", "t CO2e", "CO2e", ("activity",)),
    "energy_loss": FactorKind("tCH4", "t CH4", "CH4", ("carrier",)),
}
#: The gases that factors are given in.
GASES: Final = frozenset(kind.gas_code for kind in KINDS.values())


def known_codes(purpose: Purpose, seeds: Mapping[str, pl.DataFrame]) -> dict[Role, set[str]]:
    """The codes that each column of a factor file may hold; a role that is not named takes any."""
    kind, carriers = KINDS[purpose], seeds["carriers"]
    known: dict[Role, set[str]] = {
        "carrier": set(carriers["carrier_code"]),
        "gas": {kind.gas_code},
        "unit": set(seeds["units"]["unit_code"]),
        "region": set(seeds["provinces"]["province_code"]) | {"CN"},
    }
    if kind.activities is not None:
        name, column = kind.activities
        known["activity"] = set(seeds[name][column])
    if purpose == "energy_equivalent":
        known["carrier"] = {"electricity"}
    if purpose == "energy_loss":
        # What of a fuel leaks is asked for by the carrier alone, wherever it was lost.
        known["carrier"] = set(carriers.filter(pl.col("is_fuel") == "true")["carrier_code"])
        known["region"] = {"CN"}
        known["activity"] = set()
    return known


def listed_by_route(purpose: Purpose, seeds: Mapping[str, pl.DataFrame]) -> dict[str | None, str]:
    """The products whose listed factors have keys of their own, one for each route, and those keys.

    A second factor under the key of a listed one stops the build; one under the product's own key would not.
    """
    if purpose != "process":
        return {}
    keys: dict[str | None, list[str]] = {}
    rows = seeds["process_product_factors"].filter(pl.col("purpose_code") == "process")
    for product, key in rows.select("product_code", "activity_code").iter_rows():
        keys.setdefault(product, []).append(key)
    return {product: ", ".join(sorted(of)) for product, of in keys.items() if product not in of}
