"""What a giver is told before sending: whether they are named, and what is kept of the day.

The agency says of whom the name is hidden (`pemantauan.nama_pemberi`) and how many must
have given before any of them is read (`pemantauan.kelompok_umpan_balik`). What was told is kept
with the feedback and holds whatever is set later (ADR 19).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from bina.monitoring import law
from bina.monitoring.models import Hubungan, UmpanBalik
from bina.people import hierarchy
from bina.people.models import AnggotaTim
from bina.planning import door as planning
from bina.planning.door import Rencana

DISEBUT = "disebut"


@dataclass(frozen=True, slots=True)
class Janji:
    """As what the giver is shown; `paling_sedikit` is 0 where it is by name."""

    hubungan: Hubungan
    paling_sedikit: int = 0

    @property
    def kode(self) -> str:
        """As a page carries it, so that nobody sends under another promise than they read."""
        return f"{self.hubungan}:{self.paling_sedikit}"

    @property
    def judul(self) -> str:
        if not self.paling_sedikit:
            return _("Nama Anda ditampilkan kepada pembacanya.")
        return _("Nama Anda tidak ditampilkan.")

    @property
    def penjelasan(self) -> str:
        facts = {"hubungan": self.hubungan.label.lower(), "n": self.paling_sedikit}
        if not self.paling_sedikit:
            return _("Tertulis nama, tanggal, dan hubungan Anda: %(hubungan)s.") % facts
        return (
            _(
                "Pembaca hanya melihat %(hubungan)s dan bulannya, juga pada dokumen dan unduhan, "
                "dan baru sesudah sedikitnya %(n)s orang memberi tentang hal yang sama. Janji ini "
                "tetap berlaku walaupun ketentuan instansi berubah. Yang meminta tahu bahwa Anda "
                "menjawab, bukan yang mana jawaban Anda."
            )
            % facts
        )


def promise(giver: Any, rencana: Rencana, *, on: date) -> Janji:
    """What this giver is told about feedback on this plan, that day."""
    hubungan = relation_of(giver, rencana, on=on)
    known = law.of(giver)
    naming = known.in_force("pemantauan.nama_pemberi", on).value
    if naming.get(str(hubungan), DISEBUT) == DISEBUT:
        return Janji(hubungan)
    least = known.in_force("pemantauan.kelompok_umpan_balik", on).value
    return Janji(hubungan, int(least))


def relation_of(giver: Any, rencana: Rencana, *, on: date) -> Hubungan:
    """What the giver is to the person on that day."""
    if rencana.penilai_id in {giver.pk, *planning.stands_in_for(giver, on=on)}:
        return Hubungan.PIMPINAN
    above = hierarchy.superiors_of([giver.pk, rencana.pegawai_id], on=on)
    if giver.pk == getattr(above.get(rencana.pegawai_id), "pk", None):
        return Hubungan.PIMPINAN
    if rencana.pegawai_id == getattr(above.get(giver.pk), "pk", None):
        return Hubungan.BAWAHAN
    if AnggotaTim.objects.led_by(giver.pk, on=on).filter(orang=rencana.pegawai_id).exists():
        return Hubungan.KETUA_TIM
    return Hubungan.REKAN


def written_at(janji: Janji, mulai: date, pada: datetime, on: date) -> tuple[date, datetime]:
    """Day and moment a record keeps: under a promise the month alone, within the plan's days."""
    if not janji.paling_sedikit:
        return on, pada
    day = max(on.replace(day=1), mulai)
    return day, timezone.make_aware(datetime.combine(day, time.min))


def open_group(made: UmpanBalik) -> bool:
    """Let the group be read once enough different people have given: all of it at once and under
    one month, so that neither order nor time tells who came when."""
    group = UmpanBalik.objects.waiting().alike(made)
    known = list(group.values_list("pemberi", "janji"))
    if len({giver for giver, _least in known}) < max((least for _g, least in known), default=1):
        return False
    group.update(terbaca=True, tanggal=made.tanggal, dibuat=made.dibuat)
    return True


def oleh(one: UmpanBalik) -> str:
    """Whose words they are, as far as their readers may know."""
    hubungan = str(one.get_hubungan_display())
    if one.tertutup:
        return hubungan
    if one.tautan is not None:
        return _through_link(one, hubungan)
    return _("%(nama)s, %(hubungan)s") % {"nama": one.pemberi, "hubungan": hubungan.lower()}


def _through_link(one: UmpanBalik, hubungan: str) -> str:
    """Who made the link is said with it: nobody can tell who answered, so a reader weighs that."""
    assert one.tautan is not None
    facts = {"hubungan": hubungan, "pembuat": one.tautan.dibuat_oleh, "nama": one.nama_pemberi}
    if one.nama_pemberi:
        facts["hubungan"] = hubungan.lower()
        return _("%(nama)s, %(hubungan)s, lewat tautan dari %(pembuat)s") % facts
    return _("%(hubungan)s, lewat tautan dari %(pembuat)s") % facts
