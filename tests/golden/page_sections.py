"""What a golden scenario shows beside the lines of its methods, each as a part of its page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any


def value_chain(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    """Scope 3 with its coverage, and what may be counted twice."""
    working = _working_below(text, "  scope3:")
    yield (
        f"- 范围三 scope 3: 位置 location {expected['location']}{working['location']}，"
        f"市场 market {expected['market']}{working['market']} tCO2e；"
        f"未估算 not estimated {expected['not_estimated']}"
    )
    yield (
        f"- 筛查覆盖率 screened coverage {expected['coverage']}{working['coverage']}；"
        f"已筛查类别 categories screened {expected['screened_categories']}"
    )
    overlaps = ", ".join(expected["overlaps"]) or "—"
    yield f"- 可能重复 may overlap: {overlaps}"
    yield ""


def indicators(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    """The verdict on each indicator over its variants."""
    comments = re.findall(r"^  # (.*)$", text.split("  indicators:")[0], flags=re.MULTILINE)
    yield " ".join(comments[1:])
    yield ""
    yield "| 指标 Indicator | 判定 status | 原因 reason | 最小 least | 最大 most | 口径 variants | 达到 met |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for indicator, one in expected.items():
        shown = (one["status"], one["reason"] or "", one["least"], one["most"], one["variants"], one["met"])
        yield f"| {indicator} | {' | '.join(str(value) for value in shown)} |"
    yield ""


def stages(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    """The stages of net zero with and without offsets."""
    shown = ("net", "net_without_offsets", "net_beside", "offset_share")
    yield f"| 阶段 Stage | 是否达到 status | {' | '.join(shown)} |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for stage, values in expected.items():
        working = _working_below(text, f"    {stage}:")
        cells = " | ".join(f"{values[name]}{working[name]}" for name in shown)
        yield f"| {stage} | {', '.join(values['status'])} | {cells} |"
    yield ""


def _working_below(text: str, head: str) -> defaultdict[str, str]:
    """The arithmetic written beside the values below a head of the expected results."""
    depth = len(head) - len(head.lstrip()) + 2
    below = text.split("\nexpected:\n")[1].split(f"{head}\n", 1)[1]
    block = re.split(rf"^ {{0,{depth - 1}}}\S", below, maxsplit=1, flags=re.MULTILINE)[0]
    found = re.findall(r'^ +(\w+): "[^"]*" +# (.*)$', block, flags=re.MULTILINE)
    return defaultdict(str, {name: f" = {arithmetic.strip()}" for name, arithmetic in found})


def claims(expected: Mapping[str, Any]) -> Iterator[str]:
    """What becomes of every instrument, where the scenario is about that."""
    if "claims" not in expected:
        return
    yield "核销 Claims（MWh）"
    yield ""
    yield "| | 核销量 claimed | 计入 counted | 暂不计 blocked | 结果 outcome | 与之重叠 against |"
    yield f"|{' --- |' * 6}"
    for line, one in expected["claims"].items():
        yield f"| `{line}` | {' | '.join(one.values())} |"
    yield ""


def accounts(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    """The carbon accounts of the enterprises, and how they meet their park."""
    if "accounts" not in expected:
        return
    yield "碳账户 Carbon accounts（tCO2e）"
    yield ""
    yield "| 单位 Unit | 科目 Entry | 数值 Amount |"
    yield "| --- | --- | --- |"
    for unit, entries in expected["accounts"].items():
        working = _working_below(text, f"    {unit}:")
        for entry, value in entries.items():
            yield f"| `{unit}` | `{entry}` | {value or '—'}{working[entry]} |"
    yield ""
    working = _working_below(text, "  account_bridge:")
    for part, value in expected["account_bridge"].items():
        yield f"- 衔接 bridge, `{part}`: {value}{working[part]}"
    yield ""


def energy(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    """Energy use, carbon per energy, and the position among peers."""
    arithmetic = [line.removeprefix("  #").strip() for line in text.splitlines() if line.startswith("  # ")]
    yield f"- 能耗 energy {arithmetic[0]} = {expected['energy_tce']} tce"
    if "forms" in expected:
        forms, working = expected["forms"], _working_below(text, "  forms:")
        yield f"- 报表口径能耗 energy by the statistical forms{working['total']} = {forms['total']} tce"
        is_found = "，提示 a finding `energy_forms_differ`" if forms["is_finding"] else ""
        yield f"- 与报表口径之差 difference{working['difference']} = {forms['difference']} tce{is_found}"
    yield f"- 单位能耗碳排放 carbon per energy: {expected['carbon_per_energy']} tCO2/tce"
    if "peer" in expected:
        peer = expected["peer"]
        yield (
            f"- 同类 peers: {peer['count']}；中位数 median {peer['median']}，MAD {peer['mad']}，"
            f"偏离 deviation {peer['deviation']}，名次 rank {peer['rank']}。{arithmetic[1]}"
        )
    yield ""


def uncertainty(text: str, expected: Mapping[str, Any]) -> Iterator[str]:
    """The square of the half-width with its arithmetic, or the part whose uncertainty is known."""
    if "uncertainty" not in expected:
        return
    working = dict(re.findall(r"^    ([\w-]+ \w+): \[.*\] +# (.*)$", text, flags=re.MULTILINE))
    for key, (square, percent, share) in expected["uncertainty"].items():
        if square is None:
            known = f"已知部分 known share {working[key]} = {share}"
            yield f"- 不确定性 uncertainty, {key}: 未量化 not quantified; {known}"
        else:
            yield f"- 不确定性 uncertainty, {key}: {working[key]} = {square}; {percent} %"
    yield ""


def flows(expected: Mapping[str, Any]) -> Iterator[str]:
    """What the park sends another one by both reports, and what that leaves to eliminate in the province."""
    if "flows" not in expected:
        return
    yield "能流矩阵 Flow matrix"
    yield ""
    yield "| 品种 commodity | 外送方 by the sender | 接收方 by the receiver | 差 difference |"
    yield "| --- | --- | --- | --- |"
    yield from (f"| `{commodity}` | {' | '.join(row)} |" for commodity, row in expected["flows"].items())
    yield ""
    for basis, title in (("location", "基于位置 location"), ("market", "基于市场 market")):
        value = expected["eliminated_asymmetric"][basis]
        yield f"- 省级抵消净额 eliminated in the province, {title}: {value} tCO2"
    yield ""


def nested(expected: Mapping[str, Any]) -> Iterator[str]:
    """What of a nested park leaves the totals of areas, and what counts there by itself."""
    if "nested" not in expected:
        return
    nested = expected["nested"]
    yield "省、全国合计中抵消的园中园重复部分 Stated by the park around too, and eliminated above the parks"
    yield ""
    yield f"- CN-NZCP-2025: {nested['nzcp']} tCO2"
    yield f"- GHGI 生产侧 production: {nested['production']} tCO2e"
    for basis, title in (("location", "基于位置 location"), ("market", "基于市场 market")):
        yield f"- GHGI 消费侧 consumption, {title}: {nested[basis]} tCO2e"
    for subject, value in expected["not_in_parent"].items():
        yield f"- 上级园区未列 not listed around: {subject} {value} tCO2e"
    for subject, (own, around, difference) in expected["differs"].items():
        yield f"- 两方报数 here and around: {subject} {own}，{around} tCO2e；差 difference {difference}"
    yield ""
