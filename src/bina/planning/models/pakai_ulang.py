"""What is kept to be used again: texts for the annex, templates per jabatan, and their sharing out.

None of it is part of a plan: a plan holds its own words, and nothing here ever rewrites one.
"""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.access import policy
from bina.core.audit import Place
from bina.planning.models.bagian import JenisLampiran
from bina.planning.models.skp import Pendekatan


class TeksLampiranQuerySet(models.QuerySet["TeksLampiran"]):
    def in_use(self) -> Self:
        return self.filter(dihentikan_pada=None)

    def for_list(self) -> Self:
        return self.order_by("-jenis", "pk")


class TeksLampiran(models.Model):
    """A text of the agency for one of the three annex lists, offered to everybody's draft."""

    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=20, choices=JenisLampiran.choices)
    uraian = models.CharField(max_length=500)
    dibuat = models.DateTimeField()
    dihentikan_pada = models.DateTimeField(null=True)

    objects = TeksLampiranQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="teks_lampiran_beruraian", condition=~Q(uraian="")),
            models.UniqueConstraint(
                name="teks_lampiran_sekali",
                fields=["instansi", "jenis", "uraian"],
                condition=Q(dihentikan_pada=None),
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}")


class TemplatSkpQuerySet(models.QuerySet["TemplatSkp"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "templat_skp.lihat", on=on))

    def in_use(self) -> Self:
        return self.filter(dihentikan_pada=None)

    def for_list(self) -> Self:
        return self.select_related("unit", "jabatan", "dibuat_oleh").order_by("nama", "pk")


class TemplatSkp(models.Model):
    """Results with indicators for one jabatan in a unit and below, without persons.

    `isi` is a list of results as people fill them in (`planning.templat`): a template is a text
    to be copied whole, never asked about by its parts, so it is kept as one value. `suntingan`
    counts its changes, so that a stale page is noticed.
    """

    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    jabatan = models.ForeignKey("people.Jabatan", on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=200)
    pendekatan = models.CharField(
        max_length=12, choices=Pendekatan.choices, default=Pendekatan.KUANTITATIF
    )
    isi = models.JSONField(default=list)
    suntingan = models.PositiveIntegerField(default=0)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()
    dihentikan_pada = models.DateTimeField(null=True)

    objects = TemplatSkpQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["jabatan", "unit"], name="templat_per_jabatan")]
        constraints: ClassVar = [
            models.CheckConstraint(name="templat_skp_bernama", condition=~Q(nama=""))
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.unit.instansi_id}", lingkup=self.unit_id)


class PembagianTemplatQuerySet(models.QuerySet["PembagianTemplat"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "pembagian_templat.lihat", on=on))

    def of_template(self, templat_id: int) -> Self:
        """Of one template, newest first, with who shared it."""
        return self.filter(templat=templat_id).select_related("oleh").order_by("-pada", "-pk")


class PembagianTemplat(models.Model):
    """A template set to many people at once: whom, and what became of it.

    `orang` are the ids chosen; `dilewati` the ids left out, each with the reason's name.
    """

    templat = models.ForeignKey(TemplatSkp, on_delete=models.PROTECT, related_name="pembagian")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    hari = models.DateField()
    orang = models.JSONField(default=list)
    pekerjaan = models.ForeignKey(
        "core.Pekerjaan", null=True, on_delete=models.PROTECT, related_name="+"
    )
    baru = models.PositiveIntegerField(default=0)
    ditambah = models.PositiveIntegerField(default=0)
    dilewati = models.JSONField(default=dict)
    selesai_pada = models.DateTimeField(null=True)

    objects = PembagianTemplatQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.templat_id} {self.pada:%Y-%m-%d}"

    @property
    def trail_place(self) -> Place:
        return self.templat.trail_place
