"""Render the bulletin of a release: one page a language, complete in itself (L4, L12)."""

from functools import partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lingtan.bulletin import cells, numbers
from lingtan.bulletin.charts import style
from lingtan.bulletin.content import Content, read_content
from lingtan.bulletin.figures import YEARS_SHOWN, draw_figures
from lingtan.bulletin.words import LANGUAGES, Words, load_words
from lingtan.places import checkout

SEEDS: Final = checkout() / "dbt_project" / "seeds" / "reference"
_TEMPLATES: Final = Path(__file__).parent / "templates"


def render_bulletin(
    tables: Path,
    out: Path,
    *,
    release_id: str,
    is_synthetic: bool,
    boundary_code: str = "physical",
    seeds: Path = SEEDS,
) -> tuple[Path, ...]:
    """Write `index.zh.html` and `index.en.html`.

    The pages refer to nothing but each other, run no script, and have the same bytes for the same tables,
    seeds and arguments.

    Args:
        tables: a folder of canonical `<table>.parquet` files.
        out: the folder to write to; made if absent.
        release_id: stands on the pages, so that a figure can be traced.
        is_synthetic: marks the pages as synthetic.
        boundary_code: the boundary that the plan makes the headline (its setting of that name).
        seeds: the reference seeds, which give codes their names.

    Returns:
        The pages, Chinese first.

    Raises:
        LingtanError: a table is missing or holds no year.
    """
    content = read_content(tables, seeds, boundary_code)
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for language in LANGUAGES:
        page = _page(content, load_words(language), release_id=release_id, is_synthetic=is_synthetic)
        path = out / f"index.{language}.html"
        path.write_text(page, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def _page(content: Content, words: Words, *, release_id: str, is_synthetic: bool) -> str:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "count": numbers.count,
        "intensity": numbers.intensity,
        "plain": numbers.plain,
        "ten_thousand_kwh": numbers.ten_thousand_kwh,
        "name": words.name,
        "emission_cell": lambda row, parks=None: cells.emission_cell(row, words, parks),
        "amount_cell": lambda row, column="emission_tco2e": cells.amount_cell(row, words, column),
        "inventory_cell": partial(cells.inventory_cell, words=words),
        "energy_cell": partial(cells.energy_cell, words=words),
        "median_cell": partial(cells.median_cell, words=words),
        "threshold_cell": partial(cells.threshold_cell, words=words),
    }
    return environment.get_template(f"index.{words.language}.html.j2").render(
        content=content,
        figures=draw_figures(content, words),
        words=words.texts,
        years_shown=content.years[-YEARS_SHOWN:],
        colours=style.SERIES,
        states=style.STATES,
        release_id=release_id,
        is_synthetic=is_synthetic,
    )
