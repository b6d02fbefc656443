"""An explanation as indented text, in one language."""

from collections.abc import Iterator
from typing import Final, Literal

from lingtan.release.explain.described import Described, Pair, plain
from lingtan.release.explain.explain import Explanation, told_key
from lingtan.release.explain.tree import Node, Part

Language = Literal["zh", "en"]
_INDENT: Final = "  "


class _Text:
    """Writes one explanation; a node that stands twice is written out where it stands first."""

    def __init__(self, explanation: Explanation, language: Language) -> None:
        self._explanation = explanation
        self._is_zh = language == "zh"
        self._written: set[int] = set()

    def choose(self, zh: str, en: str) -> str:
        return zh if self._is_zh else en

    def pair(self, names: Pair) -> str:
        return names[0] if self._is_zh else names[1]

    def lines(self) -> Iterator[str]:
        if self._explanation.marks.line:
            yield self._explanation.marks.line
        yield f"{self._explanation.plan_id}"
        yield from self._node(self._explanation.root, 0, None, "")
        yield from self._decisions()
        if self._explanation.ends is not None:
            yield self.pair(self._explanation.ends)
        elif self._explanation.is_sound:
            yield self.choose(
                "以上各数均由其下各数重算，全部一致。",
                "Every figure above was recomputed from those below it; all agree.",
            )
        else:
            yield self.choose(
                "有的数与重算结果不一致，见“重算不一致”。",
                "Some figures differ from their recomputation; see “differs”.",
            )

    def _node(self, node: Node, depth: int, above: Node | None, name: str) -> Iterator[str]:
        one = self._explanation.of(node)
        indent = _INDENT * depth
        yield f"{indent}▸ {name}{self._head(node, one)}"
        inner = indent + _INDENT
        key = " ".join(
            f"{column}={value}{f'（{self.pair(names)}）' if self.pair(names) else ''}"
            for column, (value, names) in told_key(self._explanation, node, above).items()
        )
        if key:
            yield f"{inner}{key}"
        is_same_row = above is not None and (above.table, above.row) == (node.table, node.row)
        for line in self._details(one, is_same_row=is_same_row):
            yield f"{inner}{line}"
        if node.parts and id(node) in self._written:
            yield f"{inner}{self.choose('（其下已列于前）', '(written out above)')}"
            return
        self._written.add(id(node))
        if node.derivation is not None and node.derivation.formula is not None:
            words = self.choose(node.derivation.zh, node.derivation.en)
            yield f"{inner}= {words}   [{node.derivation.formula.text}]"
        elif node.derivation is not None and node.derivation.zh:
            yield f"{inner}{self.choose(node.derivation.zh, node.derivation.en)}"
        for part in node.parts:
            for child in part.nodes:
                yield from self._node(child, depth + 1, node, "" if part.is_shown else f"{part.name}: ")
            if part.hidden:
                yield f"{inner}… {self._hidden(part)}"
        if node.is_cut:
            further = self.choose("再往下请单独解释此数", "explain this figure by itself to go further down")
            yield f"{inner}… {further}"

    def _head(self, node: Node, one: Described) -> str:
        value = one.value or self.choose("空", "null")
        unit = f" {one.unit}" if one.unit and one.value else ""
        name = f"{node.table}.{node.column}" if one.kind != "row" else node.table
        head = f"{self.pair(one.label)} ({name})"
        if one.kind == "row":
            return head
        head = f"{head} = {value}{unit}"
        if not node.is_sound:
            head += self.choose(
                f"   重算不一致：{plain(node.recomputed) or '空'}",
                f"   differs: {plain(node.recomputed) or 'null'}",
            )
        return head

    def _details(self, one: Described, *, is_same_row: bool) -> Iterator[str]:
        if one.reason is not None:
            code, names = one.reason
            why = self.choose("为空原因：", "null because: ")
            yield f"{why}{self.pair(names) or code}{f' [{code}]' if code and self.pair(names) else ''}"
        for label, value, names in () if is_same_row else one.facts:
            named = f" {self.pair(names)}" if self.pair(names) else ""
            yield f"{self.pair(label)}: {value}{named}"
        for document in one.documents:
            yield f"{self.choose('文件', 'document')}: {self.pair(document)}"
        if one.place is not None:
            place = one.place
            text = self.choose("空白", "blank") if place.text is None else f"“{place.text}”"
            yield (
                f"{self.choose('报送', 'submitted')} {text} · {place.file_name} · {place.sheet}!{place.cell}"
                f" · SHA-256 {place.delivery_id} · {place.submission_id}"
            )
            for finding in place.findings:
                title = self.choose(finding["title_zh"], finding["title_en"])
                number = f"{finding['finding_id'] or finding['rule_id']} [{finding['severity']}]"
                yield f"{self.choose('提示', 'finding')} {number} {title}"

    def _hidden(self, part: Part) -> str:
        known = [value for value in part.hidden if value is not None and not isinstance(value, str)]
        total = plain(sum(known)) if known else self.choose("空", "null")
        count, unknown = len(part.hidden), len(part.hidden) - len(known)
        nulls_zh, nulls_en = (
            (f"，其中 {unknown} 项为空", f", {unknown} of them null") if unknown else ("", "")
        )
        return self.choose(
            f"另有 {count} 项，合计 {total}{nulls_zh}（已参与重算；--limit 0 全部列出）",
            f"{count} more, together {total}{nulls_en} (part of the recomputation; --limit 0 lists all)",
        )

    def _decisions(self) -> Iterator[str]:
        decisions = self._explanation.decisions
        if decisions.submissions:
            yield self.choose("报送与处理：", "Submissions and decisions:")
        for one in decisions.submissions:
            content = one.content
            told: list[str] = [
                content["submission_id"],
                content["form"],
                f"{content['reporting_unit_code']} {content['period_code']}",
                f"{self._version(content['version'])} ({content['submission_kind_code']})",
                content["sender"],
                content["file_name"],
                f"SHA-256 {content['delivery_id']}",
            ]
            yield f"  {' · '.join(told)}"
            for other in one.others:
                version = self._version(other["version"])
                told = [other["submission_id"], other["status"], version, other["file_name"]]
                yield f"    {self.choose('另有', 'also')} {' · '.join(told)}"
            for answer in one.answers:
                yield f"    {self.choose('说明', 'answer')} {answer['finding_id']}: {answer['answer']}"
        if decisions.findings:
            yield self.choose("该园区的数据提示：", "Findings about the park:")
        for finding in decisions.findings:
            message = self.choose(finding["message_zh"], finding["message_en"])
            yield (
                f"  {finding['finding_code']} {finding['subject_code']} {message}:"
                f" {plain(finding['value_a'])} / {plain(finding['value_b'])} {finding['unit_code']}"
            )
        gate = self.choose("质量门", "gate")
        for check in decisions.checks:
            keys = check["failing_keys"] or ""
            yield f"  {gate} {check['rule_id']} {check['scope']}: {check['result']} {keys}"

    def _version(self, number: int) -> str:
        return self.choose(f"第 {number} 版", f"version {number}")


def as_text(explanation: Explanation, language: Language) -> str:
    """The explanation as text, ending with a line end."""
    return "\n".join(_Text(explanation, language).lines()) + "\n"
