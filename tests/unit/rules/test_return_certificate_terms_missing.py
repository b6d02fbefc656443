"""A claim says how it was got."""

from quality.rules.park_return.return_certificate_terms_missing import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "instrument_type_code": "green_certificate",
    "serial_from": "G1",
    "bundle_code": "unbundled",
    "is_tradable": "true",
}


def test_finds_what_is_blank() -> None:
    lines = [LINE | {"bundle_code": ""}, LINE | {"is_tradable": "", "serial_from": ""}]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 1, "bundle_code", "", "", "G1"),
        ("instruments", 2, "is_tradable", "", "", ""),
    ]


def test_passes_whole_certificates_and_offsets() -> None:
    lines = [
        LINE,
        LINE | {"is_tradable": "false"},
        LINE | {"bundle_code": "?"},
        {"instrument_type_code": "offset"},
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
