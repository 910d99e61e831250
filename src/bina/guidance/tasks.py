"""What guidance leaves to the worker: offers nobody answered, mentors and coaches who are gone,
reminders."""

import structlog
from django.utils import timezone
from huey import crontab

from bina.core.queue import huey
from bina.guidance.coaching.services.kepergian import go_on_all
from bina.guidance.mentoring.services import kepergian, pencarian
from bina.guidance.pengingat import services as pengingat
from bina.people.models import Instansi

log = structlog.get_logger("bina.guidance")


@huey.periodic_task(crontab(hour="17", minute="20"), name="bina.guidance.mentoring")  # 00.20 WIB
def go_on() -> None:
    """Each case by itself. Running twice finds nothing the second time."""
    pada = timezone.now()
    on = timezone.localdate(pada)
    left = kepergian.release_all(pada=pada, on=on)
    passed = pencarian.lapse_all(pada=pada, on=on)
    moved = go_on_all(pada=pada, on=on)
    log.info("guidance_went_on", lepas=left, lewat=passed, coaching=moved)


@huey.periodic_task(crontab(hour="0", minute="30"), name="bina.guidance.pengingat")  # 07.30 WIB
def remind() -> None:
    """Every agency by its own law, in the morning: no letter goes out at night."""
    pada = timezone.now()
    on = timezone.localdate(pada)
    for pk in Instansi.objects.order_by("pk").values_list("pk", flat=True):
        found = pengingat.look_at_agency(instansi_id=pk, pada=pada, on=on)
        log.info(
            "guidance_reminded", instansi=pk, diingatkan=found.diingatkan, naik=found.dinaikkan
        )
