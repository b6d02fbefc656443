"""One delivery read: which form it is, by which layout, and its submissions as text."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from lingtan.contracts.load import ContractError, contract_for
from lingtan.contracts.model import Contract
from lingtan.intake.bundles import read_bundle, read_table
from lingtan.intake.cells import Sheet
from lingtan.intake.drafts import Drafts
from lingtan.intake.encoding import ASCII
from lingtan.intake.identify import FileKind, identify
from lingtan.intake.layout import Layout
from lingtan.intake.layout_mapping import fits, map_layout
from lingtan.intake.problems import DeliveryProblemError
from lingtan.intake.template_mapping import form_and_version, map_template
from lingtan.intake.xlsx import read_workbook

#: Raised when the same bytes would be read into other rows than before; part of every batch's identity.
READER_VERSION: Final = "2"


def read_delivery(content: bytes, file_name: str, layouts: Sequence[Layout]) -> Drafts:
    """The submissions in a file.

    Args:
        content: the bytes as archived.
        file_name: how the sender called it: a label, never a hint at the kind of file.
        layouts: the declared layouts that may fit.

    Raises:
        DeliveryProblemError: the file is no form and no layout fits; its code says why.
    """
    kind = identify(content)
    others: Sequence[str] = ()
    if kind is FileKind.XLSX:
        sheets = read_workbook(content)
    elif kind is FileKind.BUNDLE:
        sheets, others = read_bundle(content)
    else:
        sheets = [read_table(content, file_name)]
    if not any(sheet.filled_rows() for sheet in sheets):
        raise DeliveryProblemError("empty_delivery", ", ".join(sheet.name for sheet in sheets))
    stated = form_and_version(sheets)
    if stated is not None:
        drafts = map_template(_contract(*stated), sheets, others)
    else:
        drafts = map_layout(_layout(layouts, sheets), sheets)
    return replace(drafts, file_format=_format(kind, sheets), text_encoding=_encoding(sheets))


def contract_sha256(contract: Contract) -> str:
    """The identity of a contract: the hash of its file, as it was when this process first asked."""
    return _file_sha256(contract.path)


@cache
def _file_sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def batch_id(delivery_id: str, drafts: Drafts | None, attempt: int) -> str:
    """The batch of a reading: the same bytes read in the same way give the same id.

    A repeated attempt (`again`) in the same way gets an id of its own, since a batch is never rewritten.
    """
    parts = [delivery_id, *_way(drafts)]
    if attempt > 1:
        parts.append(str(attempt))
    return f"B-{_digest(parts)}"


def submission_id(delivery_id: str, drafts: Drafts, unit: str, period: str, occurrence: int) -> str:
    """The id of a submission; `occurrence` tells two of one key in one delivery apart."""
    parts = [delivery_id, *_way(drafts), unit, drafts.contract.form, period]
    if occurrence > 1:
        parts.append(str(occurrence))
    return f"S-{_digest(parts)}"


def _format(kind: FileKind, sheets: Sequence[Sheet]) -> str:
    """xlsx, csv or parquet; of a bundle which files it holds."""
    if kind is not FileKind.BUNDLE:
        return kind.name.lower()
    kinds = {"csv" if sheet.encoding else "parquet" for sheet in sheets}
    return f"{'_and_'.join(sorted(kinds))}_bundle"


def _encoding(sheets: Sequence[Sheet]) -> str | None:
    """The encoding of the texts; where files of a bundle differ, of each. ASCII differs from none."""
    encodings = {sheet.encoding for sheet in sheets if sheet.encoding}
    telling = encodings - {ASCII} or encodings
    if len(telling) < 2:
        return next(iter(telling), None)
    return "; ".join(f"{sheet.name} {sheet.encoding}" for sheet in sheets if sheet.encoding)


def _way(drafts: Drafts | None) -> list[str]:
    if drafts is None:
        return ["", "", READER_VERSION]
    layout = drafts.layout.sha256 if drafts.layout else ""
    return [contract_sha256(drafts.contract), layout, READER_VERSION]


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _contract(form: str, version: str) -> Contract:
    try:
        return contract_for(form, version)
    except ContractError as error:
        raise DeliveryProblemError("no_contract_fits", f"{form} {version}") from error


def _layout(layouts: Sequence[Layout], sheets: Sequence[Sheet]) -> Layout:
    fitting = [layout for layout in layouts if fits(layout, sheets)]
    if len(fitting) > 1:
        raise DeliveryProblemError("ambiguous_layout", ", ".join(layout.layout for layout in fitting))
    if not fitting:
        raise DeliveryProblemError("no_contract_fits", ", ".join(sheet.name for sheet in sheets[:5]))
    return fitting[0]
