"""Certificates are electricity, offsets a mass."""

from quality.rules.park_return.return_unit_does_not_fit_instrument import RULE
from tests.builders.batches import build_batch, judge


def line(instrument: str, measure: str) -> dict[str, str]:
    return {"instrument_type_code": instrument, "quantity_unit": measure}


def test_finds_tonnes_of_certificates_and_hours_of_offsets() -> None:
    lines = [line("offset", "MWh"), line("green_certificate", "t")]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 2, "quantity_unit", "t", "MWh", "green_certificate"),
        ("instruments", 1, "quantity_unit", "MWh", "t", "offset"),
    ]


def test_passes_fitting_units() -> None:
    lines = [line("offset", "kt"), line("green_certificate", "kWh"), line("offset", "?"), line("?", "GJ")]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
