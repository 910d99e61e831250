"""What monitoring leaves to the worker: a look at every running plan, each night."""

import structlog
from django.utils import timezone
from huey import crontab

from bina.core.queue import huey
from bina.monitoring import door
from bina.people.models import Instansi

log = structlog.get_logger("bina.monitoring")


@huey.periodic_task(crontab(hour="18", minute="10"), name="bina.monitoring.look")  # 01.10 WIB
def look() -> None:
    """Every agency, by its own law. Running twice finds the same."""
    on = timezone.localdate()
    for instansi in Instansi.objects.order_by("pk"):
        seen = door.look_at_agency(instansi, on=on)
        log.info("signals_looked", instansi=instansi.kode, rencana=seen)
