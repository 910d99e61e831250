"""The matrix of mentoring: Ani learns from Citra; Dewi keeps the personnel records."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services import laporan, log, mentor, pencarian, program, rencana
from bina.guidance.models import Bidang, LaporanMentoring, Mentoring, UsulPasangan
from tests.guidance import mentored
from tests.security.matrix import Row, everyone

STATES = ("rencana", "diajukan", "mencari", "ditawarkan", "berjalan", "laporan", "pimpinan")


def lay(world: Any) -> None:
    """Ani's mentorings, one in each state, each in a field of its own; a programme with a pair
    to review, and one published with Ani's running mentoring."""
    at = {"pada": timezone.now(), "on": timezone.localdate()}
    world.bidang = {
        state: Bidang.objects.create(instansi=world.instansi, nama=f"Bidang {state}")
        for state in (*STATES, "program")
    }
    skills = tuple(
        mentor.IsiKeahlian(one.pk, 4, "Dua belas tahun") for one in world.bidang.values()
    )
    mentored.profile(world, "citra", kapasitas=20, keahlian=skills, **at)
    world.mentoring = {state: _written(world, state, at) for state in (*STATES, "program")}
    for state in STATES[1:]:
        _advance(world, state, at)
    world.tawaran_mentor = world.mentoring["ditawarkan"].tawaran.get()
    _logs(world, at)
    _programme(world, at)


def _written(world: Any, state: str, at: dict[str, Any]) -> Mentoring:
    isi = mentored.plan(at["on"], bidang_id=world.bidang[state].pk)
    return mentored.written(world, isi, **at)


def _advance(world: Any, state: str, at: dict[str, Any]) -> None:
    """As far as the state says, by its services."""
    one, ani = world.mentoring[state], {"actor": world.named("ani"), **at}
    rencana.submit(mentoring_id=one.pk, **ani)
    if state == "diajukan":
        return
    rencana.agree(mentoring_id=one.pk, actor=world.named("budi"), **at)
    if state == "mencari":
        return
    asked = mentored.offer(world, one, "citra", **at)
    if state == "ditawarkan":
        return
    citra = {"actor": world.named("citra"), **at}
    pencarian.accept(tawaran_id=asked.pk, **citra)
    log.record_talk(mentoring_id=one.pk, tanggal=at["on"], kesepakatan="Dua kali sebulan", **citra)
    mentored.initialled(world, one, **at)
    if state == "berjalan":
        return
    mentored.report(world, one, **at)
    if state == "pimpinan":
        mentored.sign(world, one, "ani", **at)
        mentored.sign(world, one, "citra", **at)


def _logs(world: Any, at: dict[str, Any]) -> None:
    """In the running one: an entry being written, with evidence, and one that waits."""
    one, ani = world.mentoring["berjalan"], {"actor": world.named("ani"), **at}
    world.log_disusun = log.write(mentoring_id=one.pk, isi=mentored.entry(at["on"]), **ani)
    paper = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
    world.bukti_mentoring = log.add_evidence(
        log_id=world.log_disusun.pk, berkas=SimpleUploadedFile("hadir.pdf", paper), **ani
    )
    world.log_menunggu = mentored.logged(world, one, **at)
    world.log_diparaf = one.log.get(ke=1)
    laporan.write_report(mentoring_id=one.pk, isi=mentored.findings(one), suntingan=0, **ani)


def _programme(world: Any, at: dict[str, Any]) -> None:
    dewi = {"actor": world.named("dewi"), **at}
    one = world.mentoring["program"]
    rencana.submit(mentoring_id=one.pk, actor=world.named("ani"), **at)
    rencana.agree(mentoring_id=one.pk, actor=world.named("budi"), **at)
    world.program = mentored.programme(world, **at)
    chosen = [world.bidang["program"].pk]
    program.gather(program_id=world.program.pk, bidang=chosen, **dewi)
    program.propose(program_id=world.program.pk, **dewi)
    world.usul_pasangan = UsulPasangan.objects.get(program=world.program)


def _in(state: str) -> Any:
    return lambda world: [world.mentoring[state].pk]


def _step(name: str, state: str, expect: dict[str, int]) -> Row:
    return Row(
        "guidance:mentoring_langkah",
        expect,
        "post",
        args=lambda world: [world.mentoring[state].pk, name],
        data=lambda world: {"keterangan": "Sebutkan naskahnya"},
    )


def _initials(world: Any) -> dict[str, Any]:
    return {"dibaca": "on", "isi": sidik.of_log(world.log_menunggu)}


def _signature(world: Any) -> dict[str, Any]:
    found = LaporanMentoring.objects.get(mentoring=world.mentoring["laporan"])
    return {"dibaca": "on", "isi": sidik.of_report(found)}


# The penilai and the keepers of personnel know that it is there; the contents are the two's.
KNOWN = {"penilai": 403, "pengelola": 403}
TWO = everyone(404, diri=200, coach=200, **KNOWN)
STEP = everyone(404, diri=302, coach=302, **KNOWN)
LOG = everyone(404, diri=200, coach=200)
LOG_STEP = everyone(404, diri=302, coach=302)
KEEPERS = everyone(403, pengelola=200, pengelola_lain=200)

