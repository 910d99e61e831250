"""The background work of planning; loading it registers its handler."""

from typing import Any

from bina.core.jobs import Progress, handler
from bina.planning.pakai_ulang.services import bagikan


@handler("planning.bagikan")
def share(progress: Progress, pembagian: Any) -> None:
    """Set a template to many people; safe to run twice."""
    progress.of(2)
    progress.at(1)
    bagikan.carry_out(pembagian_id=pembagian)
    progress.at(2)
