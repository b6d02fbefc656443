"""An explanation as a document for programs."""

import json
from typing import Any

from lingtan.release.explain.described import Described, plain
from lingtan.release.explain.explain import Explanation
from lingtan.release.explain.tree import Node, Part


def as_json(explanation: Explanation) -> str:
    """The tree as JSON: numbers are texts, exact; a node written out before is named by its id alone."""
    written: set[int] = set()
    numbers: dict[int, str] = {}
    document = {
        "plan_id": explanation.plan_id,
        "mark": explanation.marks.line,
        "is_sound": explanation.is_sound,
        "ends": None if explanation.ends is None else dict(zip(("zh", "en"), explanation.ends, strict=True)),
        "figure": _node(explanation, explanation.root, written, numbers),
        "submissions": [
            {**one.content, "others": list(one.others), "answers": list(one.answers)}
            for one in explanation.decisions.submissions
        ],
        "findings": [
            {
                name: plain(value) if not isinstance(value, str | None) else value
                for name, value in one.items()
            }
            for one in explanation.decisions.findings
        ],
        "checks_not_passed": list(explanation.decisions.checks),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n"


def _node(explanation: Explanation, node: Node, written: set[int], numbers: dict[int, str]) -> dict[str, Any]:
    one = explanation.of(node)
    name = numbers.setdefault(id(node), f"n{len(numbers) + 1}")
    content: dict[str, Any] = {"id": name, "kind": one.kind, "table": node.table, "column": node.column}
    content |= _described(node, one)
    if id(node) in written:
        return content | {"is_above": True} if node.parts else content
    written.add(id(node))
    if node.derivation is not None and node.derivation.formula is not None:
        content["follows"] = {
            "formula": node.derivation.formula.text,
            "zh": node.derivation.zh,
            "en": node.derivation.en,
            "recomputed": None if node.recomputed is None else plain(node.recomputed),
            "is_equal": node.is_sound,
        }
    elif node.derivation is not None and node.derivation.zh:
        content["rests_on"] = {"zh": node.derivation.zh, "en": node.derivation.en}
    if node.parts:
        content["parts"] = [_part(explanation, part, written, numbers) for part in node.parts if part.nodes]
    if node.is_cut:
        content["is_cut"] = True
    return content


def _part(explanation: Explanation, part: Part, written: set[int], numbers: dict[int, str]) -> dict[str, Any]:
    return {
        "name": part.name,
        "is_operand": not part.is_shown,
        "nodes": [_node(explanation, node, written, numbers) for node in part.nodes],
        "hidden": [None if value is None else plain(value) for value in part.hidden],
    }


def _described(node: Node, one: Described) -> dict[str, Any]:
    content: dict[str, Any] = {
        "label_zh": one.label[0],
        "label_en": one.label[1],
        "key": dict(one.key),
        "value": None if node.value is None else plain(node.value),
        "unit": one.unit,
    }
    if one.reason is not None:
        code, names = one.reason
        content["null_because"] = {"code": code, "zh": names[0], "en": names[1]}
    if one.facts:
        content["facts"] = {label[1]: value for label, value, _ in one.facts}
    if one.documents:
        content["documents"] = [{"zh": zh, "en": en} for zh, en in one.documents]
    if one.place is not None:
        place = one.place
        content["submitted"] = {
            "file_name": place.file_name,
            "sha256": place.delivery_id,
            "submission_id": place.submission_id,
            "sheet": place.sheet,
            "cell": place.cell,
            "text": place.text,
            "notation": place.notation,
            "disposition": place.disposition,
            "findings": [dict(finding) for finding in place.findings],
        }
    return content
