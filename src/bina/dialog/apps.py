from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DialogConfig(AppConfig):
    name = "bina.dialog"
    label = "dialog"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.core import appointments, happenings
        from bina.dialog import access, panels
        from bina.dialog.services.plan_ended import call_off
        from bina.planning.door import panels as hooks
        from bina.planning.happenings import SKP_BERAKHIR
        from bina.ui import status

        register(*access.TABLES)
        appointments.register_pages("dialog.dialog", "dialog:dialog", "dialog:undangan")
        hooks.register(panels.DIALOG)
        happenings.answer(SKP_BERAKHIR, "dialog", call_off)
        status.register("direncanakan", "", _("Direncanakan"))
        status.register("berlangsung", "st-jalan", _("Berlangsung"))
        status.register("dirangkum", "st-perlu", _("Menunggu konfirmasi"))
        status.register("dikonfirmasi", "st-ok", _("Dikonfirmasi berdua"))
