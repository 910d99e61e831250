from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DialogConfig(AppConfig):
    name = "bina.dialog"
    label = "dialog"

    def ready(self) -> None:
        from bina.access.tables import register
        from bina.core import appointments
        from bina.dialog import access, panels
        from bina.planning.door import panels as hooks
        from bina.ui import status

        register(*access.TABLES)
        appointments.register_pages("dialog.dialog", "dialog:dialog", "dialog:undangan")
        hooks.register(panels.DIALOG)
        status.register("direncanakan", "", _("Direncanakan"))
        status.register("berlangsung", "st-jalan", _("Berlangsung"))
        status.register("dirangkum", "st-perlu", _("Menunggu konfirmasi"))
        status.register("dikonfirmasi", "st-ok", _("Dikonfirmasi berdua"))
