"""The nightly load: off until a person turns it on in the user interface."""

import dagster as dg

from orchestration.defs.jobs import inbox_to_draft

#: After the provinces' working day and before that of the national office.
nightly = dg.ScheduleDefinition(
    name="nightly",
    job=inbox_to_draft,
    cron_schedule="30 1 * * *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="每天 1:30（北京时间）接收、制定方案、构建、检验、起草；发布仍由人启动。"
    " Every night at 1:30 Beijing time: receive, plan, build, judge, draft; a person still publishes.",
)
