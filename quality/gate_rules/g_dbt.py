"""G-DBT: every dbt test of the build passed."""

from quality.evidence import WHOLE_RELEASE
from quality.gate_rule import GateRule

RULE = GateRule(
    id="G-DBT",
    version="1",
    checks={WHOLE_RELEASE: None},
    title_zh="构建中的 dbt 测试全部通过",
    title_en="Every dbt test of the build passed",
    reason_zh="主键、关联和恒等式在仓库内逐条检验。",
    reason_en="Keys, relations and identities are tested inside the warehouse.",
    action_zh="请查看构建日志中失败的测试。",
    action_en="See the failed test in the log of the build.",
)
