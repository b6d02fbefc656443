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


#: Why a part is held and what to do, by its kind: see `lingtan.intake.outcome.decide`.
_HELD: Final = {
    "original": (
        (
            "暂存原因：该单位该报告期的报表已有现行版本，本份不计入统计。"
            "如本份用于替换，请由原报送单位将报送类型填写 correction（更正）后重新报送。"
        ),
        (
            "Why held: A current version of this return is already here, so this one is not counted. "
            "If this replaces it, send it with submission kind `correction` as the sender of the current one."
        ),
    ),
    "correction": (
        "暂存原因：现行版本由其他报送单位报送，本份更正不计入统计。请由原报送单位报送更正，或与统计机构联系。",
        (
            "Why held: The current version is from another sender, so this correction is not counted. "
            "Let that sender send it, or ask the statistics office."
        ),
    ),
    "withdrawal": (
        (
            "暂存原因：没有可撤回的现行版本，或现行版本由其他报送单位报送。"
            "请核对单位与报告期，或由原报送单位撤回。"
        ),
        (
            "Why held: There is no current version to withdraw, or it is from another sender. "
            "Check unit and period, or let that sender withdraw it."
        ),
    ),
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
    if receipt.file_format:
        encoding = f"，编码 encoding {receipt.text_encoding}" if receipt.text_encoding else ""
        yield f"格式 Format: {receipt.file_format}{encoding}"
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
    if part.status == "held":
        yield from (f"  {line}" for line in _HELD.get(part.submission_kind_code, ()))
    yield f"  行数 Rows: {_counts(part.counts)}"
    yield from _findings(part.findings)
    if part.unmatched_explanations:
        yield "  未对应问题的说明 Explanations that match no finding of this return:"
        for one in part.unmatched_explanations:
            yield f"  - {one.finding_id} {one.answer}"


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        place = " ".join(text for text in (finding.sheet, finding.cell) if text)
        severity = _SEVERITIES.get(finding.severity, finding.severity)
        yield " ".join(
            text for text in (f"  - [{severity}]", finding.finding_id, finding.rule_id, place) if text
        )
        yield f"      {finding.message_zh}"
        yield f"      {finding.message_en}"
        if finding.action_zh or finding.action_en:
            yield f"      → {finding.action_zh}"
            yield f"      → {finding.action_en}"
        if finding.answer:
            yield f"      填报单位说明 Answer: {finding.answer}"


def _counts(counts: Counts) -> str:
    values = {name: getattr(counts, name) for name in _COUNTS}
    return ", ".join(
        f"{_COUNTS[name]} {value}"
        for name, value in values.items()
        if value or name in ("read", "used", "refused")
    )
