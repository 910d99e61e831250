"""Who may do what in guidance (security.md, tier "coaching").

Coach and coachee read everything but the other's private notes. The penilai, where somebody
else coaches, sees that a coaching runs, attendance, hours, and of sessions both have signed
the actions and what is shared with them. Nobody else sees that there is a coaching at all.
Who coached before reads no more, and a later coach reads no words of sessions that were not
theirs: what is said is said to one person.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, allow, nobody, only_when, table, through
from bina.guidance.models.coaching import JenisCoach
from bina.guidance.models.isi import SHARED, Pembaca
from bina.guidance.workflow import StatusSesi
from bina.people.relations import DIRI, PENILAI, diri

COACH, BERTUGAS, PENULIS = "coach", "coach_bertugas", "penulis"


def on_duty(relation: Relation) -> Relation:
    """The coach, while the assignment runs; the pimpinan coaches by office, without an end."""

    def reach(user: Any, on: date) -> Q:
        by_office = Q(coach_jenis=JenisCoach.PIMPINAN)
        return relation.reach(user, on) & (
            by_office | Q(tugas_mulai__lte=on, tugas_selesai__gte=on)
        )

    def holders(record: Any, on: date) -> Q:
        assigned = record.tugas_mulai and record.tugas_mulai <= on <= record.tugas_selesai
        return relation.holders(record, on) if record.by_pimpinan or assigned else nobody()

    return Relation(BERTUGAS, reach, holders)


def once_signed(relation: Relation) -> Relation:
    """For records of a session that both have signed only."""

    def reach(user: Any, on: date) -> Q:
        return relation.reach(user, on) & Q(sesi__status=StatusSesi.DITANDATANGANI)

    def holders(record: Any, on: date) -> Q:
        return relation.holders(record, on) if record.sesi.is_signed else nobody()

    return Relation(relation.name, reach, holders)


def still_coaching() -> Relation:
    """The coach of this session, as long as the case is theirs."""

    def reach(user: Any, _on: date) -> Q:
        return Q(coach=user.pk, coaching__coach=user.pk)

    def holders(record: Any, _on: date) -> Q:
        return Q(pk=record.coach_id) if record.is_of_present_coach else nobody()

    return Relation(COACH, reach, holders)


def unless_withdrawn(relation: Relation) -> Relation:
    """As long as the coachee has not taken it back."""

    def reach(user: Any, on: date) -> Q:
        return relation.reach(user, on) & Q(cabut=None)

    def holders(record: Any, on: date) -> Q:
        return nobody() if hasattr(record, "cabut") else relation.holders(record, on)

    return Relation(relation.name, reach, holders)


_shared = [str(one) for one in SHARED]
_BOTH = (DIRI, COACH)
_OF_SESI = "sesi__coaching__"

TABLES = [
    # What is newly begun on a plan in force: by its penilai of record.
    table(
        "bimbingan",
        "planning.Skp",
        [
            only_when(diri("pegawai"), "status", "ditetapkan"),
            only_when(diri("penilai", PENILAI), "status", "ditetapkan"),
        ],
        {"minta": allow(DIRI), "timbang": allow(PENILAI, never=[DIRI])},
    ),
    table(
        "triase",
        "guidance.Triase",
        [diri("pegawai"), diri("penilai", PENILAI)],
        {
            "lihat": allow(DIRI, PENILAI),
            "sebut_penyebab": allow(DIRI),
            "timbang": allow(PENILAI, never=[DIRI]),
            "putuskan": allow(PENILAI, never=[DIRI]),
            "batalkan": allow(DIRI, PENILAI),
            "mulai_coaching": allow(PENILAI, never=[DIRI]),
            "tugaskan_pelatihan": allow(PENILAI, never=[DIRI]),
        },
    ),
    table(
        "coaching",
        "guidance.Coaching",
        [
            diri("pegawai"),
            diri("coach", COACH),
            on_duty(diri("coach")),
            diri("penilai", PENILAI),
        ],
        {
            "lihat": allow(*_BOTH, PENILAI),
            "baca": allow(*_BOTH),
            "tulis_kesepakatan": allow(DIRI, BERTUGAS),
            "setujui_kesepakatan": allow(*_BOTH),
            "laporkan": allow(DIRI),
            "jadwalkan": allow(BERTUGAS, never=[DIRI]),
            "catat": allow(DIRI, BERTUGAS),
            "minta_tanda_tangan": allow(DIRI, BERTUGAS),
            "minta_perbaikan": allow(*_BOTH),
            "tanda_tangani": allow(*_BOTH),
            "batalkan": allow(*_BOTH),
            "catat_tidak_hadir": allow(DIRI, BERTUGAS),
            "selesaikan_tindakan": allow(*_BOTH),
            "kirim_ulang_usul": allow(*_BOTH),
            "mulai_sesi": allow(BERTUGAS, never=[DIRI]),
            "tutup": allow(BERTUGAS, never=[DIRI]),
            "isi_umpan_balik_akhir": allow(DIRI),
            "ikut_program": allow(COACH, PENILAI, never=[DIRI]),
            "pilih_topik": allow(*_BOTH),
            "nilai_kompetensi": allow(COACH, PENILAI, never=[DIRI]),
            "tugaskan_pelatihan": allow(PENILAI, never=[DIRI]),
            "beri_reaksi": allow(DIRI),
            "cabut_berbagi": allow(DIRI),
            "minta_ganti_coach": allow(*_BOTH),
            "hentikan": allow(*_BOTH),
            "tugaskan": allow(PENILAI, never=[DIRI]),
        },
    ),
    table(
        "sesi_coaching",
        "guidance.Sesi",
        [diri("coaching__pegawai"), still_coaching()],
        {one: allow(*_BOTH) for one in ("baca", "cetak", "tulis_catatan")},
    ),
    table(
        "catatan_coaching",
        "guidance.Catatan",
        [
            diri("penulis", PENULIS),
            only_when(diri(f"{_OF_SESI}pegawai"), "pembaca", *_shared),
            only_when(through("sesi", still_coaching(), "guidance.Sesi"), "pembaca", *_shared),
            unless_withdrawn(
                once_signed(
                    only_when(diri("sesi__penilai", PENILAI), "pembaca", Pembaca.BAGI.value)
                )
            ),
        ],
        {"lihat": allow(PENULIS, *_BOTH, PENILAI), "ubah": allow(PENULIS)},
    ),
]
