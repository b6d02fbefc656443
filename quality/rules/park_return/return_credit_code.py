"""A unified social credit code that fails its check digit, or is blank."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import blank, findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

#: GB 32100-2015: the characters in the order of their values 0 to 30.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18


def check(batch: Batch) -> pl.DataFrame:
    """Rows of units whose code is malformed or fails its check, or is blank outside the rest group."""
    code = pl.col("credit_code")
    well_formed = code.str.contains(f"^[{ALPHABET}]{{{LENGTH}}}$")
    wrong_check = code.str.tail(1) != check_character(code)
    no_code = blank("credit_code") & (pl.col("unit_role_code") != "rest")
    expected = pl.when(well_formed).then(pl.format("第 18 位 character 18: {}", check_character(code)))
    return findings(
        batch.tables[PARK_RETURN, "units"].filter(
            (~well_formed).fill_null(value=False)
            | (well_formed & wrong_check).fill_null(value=False)
            | no_code.fill_null(value=False)
        ),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="units",
        column="credit_code",
        expected=expected,
        detail=pl.col("unit_code__text"),
    )


def check_character(code: pl.Expr) -> pl.Expr:
    """The eighteenth character that the first seventeen ask for (GB 32100-2015: weights 3^(i − 1) mod 31)."""
    values = {character: value for value, character in enumerate(ALPHABET)}
    weighted = [
        code.str.slice(position, 1).replace_strict(values, default=None, return_dtype=pl.Int64)
        * pow(3, position, len(ALPHABET))
        for position in range(LENGTH - 1)
    ]
    remainder = pl.sum_horizontal(weighted, ignore_nulls=False) % len(ALPHABET)
    value = (len(ALPHABET) - remainder) % len(ALPHABET)
    return value.replace_strict(dict(enumerate(ALPHABET)), default=None, return_dtype=pl.String)


RULE = Rule(
    id="RETURN_CREDIT_CODE",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("units",),
    title_zh="统一社会信用代码不符",
    title_en="The credit code is not valid",
    reason_zh="信用代码用于识别跨园区的同一企业。",
    reason_en="The code tells that two establishments are one enterprise.",
    formula=(
        "not 18 characters of 0-9 A-Z without I O S V Z, or character 18 ≠ (31 − Σ value x 3^(position "
        "− 1) mod 31) mod 31 (GB 32100-2015); blank only for the role rest"
    ),
    message_zh="{sheet} {cell}：单位 {detail} 的统一社会信用代码“{found}”不符合 GB 32100-2015。{expected}",
    message_en=(
        "{sheet} {cell}: credit code “{found}” of unit {detail} does not follow GB 32100-2015. {expected}"
    ),
    action_zh="请核对 18 位代码。",
    action_en="Check the 18 characters.",
    check=check,
)
