"""G-DISCLOSURE: nobody can work out a respondent from what is published, now or with all that was before."""

from quality.evidence import WHOLE_RELEASE
from quality.gate_rule import GateRule

RULE = GateRule(
    id="G-DISCLOSURE",
    version="1",
    checks={WHOLE_RELEASE: None},
    title_zh="公开文件不能推断出任何报送单位",
    title_en="Nobody can be inferred from the public files",
    reason_zh="对每个敏感单元格，用本次和以往全部公开数字计算外人可得的区间，区间须包含其保护区间（L9）。",
    reason_en="For every sensitive cell the interval that outsiders can compute from everything published, "
    "now and before, has to contain its protection interval (L9).",
    action_zh="请检查公开表及其隐藏的单元格（cmp_public_cells），改正后重新运行 plan 和 build。",
    action_en="Look at the public tables and what they withhold (cmp_public_cells), correct it, and run "
    "plan and build again.",
)
