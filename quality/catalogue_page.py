"""The catalogue as a page for readers, written by `make generate` (L10)."""

from typing import Final

from quality.catalogue import AREAS, rules_of_area
from quality.rule import Rule, Scope, Severity

#: Where the page stands in the checkout.
RULES_PAGE: Final = "docs/reference/rules.md"

_HEAD: Final = """\
# 审核规则 · Rules of the intake

由规则目录生成，请勿手工修改。Made from the rule catalogue; not to be edited by hand.

每条发现都写明规则编号、工作表和单元格。Every finding names its rule, its sheet and its cell.

| 级别 Severity | 后果 | What follows |
| --- | --- | --- |
| 致命 fatal | 整份报表（或文件）不予接收 | The submission (or the delivery) is refused |
| 错误 error | 该行不予采用，其项为未估算（NE） | The row is refused, its term is NE, the total is partial |
| 疑问 query | 照用并标注 | Used and flagged |
| 提示 info | 照用 | Used |

投递和结构规则先行；其中有致命发现时，只报告致命发现。
Delivery and structure are judged first; where one of them is fatal, only what is fatal is reported.
"""

_AREAS: Final = {
    "delivery": "投递 · Delivery",
    "structure": "结构与单元格 · Structure and cells",
    "park_return": "园区报表 · Park return",
    "province_inventory": "省级能源清单 · Provincial energy inventory",
    "park_register": "园区名录 · Park register",
}

_SEVERITIES: Final[dict[Severity, str]] = {
    "fatal": "致命 fatal",
    "error": "错误 error",
    "query": "疑问 query",
    "info": "提示 info",
}

_SCOPES: Final[dict[Scope, str]] = {
    "delivery": "投递 delivery",
    "structure": "结构 structure",
    "form": "内容 form",
}


def rules_page() -> str:
    """The page: an overview and one table a rule, by area and id; ends with a line end."""
    sections = [_HEAD, _overview()]
    for area in AREAS:
        sections.append(f"## {_AREAS[area]}\n")
        sections += [_rule_section(rule) for rule in rules_of_area(area)]
    return "\n".join(sections)


def _overview() -> str:
    lines = [
        "## 一览 · Overview\n",
        "| 规则 Rule | 级别 Severity | 名称 | Title |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| [{rule.id}](#{rule.id.lower()}) | {_SEVERITIES[rule.severity]} | {_cell(rule.title_zh)} "
        f"| {_cell(rule.title_en)} |"
        for area in AREAS
        for rule in rules_of_area(area)
    ]
    return "\n".join(lines) + "\n"


def _rule_section(rule: Rule) -> str:
    rows = [
        ("名称 · Title", f"{rule.title_zh} · {rule.title_en}"),
        ("级别 · Severity", _SEVERITIES[rule.severity]),
        ("范围 · Scope", _SCOPES[rule.scope]),
        ("报表 · Form", ", ".join(rule.forms) or "全部 all"),
        ("表 · Tables", ", ".join(rule.tables) or "全部 all"),
        ("理由 · Reason", f"{rule.reason_zh} · {rule.reason_en}"),
        ("算式 · Formula", rule.formula),
        ("消息", rule.message_zh),
        ("Message", rule.message_en),
        ("如何处理", rule.action_zh),
        ("What to do", rule.action_en),
        ("版本 · Version", f"{rule.version}（自 {rule.since} · since {rule.since}）"),
    ]
    lines = [f"### {rule.id}\n", "| | |", "| --- | --- |"]
    lines += [f"| {name} | {_cell(text)} |" for name, text in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    # A bar would end the cell; in a formula it means an absolute value.
    return text.replace("|", "\\|")
