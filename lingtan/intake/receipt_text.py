"""The receipt to read: Chinese and English side by side."""

from collections.abc import Iterator
from typing import Final

from lingtan.intake.receipt import Counts, Finding, Part, Receipt

_OUTCOMES: Final = {"accepted": "已接收 accepted", "refused": "未接收 refused"}
_STATUS: Final = {
    "current": "现行版本 current",
    "superseded": "已被更正 superseded",
    "held": "暂存待查 held",
    "refused": "未接收 refused",
    "withdrawn": "已撤回 withdrawn",
}
_SEVERITIES: Final = {
    "fatal": "整表退回 fatal",
    "error": "该行退回 error",
    "query": "请核实 query",
    "info": "提示 info",
}
_COUNTS: Final = {
    "read": "读入 read",
    "used": "采用 used",
    "refused": "退回 refused",
    "held": "暂存 held",
    "superseded": "被更正 superseded",
    "withdrawn": "撤回 withdrawn",
    "context": "表头与说明等 context",
}


def receipt_text(receipt: Receipt) -> str:
    """The whole receipt as text."""
    return "\n".join(_lines(receipt)) + "\n"


def _lines(receipt: Receipt) -> Iterator[str]:
    yield "回执 Receipt"
    yield "=" * 40
    yield f"文件 File: {receipt.file_name}"
    yield f"SHA-256: {receipt.delivery_id}"
    yield f"大小 Size: {receipt.byte_size} bytes"
    if receipt.sender:
        yield f"报送单位 Sender: {receipt.sender}"
    if receipt.received_at:
        yield f"收到时间 Received: {receipt.received_at}"
    if receipt.form:
        layout = f", 版式 layout {receipt.layout_code}" if receipt.layout_code else ""
        yield f"报表 Form: {receipt.form} {receipt.form_version}{layout}"
    yield f"结果 Outcome: {_OUTCOMES.get(receipt.outcome, receipt.outcome)}"
    if receipt.cause_rule_id:
        yield f"原因 Cause: {receipt.cause_rule_id}"
    yield f"行数 Rows: {_counts(receipt.counts)}"
    yield from _findings(receipt.findings)
    for number, part in enumerate(receipt.parts, start=1):
        yield ""
        yield from _part(part, number, len(receipt.parts))
    yield ""
    yield "经过 History"
    for event in receipt.events:
        detail = f" {event['detail']}" if event["detail"] else ""
        submission = f" {event['submission_id']}" if event["submission_id"] else ""
        yield f"  {event['at']} {event['event_code']}{submission}{detail}"


def _part(part: Part, number: int, total: int) -> Iterator[str]:
    yield f"[{number}/{total}] {part.reporting_unit_code} · {part.period_code} · {part.submission_id}"
    version = f", 第 {part.version} 版 version {part.version}" if part.version else ""
    yield f"  状态 Status: {_STATUS.get(part.status, part.status)}{version}"
    yield f"  行数 Rows: {_counts(part.counts)}"
    yield from _findings(part.findings)


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        place = " ".join(text for text in (finding.sheet, finding.cell) if text)
        severity = _SEVERITIES.get(finding.severity, finding.severity)
        yield f"  - [{severity}] {finding.rule_id} {place}".rstrip()
        yield f"      {finding.message_zh}"
        yield f"      {finding.message_en}"
        if finding.action_zh or finding.action_en:
            yield f"      → {finding.action_zh}"
            yield f"      → {finding.action_en}"


def _counts(counts: Counts) -> str:
    values = {name: getattr(counts, name) for name in _COUNTS}
    return ", ".join(
        f"{_COUNTS[name]} {value}"
        for name, value in values.items()
        if value or name in ("read", "used", "refused")
    )
