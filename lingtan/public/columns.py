"""What the columns of public tables are called and mean: every rendering has its words from here (L10)."""

from collections.abc import Mapping
from typing import Final

from lingtan.disclosure.cells import TOTAL
from lingtan.public.edition import Edition, EditionTable
from lingtan.release.table_texts import ColumnText

#: Marks of a published value: free, or confidential (SDMX code list CL_CONF_STATUS).
FREE: Final = "F"
CONFIDENTIAL: Final = "C"
#: The column that says of each cell whether it is withheld.
MARK: Final = "confidentiality_code"
#: What readers are told of a cell, in Chinese and in English.
CONFIDENTIALITY: Final[Mapping[str, tuple[str, str]]] = {
    FREE: ("公开", "free"),
    CONFIDENTIAL: ("保密，未公布", "confidential, withheld"),
}
_CONFIDENTIALITY: Final = "；".join(f"{code} {zh} {en}" for code, (zh, en) in CONFIDENTIALITY.items())


def column_texts(edition: Edition, one: EditionTable) -> tuple[ColumnText, ...]:
    """The columns of a public table, in the order of its frame.

    Args:
        edition: says what the dimensions are called.
        one: the table.
    """
    texts = [ColumnText("reference_year", "核算年度", "Reference year", "year")]
    for dimension in one.table.by:
        spec = edition.public.dimensions[dimension]
        summed = f"{TOTAL} 表示合计。 {TOTAL} is the sum."
        texts += [
            ColumnText(f"{dimension}_code", f"{spec.zh}代码", f"{spec.en} code", "code", description=summed),
            ColumnText(f"{dimension}_name_zh", f"{spec.zh}名称", f"{spec.en} in Chinese", "text"),
            ColumnText(f"{dimension}_name_en", f"{spec.zh}英文名称", f"{spec.en} in English", "text"),
        ]
    measure = one.measure
    empty = f"{CONFIDENTIAL} 的单元格没有数值。 A cell marked {CONFIDENTIAL} has no figure."
    return (
        *texts,
        ColumnText(measure.quantity, measure.zh, measure.en, measure.unit, description=empty),
        ColumnText(MARK, "保密标记", "Confidentiality", "code", description=_CONFIDENTIALITY),
    )


def key_of(one: EditionTable) -> tuple[str, ...]:
    """The columns that tell a row of a public table from all others."""
    return ("reference_year", *(f"{dimension}_code" for dimension in one.table.by))
