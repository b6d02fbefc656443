"""A file is what its content is; what cannot be read is refused with its cause."""

import io
import zipfile

import pytest

from lingtan.intake import bundles, identify
from lingtan.intake.bundles import read_bundle
from lingtan.intake.csv_tables import read_csv
from lingtan.intake.encoding import decode_text
from lingtan.intake.identify import FileKind
from lingtan.intake.problems import DeliveryProblemError


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            # No time of day: the bytes name a test case, and every process has to find the same cases.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _cause(content: bytes) -> tuple[str, str | None]:
    with pytest.raises(DeliveryProblemError) as caught:
        identify.identify(content)
    return caught.value.problem.problem_code, caught.value.problem.found


def test_kinds_by_content() -> None:
    assert identify.identify(_zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""})) is FileKind.XLSX
    assert identify.identify(_zip({"cover.csv": b"form\n"})) is FileKind.BUNDLE
    assert identify.identify("a,b\n数量,2\n".encode()) is FileKind.CSV
    assert identify.identify("\ufeff数量,2\n".encode()) is FileKind.CSV


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "empty_delivery"),
        (b" \r\n", "empty_delivery"),
        ("地区,数量\nCafé\n".encode("latin-1", "ignore"), "encoding_not_accepted"),
        ("地区,数量\n".encode("utf-16"), "encoding_not_accepted"),
        (_zip({"cover.csv": b"form\n"})[:40], "unreadable_file"),
        (bytes(range(256)) * 8, "unknown_file_kind"),
        (_zip({"readme.txt": b"x"}), "unknown_file_kind"),
        (_zip({"__MACOSX/._cover.csv": b"x"}), "unknown_file_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "unreadable_file"),
    ],
)
def test_causes(content: bytes, cause: str) -> None:
    assert _cause(content)[0] == cause


def test_a_file_of_another_encoding_is_never_read_as_gb18030() -> None:
    """Big5 has bytes that GB18030 gives to private or unassigned characters; damaged UTF-8 stays UTF-8."""
    big5 = "園區代碼,單位名稱\n示範園區,鋼鐵廠 電腦化設備\n".encode("big5")
    damaged = "地区,数量\n示例省,煤炭消费总量\n".encode()[:-2] + b"\n"
    assert _cause(big5)[0] == "encoding_not_accepted"
    assert _cause(damaged) == ("encoding_not_accepted", "UTF-8, damaged at byte 40")
    assert _cause(b"\xef\xbb\xbf" + "数量\n".encode("gb18030"))[0] == "encoding_not_accepted"


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 BOM"), ("gb18030", "GB18030")]
)
def test_a_text_and_its_encoding(encoding: str, name: str) -> None:
    # Full-width space, an extended character that GBK lacks, and a four-byte one.
    text = "地区,数量\n示例　县㐂𠮷,12.5\n"
    assert decode_text(text.encode(encoding)) == (text, name)


#: GB18030 bytes of common words that are valid UTF-8, of two-byte characters, as well.
DOUBTFUL = "unit_name\n学校\n".encode("gb18030")


def _names(members: dict[str, bytes]) -> dict[str, tuple[str | None, str]]:
    """Table -> its encoding and its first value."""
    sheets, _ = read_bundle(_zip(members))
    return {sheet.name: (sheet.encoding, sheet.text(2, 1)) for sheet in sheets}


def test_a_text_that_fits_both_encodings_is_read_as_its_bundle() -> None:
    """L1: 学校 in GB18030 is ѧУ in UTF-8; the other members of the bundle tell which was meant."""
    certain = "park_name_zh\n示例园区\n"
    gb18030 = {"cover.csv": certain.encode("gb18030"), "units.csv": DOUBTFUL, "energy.csv": b"line_id\n1\n"}
    assert _names(gb18030) == {
        "cover.csv": ("GB18030", "示例园区"), "units.csv": ("GB18030", "学校"), "energy.csv": ("ASCII", "1"),
    }  # fmt: skip
    for encoding, name in (("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 BOM")):
        utf_8 = {"cover.csv": certain.encode(encoding), "units.csv": "unit_name\nm³\n".encode()}
        assert _names(utf_8) == {"cover.csv": (name, "示例园区"), "units.csv": ("UTF-8", "m³")}


def test_a_text_that_fits_both_encodings_alone_is_read_by_its_words() -> None:
    """Chinese comes in words; what UTF-8 writes in two bytes stands alone between others: m³, 20 °C, Café."""
    assert decode_text(DOUBTFUL) == ("unit_name\n学校\n", "GB18030")
    for text in ("m³", "20 °C, 3 µg", "Café", "kg·m²"):
        assert decode_text(f"{text}\n".encode()) == (f"{text}\n", "UTF-8")
    assert decode_text("\ufeffm³°\n".encode()) == ("m³°\n", "UTF-8 BOM")
    mixed = {
        "cover.csv": "park_name_zh\n示例园区\n".encode("gb18030"), "energy.csv": "note\n煤炭\n".encode(),
        "process.csv": "note\nm³\n".encode(), "units.csv": DOUBTFUL,
    }  # fmt: skip
    assert _names(mixed) == {
        "cover.csv": ("GB18030", "示例园区"), "energy.csv": ("UTF-8", "煤炭"),
        "process.csv": ("UTF-8", "m³"), "units.csv": ("GB18030", "学校"),
    }  # fmt: skip


def test_an_encrypted_archive_is_named() -> None:
    content = bytearray(_zip({"cover.csv": b"form\n"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    assert _cause(bytes(content))[0] == "encrypted_file"


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = _zip({"cover.csv": b"0" * 4096})
    monkeypatch.setattr(identify, "MOST_BYTES", 4000)
    assert _cause(content)[0] == "unreadable_file"
    # Also where the archive's own list lies about the size.
    monkeypatch.setattr(bundles, "MOST_BYTES", 4000)
    with pytest.raises(DeliveryProblemError):
        read_bundle(content)


def test_csv_is_text_with_its_places() -> None:
    sheet = read_csv(b'a,b\n001,\n\n"1,5","x\ny"\n', "energy.csv")
    assert sheet.encoding == "ASCII"
    assert sheet.rows == {1: {1: "a", 2: "b"}, 2: {1: "001"}, 4: {1: "1,5", 2: "x\ny"}}


def test_broken_quoting_is_refused_not_guessed() -> None:
    with pytest.raises(DeliveryProblemError) as caught:
        read_csv(b'a\n"x"y\n', "energy.csv")
    assert caught.value.problem.problem_code == "unreadable_file"
    assert caught.value.problem.sheet == "energy.csv"


def test_names_in_a_bundle_are_labels_never_paths() -> None:
    sheets, others = read_bundle(_zip({"../../etc/cover.csv": b"form\n", "notes.txt": b"x"}))
    assert [sheet.name for sheet in sheets] == ["cover.csv"]
    assert others == ["notes.txt"]
