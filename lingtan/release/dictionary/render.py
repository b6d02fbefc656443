"""Renders the dictionary, a page a language: the same bytes for the same release (L4, L12)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lingtan.release.code_names import read_code_names
from lingtan.release.dictionary.content import form_tables, table_groups, used_lists
from lingtan.release.macros.catalogue import Macro
from lingtan.release.marks import Marks
from lingtan.release.table_texts import TableText
from lingtan.release.tables import ReleasedTable

_TEMPLATES: Final = Path(__file__).parent / "templates"
_WORDS: Final = Path(__file__).parent / "words.yaml"


def render_dictionary(
    data: Path,
    out: Path,
    *,
    plan_id: str,
    marks: Marks,
    tables: Sequence[ReleasedTable],
    texts: Mapping[str, TableText],
    macros: Sequence[Macro],
) -> tuple[Path, ...]:
    """Write the dictionary of a release.

    The pages refer to nothing but each other, run no script, and print.

    Args:
        data: the canonical `<table>.parquet`.
        out: the folder to write to; made if absent.
        plan_id: stands on the pages.
        marks: stand on the pages.
        tables: the released tables.
        texts: labels, units and grains by table.
        macros: those of the DuckDB file.

    Returns:
        The pages, Chinese first.
    """
    names = read_code_names(data)
    groups = table_groups(data, tables, texts, names)
    forms = list(form_tables(names))
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for language, words in yaml.safe_load(_WORDS.read_text(encoding="utf-8")).items():
        page = environment.get_template("dictionary.html.j2").render(
            language=language,
            other="en" if language == "zh" else "zh",
            words=words,
            plan_id=plan_id,
            marks=marks,
            groups=groups,
            forms=forms,
            lists=used_lists(groups, forms, names),
            macros=[macro for macro in macros if macro.kind != "helper"],
        )
        path = out / f"index.{language}.html"
        path.write_text(page, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
