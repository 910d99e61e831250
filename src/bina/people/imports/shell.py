"""A staff file from the shell: the same check and the same taking, without a worker."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from bina.people.imports import services
from bina.people.imports.lines import Checked, Staged, Tell, change
from bina.people.imports.messages import sentence
from bina.people.models import Impor, Instansi
from bina.people.models.impor import Hasil, JenisImpor

KEY = {JenisImpor.PEGAWAI: "nip", JenisImpor.UNIT: "kode"}


class NoAgency(Exception):
    """The message says which agency to name."""


@dataclass(slots=True)
class Agency:
    """The agency a file is for; without `instansi` it is made when the file is taken."""

    instansi: Instansi | None
    kode: str = ""
    nama: str = ""

    def made(self, checked: Checked) -> Instansi:
        if self.instansi is None:
            kode, nama = self.kode, self.nama
            if not (kode and nama):
                root = _root(checked)
                kode, nama = kode or slugify(root.kunci), nama or root.nama
            self.instansi = Instansi.objects.create(kode=kode, nama=nama)
        return self.instansi


def _root(checked: Checked) -> Staged:
    """The unit at the top of the file names the agency."""
    for row in checked.rows():
        if row.hasil == Hasil.BARU and not row.data["induk"]:
            return row
    raise NoAgency(
        "Tidak ada unit puncak. Sebut instansinya: --instansi KODE --nama-instansi NAMA."
    )


def agency(jenis: str, kode: str, nama: str) -> Agency:
    """Which agency is meant. Raises NoAgency."""
    if kode:
        found = Instansi.objects.filter(kode=kode).first()
        if found or (jenis == JenisImpor.UNIT and (nama or not Instansi.objects.exists())):
            return Agency(found, kode, nama)
        raise NoAgency(f"Instansi {kode} tidak ada. Impor unitnya dahulu: bina staff units FILE.")
    some = list(Instansi.objects.order_by("kode")[:20])
    if len(some) == 1:
        return Agency(some[0])
    if not some and jenis == JenisImpor.UNIT:
        return Agency(None, "", nama)
    raise NoAgency(_which(some))


def _which(some: list[Instansi]) -> str:
    if not some:
        return "Belum ada instansi. Impor unitnya dahulu: bina staff units FILE."
    return f"Ada beberapa instansi. Tambahkan --instansi: {', '.join(one.kode for one in some)}."


def take(
    *, agency: Agency, jenis: str, content: bytes, nama: str, checked: Checked, tell: Tell
) -> Impor:
    """Stage what was checked and take its good lines.

    Raises NoAgency, Outdated, WrongState (another shell began after this one).
    """
    now = timezone.now()
    instansi = agency.made(checked)
    services.abandon(instansi=instansi, now=now)
    impor = services.register(instansi=instansi, jenis=jenis, content=content, nama=nama, now=now)
    services.stage(impor=impor, checked=checked, tell=tell)
    return services.take(impor_id=impor.pk, actor=None, now=_now(now))


def _now(start: datetime) -> datetime:
    """Trail lines in the order of the acts, whatever the clock's grain."""
    return max(start, timezone.now())


def objects(jenis: str, checked: Checked) -> Iterator[dict[str, Any]]:
    """What --json prints, one object a line of the file."""
    for row in checked.rows():
        yield {
            "line": row.nomor,
            "outcome": row.hasil,
            "warnings": [sentence(one) for one in row.peringatan],
            "reasons": reasons(jenis, row),
            KEY[JenisImpor(jenis)]: row.kunci if row.kunci != "-" else "",
        }


def reasons(jenis: str, row: Staged) -> list[str]:
    """Why a line is refused, or what changes."""
    if row.alasan:
        return [sentence(one) for one in row.alasan]
    changed = row.perubahan if row.hasil == Hasil.BERUBAH else []
    return [change(jenis, one) for one in changed]


def as_json(one: dict[str, Any]) -> str:
    return json.dumps(one, ensure_ascii=False)
