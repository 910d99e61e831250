from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

_OWN = {
    "terbuka": ("st-perlu", _("Menunggu keputusan")),
    "diputus": ("st-ok", _("Diputuskan")),
    "pra_coaching": ("", _("Menunggu laporan")),
    "dilaporkan": ("st-jalan", _("Menunggu jadwal")),
    "dicatat": ("st-jalan", _("Catatan disusun")),
    "batal": ("st-batal", _("Dibatalkan")),
    "tidak_hadir": ("st-batal", _("Tidak terlaksana")),
    "tanpa_coach": ("st-perlu", _("Menunggu coach")),
    "berlaku": ("st-ok", _("Berlaku")),
    "digantikan": ("", _("Digantikan")),
    "sertifikat_berlaku": ("st-ok", _("Bersertifikat")),
    "sertifikat_belum_diperiksa": ("st-jalan", _("Belum diperiksa")),
    "sertifikat_lewat": ("st-telat", _("Sertifikat lewat")),
    "tanpa_sertifikat": ("st-perlu", _("Belum bersertifikat")),
    "dikenali": ("st-perlu", _("Belum dibicarakan")),
    "dibicarakan": ("st-jalan", _("Sudah dibicarakan")),
    "perilaku_berubah": ("st-ok", _("Perilaku berubah")),
    "ditugaskan": ("st-jalan", _("Ditugaskan")),
    "diserahkan": ("st-perlu", _("Diserahkan")),
    "masalah_ditarik": ("st-batal", _("Ditarik")),
}
_MENTORING = {
    "rencana": ("", _("Rencana disusun")),
    "mencari": ("st-perlu", _("Mencari mentor")),
    "ditawarkan": ("st-jalan", _("Menunggu jawaban")),
    "laporan": ("st-perlu", _("Laporan akhir")),
    "menunggu_pimpinan": ("st-jalan", _("Menunggu pimpinan")),
    "dihentikan": ("st-batal", _("Dihentikan")),
    "antre": ("", _("Menunggu giliran")),
    "terbuka_mentor": ("st-jalan", _("Menunggu jawaban")),
    "diterima_mentor": ("st-ok", _("Bersedia")),
    "belum_dapat": ("", _("Belum dapat")),
    "lewat": ("", _("Belum dapat")),
    "gugur": ("st-batal", _("Tidak jadi")),
    "disusun": ("", _("Disusun")),
    "menunggu_paraf": ("st-perlu", _("Menunggu paraf")),
    "diparaf": ("st-ok", _("Diparaf berdua")),
    "diusulkan": ("st-perlu", _("Usulan diperiksa")),
    "diterbitkan": ("st-ok", _("Diterbitkan")),
}


class GuidanceConfig(AppConfig):
    name = "bina.guidance"
    label = "guidance"

    def ready(self) -> None:
        from bina.competency import door as competency
        from bina.core import happenings
        from bina.guidance import door, panels, tindakan
        from bina.guidance.coaching.services import kepergian as coaching_kepergian
        from bina.guidance.mentoring.services.kepergian import end_with_placements
        from bina.guidance.topik.services import lay_general
        from bina.monitoring import door as monitoring
        from bina.people.happenings import PENEMPATAN_BERAKHIR
        from bina.planning.door import panels as hooks
        from bina.ui import status

        _tables()
        competency.register_waiting("guidance", door.waiting_hours)
        hooks.register(panels.SINYAL)
        monitoring.register_overdue("guidance", tindakan.overdue)
        happenings.answer(PENEMPATAN_BERAKHIR, "guidance", end_with_placements)
        happenings.answer(
            PENEMPATAN_BERAKHIR, "guidance.coaching", coaching_kepergian.end_with_placements
        )
        post_migrate.connect(lay_general, sender=self, dispatch_uid="guidance.bidang")
        for code, (kind, label) in (_OWN | _MENTORING).items():
            status.register(code, kind, label)
        _menu()
        _calendar()


def _tables() -> None:
    from bina.access.tables import register
    from bina.guidance import access, personalia
    from bina.guidance.coaching import access as coaching
    from bina.guidance.kalender import access as kalender
    from bina.guidance.mentoring import access as mentoring
    from bina.guidance.pelatihan import access as pelatihan
    from bina.guidance.perilaku import access as perilaku
    from bina.guidance.program import access as program
    from bina.guidance.sesudah import access as sesudah
    from bina.guidance.topik import access as topik

    subjects = (coaching, kalender, mentoring, pelatihan, perilaku, program, sesudah, topik)
    for room in (access, personalia, *subjects):
        register(*room.TABLES)


def _menu() -> None:
    from bina.ui import menu

    menu.register(
        menu.Entry(key="guidance", label=_("Pembinaan"), url_name="guidance:daftar", order=40)
    )
    menu.register(
        menu.Entry(
            key="kalender",
            label=_("Kalender saya"),
            url_name="kalender:kalender",
            order=25,
            place="akun",
        )
    )


def _calendar() -> None:
    from bina.core import appointments
    from bina.guidance.kalender import janji, undangan

    appointments.listen("guidance", undangan.tell)
    appointments.register_pages(janji.SESI, "guidance:sesi", "guidance:sesi_ics")
    appointments.register_pages(
        janji.TEMU_MENTORING, "guidance:mentoring_temu_ubah", "guidance:mentoring_temu_ics"
    )
