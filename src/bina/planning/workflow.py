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


# The states in which its writer may still change it; everything else is locked.
OPEN = (Status.DRAF, Status.DIKEMBALIKAN)
# The states in which it counts as the plan that was agreed.
AGREED = (Status.DITETAPKAN, Status.DIGANTIKAN)

SKP = Flow(
    "skp",
    step("ajukan", sources=OPEN, to=Status.DIAJUKAN),
    step("tarik", sources=[Status.DIAJUKAN], to=Status.DRAF),
    step("kembalikan", sources=[Status.DIAJUKAN], to=Status.DIKEMBALIKAN),
    step("tetapkan", sources=[Status.DIAJUKAN], to=Status.DITETAPKAN),
    step("gantikan", sources=[Status.DITETAPKAN], to=Status.DIGANTIKAN),
    step("batalkan", sources=OPEN, to=Status.DIBATALKAN),
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
