"""Continuous feedback (Umpan Balik Berkelanjutan), given and asked for."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.monitoring.workflow import StatusPermintaan


class Hubungan(models.TextChoices):
    """What the giver is to the person; found by the system, never stated by the giver."""

    PIMPINAN = "pimpinan", _("Pimpinan")
    REKAN = "rekan", _("Rekan kerja")
    BAWAHAN = "bawahan", _("Bawahan")
    KETUA_TIM = "ketua_tim", _("Ketua tim")
    PENGGUNA_LAYANAN = "pengguna_layanan", _("Pengguna layanan")


class Sifat(models.TextChoices):
    """Rating criteria speak of feedback mostly positive or negative (kinerja.md 1.5)."""

    POSITIF = "positif", _("Positif")
    PERLU_DIPERBAIKI = "perlu_diperbaiki", _("Perlu diperbaiki")


class Pembaca(models.TextChoices):
    """Whom the giver lets read it; said in words before sending."""

    PEGAWAI = "pegawai", _("Pegawai saja")
    PENILAI = "penilai", _("Pegawai dan penilainya")


def one_subject(name: str) -> models.CheckConstraint:
    """About one result or one value, never both and never neither."""
    return models.CheckConstraint(
        name=name,
        condition=Q(hasil_kunci__isnull=False, nilai_perilaku="")
        | Q(hasil_kunci=None) & ~Q(nilai_perilaku=""),
    )


class PermintaanQuerySet(models.QuerySet["PermintaanUmpanBalik"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "permintaan_umpan_balik.lihat", on=on))

    def waiting(self) -> Self:
        return self.filter(status=StatusPermintaan.MENUNGGU)

    def rounds(self) -> Self:
        """One of each lot that was sent together: the first."""
        return self.filter(bersama=None)

    def open_rounds(self) -> Self:
        """The lots in which somebody has still to answer."""
        others = PermintaanUmpanBalik.objects.waiting().filter(bersama=OuterRef("pk"))
        return self.rounds().filter(Q(status=StatusPermintaan.MENUNGGU) | Exists(others))

    def together_with(self, *firsts: int) -> Self:
        """All of these lots, in the order of names."""
        found = self.filter(Q(pk__in=firsts) | Q(bersama__in=firsts))
        return found.select_related("kepada").order_by("kepada__nama", "pk")

    def for_list(self) -> Self:
        return self.select_related("pegawai__orang", "diminta_oleh", "kepada").order_by("-pk")


class PermintaanUmpanBalik(models.Model):
    """The person, or the penilai, asks a colleague for feedback on a result or a value.

    The asked colleague sees the title of the result or the value and the message, nothing else
    of the plan (security.md, performance tier). Of several asked at once the others point to the
    first (`bersama`); whoever asked sees who has answered, never what.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="+")
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kepada = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="diminta_umpan_balik"
    )
    hasil_kunci = models.UUIDField(null=True, blank=True)
    nilai_perilaku = models.CharField(max_length=24, blank=True)
    pesan = models.TextField(blank=True)
    tenggat = models.DateField()
    bersama = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=12, choices=StatusPermintaan.choices, default=StatusPermintaan.MENUNGGU
    )
    tanggapan = models.TextField(blank=True)
    dibuat = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True)

    objects = PermintaanQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["kepada", "status"], name="permintaan_ub_per_orang")
        ]
        constraints: ClassVar = [
            one_subject("permintaan_ub_satu_hal"),
            models.CheckConstraint(
                name="permintaan_ub_bukan_kepada_diri_sendiri",
                condition=~Q(kepada=F("pegawai")) & ~Q(kepada=F("diminta_oleh")),
            ),
            models.CheckConstraint(
                name="permintaan_ub_ditolak_beralasan",
                condition=~Q(status="ditolak") | ~Q(tanggapan=""),
            ),
            models.UniqueConstraint(
                name="permintaan_ub_hasil_satu_yang_terbuka",
                fields=["skp", "kepada", "hasil_kunci"],
                condition=Q(status="menunggu", hasil_kunci__isnull=False),
            ),
            models.UniqueConstraint(
                name="permintaan_ub_nilai_satu_yang_terbuka",
                fields=["skp", "kepada", "nilai_perilaku"],
                condition=Q(status="menunggu", hasil_kunci=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} -> {self.kepada_id} {self.status}"

    @property
    def first_id(self) -> int:
        return self.bersama_id or self.pk

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place


class UmpanBalikQuerySet(models.QuerySet["UmpanBalik"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "umpan_balik.lihat", on=on))

    def of_plan(self, *rumpun: Any) -> Self:
        return self.filter(skp__rumpun__in=rumpun).for_list()

    def shared(self) -> Self:
        """What the penilai may use: shared with them, and no longer waiting for its group."""
        return self.filter(pembaca=Pembaca.PENILAI, terbaca=True)

    def waiting(self) -> Self:
        """Given under a promise, and not yet read by anybody but their givers."""
        return self.filter(terbaca=False)

    def alike(self, one: "UmpanBalik") -> Self:
        """What is read together with this one: of the same relation, about the same thing, for
        the same readers. Whoever asked knows whom they asked about it, so a wider group would
        give its givers away."""
        same = ("hubungan", "pembaca", "hasil_kunci", "nilai_perilaku")
        here = self.filter(skp__rumpun=one.skp.rumpun)
        return here.filter(**{name: getattr(one, name) for name in same})

    def for_list(self) -> Self:
        """The newest first; of a group of hidden givers in an order that tells nothing."""
        found = self.select_related("pegawai__orang", "pemberi", "tautan__dibuat_oleh")
        return found.order_by("-tanggal", "-dibuat", "acak", "-pk")


class UmpanBalik(models.Model):
    """What somebody saw the person do, and what it led to: situation, behaviour, impact.

    Given feedback is not edited. `hasil_kunci` is the result's key over all versions.

    `janji` is what the giver was told before sending, and stays whatever the agency sets later:
    0 where they are named, else how many must have given before any of them is read. Such
    feedback keeps no day and no hour: `tanggal` is its month, `acak` its place in a list (ADR 19).
    A service user has no account: instead of `pemberi` there is the link, and the name they wrote.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="umpan_balik")
    pegawai = models.ForeignKey(
        "people.Pegawai", on_delete=models.PROTECT, related_name="umpan_balik"
    )
    hasil_kunci = models.UUIDField(null=True, blank=True)
    nilai_perilaku = models.CharField(max_length=24, blank=True)
    pemberi = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="umpan_balik_diberi",
    )
    tautan = models.OneToOneField(
        "monitoring.TautanUmpanBalik", null=True, on_delete=models.PROTECT, related_name="jawaban"
    )
    nama_pemberi = models.CharField(max_length=120, blank=True)
    hubungan = models.CharField(max_length=16, choices=Hubungan.choices)
    janji = models.PositiveSmallIntegerField(default=0)
    terbaca = models.BooleanField(default=True)
    acak = models.UUIDField(null=True)
    sifat = models.CharField(max_length=20, choices=Sifat.choices)
    situasi = models.TextField()
    perilaku = models.TextField()
    dampak = models.TextField()
    pembaca = models.CharField(max_length=8, choices=Pembaca.choices)
    permintaan = models.OneToOneField(
        PermintaanUmpanBalik, null=True, on_delete=models.PROTECT, related_name="jawaban"
    )
    tanggal = models.DateField()
    dibuat = models.DateTimeField()

    objects = UmpanBalikQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["pegawai", "tanggal"], name="umpan_balik_per_pegawai")
        ]
        constraints: ClassVar = [
            one_subject("umpan_balik_satu_hal"),
            models.CheckConstraint(
                name="umpan_balik_bukan_untuk_diri_sendiri", condition=~Q(pegawai=F("pemberi"))
            ),
            models.CheckConstraint(
                name="umpan_balik_lengkap",
                condition=~Q(situasi="") & ~Q(perilaku="") & ~Q(dampak=""),
            ),
            models.CheckConstraint(
                name="umpan_balik_pembaca_dikenal", condition=Q(pembaca__in=Pembaca.values)
            ),
            models.CheckConstraint(
                name="umpan_balik_dari_orang_atau_lewat_tautan",
                condition=Q(pemberi__isnull=False, tautan=None, nama_pemberi="")
                & ~Q(hubungan="pengguna_layanan")
                | Q(pemberi=None, tautan__isnull=False, hubungan="pengguna_layanan", janji=0),
            ),
            models.CheckConstraint(
                name="umpan_balik_hanya_yang_dijanjikan_menunggu",
                condition=Q(terbaca=True) | Q(janji__gt=0),
            ),
            models.CheckConstraint(
                name="umpan_balik_yang_dijanjikan_beracak",
                condition=Q(janji=0, acak=None) | Q(janji__gt=0, acak__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pemberi_id} -> {self.pegawai_id}"

    @property
    def tertutup(self) -> bool:
        """Whether its giver was promised not to be named."""
        return self.janji > 0

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place
