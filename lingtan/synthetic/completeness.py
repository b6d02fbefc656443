"""The completeness table: every source category has a status, absence is named (L7)."""

from typing import Final

from lingtan.contracts.code_lists import load_code_lists
from lingtan.synthetic.builder import ReturnBuilder, reported_categories
from lingtan.synthetic.model import CompletenessLine, ParkReturn

#: Energy flow or gas source -> the source category a park lists it under.
_CATEGORY_OF: Final = {
    **{
        ("energy", flow): category
        for category, flows in {
            "fuel_combustion": "FIN T-PWR T-HEAT",
            "energy_conversion": "C-IN C-OUT REC-G PREP-IN PREP-OUT",
            "feedstock_and_reductant": "FEED FEED-R",
            "non_energy_use": "NEU",
            "international_bunkers": "BNK",
            "flaring": "FLARE",
            "energy_losses": "LOSS",
            "energy_supply": "PUR SAL OPN CLS PRD T-OUT REC-W",
        }.items()
        for flow in flows.split()
    },
    ("gas", "wastewater"): "waste",
    ("gas", "waste"): "waste",
}
Said = tuple[str, str | None, str | None]
"""A status, its reason, and where the category is included."""

_NOT_OCCURRING: Final[Said] = ("NO", None, None)
#: What a park says about a category it has no lines of, where it does not simply say NO; in 400ths.
_ABSENT: Final[tuple[tuple[int, Said], ...]] = (
    (4, ("NE", "示例：尚无计量", None)),
    (24, ("NA", None, None)),
    (36, ("IE", None, "示例：已含于燃料燃烧")),
    (38, ("C", "示例：涉密", None)),
)
#: Without these a park says nothing about its totals: they are simply NO.
_PLAIN: Final = frozenset({"fuel_combustion", "power", "energy_supply"})


def completeness_of(one: ParkReturn) -> tuple[CompletenessLine, ...]:
    """What a park that reports some of another one's lines says: reported where it has lines, else NO."""
    found = reported_categories(one, _CATEGORY_OF)
    return tuple(
        CompletenessLine(category, "reported" if category in found else "NO", None, None)
        for category in load_code_lists()["source_categories"]["code"]
    )


def completeness(builder: ReturnBuilder) -> None:
    """Add a row for every source category: reported where the park has lines of it, else why it has none."""
    found = reported_categories(builder.build(), _CATEGORY_OF)
    for category in load_code_lists()["source_categories"]["code"]:
        if category in found:
            builder.complete(category, "reported")
            continue
        drawn = builder.shape.integer(1, 400)
        status, reason, where = _NOT_OCCURRING
        if category not in _PLAIN:
            status, reason, where = next((said for limit, said in _ABSENT if drawn <= limit), _NOT_OCCURRING)
        builder.complete(category, status, reason, where)
