"""A matter of conduct and its sealed texts. The tables hold states and days, and no word."""

import json
import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core import sealed
from bina.core.audit import Place
from bina.guidance.perilaku.workflow import OPEN, StatusMasalah


class MasalahQuerySet(models.QuerySet["MasalahPerilaku"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "masalah_perilaku.lihat", on=on))

    def open(self) -> Self:
        return self.filter(status__in=OPEN)

    def with_people(self) -> Self:
        return self.select_related("pegawai__orang", "pegawai__instansi", "penilai")


@sealed.keeps_keys
class MasalahPerilaku(models.Model):
    """`kode` is its number and its pseudonym: the trail names it instead of the person.

    `diberitahukan`: the person has been told, or named it; before, they see no trace of it.
    """

    kode = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="+")
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    triase = models.ForeignKey(
        "guidance.Triase", null=True, on_delete=models.PROTECT, related_name="masalah_perilaku"
    )
    status = models.CharField(
        max_length=20, choices=StatusMasalah.choices, default=StatusMasalah.DIKENALI
    )
    diberitahukan = models.BooleanField(default=False)
    tinjau_pada = models.DateField(null=True)
    kunci = models.BinaryField()
    dibuat = models.DateTimeField()

    objects = MasalahQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["penilai", "status"], name="masalah_per_penilai")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="masalah_bukan_untuk_diri_sendiri", condition=~Q(pegawai=F("penilai"))
            ),
            models.CheckConstraint(
                name="masalah_dibicarakan_diberitahukan",
                condition=~Q(status__in=["dibicarakan", "perilaku_berubah", "diserahkan"])
                | Q(diberitahukan=True, tinjau_pada__isnull=False),
            ),
            models.UniqueConstraint(
                name="masalah_satu_yang_terbuka",
                fields=["pegawai", "penilai"],
                condition=Q(status__in=OPEN),
            ),
        ]

    def __str__(self) -> str:
        return f"Masalah {self.kode}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def segel_tentang(self) -> str:
        """What its wrapped key is bound to."""
        return f"guidance.masalahperilaku:{self.kode}"

    @property
    def trail_place(self) -> Place:
        """Nobody named: only the chain of the agency."""
        return Place(rantai=self.pegawai.trail_place.rantai)


class BagianTersegel(models.TextChoices):
    URAIAN = "uraian"
    PEMBICARAAN = "pembicaraan"
    TANGGAPAN = "tanggapan"
    TINJAUAN = "tinjauan"


class TeksTersegel(models.Model):
    """Words of a matter, sealed for this row; added, never changed."""

    kode = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    masalah = models.ForeignKey(MasalahPerilaku, on_delete=models.PROTECT, related_name="teks")
    bagian = models.CharField(max_length=12, choices=BagianTersegel.choices)
    penulis = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    nomor = models.PositiveSmallIntegerField()
    isi = models.BinaryField()
    dibuat = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["nomor"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="teks_tersegel_bernomor", fields=["masalah", "nomor"])
        ]

    def __str__(self) -> str:
        return f"{self.bagian} {self.nomor}"

    @property
    def _about(self) -> str:
        place = f"{self.masalah_id}:{self.kode}:{self.bagian}"
        return f"guidance.tekstersegel:{place}:v{self.nomor}:oleh{self.penulis_id}"

    def seal(self, content: dict[str, Any]) -> None:
        words = json.dumps(content, ensure_ascii=False)
        case = self.masalah.segel_tentang
        self.isi = sealed.seal(words, bytes(self.masalah.kunci), case=case, about=self._about)

    def content(self) -> dict[str, Any]:
        """What was written. Raises core.sealed.SealBroken."""
        key, case = bytes(self.masalah.kunci), self.masalah.segel_tentang
        found: dict[str, Any] = json.loads(
            sealed.unseal(bytes(self.isi), key, case=case, about=self._about)
        )
        return found
