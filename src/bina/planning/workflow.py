"""The way of an SKP from draft to established (kinerja.md 1.3)."""

from django.db.models import TextChoices

from bina.core.workflow import Flow, step


class Status(TextChoices):
    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    DIGANTIKAN = "digantikan", "Digantikan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"
    DINYATAKAN_BATAL = "dinyatakan_batal", "Dinyatakan batal"


# The states in which its writer may still change it; everything else is locked.
OPEN = (Status.DRAF, Status.DIKEMBALIKAN)
# The states in which it is read as a plan that was agreed, in force or no longer.
AGREED = (Status.DITETAPKAN, Status.DIGANTIKAN, Status.DINYATAKAN_BATAL)
# The states in which another plan may take its place.
ENDED = (Status.DIBATALKAN, Status.DIGANTIKAN, Status.DINYATAKAN_BATAL)

SKP = Flow(
    "skp",
    step("ajukan", sources=OPEN, to=Status.DIAJUKAN),
    step("tarik", sources=[Status.DIAJUKAN], to=Status.DRAF),
    step("kembalikan", sources=[Status.DIAJUKAN], to=Status.DIKEMBALIKAN),
    step("tetapkan", sources=[Status.DIAJUKAN], to=Status.DITETAPKAN),
    step("gantikan", sources=[Status.DITETAPKAN], to=Status.DIGANTIKAN),
    step("batalkan", sources=OPEN, to=Status.DIBATALKAN),
    step("nyatakan_batal", sources=[Status.DITETAPKAN], to=Status.DINYATAKAN_BATAL),
    start=Status.DRAF.value,
)


class StatusUsul(TextChoices):
    """A proposal to change an expectation, most often out of a coaching session."""

    DIAJUKAN = "diajukan", "Menunggu persetujuan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"
    DITARIK = "ditarik", "Ditarik"


USUL_PERUBAHAN = Flow(
    "usul_perubahan",
    step("setujui", sources=[StatusUsul.DIAJUKAN], to=StatusUsul.DISETUJUI),
    step("tolak", sources=[StatusUsul.DIAJUKAN], to=StatusUsul.DITOLAK),
    step("tarik", sources=[StatusUsul.DIAJUKAN], to=StatusUsul.DITARIK),
    start=StatusUsul.DIAJUKAN.value,
)


class StatusMasa(TextChoices):
    """A planning period of a year."""

    DIBUKA = "dibuka", "Dibuka"
    DITUTUP = "ditutup", "Ditutup"


MASA_PERENCANAAN = Flow(
    "masa_perencanaan",
    step("ubah", sources=[StatusMasa.DIBUKA], to=StatusMasa.DIBUKA),
    step("tutup", sources=[StatusMasa.DIBUKA], to=StatusMasa.DITUTUP),
    step("buka_lagi", sources=[StatusMasa.DITUTUP], to=StatusMasa.DIBUKA),
    start=StatusMasa.DIBUKA.value,
)


class StatusPembatalan(TextChoices):
    """A penilai's request to void a plan that was made in error."""

    DIAJUKAN = "diajukan", "Menunggu persetujuan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"
    DITARIK = "ditarik", "Ditarik"


PEMBATALAN = Flow(
    "pembatalan",
    step("setujui", sources=[StatusPembatalan.DIAJUKAN], to=StatusPembatalan.DISETUJUI),
    step("tolak", sources=[StatusPembatalan.DIAJUKAN], to=StatusPembatalan.DITOLAK),
    step("tarik", sources=[StatusPembatalan.DIAJUKAN], to=StatusPembatalan.DITARIK),
    start=StatusPembatalan.DIAJUKAN.value,
)


class StatusPerjanjian(TextChoices):
    """The perjanjian kinerja of a unit: established as a whole, then only replaced."""

    DRAF = "draf", "Draf"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    DIGANTIKAN = "digantikan", "Digantikan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


PERJANJIAN = Flow(
    "perjanjian",
    step("tetapkan", sources=[StatusPerjanjian.DRAF], to=StatusPerjanjian.DITETAPKAN),
    step("gantikan", sources=[StatusPerjanjian.DITETAPKAN], to=StatusPerjanjian.DIGANTIKAN),
    step("batalkan", sources=[StatusPerjanjian.DRAF], to=StatusPerjanjian.DIBATALKAN),
    start=StatusPerjanjian.DRAF.value,
)


class StatusImporPerjanjian(TextChoices):
    """A file of perjanjian kinerja: shown line by line, then taken or given up."""

    DIPERIKSA = "diperiksa", "Menunggu keputusan"
    DIAMBIL = "diambil", "Diambil"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


IMPOR_PERJANJIAN = Flow(
    "impor_perjanjian",
    step("ambil", sources=[StatusImporPerjanjian.DIPERIKSA], to=StatusImporPerjanjian.DIAMBIL),
    step(
        "batalkan", sources=[StatusImporPerjanjian.DIPERIKSA], to=StatusImporPerjanjian.DIBATALKAN
    ),
    start=StatusImporPerjanjian.DIPERIKSA.value,
)
