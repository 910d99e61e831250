"""Offices (kantor) for a unit and below."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from bina.core.audit import Place
from bina.core.dated import Dated, DatedQuerySet, ordered
from bina.people.models.organisasi import Unit


class Peran(models.TextChoices):
    """The offices of the glossary."""

    PENGELOLA = "pengelola", "Pengelola kinerja"
    PIMPINAN_KEPEGAWAIAN = "pimpinan_kepegawaian", "Pimpinan unit kepegawaian"
    PYB = "pyb", "Pejabat yang Berwenang"
    KONSELOR = "konselor", "Konselor independen"
    VERIFIKATOR = "verifikator", "Verifikator"
    AUDITOR = "auditor", "Auditor"
    ADMINISTRATOR = "administrator", "Administrator"


class Kantor(Dated):
    """An office held from when to when, for a unit and all below it."""

    orang = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kantor"
    )
    peran = models.CharField(max_length=24, choices=Peran.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="kantor")
    dasar = models.CharField(max_length=200, blank=True, help_text="Surat penugasan")

    objects = DatedQuerySet["Kantor"].as_manager()

    class Meta:
        constraints: ClassVar = [ordered("kantor_selesai_setelah_mulai")]

    def __str__(self) -> str:
        return f"{self.get_peran_display()} {self.unit_id}"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.unit.instansi_id}", self.orang_id, self.unit_id)
