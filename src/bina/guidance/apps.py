from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "bina.guidance"
    label = "guidance"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.competency import door as competency
        from bina.guidance import access, door, panels, tindakan
        from bina.monitoring import door as monitoring
        from bina.planning.door import panels as hooks
        from bina.ui import status

        register(*access.TABLES)
        competency.register_waiting("guidance", door.waiting_hours)
        hooks.register(panels.SINYAL)
        monitoring.register_overdue("guidance", tindakan.overdue)
        status.register("terbuka", "st-perlu", _("Menunggu keputusan"))
        status.register("diputus", "st-ok", _("Diputuskan"))
        status.register("pra_coaching", "", _("Menunggu laporan"))
        status.register("dilaporkan", "st-jalan", _("Menunggu jadwal"))
        status.register("dicatat", "st-jalan", _("Catatan disusun"))
        status.register("batal", "st-batal", _("Dibatalkan"))
        status.register("tidak_hadir", "st-batal", _("Tidak terlaksana"))
        _menu()


def _menu() -> None:
    from bina.ui import menu

    menu.register(
        menu.Entry(key="guidance", label=_("Pembinaan"), url_name="guidance:daftar", order=40)
    )
