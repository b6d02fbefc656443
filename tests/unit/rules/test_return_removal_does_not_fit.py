"""Type, origin and fate of a removal belong together."""

from quality.rules.park_return.return_removal_does_not_fit import RULE
from tests.builders.batches import build_batch, judge


def line(kind: str, origin: str, fate: str) -> dict[str, str]:
    return {"removal_type_code": kind, "co2_origin_code": origin, "fate_code": fate}


def test_finds_fates_and_origins_that_do_not_fit() -> None:
    lines = [
        line("ccs", "fossil", "soil"),
        line("soil", "air", "biomass"),
        line("forest", "fossil", "biomass"),
    ]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == [
        ("removals", 1, "fate_code", "soil", "", "ccs"),
        ("removals", 2, "fate_code", "biomass", "", "soil"),
        ("removals", 3, "co2_origin_code", "fossil", "", "forest"),
    ]


def test_passes_what_fits_and_what_is_not_known() -> None:
    lines = [
        line("ccs", "fossil", "geological"),
        line("ccs", "biogenic", "transferred"),
        line("ccu", "fossil", "product"),
        line("ccu", "air", "geological"),
        line("forest", "air", "biomass"),
        line("wetland", "biogenic", "soil"),
        line("?", "fossil", "soil"),
        line("soil", "?", "?"),
    ]
    assert judge(RULE, build_batch("park_return", {"removals": lines})) == []
