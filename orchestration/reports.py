"""What the verbs print about receipts, status, factor sets, the gate and the demo."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lingtan.errors import LingtanError
from orchestration.console import Console

if TYPE_CHECKING:
    from lingtan.intake.receipt import Receipt
    from orchestration.operations.demo import DemoOutcome
    from orchestration.operations.reference import FactorSet
    from orchestration.operations.status import MissingPark, Status
    from quality.gate import Decision

#: More findings of one delivery are in its receipt.
_SHOWN_FINDINGS = 5
#: More deliveries are counted, not listed.
_SHOWN_RECEIPTS = 20


def _outcome(receipt: "Receipt") -> tuple[str, str]:
    if receipt.is_recognised and receipt.outcome == "refused":
        return "此前已拒收，未作改动", "refused before, nothing changed"
    if receipt.is_recognised:
        return "此前已收，未作改动", "received before, nothing changed"
    if receipt.outcome == "refused":
        return "拒收", "refused"
    statuses = {part.status for part in receipt.parts}
    if "held" in statuses:
        is_all = statuses <= {"held", "refused"}
        return ("暂存待查", "held") if is_all else ("已接收，部分暂存待查", "accepted, partly held")
    return "已接收", "accepted"


def _row_counts(receipt: "Receipt") -> tuple[str, str]:
    """Rows read, used and refused, and what else became of some, where there are any."""
    counts = receipt.counts
    others = [
        (number, zh, en)
        for number, zh, en in (
            (counts.held, "暂存待查", "held"),
            (counts.superseded, "被更正", "superseded"),
            (counts.withdrawn, "撤回", "withdrawn"),
        )
        if number
    ]
    zh = f"读取 {counts.read} 行，采用 {counts.used}，拒收 {counts.refused}"
    en = f"{counts.read} rows read, {counts.used} used, {counts.refused} refused"
    return (
        zh + "".join(f"，{text} {number}" for number, text, _ in others),
        en + "".join(f", {number} {text}" for number, _, text in others),
    )


def print_receipts(
    console: Console,
    receipts: Sequence["Receipt"],
    *,
    stored_in: Path | None = None,
    unreadable: Sequence[LingtanError] = (),
) -> None:
    """Each delivery in a line, its findings below.

    Args:
        console: Where to print.
        receipts: One a delivery.
        stored_in: The folder whose files have all findings; None: there is none, so all are printed.
        unreadable: What could not be read at all; it has no receipt.
    """
    in_full = stored_in is None
    shown = (
        receipts
        if in_full
        else sorted(receipts, key=lambda one: (one.outcome != "refused", -len(one.all_findings())))
    )
    for receipt in shown[:_SHOWN_RECEIPTS]:
        zh, en = _outcome(receipt)
        rows_zh, rows_en = _row_counts(receipt)
        console.say(
            f"{receipt.file_name}：{zh}；{len(receipt.parts)} 份报送，{rows_zh}",
            f"{receipt.file_name}: {en}; {len(receipt.parts)} submissions, {rows_en}",
        )
        findings = receipt.all_findings()
        for finding in findings if in_full else findings[:_SHOWN_FINDINGS]:
            place = f"{finding.sheet or ''}!{finding.cell} " if finding.cell else f"{finding.sheet or ''} "
            head = f"  [{finding.severity}] {finding.finding_id} {place.lstrip()}"
            what_zh, what_en = finding.action_zh, finding.action_en
            if finding.answer:
                what_zh, what_en = f"填报单位说明：{finding.answer}", f"Answer: {finding.answer}"
            console.say(
                f"{head}{finding.message_zh} {what_zh}",
                f"{head}{finding.message_en} {what_en}",
            )
        if not in_full and len(findings) > _SHOWN_FINDINGS:
            more = len(findings) - _SHOWN_FINDINGS
            console.say(f"  另有 {more} 条，见回执", f"  {more} more in the receipt")
    for error in unreadable:
        console.say(error.zh, error.en)
    refused = sum(one.outcome == "refused" for one in receipts)
    if not in_full:
        console.say(
            f"共 {len(receipts)} 份来件，其中拒收 {refused} 份；回执在 {stored_in}。",
            f"{len(receipts)} deliveries, {refused} refused; receipts are in {stored_in}.",
        )
    missed = [{"zh": error.zh, "en": error.en} for error in unreadable]
    console.result(
        {"deliveries": [asdict(receipt) for receipt in receipts]} | ({"unreadable": missed} if missed else {})
    )


def _print_missing(console: Console, missing: Sequence["MissingPark"]) -> None:
    """Who is missing, year by year, and what has come in so far."""
    for year in sorted({park.reference_year for park in missing}):
        parks = [park for park in missing if park.reference_year == year]
        silent = sum(not park.periods for park in parks)
        incomplete = len(parks) - silent
        console.say(
            f"{year} 年没有全年数据的园区 {len(parks)} 个："
            f"已报送、全年数据不齐 {incomplete} 个，未报送 {silent} 个。",
            f"{len(parks)} parks without a complete year {year}: "
            f"{incomplete} reported but no complete year, {silent} not reported.",
        )
        console.table(
            [
                ("省份", "Province"),
                ("园区", "Park"),
                ("名称", "Name"),
                ("已收报告期", "Periods received"),
                ("已有月份", "Months covered"),
            ],
            [
                [
                    park.province_code,
                    park.park_code,
                    console.choose(park.park_name_zh, park.park_name_en or park.park_name_zh),
                    " ".join(park.periods) or "—",
                    " ".join(map(str, park.months)) or "—",
                ]
                for park in parks
            ],
        )


def print_status(console: Console, status: "Status") -> None:
    """What is registered and how far the work has come."""
    refused = status.refused_deliveries
    if status.rows:
        console.table(
            [
                ("报表", "Form"),
                ("报告期", "Period"),
                ("状态", "Status"),
                ("份数", "Submissions"),
                ("行数", "Rows"),
            ],
            [
                [row.form, row.period_code, row.status, str(row.submissions), str(row.rows)]
                for row in status.rows
            ],
        )
        console.say(f"拒收的来件 {refused} 份。", f"Deliveries refused: {refused}.")
    else:
        console.say(
            f"尚无已接收的报送；拒收的来件 {refused} 份。",
            f"Nothing is accepted yet; deliveries refused: {refused}.",
        )
    _print_missing(console, status.missing_parks)
    console.say(
        f"收件箱 {status.inbox_files} 个文件；草稿 {len(status.drafts)}；发布 {len(status.releases)}，"
        f"最新 {status.latest or '无'}",
        f"Files in the inbox: {status.inbox_files}; drafts: {len(status.drafts)}; "
        f"releases: {len(status.releases)}, latest: {status.latest or 'none'}",
    )
    console.result(asdict(status))


def print_reference(console: Console, sets: Sequence["FactorSet"]) -> None:
    """The factor sets with their documents and what is not verified."""
    console.table(
        [
            ("因子集", "Set"),
            ("用途", "Purpose"),
            ("来源", "From"),
            ("行数", "Rows"),
            ("未核实", "Not verified"),
            ("无发布日期", "No publication date"),
            ("载明不确定性", "With uncertainty"),
            ("文件", "Documents"),
        ],
        [
            [
                one.factor_set_code,
                one.purpose_code,
                console.choose("本单位", "office") if one.is_office_set else console.choose("内置", "seed"),
                str(one.rows),
                str(one.not_verified),
                str(one.without_publication_date),
                str(one.with_uncertainty),
                " ".join(one.document_codes),
            ]
            for one in sets
        ],
    )
    console.result({"sets": [asdict(one) for one in sets]})


def print_decision(console: Console, decision: "Decision") -> None:
    """The gate's answer, with every reason against and what is flagged."""
    for reason in decision.reasons:
        console.say(f"✗ {reason.zh}", f"✗ {reason.en}")
    if decision.passed:
        console.say(
            "质量门通过：每条必需规则都有针对这些字节的证据。",
            "The gate is open: every required rule has evidence about these bytes.",
        )
    for flag in decision.flagged:
        console.say(f"⚑ {flag.zh}", f"⚑ {flag.en}")
    console.result(
        {
            "passed": decision.passed,
            "reasons": [asdict(reason) for reason in decision.reasons],
            "flagged": [asdict(flag) for flag in decision.flagged],
        }
    )


