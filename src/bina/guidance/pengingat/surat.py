"""The letters of a night: one to each person, however much is late, and none that says what."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from bina.accounts.models import Orang
from bina.accounts.tasks import send_mail
from bina.guidance.models import PengingatBimbingan


def send(reminded: Iterable[PengingatBimbingan], raised: Iterable[PengingatBimbingan]) -> None:
    """Into the queue, in the transaction of the look."""
    own = {one.terlambat_id: one.terlambat for one in reminded}
    above = {one.naik_kepada_id: one.naik_kepada for one in raised}
    for pk, orang in (above | own).items():
        if orang is not None and orang.email and orang.is_active:
            _to(orang, own=pk in own, above=pk in above)


def _to(orang: Orang, *, own: bool, above: bool) -> None:
    said = []
    if own:
        said.append(_("Ada langkah bimbingan Anda yang terlambat."))
    if above:
        said.append(_("Ada langkah bimbingan bawahan Anda yang terlambat."))
    said.append(_("Masuk ke Bina; rinciannya ada di Beranda."))
    send_mail(_("[Bina] Langkah bimbingan terlambat"), "\n\n".join(said), str(orang.email))
