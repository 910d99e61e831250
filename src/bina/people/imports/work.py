"""The background work of imports: safe to run twice, with a sign of life a chunk."""

from typing import Any

from django.utils import timezone

from bina.core.jobs import JobFailed, Progress, handler
from bina.core.workflow import WrongState
from bina.people.imports import services
from bina.people.imports.reading import Unreadable
from bina.people.models import Impor

STEPS = 1000
FASTER = (
    "Data kepegawaian berubah sejak berkas ini diperiksa, jadi belum ada yang disimpan. Berkas "
    "sudah diperiksa ulang. Lihat pratinjaunya, lalu simpan lagi."
)
OVER = "Impor ini sudah diambil atau dibatalkan. Tidak ada yang disimpan dua kali."


@handler("impor.periksa")
def check(progress: Progress, impor: int) -> None:
    """Check the file into staging."""
    progress.of(STEPS)
    try:
        services.check(impor_id=impor, now=timezone.now(), tell=_teller(progress))
    except Unreadable as refusal:
        raise JobFailed(str(refusal)) from refusal
    except WrongState as refusal:
        raise JobFailed(OVER) from refusal


@handler("impor.ambil")
def take(progress: Progress, impor: int) -> None:
    """Take the good lines; where the agency has moved on, check again instead."""
    progress.of(STEPS)
    actor = _actor(progress)
    try:
        services.take(impor_id=impor, actor=actor, now=timezone.now())
    except services.Outdated as refusal:
        check(progress, impor)
        raise JobFailed(FASTER) from refusal
    except (WrongState, Impor.DoesNotExist) as refusal:
        raise JobFailed(OVER) from refusal
    progress.at(STEPS)


def _actor(progress: Progress) -> Any:
    """Whoever ordered it, read with the job: they must still be allowed when it is done."""
    return progress.pekerjaan.oleh


def _teller(progress: Progress) -> Any:
    def tell(done: float) -> None:
        progress.at(int(done * STEPS))

    return tell