def print_demo(console: Console, outcome: "DemoOutcome") -> None:
    """How the release compares with the truth; at the end where it and its pages lie."""
    console.table(
        [("比较内容", "Compared"), ("格数", "Cells"), ("差异", "Differences")],
        [
            [console.choose(row.zh, row.en), str(row.cells), str(row.differences)]
            for row in outcome.comparison
        ],
    )
    for line_zh, line_en in outcome.national_totals:
        console.say(line_zh, line_en)
    for difference in outcome.examples:
        console.say(f"  ≠ {difference}", f"  ≠ {difference}")
    if outcome.is_equal:
        console.say(
            "与真值逐格相等，精确到最后一位小数。",
            "Every figure equals the known truth, to the last decimal.",
        )
    else:
        console.say("与真值不一致。", "The release differs from the known truth.")
    if outcome.is_new:
        console.say(
            f"发布 {outcome.plan_id}：{outcome.release}", f"Release {outcome.plan_id}: {outcome.release}"
        )
    else:
        console.say(
            f"方案 {outcome.plan_id} 此前已发布，未作改动：{outcome.release}",
            f"Plan {outcome.plan_id} is already released, nothing was changed: {outcome.release}",
        )
    console.say("全国摘要（公开）：", "National summary (public):")
    for page in (outcome.summary, outcome.summary_en):
        console.say(f"  {page}", f"  {page}")
    console.say("公报（内部资料）：", "Bulletin (internal):")
    for page in (outcome.bulletin, outcome.bulletin_en):
        console.say(f"  {page}", f"  {page}")
    console.say(f"用时 {outcome.seconds:.1f} 秒", f"{outcome.seconds:.1f} seconds")
    console.result(asdict(outcome))
