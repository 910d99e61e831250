"""The ways of a mentoring, of an offer to a mentor, of a log entry and of a programme."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusMentoring(TextChoices):
    RENCANA = "rencana", _("Rencana disusun")
    DIAJUKAN = "diajukan", _("Menunggu persetujuan")
    MENCARI = "mencari", _("Mencari mentor")
    DITAWARKAN = "ditawarkan", _("Menunggu jawaban mentor")
    BERJALAN = "berjalan", _("Berjalan")
    LAPORAN = "laporan", _("Laporan menunggu tanda tangan")
    DILAPORKAN = "menunggu_pimpinan", _("Menunggu pimpinan")
    SELESAI = "selesai", _("Selesai")
    DIHENTIKAN = "dihentikan", _("Dihentikan")


M = StatusMentoring
# One of these per person and field at a time.
OPEN = (M.RENCANA, M.DIAJUKAN, M.MENCARI, M.DITAWARKAN, M.BERJALAN, M.LAPORAN, M.DILAPORKAN)
# What takes a place of the mentor's.
TAKEN = (M.BERJALAN, M.LAPORAN)
# What has a mentor beside the mentee.
PAIRED = (M.BERJALAN, M.LAPORAN, M.DILAPORKAN, M.SELESAI)

MENTORING = Flow(
    "mentoring",
    step("ajukan", sources=[M.RENCANA], to=M.DIAJUKAN),
    step("kembalikan", sources=[M.DIAJUKAN], to=M.RENCANA),
    step("setujui", sources=[M.DIAJUKAN], to=M.MENCARI),
    step("tawarkan", sources=[M.MENCARI], to=M.DITAWARKAN),
    # The last of the chosen could not; the mentee chooses again.
    step("habis", sources=[M.DITAWARKAN], to=M.MENCARI),
    step("tarik", sources=[M.DITAWARKAN], to=M.MENCARI),
    step("terima", sources=[M.DITAWARKAN], to=M.BERJALAN),
    # A programme publishes its pairs.
    step("pasangkan", sources=[M.MENCARI], to=M.BERJALAN),
    step("ganti_mentor", sources=[M.BERJALAN], to=M.MENCARI),
    # The mentor left the agency.
    step("lepas", sources=TAKEN, to=M.MENCARI),
    step("laporkan", sources=[M.BERJALAN], to=M.LAPORAN),
    step("perbaiki", sources=[M.LAPORAN], to=M.BERJALAN),
    # The first of the two signatures; the second takes the next step.
    step("tanda_tangani", sources=[M.LAPORAN], to=M.LAPORAN),
    step("sahkan", sources=[M.LAPORAN], to=M.DILAPORKAN),
    step("selesaikan", sources=[M.DILAPORKAN], to=M.SELESAI),
    step("hentikan", sources=[one for one in OPEN if one != M.DILAPORKAN], to=M.DIHENTIKAN),
    start=M.RENCANA.value,
)


class StatusTawaran(TextChoices):
    """Declined and left unanswered are called the same: nobody has to explain themselves."""

    ANTRE = "antre", _("Menunggu giliran")
    TERBUKA = "terbuka_mentor", _("Menunggu jawaban mentor")
    DITERIMA = "diterima_mentor", _("Bersedia")
    DITOLAK = "belum_dapat", _("Belum dapat")
    LEWAT = "lewat", _("Belum dapat")
    GUGUR = "gugur", _("Tidak jadi ditawarkan")


T = StatusTawaran
TAWARAN = Flow(
    "tawaran_mentor",
    step("buka", sources=[T.ANTRE], to=T.TERBUKA),
    step("terima", sources=[T.TERBUKA], to=T.DITERIMA),
    step("tolak", sources=[T.TERBUKA], to=T.DITOLAK),
    step("lewatkan", sources=[T.TERBUKA], to=T.LEWAT),
    step("gugurkan", sources=[T.ANTRE, T.TERBUKA], to=T.GUGUR),
    start=T.ANTRE.value,
)


class StatusLog(TextChoices):
    DISUSUN = "disusun", _("Disusun")
    MENUNGGU = "menunggu_paraf", _("Menunggu paraf")
    DIPARAF = "diparaf", _("Diparaf berdua")


LOG = Flow(
    "log_mentoring",
    step("ubah", sources=[StatusLog.DISUSUN], to=StatusLog.DISUSUN),
    step("minta_paraf", sources=[StatusLog.DISUSUN], to=StatusLog.MENUNGGU),
    step("minta_perbaikan", sources=[StatusLog.MENUNGGU], to=StatusLog.DISUSUN),
    step("paraf", sources=[StatusLog.MENUNGGU], to=StatusLog.MENUNGGU),
    step("sahkan", sources=[StatusLog.MENUNGGU], to=StatusLog.DIPARAF),
    start=StatusLog.DISUSUN.value,
)


class StatusProgram(TextChoices):
    DISUSUN = "disusun", _("Disusun")
    DIUSULKAN = "diusulkan", _("Usulan diperiksa")
    DITERBITKAN = "diterbitkan", _("Diterbitkan")


P = StatusProgram
PROGRAM = Flow(
    "program_mentoring",
    step("isi_peserta", sources=[P.DISUSUN, P.DIUSULKAN], to=P.DISUSUN),
    step("usulkan", sources=[P.DISUSUN, P.DIUSULKAN], to=P.DIUSULKAN),
    step("atur", sources=[P.DIUSULKAN], to=P.DIUSULKAN),
    step("terbitkan", sources=[P.DIUSULKAN], to=P.DITERBITKAN),
    start=P.DISUSUN.value,
)
