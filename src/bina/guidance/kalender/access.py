"""Who may do what with meetings to come and with the address of one's own calendar."""

from bina.access.tables import allow, table
from bina.people.relations import DIRI, diri

MENTOR = "mentor"
_BOTH = (DIRI, MENTOR)

TABLES = [
    table(
        "temu_mentoring",
        "guidance.TemuMentoring",
        [diri("mentoring__pegawai"), diri("mentor", MENTOR)],
        {one: allow(*_BOTH) for one in ("lihat", "jadwalkan", "batalkan")},
    ),
    table(
        "kalender_pribadi",
        "accounts.Orang",
        [diri("pk")],
        {"buat_alamat": allow(DIRI)},
    ),
    table(
        "alamat_kalender",
        "guidance.AlamatKalender",
        [diri("orang")],
        {one: allow(DIRI) for one in ("lihat", "cabut")},
    ),
]
