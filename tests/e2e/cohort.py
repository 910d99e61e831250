"""Sixty people of the demo agency whose plans wait for a mentor, and those who could be one; and
three months that pass. Run inside the server's settings: `django shell -c`."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from bina.accounts.models import Orang
from bina.demo import cast
from bina.guidance.mentoring.services import mentor, rencana
from bina.guidance.mentoring.services.rencana import IsiButir, Rencana
from bina.guidance.models import Bidang, JenisTopik, Mentor, Mentoring, PasanganMentor
from bina.guidance.services.refusals import Refused
from bina.people.models import Pegawai

MENTEES, MENTORS = 60, 25


def lay() -> None:
    now = timezone.now()
    on = timezone.localdate(now)
    busy = Mentoring.objects.values("pegawai")
    known = [role.nip for role in cast.ACCOUNTS]
    free = Pegawai.objects.exclude(orang__nip__in=known).exclude(pk__in=busy)
    free = free.exclude(pk__in=Mentor.objects.values("pk")).filter(aktif=True)
    people = list(free.select_related("orang", "instansi").order_by("-pk")[:200])
    mentored = Bidang.objects.filter(instansi=None, jenis=JenisTopik.MENTORING)
    fields = list(mentored.order_by("pk"))
    for n, one in enumerate(people[:MENTORS]):
        _mentor(one.orang, fields[n % len(fields)], 2 + n % 3, now, on)
    made = 0
    for n, one in enumerate(people[MENTORS:]):
        made += _mentee(one.orang, fields[n % len(fields)], now, on)
        if made == MENTEES:
            return


def _mentor(orang: Orang, field: Bidang, kapasitas: int, now: datetime, on: date) -> None:
    skill = mentor.IsiKeahlian(field.pk, 5, "Lima belas tahun di bidang ini")
    profil = mentor.Profil(kapasitas, "Nusa Bahari", True, (skill,))
    mentor.write_profile(profil=profil, actor=orang, pada=now, on=on)


def _mentee(orang: Orang, field: Bidang, now: datetime, on: date) -> int:
    until = on + timedelta(days=120)
    butir = (IsiButir("Memimpin rapat", "Mengamati lalu memimpin", until, "Dua rapat dipimpin"),)
    isi = Rencana(field.pk, 1, "Nusa Bahari", "Belajar", "Rapat singkat", on, until, butir)
    at: dict[str, Any] = {"pada": now, "on": on}
    try:
        made = rencana.write_plan(rencana=isi, triase_id=None, actor=orang, **at)
    except Refused:  # whoever has no superior recorded plays no part
        return 0
    rencana.submit(mentoring_id=made.pk, actor=orang, **at)
    rencana.agree(mentoring_id=made.pk, actor=made.penilai, **at)
    return 1


def three_months_pass(nip: str) -> None:
    """The person's mentoring began three months earlier than it did."""
    ago = timedelta(days=95)
    one = Mentoring.objects.get(pegawai__orang__nip=nip, status="berjalan")
    Mentoring.objects.filter(pk=one.pk).update(mulai=one.mulai - ago)
    pair = PasanganMentor.objects.get(mentoring=one, selesai=None)
    pair.mulai -= ago
    pair.save()
