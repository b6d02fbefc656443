"""The public tables for a manifest: what identifies a row of each, and what its columns mean."""

from lingtan.public.columns import column_texts, key_of
from lingtan.public.edition import Edition
from lingtan.release.descriptions import TableDescription
from lingtan.release.tables import ReleasedTable


def released_tables(edition: Edition) -> list[ReleasedTable]:
    """The public tables that an edition has, with the key of each."""
    return [ReleasedTable(one.table.code, key_of(one)) for one in edition.tables]


def descriptions(edition: Edition) -> dict[str, TableDescription]:
    """Texts by table and column, Chinese and English."""
    return {
        one.table.code: TableDescription(
            f"{one.table.zh} {one.table.en}",
            {
                text.name: f"{text.zh} · {text.en} {text.description}".strip()
                for text in column_texts(edition, one)
            },
        )
        for one in edition.tables
    }
