"""What a reader is told of each node: names, key, unit, document, place in the delivery, reason of a null."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from lingtan.contracts.load import load_contracts
from lingtan.places import checkout
from lingtan.release.canonical import quoted
from lingtan.release.code_names import CodeNames, read_code_names
from lingtan.release.explain.declared import ROW, declarations
from lingtan.release.explain.files import ReleaseFiles
from lingtan.release.explain.tree import Node, Value
from lingtan.release.table_texts import ColumnText, TableText, read_table_texts
from lingtan.release.tables import RELEASED_TABLES

Pair = tuple[str, str]
_KEYS: Final = {table.name: table.key for table in RELEASED_TABLES}
#: Columns that say why a figure is null, the first that is filled.
_REASONS: Final = (
    "not_estimated_reason_code",
    "exists_reason_code",
    "not_determined_reason_code",
    "reason_code",
    "notation_key_code",
    "generated_notation_key_code",
    "self_used_notation_key_code",
    "protection_status_code",
)
#: What a row of a dimension says of itself beside its value.
_FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "dim_factors": (
        "purpose_code", "carrier_code", "gas_code", "region_code", "data_year", "publication_date",
        "document_code", "is_verified", "is_attribution_verified", "is_unphysical", "is_fallback",
        "is_office_set",
    ),
    "dim_values": ("value_kind_code", "document_code", "is_verified"),
    "dim_terms": (
        "component_code", "scope_code", "source_category_code", "factor_rule_code", "condition_code",
        "quantity_part_code", "document_code",
    ),
    "dim_energy_terms": ("energy_basis_code", "condition_code", "document_code"),
    "dim_clean_energies": ("system_code", "document_code", "is_verified"),
    "dim_submissions": ("form", "reporting_unit_code", "period_code", "version", "sender"),
    "fct_emissions": ("unit_code", "carrier_code", "factor_source_code"),
    "fct_activity": ("unit_code", "carrier_code", "gas_code"),
    "cmp_public_cells": ("protection_status_code", "protection_reason_codes"),
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a submitted cell stands.

    Attributes:
        submission_id: the submission.
        delivery_id: SHA-256 of the file.
        file_name: as it arrived.
        sheet: sheet, or file of a bundle.
        cell: its address.
        text: as submitted.
        notation: notation key, where one stands instead of a number.
        disposition: what became of the row.
        findings: of the cell or its row.
    """

    submission_id: str
    delivery_id: str
    file_name: str
    sheet: str
    cell: str
    text: str | None
    notation: str | None
    disposition: str
    findings: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Described:
    """A node in words.

    Attributes:
        kind: figure, row, submitted, factor, value, term, setting, submission, park or protected.
        label: the column, in Chinese and English.
        title: the table, in Chinese and English.
        key: key columns and values.
        value: as text; empty where it is null.
        unit: of the value.
        facts: further columns: their labels, values, and names of their codes.
        reason: why it is null: code and names.
        place: of a submitted cell.
        documents: titles of the document it cites.
        names: names of the codes of its key.
    """

    kind: str
    label: Pair
    title: Pair
    key: Mapping[str, str]
    value: str
    unit: str
    facts: tuple[tuple[Pair, str, Pair], ...] = ()
    reason: tuple[str, Pair] | None = None
    place: Place | None = None
    documents: tuple[Pair, ...] = ()
    names: Mapping[str, Pair] = field(default_factory=dict)


_KINDS: Final = {
    "dim_factors": "factor",
    "dim_values": "value",
    "dim_terms": "term",
    "dim_energy_terms": "term",
    "dim_clean_energies": "term",
    "dim_submissions": "submission",
    "dim_parks": "park",
    "dim_periods": "submission",
    "plan/settings": "setting",
}


def kind_of(node: Node) -> str:
    """What a node is; a tree ends only at kinds other than figure and row."""
    if node.table.startswith("lake/"):
        return "submitted"
    return _KINDS.get(node.table, "row" if node.column == ROW else "figure")


def plain(value: Value) -> str:
    """A value as text: every decimal that counts, no exponent."""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


