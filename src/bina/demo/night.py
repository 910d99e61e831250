"""The looks of the demo's last night and morning: running plans, late steps of guidance; a signal
muted with a reason."""

from datetime import timedelta
from functools import partial

from django.apps import apps

from bina.core.bulk import count_anew
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.guidance.pengingat import services as pengingat
from bina.monitoring import door as monitoring
from bina.monitoring.models import Sinyal
from bina.monitoring.services import sinyal
from bina.people.models import Instansi

# Latika Maryati knows why a nurse of hers lags: they are at it already.
MUTED, UNTIL = "197805152007011035", timedelta(days=14)
WHY = "Sudah dibahas dalam coaching; kunjungan rumah dikejar sampai akhir bulan."


def note(agenda: Agenda, players: Players, instansi: Instansi) -> None:
    """After everything else of the last day."""
    agenda.ago(1, 14, partial(_look, instansi))
    agenda.ago(1, 15, partial(_mute, players))
    agenda.ago(1, 15, partial(_remind, instansi))


def _look(instansi: Instansi, when: Moment) -> None:
    # The year is one transaction: nobody has counted yet what it wrote.
    count_anew(*apps.get_app_config("planning").get_models())
    monitoring.look_at_agency(instansi, on=when.on)


def _remind(instansi: Instansi, when: Moment) -> None:
    pengingat.look_at_agency(instansi_id=instansi.pk, pada=when.pada, on=when.on)


def _mute(players: Players, when: Moment) -> None:
    """Early in the year nothing lags yet, and nothing is muted."""
    skp_id = players.plan_of(MUTED, when.on).skp_id
    for one in Sinyal.objects.filter(skp=skp_id).order_by("pk")[:1]:
        sinyal.mute(
            sinyal_id=one.pk,
            alasan=WHY,
            sampai=when.on + UNTIL,
            actor=players.boss_of(MUTED, when.on),
            pada=when.pada,
            on=when.on,
        )
