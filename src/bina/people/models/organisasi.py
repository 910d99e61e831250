"""The agency, its tree of units and its positions."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place


class InstansiQuerySet(models.QuerySet["Instansi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "instansi.lihat", on=on))


class Instansi(models.Model):
    """An agency. Everything belongs to one; a NIP is unique over all of them.

    `revisi` counts what changed in its staff data, so that a preview made before somebody
    else's change is noticed instead of taken. `versi_ketentuan` names the state of its own
    values of the law (none: it has set none), so that whoever read the agency knows without
    another query whether what a process keeps of them is still true (ADR 13).
    """

    kode = models.SlugField(max_length=32, unique=True)
    nama = models.CharField(max_length=200)
    revisi = models.PositiveBigIntegerField(default=0)
    versi_ketentuan = models.UUIDField(null=True)

    objects = InstansiQuerySet.as_manager()

    def __str__(self) -> str:
        return self.nama

    @property
    def rantai(self) -> str:
        return f"instansi:{self.pk}"

    @property
    def trail_place(self) -> Place:
        return Place(self.rantai)


class JenisJabatan(models.TextChoices):
    STRUKTURAL = "struktural", "Struktural"
    FUNGSIONAL = "fungsional", "Fungsional"
    PELAKSANA = "pelaksana", "Pelaksana"


class Jabatan(models.Model):
    """A position: its name, its kind and its level (jenjang)."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="jabatan")
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=16, choices=JenisJabatan.choices)
    jenjang = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="jabatan_satu_nama", fields=["instansi", "nama", "jenis", "jenjang"]
            )
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def is_pimpinan_tinggi(self) -> bool:
        return self.jenjang.upper().startswith("JPT")


class UnitQuerySet(models.QuerySet["Unit"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "unit.lihat", on=on))

    def below(self, unit_ids: Any) -> Self:
        """These units and everything under them."""
        return self.filter(ke_leluhur__leluhur__in=unit_ids).distinct()


class Unit(models.Model):
    """A node of the agency's tree. Whoever holds `jabatan_pimpinan` in it is its head."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="unit")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=200)
    induk = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="anak")
    jabatan_pimpinan = models.ForeignKey(
        Jabatan, null=True, on_delete=models.PROTECT, related_name="memimpin"
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="unit_satu_kode", fields=["instansi", "kode"]),
            models.CheckConstraint(name="unit_bukan_induknya_sendiri", condition=~Q(induk=F("id"))),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}", lingkup=self.pk)


class UnitLeluhur(models.Model):
    """Every unit with each unit above it, and itself at `jarak` 0.

    Kept by `people.tree.rebuild`; it makes "this unit and below" one indexed lookup.
    """

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="ke_leluhur")
    leluhur = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="ke_bawahan")
    jarak = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="unit_leluhur_sekali", fields=["leluhur", "unit"])
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} < {self.leluhur_id}"