class Describer:
    """Describes nodes of one release; the rows of many are fetched at once."""

    def __init__(self, files: ReleaseFiles) -> None:
        """Read the texts of tables and codes, and what findings, documents and deliveries say."""
        self._files = files
        self._texts = read_table_texts(checkout() / "dbt_project" / "models")
        self._names: CodeNames = read_code_names(files.folder / "data")
        self._forms = {
            f"lake/{contract.form}__{table.name}": table
            for contract in load_contracts()
            for table in contract.tables
        }
        self._documents = self._by_key("dim_documents", "document_code")
        self._rules = self._by_key("plan/rules", "rule_id")
        self._submissions = self._by_key("plan/submissions", "submission_id")
        self._findings: dict[tuple[str, str, Any], list[dict[str, Any]]] = {}
        for finding in self._rows('select * from "plan/findings"'):
            place = (finding["submission_id"], finding["table_name"], finding["row_number"])
            self._findings.setdefault(place, []).append(finding)

    def _rows(self, query: str) -> list[dict[str, Any]]:
        result = self._files.connection.execute(query)
        names = [column[0] for column in result.description or []]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def _by_key(self, table: str, key: str) -> dict[str, dict[str, Any]]:
        return {row[key]: row for row in self._rows(f"select * from {quoted(table)}")}

    def describe(self, nodes: Iterable[Node]) -> dict[int, Described]:
        """Descriptions by the identity of the node."""
        by_table: dict[str, list[Node]] = {}
        for node in nodes:
            by_table.setdefault(node.table, []).append(node)
        found: dict[int, Described] = {}
        for table, members in by_table.items():
            numbers = ", ".join(str(row) for row in sorted({node.row for node in members}))
            rows = {
                row["rn"]: row for row in self._rows(f"select * from {quoted(table)} where rn in ({numbers})")
            }
            for node in members:
                found[id(node)] = self._describe(node, rows[node.row])
        return found

    def _describe(self, node: Node, row: Mapping[str, Any]) -> Described:
        if kind_of(node) == "submitted":
            return self._submitted(node, row)
        if kind_of(node) == "setting":
            return Described(
                "setting", ("方案设置", "Setting of the plan"), ("方案", "Plan"),
                {"setting_code": row["setting_code"]}, plain(node.value), "",
            )  # fmt: skip
        text = self._texts.get(node.table) or _gathered(node.table)
        column = text.column(node.column)
        key = {name: plain(row[name]) for name in _KEYS.get(node.table, ()) if name in row}
        names = {
            name: found
            for name, value in key.items()
            if (found := self._names.names(text.column(name)).get(value)) is not None
        }
        facts = tuple(
            (_labels(one), plain(row[name]), self._names.names(one).get(plain(row[name]), ("", "")))
            for name in _FACTS.get(node.table, ())
            if row.get(name) is not None and name not in key
            for one in (text.column(name),)
        )
        label = ("行", "Row") if node.column == ROW else _labels(column)
        if node.table in ("dim_terms",):
            label = (f"核算项：{row['name_zh']}", f"Term: {row['name_en']}")
        document = self._documents.get(row.get("document_code") or "")
        return Described(
            kind=kind_of(node),
            label=label,
            title=(text.zh, text.name),
            key=key,
            value="" if node.column == ROW else plain(node.value),
            unit=self._unit(node, column, row),
            facts=facts,
            reason=self._reason(node, row),
            documents=() if document is None else ((document["title_zh"], document["title_en"]),),
            names=names,
        )

    def _unit(self, node: Node, column: ColumnText, row: Mapping[str, Any]) -> str:
        if node.table in ("dim_factors", "dim_values"):
            return str(row["unit"] or "")
        if column.unit in ("canonical unit", "see canonical_unit_code", "see unit_code", "see unit"):
            return str(row.get("canonical_unit_code") or row.get("unit_code") or row.get("unit") or "")
        return "" if node.column == "sign" else column.measure

    def _reason(self, node: Node, row: Mapping[str, Any]) -> tuple[str, Pair] | None:
        if node.value is not None:
            return None
        text = self._texts.get(node.table)
        for name in _REASONS:
            code = row.get(name)
            if code is None:
                continue
            rule = self._rules.get(code)
            if rule is not None:
                return code, (rule["title_zh"], rule["title_en"])
            column = ColumnText(name, name, name) if text is None else text.column(name)
            return code, self._names.names(column).get(code, ("", ""))
        if any(part.nodes or part.hidden for part in node.parts if not part.is_shown):
            return "", ("其下所需的数没有值", "What it follows from has no value")
        return "", ("没有可计的行", "There is no line to count")

    def _submitted(self, node: Node, row: Mapping[str, Any]) -> Described:
        form = self._forms.get(node.table)
        one = next((column for column in (form.columns if form else ()) if column.name == node.column), None)
        form_table = node.table.split("__", 1)[1]
        planned = self._submissions.get(row["submission_id"], {})
        # A quantity is in the unit that its line names, unless the form fixes one.
        of_line = row.get("quantity_unit") if isinstance(node.value, Decimal) else None
        findings = [
            finding
            for finding in self._findings.get((row["submission_id"], form_table, row["row_number"]), [])
            if finding["column_name"] in (None, node.column)
        ]
        return Described(
            kind="submitted",
            label=(node.column, node.column) if one is None else (one.label.zh, one.label.en),
            title=(form_table, form_table) if form is None else (form.title.zh, form.title.en),
            key={name: plain(row[name]) for name in (form.key if form else ()) if row[name] is not None},
            value=plain(node.value),
            unit=str((one and one.unit) or of_line or ""),
            place=Place(
                submission_id=row["submission_id"],
                delivery_id=row["delivery_id"],
                file_name=str(planned.get("file_name") or ""),
                sheet=str(row["sheet"] or ""),
                cell=str(row.get(f"{node.column}__cell") or ""),
                text=row.get(f"{node.column}__text"),
                notation=row.get(f"{node.column}__notation"),
                disposition=str(row["row_disposition"]),
                findings=tuple(self._with_titles(findings)),
            ),
        )  # fmt: skip

    def _with_titles(self, findings: Sequence[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
        for finding in findings:
            rule = self._rules.get(finding["rule_id"], {})
            yield {
                "finding_id": finding.get("finding_id"),
                "rule_id": finding["rule_id"],
                "severity": finding["severity"],
                "title_zh": rule.get("title_zh", ""),
                "title_en": rule.get("title_en", ""),
                "found": finding["found"],
                "expected": finding["expected"],
            }


def _gathered(table: str) -> TableText:
    """A table that stands in no file is described by its derivations."""
    zh, en = declarations()[table].title
    return TableText(en, zh, "", {})


def _labels(column: ColumnText) -> Pair:
    return column.zh, column.en
