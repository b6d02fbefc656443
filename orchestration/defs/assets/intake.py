"""From the inbox to the lake."""

import dagster as dg

from orchestration.defs.resources import PlacesResource
from orchestration.operations.receive import receive_deliveries

INBOX = dg.AssetSpec(
    "inbox",
    group_name="intake",
    description="收件箱：各省与园区送来的文件。 Deliveries as they were sent, waiting in raw/inbox.",
)


@dg.asset(
    deps=[INBOX],
    group_name="intake",
    description="数据湖：每行数据的填报原文、类型化数值与单元格地址，连同登记簿、归档与回执。"
    " Every row of a known form with submitted text, typed value and cell; register, archive, receipts.",
)
def lake(context: dg.AssetExecutionContext, places: PlacesResource) -> dg.MaterializeResult[None]:
    """Take in what waits in the inbox; a refused delivery is an outcome, not a failure of the run."""
    receipts = receive_deliveries(
        places.places(),
        [],
        on_step=context.log.info,
        on_unreadable=lambda error: context.log.warning(str(error)),
    )
    return dg.MaterializeResult(
        metadata={
            "deliveries": len(receipts),
            "refused": sum(receipt.outcome == "refused" for receipt in receipts),
        }
    )
