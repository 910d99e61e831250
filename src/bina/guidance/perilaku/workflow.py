"""The way of a matter of conduct (PermenPANRB 6/2022; spec kompetensi.md 4.3, steps 1 to 4)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusMasalah(TextChoices):
    DIKENALI = "dikenali", _("Belum dibicarakan")
    DIBICARAKAN = "dibicarakan", _("Sudah dibicarakan")
    BERUBAH = "perilaku_berubah", _("Perilaku berubah")
    DISERAHKAN = "diserahkan", _("Diserahkan")
    DITARIK = "masalah_ditarik", _("Ditarik")


S = StatusMasalah
OPEN = (S.DIKENALI, S.DIBICARAKAN)

MASALAH = Flow(
    "masalah_perilaku",
    step("bicarakan", sources=OPEN, to=S.DIBICARAKAN),
    step("tanggapi", sources=[S.DIBICARAKAN], to=S.DIBICARAKAN),
    step("nyatakan_berubah", sources=[S.DIBICARAKAN], to=S.BERUBAH),
    # Only what was told, and has not changed, may be reported (4.3, step 4).
    step("serahkan", sources=[S.DIBICARAKAN], to=S.DISERAHKAN),
    step("tarik", sources=[S.DIKENALI], to=S.DITARIK),
    start=S.DIKENALI.value,
)
