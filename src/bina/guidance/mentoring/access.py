"""Who may do what in mentoring (security.md; spec kompetensi.md 4.4).

Mentee and mentor read and write everything. A mentor who is asked reads the plan. The penilai
agrees to the plan, sees attendance, progress and hours, and confirms the change in the end; never
the log. The personnel unit sees attendance, fields, hours and completion; never a word.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, allow, nobody, table
from bina.guidance.mentoring.workflow import StatusTawaran
from bina.guidance.models import TawaranMentor
from bina.guidance.personalia import PERSONALIA
from bina.people.relations import (
    DIRI,
    PENILAI,
    diri,
    office_over_person,
    office_over_unit,
)

MENTOR, DITAWARI, SEINSTANSI = "mentor", "ditawari", "seinstansi"
MENTORING = "mentoring__"


def offered() -> Relation:
    """A mentor who has been asked and has not answered yet."""

    def reach(user: Any, _on: date) -> Q:
        asked = TawaranMentor.objects.filter(mentor=user.pk, status=StatusTawaran.TERBUKA)
        return Q(pk__in=asked.values("mentoring"))

    def holders(record: Any, _on: date) -> Q:
        asked = record.tawaran.filter(status=StatusTawaran.TERBUKA)
        return Q(pk__in=asked.values("mentor"))

    return Relation(DITAWARI, reach, holders)


def colleague() -> Relation:
    """A civil servant of the mentor's agency. Mentors from outside look nobody up."""

    def reach(user: Any, _on: date) -> Q:
        return Q(instansi=user.instansi_id) if user.nip and user.instansi_id else nobody()

    def holders(record: Any, _on: date) -> Q:
        return Q(instansi=record.instansi_id, nip__isnull=False)

    return Relation(SEINSTANSI, reach, holders)


_BOTH = (DIRI, MENTOR)
_offices = [office_over_person(one, "pegawai") for one in PERSONALIA]

TABLES = [
    table(
        "mentoring",
        "guidance.Mentoring",
        [diri("pegawai"), diri("mentor", MENTOR), offered(), diri("penilai", PENILAI), *_offices],
        {
            "lihat": allow(DIRI, MENTOR, DITAWARI, PENILAI, *PERSONALIA),
            "baca_rencana": allow(DIRI, MENTOR, DITAWARI, PENILAI),
            "baca": allow(*_BOTH),
            "ubah_rencana": allow(DIRI),
            "ajukan": allow(DIRI),
            "setujui": allow(PENILAI, never=[DIRI]),
            "kembalikan": allow(PENILAI, never=[DIRI]),
            "tawarkan": allow(DIRI),
            "tarik": allow(DIRI),
            "bicara": allow(*_BOTH),
            "catat": allow(*_BOTH),
            "jadwalkan_temu": allow(*_BOTH),
            "ganti_mentor": allow(*_BOTH),
            "susun_laporan": allow(*_BOTH),
            "laporkan": allow(*_BOTH),
            "perbaiki": allow(*_BOTH),
            "tanda_tangani": allow(*_BOTH),
            "selesaikan": allow(PENILAI, never=[DIRI]),
            "hentikan": allow(DIRI, PENILAI),
            "ikutkan": allow(*PERSONALIA),
            "isi_umpan_balik_akhir": allow(DIRI),
            "pilih_topik": allow(*_BOTH),
            "nilai_kompetensi": allow(MENTOR, PENILAI, never=[DIRI]),
        },
    ),
    table(
        "log_mentoring",
        "guidance.LogMentoring",
        [diri(f"{MENTORING}pegawai"), diri("mentor", MENTOR)],
        {
            one: allow(*_BOTH)
            for one in ("lihat", "ubah", "minta_paraf", "minta_perbaikan", "paraf", "tambah_bukti")
        },
    ),
    table(
        "tawaran_mentor",
        "guidance.TawaranMentor",
        [diri("mentor", MENTOR), diri(f"{MENTORING}pegawai")],
        {"lihat": allow(MENTOR, DIRI), "terima": allow(MENTOR), "tolak": allow(MENTOR)},
    ),
    table(
        "mentor",
        "guidance.Mentor",
        [diri("orang"), colleague()],
        {"lihat": allow(DIRI, SEINSTANSI), "ubah": allow(DIRI)},
    ),
    table(
        "unit_mentoring",
        "people.Unit",
        [office_over_unit(one, "pk") for one in PERSONALIA],
        {"buat_program": allow(*PERSONALIA)},
    ),
    # Whoever keeps the performance records or the personnel of a unit may run a programme in it.
    table(
        "program_mentoring",
        "guidance.ProgramMentoring",
        [office_over_unit(one, "unit") for one in PERSONALIA],
        {
            one: allow(*PERSONALIA)
            for one in (*("lihat", "isi_peserta", "usulkan", "atur", "terbitkan", "ubah_anggaran"),)
        },
    ),
]
