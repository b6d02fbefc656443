"""In which encoding a text was sent: decided safely, never guessed from its name."""

import codecs
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from lingtan.intake.problems import DeliveryProblemError

ASCII: Final = "ASCII"
UTF_8: Final = "UTF-8"
UTF_8_BOM: Final = "UTF-8 BOM"
GB18030: Final = "GB18030"
ACCEPTED_ENCODINGS: Final = f"{UTF_8}, {UTF_8_BOM}, {GB18030}"

# Bytes that stand in no text, whatever its encoding.
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# A character of UTF-8 as Chinese has them. GB18030 seldom puts such three bytes in a row.
_UTF_8_CHARACTER: Final = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
# Controls, unassigned, private and half characters: what another encoding becomes when it is read as GB18030.
_NO_TEXT: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
_LAYOUT_CHARACTERS: Final = frozenset("\t\n\r\f")
#: Up to here a character of UTF-8 has two bytes, as a Chinese one of GB18030 has: 学校 there is ѧУ here.
_LAST_OF_TWO_BYTES: Final = "\u07ff"
#: Chinese comes in words; what UTF-8 writes in two bytes stands alone: m³, °C, é.
_WORD: Final = re.compile(r"[^\x00-\x7f]{2}")


def encoding_of_others(contents: Iterable[bytes]) -> str | None:
    """The encoding that texts sent together have, by those of which one can tell.

    Returns:
        UTF-8 or GB18030; None where no text tells, or one tells this and another that.
    """
    told = {_told(content) for content in contents} - {None}
    return told.pop() if len(told) == 1 else None


def _told(content: bytes) -> str | None:
    """UTF-8 or GB18030 where the bytes fit only one of them."""
    if content.isascii():
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return GB18030
    return UTF_8 if max(text) > _LAST_OF_TWO_BYTES else None


def decode_text(content: bytes, sheet: str | None = None, others: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was sent in; a byte order mark is no part of the text.

    ASCII is the same in all of them. Valid UTF-8 with a byte order mark or a character of three bytes, as
    every Chinese one has, is UTF-8. Valid UTF-8 without may as well be GB18030: it is what the texts sent
    with it are, and where they do not tell, GB18030 if such characters form a word. Anything else is GB18030
    where every byte of it is, every character is one that a text may hold, and it does not look like a UTF-8
    file that was damaged on its way.

    Args:
        content: the file.
        sheet: its name, for the problem.
        others: the encoding of the texts sent with it, from `encoding_of_others`.

    Raises:
        DeliveryProblemError: `encoding_not_accepted` saying what it seems to be, or `unknown_file_kind` for
            bytes that are no text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _not_accepted("UTF-16", sheet)
    if _CONTROL.search(content):
        raise DeliveryProblemError("unknown_file_kind", content[:16].hex(" "), "XLSX, CSV, Parquet", sheet)
    if content.isascii():
        return content.decode("ascii"), ASCII
    has_mark = content.startswith(codecs.BOM_UTF8)
    place = "characters of two bytes"
    try:
        text = content.decode("utf-8-sig")
        meant = others or (GB18030 if _WORD.search(text) else UTF_8)
        if has_mark or max(text) > _LAST_OF_TWO_BYTES or meant == UTF_8:
            return text, UTF_8_BOM if has_mark else UTF_8
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
        in_characters = 3 * len(_UTF_8_CHARACTER.findall(content))
        if has_mark or 2 * in_characters > len(_NOT_ASCII.findall(content)):
            raise _not_accepted(f"UTF-8, damaged at {place}", sheet) from error
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _not_accepted(f"neither UTF-8 ({place}) nor GB18030 (byte {error.start + 1})", sheet) from error
    for character in set(text) - _LAYOUT_CHARACTERS:
        if unicodedata.category(character) in _NO_TEXT:
            raise _not_accepted(f"GB18030 gives U+{ord(character):04X}, which is no text", sheet)
    return text, GB18030


def _not_accepted(found: str, sheet: str | None) -> DeliveryProblemError:
    return DeliveryProblemError("encoding_not_accepted", found, ACCEPTED_ENCODINGS, sheet)
