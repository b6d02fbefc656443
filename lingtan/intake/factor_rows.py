"""The rows of a factor file: labels to codes, values to canonical units, half-up once (L3, L8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from re import fullmatch
from typing import Final

import polars as pl

from lingtan.intake.decimals import NUMBER
from lingtan.intake.factor_purposes import GASES, KINDS, known_codes, listed_by_route
from lingtan.intake.set_file import Role, SetFile

FACTOR_SCHEMA: Final = pl.Schema(
    {
        "factor_id": pl.String(),
        "factor_set_code": pl.String(),
        "purpose_code": pl.String(),
        "activity_code": pl.String(),
        "carrier_code": pl.String(),
        "gas_code": pl.String(),
        "region_code": pl.String(),
        "data_year": pl.Int32(),
        "publication_date": pl.Date(),
        "valid_from": pl.Date(),
        "valid_to": pl.Date(),
        "value": pl.Decimal(17, 12),
        "unit": pl.String(),
        "uncertainty_ratio": pl.Decimal(10, 6),
        "document_code": pl.String(),
        "is_verified": pl.Boolean(),
        "is_attribution_verified": pl.Boolean(),
        "is_fallback": pl.Boolean(),
        "is_office_set": pl.Boolean(),
    }
)

_SCALE: Final = Decimal(1).scaleb(-12)
_BOUND: Final = Decimal(10) ** 5
_CONTEXT: Final = Context(prec=200, rounding=ROUND_HALF_UP)
#: A rounded factor may differ from the one given by this share of it, as in the published checks.
_TOLERANCE: Final = Decimal("1e-6")
#: Decimal prefixes are a way of writing a power of ten, like an exponent, not a conversion factor.
_PREFIXES: Final = {"": 0, "k": 3, "M": 6, "G": 9}
#: Money changes its worth: a factor of spend is one of the prices of its year.
_MONEY: Final = "10k_cny"
#: The unit of an uncertainty: relative, half of a 95 % interval.
_PERCENT: Final = "percent"
_UNCERTAINTY_SCALE: Final = Decimal(1).scaleb(-6)
_UNCERTAINTY_BOUND: Final = Decimal(10) ** 4
_COLUMNS: Final[tuple[Role, ...]] = ("activity", "carrier", "region", "data_year", "gas", "unit")

Problem = dict[str, object]


@dataclass(frozen=True)
class _Unit:
    canonical: str
    multiplier: Decimal


def factor_rows(
    described: SetFile, rows: Sequence[Mapping[str, str]], seeds: Mapping[str, pl.DataFrame]
) -> tuple[pl.DataFrame, list[Problem]]:
    """The sound rows as factors (`FACTOR_SCHEMA`), and a problem for each cell that is not.

    A factor file has some hundred rows: they are read one by one, with exact decimals.
    """
    units = {
        row["unit_code"]: _Unit(row["canonical_unit_code"], Decimal(row["multiplier"]))
        for row in seeds["units"].iter_rows(named=True)
    }
    problems: list[Problem] = []
    kind = KINDS[described.purpose]
    numerator = _numerator(described, units)
    if numerator is None:
        found = described.unit.numerator
        return FACTOR_SCHEMA.to_frame(), [
            _problem(None, "unit.numerator", "unknown_code", found, kind.numerator)
        ]
    if numerator[0] != kind.unit:
        found = described.unit.numerator
        return FACTOR_SCHEMA.to_frame(), [
            _problem(None, "unit.numerator", "unit_of_other_dimension", found, kind.numerator)
        ]
    known = known_codes(described.purpose, seeds)
    listed = listed_by_route(described.purpose, seeds)
    canonical = dict(seeds["carriers"].select("carrier_code", "canonical_unit_code").iter_rows())
    factors: dict[tuple[str | None, ...], dict[str, object]] = {}
    for line, row in enumerate(rows, start=2):
        codes, found_here = _codes(described, row, known, line)
        unit = units.get(codes["unit"] or "")
        if codes["unit"] is None and not found_here:
            found_here.append(_problem(line, "unit", "missing_value", None, None))
        expected = kind.canonical_unit or canonical.get(codes["carrier"])
        if unit and expected and unit.canonical != expected:
            found_here.append(_problem(line, "unit", "unit_of_other_dimension", codes["unit"], expected))
        activity = codes["activity"]
        if described.purpose == "scope3" and activity is not None and unit:
            found_here += _value_chain_problems(described, seeds, codes, unit, line)
            codes["activity"] = _value_chain_key(activity, unit.canonical, codes["data_year"])
        if activity in listed:
            found_here.append(
                _problem(line, described.column_of("activity"), "duplicate_key", activity, listed[activity])
            )
        text = row.get(described.columns["value"]) or ""
        value, code = _value(text.strip(), numerator[1], unit)
        if code is not None:
            found_here.append(_problem(line, described.columns["value"], code, text, None))
        uncertainty, doubts = _uncertainty(described, row, units[_PERCENT].multiplier, line)
        found_here += doubts
        key = tuple(codes[role] for role in _COLUMNS if role != "unit")
        if key in factors:
            found_here.append(
                _problem(line, None, "duplicate_key", " / ".join(part or "-" for part in key), None)
            )
        problems += found_here
        if not found_here and unit is not None and value is not None:
            denominated = f"{numerator[0]}/{unit.canonical}"
            factors[key] = _factor(described, codes, value, denominated) | {"uncertainty_ratio": uncertainty}
    return pl.DataFrame(list(factors.values()), schema=FACTOR_SCHEMA), problems


def _numerator(described: SetFile, units: Mapping[str, _Unit]) -> tuple[str, Decimal] | None:
    """How the unit of a normalised factor begins, and how many of it one of the given numerator is."""
    name, _, gas = described.unit.numerator.partition(" ")
    match = fullmatch(r"([kMG]?)(t)", name) if name not in units else None
    if match:
        unit = _Unit("t", units["t"].multiplier.scaleb(_PREFIXES[match[1]]))
    elif name in units:
        unit = units[name]
    else:
        return None
    if gas in GASES and unit.canonical == "t":
        return f"t{gas}", unit.multiplier
    return ("tce", unit.multiplier) if not gas and unit.canonical == "tce" else None


def _codes(
    described: SetFile, row: Mapping[str, str], known: Mapping[Role, set[str]], line: int
) -> tuple[dict[Role, str | None], list[Problem]]:
    codes: dict[Role, str | None] = {}
    problems: list[Problem] = []
    for role in _COLUMNS:
        column = described.column_of(role)
        label = (row.get(column) or "").strip() if column else described.constant_of(role)
        code = label or None
        if code is not None and role in described.maps:
            code = described.maps[role].get(code)
            if code is None:
                problems.append(_problem(line, column, "unknown_label", label, None))
        elif code is None and column:
            problems.append(_problem(line, column, "missing_value", None, None))
        elif code is None and role in KINDS[described.purpose].required:
            problems.append(_problem(line, role, "missing_value", None, None))
        if code is not None and role in known and code not in known[role]:
            only = next(iter(known[role])) if len(known[role]) == 1 else None
            problems.append(_problem(line, column or role, "unknown_code", code, only))
        if role == "data_year" and code is not None and not fullmatch(r"[12]\d{3}", code):
            problems.append(_problem(line, column or role, "not_a_number", code, "2025"))
        codes[role] = code
    return codes, problems


def _value_chain_problems(
    described: SetFile,
    seeds: Mapping[str, pl.DataFrame],
    codes: Mapping[Role, str | None],
    unit: _Unit,
    line: int,
) -> list[Problem]:
    """An activity of the value chain is category/activity; an amount of money has the year of its prices."""
    category, _, activity = (codes["activity"] or "").partition("/")
    problems = []
    if category not in seeds["scope3_categories"]["scope3_category_code"] or not activity:
        column = described.column_of("activity") or "activity"
        problems.append(_problem(line, column, "unknown_code", codes["activity"], "S3-01/…"))
    if unit.canonical == _MONEY and codes["data_year"] is None:
        problems.append(_problem(line, "data_year", "missing_value", None, None))
    return problems


def _value_chain_key(activity: str, canonical_unit: str, price_year: str | None) -> str:
    """The key that a line of the value chain looks for: category/activity/unit, of spend @price year."""
    return f"{activity}/{canonical_unit}" + (f"@{price_year}" if canonical_unit == _MONEY else "")


def _value(text: str, numerator: Decimal, unit: _Unit | None) -> tuple[Decimal | None, str | None]:
    """The value in canonical units, or the problem with it."""
    if not text:
        return None, "missing_value"
    if not fullmatch(NUMBER.strip("^$"), text):
        return None, "not_a_number"
    if unit is None:
        return None, None
    exact = _CONTEXT.divide(_CONTEXT.multiply(Decimal(text), numerator), unit.multiplier)
    if abs(exact) >= _BOUND:
        return None, "too_many_digits"
    rounded = exact.quantize(_SCALE, context=_CONTEXT)
    if abs(rounded - exact) > abs(exact) * _TOLERANCE:
        return None, "loses_digits"
    return rounded, None


def _uncertainty(
    described: SetFile, row: Mapping[str, str], of_percent: Decimal, line: int
) -> tuple[Decimal | None, list[Problem]]:
    """The documented uncertainty as a ratio, or what is wrong with it; an empty cell documents none (L8)."""
    column = described.column_of("uncertainty_percent")
    text = (row.get(column) or "").strip() if column else ""
    if not text:
        return None, []
    if not fullmatch(NUMBER.strip("^$"), text):
        return None, [_problem(line, column, "not_a_number", text, None)]
    exact = _CONTEXT.multiply(Decimal(text), of_percent)
    if exact < 0:
        return None, [_problem(line, column, "negative_value", text, "≥ 0")]
    if exact >= _UNCERTAINTY_BOUND:
        return None, [_problem(line, column, "too_many_digits", text, None)]
    return exact.quantize(_UNCERTAINTY_SCALE, context=_CONTEXT), []


def _factor(
    described: SetFile, codes: Mapping[Role, str | None], value: Decimal, unit: str
) -> dict[str, object]:
    region = codes["region"] or "CN"
    year = codes["data_year"]
    parts = (described.id, codes["activity"], codes["carrier"], codes["gas"], codes["region"], year)
    return {
        "factor_id": "-".join(part for part in parts if part),
        "factor_set_code": described.id,
        "purpose_code": described.purpose,
        "activity_code": codes["activity"],
        "carrier_code": codes["carrier"],
        "gas_code": codes["gas"] or (None if unit.startswith("tce") else unit[1:].split("/")[0]),
        "region_code": region,
        "data_year": None if year is None else int(year),
        "publication_date": described.publication_date,
        "value": value,
        "unit": unit,
        "document_code": described.document.code,
        "is_verified": described.is_verified,
        "is_attribution_verified": described.is_verified,
        "is_fallback": False,
        "is_office_set": True,
    }


def _problem(
    line: int | None, column: str | None, code: str, found: str | None, expected: str | None
) -> Problem:
    return {"line": line, "column": column, "problem_code": code, "found": found, "expected": expected}
