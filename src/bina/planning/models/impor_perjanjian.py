"""A file of perjanjian kinerja on its way in."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.access import policy
from bina.core.audit import Place
from bina.planning.workflow import StatusImporPerjanjian


class ImporPerjanjianQuerySet(models.QuerySet["ImporPerjanjian"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "impor_perjanjian.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related("berkas", "instansi").order_by("-dibuat")


class ImporPerjanjian(models.Model):
    """One file, kept until it is taken or given up; only whoever sent it sees it.

    Its lines are judged anew each time they are shown or taken: nothing of them is stored.
    """

    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    berkas = models.ForeignKey("core.Berkas", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=16,
        choices=StatusImporPerjanjian.choices,
        default=StatusImporPerjanjian.DIPERIKSA,
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField()
    diambil_pada = models.DateTimeField(null=True)

    objects = ImporPerjanjianQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="impor_perjanjian_diambil_bertanggal",
                condition=Q(status=StatusImporPerjanjian.DIAMBIL, diambil_pada__isnull=False)
                | ~Q(status=StatusImporPerjanjian.DIAMBIL) & Q(diambil_pada__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Impor perjanjian {self.pk}"

    @property
    def keadaan(self) -> str:
        """The state as a badge names it."""
        return f"berkas_{self.status}"

    @property
    def trail_place(self) -> Place:
        return Place(self.instansi.rantai)
