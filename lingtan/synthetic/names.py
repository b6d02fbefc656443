"""Fictional names and codes: visibly invented, yet they pass the checks that real ones pass."""

from typing import Final

#: The 31 characters of GB 32100-2015 (no I, O, S, V, Z); a character's place is its value.
_CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
#: GB 11714: weights of the eight characters of an organisation code; letters count A = 10 to Z = 35.
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)


def organisation_code(body: str) -> str:
    """An organisation code of nine characters: the body of eight and its check character (GB 11714)."""
    total = sum(weight * int(sign, 36) for weight, sign in zip(_ORGANISATION_WEIGHTS, body, strict=True))
    rest = (11 - total % 11) % 11
    return body + ("X" if rest == 10 else str(rest))


def credit_check_character(first_17: str) -> str:
    """The 18th character of a unified social credit code (GB 32100-2015: weights 3^i modulo 31)."""
    total = sum(pow(3, place, 31) * _CREDIT_ALPHABET.index(sign) for place, sign in enumerate(first_17))
    return _CREDIT_ALPHABET[(31 - total % 31) % 31]


def fictional_credit_code(province_code: str, serial: int) -> str:
    """A credit code of a fictional enterprise: its organisation part reads FAKE and a serial number."""
    first_17 = f"91{province_code}" + organisation_code(f"FAKE{serial:04d}")
    return first_17 + credit_check_character(first_17)


def park_name(short_name_zh: str, name_en: str, number: int) -> tuple[str, str]:
    """Chinese and English name of a fictional park."""
    return f"示例零碳园区·{short_name_zh}{number:02d}", f"Sample Zero-carbon Park {name_en} {number:02d}"


def unit_name(kind_zh: str, serial: int) -> str:
    """Name of a fictional unit."""
    return f"示例{kind_zh}{serial:03d}"
