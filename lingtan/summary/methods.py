"""How the figures were made: methods, factors and settings, for the end of the first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.bulletin import numbers
from lingtan.summary.notes import Document, Method
from lingtan.summary.panels import Head, Row, Table
from lingtan.summary.view import View

#: The settings of the plan that readers have to know.
_SETTINGS: Final = (
    "boundary_code",
    "gwp_set_code",
    "factor_vintage",
    "factors_known_on",
    "fuel_factor_set_code",
    "imputation",
)


@dataclass(frozen=True)
class MethodNote:
    """A method as the page tells it: its name, its document, a sentence on its factors, their documents."""

    name: str
    version: str
    document: str
    factors: str
    documents: Table | None


def methods_behind(view: View) -> Sequence[Method]:
    """The methods of the plan that published measures name."""
    named = {one.where.get("method_code") for one in view.figures.edition.public.measures}
    return [one for one in view.notes.methods if one.code in named]


def methods(view: View) -> Sequence[MethodNote]:
    """The methods behind the published measures."""
    return [_note(view, one) for one in methods_behind(view)]


def _note(view: View, method: Method) -> MethodNote:
    factors = method.factors
    counts = {
        "used": factors.used_count,
        "unverified": factors.unverified_count,
        "measured": factors.measured_count,
        "office": factors.office_count,
    }
    documents = Table(
        f"documents-{method.code}",
        view.text("documents_table", method=_name(view, method.name_zh, method.name_en)),
        [Head(view.words["document"]), Head(view.words["factor_count"])],
        [
            Row(_titled(view, one), [view.plain(Decimal(one.factor_count), numbers.count(one.factor_count))])
            for one in factors.documents
        ],
    )
    return MethodNote(
        _name(view, method.name_zh, method.name_en),
        method.version,
        _titled(view, method.document),
        view.text("factors", **{name: numbers.count(count) for name, count in counts.items()}),
        documents if documents.rows else None,
    )


def _name(view: View, zh: str, en: str) -> str:
    return zh if view.words.language == "zh" else en


def _titled(view: View, document: Document) -> str:
    title = _name(view, document.title_zh, document.title_en)
    # Part of the number may already stand in the title, as that of a standard does.
    return title if not document.number else view.text("titled", title=title, number=document.number)


def settings(view: View) -> Sequence[tuple[str, str]]:
    """Settings with their values, in words where there are words."""
    energy = next((one for one in view.figures.edition.public.measures if one.code == "energy"), None)
    found = [
        (view.words[f"setting_{code}"], _value(view, code, value))
        for code in _SETTINGS
        if (value := view.notes.settings.get(code)) is not None
    ]
    return [*found, *([(view.words["setting_energy"], view.title(energy))] if energy else [])]


def _value(view: View, code: str, value: str) -> str:
    if code == "boundary_code":
        return _name(view, *view.notes.boundary)
    return view.words.texts.get(f"value_{value}", value)
