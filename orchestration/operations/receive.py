"""Takes in deliveries, judged by the catalogue of rules."""

from collections.abc import Callable, Sequence
from pathlib import Path

from lingtan.intake.deliveries import OnUnreadable
from lingtan.intake.receipt import Receipt
from lingtan.intake.receive import Progress, receive
from lingtan.places import Places
from quality.catalogue import intake_rules


def receive_deliveries(
    places: Places,
    paths: Sequence[Path],
    *,
    again: bool = False,
    sender: str | None = None,
    on_step: Callable[[str], None] | None = None,
    on_unreadable: OnUnreadable | None = None,
) -> list[Receipt]:
    """Archive, read, judge and register deliveries, and write their receipts.

    Args:
        places: Where data lies.
        paths: Files or folders; none: what waits in the inbox.
        again: Read deliveries again that were refused.
        sender: Who sends them; by default the inbox sub-folder's name.
        on_step: Called with the name of each file read.
        on_unreadable: Called with each file or folder that cannot be read; by default the first one stops.

    Returns:
        One receipt a delivery; a refusal is an outcome, not an error.

    Raises:
        LingtanError: A path is missing, a layout is wrong, or another run is taking in.
    """
    progress: Progress | None = None if on_step is None else lambda _done, _total, name: on_step(name)
    rules = intake_rules()
    if on_unreadable is None:
        return receive(places, paths, rules, again=again, sender=sender, progress=progress)
    return receive(
        places, paths, rules, again=again, sender=sender, progress=progress, on_unreadable=on_unreadable
    )