ROWS = [
    Row("guidance:mentoring_daftar", everyone(200)),
    Row("guidance:mentoring_baru", everyone(200)),
    Row("guidance:mentoring_profil", everyone(200)),
    Row(
        "guidance:mentoring",
        everyone(404, diri=200, coach=200, penilai=200, pengelola=200),
        args=_in("berjalan"),
    ),
    Row(
        "guidance:mentoring",
        everyone(404, diri=200, coach=200, penilai=200, pengelola=200),
        args=_in("pimpinan"),
    ),
    Row(
        "guidance:mentoring",
        everyone(404, diri=200, coach=200, penilai=200, pengelola=200),
        args=_in("ditawarkan"),
    ),
    Row(
        "guidance:mentoring",
        everyone(404, diri=200, penilai=200, pengelola=200),
        args=_in("diajukan"),
    ),
    Row("guidance:mentoring_rencana", everyone(404, diri=200, **KNOWN), args=_in("rencana")),
    _step("ajukan", "rencana", everyone(404, diri=302, **KNOWN)),
    _step("setujui", "diajukan", everyone(404, diri=403, penilai=302, pengelola=403)),
    _step("kembalikan", "diajukan", everyone(404, diri=403, penilai=302, pengelola=403)),
    _step("tarik", "ditawarkan", everyone(404, diri=302, coach=403, **KNOWN)),
    _step("ganti_mentor", "berjalan", STEP),
    _step("laporkan", "berjalan", STEP),
    _step("perbaiki", "laporan", STEP),
    _step("hentikan", "berjalan", everyone(404, diri=302, coach=403, penilai=302, pengelola=403)),
    Row("guidance:mentoring_cari", everyone(404, diri=200, **KNOWN), args=_in("mencari")),
    *(
        Row(
            "guidance:mentoring_jawab",
            everyone(404, diri=403, coach=302),
            "post",
            args=lambda world, name=name: [world.tawaran_mentor.pk, name],
        )
        for name in ("terima", "tolak")
    ),
    Row("guidance:mentoring_bicara", TWO, args=_in("berjalan")),
    Row("guidance:mentoring_log_baru", TWO, args=_in("berjalan")),
    Row("guidance:mentoring_log", LOG, args=lambda world: [world.log_menunggu.pk]),
    Row("guidance:mentoring_log", LOG, args=lambda world: [world.log_diparaf.pk]),
    Row("guidance:mentoring_log_ubah", LOG, args=lambda world: [world.log_disusun.pk]),
    Row(
        "guidance:mentoring_paraf",
        LOG_STEP,
        "post",
        args=lambda world: [world.log_menunggu.pk],
        data=_initials,
    ),
    Row("guidance:mentoring_bukti", LOG_STEP, "post", args=lambda world: [world.log_disusun.pk]),
    *(
        Row(
            "guidance:mentoring_log_langkah",
            LOG_STEP,
            "post",
            args=lambda world, name=name, log=log: [getattr(world, log).pk, name],
            data=lambda world: {"keterangan": "Lamanya 60 menit"},
        )
        for name, log in (("minta_paraf", "log_disusun"), ("minta_perbaikan", "log_menunggu"))
    ),
    Row("guidance:mentoring_berkas", LOG, args=lambda world: [world.bukti_mentoring.pk]),
    Row("guidance:mentoring_laporan", TWO, args=_in("berjalan")),
    Row("guidance:mentoring_tanda_tangani", STEP, "post", args=_in("laporan"), data=_signature),
    Row(
        "guidance:mentoring_konfirmasi",
        everyone(404, diri=403, coach=403, penilai=302, pengelola=403),
        "post",
        args=_in("pimpinan"),
        data=lambda world: {"perubahan": "dirasakan", "kata": "Terasa"},
    ),
    Row("guidance:mentoring_program_daftar", KEEPERS),
    Row("guidance:mentoring_program_baru", KEEPERS),
    Row(
        "guidance:mentoring_bidang",
        everyone(403, pengelola=302),
        "post",
        data=lambda world: {"nama": "Perancangan perda"},
    ),
    Row(
        "guidance:mentoring_program",
        everyone(404, pengelola=200),
        args=lambda world: [world.program.pk],
    ),
    *(
        Row(
            "guidance:mentoring_program_langkah",
            everyone(404, pengelola=302),
            "post",
            args=lambda world, name=name: [world.program.pk, name],
        )
        for name in ("peserta", "usulkan", "terbitkan")
    ),
    Row(
        "guidance:mentoring_usul",
        everyone(404, pengelola=200),
        args=lambda world: [world.usul_pasangan.pk],
    ),
]
# Their forms post to themselves: T2 and T5 fill them in and send them.
FORMS = {
    *("mentoring_baru", "mentoring_profil", "mentoring_rencana", "mentoring_cari"),
    *("mentoring_bicara", "mentoring_log_baru", "mentoring_log_ubah", "mentoring_laporan"),
    *("mentoring_program_baru", "mentoring_usul"),
}
ROWS += [
    Row(row.url, row.expect, "post", row.args)
    for row in ROWS
    if row.method == "get" and row.url.partition(":")[2] in FORMS
]
