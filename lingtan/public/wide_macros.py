"""Macros that lay out a public table in the wide: a line an area, a column a component."""

from lingtan.public.columns import CONFIDENTIAL
from lingtan.public.edition import Edition, EditionTable
from lingtan.release.canonical import literal, quoted
from lingtan.release.macros.catalogue import Macro


def _wide(one: EditionTable, year: int) -> Macro:
    *down, across = one.table.by
    code = quoted(f"{across}_code")
    shown = (
        f"case when confidentiality_code = {literal(CONFIDENTIAL)} then {literal(CONFIDENTIAL)}"
        f" else cast({quoted(one.measure.quantity)} as varchar) end"
    )
    cells = ",\n        ".join(
        f"max(case when {code} = {literal(value)} then {shown} end) as {quoted(value)}"
        for value in one.frame[f"{across}_code"].unique().sort().to_list()
    )
    lines = ", ".join(quoted(f"{name}_{part}") for name in down for part in ("code", "name_zh", "name_en"))
    name = f"{one.table.code}_wide"
    return Macro(
        name=name,
        kind="answer",
        zh=f"{one.table.zh}，一年，横排；保密的为 {CONFIDENTIAL}，没有的为空。",
        en=f"{one.table.en}, one year, in the wide; {CONFIDENTIAL}: withheld, empty: there is none.",
        call=f"from {name}({year})",
        sql=(
            f"create macro {quoted(name)}(year) as table\n    select\n        {lines},\n        {cells}\n"
            f"    from {quoted(one.table.code)}\n    where reference_year = only_public_year(year)\n"
            f"    group by {lines}\n    order by {lines}"
        ),
    )


def wide_macros(edition: Edition) -> tuple[Macro, ...]:
    """A macro for every table of two dimensions or more; its cells are texts, so that C is a word in them.

    Args:
        edition: says which tables and codes there are.
    """
    return tuple(_wide(one, edition.years[-1]) for one in edition.tables if len(one.table.by) > 1)
