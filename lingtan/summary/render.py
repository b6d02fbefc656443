"""Render the national summary of an edition: a first page and a page an area, in both languages (L4, L12)."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lingtan.bulletin.words import LANGUAGES, load_words
from lingtan.errors import LingtanError
from lingtan.public.edition import Edition
from lingtan.summary.area_table import areas
from lingtan.summary.charts import chart_marks
from lingtan.summary.coverage import read_coverage
from lingtan.summary.declared import with_declared
from lingtan.summary.figures import Figures
from lingtan.summary.headlines import totals
from lingtan.summary.methods import methods, settings
from lingtan.summary.notes import Notes
from lingtan.summary.provinces import area_page
from lingtan.summary.sections import HEADLINES, sections
from lingtan.summary.tiles import GAP
from lingtan.summary.tiles import STEP as TILE_STEP
from lingtan.summary.view import View

_FOLDER: Final = Path(__file__).parent
_TEMPLATES: Final = _FOLDER / "templates"
_TEXTS: Final = _FOLDER / "texts"


def render_summary(edition: Edition, notes: Notes, out: Path) -> tuple[Path, ...]:
    """Write `index.<language>.html` and `provinces/<code>.<language>.html`.

    Each page is complete in itself and refers to nothing but its neighbours and the public files beside the
    folder. Pages have the same bytes for the same edition and notes.

    Args:
        edition: everything published.
        notes: methods and reference data.
        out: the folder to write to; made if absent.

    Returns:
        The pages: the two first pages, Chinese first, then those of the areas.

    Raises:
        LingtanError: the edition has no table.
    """
    if not edition.years:
        raise LingtanError(
            "没有任何公开数据表，无法编制全国摘要。",
            "There is no public table; there is no national summary to make.",
        )
    (out / "provinces").mkdir(parents=True, exist_ok=True)
    figures = Figures(edition, edition.years[-1])
    marks = with_declared(chart_marks(figures), figures)
    views = [View(figures, marks, notes, load_words(language, _TEXTS)) for language in LANGUAGES]
    written = [_write(out / f"index.{view.words.language}.html", _first_page(view)) for view in views]
    for view in views:
        pages = areas(view)
        for place, area in enumerate(pages):
            page = _environment().get_template("province.html.j2").render(
                **_shared(view),
                page=area_page(view, area),
                before=pages[place - 1] if place else None,
                after=pages[place + 1] if place + 1 < len(pages) else None,
            )  # fmt: skip
            written.append(_write(out / "provinces" / f"{area.code}.{view.words.language}.html", page))
    return tuple(written)


def _first_page(view: View) -> str:
    return _environment().get_template("index.html.j2").render(
        **_shared(view),
        coverage=read_coverage(view),
        headlines=totals(view, HEADLINES),
        sections=sections(view),
        methods=methods(view),
        settings=settings(view),
        tables=[(one.table.code, view.title(one.table)) for one in view.figures.edition.tables],
    )  # fmt: skip


def _shared(view: View) -> dict[str, Any]:
    edition = view.figures.edition
    return {
        "words": view.words.texts,
        "say": view.text,
        "language": view.words.language,
        "other": next(one for one in LANGUAGES if one != view.words.language),
        "year": view.figures.year,
        "plan_id": edition.plan_id,
        "is_synthetic": edition.is_synthetic,
        "tile_step": TILE_STEP,
        "tile_gap": GAP,
    }


def _write(path: Path, page: str) -> Path:
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    script = (_TEMPLATES / "tables.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(f"\n{script}".encode()).digest()).decode()
    environment.globals |= {
        "style": Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8")),
        "script": Markup(f"\n{script}"),
        # The page runs this one script and no other.
        "script_digest": digest,
    }
    return environment
