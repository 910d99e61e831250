"""What a room tells the home pages: a task that waits, an event of the past.

Plain values, so that home can put the lines of every stage into one list without knowing them.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tugas:
    """Something this person has to do: when it is due, where, and the one verb of its button.

    `stage` is the room's name ("planning"), by which home groups. `pegawai_id` is whom it is
    about, where it is about one person: their page shows it too.
    """

    stage: str
    judul: str
    keterangan: str
    tenggat: date | None
    url: str
    tindakan: str
    pegawai_id: int | None = None


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """Something that happened, for a person's timeline. `jenis` names the noun ("skp")."""

    tanggal: date
    judul: str
    isi: str
    status: str
    url: str
    jenis: str
