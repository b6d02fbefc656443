"""The figures of the full inventory: scope 1 by gas group, and scope 2 by location beside market."""

from dataclasses import replace

import altair as alt

from lingtan.bulletin import cells
from lingtan.bulletin.amount_bars import ALL, MARK_ROOM, amount_bar
from lingtan.bulletin.charts.bars import BarLayout, bar_chart
from lingtan.bulletin.full_inventory import BASES, FullInventory
from lingtan.bulletin.words import Words


def gas_group_chart(full: FullInventory, words: Words) -> alt.LayerChart:
    """Scope 1 by gas group, in the order of the gases; a group may be far smaller than CO2."""
    bars = [
        amount_bar(words.name(row), row["emission_tco2e"], cells.amount_cell(row, words))
        for row in full.gas_groups
    ]
    layout = BarLayout(
        words["full_axis"], (words["unit_full_short"],), (ALL,), left=170, column=120, step=26,
        mark_column=MARK_ROOM,
    )  # fmt: skip
    return bar_chart(bars, layout)


def scope_2_chart(full: FullInventory, words: Words) -> alt.LayerChart:
    """Each component of scope 2 on both bases, one under the other: two views of one emission."""
    names = {"location": words["basis_location"], "market": words["basis_market"]}
    bars = []
    for by_basis in full.scope_2.values():
        for basis in BASES:
            row = by_basis[basis]
            name = words.name(row) if basis == BASES[0] else ""
            bar = amount_bar(name, row["emission_tco2e"], cells.amount_cell(row, words), series=basis)
            bars.append(replace(bar, sub_label=names[basis]))
    layout = BarLayout(
        words["full_axis"], (words["unit_full_short"],), BASES, left=210, column=120, step=26,
        mark_column=MARK_ROOM, sub_label=66,
    )  # fmt: skip
    return bar_chart(bars, layout)
